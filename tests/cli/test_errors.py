"""Errors: one place, four exit codes, words or JSON, never a word of a transcript."""

from __future__ import annotations

import json
import sqlite3

import pytest

from qualcode.cli import document as document_commands
from qualcode.storage import store


def test_no_project_and_several_projects_are_told(tmp_path, run, project, monkeypatch):
    """In a folder with none or several, exit 1 and say what to do; `-p` and the variable decide."""
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert "qualcode init" in run("case", "list").err
    assert run("-p", project, "case", "list").code == 0
    assert run("case", "list", "-p", project).code == 0
    monkeypatch.setenv("QUALCODE_PROJECT", str(project))
    assert run("case", "list").code == 0
    monkeypatch.delenv("QUALCODE_PROJECT")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q.qualcode").write_bytes(project.read_bytes())
    ran = run("case", "list")
    assert ran.code == 1 and "q.qualcode" in ran.err


def test_somebody_has_to_code(tmp_path, run, done, monkeypatch):
    """Without a coder writing exits 1 and says how to name one; the variable is enough."""
    monkeypatch.chdir(tmp_path)
    done("init", "x")
    ran = run("case", "add", "A")
    assert ran.code == 1 and "--coder" in ran.err
    monkeypatch.setenv("QUALCODE_CODER", "eva")
    assert run("case", "add", "A").code == 0


@pytest.mark.parametrize(
    "args",
    [
        ("importt",),
        ("code", "lst"),
        ("code",),
        ("code", "list", "--valense", "helps"),
        ("code", "add"),
        ("table", "conditions", "--format", "pdf"),
        ("case", "add", "A", "--attribute", "novalue"),
    ],
)
def test_wrong_usage_exits_2_in_words_and_in_json(project, run, args):
    """Nothing on standard output; the JSON error has code, message and hint."""
    words, as_json = run(*args), run(*args, "--json")
    assert words.code == as_json.code == 2
    assert words.out == as_json.out == ""
    assert set(as_json.error) == {"code", "message", "hint"}
    assert as_json.error["code"] == "usage" and "--help" in as_json.error["hint"]


@pytest.mark.parametrize(
    ("args", "near"),
    [(("importt",), "import"), (("code", "lst"), "list"), (("code", "list", "--cas"), "--case")],
)
def test_a_slip_names_the_nearest(run, args, near):
    """Commands, their commands and options that are mistyped get a proposal."""
    assert near in run(*args).err


def test_a_file_that_is_no_project_exits_1(tmp_path, run):
    """A missing file, and one that is something else, are for the user to mend."""
    (tmp_path / "x.qualcode").write_text("not a project", "utf-8")
    for name in ("x.qualcode", "gone.qualcode"):
        ran = run("-p", tmp_path / name, "case", "list", "--json")
        assert (ran.code, ran.error["code"]) == (1, "bad-file")


def test_a_damaged_project_exits_3(project, run):
    """A project whose pages are overwritten is told as damaged."""
    content = bytearray(project.read_bytes())
    content[100:] = b"\xaa" * (len(content) - 100)
    project.write_bytes(content)
    ran = run("case", "list", "--json")
    assert (ran.code, ran.error["code"]) == (3, "project")


def test_a_newer_project_exits_3(project, run):
    """A project of a newer program is left alone, with the way to go on."""
    connection = sqlite3.connect(project)
    connection.execute(f"PRAGMA user_version = {store.SCHEMA_VERSION + 1}")
    connection.close()
    ran = run("case", "list", "--json")
    assert ran.code == 3 and "newer" in ran.error["message"]


def test_a_locked_project_exits_3(project, run, monkeypatch):
    """While another program writes, writing gives up with exit 3."""
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    other = sqlite3.connect(project, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ran = run("case", "add", "A", "--json")
    other.execute("ROLLBACK")
    other.close()
    assert (ran.code, ran.error["code"]) == (3, "locked")


@pytest.mark.parametrize("debug", ["", "1"])
@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_an_unexpected_error_shows_no_value(project, run, monkeypatch, debug, as_json):
    """A fault of the program names its kind and place, never what it was working on."""

    def broken(_: object) -> dict[str, str]:
        secret = "hemligt"
        raise KeyError(secret)

    monkeypatch.setenv("QUALCODE_DEBUG", debug)
    monkeypatch.setattr(document_commands.shapes, "transcript", broken)
    monkeypatch.setattr(document_commands.shapes, "document", broken)
    ran = run("document", "show", "talk-1", *as_json)
    assert ran.code == 1
    assert "KeyError" in ran.err and "your project is kept" in ran.err
    assert "hemligt" not in ran.err.replace('secret = "hemligt"', "")
    assert ("Traceback" in ran.err or "File " in ran.err) == bool(debug)
    if as_json:
        assert json.loads(ran.err.splitlines()[-1])["error"]["code"] == "unexpected"


def test_a_place_that_cannot_be_written_is_told(project, run):
    """Output into a folder that is not there exits 1 with its name, for every writer."""
    for args in (
        ("report", "no/r.docx"),
        ("table", "conditions", "-o", "no/t.csv"),
        ("code", "export", "-o", "no/c.csv"),
        ("codebook", "export", "no/b.yaml"),
    ):
        ran = run(*args, "--json")
        assert (ran.code, ran.error["code"]) == (1, "bad-file"), args
        assert "no" in ran.error["message"]


def test_the_screens_need_a_terminal(project, run):
    """`qualcode`, `qualcode FILE` and `qualcode open` without a terminal exit 1 and say so."""
    for args in ((), (project,), ("open",), ("open", project), ("-p", project)):
        ran = run(*args)
        assert ran.code == 1 and "terminal" in ran.err


def test_a_project_that_is_not_there_cannot_be_opened(tmp_path, run):
    """`qualcode gone.qualcode` names the file, not the terminal."""
    ran = run(tmp_path / "gone.qualcode")
    assert ran.code == 1 and "gone.qualcode" in ran.err


def test_a_damaged_journal_is_found_by_check(project, run):
    """`check` leaves with 3 when the journal was changed from outside."""
    assert run("check").code == 0
    connection = sqlite3.connect(project)
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in rows:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE journal SET time = '2000-01-01T00:00:00Z' WHERE seq = 2")
    connection.commit()
    connection.close()
    assert run("check").code == 3
