"""Generates the material, runs our drivers and the peers', prints figures and ratios."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import corpus, printing
from benchmarks.environments import CACHE, PEERS, NotInstalled, Peer, python_of
from benchmarks.peers.results import seconds
from benchmarks.sizes import FULL, QUICK
from benchmarks.steps import GROUPS, NEEDS, STEPS

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent
MOST_SECONDS = 1800
UNEVEN = 1.25
"""How much slower the machine may be for one program than for another before we say so."""


def main(args: Sequence[str] | None = None) -> None:
    """Run what is asked for and print it."""
    # pip compiles what it installs; without byte code every start would compile the sources anew
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    asked = _parser().parse_args(args)
    sizes = QUICK if asked.quick else FULL
    with tempfile.TemporaryDirectory(prefix="qualcode-benchmarks-") as folder:
        say(f"generating {sizes.transcripts} transcripts and {sizes.codings} codings")
        texts = corpus.transcripts(sizes)
        corpus.lay(Path(folder), texts)
        plan = corpus.lay_for_peers(Path(folder), sizes, texts)
        ours = our_figures(Path(folder), quick=asked.quick, only=asked.only)
        peers = []
        if not asked.no_peers:
            peers = [peer_figures(peer, plan, asked.peers, asked.only) for peer in PEERS]
    print(printing.table(ours, [peer for peer in peers if peer["steps"]]))
    for peer in peers:
        if not peer["steps"]:
            print(
                f"\n{peer['program']} was skipped: {peer['notes'].get('skipped', 'no such step')}"
            )
    print(f"\n{evenness([ours, *(peer for peer in peers if peer['steps'])])}")
    missed = [] if asked.quick else printing.missed(ours)
    for line in missed:
        print(f"\nlonger than promised – {line}")
    if asked.json:
        found = {"sizes": asdict(sizes), "ours": ours, "peers": peers, "missed": missed}
        asked.json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, to try things")
    parser.add_argument("--only", choices=sorted(STEPS), metavar="STEP", help=", ".join(STEPS))
    parser.add_argument("--no-peers", action="store_true", help="qualcode alone")
    parser.add_argument(
        "--peers",
        type=Path,
        default=CACHE,
        metavar="DIR",
        help="where the peers' environments are (default: %(default)s)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures here too")
    return parser


def say(words: str) -> None:
    """Tell what is going on, apart from the figures."""
    print(words, file=sys.stderr, flush=True)


def pace() -> float:
    """How long a fixed piece of work takes now, in seconds: the middle of several runs."""

    def work() -> None:
        sum(n * n for n in range(500_000))

    return median(seconds(work, 9))


def evenness(programs: Sequence[dict[str, Any]]) -> str:
    """A sentence on how busy the machine was while each program was timed."""
    paces = {found["program"]: max(found["paces"]) for found in programs}
    quickest = min(min(found["paces"]) for found in programs)
    told = ", ".join(f"{name} {one / quickest:.2f}" for name, one in paces.items())
    words = f"Pace of the machine around each program, 1 is its quickest: {told}."
    if max(paces.values()) > UNEVEN * quickest:
        words += " It was busy with other things: ratios of clock times are not to be trusted."
    return words


def our_figures(folder: Path, *, quick: bool, only: str | None) -> dict[str, Any]:
    """The figures of all our drivers that have the step, one after the other."""
    wanted = [group for group, steps in GROUPS.items() if only is None or only in steps]
    for group in list(wanted):
        if group in NEEDS and NEEDS[group] not in wanted:
            wanted.insert(0, NEEDS[group])
    whole: dict[str, Any] = {"program": "qualcode", "version": "", "steps": {}, "notes": {}}
    whole["paces"] = [pace()]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    work = folder / "qualcode"
    work.mkdir()
    for group in (group for group in GROUPS if group in wanted):
        say(f"qualcode: {group}")
        size = "quick" if quick else "full"
        command = [sys.executable, "-m", f"benchmarks.ours.{group}", str(folder), str(work), size]
        found = run(command + ([only] if only else []), "qualcode", env)
        whole["version"] = found["version"] or whole["version"]
        whole["steps"].update(found["steps"])
        whole["notes"].update(found["notes"])
        whole["paces"].append(pace())
    if only is not None:
        whole["steps"] = {k: v for k, v in whole["steps"].items() if k == only}
        whole["notes"] = {k: v for k, v in whole["notes"].items() if k in (only, "skipped")}
    return whole


def peer_figures(peer: Peer, plan: Path, cache: Path, only: str | None) -> dict[str, Any]:
    """A peer's figures; without steps, and with the reason, where it cannot be run."""
    try:
        python = python_of(peer, cache)
    except NotInstalled as error:
        return {"program": peer.name, "version": "", "steps": {}, "notes": {"skipped": str(error)}}
    say(peer.name)
    work = plan.parent / peer.name
    work.mkdir()
    command = [str(python), str(HERE / "peers" / peer.driver), str(plan), str(work)]
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    paces = [pace()]
    found = run(command + ([only] if only else []), peer.name, env)
    found["paces"] = [*paces, pace()]
    if only is not None:
        found["steps"] = {k: v for k, v in found["steps"].items() if k == only}
        found["notes"] = {k: v for k, v in found["notes"].items() if k in (only, "skipped")}
    return found


def run(command: Sequence[str], program: str, env: dict[str, str]) -> dict[str, Any]:
    """What a driver printed last; without steps where it failed."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env=env, timeout=MOST_SECONDS, check=False
        )
        why = done.stderr.strip().splitlines()[-1:] if done.returncode else []
    except subprocess.TimeoutExpired:
        return {"program": program, "version": "", "steps": {}, "notes": {"skipped": "too slow"}}
    if done.returncode:
        say(f"{program} failed: {done.stderr[-2000:]}")
        reason = {"skipped": " ".join(why) or f"ended with {done.returncode}"}
        return {"program": program, "version": "", "steps": {}, "notes": reason}
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
