"""A table as JSON for other programs."""

from __future__ import annotations

import json

from qualcode.domain.showing import beneath
from qualcode.domain.table import CellValue, Counted, Table


def values(table: Table) -> dict[str, object]:
    """`{name, title, columns, rows, notes, state}` with raw values; a row has every column's key.

    A counted cell is `{value, empty, evidence}`. The source line is the first of the notes.
    """
    return {
        "name": table.name,
        "title": table.title,
        "columns": [
            {"key": column.key, "label": column.label, "type": column.type}
            for column in table.columns
        ],
        "rows": [
            {column.key: _cell(row.cells[column.key]) for column in table.columns}
            for row in table.rows
        ],
        "notes": list(beneath(table)),
        "state": table.state,
    }


def render(table: Table) -> str:
    """The same as indented text with a newline at its end; letters stand as they are."""
    return json.dumps(values(table), ensure_ascii=False, indent=2) + "\n"


def _cell(value: CellValue) -> object:
    if isinstance(value, Counted):
        return {"value": value.value, "empty": value.empty, "evidence": value.evidence}
    return value
