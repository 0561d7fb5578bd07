"""Times the commands as a user types them: python -m benchmarks.ours.commands ..."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

from benchmarks import corpus
from benchmarks.ours.terminal import NoScreen, first_screen
from benchmarks.peers.results import Results, peak, seconds
from benchmarks.sizes import FULL, QUICK, Sizes
from qualcode import __version__

OURS = (sys.executable, "-m", "qualcode")
PROJECT = "commands.qualcode"


def main(folder: str, work: str, size: str, only: str | None = None) -> None:
    """Run the steps and print them as JSON. The work folder has the project of `services`."""
    sizes = QUICK if size == "quick" else FULL
    results = Results("qualcode", __version__, only)
    os.chdir(work)
    os.environ["QUALCODE_CODER"] = corpus.CODERS[0]
    if results.wanted("start-help"):
        results.put("start-help", seconds(lambda: run("--help"), sizes.runs * 2))
    if results.wanted("command-import"):
        run("init", PROJECT)
        took = seconds(lambda: run("-p", PROJECT, "import", str(Path(folder) / "txt")))
        results.put("command-import", took)
    full = ("-p", "bench.qualcode")
    document = corpus.transcripts(sizes)[0].name
    asked = {
        "start-list": ("code", "list", "--document", document),
        "start-documents": ("document", "list"),
        "command-counts": ("table", "frequency", "--json"),
        "command-list": ("code", "list", "--json"),
        "command-co-occurrence": ("table", "co-occurrence", "--json"),
    }
    for step, words in asked.items():
        if results.wanted(step):
            results.put(step, seconds(partial(run, *full, *words), sizes.runs))
    if results.wanted("command-apply"):
        results.put("command-apply", apply(full, document, sizes))
    results.put("memory-commands", [peak(resource.RUSAGE_CHILDREN)], "the largest of them")
    if results.wanted("start-screen"):
        try:
            took = [first_screen([*OURS, *full], "Satsning") for _ in range(sizes.runs)]
            results.put("start-screen", took, "to the first words in a terminal of 160 x 50")
        except NoScreen as error:
            results.lacking("start-screen", str(error))
    results.say()


def run(*words: str) -> None:
    """One run of the command; SystemExit where it fails."""
    done = subprocess.run([*OURS, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"qualcode {' '.join(words)}: {done.stderr[-300:]}")


def apply(full: tuple[str, ...], document: str, sizes: Sizes) -> list[float]:
    """One coding a run, on turns one after the other."""
    took = []
    for n in range(sizes.runs):
        words = ("code", "add", document, "--turn", str(2 * n + 2), "--code", "ci-agenda")
        took += seconds(partial(run, *full, *words))
    return took


if __name__ == "__main__":
    main(*sys.argv[1:])
