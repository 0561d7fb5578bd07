"""The framework matrix as a table: what the analyst charted, per case, informant or role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualcode.analysis.asking import Asking
from qualcode.analysis.basis import Basis
from qualcode.analysis.framework_rows import documents_of, matrix_rows
from qualcode.analysis.ordering import PLACES, captioned, ordering
from qualcode.analysis.ratings import STALE_SIGN
from qualcode.domain.codebook import Code
from qualcode.domain.evidence import evidence_key
from qualcode.domain.framework import (
    CASE,
    PARTICIPANT,
    STALE,
    UNCHARTED,
    CellState,
    Charted,
    MatrixRow,
    Place,
    counts_of,
    row_of,
    state_of,
)
from qualcode.domain.material import CodedRow
from qualcode.domain.table import EMPTY_SIGNS, CellValue, Column, Counted, Row, Table

Said = Mapping[tuple[str, str], Sequence[CodedRow]]


def framework(basis: Basis) -> Table:
    """A row per case, participant or role; a column per code with the summaries of its cells.

    One code asked for stands with the codes right below it; several stand for themselves; none
    means the conditions and whatever else is charted. A cell counts its passages that deny
    nothing, and holds the summary, or how many passages wait to be charted.
    """
    kind = basis.options.rows
    written = basis.whole.charted or Charted()
    cells = {one.place: one for one in written.cells if one.place.row_kind == kind}
    shown = _shown(basis, {place.code for place in cells})
    found = matrix_rows(basis.material, kind, basis.options.order, basis.words.language)
    said = _said(basis, kind, [code.id for code in shown])
    asking = Asking(basis.material, documents_of(basis.material, kind))
    states: dict[tuple[str, str], CellState] = {}
    rows = []
    for row in found:
        values: dict[str, CellValue] = {kind: row.id}
        if kind == PARTICIPANT:
            values["case"] = row.case
        for code in shown:
            place = Place(kind, row.id, code.id)
            here = said.get((row.id, code.id), ())
            empty = asking.empty(row.id, code.id)
            state = state_of(cells.get(place), counts_of(here), empty, place)
            states[row.id, code.id] = state
            values[code.id] = _cell(basis, state, here)
        rows.append(Row(row.id, row.label, values))
    labels = {**basis.case_names, **{row.id: row.label for row in found}}
    table = basis.table(
        _columns(basis, kind, shown), rows, _notes(basis, (found, shown), states), labels
    )
    order = None if kind not in (CASE, PARTICIPANT) else basis.options.order
    return captioned(
        table,
        ordering(basis.material, order, basis.words.language),
        basis.case_names,
        basis.words.note("ordered-by", **PLACES),
    )


def _shown(basis: Basis, charted: set[str]) -> tuple[Code, ...]:
    """The columns; a code that is retired only where it has codings or a summary."""
    book, asked = basis.codebook, basis.options.codes
    coded = {row.code for row in basis.whole.codings}
    used = {at for code in coded for at in book.lineage(code)} | charted
    if len(asked) == 1:
        wanted = {asked[0], *(code.id for code in book.children(asked[0]))}
    elif asked:
        wanted = set(asked)
    else:
        wanted = {code.id for code in book.conditions} | charted
    return tuple(
        code for code in book.codes if code.id in wanted and (book.in_use(code) or code.id in used)
    )


def _columns(basis: Basis, kind: str, shown: Sequence[Code]) -> list[Column]:
    words = basis.words
    columns = [Column(kind, words.column(kind), "case" if kind == CASE else "value")]
    if kind == PARTICIPANT:
        columns.append(Column("case", words.column("case"), "text"))
    return columns + [Column(code.id, basis.code_names[code.id], "text") for code in shown]


def _said(basis: Basis, kind: str, codes: Sequence[str]) -> Said:
    wanted = frozenset(codes)
    roles = {person.id: person.role for person in basis.material.participants}
    found: dict[tuple[str, str], list[CodedRow]] = {}
    for one in basis.material.codings:
        row = row_of(kind, one, roles)
        for at in basis.codebook.lineage(one.code) if row is not None else ():
            if at in wanted:
                found.setdefault((row or "", at), []).append(one)
    return found


def _cell(basis: Basis, state: CellState, here: Sequence[CodedRow]) -> Counted:
    """The summary, the passages that wait for one, or the sign of an empty cell."""
    place = state.place
    ids = tuple(sorted(one.coding for one in here))
    key = evidence_key(basis.name, place.row, place.code, ids)
    if state.summary is not None:
        mark = STALE_SIGN if state.state == STALE else ""
        return Counted(state.passages, None, ids, key, f"{state.summary}{mark}")
    if state.state == UNCHARTED:
        count = basis.words.count("passage", state.passages)
        words = basis.words.note("uncharted", passages=count)
        return Counted(state.passages, None, ids, key, words)
    return Counted(None, state.state, ids, key, EMPTY_SIGNS[state.state])


def _notes(
    basis: Basis,
    shape: tuple[Sequence[MatrixRow], Sequence[Code]],
    states: Mapping[tuple[str, str], CellState],
) -> list[str]:
    rows, shown = shape
    words = basis.words
    notes = [words.note("signs"), words.note("rolled-cells")]
    if basis.options.rows != CASE:
        notes += _rowless(basis, [code.id for code in shown])
    waiting = sum(one.state == UNCHARTED for one in states.values())
    if waiting:
        notes.append(words.note("cells-waiting", cells=words.count("cell", waiting)))
    stale = [
        f"{row.label}: {basis.code_names[code.id]}"
        for row in rows
        for code in shown
        if states[row.id, code.id].state == STALE
    ]
    if stale:
        count = words.count("cell", len(stale))
        notes.append(words.note("stale-cells", count=count, cells="; ".join(stale)))
    return notes


def _rowless(basis: Basis, codes: Sequence[str]) -> list[str]:
    """The note on passages that stand in no row, since nobody knows who says them."""
    roles = {person.id: person.role for person in basis.material.participants}
    wanted = frozenset(codes)
    lost = {
        one.segment
        for one in basis.material.codings
        if not row_of(basis.options.rows, one, roles)
        and not wanted.isdisjoint(basis.codebook.lineage(one.code))
    }
    if not lost:
        return []
    return [basis.words.note("rowless", passages=basis.words.count("passage", len(lost)))]
