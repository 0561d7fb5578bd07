"""A project of format 4 is brought up to date and takes summaries, ratings and events."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcode.services.workspace import open_project
from qualcode.storage import store

V4 = Path(__file__).with_name("format-4.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project as format 4 left it: one document with one coding, in a case."""
    path = tmp_path / "old.qualcode"
    raw = sqlite3.connect(path)
    raw.executescript(V4.read_text("utf-8"))
    raw.close()
    return path


def test_it_opens_sound_with_what_it_held(old: Path) -> None:
    """The coding is there, the file is sound, and a copy of format 4 lies beside it."""
    with open_project(old, coder="ann") as project:
        assert project.session.store.value("PRAGMA user_version") == store.SCHEMA_VERSION
        assert len(project.codings.list()) == 1
        assert project.session.store.integrity() == []
        assert [one for one in project.check.run() if one.level == "error"] == []
    (copy,) = old.parent.glob("*.backup")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (4,)
    kept.close()


def test_its_codings_can_be_charted(old: Path) -> None:
    """A summary is written over the coding that it brought, and goes stale with it."""
    with open_project(old, coder="ann") as project:
        (coding,) = project.codings.list()
        place = project.framework.place("Lyftet", coding.code)
        project.framework.write(place, "They meet.", links=[coding.id])
        assert project.framework.cell(place).state.state == "fresh"
        project.codings.set(coding.id, {"valence": "helps"})
        assert project.framework.cell(place).state.state == "stale"
        project.development.add_event("Lyftet", "It began.", period="start")
        assert [event.text for event in project.development.events()] == ["It began."]
