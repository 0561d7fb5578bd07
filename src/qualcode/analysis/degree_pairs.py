"""Degrees of collaboration between partners: who says what of whom, per case and period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualcode.analysis.basis import Basis
from qualcode.analysis.degrees import degree_scale
from qualcode.domain.degree_pairs import LEFT_OUT, DegreeMatrix, DirectedPair, degree_matrix
from qualcode.domain.evidence import evidence_key
from qualcode.domain.table import NOTHING_SAID, CellValue, Column, Counted, Row, Table

APART_SIGN = "≠"
"""Stands in both cells of a pair whose sides lie two steps apart, in every language."""


def degrees(basis: Basis) -> Table:
    """A row per case and organisation that stands first in a pair, a column per one that stands
    second; the cells list the degrees with the number of passages for each.

    With `period` only what is said of it; else all periods together.
    """
    period = basis.options.period
    matrices = [degree_matrix(basis.material.degrees, case, period) for case in basis.case_rows()]
    matrices = [one for one in matrices if one.pairs]
    names = {one.id: one.name for one in basis.whole.organisations}
    shown = _second(basis, matrices, names)
    rows = [row for one in matrices for row in _rows(basis, one, shown, names)]
    words = basis.words
    columns = [
        Column("case", words.column("case"), "case"),
        Column("from", words.column("from"), "value"),
        *(Column(one, names.get(one, one), "text") for one in shown),
    ]
    labels = {**basis.case_names, **names}
    return basis.table(columns, rows, _notes(basis, matrices, names), labels)


def _second(
    basis: Basis, matrices: Sequence[DegreeMatrix], names: Mapping[str, str]
) -> tuple[str, ...]:
    """The organisations that stand second, case by case and by name."""
    found: dict[str, None] = {}
    for one in matrices:
        second = {to for _, to in one.pairs}
        for organisation in sorted(second, key=lambda org: (names.get(org, org), org)):
            found[organisation] = None
    return tuple(found)


def _rows(
    basis: Basis, matrix: DegreeMatrix, shown: Sequence[str], names: Mapping[str, str]
) -> list[Row]:
    rows = []
    first = sorted({one for one, _ in matrix.pairs}, key=lambda org: (names.get(org, org), org))
    for organisation in first:
        key = f"{matrix.case_id}:{organisation}"
        cells: dict[str, CellValue] = {"case": matrix.case_id, "from": organisation}
        for to in shown:
            pair = matrix.pairs.get((organisation, to))
            apart = (organisation, to) in matrix.apart
            cells[to] = _cell(basis, (key, to), pair, apart=apart)
        label = names.get(organisation, organisation)
        rows.append(Row(key, label, cells, basis.case_names[matrix.case_id]))
    return rows


def _cell(
    basis: Basis, place: tuple[str, str], pair: DirectedPair | None, *, apart: bool
) -> Counted:
    if pair is None:
        return Counted(None, NOTHING_SAID)
    levels = ", ".join(f"{value} ({count})" for value, count in pair.levels.items())
    key = evidence_key(basis.name, *place, pair.degrees)
    words = f"{levels} {APART_SIGN}" if apart else levels
    return Counted(pair.passages, None, pair.degrees, key, words)


def _notes(basis: Basis, matrices: Sequence[DegreeMatrix], names: Mapping[str, str]) -> list[str]:
    words = basis.words
    notes = [words.note("pair-cells"), words.note("pair-apart")]
    scale = degree_scale(basis)
    if scale is not None:
        values = "; ".join(
            f"{one.value} {one.label.get(words.language) or one.label.get('en', one.id)}"
            for one in scale.values
            if one.value is not None
        )
        book = basis.codebook
        notes.append(words.note("degree-scale", values=values, book=f"{book.id} {book.version}"))
    if basis.options.period is not None:
        notes.append(words.note("of-period", period=basis.options.period))
    else:
        notes.append(words.note("all-periods"))
    notes += _apart(basis, matrices, names)
    return notes + _left_out(basis)


def _apart(basis: Basis, matrices: Sequence[DegreeMatrix], names: Mapping[str, str]) -> list[str]:
    pairs = [
        f"{basis.case_names[one.case_id]}: {names.get(a, a)} – {names.get(b, b)}"
        for one in matrices
        for a, b in sorted(one.apart, key=lambda pair: [names.get(org, org) for org in pair])
        if (names.get(a, a), a) < (names.get(b, b), b)
    ]
    return [basis.words.note("apart", pairs="; ".join(pairs))] if pairs else []


def _left_out(basis: Basis) -> list[str]:
    words, notes = basis.words, []
    mine = [row for row in basis.material.degrees if basis.options.period in (None, row.period)]
    wished = sum(row.standing in LEFT_OUT for row in mine)
    if wished:
        notes.append(words.note("degrees-left-out", degrees=words.count("degree", wished)))
    alone = sum(not (row.from_id and row.to_id) and row.standing not in LEFT_OUT for row in mine)
    if alone:
        notes.append(words.note("pairless", degrees=words.count("degree", alone)))
    return notes
