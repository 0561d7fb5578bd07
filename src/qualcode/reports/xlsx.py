"""Tables as a workbook: a sheet each, numbers as numbers, words never as formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from qualcode.domain.showing import beneath, shown
from qualcode.domain.table import CellValue, Column, Counted, Row, Table
from qualcode.reports.dates import file_date
from qualcode.reports.grid import Printed, column_words, worded
from qualcode.reports.model import (
    REFERENCES,
    FigureBlock,
    Heading,
    Paragraph,
    Quote,
    Report,
    Run,
    TableBlock,
)
from qualcode.reports.wording import Wording
from qualcode.reports.xlsx_cells import clean
from qualcode.reports.xlsx_charts import SHEET as FIGURES
from qualcode.reports.xlsx_charts import charts, drawn

EVIDENCE = "_evidence"
"""The hidden sheet that leads from a cell to its evidence key and coding ids."""

IDS_IN_A_CELL = 500
"""Coding ids of one line of the hidden sheet; more go on the next line."""

WIDEST = {"quote": 60, "text": 40, "code": 40, "case": 30, "value": 30}
"""Letters that a column is wide at most, by its type; a column of numbers is as its head."""

NOTE_WIDTH = 100
"""Letters of a line of the notes below a table."""

NOTE_HEIGHT = 15
"""Height of one such line in points."""


def render(table: Table) -> bytes:
    """A workbook with one table."""
    return _workbook(Report(table.title, (), (), (table,), table.language, table.date))


def render_report(report: Report) -> bytes:
    """A workbook: the report's words first, its figures as charts, and a sheet per table."""
    return _workbook(report, words=True)


def _workbook(report: Report, *, words: bool = False) -> bytes:
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    date = file_date(report.date).replace(tzinfo=None)
    book.set_properties({"title": clean(report.title), "created": date})
    formats = _formats(book)
    sheets = _sheets(report.tables)
    figures = [block for block in report.blocks if isinstance(block, FigureBlock)]
    if words:
        lines = list(_lines(report, dict(zip(map(id, report.tables), sheets, strict=True))))
        _words_sheet(book.add_worksheet("report"), report.title, lines, formats)
        if drawn(figures):
            charts(book, figures, Wording(report.language).word("figure"), formats)
    evidence: list[list[str]] = []
    for table, name in zip(report.tables, sheets, strict=True):
        _sheet(book.add_worksheet(name), table, formats)
        evidence += _evidence(table, name)
    _evidence_sheet(book.add_worksheet(EVIDENCE), evidence, formats)
    book.close()
    return out.getvalue()


def _sheets(tables: Sequence[Table]) -> list[str]:
    """A name of a sheet for each table, another one where a table comes again."""
    seen: Counter[str] = Counter()
    names = []
    for table in tables:
        seen[table.name] += 1
        again = f"-{seen[table.name]}" if seen[table.name] > 1 else ""
        names.append(f"{table.name[: 31 - len(again)]}{again}")
    return names


def _formats(book: Any) -> dict[str, Any]:
    head = {"bold": True, "text_wrap": True, "bottom": 1, "bg_color": "#EDEDED"}
    return {
        "head": book.add_format(head),
        "head-number": book.add_format({**head, "align": "right"}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
        "number": book.add_format({"valign": "top", "align": "right"}),
        "note": book.add_format({"font_color": "#595959", "text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 16, "text_wrap": True}),
        "level-1": book.add_format({"bold": True, "font_size": 14, "text_wrap": True}),
        "level-2": book.add_format({"bold": True, "text_wrap": True}),
    }


def _sheet(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    """Header in the first row, frozen with the first column; notes below the last row."""
    widths = [_width(table, column) for column in table.columns]
    for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        form = formats["head-number" if _right(table, column) else "head"]
        sheet.write_string(0, at, clean(column.label), form)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    _paper(sheet, table.title)
    for line, row in enumerate(table.rows, 1):
        for at, column in enumerate(table.columns):
            _cell(sheet, (line, at), row.cells[column.key], (column, table, formats))
    _behindclean(sheet, table, formats)
    _notes(sheet, table, widths, formats["note"])


def _behindclean(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    """Beside the table the numbers of cells that show words, such as ratings, to reckon with."""
    at = len(table.columns)
    for column in table.columns:
        cells = [row.cells[column.key] for row in table.rows]
        numbers = [
            (line, cell.value)
            for line, cell in enumerate(cells, 1)
            if isinstance(cell, Counted) and cell.text is not None and cell.value is not None
        ]
        if numbers:
            sheet.write_string(0, at, clean(f"{column.label} #"), formats["head-number"])
            for line, value in numbers:
                sheet.write_number(line, at, value, formats["number"])
            at += 1


def _width(table: Table, column: Column) -> int:
    """Letters that the column needs: no word of its head is broken, no text is overlong."""
    head = max((len(word) for word in column.label.split()), default=0)
    most = WIDEST.get(column.type, 0)
    longest = max(map(len, column_words(table, Printed(column))), default=0)
    return max(head + 2, min(longest, most), 8)


def _right(table: Table, column: Column) -> bool:
    return Printed(column, worded=worded(table, column)).right


def _paper(sheet: Any, title: str) -> None:
    """A4, as many pages high as it takes, with title and page number."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{clean(title)[:200].replace('&', '&&')}")
    sheet.set_footer("&C&P / &N")


def _notes(sheet: Any, table: Table, widths: Sequence[int], form: Any) -> None:
    """Each note in one cell over as many columns as it needs, as high as its lines."""
    last = 0
    while last + 1 < len(widths) and sum(widths[: last + 1]) < NOTE_WIDTH:
        last += 1
    room = sum(widths[: last + 1])
    for line, note in enumerate(beneath(table), len(table.rows) + 2):
        words = clean(note)
        sheet.set_row(line, NOTE_HEIGHT * (1 + len(words) // room))
        if last:
            sheet.merge_range(line, 0, line, last, "", form)
        sheet.write_string(line, 0, words, form)


def _cell(
    sheet: Any, at: tuple[int, int], value: CellValue, how: tuple[Column, Table, dict[str, Any]]
) -> None:
    column, table, formats = how
    if isinstance(value, Counted) and value.text is not None:
        sheet.write_string(*at, clean(value.text), formats["words"])
        return
    number = value.value if isinstance(value, Counted) else value
    if isinstance(number, int | float):
        sheet.write_number(*at, number, formats["number"])
    elif isinstance(value, Counted):
        sheet.write_string(*at, value.shown, formats["number"])
    elif isinstance(value, str):
        words = value if column.type in ("text", "quote") else shown(value, column, table)
        if not words:
            return
        sheet.write_string(*at, clean(words), formats["words"])


def _evidence(table: Table, sheet: str) -> Iterator[list[str]]:
    from xlsxwriter.utility import xl_rowcol_to_cell

    for line, row in enumerate(table.rows, 1):
        for at, column in enumerate(table.columns):
            cell = row.cells[column.key]
            if isinstance(cell, Counted) and cell.evidence:
                place = xl_rowcol_to_cell(line, at)
                yield from _evidence_lines((sheet, place), row, (column, cell))


def _evidence_lines(
    place: tuple[str, str], row: Row, cell: tuple[Column, Counted]
) -> Iterator[list[str]]:
    column, counted = cell
    for begin in range(0, len(counted.codings), IDS_IN_A_CELL):
        ids = " ".join(counted.codings[begin : begin + IDS_IN_A_CELL])
        yield [*place, row.key, column.key, counted.evidence or "", ids]


def _evidence_sheet(sheet: Any, lines: list[list[str]], formats: dict[str, Any]) -> None:
    for at, label in enumerate(("sheet", "cell", "row", "column", "evidence", "codings")):
        sheet.write_string(0, at, label, formats["head"])
    for line, cells in enumerate(lines, 1):
        for at, words in enumerate(cells):
            sheet.write_string(line, at, clean(words))
    sheet.hide()


def _words_sheet(
    sheet: Any, title: str, lines: Sequence[tuple[str, str]], formats: dict[str, Any]
) -> None:
    sheet.set_column(0, 0, NOTE_WIDTH)
    _paper(sheet, title)
    for line, (words, kind) in enumerate(lines):
        sheet.write_string(line, 0, clean(words), formats[kind])


def _lines(report: Report, sheets: dict[int, str]) -> Iterator[tuple[str, str]]:
    words = Wording(report.language)
    names = {table.name: sheets[id(table)] for table in reversed(report.tables)}
    yield report.title, "title"
    for line in report.front:
        yield line, "words"
    for block in report.blocks:
        if isinstance(block, Heading):
            yield block.text, f"level-{min(block.level, 2)}"
        elif isinstance(block, Paragraph):
            yield "".join(_said(run, words) for run in block.runs), "words"
        elif isinstance(block, TableBlock):
            place = names.get(block.table.name)
            there = f" → {place}" if place else ""
            yield f"{words.word('table')} {block.number}. {block.caption}{there}", "level-2"
        elif isinstance(block, FigureBlock):
            there = f" → {FIGURES}" if drawn([block]) else ""
            yield f"{words.word('figure')} {block.number}. {block.figure.title}{there}", "level-2"
        elif isinstance(block, Quote):
            key = f" {block.key}" if block.key else ""
            yield f"”{block.text}” ({block.attribution}){key}", "words"


def _said(run: Run, words: Wording) -> str:
    if run.kind in REFERENCES:
        return words.reference(run.kind, run.text)
    return f" {run.text}" if run.kind == "key" else run.text
