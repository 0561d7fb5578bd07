"""One table in six formats: the same numbers, and nobody's words taken for something else."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from rich.cells import cell_len

from qualcode.analysis.tables import NAMES, make
from qualcode.domain.table import Column, Counted, Row, Table, TableOptions
from qualcode.errors import BadFile, Invalid
from qualcode.reports import saving
from qualcode.reports.csv import render as as_csv
from qualcode.reports.grid import laid
from qualcode.reports.md import render as as_md
from qualcode.reports.text import render as as_text
from tests.builders import a_material

TRICKY = (
    "=HYPERLINK(1)",
    "+46 70",
    "-no",
    "@name",
    "\tindented",
    "[/x] [bold]not markup[/bold]",
    "a | b \\ c * d _e_ `f` <script>alert(1)</script> & more",
    "bell \x07 and \x1b[31mred\x1b[0m and \x00 nul",
    "שלום עולם \u200f(RTL)",
    "日本語の発言 🙂",
    "two\nlines",
)


def a_table(words: str) -> Table:
    columns = (Column("quote", "Quote", "quote"), Column("n", "Number", "count"))
    row = Row("r", "r", {"quote": words, "n": Counted(3, None, ("c1",), "E-aaaaaaaaaa")})
    return Table("test", "A table", columns, (row,), ("A note.",), "abc", "sv", "Source.")


class Cells(HTMLParser):
    """The text of the first body cell, and the tags that were seen."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.row = ""
        self._in = False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._in = tag == "th" and ("scope", "row") in attrs

    def handle_endtag(self, tag):
        self._in = False

    def handle_data(self, data):
        self.row += data if self._in else ""


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_the_same_in_every_format(name: str) -> None:
    """Each counted cell has the same number or sign in csv, json, xlsx, text, md and html."""
    table = make(name, a_material())
    columns = [c.key for c in table.columns if c.type == "count"]
    counted = [[row.cells[key] for key in columns] for row in table.rows]
    expected = [[cell.shown for cell in row] for row in counted]
    read = list(csv.DictReader(StringIO(as_csv(table))))
    assert [[row[key] for key in columns] for row in read] == expected
    values = json.loads(saving.table_bytes(table, "json"))
    assert set(values) == {"name", "title", "columns", "rows", "notes", "state"}
    assert [[row[key] for key in columns] for row in values["rows"]] == [
        [{"value": c.value, "empty": c.empty, "evidence": c.evidence} for c in row]
        for row in counted
    ]
    sheet = load_workbook(BytesIO(saving.table_bytes(table, "xlsx")))[table.name]
    at = [i for i, c in enumerate(table.columns) if c.type == "count"]
    rows = list(sheet.iter_rows(min_row=2, max_row=len(table.rows) + 1, values_only=True))
    assert [[str(row[i]) for i in at] for row in rows] == expected
    for form in ("text", "md", "html"):
        text = saving.table_bytes(table, form).decode()
        assert table.source.split(";")[0] in text.replace("\\", "")


@pytest.mark.parametrize("words", TRICKY)
def test_words_are_never_a_formula_or_markup(words: str) -> None:
    """What somebody said stays words in every format."""
    table = a_table(words)
    (cell,) = [row["quote"] for row in csv.DictReader(StringIO(as_csv(table)))]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) and cell.lstrip("'") == words
    book = load_workbook(BytesIO(saving.table_bytes(table, "xlsx")))
    assert book["test"]["A2"].data_type == "s" and "\x1b" not in book["test"]["A2"].value
    assert book["test"]["B2"].value == 3
    page = Cells()
    page.feed(saving.table_bytes(table, "html").decode())
    line = " ".join("".join(c for c in words if ord(c) >= 32 or c in "\n\t").split())
    assert page.row == line and "script" not in page.tags
    assert "\x1b" not in as_text(table) and line.split()[0] in as_text(table)
    assert json.loads(saving.table_bytes(table, "json"))["rows"][0]["quote"] == words


def test_markdown_cells_keep_their_borders() -> None:
    """A bar in somebody's words does not begin a new cell."""
    line = next(x for x in as_md(a_table("a | b <i> *c*")).splitlines() if "a \\|" in x)
    assert line == "| a \\| b &lt;i&gt; \\*c\\* | 3 |"


@given(st.text(max_size=200), st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_text_columns_are_aligned_by_cells(words: str, label: str) -> None:
    """Whatever the letters, the number ends at the same terminal cell and lines keep the width."""
    table = replace(a_table(words), columns=(Column("quote", label), Column("n", "N", "count")))
    lines = as_text(table).splitlines()
    rule = next(at for at, line in enumerate(lines) if line and set(line) <= {"─", " "})
    width = cell_len(lines[rule])
    assert cell_len(lines[rule + 1]) == width and lines[rule + 1].endswith("3")
    assert all(cell_len(line) <= width for line in lines[rule + 1 : -3])


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("name", ["conditions", "success-factors", "frequency", "co-occurrence"])
def test_text_keeps_to_the_width_of_the_terminal(name: str, width: int, language: str) -> None:
    """Heads wrap between words, columns of numbers go on below, and nothing is lost."""
    table = make(name, a_material(), TableOptions(language=language))
    text = saving.table_bytes(table, "text", width).decode()
    assert all(cell_len(line) <= width for line in text.splitlines())
    words = set(text.split())
    for printed in laid(table)[0]:
        assert set(printed.column.label.split()) <= words
    for row in table.rows:
        assert set(row.label.split()) <= words


def test_text_has_informants_in_brackets_and_names_behind_their_number() -> None:
    """What belongs together stands in one column; an empty cell has its sign alone."""
    conditions = as_text(make("conditions", a_material()))
    assert "passages (informants)" in conditions
    assert re.search(r"^Lyftet +4 \(2\) +2 \(2\)$", conditions, re.M), conditions
    assert re.search(r"^Fjord +– +–$", conditions, re.M)
    factors = as_text(make("success-factors", a_material()))
    assert "2: Lyftet; Havnen" in factors and re.search(r"^    ”we meet", factors, re.M)


def test_a_matrix_goes_on_in_parts_that_begin_with_the_same_column() -> None:
    """Each part of a table of many codes has all its rows."""
    columns = (
        Column("code", "Code", "code"),
        *(Column(f"c{n}", "Label", "count") for n in range(60)),
    )
    cells = {"code": "x", **{f"c{n}": Counted(n + 1) for n in range(60)}}
    lines = as_text(Table("m", "Matrix", columns, (Row("x", "x", cells),))).splitlines()
    rows = [line.split() for line in lines if line.startswith("x ")]
    assert len(rows) > 3 and all(row[0] == "x" for row in rows)
    assert [int(number) for row in rows for number in row[1:]] == list(range(1, 61))


def test_decimals_follow_the_language_and_raw_values_do_not() -> None:
    """A median of two and a half has a comma in Swedish text and a point in json and csv."""
    columns = (Column("median", "Median", "number"),)
    table = replace(a_table(""), columns=columns, rows=(Row("r", "r", {"median": 2.5}),))
    assert "2,5" in as_text(table) and "2.5" in as_text(replace(table, language="en"))
    assert as_csv(table) == "median\n2.5\n"
    assert json.loads(saving.table_bytes(table, "json"))["rows"] == [{"median": 2.5}]


def test_a_workbook_leads_from_cells_to_codings() -> None:
    """The hidden sheet names every counted cell with its key and the ids behind it."""
    table = make("conditions", a_material(), TableOptions(language="sv"))
    book = load_workbook(BytesIO(saving.table_bytes(table, "xlsx")))
    sheet = book["_evidence"]
    assert sheet.sheet_state == "hidden" and book["conditions"].freeze_panes == "B2"
    lines = {row[4]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    cell = table.rows[0].cells["agenda"]
    assert isinstance(cell, Counted)
    name, place, row, column, _key, ids = lines[cell.evidence]
    assert (name, row, column, ids.split()) == ("conditions", "lyftet", "agenda", [*cell.codings])
    assert book["conditions"][place].value == cell.value
    assert book["conditions"]["A2"].value == "Lyftet"


def test_a_very_long_quote_fits_the_cell() -> None:
    """More characters than a workbook's cell holds are cut, not lost with the whole file."""
    book = load_workbook(BytesIO(saving.table_bytes(a_table("word " * 9000), "xlsx")))
    assert len(book["test"]["A2"].value) <= 32_767
    assert book["test"]["A2"].value.endswith("[…]")


@pytest.mark.parametrize("form", saving.TABLE_FORMATS)
def test_the_same_table_gives_the_same_bytes(form: str) -> None:
    """Twice made, twice written: no clock and no order of a set in the file."""
    one = saving.table_bytes(make("themes", a_material()), form)
    assert one == saving.table_bytes(make("themes", a_material()), form)


def test_an_old_file_stays_whole_when_writing_fails(tmp_path, monkeypatch) -> None:
    """A full disk leaves the old file and no half one, and says what to do."""
    target = tmp_path / "table.csv"
    target.write_text("old")

    def full(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadFile) as error:
        saving.save_table(a_table("x"), "csv", target)
    assert "No space left" in error.value.message and error.value.hint
    assert target.read_text() == "old" and list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_or_unknown_format_is_said(tmp_path) -> None:
    """Both are mistakes that the user can mend."""
    with pytest.raises(BadFile):
        saving.save_table(a_table("x"), "csv", tmp_path / "no" / "t.csv")
    with pytest.raises(Invalid) as error:
        saving.table_bytes(a_table("x"), "pdf")
    assert "xlsx" in error.value.hint
