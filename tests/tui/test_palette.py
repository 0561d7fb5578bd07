"""Everything by name, in every room."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from qualcode.domain.span import Span
from qualcode.domain.succession import Retire
from qualcode.services.workspace import Project
from qualcode.tui.actions import ACTIONS
from qualcode.tui.app import QualcodeApp
from qualcode.tui.dialogs.history import HistoryCard
from tests.tui.rooms import WIDE, coding, press, settled, shown, text_view


async def typed(pilot, words: str) -> None:
    """Open the palette, type, and wait until it has searched."""
    await press(pilot, "ctrl+p")
    await pilot.press(*("space" if sign == " " else sign for sign in words))
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.4)


async def chosen(pilot, words: str) -> None:
    """Choose the first thing that the palette finds."""
    await typed(pilot, words)
    await press(pilot, "enter")
    await settled(pilot)


async def test_an_action_is_done_by_its_name(project: Project) -> None:
    """Where several widgets have a method of that name, the one with the key is asked."""
    async with coding(project) as (pilot, _):
        await chosen(pilot, "mark turn as read")
        assert project.history.log(1)[0].kind == "unit.read"
        await chosen(pilot, "history")
        assert isinstance(pilot.app.screen, HistoryCard)


async def test_a_table_a_case_and_a_document_are_shown(project: Project) -> None:
    """From the coding screen to each of them by name."""
    async with coding(project) as (pilot, screen):
        await chosen(pilot, "pitfalls")
        assert pilot.app.screen.name_shown == "pitfalls"
        await chosen(pilot, "lyftet")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ in ("HomeScreen", "CodingScreen")
        await chosen(pilot, "talk-2")
        assert pilot.app.screen is screen
        assert screen.desk.document.name == "talk-2"


async def test_a_case_by_its_own_name(project: Project) -> None:
    """A case without documents is lit on the home screen."""
    made = project.cases.add("Broen")
    async with coding(project) as (pilot, _):
        await chosen(pilot, "broen")
        assert type(pilot.app.screen).__name__ == "HomeScreen"
        assert pilot.app.screen.cases.lit_id == made.id


async def test_a_code_is_given_where_one_codes_and_shown_elsewhere(project: Project) -> None:
    """On the coding screen the passage gets it; on the home screen its passages are shown."""
    async with coding(project) as (pilot, screen):
        assert text_view(screen).passage() is not None
        await press(pilot, "n")
        await chosen(pilot, "vision")
        assert [each.code for each in project.codings.list()] == ["agenda-vision"]
        await press(pilot, "f2")
        await settled(pilot)
        await chosen(pilot, "vision")
        assert type(pilot.app.screen).__name__ == "QuotesScreen"


async def test_a_code_that_only_holds_others_or_is_retired_is_not_given(project: Project) -> None:
    """The palette gives what the picker gives."""
    async with coding(project) as (pilot, _):
        await typed(pilot, "trust")
        assert "Give this code" in shown(pilot)
        await press(pilot, "escape escape")
        project.revision.do(Retire("förtroende"), "too broad")
        await typed(pilot, "trust")
        assert "Give this code" not in shown(pilot)
        assert "All passages of this code" in shown(pilot)


async def test_words_with_brackets_are_shown_as_they_are(project: Project) -> None:
    """Closing tags in codes, cases and documents are words."""
    project.cases.add("Bron [/x]")
    project.codings.add("talk-1", Span(0, 5), "backbone-person")
    async with coding(project) as (pilot, _):
        for words, name in (("trust", "Trust [/x]"), ("bron", "Bron [/x]"), ("laughs", "[laughs]")):
            await typed(pilot, words)
            assert name in shown(pilot)
            await press(pilot, "escape escape")
            assert pilot.app.is_running


@pytest.mark.parametrize("room", ["home", "coding", "quotes", "tables"])
async def test_every_action_of_a_room_has_a_widget_that_does_it(
    project: Project, room: str
) -> None:
    """Nothing is offered that nobody answers."""
    from qualcode.tui.palette import _binds

    app = QualcodeApp(project)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await app.switch_mode(room)
        await settled(pilot)
        nodes = [*app.screen.walk_children(), app.screen, app]
        places = app.screen.HELP_PLACES
        for each in ACTIONS:
            if each.palette and each.where in places:
                assert any(_binds(node, each.id) for node in nodes), each.id
        await press(pilot, "ctrl+p")
        assert isinstance(app.screen, CommandPalette)


async def test_enter_at_once_takes_what_fits_and_not_what_stood_there(project: Project) -> None:
    """All keys in one burst: no letter is lost, and the list is waited for."""
    async with coding(project) as (pilot, _):
        await pilot.press("ctrl+p", *"history", "enter")
        await pilot.pause(1.0)
        assert isinstance(pilot.app.screen, HistoryCard)
