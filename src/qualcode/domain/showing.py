"""How the cells of a table look to a reader, the same in every format made for people."""

from __future__ import annotations

from qualcode.domain.quoting import tidy
from qualcode.domain.table import CellValue, Column, Counted, Table


def shown(value: CellValue, column: Column, table: Table) -> str:
    """The cell on one line: ids by their labels, a number, or one of the three signs."""
    if isinstance(value, Counted):
        return value.shown if value.text is None else tidy(value.text)
    if value is None:
        return ""
    if isinstance(value, float):
        return decimal(value, table.language)
    if isinstance(value, int):
        return str(value)
    if column.type in ("code", "case", "value"):
        return tidy(table.labels.get(value, value))
    return tidy(value)


def decimal(value: float, language: str) -> str:
    """A number with the decimal sign of the language: a comma in the Nordic ones."""
    text = f"{value:g}"
    return text if language == "en" else text.replace(".", ",")


def visible(table: Table) -> tuple[Column, ...]:
    """The columns less those that only repeat the heading that the rows stand under."""
    return tuple(column for column in table.columns if not _repeats(column, table))


def beneath(table: Table) -> tuple[str, ...]:
    """The lines under the table: where its numbers come from, then its notes."""
    return tuple(line for line in (table.source, *table.notes) if line)


def headings(table: Table) -> list[str | None]:
    """Per row the heading that begins with it, None where the heading above goes on."""
    found: list[str | None] = []
    current: str | None = None
    for row in table.rows:
        found.append(row.group if row.group != current else None)
        current = row.group
    return found


def _repeats(column: Column, table: Table) -> bool:
    return bool(table.rows) and all(
        row.group is not None
        and isinstance(value := row.cells[column.key], str)
        and table.labels.get(value, value) == row.group
        for row in table.rows
    )
