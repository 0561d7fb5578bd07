"""The places visited, to go back and forward through."""

from __future__ import annotations

from qualcode.services.kept_places import Spot

MOST = 50


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
