"""What cannot be done is said calmly: in the line of keys, once, and not longer than it matters."""

from __future__ import annotations

from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot

from qualcode.domain.span import Span
from qualcode.errors import Invalid, ProjectLocked
from qualcode.services.workspace import Project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.dialogs.card import Confirm
from qualcode.tui.messages import report
from tests.tui.rooms import NARROW, coding, press, settled, shown


def toasts(pilot: Pilot[None]) -> list[str]:
    """The words of all boxes over the screen."""
    return [each.message for each in pilot.app._notifications]


def last_line(pilot: Pilot[None]) -> str:
    """The line of keys."""
    return shown(pilot).splitlines()[-1]


async def test_keys_that_do_not_fit_put_no_boxes_over_the_text(project: Project) -> None:
    """Signs on a turn without a coding are answered in the line of keys, whatever comes next."""
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "n + - . m")
        assert "Nothing is coded here. Enter codes the passage." in last_line(pilot)
        assert toasts(pilot) == []
        await press(pilot, "question_mark")
        assert "Nothing is coded here" not in shown(pilot).rsplit("\n", 1)[0]


async def test_a_key_held_down_at_the_end_says_so_once(project: Project) -> None:
    """However often it comes; the key that works again takes the words away."""
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, " ".join("n" * 12))
        assert "No turn left in that direction." in last_line(pilot)
        assert toasts(pilot) == []
        await press(pilot, "N")
        assert "No turn left" not in shown(pilot)


async def test_what_was_refused_is_over_when_an_act_succeeds(project: Project) -> None:
    """A refusal just after an act is told, and the next act takes its place."""
    project.codings.add("talk-1", Span(0, 5), "agenda")
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "r U")
        assert "othing to redo" in last_line(pilot)
        await press(pilot, "r")
        assert "othing to redo" not in shown(pilot)
        assert "Turn 1 read" in last_line(pilot)


async def test_what_has_no_room_in_the_line_is_one_box(project: Project) -> None:
    """Long words are told in full, in one box, which the next act that succeeds takes away."""
    async with coding(project, NARROW) as (pilot, _):
        for way in ("this", "this", "that"):
            report(pilot.app, Invalid(f"It is not possible {way} way. " + "For reasons. " * 9))
            await settled(pilot)
        (only,) = toasts(pilot)
        assert only.startswith("It is not possible that way.")
        await press(pilot, "down")
        assert toasts(pilot) == []


async def test_where_there_is_no_line_of_keys_the_box_goes_with_the_next_act(
    project: Project,
) -> None:
    """As while the end of a passage is moved."""
    turn = project.documents.transcript("talk-1").turns[1]
    project.codings.add("talk-1", Span(turn.start, turn.start + 6), "agenda")
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "j 2 enter e b b b b b")
        assert len(toasts(pilot)) == 1
        await press(pilot, "w")
        assert toasts(pilot) == []


async def test_trouble_with_the_project_stays_a_box(project: Project) -> None:
    """A locked project is told beside the text and stands there while one goes on; but once."""
    async with coding(project, NARROW) as (pilot, _):
        for _ in range(4):
            report(pilot.app, ProjectLocked("Another program writes.", "Wait."))
        await settled(pilot)
        await press(pilot, "n down")
        assert toasts(pilot) == ["Another program writes. Wait."]


async def test_what_a_dialog_gave_is_refused_on_the_screen_below(project: Project) -> None:
    """The words stand where one is when the dialog has gone."""
    async with coding(project, NARROW) as (pilot, _):
        app = cast("QualcodeApp", pilot.app)
        app.push_screen(Confirm("Sure?"), lambda _: report(app, Invalid("Not today.", "Wait.")))
        await settled(pilot)
        await press(pilot, "enter")
        assert "Not today. Wait." in last_line(pilot)
        assert toasts(pilot) == []


@pytest.mark.parametrize("keys", ["B" * 9, "g" + "1" * 8, "d" + "4" * 8, "e" + "c" * 8])
async def test_a_burst_of_keys_ends_a_bar_only_once(project: Project, keys: str) -> None:
    """A bar that one key ends takes one key, however many have come by then."""
    turn = project.documents.transcript("talk-1").turns[1]
    project.codings.add("talk-1", turn.span, "agenda")
    async with coding(project, NARROW) as (pilot, screen):
        await press(pilot, "j 2 enter")
        for _ in range(3):
            for key in keys:
                pilot.app.post_message(events.Key(key, key))
            await settled(pilot)
        await press(pilot, "escape escape escape")
        assert pilot.app.screen is screen
