"""A report in the user's own Word file: its styles and edges, none of its words."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from qualcode.errors import BadFile
from qualcode.reports.docx_styles import STYLES
from qualcode.reports.docx_template import lacking
from qualcode.reports.saving import report_bytes, save_report
from tests.reports.test_report import a_report

SECRET = "words of an old report"


def a_template(path: Path, change=None) -> Path:
    """A house style: letters of its own, narrow margins, a header, and somebody's old words."""
    document = Document()
    document.styles["Heading 1"].font.size = Pt(31)
    document.styles["Normal"].font.name = "Garamond"
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.6), Cm(27.9)
    section.left_margin = section.right_margin = Cm(3.3)
    section.header.paragraphs[0].text = "House of Evaluation"
    document.add_heading(SECRET, 1)
    document.add_paragraph(SECRET)
    document.add_table(2, 2).cell(0, 0).text = SECRET
    document.core_properties.author = "Somebody"
    document.core_properties.keywords = SECRET
    if change:
        change(document)
    document.save(str(path))
    return path


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode("latin-1") for name in archive.namelist()}


def test_styles_and_edges_are_the_templates_and_its_words_are_gone(tmp_path: Path) -> None:
    """Sizes, margins and header are as the house has them; nothing of the old text is left."""
    report = a_report(template=a_template(tmp_path / "house.docx"))
    content = report_bytes(report, "docx")
    document = Document(BytesIO(content))
    assert document.styles["Heading 1"].font.size == Pt(31)
    assert document.styles["Normal"].font.name == "Garamond"
    for section in document.sections:
        sides = {section.page_width, section.page_height}
        assert {round(side / 36000) for side in sides} == {216, 279}
        assert round(section.left_margin / 36000) == 33
    assert document.sections[0].header.paragraphs[0].text == "House of Evaluation"
    assert not any(SECRET in text or "Somebody" in text for text in parts(content).values())
    assert document.core_properties.author == "qualcode"


def test_tables_fit_between_the_margins_of_the_template(tmp_path: Path) -> None:
    """Each table is as wide as its page has room, upright or lying."""
    report = a_report(template=a_template(tmp_path / "house.docx"), tables=("quotes",))
    document = Document(BytesIO(report_bytes(report, "docx")))
    room = {(s.page_width - s.left_margin - s.right_margin) // 635 for s in document.sections}
    for table in document.tables:
        width = sum(column.width.twips for column in table.columns)
        assert any(0 <= side - width < 60 for side in room)


def test_lacking_styles_are_added_and_named(tmp_path: Path) -> None:
    """Those of a report that the template does not have; used all the same."""

    def without(document) -> None:
        for name in ("Caption", "Quote", "TOC Heading", "Heading 3"):
            style = document.styles[name]
            style.element.getparent().remove(style.element)

    template = a_template(tmp_path / "house.docx", without)
    names = lacking(template)
    assert {"Caption", "Quote", "TOC Heading", "Heading 3", "Report Table"} == {
        name for name in names if not name.startswith("Report ") or name == "Report Table"
    }
    document = Document(BytesIO(report_bytes(a_report(template=template), "docx")))
    assert {style.name for style in document.styles} >= set(STYLES)
    used = {p.style.name for p in document.paragraphs}
    assert {"Title", "Heading 1", "Caption", "Quote"} <= used


def test_a_report_is_a_template_that_lacks_nothing(tmp_path: Path) -> None:
    """A writer changes the styles of one report and gives it to the next."""
    first = tmp_path / "first.docx"
    save_report(a_report(), first)
    document = Document(str(first))
    document.styles["Report Table Text"].font.size = Pt(9)
    document.save(str(first))
    assert lacking(first) == ()
    again = Document(BytesIO(report_bytes(a_report(template=first), "docx")))
    assert again.styles["Report Table Text"].font.size == Pt(9)
    assert [p.text for p in again.paragraphs] == [
        p.text for p in Document(BytesIO(report_bytes(a_report(), "docx"))).paragraphs
    ]


def test_a_swedish_template_is_understood(tmp_path: Path) -> None:
    """Word calls the ids of its styles by the language it was installed in."""

    def swedish(document) -> None:
        document.styles["Heading 1"].element.set(qn("w:styleId"), "Rubrik1")

    template = a_template(tmp_path / "mall.docx", swedish)
    content = report_bytes(a_report(template=template), "docx")
    assert "Heading 1" not in lacking(template)
    assert '<w:pStyle w:val="Rubrik1"/>' in parts(content)["word/document.xml"]


def test_a_template_of_word_will_do(tmp_path: Path) -> None:
    """A .dotx is a Word file too."""
    source = a_template(tmp_path / "house.docx").read_bytes()
    target = tmp_path / "house.dotx"
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"document.main+xml", b"template.main+xml"))
    document = Document(BytesIO(report_bytes(a_report(template=target), "docx")))
    assert document.styles["Heading 1"].font.size == Pt(31)


def test_a_template_that_lies_is_not_turned(tmp_path: Path) -> None:
    """Its pages have the room already."""

    def lying(document) -> None:
        section = document.sections[0]
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.orientation = WD_ORIENT.LANDSCAPE

    template = a_template(tmp_path / "lying.docx", lying)
    document = Document(
        BytesIO(report_bytes(a_report(template=template, tables=("quotes",)), "docx"))
    )
    assert len(document.sections) == 1


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    """And what is in it is well-formed, with each relation leading to a part."""
    template = a_template(tmp_path / "house.docx")
    one = report_bytes(a_report(template=template), "docx")
    assert one == report_bytes(a_report(template=template), "docx")
    found = parts(one)
    for name, target in re.findall(
        r'Id="(\w+)"[^>]*Target="([^"]+)"', found["word/_rels/document.xml.rels"]
    ):
        assert f"word/{target}" in found, name


def _macros(path: Path) -> None:
    source = a_template(path.with_name("plain.docx")).read_bytes()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
            plain = (
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            )
            new.writestr(name, content.replace(plain, kind))


def _cut(path: Path) -> None:
    path.write_bytes(a_template(path.with_name("plain.docx")).read_bytes()[:4000])


def _broken(path: Path) -> None:
    source = a_template(path.with_name("plain.docx")).read_bytes()
    with zipfile.ZipFile(BytesIO(source)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = b"<w:document" if name == "word/document.xml" else old.read(name)
            new.writestr(name, content)


def _workbook(path: Path) -> None:
    path.write_bytes(report_bytes(a_report(), "xlsx"))


@pytest.mark.parametrize(
    "make",
    [
        lambda path: None,
        lambda path: path.mkdir(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old word"),
        lambda path: path.write_text("no document"),
        _cut,
        _broken,
        _macros,
        _workbook,
    ],
    ids=["missing", "folder", "empty", "doc", "text", "cut", "broken", "macros", "workbook"],
)
def test_what_is_no_template_is_refused_and_nothing_is_written(tmp_path: Path, make) -> None:
    """The message names the file and what to do; a report that is there stays as it was."""
    template = tmp_path / "template.docx"
    make(template)
    out = tmp_path / "out.docx"
    out.write_text("old")
    with pytest.raises(BadFile) as error:
        save_report(a_report(template=template), out)
    assert "template.docx" in error.value.message and error.value.hint
    assert out.read_text() == "old"
