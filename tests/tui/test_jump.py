"""Letters over the panes, and help for the pane that has the keys."""

from __future__ import annotations

import pytest

from qualcode.services.workspace import Project
from qualcode.tui.actions import ACTIONS
from qualcode.tui.app import QualcodeApp
from qualcode.tui.dialogs.jump import JumpOverlay, panes_of
from qualcode.tui.widgets.transcript import Transcript
from tests.tui.rooms import NARROW, WIDE, coding, press, settled, shown

JUMP = next(each.keys[0] for each in ACTIONS if each.id == "app.jump")


async def test_one_letter_gives_a_pane_the_keys(project: Project) -> None:
    """The key and the letter of a pane go there, for every pane in view."""
    async with coding(project) as (pilot, screen):
        panes = panes_of(screen)
        assert len(panes) >= 3
        for letter, pane in panes.items():
            await press(pilot, JUMP)
            assert isinstance(pilot.app.screen, JumpOverlay)
            assert " a " in shown(pilot)
            await press(pilot, letter)
            assert screen.focused is pane


async def test_the_letters_stand_over_their_panes_with_their_names(project: Project) -> None:
    """The label of the transcript is painted where the transcript begins."""
    async with coding(project) as (pilot, screen):
        await press(pilot, JUMP)
        region = screen.query_one(Transcript).region
        line = shown(pilot).splitlines()[region.y]
        assert "The transcript" in line[region.x :]


async def test_escape_and_other_keys_change_nothing(project: Project) -> None:
    """Escape goes back; a key that is no letter of a pane waits."""
    async with coding(project, NARROW) as (pilot, screen):
        before = screen.focused
        await press(pilot, f"{JUMP} 1 escape")
        assert screen.focused is before
        assert not isinstance(pilot.app.screen, JumpOverlay)


async def test_a_click_on_a_letter_goes_there(project: Project) -> None:
    """The mouse does what the keys do."""
    async with coding(project) as (pilot, screen):
        panes = panes_of(screen)
        letter, pane = next((x, p) for x, p in panes.items() if p is not screen.focused)
        await press(pilot, JUMP)
        await pilot.click(offset=(pane.region.x + 1, pane.region.y))
        await settled(pilot)
        assert letter and screen.focused is pane


async def test_a_resize_takes_the_letters_away(project: Project) -> None:
    """They would stand in the wrong places."""
    async with coding(project) as (pilot, _):
        await press(pilot, JUMP)
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert not isinstance(pilot.app.screen, JumpOverlay)


@pytest.mark.parametrize("room", ["f2", "f3", "f4", "f5"])
async def test_every_room_has_panes_to_jump_to(project: Project, room: str) -> None:
    """In each room there is something to go to, and going there works."""
    app = QualcodeApp(project)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, room)
        await settled(pilot)
        panes = panes_of(app.screen)
        assert panes
        last = list(panes)[-1]
        await press(pilot, f"{JUMP} {last}")
        assert app.screen.focused is panes[last]


@pytest.mark.parametrize(("keys", "title"), [("h", "Coded here"), ("c", "Codes"), ("", "The tran")])
async def test_help_begins_with_the_pane_that_has_the_keys(
    project: Project, keys: str, title: str
) -> None:
    """What the pane is for, then its keys, then those of the rest."""
    async with coding(project) as (pilot, _):
        await press(pilot, f"{keys} f1")
        assert f"You are here: {title}" in shown(pilot)


async def test_panes_without_room_have_letters_too(project: Project) -> None:
    """At 80 columns codes and codings open over the text by their letters."""
    async with coding(project, NARROW) as (pilot, screen):
        for name in ("codes", "here", "transcript"):
            panes = {pane: letter for letter, pane in panes_of(screen).items()}
            assert len(panes) == 3
            pane = next(p for p in panes if any(n.id == name for n in p.ancestors_with_self))
            await press(pilot, JUMP)
            assert f" {panes[pane]} " in shown(pilot)
            await press(pilot, panes[pane])
            assert screen.focused is pane and pane.region
