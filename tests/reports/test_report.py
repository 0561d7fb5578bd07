"""The report states what was counted, quotes whom it may, and comes out the same twice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from qualcode.analysis.tables import NAMES, make
from qualcode.domain.codebook import StartingTheme
from qualcode.domain.material import Material
from qualcode.domain.table import Counted, TableOptions
from qualcode.errors import Invalid
from qualcode.reports.build import build
from qualcode.reports.model import Heading, Paragraph, Quote, Report, ReportOptions, TableBlock
from qualcode.reports.saving import REPORT_FORMATS, report_bytes, save_report
from tests.builders import Builder, a_large_material, a_material, a_project

UPRIGHT = (11906, 16838)
FOUND = ("reading", "conditions", "themes", "degrees")


def a_report(material: Material | None = None, **options) -> Report:
    material = material or a_material()
    chosen = ReportOptions(**options)
    language = TableOptions(language=chosen.language, profile=chosen.profile)
    return build(material, [make(name, material, language) for name in chosen.needed], chosen)


def words(report: Report) -> str:
    return "\n".join(
        "".join(run.text for run in block.runs if run.kind != "key")
        for block in report.blocks
        if isinstance(block, Paragraph)
    )


def blocks(report: Report) -> list[TableBlock]:
    return [block for block in report.blocks if isinstance(block, TableBlock)]


def paper(section) -> tuple[int, int]:
    return section.page_width.twips, section.page_height.twips


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
    assert "Not asked about in Havnen. Nobody speaks of it in Fjord." in text


def test_only_those_who_agreed_are_quoted_and_the_rest_is_counted() -> None:
    """Neither no nor unknown is printed; a sentence says how many passages that leaves out."""
    report = a_report(tables=tuple(NAMES))
    assert {q.attribution.split(",")[0] for q in quotes(report)} == {"P1", "P2"}
    assert "Left out: 5 passages of other people." in words(report)
    table = next(t for t in report.tables if t.name == "quotes")
    for row in table.rows:
        assert (row.cells["quote"] is not None) == (row.cells["consent"] == "yes")


def test_nothing_counted_is_said_plainly() -> None:
    """A condition that nobody speaks of has sentences for it, and no table."""
    b = Builder().case("a").case("b").person("P1", consent="no").document("a1", "a", "P1")
    b.document("b1", "b").code("a1", 0, 50, "agenda")
    b.code("b1", 0, 50, "agenda", standing="denied").theme("none", codes=("backbone",))
    report = a_report(b.build(), chapters=FOUND)
    text = words(report)
    assert "No passage speaks of this." in text
    assert "Nobody speaks of it in A and B." in text and "Said to be absent in B." in text
    assert text.count("No success factor is counted. No pitfall is counted.") == 2
    assert "No quote: nobody who speaks of this has agreed to be quoted." in text
    assert [t.table.name for t in blocks(report)] == ["conditions", "themes"]


def test_a_rule_of_many_tables_is_said_once() -> None:
    """What holds for tables of several chapters stands in how to read, and under none of them."""
    report = a_report()
    for rule in ("Empty cells: /", "A code includes the codes below it", "A passage can count"):
        assert words(report).count(rule) == 1
        assert not any(rule in note for block in blocks(report) for note in block.table.notes)
    page = report_bytes(report, "html").decode()
    assert page.count("Counted both as success factors and as pitfalls: 1 passage") == 1
    assert page.count("A theme counts each") == 1


def test_sheets_keep_all_their_notes() -> None:
    """A sheet is read alone, so the rules stand under each."""
    book = load_workbook(BytesIO(report_bytes(a_report(), "xlsx")))
    for name in ("conditions", "success-factors", "themes"):
        cells = [str(row[0]) for row in book[name].iter_rows(values_only=True)]
        assert any(cell.startswith("Empty cells: /") for cell in cells)


def test_the_client_sees_no_role_that_few_people_hold() -> None:
    """Two teachers and one coordinator are informants; with three in their case, teachers."""
    attributions = {q.attribution for q in quotes(a_report(profile="client"))}
    assert attributions == {"P1, informant", "P2, informant"}
    more = a_project()
    for n in (5, 6):
        more.person(f"P{n}", role="teacher", organisation="school")
        more.document(f"x{n}", "havnen", f"P{n}")
    more = more.build()
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
    for word, things in (("Table", document.tables), ("Figure", document.inline_shapes)):
        labels = [c.split(".")[0] for c in captions if c.startswith(word)]
        assert labels == [f"{word} {n + 1}" for n in range(len(things))]
        assert xml.count(f"SEQ {word}") == len(labels) > 0


def test_word_tables_repeat_their_head_and_keep_rows_whole() -> None:
    """All rows of the head come again, two for the conditions, and no row is split."""
    for table in opened(a_report()).tables:
        rows = table._tbl.tr_lst
        heads = [r for r in rows if r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        two = "passages (informants)" in [cell.text for cell in table.rows[0].cells]
        assert heads == rows[: 2 if two else 1]
        assert all(r.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in rows)


def test_conditions_have_their_informants_in_brackets() -> None:
    """One column each under a head that spans them, with the keys of both numbers."""
    report = a_report()
    table = opened(report).tables[0]
    assert [c.text for c in table.rows[0].cells] == ["Case"] + ["passages (informants)"] * 2
    assert [c.text for c in table.rows[1].cells] == ["Case", "Common agenda", "Backbone"]
    cells = next(t for t in report.tables if t.name == "conditions").rows[0].cells
    both = [cells[key] for key in ("agenda", "agenda.informants")]
    expected = f"{both[0].shown} ({both[1].shown})\n{both[0].evidence}\n{both[1].evidence}"
    assert table.rows[2].cells[1].text == expected


def test_the_usual_report_stands_upright() -> None:
    """Five conditions, factors with their quotes and few cases need no landscape page."""
    report = a_report(chapters=FOUND)
    assert [paper(s) for s in opened(report).sections] == [UPRIGHT]
    factors = next(t for t in opened(a_report()).tables if t.rows[0].cells[0].text.startswith("Su"))
    assert factors.rows[1].cells[1].text.startswith("2: Lyftet; Havnen\nE-")
    assert factors.rows[2].cells[0].text.startswith("”")


def test_a_wide_table_lies_and_what_follows_stands() -> None:
    """Landscape A4 for the passages with all that was said of them, nothing but A4."""
    chapters = (*FOUND, "tables", "checklist")
    sections = opened(a_report(tables=("quotes",), chapters=chapters)).sections
    assert [paper(s) for s in sections] == [UPRIGHT, UPRIGHT[::-1], UPRIGHT]


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
def test_no_head_is_broken_inside_a_word(language: str) -> None:
    """Every column of a Word table is as wide as the longest word of its head."""
    for table in opened(a_report(language=language, tables=tuple(NAMES))).tables:
        for row in table.rows[:2]:
            for cell in row.cells:
                if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
                    longest = max(map(len, re.findall(r"[^\s-]+", cell.text)), default=0)
                    assert cell.width.pt >= longest * 0.55 * 7, cell.text


def test_a_table_of_sixty_cases_is_split_and_repeats_its_first_column() -> None:
    """More columns than a page holds go on in further tables that begin with the same column."""
    material = Builder()
    for n in range(60):
        material.case(f"case-{n:02}")
    material.theme("talk", codes=("agenda",))
    document = opened(a_report(material.build()))
    parts = [t for t in document.tables if t.rows[0].cells[0].text == "Theme"]
    width = UPRIGHT[1] - 2 * 1134
    assert len(parts) > 2
    assert all(sum(cell.width.twips for cell in t.rows[0].cells) <= width for t in parts)
    heads = [c.text for t in parts for c in t.rows[0].cells]
    assert {f"Case-{n:02}" for n in range(60)} <= set(heads)


def test_themes_of_the_codebook_are_named_in_the_language_of_the_report() -> None:
    """Also where the project was begun in another language; a name of one's own stays."""
    labels = {"en": "How close", "sv": "Hur nära"}
    b = a_project()
    b.codebook = replace(b.codebook, themes=(StartingTheme("t", labels, ("agenda",)),))
    b.theme("how close", codes=("agenda",), origin="deductive")
    b.themes[-1] = replace(b.themes[-1], name="How close")
    b.themes.append(replace(b.themes[-1], id="mine", origin="inductive"))
    report = a_report(b.build(), language="sv")
    names = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert names.count("Hur nära") == 1 and names.count("How close") == 1
    table = next(t for t in report.tables if t.name == "themes")
    assert table.labels["how close"] == "Hur nära" and table.labels["mine"] == "How close"


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
    assert page.count('tabindex="0"') == page.count("<table>")


def test_html_tells_the_key_of_each_number() -> None:
    """On pointing at it, in the markup, and with a box to tick that shows them all."""
    report = a_report()
    page = report_bytes(report, "html").decode()
    cells = report.tables[0].rows[0].cells
    for key in ("agenda", "agenda.informants"):
        number = cells[key]
        assert isinstance(number, Counted)
        known = f'title="{number.evidence}" data-evidence="{number.evidence}"'
        assert f"<span {known}>{number.shown}</span>" in page
        assert f'<span class="key">{number.evidence}</span>' in page
    assert '<input type="checkbox" id="keys">' in page and "#keys:checked" in page


def test_a_workbook_of_the_report_has_words_and_a_sheet_per_table() -> None:
    """The words first, then the tables that were asked for."""
    book = load_workbook(BytesIO(report_bytes(a_report(tables=("conditions", "quotes")), "xlsx")))
    assert book.sheetnames == ["report", "figures", "conditions", "quotes", "_evidence"]
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
