"""What the tables of findings and propositions share: cases by their stance, quotes, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
from qualcode.domain.chosen import CHOSEN_IN, People
from qualcode.domain.claims import STANCES, CaseEvidence, Grounds, Spoken, Weighed, weigh
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.findings import Claims
from qualcode.domain.material import CodedRow
from qualcode.domain.quoting import tidy
from qualcode.domain.table import CellValue, Column

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
        group = _group({stance: len(cases)}, _behind(cases, stance))
        cell = basis.cell(row, stance, group, stance)
        cells[stance] = replace(cell, text=f"{len(cases)}: {names}" if cases else None)
    return cells


def _behind(cases: Sequence[CaseEvidence], stance: str) -> Iterable[CodedRow]:
    parts = {
        "supporting": ("supporting",),
        "contrary": ("contrary",),
        "mixed": ("supporting", "contrary", "aside"),
        "silent": (),
    }
    return chain.from_iterable(getattr(case, name) for case in cases for name in parts[stance])


def _group(counts: Mapping[str, int], rows: Iterable[CodedRow]) -> Group:
    """Numbers with the codings behind them."""
    return Group(counts, tuple(sorted({row.coding for row in rows})))


def people_cells(basis: Basis, row: str, weighed: Weighed) -> dict[str, CellValue]:
    """Informants, organisations and passages behind what supports a claim."""
    rows = weighed.rows("for")
    employer = {p.id: p.organisation_id for p in basis.material.participants}
    heard = {one.informant for one in rows}
    counts = {
        "informants": len(heard),
        "organisations": len({org for who in heard if (org := employer.get(who))}),
        "passages": len({one.segment for one in rows}),
    }
    group = _group(counts, rows)
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
