"""Themes across cases: who speaks of each, where, and what the analyst says of it."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.analysis.claims import Weighing
from qualcode.analysis.frames import NOTHING, Group
from qualcode.domain.codebook import in_language
from qualcode.domain.evidence import evidence_key
from qualcode.domain.people import Theme
from qualcode.domain.table import (
    DENIED,
    NOTHING_SAID,
    CellValue,
    Column,
    Counted,
    Row,
    Table,
)

if TYPE_CHECKING:
    import pandas as pd

WHAT = ("case", "informant", "segment")
COLUMNS = (*WHAT, "document", "standing", "code", "valence", "label")


def themes(basis: Basis) -> Table:
    """A row per theme, a column per case beside the counts.

    A theme holds the passages of its codes and those below them, of its labels, its single
    passages, and for a theme over a scale every passage with a degree; each once.
    """
    everything = frames.said(basis.material, COLUMNS)
    denied = frames.within(everything, "standing", [DENIED])
    said = frames.without(everything, "standing", [DENIED])
    weighing = Weighing(basis)
    rows = [
        Row(row.key, row.label, {**row.cells, **weighing.quotes(row.key)})
        for row in (_row(basis, theme, said, denied) for theme in basis.material.themes)
    ]
    words = basis.words
    columns = [
        Column("theme", words.column("theme"), "value"),
        Column("cases", words.column("cases"), "count"),
        Column("informants", words.column("informants"), "count"),
        Column("groups", words.column("groups"), "count"),
        Column("passages", words.column("passages"), "count"),
        Column("contrary", words.column("contrary"), "count"),
        Column("summary", words.column("summary"), "text"),
        Column("quotes", words.column("chosen"), "quote"),
        *(Column(case, basis.case_names[case], "count") for case in basis.case_rows() if case),
    ]
    notes = [words.note(key) for key in ("signs", "theme", "contrary-theme")]
    notes += basis.passages_note("denied-apart", _of_any_theme(basis, denied))
    labels = {theme.id: _name(basis, theme) for theme in basis.material.themes}
    return basis.table(columns, rows, notes, {**labels, **basis.case_names})


def _name(basis: Basis, theme: Theme) -> str:
    """The name as it was typed; that of a theme of the codebook in the table's language."""
    if theme.origin == "deductive":
        for start in basis.codebook.themes:
            if theme.name in start.label.values():
                return in_language(start.label, basis.words.language, theme.name)
    return theme.name


def _of(basis: Basis, theme: Theme, frame: pd.DataFrame) -> pd.Series[bool]:
    """Which rows of the frame belong to the theme."""
    codes = [below for code in theme.codes for below in basis.codebook.below(code)]
    mine = frame["code"].isin(codes) & (frame["kind"] == "coding")
    mine |= frame["segment"].isin(theme.segments)
    mine |= frame["label"].isin(theme.labels)
    if theme.scale is not None:
        mine |= frame["kind"] == "degree"
    return mine


def _of_any_theme(basis: Basis, frame: pd.DataFrame) -> pd.DataFrame:
    found = [_of(basis, theme, frame) for theme in basis.material.themes]
    return frame[reduce(or_, found)] if found else frame.iloc[:0]


def _row(basis: Basis, theme: Theme, said: pd.DataFrame, denied: pd.DataFrame) -> Row:
    mine = said[_of(basis, theme, said)]
    whole = frames.group(mine, WHAT)
    per_case = frames.groups(mine, ["case"], ("segment",))
    absent = frames.groups(denied[_of(basis, theme, denied)], ["case"], ("segment",))
    cells: dict[str, CellValue] = {
        "theme": theme.id,
        "cases": basis.cell(theme.id, "cases", whole, "case"),
        "informants": basis.cell(theme.id, "informants", whole, "informant"),
        "groups": _groups(basis, theme, mine),
        "passages": basis.cell(theme.id, "passages", whole, "segment"),
        "contrary": basis.cell(theme.id, "contrary", _contrary(mine), "case"),
        "summary": theme.summary,
    }
    for case in (case.id for case in basis.material.cases):
        if (case,) in absent and (case,) not in per_case:
            only = Group(NOTHING.counts, absent[case,].ids)
            cells[case] = basis.cell(theme.id, case, only, "segment", DENIED)
        else:
            cells[case] = basis.cell(theme.id, case, per_case.get((case,), NOTHING), "segment")
    return Row(theme.id, _name(basis, theme), cells)


def _groups(basis: Basis, theme: Theme, mine: pd.DataFrame) -> Counted:
    """The groups of documents that the theme's passages are from."""
    groups = {document.id: document.groups for document in basis.material.documents}
    grouped = frames.within(mine, "document", [one for one, held in groups.items() if held])
    heard = {group for document in grouped["document"].unique() for group in groups[document]}
    ids = tuple(sorted(set(grouped["coding"])))
    key = evidence_key(basis.name, theme.id, "groups", ids)
    return Counted(len(heard) or None, None if heard else NOTHING_SAID, ids, key)


def _contrary(mine: pd.DataFrame) -> Group:
    """The cases on the rarer side; on hinders when both sides are as common."""
    known = frames.without(mine, "standing", ("wished",))
    sides = [
        frames.group(frames.within(known, "valence", [valence]), ("case",))
        for valence in ("hinders", "helps")
    ]
    if not all(side.counts["case"] for side in sides):
        return NOTHING
    return min(sides, key=lambda side: side.counts["case"])
