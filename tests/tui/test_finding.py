"""The line for finding words: how many there are elsewhere, and words by their lemmas."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from qualcode.services.workspace import Project
from qualcode.tui import finding
from qualcode.tui.dialogs.place_list import PlaceList
from tests.tui.rooms import NARROW, coding, press, settled, shown, text_view


def _file(project: Project, text: str) -> Path:
    path = project.path.with_name("other.txt")
    path.write_text(text, "utf-8")
    return path


async def _found(pilot: Pilot[None]) -> None:
    """Wait for what is searched for beside the screen."""
    await pilot.pause(0.4)
    await pilot.app.workers.wait_for_complete()
    await settled(pilot)


async def test_places_in_other_documents_are_counted(project: Project) -> None:
    """In all documents, the line says how many there are elsewhere; enter lists them."""
    text = project.documents.transcript("talk-2").text
    project.replacing.replace("talk-1", _file(project, "Anna: Nej.\n"), different=True)
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "slash a l l a")
        assert "no place here" in shown(pilot)
        assert "tab all documents" in shown(pilot) and "ctrl+l by lemma" in shown(pilot)
        await press(pilot, "tab")
        await _found(pilot)
        number = text.casefold().count("alla")
        assert f"no place here · {number} in 1 other document" in shown(pilot)
        assert "tab only here" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlaceList)
        await press(pilot, "escape slash")
        await press(pilot, "x x x")
        await _found(pilot)
        assert "no place in any document" in shown(pilot)
        await press(pilot, "escape")
        assert "enter code" in shown(pilot)


async def test_lemmas_are_worked_out_beside_the_screen(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ctrl+l` says at once what is searched for and that it takes a while; keys go on."""
    free = threading.Event()
    real = finding.prepare

    def slow(*asked: Any, **named: Any) -> None:
        free.wait(5)
        real(*asked, **named)

    monkeypatch.setattr(finding, "prepare", slow)
    async with coding(project, NARROW) as (pilot, screen):
        await press(pilot, "slash f a m i l j e ctrl+l")
        assert "Find by lemma" in shown(pilot) and "working out the lemmas" in shown(pilot)
        await press(pilot, "n")
        assert screen.finder.find_bar.query_one("Input").value == "familjen"
        free.set()
        await _found(pilot)
        text = screen.desk.transcript.text
        assert text[text_view(screen).caret.cursor :].startswith("familjer")
        assert "1 of 1" in shown(pilot)


async def test_words_are_found_by_lemma(project: Project) -> None:
    """`ctrl+l` finds other forms of the word; by form they are not found."""
    async with coding(project) as (pilot, screen):
        await press(pilot, "slash f a m i l j")
        await press(pilot, "e n")
        assert "no place here" in shown(pilot)
        await press(pilot, "ctrl+l")
        await _found(pilot)
        text = screen.desk.transcript.text
        assert text[text_view(screen).caret.cursor :].startswith("familjer")
        assert "by lemma" in shown(pilot)
