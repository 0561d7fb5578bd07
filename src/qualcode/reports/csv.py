"""A table as comma-separated values for other programs: keys, ids and raw numbers."""

from __future__ import annotations

import csv
from io import StringIO

from qualcode.domain.table import CellValue, Counted, Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def render(table: Table) -> str:
    """The header is the keys; a counted cell its number or the sign of its empty; no notes.

    Words that a spreadsheet would read as a formula get an apostrophe in front.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    keys = [column.key for column in table.columns]
    writer.writerow(keys)
    for row in table.rows:
        writer.writerow([_cell(row.cells[key]) for key in keys])
    return out.getvalue()


def _cell(value: CellValue) -> str:
    if isinstance(value, Counted):
        return value.shown if value.text is None else _plain(value.text)
    if value is None:
        return ""
    return _plain(value) if isinstance(value, str) else str(value)


def _plain(words: str) -> str:
    return f"'{words}" if words.startswith(FORMULA) else words
