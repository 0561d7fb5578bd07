"""A project file opens safely or says why not."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from qualcode.errors import BadFile, ProjectError, ProjectLocked, QualcodeError
from qualcode.storage import project, store
from qualcode.storage.schema import _TRIGGERS

V1 = Path(__file__).with_name("format-1.sql")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new, empty project."""
    target = tmp_path / "a.qualcode"
    made = store.create(target)
    with made.write():
        project.begin(made)
    made.close()
    return target


def test_a_new_project_is_readable_by_its_owner_only(path: Path) -> None:
    """A project file is made with mode 0600."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_file_is_not_overwritten(path: Path) -> None:
    """Making a project over a file is refused and leaves the file as it was."""
    before = path.read_bytes()
    with pytest.raises(BadFile, match="exists already"):
        store.create(path)
    assert path.read_bytes() == before


def test_writes_are_durable_and_guarded(path: Path) -> None:
    """Foreign keys, the write-ahead log and full synchronisation are on."""
    opened = store.open_store(path)
    assert opened.value("PRAGMA foreign_keys") == 1
    assert opened.value("PRAGMA journal_mode") == "wal"
    assert opened.value("PRAGMA synchronous") == 2
    opened.close()


def test_all_tables_are_strict(path: Path) -> None:
    """No column takes a value of another type than its own."""
    opened = store.open_store(path)
    loose = [
        name
        for name, sql in opened.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if "STRICT" not in sql.upper() and not name.startswith(("sqlite_", "_sqlite"))
    ]
    opened.close()
    assert loose == []


def test_the_triggers_are_there(path: Path) -> None:
    """The journal is guarded against change and deletion."""
    opened = store.open_store(path)
    found = {row[0] for row in opened.rows("SELECT name FROM sqlite_master WHERE type='trigger'")}
    opened.close()
    assert found == set(_TRIGGERS)


def test_a_newer_project_is_refused(path: Path) -> None:
    """A file of a newer program is not touched, and the message says what to do."""
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {store.SCHEMA_VERSION + 1}")
    raw.close()
    with pytest.raises(ProjectError, match="newer") as caught:
        store.open_store(path)
    assert caught.value.exit_code == 3
    assert "pip install" in caught.value.hint


def test_an_older_project_is_migrated_after_a_copy(tmp_path: Path) -> None:
    """A project of format 1 is copied (mode 0600) and then brought up to date with its rows."""
    path = tmp_path / "old.qualcode"
    raw = sqlite3.connect(path)
    raw.executescript(V1.read_text("utf-8"))
    raw.close()
    opened = store.open_store(path)
    assert opened.value("PRAGMA user_version") == store.SCHEMA_VERSION
    assert opened.rows("SELECT name FROM cases") == [("Lyftet",)]
    assert opened.rows("SELECT count(*) FROM evidence") == [(0,)]
    opened.close()
    (copy,) = tmp_path.glob("*.backup")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert kept.execute("SELECT name FROM cases").fetchall() == [("Lyftet",)]
    kept.close()


def test_the_copy_never_replaces_another(tmp_path: Path) -> None:
    """A second migration beside an older copy makes a second copy."""
    for _ in range(2):
        path = tmp_path / "old.qualcode"
        path.unlink(missing_ok=True)
        raw = sqlite3.connect(path)
        raw.executescript(V1.read_text("utf-8"))
        raw.close()
        store.open_store(path).close()
    assert len(list(tmp_path.glob("*.backup"))) == 2


@pytest.mark.parametrize("content", [b"", b"not a database at all, only words", b"\x00" * 4096])
def test_a_file_that_is_no_project_is_refused(tmp_path: Path, content: bytes) -> None:
    """Something else under the name of a project is named as such."""
    path = tmp_path / "x.qualcode"
    path.write_bytes(content)
    with pytest.raises(BadFile):
        store.open_store(path)


def test_another_database_is_refused(tmp_path: Path) -> None:
    """A database of another program is not taken for a project."""
    path = tmp_path / "other.qualcode"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE t (x)")
    raw.close()
    with pytest.raises(BadFile, match="no qualcode project"):
        store.open_store(path)


def test_a_missing_project_says_how_to_make_one(tmp_path: Path) -> None:
    """The hint names the commands that make a project."""
    with pytest.raises(BadFile) as caught:
        store.open_store(tmp_path / "nowhere.qualcode")
    assert "qualcode init" in caught.value.hint


def test_a_damaged_project_is_exit_three(path: Path) -> None:
    """A file whose pages are broken is reported as damaged, not as a crash."""
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(8000))
    with pytest.raises(ProjectError) as caught:
        opened = store.open_store(path)
        opened.rows("SELECT * FROM cases")
    assert caught.value.exit_code == 3


def test_two_programs_wait_for_each_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program writes, a write waits and then says so; nothing is half-written."""
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    one, other = store.open_store(path), store.open_store(path)
    with one.write():
        one.run("INSERT INTO meta (key, value) VALUES ('a', '1')")
        with pytest.raises(ProjectLocked), other.write():
            other.run("INSERT INTO meta (key, value) VALUES ('b', '2')")
    with other.write():
        other.run("INSERT INTO meta (key, value) VALUES ('c', '3')")
    assert one.value("SELECT count(*) FROM meta WHERE key IN ('a', 'b', 'c')") == 2
    one.close()
    other.close()


def test_a_failed_write_leaves_nothing(path: Path) -> None:
    """An error inside a transaction takes back all of it."""
    opened = store.open_store(path)
    with pytest.raises(RuntimeError), opened.write():
        opened.run("INSERT INTO meta (key, value) VALUES ('half', '1')")
        raise RuntimeError
    assert opened.value("SELECT count(*) FROM meta WHERE key = 'half'") == 0
    opened.close()


def test_a_full_disk_changes_nothing(path: Path) -> None:
    """When the file cannot grow, the act fails with a message and the project is as before."""
    opened = store.open_store(path)
    pages = opened.value("PRAGMA page_count")
    opened.run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(QualcodeError, match="disk is full"), opened.write():
        for n in range(2000):
            opened.run("INSERT INTO words (id, text) VALUES (?, ?)", (str(n), "x" * 4000))
    assert opened.value("SELECT count(*) FROM words") == 0
    assert opened.integrity() == []
    opened.run("PRAGMA max_page_count = 100000")
    with opened.write():
        opened.run("INSERT INTO words (id, text) VALUES ('1', 'x')")
    opened.close()


def test_a_read_only_project_refuses_to_write(path: Path) -> None:
    """A project opened for reading only is read, and a write says why it cannot be."""
    opened = store.open_store(path, read_only=True)
    assert opened.rows("SELECT * FROM cases") == []
    with pytest.raises(QualcodeError, match="reading only"), opened.write():
        pass
    opened.close()
