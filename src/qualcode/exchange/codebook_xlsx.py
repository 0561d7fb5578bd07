"""Codes as an Excel sheet that people fill in; every cell is text, and no cell is a formula."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from qualcode.domain.codebook import Codebook
from qualcode.exchange import codebook_sheet
from qualcode.exchange.codebook_checks import KINDS
from qualcode.exchange.codebook_problem import CodebookProblem, Problems
from qualcode.exchange.codebook_sheet import SheetRow
from qualcode.sentences import sentence

SHEET = "codes"
LONGEST_CELL = 32_767
"""Characters that Excel holds in a cell."""

_LARGEST = 200_000_000
"""Unpacked bytes; more is no codebook."""

_BLANK_ROWS = 1_000
"""After so many, the sheet is taken to have ended, however far its formatting reaches."""

_WIDEST = 200
_HELP = (
    ("id", "A short name that never changes; empty: made of the label."),
    ("parent", "The id of the code above; empty at the top."),
    ("kind", ", ".join(KINDS)),
    ("label_..", "The name, one column per language, such as label_sv."),
    ("definition_..", "What a passage says that gets this code."),
    ("include_..", "When to use it."),
    ("exclude_..", "When not to, and the id of the code to use instead."),
    ("example_..", "A passage that gets it."),
    ("cues_..", "Words to look for, separated by semicolons."),
    ("usual_valence", "helps, hinders or mixed; only for factors."),
    ("sources", "Keys of references, separated by semicolons."),
    ("colour", "#RRGGBB"),
    ("key", "One letter or digit: the hot key."),
    ("assignable", "no: the code only gathers others."),
    ("retired", "yes: no new codings."),
    ("became", "For a retired code: the ids that took over, separated by semicolons."),
)


def dump(book: Codebook) -> bytes:
    """The file: a sheet of codes, and one that says what goes into which column."""
    import xlsxwriter

    out = BytesIO()
    workbook = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # a fixed date, so that the same codebook gives the same bytes
    workbook.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001
    cells = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    bold = workbook.add_format({"bold": True, "valign": "top", "num_format": "@"})
    sheet = workbook.add_worksheet(SHEET)
    table = list(codebook_sheet.rows(book))
    header = table[0]
    for at, name in enumerate(header):
        sheet.set_column(at, at, 40 if "_" in name and name != "usual_valence" else 16, cells)
    for line, row in enumerate(table):
        for at, cell in enumerate(row):
            if cell:
                sheet.write_string(line, at, cell[:LONGEST_CELL], cells if line else bold)
    sheet.freeze_panes(1, 1)
    kind = header.index("kind")
    sheet.data_validation(1, kind, 9_999, kind, {"validate": "list", "source": [*KINDS]})
    _help(workbook.add_worksheet("columns"), bold, cells)
    workbook.close()
    return out.getvalue()


def notes(book: Codebook) -> list[str]:
    """What the file leaves out, by name."""
    cut = [
        name
        for name, *cells in codebook_sheet.rows(book)
        if any(len(cell) > LONGEST_CELL for cell in cells)
    ]
    found = codebook_sheet.notes(book, ".xlsx")
    if cut:
        found.append(
            sentence(
                "Texts longer than {longest} characters are cut: {names}.",
                longest=LONGEST_CELL,
                names=", ".join(cut),
            )
        )
    return found


def check(
    content: bytes, name: str, languages: tuple[str, ...] = ()
) -> tuple[Codebook | None, list[CodebookProblem]]:
    """The codes in a file called `name`, or None when it has errors; and all remarks by row."""
    problems = Problems(languages)
    sheet = _sheet(content, problems)
    book = None
    if sheet is not None:
        for merged in sheet.merged_cells.ranges:
            problems.error(
                merged.min_row,
                sentence("the cells {coord} are merged", coord=merged.coord),
                sentence("split them and fill in each one"),
            )
        book = codebook_sheet.codebook(_rows(sheet, problems), name, problems)
    return (None if problems.errors else book), problems.in_order


def _help(sheet: Any, bold: Any, cells: Any) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 80)
    for line, (name, text) in enumerate(_HELP):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, text, cells)


def _sheet(content: bytes, problems: Problems) -> Any:
    """The sheet called `codes`, else the first one; None with an error when there is none."""
    from xml.etree.ElementTree import ParseError

    from openpyxl import load_workbook

    try:
        with ZipFile(BytesIO(content)) as container:
            size = sum(part.file_size for part in container.infolist())
        if size > _LARGEST:
            problems.error(1, sentence("the file unpacks to more than a codebook can be"))
            return None
        workbook = load_workbook(BytesIO(content))
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError, ParseError):
        problems.error(
            1,
            sentence("this is no readable Excel file"),
            sentence("save it as .xlsx without a password, or as .csv"),
        )
        return None
    for sheet in workbook.worksheets:
        if sheet.title.strip().lower() == SHEET:
            return sheet
    if not workbook.worksheets:
        problems.error(1, sentence("the file has no sheet with cells"))
        return None
    return workbook.worksheets[0]


def _rows(sheet: Any, problems: Problems) -> Iterator[SheetRow]:
    blank = 0
    for cells in sheet.iter_rows(max_col=min(sheet.max_column, _WIDEST)):
        texts = [_text(cell, problems) for cell in cells]
        blank = 0 if any(texts) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield SheetRow(cells[0].row, texts)


def _text(cell: Any, problems: Problems) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):
        what = sentence("a formula") if cell.data_type == "f" else sentence("an error of Excel")
        problems.error(
            cell.row,
            sentence("the cell {coordinate} holds {what}", coordinate=cell.coordinate, what=what),
            sentence("paste it as a value or as text"),
        )
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
