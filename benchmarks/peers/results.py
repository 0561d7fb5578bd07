"""Seconds per step, printed as JSON for the program that started the driver.

Every driver uses it, ours too; standard library only, because other programs' Pythons run it.
"""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any


class Results:
    """What one program took, step by step; `notes` say what a figure means or why it lacks."""

    def __init__(self, program: str, version: str, only: str | None = None) -> None:
        self._only = only
        self._steps: dict[str, float] = {}
        self._notes: dict[str, str] = {}
        self._about = {"program": program, "version": version}

    def wanted(self, *steps: str) -> bool:
        """Whether one of these steps is asked for."""
        return self._only is None or self._only in steps

    def put(self, step: str, figures: Sequence[float], note: str = "") -> None:
        """Keep the median of some runs: seconds, or MiB for memory."""
        self._steps[step] = median(figures)
        if note:
            self._notes[step] = note

    def lacking(self, step: str, why: str) -> None:
        """Say why there is no figure."""
        self._notes[step] = why

    def say(self) -> None:
        """Print what was found."""
        found: dict[str, Any] = {**self._about, "steps": self._steps, "notes": self._notes}
        print(json.dumps(found))


def seconds(doing: Callable[[], object], runs: int = 1) -> list[float]:
    """How long each of some runs took, by the clock."""
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        doing()
        found.append(time.perf_counter() - began)
    return found


def peak(who: int = resource.RUSAGE_SELF) -> float:
    """The most memory this process, or its ended children, ever had, in MiB."""
    return resource.getrusage(who).ru_maxrss / 1024
