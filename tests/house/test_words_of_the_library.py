"""What the library of the screens would say in English is said in the reader's language."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.tui import words
from qualcode.tui.app import QualcodeApp
from tests.projects import a_project
from tests.tui.rooms import WIDE, press, settled, shown


@pytest.fixture
def swedish(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The screens speak Swedish; what is held at the start is collected all the same."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    words.speak("sv")
    yield
    words.speak("en")


async def test_the_palette_says_that_nothing_fits(swedish: None, tmp_path: Path) -> None:
    """A moment after words that nothing has."""
    with a_project(tmp_path) as project:
        app = QualcodeApp(project, "sv")
        async with app.run_test(size=WIDE) as pilot:
            await press(pilot, "ctrl+p")
            await press(pilot, "q z q z q z")
            await pilot.pause(0.8)
            assert "Inget passar" in shown(pilot) and "No matches" not in shown(pilot)


async def test_ctrl_c_tells_how_to_leave(swedish: None, tmp_path: Path) -> None:
    """In plain words, with the key that leaves."""
    with a_project(tmp_path) as project:
        app = QualcodeApp(project, "sv")
        async with app.run_test(size=WIDE, notifications=True) as pilot:
            app.action_help_quit()
            await settled(pilot)
            assert words._("{key} leaves the program", key="ctrl+q") in shown(pilot)
            assert "quit" not in shown(pilot) and "[b]" not in shown(pilot)
