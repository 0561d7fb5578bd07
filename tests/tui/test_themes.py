"""Themes while coding: gathered from any list with one key, written beside their passages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails
from qualcode.errors import ProjectLocked
from qualcode.services.workspace import Project
from tests.tui.filled import filled, keys, room, typed
from tests.tui.rooms import coding, press, shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Four codings with two codes, a starting theme `Direction` over `agenda`."""
    with filled(tmp_path) as made:
        yield made


async def test_the_current_code_is_gathered_from_the_text(full: Project) -> None:
    """`G`, `c` and the theme; said in words, in the theme, and undone as one act."""
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "j 4 enter G c")
        await press(pilot, "D i r enter")
        assert full.themes.resolve("Direction").codes == ("agenda", "backbone-person")
        assert "the code [laughs] person under Direction" in shown(pilot)
        await press(pilot, "u")
        assert full.themes.resolve("Direction").codes == ("agenda",)


async def test_the_passage_is_gathered_under_a_new_theme(full: Project) -> None:
    """Enter takes the passage; the new theme is made in the same act."""
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "j 4 enter G enter n e w enter")
        await typed(pilot, "Persons [/x]")
        await press(pilot, "enter")
        assert len(full.themes.resolve("Persons [/x]").segments) == 1
        assert "the passage under the new theme Persons [/x]" in shown(pilot)


async def test_the_own_words_of_an_emergent_coding_are_gathered(full: Project) -> None:
    """`w` takes the label, from the text and from the list of quotes."""
    turn = full.documents.transcript("talk-1").turns[5]
    full.codings.add("talk-1", turn.span, "emergent", CodingDetails(label="same talk"))
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "j 6 enter G w D i r enter")
        assert full.themes.resolve("Direction").labels == ("same talk",)
    async with room(full, "quotes") as (pilot, _):
        await keys(pilot, "slash")
        await typed(pilot, "code:emergent")
        await keys(pilot, "enter t w n e w enter")
        await typed(pilot, "Talk")
        await keys(pilot, "enter")
        assert full.themes.resolve("Talk").labels == ("same talk",)


async def test_nothing_coded_is_nothing_to_gather(full: Project) -> None:
    """Where nothing is coded, that is said and no list opens."""
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "ctrl+home G")
        assert "Nothing is coded here." in shown(pilot)


async def test_the_screen_shows_passages_and_what_is_in_no_theme(full: Project) -> None:
    """F7: themes with their number of passages, the used codes without one, and their passages."""
    async with coding(full) as (pilot, _):
        await keys(pilot, "f7")
        text = shown(pilot)
        assert "1 used code in no theme" in text
        assert "Direction" in text and "Codes in no theme" in text
        assert "Vi ses varje måndag" in text
        await keys(pilot, "down")
        assert "in no theme: t gathers it" in shown(pilot)
        await keys(pilot, "t D i r enter")
        assert "every code has one" in shown(pilot)
        assert full.themes.unthemed() == []


async def test_a_summary_is_written_beside_the_passages_and_kept(full: Project) -> None:
    """`m`, words, escape: it is in the project; leaving for another room keeps it too."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, "All say [the same] [/x]")
        assert "Vi ses varje måndag" in shown(pilot)
        await keys(pilot, "escape")
        assert full.themes.resolve("Direction").summary == "All say [the same] [/x]"
        await keys(pilot, "m")
        await typed(pilot, " …")
        await keys(pilot, "f4")
        assert full.themes.resolve("Direction").summary == "All say [the same] [/x] …"


async def test_the_summary_stays_with_its_theme(full: Project) -> None:
    """Going from theme to theme shows each one's own summary and changes none."""
    full.themes.add("Zeal", {"code": ["backbone"]})
    full.themes.summary("Zeal", "second")
    full.themes.summary("Direction", "first")
    async with room(full, "themes") as (pilot, screen):
        assert screen.summary.area.text == "first"
        await keys(pilot, "down")
        assert screen.summary.area.text == "second"
        await keys(pilot, "up")
        assert screen.summary.area.text == "first"
    kept = {theme.name: theme.summary for theme in full.themes.list()}
    assert kept == {"Direction": "first", "Zeal": "second"}


async def test_one_case_has_its_passages_and_its_summary(full: Project) -> None:
    """`c` narrows to a case; what is written then is of the theme in that case only."""
    full.themes.summary("Direction", "of all")
    async with room(full, "themes") as (pilot, screen):
        assert len(screen.reader.list.codings) == 2
        await keys(pilot, "c L y f enter")
        assert "only Lyftet" in shown(pilot)
        await keys(pilot, "m")
        await typed(pilot, "in Lyftet")
        await keys(pilot, "escape c A l l enter")
        assert screen.summary.area.text == "of all"
    (theme,) = full.themes.list()
    (lyftet,) = [case for case in full.cases.list() if case.name == "Lyftet"]
    assert theme.summary == "of all"
    assert theme.case_summaries == {lyftet.id: "in Lyftet"}


async def test_words_that_cannot_be_kept_are_not_lost(full: Project, monkeypatch) -> None:
    """While another program writes, the theme stays lit with what was written on it."""
    full.themes.add("Zeal", {"code": ["backbone"]})

    def locked(*_: object) -> None:
        raise ProjectLocked("p.qualcode is being written by another program.")

    async with room(full, "themes") as (pilot, screen):
        await keys(pilot, "m")
        await typed(pilot, "weighty")
        monkeypatch.setattr(full.themes, "summary", locked)
        await keys(pilot, "escape down")
        assert screen.names.lit_id == full.themes.resolve("Direction").id
        assert screen.summary.area.text == "weighty"
        assert "written by another program" in shown(pilot)
        monkeypatch.undo()
        await keys(pilot, "down")
        assert full.themes.resolve("Direction").summary == "weighty"


async def test_a_passage_is_taken_out_and_comes_back(full: Project) -> None:
    """`x` takes out what brought the passage there, said in words; `u` brings it back."""
    segment = full.codings.list()[1].segment
    full.themes.add("Alone", {"segment": [segment]})
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "down tab x")
        assert full.themes.resolve("Alone").segments == ()
        assert "The passage is out of Alone" in shown(pilot)
        await keys(pilot, "u")
        assert full.themes.resolve("Alone").segments == (segment,)


async def test_a_new_theme_by_its_name_and_to_the_text(full: Project) -> None:
    """`a` makes one; enter on a passage goes to its place in the transcript."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "a")
        await typed(pilot, "Ny väg")
        await keys(pilot, "enter")
        assert "Ny väg" in [theme.name for theme in full.themes.list()]
        await keys(pilot, "home enter enter")
        assert pilot.app.current_mode == "coding"
        assert pilot.app.screen.bench.view.caret.selection is not None


async def test_letters_are_words_while_a_summary_is_written(full: Project) -> None:
    """Keys that act elsewhere on the screen are typed there."""
    async with room(full, "themes") as (pilot, screen):
        await keys(pilot, "m x a c t H M question_mark")
        assert screen.summary.area.text == "xactHM?"
        await keys(pilot, "escape")
        assert full.themes.resolve("Direction").summary == "xactHM?"
