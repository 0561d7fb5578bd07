"""Finds what comes with the program: the codebooks and the sample."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent.parent
_CHECKOUT = _HERE.parent.parent


def codebooks() -> dict[str, Path]:
    """The shipped codebooks by name; the same from a wheel and from a checkout."""
    folder = _HERE / "data" / "codebooks"
    if not folder.is_dir():
        folder = _CHECKOUT / "codebooks"
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}


def sample() -> Path:
    """The folder of the sample transcripts."""
    folder = _HERE / "data" / "sample"
    return folder if folder.is_dir() else _CHECKOUT / "transcripts" / "sample"
