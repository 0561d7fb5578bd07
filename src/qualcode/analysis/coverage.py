"""How far each document was read and coded."""

from __future__ import annotations

from qualcode.analysis.basis import Basis
from qualcode.analysis.material import progress, unread_note
from qualcode.domain.table import CellValue, Column, Row, Table

COLUMNS = ("units", "read", "coded", "unread")


def coverage(basis: Basis) -> Table:
    """A row per document: its units, those only read, coded, unread, and the share that is done.

    The share is of the document's units, in per cent; None for a document without units.
    """
    words = basis.words
    rows = []
    for document in basis.transcripts:
        units = basis.units.get(document.id, ())
        done = sum(not unit.unread for unit in units)
        cells: dict[str, CellValue] = {
            "document": document.name,
            "case": document.case_id,
            **progress(units),
            "share": round(100 * done / len(units), 1) if units else None,
        }
        rows.append(Row(document.id, document.name, cells))
    columns = [
        Column("document", words.column("document"), "text"),
        Column("case", words.column("case"), "case"),
        *(Column(key, words.column(key), "number") for key in COLUMNS),
        Column("share", words.column("share-done"), "number"),
    ]
    return basis.table(columns, rows, [words.note("units"), *unread_note(basis)], basis.case_names)
