"""A project of format 3 is brought up to date and knows which of its turns hold no words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import open_project
from qualcode.storage import store
from tests.projects import a_project

V3 = Path(__file__).with_name("format-3.sql")
WITH_GAPS = """INT: Hur går det?
IP1: /…/
IP1: Vi ses varje måndag.
INT: [...]
IP1: (ohörbart 12:30)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project as format 3 left it: five turns, three of them without words, one coding."""
    path = tmp_path / "old.qualcode"
    raw = sqlite3.connect(path)
    raw.executescript(V3.read_text("utf-8"))
    raw.close()
    return path


def test_its_turns_without_words_are_not_left_to_read(old: Path) -> None:
    """Two of the informant's three turns are gaps; the third is coded, so nothing is left."""
    with open_project(old) as project:
        assert project.session.store.value("PRAGMA user_version") == store.SCHEMA_VERSION
        (progress,) = project.documents.progress()
        assert (progress.turns, progress.coded, progress.unread) == (1, 1, 0)
        assert project.session.store.integrity() == []
    (copy,) = old.parent.glob("*.backup")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (3,)
    kept.close()


def test_what_comes_in_now_is_counted_in_the_same_way(tmp_path: Path, old: Path) -> None:
    """The same transcript, imported, has the same gaps as the one that was brought up to date."""
    file = tmp_path / "talk.txt"
    file.write_text(WITH_GAPS, encoding="utf-8")
    sql = "SELECT n FROM turns WHERE gap = 1 ORDER BY n"
    with a_project(tmp_path, documents=0) as new, open_project(old) as migrated:
        new.imports.files([file], ImportOptions(language="sv"))
        gaps = migrated.session.store.rows(sql)
        assert new.session.store.rows(sql) == gaps == [(2,), (4,), (5,)]
        states = new.units.states("talk")
    assert states == {1: "interviewer", 2: "gap", 3: "unread", 4: "interviewer", 5: "gap"}
