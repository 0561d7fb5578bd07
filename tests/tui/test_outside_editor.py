"""Writing in the reader's own editor leaves no word behind."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.app import App

from qualcode.domain.span import Span
from qualcode.errors import BadFile, Conflict, NotFound
from qualcode.services.workspace import Project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.outside_editor import edit_outside, folder, sweep
from tests.tui.rooms import coding, press, shown

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the editor here is a shell script")

SECRET = "kommunen borde göra det"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own, and a terminal that can be lent."""
    state = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(App, "suspend", lambda self: nullcontext())
    return tmp_path


def an_editor(home: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name a shell script as the editor; `$1` is the file."""
    path = home / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o700)
    monkeypatch.setenv("EDITOR", f"'{path}'")


def left_behind(where: Path) -> list[Path]:
    """Files below a folder in which the secret stands."""
    files = [path for path in where.rglob("*") if path.is_file() and path.suffix != ".qualcode"]
    return [path for path in files if SECRET.encode() in path.read_bytes()]


def test_what_was_written_comes_back_and_the_file_is_gone(home, project, monkeypatch):
    """Also what the editor put beside the file, which only the reader could open."""
    an_editor(
        home,
        f'stat -c %a "$1" "$(dirname "$1")" > {home}/modes; cp "$1" "$1~"; echo more >> "$1"',
        monkeypatch,
    )
    assert edit_outside(QualcodeApp(project), SECRET) == f"{SECRET}\nmore"
    assert (home / "modes").read_text().split() == ["600", "700"]
    assert list(folder().iterdir()) == []
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700
    assert left_behind(home) == []


@pytest.mark.parametrize(
    ("script", "error"),
    [("exit 3", Conflict), ('rm "$1"', BadFile), ("kill -9 $$", Conflict)],
)
def test_an_editor_that_fails_changes_nothing(home, project, monkeypatch, script, error):
    """An error of the editor is said, and the file is gone all the same."""
    an_editor(home, f'echo lost >> "$1"; {script}', monkeypatch)
    with pytest.raises(error) as said:
        edit_outside(QualcodeApp(project), SECRET)
    assert SECRET not in f"{said.value.message}{said.value.hint}"
    assert list(folder().iterdir()) == []
    assert left_behind(home) == []


@pytest.mark.parametrize("named", ["", "'", "no-such-editor-anywhere"])
def test_without_an_editor_it_says_how_to_name_one(project, monkeypatch, named):
    """EDITOR empty, unreadable, or naming what is not there."""
    monkeypatch.setenv("EDITOR", named)
    with pytest.raises(NotFound) as said:
        edit_outside(QualcodeApp(project), "words")
    assert "EDITOR" in said.value.hint
    assert not folder().exists() or list(folder().iterdir()) == []


def test_a_terminal_that_cannot_be_lent_is_said(project, monkeypatch):
    """In a browser there is no editor."""
    monkeypatch.undo()
    monkeypatch.setenv("EDITOR", "true")

    class Fixed(QualcodeApp):
        def suspend(self):
            from textual.app import SuspendNotSupported

            raise SuspendNotSupported

    with pytest.raises(Conflict):
        edit_outside(Fixed(project), "words")


def test_an_editor_that_saves_in_another_encoding_loses_no_letters(home, project, monkeypatch):
    """Latin letters, line ends of Windows and a mark of byte order are read."""
    an_editor(home, """printf 'b\\345de\\r\\nn\\345' > "$1" """, monkeypatch)
    assert edit_outside(QualcodeApp(project), "") == "både\nnå"
    an_editor(home, """printf '\\357\\273\\277ja' > "$1" """, monkeypatch)
    assert edit_outside(QualcodeApp(project), "") == "ja"


CRASHING = """
import os, sys
from contextlib import nullcontext
from qualcode.tui.outside_editor import edit_outside
class Lent:
    def suspend(self):
        return nullcontext()
edit_outside(Lent(), sys.argv[1])
"""


def test_what_a_killed_program_left_is_swept_at_the_next_start(home, project, monkeypatch):
    """A program that was killed while the editor was open leaves a folder until the next start."""
    an_editor(home, "kill -9 $PPID", monkeypatch)
    subprocess.run([sys.executable, "-c", CRASHING, SECRET], check=False, timeout=60)
    assert len(left_behind(home)) == 1
    sweep()
    assert left_behind(home) == []
    assert list(folder().iterdir()) == []


def test_a_folder_in_use_by_another_program_is_not_swept(home, project, monkeypatch):
    """While the editor is open, another start leaves its file alone."""
    an_editor(
        home,
        f'{sys.executable} -c "from qualcode.tui.outside_editor import sweep; sweep()"'
        ' && echo more >> "$1"',
        monkeypatch,
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    assert edit_outside(QualcodeApp(project), "words") == "words\nmore"


def test_the_program_sweeps_when_it_starts(home, project, monkeypatch):
    """Starting is enough; nobody has to think of it."""
    from qualcode.tui import start

    an_editor(home, "kill -9 $PPID", monkeypatch)
    subprocess.run([sys.executable, "-c", CRASHING, SECRET], check=False, timeout=60)
    monkeypatch.setattr(QualcodeApp, "run", lambda self: None)
    start.run(project.path, "ann")
    assert left_behind(home) == []


async def test_a_memo_is_written_there_after_a_warning_as_one_act(home, project, monkeypatch):
    """`m`, ctrl+o, yes: the words are on the page, and kept with escape as one step of undo."""
    an_editor(home, 'printf "from outside [/x]" > "$1"', monkeypatch)
    project.codings.add("talk-1", Span(0, 10), "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "m ctrl+o")
        assert "may keep copies" in shown(pilot)
        await press(pilot, "n")
        assert "from outside" not in shown(pilot)
        await press(pilot, "ctrl+o y")
        assert "from outside [/x]" in shown(pilot)
        await press(pilot, "escape")
        assert project.codings.list()[0].memo == "from outside [/x]"
        await press(pilot, "u")
        assert project.codings.list()[0].memo is None


async def test_from_the_list_of_memos_too(home, project: Project, monkeypatch):
    """`e` opens the lit memo there."""
    an_editor(home, 'printf "changed" > "$1"', monkeypatch)
    project.memos.add("project", "project", "first")
    async with coding(project) as (pilot, _):
        await press(pilot, "M e")
        await press(pilot, "y escape")
        assert [memo.text for memo in project.memos.list()] == ["changed"]
