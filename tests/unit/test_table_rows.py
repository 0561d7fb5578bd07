"""Long tables kept by column are read like any others."""

from __future__ import annotations

import json

from qualcode.domain.table import Column, Counted, Row, Table
from qualcode.domain.table_rows import RowsByColumn, cells_of, counted_cells
from qualcode.reports.json import render

COLUMNS = (Column("who", "Who"), Column("100 % sure", "Sure", "number"), Column("said", "Said"))
CELLS = {"who": ["a", "b", "a"], "100 % sure": [1, None, 0.5], "said": ['"%s"', "\n", None]}


def by_column() -> RowsByColumn:
    return RowsByColumn(("r1", "r2", "r3"), ("One", "Two", "Three"), CELLS)


def row_by_row() -> tuple[Row, ...]:
    names = ("One", "Two", "Three")
    return tuple(
        Row(f"r{n}", name, {key: CELLS[key][n - 1] for key in CELLS})
        for n, name in enumerate(names, 1)
    )


def a_table(rows: RowsByColumn | tuple[Row, ...]) -> Table:
    return Table("t", "T", COLUMNS, rows)


def test_rows_by_column_are_the_same_rows() -> None:
    """One by one, in part, and all of them."""
    rows = by_column()
    assert rows == row_by_row()
    assert rows[1] == row_by_row()[1]
    assert rows[1:] == row_by_row()[1:]
    assert len(rows) == 3


def test_a_column_is_the_same_however_its_rows_are_kept() -> None:
    """Asking for cells does not tell the two kinds of rows apart."""
    for key in CELLS:
        assert list(cells_of(a_table(by_column()), key)) == CELLS[key]
        assert list(cells_of(a_table(row_by_row()), key)) == CELLS[key]


def test_json_says_the_same_however_the_rows_are_kept() -> None:
    """Signs that stand for something in JSON or in templates come out as they are."""
    told = render(a_table(by_column()))
    assert told == render(a_table(row_by_row()))
    assert json.loads(told)["rows"] == [{key: CELLS[key][n] for key in CELLS} for n in range(3)]


def test_words_that_come_again_and_zeros_are_told_as_they_are() -> None:
    """A column in which much is alike, and one of numbers of two kinds."""
    cells = {"who": ["å"] * 9, "n": [0, 0.0, 1, 1.0, None, 2, 2, 2, 2]}
    columns = (Column("who", "Who"), Column("n", "N", "number"))
    keys = [str(n) for n in range(9)]
    told = render(Table("t", "T", columns, RowsByColumn(keys, keys, cells)))
    assert '{"who": "å", "n": 0},' in told
    assert '{"who": "å", "n": 0.0},' in told
    assert '{"who": "å", "n": 1.0},' in told


def test_counted_cells_are_found_with_their_places() -> None:
    """Only in columns that may hold some."""
    cell = Counted(1, None, ("x",), "E-1")
    rows = (
        Row("r", "R", {"a": cell, "b": None, "c": 3}),
        Row("s", "S", {"a": 2, "b": cell, "c": 3}),
    )
    columns = (Column("a", "A", "count"), Column("b", "B"), Column("c", "C", "number"))
    found = list(counted_cells(Table("t", "T", columns, rows)))
    assert found == [("r", "a", cell), ("s", "b", cell)]


def test_a_table_without_rows_is_an_empty_list() -> None:
    """There is nothing to put between the brackets."""
    assert json.loads(render(Table("t", "T", COLUMNS, ())))["rows"] == []
