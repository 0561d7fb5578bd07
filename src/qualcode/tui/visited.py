"""The places visited, to go back and forward through, and those kept under letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

MOST = 50
MARKS = "coding.marks"


@dataclass(frozen=True, slots=True)
class Spot:
    """An offset in a document, in code points; the document by id."""

    document: str
    offset: int


class Visited:
    """Where leaps began and ended. What lies forward is forgotten with the next leap."""

    def __init__(self) -> None:
        self._back: list[Spot] = []
        self._forward: list[Spot] = []

    def leave(self, spot: Spot) -> None:
        """Note the place that a leap begins at."""
        if not self._back or self._back[-1] != spot:
            self._back = [*self._back, spot][-MOST:]
        self._forward.clear()

    def back(self, here: Spot) -> Spot | None:
        """The place before, which is left for later in the other direction; None for none."""
        return _step(self._back, self._forward, here)

    def forward(self, here: Spot) -> Spot | None:
        """The place that `back` came from; None for none."""
        return _step(self._forward, self._back, here)


def _step(source: list[Spot], other: list[Spot], here: Spot) -> Spot | None:
    while source:
        spot = source.pop()
        if spot != here:
            other.append(here)
            return spot
    return None


def kept_marks(project: Project) -> Mapping[str, Spot]:
    """The places kept by letter, as the coder left them."""
    found = project.remembered(MARKS) or {}
    return {letter: Spot(str(each[0]), int(each[1])) for letter, each in found.items()}


def keep_mark(project: Project, letter: str, spot: Spot) -> None:
    """Keep a place under a letter; what was kept under it goes."""
    kept = {name: [each.document, each.offset] for name, each in kept_marks(project).items()}
    project.remember(MARKS, {**kept, letter: [spot.document, spot.offset]})
