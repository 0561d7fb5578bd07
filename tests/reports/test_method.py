"""The account of the method and the COREQ list say what was done, and nothing that was not."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.revision import Relabel
from qualcode.domain.table import TableOptions
from qualcode.reports.build import build
from qualcode.reports.model import Heading, Paragraph, Report, ReportOptions, TableBlock
from qualcode.services import demo
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project

LANGUAGES = ("en", "sv", "da", "nb")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The sample, to be changed."""
    path, _ = demo.build(tmp_path / "demo")
    with open_project(path, coder="anna") as found:
        yield found


def a_report(project: Project, language: str = "en", chapters=("method", "checklist")) -> Report:
    options = ReportOptions(language=language, chapters=chapters)
    wanted = TableOptions(language=language)
    tables = [project.tables.make(name, wanted) for name in options.needed]
    return build(project.tables.told(wanted), tables, options)


def words(report: Report) -> str:
    return "\n".join(
        "".join(run.text for run in block.runs)
        for block in report.blocks
        if isinstance(block, Paragraph)
    )


def checklist(report: Report) -> dict[int, str]:
    table = next(
        block.table
        for block in report.blocks
        if isinstance(block, TableBlock) and block.table.name == "coreq"
    )
    return {int(str(row.cells["n"])): str(row.cells["answer"]) for row in table.rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_its_32_items_in_every_language(project: Project, language: str) -> None:
    """All items in order; those of the author say so, and no sentence has an open place in it."""
    report = a_report(project, language)
    items = checklist(report)
    assert list(items) == list(range(1, 33))
    author = items[1]
    assert {n for n, told in items.items() if told != author} >= {12, 16, 21, 22, 24, 25, 26, 27}
    assert "{" not in words(report) + " ".join(items.values())


def test_filled_numbers_equal_counts_of_the_database(project: Project) -> None:
    """Informants, words, coders, codes, themes, turns and acts by another door."""
    report = a_report(project)
    items, text = checklist(report), words(report)
    raw = sqlite3.connect(project.path)

    def count(sql: str) -> int:
        return int(raw.execute(sql).fetchone()[0])

    assert items[12].startswith(f"{count('SELECT count(*) FROM participants WHERE deleted = 0')} ")
    spoken = count(
        "SELECT sum(v.words) FROM documents d JOIN text_versions v ON v.id = d.version_id"
        " WHERE d.deleted = 0 AND d.kind = 'transcript'"
    )
    assert int(re.sub(r"\D", "", items[21].split(" word")[0])) == spoken
    coders = count(
        "SELECT count(DISTINCT s.coder_id) FROM segments s JOIN codings c ON c.segment_id = s.id"
        " WHERE c.deleted = 0 AND s.deleted = 0"
    )
    assert items[24] == f"{coders} coders"
    assert items[25].startswith(f"{len(project.codebooks.current().codes)} codes")
    origins = dict(
        raw.execute("SELECT origin, count(*) FROM themes WHERE deleted = 0 GROUP BY origin")
    )
    inductive = origins.get("inductive", 0)
    assert f"{origins['deductive']} from theory, {inductive} from the material" in items[26]
    assert f"{count('SELECT count(*) FROM journal')} acts" in text
    unread = sum(progress.unread for progress in project.documents.progress())
    assert f"{unread} are unread" in text
    both = count(
        "SELECT count(*) FROM (SELECT s.document_id FROM segments s JOIN codings c"
        " ON c.segment_id = s.id WHERE c.deleted = 0 AND s.deleted = 0"
        " GROUP BY s.document_id HAVING count(DISTINCT s.coder_id) > 1)"
    )
    assert f"In {both} document" in text
    raw.close()


def test_three_stances_make_three_accounts(project: Project) -> None:
    """Coefficients under `reliability` only; the paragraph on the approach differs each time."""
    accounts = {}
    for stance in ("reliability", "codebook-with-dialogue", "single-coder"):
        project.settings.set("stance", stance)
        report = a_report(project)
        accounts[stance] = words(report)
        relied = next(
            block.table
            for block in report.blocks
            if isinstance(block, TableBlock) and block.table.name == "trustworthiness"
        )
        keys = {column.key for column in relied.columns}
        assert ("alpha" in keys) == (stance == "reliability")
    assert len(set(accounts.values())) == 3


def test_what_was_not_done_is_said(tmp_path: Path) -> None:
    """In a bare project the criteria say `not done`, and nothing is claimed."""
    with a_project(tmp_path) as bare:
        text = words(a_report(bare))
    assert text.count("Not done.") >= 2
    for sentence in (
        "No cell of the framework matrix was charted.",
        "No conditions were rated.",
        "No findings or propositions were worded.",
        "No list of contrary evidence was opened.",
        "Informants were not asked about the readings of their words.",
        "The codebook was not revised during the work.",
    ):
        assert sentence in text


def test_what_was_done_is_told(tmp_path: Path) -> None:
    """A revision and a memo turn up in the account, each under its criterion."""
    with a_project(tmp_path) as made:
        made.memos.add("code", "agenda", "Who am I here?", "reflexive")
        made.revision.do(Relabel("agenda", {"en": "Shared agenda"}), "clearer")
        text = words(a_report(made))
    assert "The codebook was revised during the work: 1 revision." in text
    assert "Changes: relabelled 1." in text
    assert "Confirmability. Memos: 1 (analytic 0, methodological 0, reflexive 1)." in text


def test_the_codebook_is_a_chapter_on_demand(project: Project) -> None:
    """Dozens of pages stand in a report only where they were asked for."""
    named = [
        b.text for b in a_report(project, chapters=("codebook",)).blocks if isinstance(b, Heading)
    ]
    assert named == ["Codebook"]
    usual = build(
        project.tables.told(TableOptions()),
        [project.tables.make(name) for name in ReportOptions().needed],
        ReportOptions(),
    )
    assert "codebook" not in {b.table.name for b in usual.blocks if isinstance(b, TableBlock)}
