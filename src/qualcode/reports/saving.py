"""The door to the writers: a table or a report in a format, as bytes or as a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from qualcode.domain.table import Table
from qualcode.errors import Invalid
from qualcode.reports.model import Report
from qualcode.reports.writing import write_whole
from qualcode.sentences import sentence

TABLE_FORMATS = ("text", "csv", "json", "md", "html", "xlsx")
"""Formats of a table; all but `xlsx` are text."""

REPORT_FORMATS = ("docx", "xlsx", "html")
"""Formats of a report, which are also the endings of its file."""


def table_bytes(table: Table, form: str, width: int | None = None) -> bytes:
    """The table in that format, text as UTF-8; raises Invalid for an unknown format.

    `width` is what a line of the format `text` may take in terminal cells; 100 when not given.
    """
    render = _writer(form, TABLE_FORMATS, "render")
    return _bytes(render(table) if form != "text" or width is None else render(table, width))


def report_bytes(report: Report, form: str) -> bytes:
    """The report in that format, text as UTF-8; raises Invalid for an unknown format."""
    return _bytes(_writer(form, REPORT_FORMATS, "render_report")(report))


def save_table(table: Table, form: str, path: Path) -> None:
    """Write the table; an old file stays whole until the new one is. Raises BadFile, Invalid."""
    write_whole(path, table_bytes(table, form))


def save_report(report: Report, path: Path) -> None:
    """Write the report in the format of the path's ending; raises BadFile, Invalid."""
    write_whole(path, report_bytes(report, path.suffix.removeprefix(".").lower()))


def _writer(form: str, known: tuple[str, ...], function: str) -> Callable[..., str | bytes]:
    """The writer's function; its module is read only when it is wanted."""
    if form not in known:
        raise Invalid(
            sentence("There is no format '{form}' for this.", form=form),
            sentence("Known: {names}.", names=", ".join(known)),
        )
    module = import_module(f"qualcode.reports.{form}")
    writer: Callable[..., str | bytes] = getattr(module, function)
    return writer


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
