"""A table as aligned plain text, measured in terminal cells."""

from __future__ import annotations

from qualcode.domain.table import Column, Table
from qualcode.reports.showing import beneath, headings, shown, visible

WIDEST = 48
"""Cells that a column takes at most before its words are wrapped."""

GAP = "  "


def render(table: Table) -> str:
    """Title, header, rows and notes; numbers to the right, long words wrapped in their column."""
    columns = visible(table)
    rows = [[shown(row.cells[c.key], c, table) for c in columns] for row in table.rows]
    labels = [column.label for column in columns]
    widths = _widths(labels, rows)
    lines = [table.title, ""]
    lines += _line(labels, columns, widths)
    lines.append(GAP.join("─" * width for width in widths))
    for heading, row in zip(headings(table), rows, strict=True):
        if heading is not None:
            lines += ["", heading]
        lines += _line(row, columns, widths)
    lines.append("")
    lines += beneath(table)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _widths(labels: list[str], rows: list[list[str]]) -> list[int]:
    from rich.cells import cell_len

    return [
        min(max(map(cell_len, cells), default=0), WIDEST)
        for cells in zip(labels, *rows, strict=True)
    ]


def _line(cells: list[str], columns: tuple[Column, ...], widths: list[int]) -> list[str]:
    """The cells side by side, as many lines as the tallest of them needs."""
    pieces = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, pieces), default=0)):
        parts = [
            _padded(piece[at] if at < len(piece) else "", width, column)
            for piece, width, column in zip(pieces, widths, columns, strict=True)
        ]
        lines.append(GAP.join(parts))
    return lines


def _padded(text: str, width: int, column: Column) -> str:
    from rich.cells import cell_len

    space = " " * (width - cell_len(text))
    return space + text if column.type in ("count", "number") else text + space


def _wrapped(text: str, width: int) -> list[str]:
    """The words in lines of at most `width` cells; a longer word is cut."""
    from rich.cells import cell_len, chop_cells

    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    used = width
    for word in text.split(" "):
        long = cell_len(word) > width
        for piece in chop_cells(word, max(width, 2)) if long else [word]:
            cells = cell_len(piece)
            if used + 1 + cells <= width:
                lines[-1] += f" {piece}"
                used += 1 + cells
            else:
                lines.append(piece)
                used = cells
    return lines
