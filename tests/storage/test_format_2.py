"""A project of format 2 is brought up to date and loses nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.services.search import FindFilter
from qualcode.services.workspace import open_project
from qualcode.storage import store

V2 = Path(__file__).with_name("format-2.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project as format 2 left it: a case, a document of two turns, a line of evidence."""
    path = tmp_path / "old.qualcode"
    raw = sqlite3.connect(path)
    raw.executescript(V2.read_text("utf-8"))
    raw.close()
    return path


def test_its_rows_are_kept(old: Path) -> None:
    """Cases, documents and evidence are there as before, in the new format, and it is sound."""
    opened = store.open_store(old)
    assert opened.value("PRAGMA user_version") == store.SCHEMA_VERSION
    assert opened.rows("SELECT name FROM cases") == [("Lyftet",)]
    assert opened.rows("SELECT name, language FROM documents") == [("talk", "sv")]
    assert opened.rows("SELECT key FROM evidence") == [("k",)]
    assert opened.integrity() == []
    opened.close()
    (copy,) = old.parent.glob("*.backup")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (2,)
    kept.close()


def test_its_texts_are_found_by_lemma(old: Path) -> None:
    """Word layers, which format 2 did not have, are made and kept for the texts it holds."""
    with open_project(old) as project:
        (hit,) = project.search.find("möte", FindFilter(by="lemma"))
        assert (hit.quote, hit.turn, hit.case) == ("mötena", 2, "Lyftet")
        assert project.session.store.value("SELECT count(*) FROM word_layers") == 1
