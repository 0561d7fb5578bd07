"""How far the material has been read and coded, for tables that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple


class UnitRow(NamedTuple):
    """One unit: a turn of an informant, `start` to `end` in code points, half-open.

    `coders` are those whose live codings or degrees touch it, `readers` who marked it as read.
    """

    document_id: str
    n: int
    start: int
    end: int
    coders: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()

    @property
    def coded(self) -> bool:
        """Whether anybody coded something in it."""
        return bool(self.coders)

    @property
    def unread(self) -> bool:
        """Whether it is neither coded nor marked as read."""
        return not (self.coders or self.readers)


@dataclass(frozen=True, slots=True)
class Reading:
    """The units of all documents in the order of the documents, and what was done with them.

    `minutes` are by document id, only where the transcript has times; `dates` are ISO; `replied`
    are ids of participants who answered to the readings of their words; `stance` is the project's.
    """

    units: tuple[UnitRow, ...] = ()
    minutes: Mapping[str, float] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    replied: frozenset[str] = frozenset()
    stance: str = "single-coder"

    def by_coder(self, coder: str) -> Reading:
        """What one coder (by name) read and coded."""
        units = tuple(
            unit._replace(
                coders=tuple(name for name in unit.coders if name == coder),
                readers=tuple(name for name in unit.readers if name == coder),
            )
            for unit in self.units
        )
        return replace(self, units=units)
