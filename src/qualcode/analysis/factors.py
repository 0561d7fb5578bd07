"""Success factors and pitfalls: two views of the same codes below the conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import NOTHING, Group
from qualcode.domain.codebook import Code
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.quoting import may_quote, typical
from qualcode.domain.table import CellValue, Column, Row, Table

if TYPE_CHECKING:
    import pandas as pd

LEFT_OUT = ("wished", "denied")
"""Standings that say nothing of what helped or hindered."""

COLUMNS = ("case", "informant", "segment", "organisation", "code", "valence", "standing")

COUNTS = {"cases": "case", "informants": "informant", "passages": "segment"}


def success_factors(basis: Basis) -> Table:
    """The codes below a condition that somebody says help, with their cases for and against."""
    return _factors(basis, ("helps", "hinders"), "success-factor")


def pitfalls(basis: Basis) -> Table:
    """The codes below a condition that somebody says hinder, with their cases for and against."""
    return _factors(basis, ("hinders", "helps"), "pitfall")


def _factors(basis: Basis, sides: tuple[str, str], noun: str) -> Table:
    """`sides` are the valence that the table is about and its opposite."""
    side, other = sides
    frame = frames.coded(basis.material, COLUMNS)
    below = frames.within(frame, "code", [code.id for code in _rows_of(basis)])
    rolled = frames.rolled(below, basis.codebook)
    rolled = frames.within(rolled, "at", [code.id for code in _rows_of(basis)])
    valued = frames.within(rolled, "valence", [side, "mixed"])
    counted = frames.without(valued, "standing", LEFT_OUT)
    against = frames.within(frames.without(rolled, "standing", LEFT_OUT), "valence", [other])
    found = frames.groups(counted, ["at"], ("case", "informant", "segment", "organisation"))
    contrary = frames.groups(against, ["at"], ("case",))
    rows = [
        _row(basis, code, found[code.id,], contrary.get((code.id,), NOTHING))
        for code in _rows_of(basis)
        if (code.id,) in found
    ]
    notes = _notes(basis, noun, frame, valued)
    return basis.table(_columns(basis, noun), rows, notes, basis.code_names)


def _rows_of(basis: Basis) -> list[Code]:
    """The codes below a condition, condition by condition, parents before children."""
    return [
        code
        for code in basis.codebook.walk()
        if code.id in basis.codes
        and code.kind != "condition"
        and basis.codebook.condition_of(code.id) is not None
    ]


def _columns(basis: Basis, noun: str) -> list[Column]:
    words = basis.words
    return [
        Column("condition", words.column("condition"), "code"),
        Column("code", words.column(noun), "code"),
        Column("cases", words.column("cases"), "count"),
        Column("informants", words.column("informants"), "count"),
        Column("organisations", words.column("organisations"), "count"),
        Column("passages", words.column("passages"), "count"),
        Column("case_names", words.column("case_names"), "text"),
        Column("contrary", words.column("contrary"), "count"),
        Column("quote", words.column("typical"), "quote"),
    ]


def _row(basis: Basis, code: Code, group: Group, contrary: Group) -> Row:
    condition = basis.codebook.condition_of(code.id)
    rows, allowed = CodedRows.of(basis.material.codings), may_quote(basis.material)
    cases, people = rows.unsorted("case_id"), rows.unsorted("participant_id")
    places = [basis.places[coding] for coding in group.ids]
    said = rows.at(place for place in places if people[place] in allowed)
    said.sort(key=lambda row: (row.document_id, row.start, row.end, row.coding))
    quotes = typical(basis.material, said)
    cells: dict[str, CellValue] = {
        "condition": condition.id if condition else None,
        "code": code.id,
        "organisations": basis.cell(code.id, "organisations", group, "organisation"),
        "case_names": basis.names_of({cases[place] for place in places}),
        "contrary": basis.cell(code.id, "contrary", contrary, "case"),
        "quote": quotes[0].line if quotes else None,
    }
    for column, what in COUNTS.items():
        cells[column] = basis.cell(code.id, column, group, what)
    heading = basis.code_names[condition.id] if condition else None
    return Row(code.id, basis.code_names[code.id], cells, heading)


def _notes(basis: Basis, noun: str, frame: pd.DataFrame, valued: pd.DataFrame) -> list[str]:
    words = basis.words
    counted = frames.without(valued, "standing", LEFT_OUT)
    conditions = [code.id for code in basis.codebook.conditions]
    direct = frames.without(frames.within(frame, "code", conditions), "standing", LEFT_OUT)
    side = "helps" if noun == "success-factor" else "hinders"
    notes = [
        words.note("signs"),
        words.note("rolled"),
        words.note("several"),
        words.note("contrary-success" if noun == "success-factor" else "contrary-pitfall"),
    ]
    notes += basis.passages_note("mixed-both", frames.within(counted, "valence", ["mixed"]))
    notes += basis.passages_note("left-out", frames.within(valued, "standing", LEFT_OUT))
    notes += basis.passages_note("on-condition", frames.within(direct, "valence", [side, "mixed"]))
    notes.append(words.note("typical"))
    return notes
