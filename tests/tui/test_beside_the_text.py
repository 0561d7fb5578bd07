"""The panes beside the text: the codes with their digits, and the codings here."""

from __future__ import annotations

import pytest

from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from tests.tui.rooms import NARROW, WIDE, coding, press, settled, shown, text_view


@pytest.fixture
def coded(project: Project) -> Project:
    """Two codings in the first answer, neither at its beginning."""
    turn = project.documents.transcript("talk-1").turns[1]
    for start, code in ((20, "agenda"), (24, "backbone")):
        project.codings.add("talk-1", Span(turn.start + start, turn.end), code)
    return project


async def test_a_coding_is_lit_as_soon_as_the_list_has_the_keys(coded: Project) -> None:
    """Without a current coding the first one here becomes it, so that every key does something."""
    async with coding(coded, NARROW) as (pilot, screen):
        await press(pilot, "n j 2 enter h")
        assert screen.bench.reader.here.lit == 0
        await press(pilot, "+")
        assert [c.valence for c in coded.codings.list()].count("helps") == 1
        await press(pilot, "x")
        assert len(coded.codings.list()) == 1
        assert screen.bench.reader.here.lit == 0


async def test_the_keys_of_the_list_are_told_as_they_are(coded: Project) -> None:
    """Enter shows all passages of the lit code there, and the line of keys says so."""
    async with coding(coded, NARROW) as (pilot, _):
        await press(pilot, "j 2 enter h")
        last = shown(pilot).splitlines()[-1]
        assert "enter all its passages" in last and "enter code " not in last
        await press(pilot, "enter")
        await settled(pilot)
        assert "1 of 2 codings" in shown(pilot)


async def test_a_digit_in_the_empty_filter_is_the_code_beside_it(coded: Project) -> None:
    """As in the text; where no code stands on it, the line of keys says so."""
    async with coding(coded, NARROW) as (pilot, screen):
        await press(pilot, "j 4 enter")
        await press(pilot, "c 2")
        assert coded.codings.list()[-1].code == screen.desk.slots[1]
        assert text_view(screen).has_focus
        await press(pilot, "c 8")
        assert "No recent code on 8 yet." in shown(pilot)
        assert screen.bench.codes.input.value == ""


async def test_a_digit_after_letters_is_typed(coded: Project) -> None:
    """Labels may hold digits."""
    async with coding(coded, NARROW) as (pilot, screen):
        await press(pilot, "c a 2")
        assert screen.bench.codes.input.value == "a2"
        assert len(coded.codings.list()) == 2


async def test_the_filter_forgives_a_slip_where_nothing_fits_without(coded: Project) -> None:
    """`gaols` shows Goals; `goals` shows nothing that is only like it."""
    async with coding(coded, NARROW) as (pilot, screen):
        await press(pilot, "c g a o l s")
        assert screen.bench.codes.list.lit_id == "agenda-goals"
        await press(pilot, " ".join(["backspace"] * 5 + list("vision")))
        assert [each.id for each in screen.bench.codes.list.entries] == ["agenda", "agenda-vision"]


async def test_escape_leaves_the_whole_tree_behind(coded: Project) -> None:
    """A filter that fits nothing does not empty the tree for later."""
    async with coding(coded, WIDE) as (pilot, screen):
        await press(pilot, "c q q")
        assert "No code fits" in shown(pilot)
        await press(pilot, "escape")
        assert screen.bench.codes.input.value == ""
        assert "Common agenda" in shown(pilot)


async def test_all_nine_digits_are_seen_in_a_small_window(coded: Project) -> None:
    """At 80 × 24 the recent codes have nine lines."""
    async with coding(coded, NARROW) as (pilot, screen):
        await press(pilot, "c")
        assert screen.bench.recent.size.height == 9
