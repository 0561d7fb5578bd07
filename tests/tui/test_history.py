"""The history over the screens: what was done, and the way back."""

from __future__ import annotations

from qualcode.domain.codebook import Code
from qualcode.domain.span import Span
from qualcode.services.workspace import Project, open_project
from qualcode.tui.dialogs.history import HistoryCard
from qualcode.tui.telling import take_back
from tests.tui.rooms import NARROW, coding, press, shown


def _code(project: Project, *codes: str) -> None:
    for place, code in enumerate(codes):
        project.codings.add("talk-1", Span(60 + place, 70 + place), code)


async def test_all_acts_newest_first_with_who_and_when(project: Project) -> None:
    """The last act stands on top, in words, with the coder and the day."""
    _code(project, "agenda-goals", "backbone")
    day = project.history.log(1)[0].time[:4]
    async with coding(project) as (pilot, _):
        await press(pilot, "H")
        assert isinstance(pilot.app.screen, HistoryCard)
        lines = [line for line in shown(pilot).splitlines() if " set in " in line]
        assert "Backbone" in lines[0] and "Goals" in lines[1]
        assert "ann" in lines[0] and f"{day}-" in lines[0]
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HistoryCard)


async def test_undo_and_redo_from_there_reach_the_screen_below(project: Project) -> None:
    """What is taken back is marked, is gone in the project and in the text, and comes again."""
    _code(project, "backbone")
    async with coding(project, NARROW) as (pilot, screen):
        await press(pilot, "H u")
        assert "undone · Backbone set in talk-1" in shown(pilot)
        assert "took back" not in shown(pilot)
        assert project.codings.list() == []
        await press(pilot, "escape")
        assert screen.desk.segments == []
        await press(pilot, "H U escape")
        assert [each.code for each in project.codings.list()] == ["backbone"]
        assert len(screen.desk.segments) == 1


async def test_nothing_left_to_undo_is_said(project: Project) -> None:
    """Taking back more than there is shows a message and goes on."""
    async with coding(project) as (pilot, _):
        await press(pilot, "H U")
        assert "nothing to redo" in shown(pilot)
        assert pilot.app.is_running


async def test_the_filter_narrows_and_escape_empties_it_first(project: Project) -> None:
    """Letters typed into the filter do nothing else; escape goes back one step at a time."""
    _code(project, "agenda-goals", "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "H slash b a c k")
        assert "Goals set" not in shown(pilot)
        assert "Backbone set" in shown(pilot)
        await press(pilot, "escape")
        assert "Goals set" in shown(pilot)
        await press(pilot, "H slash u u")
        assert len(project.codings.list()) == 2
        await press(pilot, "escape escape")
        assert not isinstance(pilot.app.screen, HistoryCard)


async def test_words_of_a_person_are_no_markup(project: Project) -> None:
    """A case by the name of a closing tag is shown as it is."""
    project.cases.add("Lyftet [/x]")
    async with coding(project) as (pilot, _):
        await press(pilot, "H")
        assert "case added: Lyftet [/x]" in shown(pilot)


async def test_enter_takes_back_down_to_the_lit_act_and_does_again_up_to_it(
    project: Project,
) -> None:
    """The lit act and all of one's own after it; on an undone one, they come again."""
    _code(project, "backbone", "agenda-goals", "agenda-vision")
    async with coding(project) as (pilot, _):
        await press(pilot, "H down enter")
        assert "2 acts taken back" in shown(pilot)
        assert [each.code for each in project.codings.list()] == ["backbone"]
        await press(pilot, "up enter")
        assert "2 acts done again" in shown(pilot)
        assert len(project.codings.list()) == 3


async def test_what_is_not_ones_own_is_not_taken_back(project: Project) -> None:
    """An act of another coder stays, and that is said."""
    with open_project(project.path, coder="bo") as other:
        other.codings.add("talk-1", Span(0, 5), "backbone")
    async with coding(project) as (pilot, _):
        await press(pilot, "H enter")
        assert "Only acts of your own" in shown(pilot)
    assert len(project.codings.list()) == 1


async def test_each_act_stands_there_once_with_its_state(project: Project) -> None:
    """Taken back, done again and taken back once more: one line for it, which says undone."""
    _code(project, "backbone")
    acts = len([act for act in project.history.log() if act.undoes is None])
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "H u U u")
        entries = pilot.app.screen.lines.list.entries
        assert len(entries) == acts
        assert entries[0].words == "undone · Backbone set in talk-1"
        await press(pilot, "U")
        assert pilot.app.screen.lines.list.entries[0].words == "Backbone set in talk-1"


async def test_undo_in_the_open_document_names_the_turn(project: Project) -> None:
    """The document is before the reader; which turn it was in is not. All keys stay in sight."""
    _code(project, "backbone")
    (made,) = project.codings.list()
    project.codings.set(made.id, {"valence": "helps"})
    async with coding(project, NARROW) as (pilot, _):
        turn = project.codings.get(made.id).turn
        await press(pilot, "u")
        await pilot.pause(0.2)
        bottom = shown(pilot).splitlines()[-1]
        assert f"Undone: Backbone in turn {turn} changed: valence" in bottom
        assert "? all keys" in bottom
        await press(pilot, "u")
        await pilot.pause(0.2)
        assert f"Undone: Backbone set in turn {turn}" in shown(pilot)


async def test_undo_of_an_act_elsewhere_names_its_document(project: Project) -> None:
    """What is taken back in a document that is not open is said with its name."""
    project.codings.add("talk-2", Span(0, 10), "backbone")
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "u")
        await pilot.pause(0.2)
        assert "Undone: Backbone set in talk-2" in shown(pilot)


def test_what_was_undone_is_said_in_a_narrow_line(project: Project) -> None:
    """A label gives way to what was done with it, in so far as it must."""
    label = "Collaboration between parties that have never met before"
    project.codebooks.add_code(Code("backbone-x", {"en": label}, parent="backbone"))
    made = project.codings.add("talk-1", Span(60, 70), "backbone-x")
    project.codings.set(made.id, {"valence": "helps"})
    said = take_back(project, "en", made.document_id)
    assert said.startswith("Undone: Collaboration bet") and said.endswith("changed: valence")
    assert len(said) <= 60


def test_a_code_that_was_taken_back_goes_by_its_label(project: Project) -> None:
    """Its id is for files and commands, also when no codebook in force has it any more."""
    project.codebooks.add_code(Code("backbone-x", {"en": "Trust in the room"}, parent="backbone"))
    assert take_back(project, "en") == "Undone: code added: Trust in the room"
    card = HistoryCard(project, "en")
    assert card._entries()[0][0].words == "undone · code added: Trust in the room"
