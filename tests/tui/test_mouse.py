"""The mouse does what the keys do."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from qualcode.tui.dialogs.by_name import ByName
from qualcode.tui.dialogs.card import Card
from qualcode.tui.dialogs.choice_bar import ChoiceBar
from qualcode.tui.dialogs.degree_form import DegreeForm
from qualcode.tui.dialogs.picker import Picker
from qualcode.tui.pressing import foot_key
from qualcode.tui.widgets.line_list import LineList
from tests.tui.rooms import NARROW, WIDE, coding, press, settled, shown, text_view


@pytest.fixture
def twice(project: Project) -> Project:
    """The first answer of talk-1 has two codes, and its first words a third."""
    span = project.documents.transcript("talk-1").turns[1].span
    project.codings.put("talk-1", span, ["backbone", "agenda-goals"])
    project.codings.add("talk-1", Span(span.start, span.start + 6), "agenda-vision")
    return project


async def click_on(pilot, words: str, *, button: int = 1) -> None:
    """Click the last place on the screen where these words stand."""
    lines = shown(pilot).splitlines()
    y = max(place for place, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[y].rindex(words), y), button=button)
    await settled(pilot)


async def test_a_click_on_a_name_makes_that_coding_the_current_one(twice: Project) -> None:
    """The names in the margin are as good as the list."""
    async with coding(twice, WIDE) as (pilot, screen):
        view = text_view(screen)
        lines = [view.marks.names_on(line) for line in range(len(view.page))]
        named = {named[0].code: y for y, named in enumerate(lines) if named}
        assert len(named) >= 2
        for code, y in named.items():
            await pilot.click(view, offset=(view.page.columns.margin_x + 1, y))
            await settled(pilot)
            assert screen.bench.reader.current().code == code
            assert view.caret.selection is None


async def test_a_click_on_a_bracket_makes_that_coding_the_current_one(twice: Project) -> None:
    """At any size; elsewhere in the gutter it takes the turn."""
    async with coding(twice, NARROW) as (pilot, screen):
        view = text_view(screen)
        row = view.page.rows.row_of(view._document.turns[1].start)
        found = set()
        for mark in view.marks.lanes.on(row):
            await pilot.click(view, offset=(mark.lane, view.page.line_of_row(row)))
            await settled(pilot)
            current = screen.bench.reader.current()
            assert current == view.marks.items[mark.index]
            found.add(current.code)
        assert found == {"agenda-goals", "backbone", "agenda-vision"}
        await pilot.click(view, offset=(view.page.columns.lanes + 1, view.page.line_of_row(row)))
        await settled(pilot)
        assert view.caret.selection is not None


async def test_the_line_of_keys_can_be_clicked(twice: Project) -> None:
    """What the key does is done; so are the keys of a line that opens, and of the card."""
    async with coding(twice, WIDE) as (pilot, _):
        await press(pilot, "t")
        await click_on(pilot, "d degree")
        assert isinstance(pilot.app.screen, ChoiceBar)
        await click_on(pilot, "3")
        assert [each.degree.value for each in twice.degrees.list()] == [3]
        await click_on(pilot, "? all keys")
        assert isinstance(pilot.app.screen, Card)


async def test_a_click_beside_a_dialog_goes_back(twice: Project) -> None:
    """As escape does; nothing below it is touched."""
    async with coding(twice, WIDE) as (pilot, screen):
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Picker)
        await pilot.click(offset=(1, 38))
        await settled(pilot)
        assert pilot.app.screen is screen
        assert len(twice.codings.list()) == 3


async def test_the_foot_of_a_dialog_can_be_clicked(twice: Project) -> None:
    """`enter keeps` keeps."""
    async with coding(twice, WIDE) as (pilot, screen):
        await press(pilot, "t D 4 tab S k o l a n")
        assert isinstance(pilot.app.screen, DegreeForm)
        await click_on(pilot, "enter keeps")
        assert "New organisation: Skolan." in shown(pilot)
        await click_on(pilot, "enter keeps")
        assert pilot.app.screen is screen
        (found,) = twice.degrees.list()
        assert (found.degree.value, found.degree.from_organisation) == (4, "Skolan")


def test_each_part_of_a_foot_is_its_own_key() -> None:
    """Between the parts there is none, nor where no key is named."""
    words = "tab next · → takes what is proposed · enter keeps"
    found = {word: foot_key(words, words.index(word)) for word in ("next", "takes", "keeps")}
    assert found == {"next": "tab", "takes": "right", "keeps": "enter"}
    assert foot_key(words, words.index("·")) is None
    assert foot_key(words, len(words)) is None
    assert foot_key("three words here", 2) is None


async def test_the_right_button_finds_everything_by_name(twice: Project) -> None:
    """Whatever has no place on the screen is found there."""
    async with coding(twice, NARROW) as (pilot, _):
        await pilot.click(offset=(30, 10), button=3)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ByName)
        assert isinstance(pilot.app.screen.focused, Input)


async def test_a_dialog_that_a_click_opens_stays_open(twice: Project) -> None:
    """The same click, on its way up, does not close it again."""
    async with coding(twice, WIDE) as (pilot, screen):
        await press(pilot, "M")
        memos = pilot.app.screen
        lit = memos.query_one(LineList)
        assert not lit.entries
        await press(pilot, "n r w h y escape")
        await pilot.click(lit, offset=(2, 0), times=2)
        await settled(pilot)
        assert pilot.app.screen not in (screen, memos)
