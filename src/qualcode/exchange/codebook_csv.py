"""Codes as comma-separated values; semicolons, tabs and byte order marks are read too."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from qualcode.domain.codebook import Codebook
from qualcode.exchange import codebook_sheet
from qualcode.exchange.codebook_problem import CodebookProblem, Problems
from qualcode.exchange.codebook_sheet import SheetRow
from qualcode.sentences import sentence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet takes for the beginning of a formula, perhaps with our apostrophe already."""

_SEPARATORS = ",;\t"


def dump(book: Codebook) -> str:
    """One row per code. What a spreadsheet would reckon with gets an apostrophe in front."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in codebook_sheet.rows(book):
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row])
    return out.getvalue()


def check(
    content: bytes, name: str, languages: tuple[str, ...] = ()
) -> tuple[Codebook | None, list[CodebookProblem]]:
    """The codes in a file called `name`, or None when it has errors; and all remarks by line."""
    problems = Problems(languages)
    book = None
    text = _text(content, problems)
    if not problems.errors:
        try:
            book = codebook_sheet.codebook(_rows(text), name, problems)
        except csv.Error as error:
            problems.error(
                1,
                sentence("this is not sound CSV: {error}", error=error),
                sentence("save it as CSV again"),
            )
    return (None if problems.errors else book), problems.in_order


def _text(content: bytes, problems: Problems) -> str:
    """UTF-8, UTF-16 with its mark, or else what Windows writes in Western Europe."""
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        problems.error(
            1,
            sentence("not UTF-8 (byte {start})", start=error.start),
            sentence("save it as CSV UTF-8"),
        )
        return ""
    problems.warn(
        1,
        sentence("not UTF-8; read as Windows-1252"),
        sentence("check the letters å, ä, ö, æ and ø"),
    )
    return text


def _rows(text: str) -> Iterator[SheetRow]:
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    line = 1
    for cells in reader:
        yield SheetRow(line, [_as_written(cell) for cell in cells])
        line = reader.line_num + 1


def _as_written(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
