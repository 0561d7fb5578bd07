"""What the tables of findings and propositions share: cases by their stance, quotes, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
from qualcode.domain.chosen import CHOSEN_IN, People
from qualcode.domain.claims import (
    STANCES,
    Grounds,
    Spoken,
    Weighed,
    codings_of,
    weigh_these,
)
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.findings import Claims
from qualcode.domain.material import Material
from qualcode.domain.quoting import tidy
from qualcode.domain.table import CellValue, Column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

EMPTY = Claims()
PARTS = ("supporting", "contrary", "aside")
BEHIND: Mapping[str, Sequence[str]] = {
    "supporting": ("supporting",),
    "contrary": ("contrary",),
    "mixed": PARTS,
    "silent": (),
}
"""Which of its codings are behind a case of each stance."""


class Numbered:
    """The codings of a material as numbers: many claims rest on the same thousands of them."""

    def __init__(self, material: Material, ids: Sequence[str]) -> None:
        """`ids` say at which place each coding stands."""
        import numpy as np
        import pandas as pd

        frame = frames.coded(material, ("informant", "segment"))
        numbers = {name: frames.numbered(frame[name]) for name in frame.columns}
        ranks, names = numbers["coding"]
        at = np.empty(len(names), dtype=np.int64)
        at[names.get_indexer(pd.Index(ids, dtype=object))] = np.arange(len(names))
        order = np.argsort(at[ranks])
        self._numbers = {
            name: (found[order], known.to_numpy(dtype=object))
            for name, (found, known) in numbers.items()
        }

    def distinct(self, name: str, places: Sequence[int]) -> list[str]:
        """The different informants, segments or codings (ids) at these places; codings sorted."""
        import numpy as np

        numbers, names = self._numbers[name]
        met = np.zeros(len(names), dtype=bool)
        met[numbers[np.array(places, dtype=np.int64)]] = True
        found: list[str] = names[met].tolist()
        return found

    def group(self, counts: Mapping[str, int], places: Sequence[int]) -> Group:
        """Numbers with the codings behind them."""
        return Group(counts, tuple(self.distinct("coding", places)))


@dataclass(frozen=True, slots=True)
class Stands:
    """How every case stands to a claim, with the places of its codings.

    `places` are by what a case evidence calls them, then by case; last those of no case.
    """

    weighed: Weighed
    places: Mapping[str, Sequence[Sequence[int]]]


class Weighing:
    """The claims of one table, weighed against the table's own material when they are asked for."""

    def __init__(self, basis: Basis) -> None:
        material = basis.material
        self.basis = basis
        self.claims = material.claims or EMPTY
        self.people = People(material.participants, material.organisations)

    @cached_property
    def spoken(self) -> Spoken:
        """The table's codings, as claims rest on them."""
        return Spoken(self.basis.material)

    @cached_property
    def numbered(self) -> Numbered:
        """The table's codings as numbers, to count them by."""
        return Numbered(self.basis.material, self.spoken.ids)

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of the table's codings."""
        return frozenset(CodedRows.of(self.basis.material.codings).unsorted("coding"))

    def stands(self, grounds: Grounds) -> Stands:
        """How every case of the table stands to a claim."""
        found = codings_of(grounds, self.spoken)
        places = map(self.spoken.places_by_case, found)
        return Stands(
            weigh_these(found, grounds, self.spoken), dict(zip(PARTS, places, strict=True))
        )

    def quotes(self, owner: str) -> dict[str, CellValue]:
        """By column the quotes chosen for a row whose passages the table counts."""
        return {
            column: self.people.lines(
                [
                    quote
                    for quote in self.claims.chosen(kind, owner, side)
                    if quote.coding in self.known
                ],
                translated(self.basis),
            )
            for column, (kind, side) in CHOSEN_IN[self.basis.name].items()
        }


def translated(basis: Basis) -> str:
    """The sentence beside a translated quote, its places left open."""
    places = {name: f"{{{name}}}" for name in ("translator", "original")}
    return basis.words.note("translated", **places)


def stance_columns(basis: Basis) -> list[Column]:
    """The cases by stance."""
    return [Column(one, basis.words.column(one), "count") for one in STANCES]


def stance_cells(weighing: Weighing, row: str, found: Stands) -> dict[str, CellValue]:
    """The number of cases of each stance, read with their names; together all of the table's.

    Silent cases have no passages behind them.
    """
    basis, cells = weighing.basis, dict[str, CellValue]()
    for stance in STANCES:
        cases = [n for n, one in enumerate(found.weighed.cases) if one.stance == stance]
        names = "; ".join(
            tidy(basis.case_names[found.weighed.cases[case].case_id]) for case in cases
        )
        behind = [found.places[part][case] for case in cases for part in BEHIND[stance]]
        group = weighing.numbered.group({stance: len(cases)}, list(chain.from_iterable(behind)))
        cell = basis.cell(row, stance, group, stance)
        cells[stance] = replace(cell, text=f"{len(cases)}: {names}" if cases else None)
    return cells


def people_cells(weighing: Weighing, row: str, found: Stands) -> dict[str, CellValue]:
    """Informants, organisations and passages behind what supports a claim."""
    basis, numbered = weighing.basis, weighing.numbered
    employer = {p.id: p.organisation_id for p in basis.material.participants}
    behind = list(chain.from_iterable(found.places["supporting"][:-1]))
    heard = numbered.distinct("informant", behind)
    counts = {
        "informants": len(heard),
        "organisations": len({org for who in heard if (org := employer.get(who))}),
        "passages": len(numbered.distinct("segment", behind)),
    }
    group = numbered.group(counts, behind)
    return {name: basis.cell(row, name, group, name) for name in counts}


def claim_notes(basis: Basis, weighed: Sequence[Weighed], *, asserts: bool) -> list[str]:
    """The rules of the table, and what is in no number: passages aside, cases placed by hand."""
    words = basis.words
    notes = [words.note("signs"), words.note("stances"), words.note("stances-sum")]
    notes.append(words.note("several-findings" if not asserts else "never-silent"))
    cases = [case for one in weighed for case in one.cases]
    aside = {row.segment for case in cases for row in case.aside}
    if aside:
        count = words.count("passage", len(aside))
        notes.append(words.note("aside-asserted" if asserts else "aside", passages=count))
    placed = [f"{basis.case_names[c.case_id]} ({c.reason})" for c in cases if c.reason is not None]
    if placed:
        notes.append(words.note("placed", cases=tidy("; ".join(dict.fromkeys(placed)))))
    loose = {row.segment for one in weighed for row in one.loose}
    if loose:
        notes.append(words.note("loose-claims", passages=words.count("passage", len(loose))))
    notes.append(words.note("chosen"))
    return notes
