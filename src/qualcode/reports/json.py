"""A table as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice

from qualcode.domain.showing import beneath
from qualcode.domain.table import CellValue, Counted, Table
from qualcode.domain.table_rows import cells_of


def render(table: Table) -> str:
    """`{name, title, columns, rows, notes, state}` as text, a row to a line; letters as they are.

    Values are raw and a row has every column's key. A counted cell is `{value, empty, evidence}`,
    and `text` where it has words. The source line is the first of the notes.
    """
    columns = [
        {"key": column.key, "label": column.label, "type": column.type} for column in table.columns
    ]
    told = {
        "name": (_encode(table.name),),
        "title": (_encode(table.title),),
        "columns": _listed(map(_encode, columns)),
        "rows": _listed(_rows(table)),
        "notes": _listed(map(_encode, beneath(table))),
        "state": (_encode(table.state),),
    }
    pieces = chain.from_iterable((",\n  ", _encode(key), ": ", *some) for key, some in told.items())
    return "".join(("{\n  ", *islice(pieces, 1, None), "\n}\n"))


def _listed(lines: Iterable[str]) -> tuple[str, ...]:
    """A list with a line for each of its things, in pieces."""
    within = ",\n    ".join(lines)
    return ("[\n    ", within, "\n  ]") if within else ("[]",)


def _rows(table: Table) -> Iterable[str]:
    """The rows, put together from their columns: so the keys are told once, and alike words too."""
    if not table.rows:
        return ()
    keys = [column.key for column in table.columns]
    row = ", ".join(_encode(key).replace("%", "%%") + ": %s" for key in keys)
    columns = [_column(cells_of(table, key)) for key in keys]
    return map(f"{{{row}}}".__mod__, zip(*columns, strict=True))


def _column(cells: Sequence[CellValue]) -> Sequence[str]:
    """The cells of a column, each as JSON; where many are alike each different one is told once."""
    kinds = set(map(type, cells))
    if kinds <= {str, type(None)} and len(different := set(cells)) < len(cells) // 2:
        known = {cell: _encode(cell) for cell in different}
        return list(map(known.__getitem__, cells))
    tell = _TELLING.get(kinds.pop(), _encode) if len(kinds) == 1 else _encode
    return list(map(tell, cells))


def _counted(cell: Counted) -> dict[str, object]:
    """A counted cell, which the encoder knows nothing of."""
    plain: dict[str, object] = {"value": cell.value, "empty": cell.empty, "evidence": cell.evidence}
    return plain if cell.text is None else {**plain, "text": cell.text}


_encode = json.JSONEncoder(ensure_ascii=False, default=_counted).encode
_TELLING: Mapping[type, Callable[..., str]] = {str: json.encoder.encode_basestring, int: str}
"""What a column of nothing but words or whole numbers is quicker told with."""
