"""A table as JSON for other programs."""

from __future__ import annotations

import json

from qualcode.domain.showing import beneath
from qualcode.domain.table import CellValue, Counted, Row, Table


def render(table: Table) -> str:
    """`{name, title, columns, rows, notes, state}` as text, a row to a line; letters as they are.

    Values are raw and a row has every column's key. A counted cell is `{value, empty, evidence}`,
    and `text` where it has words. The source line is the first of the notes.
    """
    encode = json.JSONEncoder(ensure_ascii=False, default=_counted).encode
    parts = []
    for key, value in _values(table).items():
        if key == "rows" and value:
            # all at once, which is quicker; within a string the quotation mark would be escaped
            lines = encode(value)[1:-1].replace('}, {"', '},\n    {"')
            told = f"[\n    {lines}\n  ]"
        elif isinstance(value, list) and value:
            lines = ",\n    ".join(encode(one) for one in value)
            told = f"[\n    {lines}\n  ]"
        else:
            told = encode(value)
        parts.append(f"  {encode(key)}: {told}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _values(table: Table) -> dict[str, object]:
    columns = [
        {"key": column.key, "label": column.label, "type": column.type} for column in table.columns
    ]
    keys = [column.key for column in table.columns]
    return {
        "name": table.name,
        "title": table.title,
        "columns": columns,
        "rows": [_cells(row, keys) for row in table.rows],
        "notes": list(beneath(table)),
        "state": table.state,
    }


def _cells(row: Row, keys: list[str]) -> dict[str, CellValue]:
    """The cells of a row in the order of the columns."""
    cells = dict(row.cells)
    return cells if list(cells) == keys else {key: cells[key] for key in keys}


def _counted(cell: Counted) -> dict[str, object]:
    """A counted cell, which the encoder knows nothing of."""
    plain: dict[str, object] = {"value": cell.value, "empty": cell.empty, "evidence": cell.evidence}
    return plain if cell.text is None else {**plain, "text": cell.text}
