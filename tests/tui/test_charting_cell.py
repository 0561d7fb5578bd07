"""A cell of the framework matrix on the screen: passages, summary, links, stale, final."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.framework import FINAL
from qualcode.errors import ProjectLocked
from qualcode.services.workspace import Project, open_project
from qualcode.tui.chart_words import cell_lines
from tests.charting import coded
from tests.tui.chart_room import ODD, a_project_to_chart, agenda, backbone
from tests.tui.filled import keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """In Lyftet two passages on agenda, the second hinders; in Havnen one on backbone."""
    with a_project_to_chart(tmp_path) as made:
        yield made


async def test_a_cell_shows_its_passages_in_their_context(p: Project) -> None:
    """Enter: each passage with its code and who said it, the lit one between what was said."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter")
        text = shown(pilot)
        assert "○ ▌Goals + · IP1" in text and "Vision − · IP1" in text
        assert "Vi ses varje måndag, föreningen och vi." in text
        assert "speaks against" in text and "rests on 0 of 2 passages" in text


async def test_enter_on_a_passage_goes_to_the_text(p: Project) -> None:
    """As on every other list of passages."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter enter")
        assert pilot.app.current_mode == "coding"
        assert pilot.app.screen.bench.view.caret.selection is not None


async def test_a_summary_is_kept_in_one_act_when_it_is_left(p: Project) -> None:
    """`m`, words, escape: stored as they are typed, markup included, one act, and shown so."""
    async with room(p, "charting") as (pilot, _):
        before = len(p.history.log())
        await keys(pilot, "m")
        await typed(pilot, ODD)
        await keys(pilot, "escape")
        cell = p.framework.cell(agenda(p))
        assert cell.state.summary == ODD and cell.state.state == "fresh"
        assert len(p.history.log()) == before + 1
        assert ODD in shown(pilot) and "Summary kept" in shown(pilot)


@pytest.mark.parametrize("key", ["ctrl+s", "f2", "tab", "ctrl+n", "ctrl+t"])
async def test_what_is_typed_is_kept_whatever_key_leaves_it(p: Project, key: str) -> None:
    """Saving, another room, another pane, another cell."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        await keys(pilot, key)
        assert p.framework.cell(agenda(p)).state.summary == "weighty"


async def test_leaving_the_program_keeps_what_is_typed(p: Project) -> None:
    """`ctrl+q` in the middle of a sentence."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "half a")
        await keys(pilot, "ctrl+q")
    assert p.framework.cell(agenda(p)).state.summary == "half a"


async def test_letters_are_words_while_a_summary_is_written(p: Project) -> None:
    """Keys that act elsewhere on the screen are typed there."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "m n s y f r t c w a H M space u")
        assert screen.cell.summary.area.text == "nsyfrtcwaHM u"
        await keys(pilot, "escape")
        assert p.framework.cell(agenda(p)).state.summary == "nsyfrtcwaHM u"


async def test_going_on_while_writing_stays_in_the_summary(p: Project) -> None:
    """`ctrl+n` keeps the words and lets one write on in the next cell."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "one")
        await keys(pilot, "ctrl+n")
        await typed(pilot, "two")
        await keys(pilot, "escape")
        assert p.framework.cell(agenda(p)).state.summary == "one"
        assert p.framework.cell(backbone(p)).state.summary == "two"


async def test_words_that_cannot_be_kept_are_not_lost(p: Project, monkeypatch) -> None:
    """While another program holds the project, the cell stays with what was written on it."""

    def locked(*_: object, **__: object) -> None:
        raise ProjectLocked("p.qualcode is being written by another program.")

    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        monkeypatch.setattr(p.framework, "write", locked)
        await keys(pilot, "ctrl+n")
        assert screen.lit_place == agenda(p)
        assert screen.cell.summary.area.text == "weighty"
        assert "written by another program" in shown(pilot)
        monkeypatch.undo()
        await keys(pilot, "ctrl+n")
        assert p.framework.cell(agenda(p)).state.summary == "weighty"


async def test_words_of_another_program_stay_beside_ones_own(p: Project) -> None:
    """What somebody else wrote in the cell meanwhile stands above what is written here."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "mine")
        with open_project(p.path, coder="bo") as other:
            other.framework.write(agenda(p), "theirs")
        await keys(pilot, "escape")
        assert p.framework.cell(agenda(p)).state.summary == "theirs\n\nmine"
        assert screen.cell.summary.area.text == "theirs\n\nmine"
        assert "their words stand above yours" in shown(pilot)


async def test_links_are_made_by_marking_passages(p: Project) -> None:
    """Space links the lit passage and again takes it away; `ctrl+a` links all of them."""
    goals, vision = (each.coding.id for each in p.framework.cell(agenda(p)).passages)

    def links() -> set[str]:
        return {each.coding.id for each in p.framework.cell(agenda(p)).passages if each.linked}

    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "enter down space")
        assert links() == {vision} and "● ▌Vision" in shown(pilot)
        await keys(pilot, "space")
        assert links() == set()
        await keys(pilot, "ctrl+a")
        assert links() == {goals, vision} and "rests on 2 of 2" in shown(pilot)


async def test_the_mouse_lights_a_passage_and_links_it(p: Project) -> None:
    """A click on the mark before a passage links it."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "enter")
        assert await pilot.click(screen.cell.passages, offset=(1, 1))
        await keys(pilot, "f1 escape")
        linked = [each.linked for each in p.framework.cell(agenda(p)).passages]
        assert linked == [True, False]


async def test_stale_says_why_and_which_passages(p: Project) -> None:
    """New, changed and gone are told apart, above the summary and at the passages themselves."""
    goals, vision = (each.coding.id for each in p.framework.cell(agenda(p)).passages)
    p.framework.write(agenda(p), "written", links=[goals, vision])
    coded(p, "P3", 50, "agenda")
    p.codings.set(vision, {"valence": "helps"})
    p.codings.remove([goals])
    async with room(p, "charting", (150, 40)) as (pilot, _):
        await keys(pilot, "enter")
        text = shown(pilot)
        assert "· 1 passage is new" in text
        assert "· 1 passage changed (valence), 1 that it rests on" in text
        assert "· 1 passage is gone, 1 that it rests on" in text
        assert "changed: valence" in text and "A passage that was removed" in text
        assert "gone from this cell" in text
        await keys(pilot, "y")
        assert p.framework.cell(agenda(p)).state.state == "fresh"
        assert "Still right" in shown(pilot)
        await keys(pilot, "y")
        assert "Nothing here is out of date." in shown(pilot)


async def test_final_waits_until_what_speaks_against_was_opened(p: Project) -> None:
    """`f` says what is missing, one thing after the other; `a` opens the list; then it is final."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "f")
        assert "Nothing is written in this cell yet. m writes it." in " ".join(shown(pilot).split())
        await keys(pilot, "m x escape f")
        assert "The summary rests on no linked passage." in shown(pilot)
        await keys(pilot, "space f")
        assert "has not been looked at yet" in " ".join(shown(pilot).split())
        await keys(pilot, "a")
        assert "of the other valence" in shown(pilot)
        await keys(pilot, "escape f")
        cell = p.framework.cell(agenda(p))
        assert cell.state.state == FINAL and cell.opened
        await keys(pilot, "f")
        assert p.framework.cell(agenda(p)).state.state == "fresh"


async def test_nothing_against_is_a_thing_to_see_too(p: Project) -> None:
    """An empty list is shown as one, and counts as opened."""
    async with room(p, "charting") as (pilot, _):
        await keys(pilot, "n m x escape space a")
        assert "Nothing: no passage is of the other valence" in " ".join(shown(pilot).split())
        await keys(pilot, "escape f")
        assert p.framework.cell(backbone(p)).state.state == FINAL


async def test_a_case_with_the_other_outcome_speaks_against(p: Project) -> None:
    """What came of it is on the card with its case, and the open cell says how many there are."""
    told = coded(p, "P4", 20, "agenda", None)
    p.outcomes.add("Havnen", "early", "Nothing changed", {"level": "0"}, [told])
    async with room(p, "charting") as (pilot, _):
        *_, line = cell_lines(p.framework.cell(backbone(p)), ("y", "a"))
        assert line == "1 speaks against · 1 case with the other outcome · a shows it"
        await keys(pilot, "end ctrl+end enter a")
        text = " ".join(shown(pilot).split())
        assert "tells of the other outcome" in text and "Havnen" in text
        assert "with it and the other outcome: Havnen" in text
        assert p.framework.cell(backbone(p)).opened


async def test_undo_takes_back_and_redo_does_again(p: Project) -> None:
    """In words, and the editor shows what is in the project."""
    async with room(p, "charting") as (pilot, screen):
        await keys(pilot, "m x y z escape u")
        assert p.framework.cell(agenda(p)).state.summary is None
        assert screen.cell.summary.area.text == ""
        assert "Undone: summary of Common agenda written" in shown(pilot)
        await keys(pilot, "U")
        assert p.framework.cell(agenda(p)).state.summary == "xyz"
        assert screen.cell.summary.area.text == "xyz"
