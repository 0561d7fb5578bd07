"""A project of an older format takes corrected transcripts and knows the file of its first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qualcode.services.workspace import open_project

V4 = Path(__file__).with_name("format-4.sql")


def test_a_document_of_format_4_can_be_replaced(tmp_path: Path) -> None:
    """Its text becomes version 1 with the name of its file; the corrected one is version 2."""
    path = tmp_path / "old.qualcode"
    raw = sqlite3.connect(path)
    raw.executescript(V4.read_text("utf-8"))
    raw.close()
    with open_project(path, coder="ann") as project:
        (info,) = project.documents.list()
        turns = project.documents.transcript(info.id).turns
        file = tmp_path / "corrected.txt"
        text = project.documents.transcript(info.id).text
        lines = [f"{turn.speaker}: {text[turn.start : turn.end]}" for turn in turns]
        file.write_text("\n".join([*lines, f"{turns[0].speaker}: Tack."]), encoding="utf-8")
        before = [coding.quote for coding in project.codings.list()]
        project.replacing.replace(info.id, file)
        assert [coding.quote for coding in project.codings.list()] == before
        one, two = project.replacing.versions(info.id)
        assert (one.n, one.file, two.n, two.file) == (1, info.file, 2, "corrected.txt")
        assert project.session.store.integrity() == []
        project.history.undo()
        assert project.documents.resolve(info.id) == info
