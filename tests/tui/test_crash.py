"""A crash: where it was, no word of a transcript anywhere, and the project as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qualcode.services.workspace import open_project
from qualcode.tui.crash import crash_report
from tests.projects import TALK, a_project

PROGRAM = """
import asyncio, sys, threading
from textual.app import App
from textual.message import Message
from qualcode.domain.span import Span
from qualcode.tui import start
from qualcode.tui.app import QualcodeApp
from qualcode.tui.widgets.reader import Reader
from qualcode.tui.widgets.transcript import Transcript
from qualcode.tui.screens.coding import CodingScreen

how = sys.argv[2]

def fail(app):
    secret = app.project.documents.transcript('talk-1').text
    try:
        {}[secret]
    except KeyError as error:
        raise ValueError(secret) from error

async def later(app):
    fail(app)

def crash(app):
    if how == 'handler':
        Reader.action_mark_read = lambda self: fail(app)
    elif how == 'render':
        Transcript.render_line = lambda self, y: fail(app)
        app.screen.bench.view.refresh()
    elif how == 'compose':
        from qualcode.tui.dialogs.card import Card
        Card.compose = lambda self: fail(app)
    elif how == 'message':
        CodingScreen.on_resize = lambda self, event: fail(app)
        app.screen.post_message(__import__('textual').events.Resize(app.size, app.size))
    elif how == 'thread':
        app.run_worker(lambda: fail(app), thread=True)
    elif how == 'timer':
        app.set_timer(0.01, lambda: fail(app))
    elif how == 'task':
        app.kept = asyncio.get_running_loop().call_soon(fail, app)
    elif how == 'markup':
        from textual.widgets import Static
        app.screen.mount(Static(app.project.documents.transcript('talk-1').text))

async def drive(pilot):
    app = pilot.app
    await pilot.press('f3')
    await pilot.pause(0.3)
    await pilot.press('n', 'enter', 'v', 'i', 's', 'enter')
    await pilot.pause(0.2)
    crash(app)
    await pilot.press('r', 'o')
    await pilot.pause(0.5)

QualcodeApp.run = lambda self: App.run(self, headless=True, size=(100, 30), auto_pilot=drive)
sys.exit(start.run(sys.argv[1], 'ann'))
"""

WORDS = {word.strip(".,?:[]") for word in TALK.split() if len(word) > 4 and word.isalpha()}


def words_in(text: str) -> set[str]:
    """Words of the transcript that stand in a text."""
    return {word for word in WORDS if word in text}


@pytest.mark.parametrize(
    "how", ["handler", "render", "compose", "message", "thread", "timer", "task", "markup"]
)
def test_a_crash_leaves_no_word_and_a_whole_project(tmp_path: Path, how: str) -> None:
    """Not on the terminal, in no file; what was done before the crash is stored."""
    project = tmp_path / "project"
    project.mkdir()
    with a_project(project) as made:
        path = made.path
    for name in ("home", "tmp", "here"):
        (tmp_path / name).mkdir()
    program = tmp_path / "crash.py"
    program.write_text(PROGRAM, "utf-8")
    places = {
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_STATE_HOME": str(tmp_path / "home" / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "home" / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "home" / "cache"),
        "TEXTUAL_LOG": str(tmp_path / "home" / "textual.log"),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        [sys.executable, str(program), str(path), how],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        cwd=tmp_path / "here",
        env={**os.environ, **places},
    )
    assert done.returncode == 1, done.stderr
    printed = done.stdout + done.stderr
    assert "failed: " in printed and "Your project is kept" in printed
    assert words_in(printed) == set()
    for folder in ("home", "tmp", "here"):
        for file in (tmp_path / folder).rglob("*"):
            if file.is_file():
                assert words_in(file.read_text("utf-8", errors="replace")) == set(), file
    assert sorted(each.name for each in project.iterdir()) == [
        "book.json",
        "p.qualcode",
        "talk-1.txt",
    ]
    with open_project(path, coder="ann") as again:
        assert [each.code for each in again.codings.list()] == ["agenda-vision"]
        assert [each for each in again.check.run() if each.level == "error"] == []


def test_the_report_names_kinds_and_lines_only() -> None:
    """The whole chain, the first error first, without a message."""
    try:
        try:
            int("Kommunen borde göra det")
        except ValueError as error:
            error.add_note("Barnen ska må bra")
            raise RuntimeError("Vi ses varje måndag") from error
    except RuntimeError as error:
        told = crash_report(error)
    assert told.index("ValueError\n") < told.index("RuntimeError\n")
    assert "måndag" not in told.replace('raise RuntimeError("Vi ses varje måndag") from error', "")
    assert "Barnen" not in told
    assert "test_crash.py" in told
