"""From any printed key to the words behind it, and from the words to all that rests on them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.cli import shapes
from qualcode.domain.table import Counted, TableOptions
from qualcode.errors import NotFound
from qualcode.reports.model import Paragraph
from qualcode.services import demo, readings
from qualcode.services.ratings import RatingDetails
from qualcode.services.reporting import ReportRequest
from qualcode.services.tracing import Tracing
from qualcode.services.workspace import Project, open_project
from tests.steps import steps

MANY = 100
"""Cells that are traced to their words and back."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample, with a summary and a rating."""
    path, _ = demo.build(tmp_path_factory.mktemp("demo"))
    with open_project(path, coder="anna") as found:
        links = [one.id for one in _agenda(found)][:4]
        found.framework.write(found.framework.place("Lyftet", "ci-agenda"), "Seen.", links=links)
        found.ratings.rate(
            "Lyftet", "ci-agenda", RatingDetails(value=None, sentence="So.", links=links)
        )
        yield found


def _agenda(project: Project) -> list:
    return [
        one
        for one in project.codings.list()
        if one.code.startswith("ci-agenda") and one.case == "Lyftet"
    ]


def test_a_hundred_random_cells_lead_to_their_words_and_back(project: Project) -> None:
    """Over all tables: the key gives exactly the codings, and each of some names the cell."""
    cells = [
        (name, row.key, column, cell)
        for name in project.tables.names()
        for row in project.tables.make(name).rows
        for column, cell in row.cells.items()
        if isinstance(cell, Counted) and cell.evidence
    ]
    chosen = random.Random(5).sample(cells, MANY)
    tables = {name for name, *_ in cells}
    assert len(tables) > 15
    project.tables.keep(project.tables.make(name) for name in tables)
    backward: dict[str, set] = {}
    for name, row, column, cell in chosen:
        found = project.tables.trace(str(cell.evidence))
        assert (found.kind, found.table, found.row, found.column) == ("cell", name, row, column)
        members = {one.degree.id for one in found.degrees} or {one.id for one in found.codings}
        assert members == set(cell.codings) and found.missing == 0
        assert all(one.quote for one in found.codings)
        if found.codings:
            backward.setdefault(found.codings[0].id, set()).add((name, row, column, cell.evidence))
    for coding, places in list(backward.items())[:25]:
        back = {
            (one.table, one.row, one.column, one.evidence)
            for one in project.tables.trace(coding).cells
        }
        assert places <= back


def test_a_coding_names_all_that_rests_on_it(project: Project) -> None:
    """Summary, rating, theme, chosen quote, finding, and the sentences of the report."""
    coding = _agenda(project)[0]
    found = project.tables.trace(coding.id)
    kinds = {use.kind for use in found.uses}
    assert {"summary", "rating", "theme", "sentence"} <= kinds
    assert any(use.label == "Seen." for use in found.uses if use.kind == "summary")
    sentences = [use for use in found.uses if use.kind == "sentence"]
    assert any("Spoken of in" in use.label for use in sentences)
    assert {(one.table, one.row) for one in found.cells} >= {("frequency", coding.code)}
    rows = {one.table for one in found.cells if one.column.startswith("ci-agenda")}
    assert {"framework", "ratings", "conditions"} <= rows


def test_findings_and_chosen_quotes_are_among_the_uses(project: Project) -> None:
    """A chosen quote leads to its coding by its own id; the coding names its findings."""
    quote = next(iter(project.quotes.list("finding")), None)
    if quote is None:
        pytest.skip("the sample has no chosen quote")
    found = project.tables.trace(quote.id)
    assert found.codings[0].id == quote.coding
    kinds = {use.kind for use in found.uses}
    assert {"quote", "finding"} <= kinds


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_key_of_a_sentence_leads_to_what_it_counts(
    project: Project, tmp_path: Path, language: str
) -> None:
    """Every key in the running text of a written report can be traced, at once."""
    project.reporting.write(tmp_path / "r.html", ReportRequest(language=language))
    report = Tracing(project.session, project.tables)._report(language)
    keys = [
        run.text
        for block in report.blocks
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.kind == "key"
    ]
    assert len(keys) > 8
    for key in keys:
        found = project.tables.trace(key)
        assert found.kind in ("cell", "sentence") and found.codings
        assert key in (tmp_path / "r.html").read_text("utf-8")
    stated = {one.key: one for one in report.stated}
    for key, one in stated.items():
        found = project.tables.trace(key)
        assert (found.kind, found.table, found.row) == ("sentence", "report", one.subject)
        members = {d.degree.id for d in found.degrees} or {c.id for c in found.codings}
        assert members == set(one.members)


def test_a_key_that_was_not_printed_is_found_by_counting(tmp_path: Path) -> None:
    """Also that of a framework with informants in its rows; a made-up one is unknown."""
    path, _ = demo.build(tmp_path / "demo")
    with open_project(path, coder="anna") as project:
        table = project.tables.make("framework", TableOptions(rows="participant"))
        cells = [cell for row in table.rows for cell in row.cells.values()]
        keys = [cell.evidence for cell in cells if isinstance(cell, Counted) and cell.evidence]
        assert project.tables.trace(keys[0]).table == "framework"
        with pytest.raises(NotFound):
            project.tables.trace("E-0000000000")


def test_a_printed_key_is_little_work(project: Project) -> None:
    """Without making a table: the key of the widest cell takes some steps for each coding."""
    table = project.tables.make("frequency")
    project.tables.keep([table])
    cells = [row.cells["passages"] for row in table.rows]
    widest = max(cells, key=lambda cell: len(cell.codings))
    with open_project(project.session.store.path) as again:
        again.tables.trace(widest.evidence)
        took = steps(lambda: again.tables.trace(widest.evidence))
        assert took < 1000 + 300 * len(widest.codings)
        assert readings._material not in again.session._once


def test_the_shape_for_scripts_is_kept(project: Project) -> None:
    """What scripts were promised, and the uses beside it."""
    found = shapes.trace(project.tables.trace(_agenda(project)[0].id))
    assert {"key", "kind", "table", "row", "column", "codings", "cells", "uses"} <= set(found)
    assert set(found["uses"][0]) == {"kind", "id", "label"}
    assert found["cells"][0]["kind"] == "cell"
