"""Success factors and pitfalls as the analyst words them, with their cases for and against."""

from __future__ import annotations

from qualcode.analysis.basis import Basis
from qualcode.analysis.claims import (
    Weighing,
    claim_notes,
    people_cells,
    stance_cells,
    stance_columns,
)
from qualcode.domain.findings import FINDING_KINDS
from qualcode.domain.quoting import tidy
from qualcode.domain.table import CellValue, Column, Row, Table


def findings(basis: Basis) -> Table:
    """A row per finding, success factors before pitfalls, each in the analyst's order.

    Supporting, contrary, mixed and silent cases add up to the cases of the table.
    """
    weighing, words = Weighing(basis), basis.words
    found = sorted(weighing.claims.findings, key=lambda one: FINDING_KINDS.index(one.kind))
    rows, weighed = [], []
    for one in found:
        stands = weighing.stands(one.grounds)
        weighed.append(stands.weighed)
        cells: dict[str, CellValue] = {
            "kind": one.kind,
            "finding": one.id,
            **stance_cells(weighing, one.id, stands),
            **people_cells(weighing, one.id, stands),
            **weighing.quotes(one.id),
            "met": one.met,
            "status": one.status,
        }
        rows.append(Row(one.id, tidy(one.statement), cells, words.value(one.kind)))
    labels = {one.id: one.statement for one in found} | words.values()
    notes = claim_notes(basis, weighed, asserts=False)
    drafts = sum(one.status == "draft" for one in found)
    if drafts:
        notes.append(words.note("drafts", n=str(drafts), all=str(len(found))))
    return basis.table(_columns(basis), rows, notes, labels)


def _columns(basis: Basis) -> list[Column]:
    words = basis.words
    return [
        Column("kind", words.column("kind"), "value"),
        Column("finding", words.column("finding"), "value"),
        *stance_columns(basis),
        *(Column(n, words.column(n), "count") for n in ("informants", "organisations", "passages")),
        Column("quotes", words.column("chosen"), "quote"),
        Column("met", words.column("met")),
        Column("status", words.column("status"), "value"),
    ]
