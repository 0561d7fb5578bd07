"""What a table holds stands in every format of it, read back from the file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from qualcode.domain.quoting import tidy
from qualcode.domain.showing import beneath, headings, shown
from qualcode.domain.table import Counted, Table, TableOptions
from qualcode.reports.docx_widths import OWN_KEY
from qualcode.reports.grid import cell, grid, laid
from qualcode.services import demo
from qualcode.services.workspace import Project, open_project

KEY = re.compile(r"\nE-[0-9a-z]{10}")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample, with a summary, a rating and a finding so that no table is empty."""
    path, _ = demo.build(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as made:
        codings = [one for one in made.codings.list() if one.code.startswith("ci-agenda")]
        links = [one.id for one in codings if one.case == "Lyftet"][:3]
        made.framework.write(made.framework.place("Lyftet", "ci-agenda"), "They meet.", links=links)
        yield made


def tables(project: Project) -> Iterator[Table]:
    for name in project.tables.names():
        for language in ("en", "sv"):
            yield project.tables.make(name, TableOptions(language=language))


@pytest.fixture(scope="module")
def made(project: Project) -> list[Table]:
    """All tables in two languages."""
    return list(tables(project))


def raw(value) -> object:
    if isinstance(value, Counted):
        return {"value": value.value, "empty": value.empty, "evidence": value.evidence} | (
            {} if value.text is None else {"text": value.text}
        )
    return value


def test_json_holds_the_values(project: Project, made: list[Table]) -> None:
    """Each cell as it is, with the key of its evidence."""
    for table in made:
        found = json.loads(project.reporting.table_bytes(table, "json"))
        assert found["rows"] == [
            {column.key: raw(row.cells[column.key]) for column in table.columns}
            for row in table.rows
        ]


def test_csv_holds_the_values(project: Project, made: list[Table]) -> None:
    """Numbers with a point, signs of empties, and words as they are."""
    for table in made:
        text = project.reporting.table_bytes(table, "csv").decode()
        for row, line in zip(table.rows, csv.DictReader(StringIO(text)), strict=True):
            for key, value in line.items():
                cell_ = row.cells[key]
                told = cell_.shown if isinstance(cell_, Counted) else cell_
                assert value.removeprefix("'") == ("" if told is None else str(told)).removeprefix(
                    "'"
                )


def test_workbooks_hold_the_values(project: Project, made: list[Table], tmp_path: Path) -> None:
    """Numbers as numbers, a rating's number beside its words, the ids behind every cell."""
    for table in made:
        path = project.reporting.write_table(table, tmp_path / "t.xlsx")
        book = load_workbook(path)
        sheet = book[table.name]
        assert sheet.freeze_panes == "B2"
        behind = {line[4]: line for line in book["_evidence"].iter_rows(2, values_only=True)}
        for n, row in enumerate(table.rows, 2):
            for at, column in enumerate(table.columns, 1):
                value = row.cells[column.key]
                there = sheet.cell(n, at).value
                if isinstance(value, Counted):
                    told = value.value if value.text is None else value.text
                    assert there == (value.shown or None if told is None else told)
                    if value.evidence:
                        place = sheet.cell(n, at).coordinate
                        assert behind[value.evidence][1] == place
                elif isinstance(value, int | float):
                    assert there == value and isinstance(there, int | float)
                elif column.type not in ("text", "quote"):
                    assert tidy(there or "") == shown(value, column, table)


class Cells(HTMLParser):
    """The words of the cells of a table's body, without the keys, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._open = self._key = self._body = False

    def handle_starttag(self, tag, attrs):
        self._body = self._body or tag == "tbody"
        if tag == "tr" and self._body:
            self.rows.append([])
        if tag in ("td", "th") and self._body:
            self.rows[-1].append("")
            self._open = True
        if tag == "span" and ("class", "key") in attrs:
            self._key = True

    def handle_endtag(self, tag):
        self._open = self._open and tag not in ("td", "th")
        self._key = self._key and tag != "span"

    def handle_data(self, data):
        if self._open and not self._key:
            self.rows[-1][-1] += data


def printed(table: Table) -> list[list[str]]:
    """What every format for people shows, row by row, with the headings between."""
    rows = []
    for heading, row in zip(headings(table), table.rows, strict=True):
        if heading is not None:
            rows.append([heading])
        rows.append([cell(row, one, table).words for one in grid(table)])
    return rows


def test_pages_hold_the_values(project: Project, made: list[Table]) -> None:
    """All cells as they are printed, in their order."""
    for table in made:
        page = Cells()
        page.feed(project.reporting.table_bytes(table, "html").decode())
        assert [[words.strip() for words in row] for row in page.rows] == [
            [words.strip() for words in row] for row in printed(table)
        ], table.name


def test_markdown_holds_the_values(project: Project, made: list[Table]) -> None:
    """A line for each row; what Markdown would read as its own is written out."""
    for table in made:
        lines = project.reporting.table_bytes(table, "md").decode().splitlines()
        rows = [line for line in lines if line.startswith("|")][2:]
        for line, row in zip(rows, printed(table), strict=True):
            words = re.split(r"(?<!\\)\|", line)[1:-1]
            plain = [_unescaped(one) for one in words]
            assert plain[: len(row)] == [one.strip() for one in row], table.name


def _unescaped(text: str) -> str:
    text = re.sub(r"\\([^\w\s])", r"\1", text.strip())
    for sign, name in (("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")):
        text = text.replace(name, sign)
    return text.removeprefix("**").removesuffix("**").strip()


def test_word_holds_the_values(project: Project, made: list[Table], tmp_path: Path) -> None:
    """Each cell once, in the parts that a wide table is split into, and sentences below rows."""
    for table in made:
        path = project.reporting.write_table(table, tmp_path / "t.docx")
        document = Document(str(path))
        columns, below = laid(table)
        columns = tuple(one for one in columns if one.column.key != OWN_KEY)
        found: dict[str, list[str]] = {}
        for part in document.tables:
            for tr in part._tbl.tr_lst:
                cells = ["\n".join(p.text for p in tc.p_lst) for tc in tr.tc_lst]
                if tr.xpath("./w:trPr/w:tblHeader") or len(cells) == 1:
                    continue
                words = [KEY.sub("", one) for one in cells]
                found.setdefault(words[0], []).extend(words[1:])
        first, *rest = columns
        expected: dict[str, list[str]] = {}
        for row in table.rows:
            name = cell(row, first, table).words
            expected.setdefault(name, []).extend(cell(row, one, table).words for one in rest)
        assert {name: sorted(cells) for name, cells in found.items()} == {
            name: sorted(cells) for name, cells in expected.items()
        }, table.name
        text = "\n".join(p.text for p in document.paragraphs)
        assert all(line in text for line in beneath(table))
        xml = document.element.xml
        for row in table.rows:
            for one in below:
                words = cell(row, one, table).words
                assert words in _plain(xml) or not words


def _plain(xml: str) -> str:
    for sign, name in (("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")):
        xml = xml.replace(name, sign)
    return xml
