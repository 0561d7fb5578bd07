"""The report states what was counted, quotes whom it may, and comes out the same twice."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from qualcode.analysis.tables import NAMES, make
from qualcode.domain.material import Material
from qualcode.domain.table import TableOptions
from qualcode.errors import Invalid
from qualcode.reports.build import build
from qualcode.reports.model import Heading, Paragraph, Quote, Report, ReportOptions
from qualcode.reports.saving import REPORT_FORMATS, report_bytes, save_report
from tests.builders import Builder, a_large_material, a_material, a_project


def a_report(material: Material | None = None, **options) -> Report:
    material = material or a_material()
    chosen = ReportOptions(**options)
    language = TableOptions(language=chosen.language)
    return build(material, [make(name, material, language) for name in chosen.needed], chosen)


def words(report: Report) -> str:
    return "\n".join(
        "".join(run.text for run in block.runs)
        for block in report.blocks
        if isinstance(block, Paragraph)
    )


def quotes(report: Report) -> list[Quote]:
    return [block for block in report.blocks if isinstance(block, Quote)]


def opened(report: Report):
    return Document(BytesIO(report_bytes(report, "docx")))


def test_a_condition_is_summed_up_in_counted_facts() -> None:
    """Cases, informants, passages with their denominators, valences, factors, empties."""
    text = words(a_report())
    assert "Spoken of in 2 of 3 cases, by 4 of 5 informants, in 7 passages." in text
    assert "helps 4, hinders 3, mixed 0, none 0" in text
    assert "Goals (2 cases, 3 informants, 3 passages)" in text
    assert "Not asked in: Havnen. Nothing said in: Fjord." in text


def test_only_those_who_agreed_are_quoted_and_the_rest_is_counted() -> None:
    """Neither no nor unknown is printed; a sentence says how many passages that leaves out."""
    report = a_report(tables=tuple(NAMES))
    assert {q.attribution.split(",")[0] for q in quotes(report)} == {"P1", "P2"}
    assert "Left out: 5 passages of other people." in words(report)
    table = next(t for t in report.tables if t.name == "quotes")
    for row in table.rows:
        assert (row.cells["quote"] is not None) == (row.cells["consent"] == "yes")


def test_the_rules_of_tables_in_parts_stand_once() -> None:
    """A part has no numbers of the whole under it; they are in the annex."""
    report = a_report()
    assert words(report).count("Counted both as success factors and as pitfalls: 1 passage") == 2
    page = report_bytes(report, "html").decode()
    assert page.count("Counted both as success factors and as pitfalls: 1 passage") == 2


def test_the_client_sees_no_role_that_few_people_hold() -> None:
    """Two teachers and one coordinator are informants; with a third teacher they are teachers."""
    attributions = {q.attribution for q in quotes(a_report(profile="client"))}
    assert attributions == {"P1, informant", "P2, informant"}
    more = a_project().person("P5", role="teacher", organisation="school").build()
    client = a_report(more, profile="client", tables=tuple(NAMES))
    assert {q.attribution for q in quotes(client)} == {"P1, informant", "P2, teacher"}
    page = report_bytes(client, "html").decode()
    assert "coordinator" not in page and "teacher" in page


def test_the_public_version_holds_no_quotes() -> None:
    """No quote, no column of quotes, no table of passages; a sentence says so."""
    report = a_report(profile="public", tables=tuple(NAMES))
    page = report_bytes(report, "html").decode()
    assert not quotes(report) and "monday" not in page and "P1" not in page
    assert "This version holds no quotes." in page
    assert "The table Coded passages shows words" in page
    assert "quotes" not in {table.name for table in report.tables}


def test_quotes_carry_keys_of_cells_that_hold_them() -> None:
    """The key under a quote is that of a cell of the report's tables."""
    report = a_report()
    keys = {
        cell.evidence
        for table in report.tables
        for row in table.rows
        for cell in row.cells.values()
        if getattr(cell, "evidence", None)
    }
    assert quotes(report) and all(q.key in keys for q in quotes(report))


def test_word_has_contents_headings_and_numbered_captions() -> None:
    """Real headings with bookmarks, contents that refer to each, captions with a running number."""
    report = a_report()
    document = opened(report)
    headings = [b.text for b in report.blocks if isinstance(b, Heading)]
    found = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert found == headings
    xml = document.element.xml
    marks = set(re.findall(r'w:name="(_Toc\d+)"', xml))
    assert marks == set(re.findall(r"PAGEREF (_Toc\d+)", xml)) and len(marks) == len(headings)
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert [c.split(".")[0] for c in captions] == [f"Table {n + 1}" for n in range(len(captions))]
    assert xml.count("SEQ Table") == len(captions) == len(document.tables)


def test_word_tables_repeat_their_head_and_keep_rows_whole() -> None:
    """Every table has one header row that comes again, and no row is split."""
    for table in opened(a_report()).tables:
        rows = table._tbl.tr_lst
        heads = [r for r in rows if r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        assert heads == rows[:1]
        assert all(r.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in rows)


def test_every_section_is_a4_and_wide_tables_lie() -> None:
    """Portrait and landscape A4, nothing else."""
    sizes = {(s.page_width.twips, s.page_height.twips) for s in opened(a_report()).sections}
    assert sizes == {(11906, 16838), (16838, 11906)}


def test_a_table_of_sixty_cases_is_split_and_repeats_its_first_column() -> None:
    """More columns than a page holds go on in further tables that begin with the same column."""
    material = Builder()
    for n in range(60):
        material.case(f"case-{n:02}")
    material.theme("talk", codes=("agenda",))
    document = opened(a_report(material.build()))
    parts = [t for t in document.tables if t.rows[0].cells[0].text == "Theme"]
    assert len(parts) > 4 and all(len(t.columns) <= 12 for t in parts)
    heads = [c.text for t in parts for c in t.rows[0].cells]
    assert {f"Case-{n:02}" for n in range(60)} <= set(heads)


@pytest.mark.parametrize(
    ("language", "tag", "word"),
    [("sv", "sv-SE", "Tabell"), ("da", "da-DK", "Tabel"), ("nb", "nb-NO", "Tabell")],
)
def test_the_report_is_in_its_language(language: str, tag: str, word: str) -> None:
    """Words of the report, the language for spelling, and codebook labels where there are any."""
    report = a_report(language=language)
    document = opened(report)
    assert f'w:lang w:val="{tag}"' in document.styles.element.xml.replace("  ", " ")
    assert document.core_properties.language == tag
    assert any(p.text.startswith(f"{word} 1.") for p in document.paragraphs)
    text = "\n".join(p.text for p in document.paragraphs)
    for english in ("Spoken of", "passages", "Quotes are"):
        assert english not in text


def test_properties_name_no_person_and_the_last_change() -> None:
    """Author, dates and comments come from the project, not from a library or the clock."""
    properties = opened(a_report()).core_properties
    assert properties.author == properties.last_modified_by == "qualcode"
    assert properties.comments == "" and properties.title == "A project"
    assert properties.created.replace(tzinfo=None) == datetime(2026, 3, 4, 5, 6, 7)  # noqa: DTZ001


def test_a_given_build_date_is_kept(monkeypatch) -> None:
    """SOURCE_DATE_EPOCH goes before the date of the last change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert opened(a_report()).core_properties.created.year == 2023
    book = load_workbook(BytesIO(report_bytes(a_report(), "xlsx")))
    assert book.properties.created.year == 2023


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_the_same_report_gives_the_same_bytes(form: str, monkeypatch) -> None:
    """Also at another time of the clock."""
    one = report_bytes(a_report(), form)
    monkeypatch.setattr("time.time", lambda: 4_000_000_000.0)
    assert one == report_bytes(a_report(), form)
    if form == "docx":
        parts = zipfile.ZipFile(BytesIO(one)).infolist()
        assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
        assert parts[0].filename == "[Content_Types].xml"


def test_strange_words_come_through_unharmed() -> None:
    """Markup, control characters, right-to-left and 3,000 words in one quote."""
    b = Builder().case("a").person("P<1>", role="=role")
    said = "[/x] <b>=1+1</b> & \x07\x1b שלום |  " + "word " * 3000
    b.document("d", "a", "P<1>", text=said).code("d", 0, len(said), "agenda-goals", "helps")
    b.theme("[bold]", codes=("agenda",), summary="One\n\ntwo \x00 & <three>")
    report = a_report(b.build(title="A\x0b <title>"))
    (quote, *_rest) = quotes(report)
    assert quote.text.startswith("[/x] <b>=1+1</b> & שלום | word") and len(quote.text) < 610
    assert quote.text.endswith("word […]")
    text = "\n".join(p.text for p in opened(report).paragraphs)
    assert f"”{quote.text}”\n– P<1>, =role" in text and "One two & <three>" in text
    page = report_bytes(report, "html").decode()
    assert "<b>" not in page and "&lt;b&gt;=1+1" in page and "\x07" not in page
    book = load_workbook(BytesIO(report_bytes(report, "xlsx")))
    assert all(c.data_type != "f" for s in book for row in s.iter_rows() for c in row)


def test_html_fetches_nothing_and_its_tables_are_readable_aloud() -> None:
    """No script, no address, one head per column and row, a caption, keys on the cells."""
    page = report_bytes(a_report(), "html").decode()
    assert "http://" not in page and "https://" not in page and "<script" not in page
    assert page.count("<caption>") == page.count("<table>") > 0
    assert 'scope="col"' in page and 'scope="row"' in page
    assert re.search(r'data-evidence="E-[0-9a-z]{10}"', page)
    assert '<abbr title="not asked">/</abbr>' in page


def test_a_workbook_of_the_report_has_words_and_a_sheet_per_table() -> None:
    """The words first, then the tables that were asked for."""
    book = load_workbook(BytesIO(report_bytes(a_report(tables=("conditions", "quotes")), "xlsx")))
    assert book.sheetnames == ["report", "conditions", "quotes", "_evidence"]
    assert book["report"]["A1"].value == "A project"


def test_reports_of_nothing_and_of_much_work(tmp_path) -> None:
    """An empty project and sixty cases both become files."""
    for material in (Builder().build(title=""), a_large_material(400)):
        for form in REPORT_FORMATS:
            save_report(a_report(material), tmp_path / f"out.{form}")
            assert (tmp_path / f"out.{form}").stat().st_size > 1000


def test_an_unknown_profile_is_refused() -> None:
    """A slip in the profile must not print what it should have held back."""
    with pytest.raises(Invalid):
        a_report(profile="secret")
