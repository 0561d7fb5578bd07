"""The rows of a table with a row per coding, kept by column because there are so many of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qualcode.domain.rows_on_demand import RowsOnDemand
from qualcode.domain.table import CellValue, Counted, Row, Table

MAY_COUNT = frozenset({"count", "text"})
"""Types of columns that may hold counted cells."""


class RowsByColumn(RowsOnDemand[Row]):
    """Rows that can also be asked for whole columns.

    `keys` and `labels` are those of the rows, `columns` their cells by the columns of the table,
    in the order of these.
    """

    def __init__(
        self,
        keys: Sequence[str],
        labels: Sequence[str],
        columns: Mapping[str, Sequence[CellValue]],
    ) -> None:
        self._keys = keys
        self._labels = labels
        self.columns = columns

    def _made(self) -> tuple[Row, ...]:
        names = tuple(self.columns)
        cells = zip(*self.columns.values(), strict=True)
        return tuple(
            Row(key, label, dict(zip(names, own, strict=True)))
            for key, label, own in zip(self._keys, self._labels, cells, strict=True)
        )

    def __len__(self) -> int:
        return len(self._keys)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._rows == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # rows hold dicts


def cells_of(table: Table, key: str) -> Sequence[CellValue]:
    """The cells of a column of a table, one per row."""
    if isinstance(table.rows, RowsByColumn):
        return table.rows.columns[key]
    return [row.cells[key] for row in table.rows]


def counted_cells(table: Table) -> Iterator[tuple[str, str, Counted]]:
    """The counted cells of a table, each with the keys of its row and its column."""
    for column in table.columns:
        cells = cells_of(table, column.key) if column.type in MAY_COUNT else ()
        if Counted not in set(map(type, cells)):
            continue
        for row, cell in zip(table.rows, cells, strict=True):
            if isinstance(cell, Counted):
                yield row.key, column.key, cell
