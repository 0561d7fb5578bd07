"""Transcripts come in one by one; the good come in, the bad are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.services.imports import ImportOptions
from tests.projects import TALK, a_project


def test_the_good_come_in_and_the_bad_are_named(tmp_path: Path) -> None:
    """One unreadable file among several does not keep the others out."""
    good, empty, picture, gone = (tmp_path / n for n in ("å.txt", "b.txt", "c.txt", "d.txt"))
    good.write_text(TALK, encoding="utf-8")
    empty.write_text("")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with a_project(tmp_path, documents=0) as p:
        outcomes = p.imports.files([good, empty, picture, gone], ImportOptions(case="Åre"))
        assert [o.status for o in outcomes] == ["imported", "failed", "failed", "failed"]
        assert all(o.error for o in outcomes[1:])
        (document,) = p.documents.list()
        assert (document.name, document.case) == ("å", "Åre")


def test_the_same_text_is_recognised(tmp_path: Path) -> None:
    """A second import of the same text, under any name, says where it is already."""
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(TALK, encoding="utf-8")
    two.write_bytes(TALK.replace("\n", "\r\n").encode("utf-8-sig"))
    with a_project(tmp_path, documents=0) as p:
        p.imports.files([one], ImportOptions())
        (again,) = p.imports.files([two], ImportOptions())
        assert (again.status, again.name) == ("already-there", "a")
        (look,) = p.imports.preview([two], ImportOptions())
        assert look.status == "already-there"
        assert len(p.documents.list()) == 1


def test_a_second_document_of_a_name_gets_a_number(tmp_path: Path) -> None:
    """Two files of the same name and other text are two documents."""
    (tmp_path / "x").mkdir()
    for n, folder in enumerate((tmp_path, tmp_path / "x")):
        (folder / "talk.txt").write_text(TALK + f"IP1: {n}\n", encoding="utf-8")
    with a_project(tmp_path, documents=0) as p:
        files = [tmp_path / "talk.txt", tmp_path / "x" / "talk.txt"]
        p.imports.files(files, ImportOptions())
        assert [d.name for d in p.documents.list()] == ["talk", "talk (2)"]


def test_a_preview_changes_nothing(tmp_path: Path) -> None:
    """Looking shows what would come in and leaves the project as it was."""
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    with a_project(tmp_path, documents=0) as p:
        before = p.state(), len(p.history.log())
        (look,) = p.imports.preview([tmp_path / "a.txt"], ImportOptions(case="New"))
        assert (look.status, look.turns, look.language) == ("would-import", 6, "sv")
        assert look.interviewers == ("Intervjuare",)
        assert (p.state(), len(p.history.log())) == before


def test_a_folder_comes_in_whole(tmp_path: Path) -> None:
    """All transcripts of a folder come in by name, other files are passed over."""
    folder = tmp_path / "f"
    folder.mkdir()
    for name in ("b.txt", "a.md", "c.pdf", ".hidden.txt"):
        (folder / name).write_text(TALK + name, encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    with a_project(tmp_path, documents=0) as p:
        outcomes = p.imports.files(
            [folder], ImportOptions(), lambda n, of, name: told.append((n, of, name))
        )
        assert [Path(o.path).name for o in outcomes] == ["a.md", "b.txt"]
    assert told == [(0, 2, "a.md"), (1, 2, "b.txt"), (2, 2, "")]


def test_a_folder_without_transcripts_is_named(tmp_path: Path) -> None:
    """An empty folder is an error that names the endings that are known."""
    (tmp_path / "e").mkdir()
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    with a_project(tmp_path, documents=0) as p:
        bad, good = p.imports.files([tmp_path / "e", tmp_path / "a.txt"], ImportOptions())
    assert (bad.status, good.status) == ("failed", "imported")
    assert "no transcripts" in (bad.error or "")
    assert ".docx" in (bad.hint or "")


def test_a_folder_without_permission_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may not be read is an error, not a crash."""
    folder = tmp_path / "shut"
    folder.mkdir()

    def refused(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    # rights bind nobody who runs the tests as root, so the refusal is the system's in its words
    monkeypatch.setattr(Path, "iterdir", refused)
    with a_project(tmp_path, documents=0) as p:
        (outcome,) = p.imports.files([folder], ImportOptions())
    assert "cannot be read" in (outcome.error or "")


def test_each_file_is_an_act_of_its_own(tmp_path: Path) -> None:
    """Undo takes back one file, its text comes back with redo."""
    for n in range(2):
        (tmp_path / f"{n}.txt").write_text(TALK + f"IP1: {n}\n", encoding="utf-8")
    with a_project(tmp_path, documents=0) as p:
        p.imports.files([tmp_path / "0.txt", tmp_path / "1.txt"], ImportOptions())
        p.history.undo()
        assert [d.name for d in p.documents.list()] == ["0"]
        p.history.redo()
        assert "1" in p.documents.transcript("1").text
        p.history.undo()
        p.imports.files([tmp_path / "1.txt"], ImportOptions())
        assert [d.name for d in p.documents.list()] == ["0", "1"]


def test_it_is_filed_as_asked(tmp_path: Path) -> None:
    """Case, participant, language, groups, date, wave and attributes are kept."""
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    with a_project(tmp_path, documents=0) as p:
        p.participants.add("P1", {"role": "chair"})
        options = ImportOptions(
            case="Ö", participant="P1", language="nb", groups=("g",), date="2024-01-02",
            wave="1", attributes={"n": 3, "ok": True},
        )  # fmt: skip
        p.imports.files([tmp_path / "a.txt"], options)
        d = p.documents.resolve("a")
        assert (d.case, d.participant, d.language, d.groups) == ("Ö", "P1", "nb", ("g",))
        assert (d.date, d.wave, d.attributes) == ("2024-01-02", "1", {"n": 3, "ok": True})
