"""What rests on something that has changed since is marked in every output and counted in front."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from qualcode.services import demo
from qualcode.services.ratings import RatingDetails
from qualcode.services.reporting import ReportRequest
from qualcode.services.workspace import Project, open_project

SUMMARY, REASON = "They share a picture.", "Too few."
FIRST = {
    "en": ("Out of date: 2 cells and ratings", "Nothing in this report is out of date"),
    "sv": ("Inaktuellt: 2 celler och bedömningar", "Inget i rapporten är inaktuellt"),
    "da": ("Forældet: 2 celler og vurderinger", "Intet i rapporten er forældet"),
    "nb": ("Utdatert: 2 celler og vurderinger", "Ingenting i rapporten er utdatert"),
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample with a summary and a rating that rest on the same three codings."""
    path, _ = demo.build(tmp_path / "demo")
    with open_project(path, coder="anna") as made:
        links = [
            one.id
            for one in made.codings.list()
            if one.code.startswith("ci-agenda") and one.case == "Lyftet"
        ][:3]
        made.framework.write(made.framework.place("Lyftet", "ci-agenda"), SUMMARY, links=links)
        details = RatingDetails(value=None, sentence=REASON, links=links)
        made.ratings.rate("Lyftet", "ci-agenda", details)
        yield made


def lost(project: Project) -> None:
    """Take away one of the codings that both rest on."""
    cell = project.framework.cell(project.framework.place("Lyftet", "ci-agenda")).written
    assert cell is not None and cell.summary == SUMMARY
    project.codings.remove([cell.links[0]])


def test_every_format_marks_the_cell_and_the_rating(project: Project, tmp_path: Path) -> None:
    """A mark behind the words and a line under the table, in each; none before."""
    for name in ("framework", "ratings"):
        before = project.reporting.table_bytes(project.tables.make(name), "csv").decode()
        assert "‡" not in before
    lost(project)
    for name, words in (("framework", SUMMARY), ("ratings", REASON)):
        table = project.tables.make(name)
        assert any("Out of date (‡)" in note for note in table.notes)
        shown = {
            cell.shown
            for row in table.rows
            for cell in row.cells.values()
            if hasattr(cell, "shown")
        }
        (marked,) = [one for one in shown if "‡" in one]
        assert words in marked
        for form in ("csv", "json", "html"):
            assert marked in project.reporting.table_bytes(table, form).decode()
        assert "‡" in project.reporting.table_bytes(table, "text").decode()
        assert "‡" in project.reporting.table_bytes(table, "md").decode()
        book = load_workbook(project.reporting.write_table(table, tmp_path / "t.xlsx"))
        assert any(cell.value == marked for row in book[name].iter_rows() for cell in row)
        document = Document(str(project.reporting.write_table(table, tmp_path / "t.docx")))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        assert any(cell.startswith(marked) for cell in cells)


@pytest.mark.parametrize("language", FIRST)
def test_the_first_page_counts_them(project: Project, tmp_path: Path, language: str) -> None:
    """Both before and after; in the words of the report's language."""
    stale, fresh = FIRST[language]
    request = ReportRequest(language=language, chapters=("reading",))

    def front() -> str:
        path = project.reporting.write(tmp_path / "r.docx", request)
        return "\n".join(p.text for p in Document(BytesIO(path.read_bytes())).paragraphs[:8])

    assert fresh in front() and stale not in front()
    lost(project)
    assert stale in front() and fresh not in front()
