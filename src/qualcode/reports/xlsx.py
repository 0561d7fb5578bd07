"""Tables as a workbook: a sheet each, numbers as numbers, words never as formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from qualcode.domain.table import CellValue, Column, Counted, Row, Table
from qualcode.reports.dates import file_date
from qualcode.reports.model import Heading, Paragraph, Quote, Report
from qualcode.reports.showing import beneath, shown

EVIDENCE = "_evidence"
"""The hidden sheet that leads from a cell to its evidence key and coding ids."""

LONGEST = 32_767
"""Characters that a cell of a workbook holds."""

UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that the file format cannot hold."""

IDS_IN_A_CELL = 500
"""Coding ids of one line of the hidden sheet; more go on the next line."""

WIDTHS = {"quote": 60, "text": 32, "code": 30, "case": 22, "value": 16, "count": 11, "number": 11}


def render(table: Table) -> bytes:
    """A workbook with one table."""
    return _workbook([table], table.title, table.date)


def render_report(report: Report) -> bytes:
    """A workbook with the report's words on the first sheet and a sheet per table."""
    return _workbook(report.tables, report.title, report.date, list(_lines(report)))


def _workbook(
    tables: Sequence[Table], title: str, date: str, lines: Sequence[tuple[str, str]] = ()
) -> bytes:
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": _words(title), "created": file_date(date).replace(tzinfo=None)})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"valign": "top", "align": "right"}),
        "note": book.add_format({"italic": True, "font_color": "#595959"}),
    }
    if lines:
        _words_sheet(book.add_worksheet("report"), lines, formats)
    evidence: list[list[str]] = []
    for table in tables:
        sheet = book.add_worksheet(table.name[:31])
        _sheet(sheet, table, formats)
        evidence += _evidence(table)
    _evidence_sheet(book.add_worksheet(EVIDENCE), evidence, formats)
    book.close()
    return out.getvalue()


def _sheet(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    """Header in the first row, frozen with the first column; notes below the last row."""
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, WIDTHS.get(column.type, 20))
        sheet.write_string(0, at, _words(column.label), formats["head"])
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for line, row in enumerate(table.rows, 1):
        for at, column in enumerate(table.columns):
            _cell(sheet, (line, at), row.cells[column.key], (column, table, formats))
    for line, note in enumerate(beneath(table), len(table.rows) + 2):
        sheet.write_string(line, 0, _words(note), formats["note"])


def _cell(
    sheet: Any, at: tuple[int, int], value: CellValue, how: tuple[Column, Table, dict[str, Any]]
) -> None:
    column, table, formats = how
    number = value.value if isinstance(value, Counted) else value
    if isinstance(number, int | float):
        sheet.write_number(*at, number, formats["number"])
    elif isinstance(value, Counted):
        sheet.write_string(*at, value.shown, formats["number"])
    elif isinstance(value, str) and value:
        words = value if column.type in ("text", "quote") else shown(value, column, table)
        sheet.write_string(*at, _words(words), formats["words"])


def _evidence(table: Table) -> Iterator[list[str]]:
    from xlsxwriter.utility import xl_rowcol_to_cell

    for line, row in enumerate(table.rows, 1):
        for at, column in enumerate(table.columns):
            cell = row.cells[column.key]
            if isinstance(cell, Counted) and cell.evidence:
                place = xl_rowcol_to_cell(line, at)
                yield from _evidence_lines(table, place, row, (column, cell))


def _evidence_lines(
    table: Table, place: str, row: Row, cell: tuple[Column, Counted]
) -> Iterator[list[str]]:
    column, counted = cell
    for begin in range(0, len(counted.codings), IDS_IN_A_CELL):
        ids = " ".join(counted.codings[begin : begin + IDS_IN_A_CELL])
        yield [table.name, place, row.key, column.key, counted.evidence or "", ids]


def _evidence_sheet(sheet: Any, lines: list[list[str]], formats: dict[str, Any]) -> None:
    for at, label in enumerate(("sheet", "cell", "row", "column", "evidence", "codings")):
        sheet.write_string(0, at, label, formats["head"])
    for line, cells in enumerate(lines, 1):
        for at, words in enumerate(cells):
            sheet.write_string(line, at, _words(words))
    sheet.hide()


def _words_sheet(sheet: Any, lines: Sequence[tuple[str, str]], formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 100)
    for line, (words, kind) in enumerate(lines):
        sheet.write_string(line, 0, _words(words), formats[kind])


def _lines(report: Report) -> Iterator[tuple[str, str]]:
    yield report.title, "head"
    for line in report.front:
        yield line, "words"
    for block in report.blocks:
        if isinstance(block, Heading):
            yield block.text, "head"
        elif isinstance(block, Paragraph):
            yield "".join(run.text for run in block.runs), "words"
        elif isinstance(block, Quote):
            key = f" {block.key}" if block.key else ""
            yield f"”{block.text}” ({block.attribution}){key}", "words"


def _words(text: str) -> str:
    """What a cell can hold: no control characters but tabs and line breaks, and not too long."""
    kept = UNFIT.sub("", text)
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 4] + " […]"
