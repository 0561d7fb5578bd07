"""The framework matrix as a table: what the analyst charted, per case, informant or role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualcode.analysis.asking import Asking
from qualcode.analysis.basis import Basis
from qualcode.analysis.framework_rows import documents_of, matrix_rows
from qualcode.analysis.ordering import PLACES, captioned, ordering
from qualcode.analysis.ratings import STALE_SIGN
from qualcode.domain.codebook import Code
from qualcode.domain.coded_rows import CodedRows
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
    state_of,
)
from qualcode.domain.table import DENIED, EMPTY_SIGNS, CellValue, Column, Counted, Row, Table

Said = Mapping[tuple[str, str], Sequence[int]]
"""Places in the unsorted columns of the codings, by row and code."""


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
    coded = CodedRows.of(basis.material.codings)
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
            state = state_of(cells.get(place), _counts(coded, here), empty, place)
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
    coded = set(CodedRows.of(basis.whole.codings).unsorted("code"))
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
    wanted, rows = frozenset(codes), CodedRows.of(basis.material.codings)
    lineages = {
        code: [at for at in basis.codebook.lineage(code) if at in wanted]
        for code in set(rows.unsorted("code"))
    }
    found: dict[tuple[str, str], list[int]] = {}
    for place, (row, code) in enumerate(
        zip(_matrix_rows(basis, kind), rows.unsorted("code"), strict=True)
    ):
        for at in lineages[code] if row is not None else ():
            found.setdefault((row or "", at), []).append(place)
    return found


def _matrix_rows(basis: Basis, kind: str) -> Sequence[str | None]:
    """The row that each coding stands in: its case, its informant or the informant's role."""
    rows = CodedRows.of(basis.material.codings)
    if kind == CASE:
        return rows.unsorted("case_id")
    people = rows.unsorted("participant_id")
    if kind == PARTICIPANT:
        return people
    roles = {person.id: person.role for person in basis.material.participants}
    return [roles.get(who) for who in people]


def _counts(rows: CodedRows, places: Sequence[int]) -> tuple[int, int]:
    """Distinct passages that do not deny, and distinct ones that do."""
    segments, standings = rows.unsorted("segment"), rows.unsorted("standing")
    denied = {segments[place] for place in places if standings[place] == DENIED}
    return len({segments[at] for at in places if standings[at] != DENIED}), len(denied)


def _cell(basis: Basis, state: CellState, here: Sequence[int]) -> Counted:
    """The summary, the passages that wait for one, or the sign of an empty cell."""
    place = state.place
    codings = CodedRows.of(basis.material.codings).unsorted("coding")
    ids = tuple(sorted(codings[at] for at in here))
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
    rows, wanted = CodedRows.of(basis.material.codings), frozenset(codes)
    here = {
        code
        for code in set(rows.unsorted("code"))
        if not wanted.isdisjoint(basis.codebook.lineage(code))
    }
    standing = _matrix_rows(basis, basis.options.rows)
    lost = {
        segment
        for segment, row, code in zip(
            rows.unsorted("segment"), standing, rows.unsorted("code"), strict=True
        )
        if not row and code in here
    }
    if not lost:
        return []
    return [basis.words.note("rowless", passages=basis.words.count("passage", len(lost)))]
