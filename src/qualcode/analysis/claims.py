"""What the tables of findings and propositions share: cases by their stance, quotes, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from qualcode.analysis.basis import Basis
from qualcode.domain.chosen import CHOSEN_IN, People
from qualcode.domain.claims import STANCES, CaseEvidence, Grounds, Spoken, Weighed, weigh
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.evidence import evidence_key
from qualcode.domain.findings import Claims
from qualcode.domain.material import CodedRow
from qualcode.domain.quoting import tidy
from qualcode.domain.table import NOTHING_SAID, CellValue, Column, Counted

EMPTY = Claims()


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
    def known(self) -> frozenset[str]:
        """The ids of the table's codings."""
        return frozenset(CodedRows.of(self.basis.material.codings).column("coding"))

    def weighed(self, grounds: Grounds) -> Weighed:
        """How every case of the table stands to a claim."""
        return weigh(grounds, self.spoken)

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


def stance_cells(basis: Basis, row: str, weighed: Weighed) -> dict[str, CellValue]:
    """The number of cases of each stance, read with their names; together all of the table's.

    Silent cases have no passages behind them.
    """
    cells: dict[str, CellValue] = {}
    for stance in STANCES:
        cases = weighed.standing(stance)
        names = "; ".join(tidy(basis.case_names[one.case_id]) for one in cases)
        cell = counted(basis, (row, stance), len(cases), list(_behind(cases, stance)))
        cells[stance] = replace(cell, text=f"{len(cases)}: {names}" if cases else None)
    return cells


def _behind(cases: Sequence[CaseEvidence], stance: str) -> Iterable[CodedRow]:
    for case in cases:
        if stance == "supporting":
            yield from case.supporting
        elif stance == "contrary":
            yield from case.contrary
        elif stance == "mixed":
            yield from case.said


def counted(basis: Basis, place: tuple[str, str], value: int, rows: Iterable[CodedRow]) -> Counted:
    """A number with the codings behind it and its key; `place` is row and column."""
    ids = tuple(sorted({row.coding for row in rows}))
    key = evidence_key(basis.name, *place, ids)
    return Counted(value or None, None if value else NOTHING_SAID, ids, key)


def people_cells(basis: Basis, row: str, weighed: Weighed) -> dict[str, CellValue]:
    """Informants, organisations and passages behind what supports a claim."""
    rows = weighed.rows("for")
    employer = {p.id: p.organisation_id for p in basis.material.participants}
    heard = {one.informant for one in rows}
    numbers = {
        "informants": len(heard),
        "organisations": len({org for who in heard if (org := employer.get(who))}),
        "passages": len({one.segment for one in rows}),
    }
    return {name: counted(basis, (row, name), n, rows) for name, n in numbers.items()}


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
