"""A table as Markdown; nothing that somebody said is taken for markup."""

from __future__ import annotations

import re

from qualcode.domain.showing import beneath, headings
from qualcode.domain.table import Table
from qualcode.reports.grid import Printed, cell, grid

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")

ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def render(table: Table) -> str:
    """A heading, a pipe table with numbers to the right, and the notes as a list."""
    columns = grid(table)
    lines = [f"## {escape(table.title)}", ""]
    lines.append(_row([column.head for column in columns]))
    lines.append("| " + " | ".join(_rule(column) for column in columns) + " |")
    for heading, row in zip(headings(table), table.rows, strict=True):
        if heading is not None:
            lines.append(f"| **{escape(heading)}** |" + " |" * (len(columns) - 1))
        lines.append(_row([cell(row, column, table).words for column in columns]))
    lines.append("")
    lines += [f"- {escape(line)}" for line in beneath(table)]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """The words with every sign that Markdown would read as its own made plain."""
    return MARKUP.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    sign = found.group()
    return ENTITIES.get(sign, f"\\{sign}")


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(escape(words) for words in cells) + " |"


def _rule(column: Printed) -> str:
    return "--:" if column.right else "---"
