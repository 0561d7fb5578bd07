"""Codings by column, in order and in none."""

from __future__ import annotations

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import CodedRow


def a_row(name: str, code: str) -> CodedRow:
    return CodedRow(
        name, f"s-{name}", "d", "c", None, 0, 5, 1, code, "anna", None, None, "normal", None
    )


FIRST, SECOND, THIRD = a_row("a", "x"), a_row("b", "y"), a_row("c", "x")


def columns(*rows: CodedRow) -> dict[str, list[object]]:
    return {name: [getattr(row, name) for row in rows] for name in CodedRow._fields}


def test_the_unsorted_columns_hold_the_same_codings() -> None:
    """Whoever counts may ask for them without an order; rows and columns keep theirs."""
    rows = CodedRows(columns(FIRST, SECOND, THIRD), columns(THIRD, FIRST, SECOND))
    assert list(rows) == [FIRST, SECOND, THIRD]
    assert rows.column("coding") == ["a", "b", "c"]
    assert rows.unsorted("coding") == ["c", "a", "b"]
    assert rows.at([0, 2]) == [THIRD, SECOND]
    assert len(rows) == 3


def test_what_was_narrowed_has_one_order_only() -> None:
    """The codings that are left are the same in both."""
    rows = CodedRows(columns(FIRST, SECOND, THIRD), columns(THIRD, FIRST, SECOND))
    kept = rows.where(code == "x" for code in rows.column("code"))
    assert list(kept) == [FIRST, THIRD]
    assert kept.at([0, 1]) == [FIRST, THIRD]
    assert list(CodedRows.of(tuple(kept)).unsorted("coding")) == ["a", "c"]


def test_nothing_is_looked_up_where_no_rows_are_asked_for() -> None:
    """Putting columns together takes long where nobody wants them."""
    assert CodedRows({}).at([]) == []
