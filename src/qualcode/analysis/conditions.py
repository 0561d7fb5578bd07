"""Case × condition: how many passages and informants speak of each condition in each case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.asking import Asking
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import NOTHING, Group
from qualcode.domain.codebook import Code
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.table import DENIED, CellValue, Column, Row, Table

if TYPE_CHECKING:
    import pandas as pd

WHAT = ("case", "informant", "segment")
COLUMNS = (*WHAT, "standing", "code")
Cells = dict[tuple[str, ...], Group]


def conditions(basis: Basis) -> Table:
    """A row per case; per condition the passages and, as `<id>.informants`, who said them.

    A passage that says that the condition is absent (standing denied) is evidence for the sign
    of absence and not counted; so the three kinds of empty are told apart.
    """
    shown = shown_conditions(basis)
    frame = frames.coded(basis.material, COLUMNS)
    rolled = frames.rolled(frame, basis.codebook)
    everything = frames.within(rolled, "at", [code.id for code in shown])
    denied = frames.within(everything, "standing", [DENIED])
    said = frames.without(everything, "standing", [DENIED])
    cells = frames.groups(said, ["case", "at"], WHAT)
    absent = frames.groups(denied, ["case", "at"], WHAT)
    asking = Asking(basis.material)
    rows = [
        Row(case, basis.case_names[case], _row(basis, case, shown, (cells, absent), asking))
        for case in basis.case_rows()
    ]
    labels = {**basis.case_names, **{code.id: basis.code_names[code.id] for code in shown}}
    notes = _notes(basis, shown, said, denied, asking)
    return basis.table(_columns(basis, shown), rows, notes, labels)


def shown_conditions(basis: Basis) -> tuple[Code, ...]:
    """The conditions asked for, or above what was asked for.

    One that is retired, or part of an extension that is off, only while it has codings.
    """
    wanted = {at for code in basis.codes for at in basis.codebook.lineage(code)}
    codes = set(CodedRows.of(basis.material.codings).unsorted("code"))
    used = {at for code in codes for at in basis.codebook.lineage(code)}
    return tuple(
        code
        for code in basis.codebook.conditions
        if code.id in wanted and (basis.codebook.in_use(code) or code.id in used)
    )


def _columns(basis: Basis, shown: tuple[Code, ...]) -> list[Column]:
    columns = [Column("case", basis.words.column("case"), "case")]
    for code in shown:
        label = basis.code_names[code.id]
        columns.append(Column(code.id, label, "count"))
        columns.append(
            Column(
                f"{code.id}.informants", basis.words.column("of-informants", label=label), "count"
            )
        )
    return columns


def _row(
    basis: Basis,
    case: str,
    shown: tuple[Code, ...],
    found: tuple[Cells, Cells],
    asking: Asking,
) -> dict[str, CellValue]:
    row: dict[str, CellValue] = {"case": case}
    said, absent = found
    for code in shown:
        group = said.get((case, code.id))
        empty = asking.empty(case, code.id)
        if group is None and (case, code.id) in absent:
            empty = DENIED
            group = Group(NOTHING.counts, absent[case, code.id].ids)
        for key, what in ((code.id, "segment"), (f"{code.id}.informants", "informant")):
            row[key] = basis.cell(case, key, group or NOTHING, what, empty)
    return row


def _notes(
    basis: Basis,
    shown: tuple[Code, ...],
    said: pd.DataFrame,
    denied: pd.DataFrame,
    asking: Asking,
) -> list[str]:
    words = basis.words
    totals = frames.counted(said, ["at"], WHAT)
    parts = [
        basis.count_line(basis.code_names[code.id], totals.get((code.id,), NOTHING))
        for code in shown
    ]
    notes = [words.note("signs"), words.note("rolled"), words.note("unknown-person")]
    if parts:
        notes.append(words.note("totals", totals="; ".join(parts)))
    notes += basis.passages_note("denied-apart", denied)
    notes += basis.passages_note("wished-in", frames.within(said, "standing", ["wished"]))
    notes += basis.passages_note("loose", frames.within(said, "case", [""]))
    unknown = asking.unknown - {""}
    if unknown:
        notes.append(words.note("guide-unknown", cases=words.count("case", len(unknown))))
    if asking.silent:
        notes.append(words.note("no-documents", cases=words.count("case", len(asking.silent))))
    return notes
