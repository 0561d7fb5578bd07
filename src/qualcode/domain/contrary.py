"""What speaks against a reading: passages of the other valence, and those that deny it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

HELPS, HINDERS = "helps", "hinders"
SIDES = (HELPS, HINDERS)
OTHER = {HELPS: HINDERS, HINDERS: HELPS}
DENIED = "denied"

BY_VALENCE, BY_STANDING, BY_OUTCOME = "valence", "standing", "outcome"
"""Why a passage speaks against: its valence is the opposite, it says that there is none, or it
tells what came of a case that has what is read, and the other outcome."""


class Valued(Protocol):
    """A coding with what was said with it."""

    @property
    def coding(self) -> str:
        """The coding's id."""

    @property
    def valence(self) -> str | None:
        """helps, hinders, mixed or None."""

    @property
    def standing(self) -> str | None:
        """actual, past, wished, denied, second-hand or None."""


@dataclass(frozen=True, slots=True)
class Against:
    """A coding that speaks against, and why: by its valence, its standing or its case's outcome."""

    coding: str
    reason: str


def side_of(said: Iterable[Valued]) -> str:
    """The side that most codings are on: helps or hinders; helps when it is even or unsaid."""
    votes = Counter(one.valence for one in said if one.standing != DENIED)
    return HINDERS if votes[HINDERS] > votes[HELPS] else HELPS


def against(said: Iterable[Valued], side: str) -> tuple[Against, ...]:
    """The codings that speak against that side, in the order given.

    Those of the opposite valence and those whose standing is denied; mixed ones speak for both
    sides and are not listed.
    """
    found = []
    for one in said:
        if one.standing == DENIED:
            found.append(Against(one.coding, BY_STANDING))
        elif one.valence == OTHER[side]:
            found.append(Against(one.coding, BY_VALENCE))
    return tuple(found)


def against_absence(said: Iterable[Valued]) -> tuple[Against, ...]:
    """The codings that speak against a low rating: those that help and deny nothing."""
    return tuple(
        Against(one.coding, BY_VALENCE)
        for one in said
        if one.valence == HELPS and one.standing != DENIED
    )
