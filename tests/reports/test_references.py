"""Where a report speaks of its tables and figures it leads to them, in every language."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from qualcode.analysis.tables import NAMES
from qualcode.reports.model import (
    REFERENCES,
    FigureBlock,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    paragraph,
)
from qualcode.reports.references import referred
from qualcode.reports.saving import report_bytes
from qualcode.reports.wording import Wording
from tests.builders import Builder
from tests.reports.test_report import a_report

LANGUAGES = ("en", "sv", "da", "nb")


def numbers(report: Report, kind: type) -> list[int]:
    return [block.number for block in report.blocks if isinstance(block, kind)]


def referred_to(report: Report) -> set[tuple[str, int]]:
    """All that sentences name; of `Table 3 to Table 9` those between too."""
    found = set()
    for block in report.blocks:
        runs = block.runs if isinstance(block, Paragraph) else ()
        named = [(run.kind, int(run.text)) for run in runs if run.kind in REFERENCES]
        found |= set(named)
        for kind in REFERENCES:
            mine = sorted(n for what, n in named if what == kind)
            if len(mine) == 2:
                found |= {(kind, n) for n in range(mine[0], mine[1] + 1)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_figure_is_led_to(language: str) -> None:
    """Numbered in their order, and each named by a sentence before it, or before its part."""
    report = a_report(language=language, tables=tuple(NAMES))
    for kind, name in ((TableBlock, "table"), (FigureBlock, "figure")):
        found = numbers(report, kind)
        assert found == list(range(1, len(found) + 1)) and found
        assert {(name, n) for n in found} <= referred_to(report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_refers_by_fields_to_marks_that_are_there(language: str) -> None:
    """Each REF leads to the bookmark of one caption; the words shown are those of the caption."""
    document = Document(BytesIO(report_bytes(a_report(language=language), "docx")))
    xml = document.element.xml
    marks = re.findall(r'w:name="(_Ref\w+)"', xml)
    wanted = set(re.findall(r"REF (_Ref\w+) ", xml))
    assert wanted and wanted <= set(marks) and len(marks) == len(set(marks))
    ids = re.findall(r'bookmarkStart[^>]*w:id="(\d+)"', xml)
    assert len(ids) == len(set(ids))
    label = Wording(language).word("table")
    first = label if language == "en" else label.lower()
    assert any(f"{first} 1" in p.text for p in document.paragraphs if p.style.name == "Normal")


def test_a_page_links_to_its_tables_and_figures() -> None:
    """The references are links to anchors that are there, and captions have their numbers."""
    page = report_bytes(a_report(), "html").decode()
    links = set(re.findall(r'href="#((?:table|figure)\d+)"', page))
    assert links and links <= set(re.findall(r'id="([^"]+)"', page))
    assert "<caption>Table 1. " in page and "<figcaption>Figure 1. " in page


def test_many_are_named_from_the_first_to_the_last() -> None:
    """Up to three one by one; a sentence of thirty names helps nobody."""
    tables = [b for b in a_report(tables=tuple(NAMES)).blocks if isinstance(b, TableBlock)]
    for many, expected in ((3, "Table 1, Table 2 and Table 3"), (9, "Table 1 to Table 9")):
        blocks = referred([Heading(1, "A"), paragraph("Words."), *tables[:many]], Wording("en"))
        told = [block for block in blocks if isinstance(block, Paragraph)]
        text = "".join(
            Wording("en").reference(run.kind, run.text) if run.kind in REFERENCES else run.text
            for run in told[0].runs
        )
        assert text == f"Words. See {expected}."


def test_what_is_seen_is_told_in_words_too() -> None:
    """Every picture and every table of a Word file says what it shows."""
    document = Document(BytesIO(report_bytes(a_report(), "docx")))
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told and all(len(words) > 20 for words in told)
    for table in document.tables:
        for name in ("tblCaption", "tblDescription"):
            assert table._tbl.tblPr.find(qn(f"w:{name}")).get(qn("w:val"))
    assert "rows. Columns: " in document.element.xml


def test_parts_of_one_table_have_one_number() -> None:
    """A table in three parts is one table: its parts say which they are."""
    material = Builder()
    for n in range(60):
        material.case(f"case-{n:02}")
    material.theme("talk", codes=("agenda",))
    report = a_report(material.build())
    document = Document(BytesIO(report_bytes(report, "docx")))
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    parts = [c for c in captions if re.match(r"Table 2 \(\d+/\d+\)\. Themes", c)]
    assert len(parts) > 2
    labels = {re.match(r"\w+ \d+", caption)[0] for caption in captions if caption[0] == "T"}
    assert len(labels) == len(numbers(report, TableBlock))
