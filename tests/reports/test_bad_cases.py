"""Projects and words at the edge: every table and report comes out, whole and readable."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from qualcode.analysis.tables import NAMES, make
from qualcode.domain.material import Material
from qualcode.domain.table import Column, Row, Table
from qualcode.errors import BadFile
from qualcode.reports.docx import render_report
from qualcode.reports.docx_paper import Paper
from qualcode.reports.docx_widths import layout
from qualcode.reports.model import Report, TableBlock
from qualcode.reports.saving import REPORT_FORMATS, report_bytes, save_report, table_bytes
from tests.builders import Builder
from tests.reports.test_report import a_report

RTL = "שלום עולם, אמר המנהל"
STRANGE = ("=1+1", "+46 70", "@sum", "[b]x[/b] <i>y</i> & *z* | `w`", RTL, "a\x00b\x1b[31mc\x0bd")
LONG = " ".join(f"ord{n}" for n in range(3000))


def nothing() -> Material:
    return Builder().build()


def uncoded() -> Material:
    return Builder().case("a").person("P1").document("d", "a", "P1").build()


def one_case() -> Material:
    b = Builder().case("only").person("P1", role="chair").document("d", "only", "P1")
    return b.code("d", 0, 50, "agenda-goals", "helps").theme("t", codes=("agenda",)).build()


def sixty() -> Material:
    """Sixty cases with a passage each, a theme, and organisations that speak of one another."""
    b = Builder()
    for n in range(60):
        case, person = f"case-{n:02}", f"P{n}"
        b.case(case).person(person, role="chair", organisation=f"org-{n:02}")
        b.document(f"d{n}", case, person).code(f"d{n}", 0, 50, "agenda-goals", "helps")
        b.degree(f"d{n}", 60, 90, 1 + n % 5, (f"org-{n:02}", f"org-{(n + 1) % 60:02}"))
    return b.theme("talk", codes=("agenda",)).build()


def no_role() -> Material:
    b = Builder().case("a").person("P1").document("d", "a", "P1").document("e", "a")
    return b.code("d", 0, 50, "agenda", "mixed").code("e", 0, 50, "backbone").build()


def no_case() -> Material:
    b = Builder().case("a").document("d", None).code("d", 0, 50, "agenda-vision", "hinders")
    return b.theme("t", codes=("backbone",)).build()


def strange() -> Material:
    text = " ".join((*STRANGE, LONG))
    b = Builder().case("=1+1").person(RTL, role="<role>", organisation="[org]")
    b.document("d", "=1+1", RTL, text=text).code("d", 0, len(text), "agenda-goals", "helps")
    return b.theme("a & <b>", codes=("agenda",), summary=text, definition="=1+1").build(
        title="=1+1 <b>"
    )


@pytest.mark.parametrize(
    "material",
    [nothing, uncoded, one_case, sixty, no_role, no_case, strange],
    ids=lambda f: f.__name__,
)
def test_every_table_and_report_comes_out(material) -> None:
    """In all formats; what is written can be opened again and holds no formula and no control."""
    found = material()
    for name in NAMES:
        table = make(name, found)
        for form in ("text", "csv", "json", "md", "html", "xlsx"):
            assert table_bytes(table, form)
        block = TableBlock(table, table.title)
        Document(BytesIO(render_report(Report(table.title, (), (block,), (table,)))))
    report = a_report(found, tables=tuple(NAMES))
    for form in REPORT_FORMATS:
        content = report_bytes(report, form)
        if form == "docx":
            Document(BytesIO(content))
        elif form == "xlsx":
            book = load_workbook(BytesIO(content))
            assert all(c.data_type != "f" for s in book for row in s.iter_rows() for c in row)
        else:
            assert not any(ord(letter) < 32 and letter != "\n" for letter in content.decode())


@pytest.mark.parametrize("name", ["themes", "framework", "degrees", "conditions", "outcomes"])
def test_sixty_cases_go_on_in_parts_that_fit(name: str) -> None:
    """Each part begins with the first column, and none is wider than the paper."""
    table = make(name, sixty())
    found = layout(table, Paper())
    assert len({part[0].column.key for part in found.parts}) == 1
    columns = [one.column.key for part in found.parts for one in part[1:]]
    assert len(columns) == len(set(columns))
    needs = iter(found.needs)
    for part in found.parts:
        assert sum(next(needs) for _ in part) <= found.paper


def test_words_from_right_to_left_run_that_way() -> None:
    """A quote in Hebrew is a paragraph from the right; its neighbours are not."""
    b = Builder().case("a").person("P1", role="chair").document("d", "a", "P1", text=RTL * 4)
    b.code("d", 0, len(RTL) * 3, "agenda-goals", "helps")
    document = Document(BytesIO(report_bytes(a_report(b.build()), "docx")))
    turned = [
        p for p in document.paragraphs if p._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    ]
    assert turned and all("שלום" in p.text for p in turned)
    assert len(turned) < len(document.paragraphs) / 2


def test_a_row_that_no_page_holds_may_go_on_over_the_page() -> None:
    """All other rows stay whole."""
    columns = (Column("n", "N", "number"), Column("quote", "Quote", "quote"))
    rows = (Row("a", "a", {"n": 1, "quote": "short"}), Row("b", "b", {"n": 2, "quote": LONG}))
    table = Table("t", "T", columns, rows)
    content = render_report(Report("T", (), (TableBlock(table, "T"),), (table,)))
    found = Document(BytesIO(content)).tables[0]._tbl.tr_lst
    whole = [tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for tr in found]
    assert whole == [True, True, False]
    assert LONG in Document(BytesIO(content)).tables[0].cell(2, 1).text


def test_an_odd_title_stays_words_in_the_file() -> None:
    """Also above the pages, in the properties and in the names of pictures."""
    content = report_bytes(a_report(strange()), "docx")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert all(
            "\x1b" not in archive.read(n).decode("latin-1")
            for n in archive.namelist()
            if n.endswith(".xml")
        )
    assert Document(BytesIO(content)).core_properties.title == "=1+1 <b>"


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch, form: str
) -> None:
    """Read-only, or held open by another program: the old one is whole, and the hint says why."""
    path = tmp_path / f"report.{form}"
    path.write_text("old")
    report = a_report()

    def held(_self, _target):
        raise PermissionError(13, "The process cannot access the file")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with pytest.raises(BadFile) as error:
            save_report(report, path)
    assert "open in another program" in error.value.hint
    path.chmod(0o444)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        with pytest.raises(BadFile):
            save_report(report, path)
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]
