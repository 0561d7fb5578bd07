"""Propositions held against every case, with the strongest evidence both ways and a verdict."""

from __future__ import annotations

from qualcode.analysis.basis import Basis
from qualcode.analysis.claims import (
    Weighing,
    claim_notes,
    stance_cells,
    stance_columns,
)
from qualcode.domain.quoting import tidy
from qualcode.domain.table import CellValue, Column, Row, Table


def propositions(basis: Basis) -> Table:
    """A row per proposition in the analyst's order; a case that speaks of it is never silent.

    Supporting, contrary, mixed and silent cases add up to the cases of the table.
    """
    weighing, words = Weighing(basis), basis.words
    found = weighing.claims.propositions
    rows, weighed = [], []
    for one in found:
        stands = weighing.stands(one.grounds)
        weighed.append(stands.weighed)
        cells: dict[str, CellValue] = {
            "proposition": one.id,
            **stance_cells(weighing, one.id, stands),
            **weighing.quotes(one.id),
            "rival": one.rival,
            "verdict": one.verdict,
            "status": one.status,
        }
        rows.append(Row(one.id, tidy(one.statement), cells))
    notes = claim_notes(basis, weighed, asserts=True)
    broken = [one.statement for one in found if one.grounds.broken]
    if broken:
        notes.append(words.note("broken-query", propositions="; ".join(map(tidy, broken))))
    columns = [
        Column("proposition", words.column("proposition"), "value"),
        *stance_columns(basis),
        Column("strongest_for", words.column("strongest_for"), "quote"),
        Column("strongest_against", words.column("strongest_against"), "quote"),
        Column("rival", words.column("rival")),
        Column("verdict", words.column("verdict"), "value"),
        Column("status", words.column("status"), "value"),
    ]
    labels = {one.id: one.statement for one in found} | words.values()
    return basis.table(columns, rows, notes, labels)
