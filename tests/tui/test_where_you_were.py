"""The program opens where it was left."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from qualcode.domain.span import Span
from qualcode.services.workspace import Project, open_project
from qualcode.tui import whereabouts
from qualcode.tui.app import QualcodeApp
from tests.tui.rooms import WIDE, press, settled, text_view


async def _left(project: Project, keys: str, mode: str = "coding") -> None:
    """Leave the program after some keys in a room."""
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await app.switch_mode(mode)
        await settled(pilot)
        await press(pilot, keys)
        await app.action_quit()


async def test_room_document_place_pane_and_colour(project: Project) -> None:
    """All of them are as they were, without a key."""
    await _left(project, "greater_than_sign t t w l h")
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert app.current_mode == "coding"
        assert app.screen.desk.document.name == "talk-2"
        view = text_view(app.screen)
        turn = app.screen.desk.transcript.turns[2]
        assert app.screen.desk.transcript.text[turn.start : view.caret.cursor] == "Vem "
        assert app.screen.bench.panes.current == "here"
        assert view.scene.tint == "all"


@pytest.mark.parametrize("mode", ["home", "quotes", "tables", "themes"])
async def test_every_room(project: Project, mode: str) -> None:
    """Whichever room the program was left from, it opens there."""
    await _left(project, "escape", mode)
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        assert app.current_mode == mode


async def test_a_document_that_is_gone_is_no_obstacle(project: Project) -> None:
    """The place was in a document that is not there any more: the first one is opened."""
    await _left(project, "greater_than_sign t")
    project.documents.remove("talk-2")
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert app.screen.desk.document.name == "talk-1"


async def test_keeping_the_place_does_not_read_the_project_anew(project: Project) -> None:
    """The screen knows its own note of the place from a change by somebody else."""
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE) as pilot:
        await app.switch_mode("coding")
        await settled(pilot)
        await press(pilot, "t")
        app.screen.keep_place()
        assert not app.screen.desk.changed_elsewhere()


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signal")
async def test_a_terminal_that_is_closed_keeps_the_place(project: Project) -> None:
    """A connection that breaks is as good as leaving: room and place are there the next time."""
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f3")
        await settled(pilot)
        await press(pilot, "t t")
        os.kill(os.getpid(), signal.SIGHUP)
        for _ in range(50):
            if not app.is_running:
                break
            await asyncio.sleep(0.02)
    assert project.remembered("app.room") == "coding"
    assert project.remembered("coding.place")["offset"] > 0


async def test_a_program_that_is_killed_has_kept_room_and_place(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A moment after the last move both are in the project, without leaving."""
    monkeypatch.setattr(whereabouts, "REST_SECONDS", 0.1)
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "f3")
        await settled(pilot)
        await press(pilot, "t t")
        cursor = text_view(app.screen).caret.cursor
        await pilot.pause(0.5)
        assert project.remembered("app.room") == "coding"
        assert project.remembered("coding.place")["offset"] == cursor > 0


async def test_a_place_that_somebody_kept_is_no_news(project: Project) -> None:
    """Another program that keeps its place does not have the codings read again; an act does."""
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE) as pilot:
        await app.switch_mode("coding")
        await settled(pilot)
        with open_project(project.path, coder="bo") as other:
            other.coders.add("bo")
            await pilot.pause(2.5)
            other.remember("coding.place", {"offset": 3})
            assert not app.screen.desk.changed_elsewhere()
            other.codings.add("talk-1", Span(0, 10), "backbone")
            assert app.screen.desk.changed_elsewhere()


def test_a_place_is_kept_once_and_only_where_one_stays() -> None:
    """Nothing is written while the place changes from look to look, nor again where it is kept."""
    kept: list[int] = []
    at = 0
    resting = whereabouts.Resting(lambda: kept.append(at))
    for at in (1, 2, 3, 3, 3, 4, 4):
        resting.look(at)
    assert kept == [3, 4]
