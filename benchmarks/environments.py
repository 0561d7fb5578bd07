"""The other programs, each in its own virtual environment outside the repository."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CACHE = Path.home() / ".cache" / "qualcode-benchmarks"
BIN = "Scripts" if sys.platform == "win32" else "bin"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program from PyPI and the driver that times it."""

    name: str
    package: str
    driver: str


PEERS = (
    Peer("qc", "qualitative-coding", "drive_qc.py"),
    Peer("taguette", "taguette", "drive_taguette.py"),
    Peer("aqda", "aqda", "drive_aqda.py"),
)


class NotInstalled(Exception):
    """A peer could not be installed; the message says why."""


def python_of(peer: Peer, cache: Path) -> Path:
    """The Python that has the peer, installed when it is not there yet; raises NotInstalled."""
    home = cache / peer.package
    python = home / BIN / "python"
    if _has(python, peer.package):
        return python
    print(f"installing {peer.package} into {home}", file=sys.stderr)
    home.parent.mkdir(parents=True, exist_ok=True)
    for command in (
        [sys.executable, "-m", "venv", str(home)],
        [str(python), "-m", "pip", "install", "--quiet", peer.package],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            raise NotInstalled(errors[-1] if errors else f"{command[2:4]} failed")
    return python


def _has(python: Path, package: str) -> bool:
    if not python.exists():
        return False
    look = f"import importlib.metadata as m; m.version({package!r})"
    return subprocess.run([python, "-c", look], capture_output=True, check=False).returncode == 0
