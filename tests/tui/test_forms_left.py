"""What was typed in a dialog is kept, stands there still, or is one key away the next time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from qualcode.domain.coding import CodingDetails
from qualcode.services.workspace import Project, open_project
from qualcode.tui import departing
from qualcode.tui.app import QualcodeApp
from qualcode.tui.dialogs.degree_form import DegreeForm
from qualcode.tui.dialogs.degree_number import Number
from qualcode.tui.dialogs.new_book_form import NewBookForm
from qualcode.tui.dialogs.writing import Ask, MemoEditor
from qualcode.tui.drafts import Drafts
from tests.tui.chart_room import a_project_to_chart
from tests.tui.filled import done, filled, keys, room, typed
from tests.tui.locking import locked, words
from tests.tui.rooms import coding, press, shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Four codings with two codes, a starting theme `Direction` over `agenda`."""
    with filled(tmp_path) as made:
        yield made


async def test_the_degree_form_brings_back_what_was_typed(full: Project) -> None:
    """Escape closes; on the same passage ctrl+z brings number and words back, on others not."""
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "j 4 enter D 4 tab")
        await typed(pilot, "Föreningen [/x]")
        await press(pilot, "escape D")
        form = pilot.app.screen
        assert isinstance(form, DegreeForm) and form.query_one("#from").value == ""
        assert "ctrl+z brings back what you typed here" in shown(pilot)
        await press(pilot, "ctrl+z")
        assert form.query_one("#from").value == "Föreningen [/x]"
        assert form.query_one(Number).value == 4
        assert "ctrl+z" not in shown(pilot)
        await press(pilot, "ctrl+s ctrl+s D")
        assert "ctrl+z" not in shown(pilot)
        await press(pilot, "escape j 2 enter D")
        assert "ctrl+z" not in shown(pilot)
    degrees = [each.degree for each in full.degrees.list()]
    assert "Föreningen [/x]" in [each.from_organisation for each in degrees]


@asynccontextmanager
async def memo(project: Project, text: str) -> AsyncIterator[Pilot[None]]:
    """The memo of the first passage in the list of quotes, open, with a text typed in it."""
    async with room(project, "quotes") as (pilot, _):
        await keys(pilot, "m")
        await typed(pilot, text)
        yield pilot


async def test_a_memo_that_cannot_be_kept_stays_open(full: Project) -> None:
    """Locked: the words stand there still; when the project is free, escape keeps them."""
    async with memo(full, "weighty [/x]") as pilot:
        with locked(full):
            await keys(pilot, "escape")
            assert isinstance(pilot.app.screen, MemoEditor)
            assert pilot.app.screen._area.text == "weighty [/x]"
            assert "stands here still" in words(pilot)
        await keys(pilot, "escape")
        assert not isinstance(pilot.app.screen, MemoEditor)
    assert "weighty [/x]" in [each.memo for each in full.codings.list()]


async def test_a_memo_that_is_left_twice_is_put_aside(full: Project) -> None:
    """The second escape goes, and the words are one key away the next time."""
    async with memo(full, "weighty") as pilot:
        with locked(full):
            await keys(pilot, "escape")
            await keys(pilot, "escape")
            assert not isinstance(pilot.app.screen, MemoEditor)
        await keys(pilot, "m ctrl+z")
        assert pilot.app.screen._area.text == "weighty"
        await keys(pilot, "escape m")
        assert "ctrl+z" not in shown(pilot)
    assert "weighty" in [each.memo for each in full.codings.list()]


async def test_a_memo_of_another_passage_goes_on_waiting(full: Project) -> None:
    """Two passages have the same name here: keeping one memo throws the other's words not away."""
    async with room(full, "themes") as (pilot, _):
        for words_ in ("first", "second"):
            pilot.app.push_screen(MemoEditor("Memo", ""))
            await done(pilot)
            await typed(pilot, words_)
            await keys(pilot, "escape")
        assert pilot.app.departure.drafts.of("memo:Memo") == {"page": "first\n\nsecond"}
        pilot.app.push_screen(MemoEditor("Memo", ""), lambda _: None)
        await done(pilot)
        await typed(pilot, "third")
        await keys(pilot, "escape")
        assert pilot.app.departure.drafts.of("memo:Memo") == {"page": "first\n\nsecond"}


async def test_words_on_a_passage_that_is_gone_wait(full: Project) -> None:
    """Somebody removes the passage: the memo stays, then waits where the next one is written."""
    async with memo(full, "weighty") as pilot:
        with open_project(full.path, coder=full.coder) as other:
            other.codings.remove([each.id for each in other.codings.list()])
        await keys(pilot, "escape")
        assert isinstance(pilot.app.screen, MemoEditor)
        await keys(pilot, "escape")
        assert pilot.app.departure.drafts.of("memo:Memo on the passage") == {"page": "weighty"}


async def test_a_crash_keeps_what_was_typed(full: Project) -> None:
    """A program that fails puts aside what stands in its forms."""
    with pytest.raises(ZeroDivisionError):
        async with room(full, "themes") as (pilot, _):
            pilot.app.push_screen(MemoEditor("Memo", ""))
            await done(pilot)
            await typed(pilot, "half a memo")
            pilot.app.call_later(lambda: 1 / 0)
            await done(pilot)
    assert Drafts(full).of("memo:Memo") == {"page": "half a memo"}


async def test_a_memo_while_coding_follows_when_the_project_is_free(full: Project) -> None:
    """The act waits, and the editor does not come back for it; leaving waits for it too."""
    async with coding(full) as (pilot, screen):
        screen.show_document("talk-1")
        await press(pilot, "j 4 enter m")
        await typed(pilot, "weighty")
        with locked(full):
            await press(pilot, "escape")
            await pilot.pause(0.5)
            assert not isinstance(pilot.app.screen, MemoEditor)
            await press(pilot, "ctrl+q")
            await pilot.pause(0.5)
            assert pilot.app._exit is False
        await press(pilot, "ctrl+q")
        assert pilot.app._exit is True
    assert "weighty" in [each.memo for each in full.codings.list()]


async def test_an_answer_that_is_refused_comes_back(full: Project) -> None:
    """A theme of that name is there already: the line stands there to be changed."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "a")
        await typed(pilot, "Direction")
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, Ask)
        await typed(pilot, " two")
        await keys(pilot, "enter")
        assert "Direction two" in [theme.name for theme in full.themes.list()]
        assert not isinstance(pilot.app.screen, Ask)
        await keys(pilot, "a")
        assert "ctrl+z" not in shown(pilot)


async def test_an_answer_that_is_asked_on_comes_back_too(full: Project) -> None:
    """A label of what no code fits, its place asked after it: the label is what comes back."""
    turn = full.documents.transcript("talk-1").turns[5]
    full.codings.add("talk-1", turn.span, "emergent", CodingDetails(label="same talk"))
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "n enter n e w enter")
        await typed(pilot, " and more")
        await keys(pilot, "enter")
        with locked(full):
            await keys(pilot, "enter")
            assert isinstance(pilot.app.screen, Ask)
            assert pilot.app.screen.query_one("Input").value.endswith(" and more")


async def test_an_entry_that_cannot_be_kept_comes_back(full: Project) -> None:
    """All of its fields and languages stand there again."""
    async with room(full, "codebook") as (pilot, _):
        await keys(pilot, "e")
        await typed(pilot, " anew")
        with locked(full):
            await keys(pilot, "escape k")
            assert "anew" in pilot.app.screen.query_one("#field-label").value
        await keys(pilot, "escape k")
    assert any("anew" in code.name("en") for code in full.codebooks.current().codes)


async def test_a_statement_that_was_left_is_one_key_away(full: Project) -> None:
    """Escape leaves the finding as it was; ctrl+z brings the words back to the same line."""
    full.findings.add("They met weekly", "success-factor")
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "e")
        await typed(pilot, " at least")
        await keys(pilot, "escape")
        assert full.findings.list()[0].statement == "They met weekly"
        await keys(pilot, "e")
        assert "ctrl+z brings back" in words(pilot)
        await keys(pilot, "ctrl+z enter")
        assert full.findings.list()[0].statement == "They met weekly at least"
        await keys(pilot, "e")
        assert "ctrl+z" not in shown(pilot)
        await keys(pilot, "escape")
        assert screen.pane.in_place.display is False


async def test_a_new_book_that_was_left_is_one_key_away(full: Project) -> None:
    """Title, first codes and choices come back."""
    async with room(full, "home") as (pilot, _):
        pilot.app.push_screen(NewBookForm(full))
        await done(pilot)
        await typed(pilot, "Partnerships")
        await keys(pilot, "tab tab right tab")
        await typed(pilot, "One; Two")
        await keys(pilot, "escape")
        pilot.app.push_screen(NewBookForm(full))
        await done(pilot)
        await keys(pilot, "ctrl+z")
        text = shown(pilot)
        assert "Partnerships" in text and "One; Two" in text and "[scales]" in text


async def test_a_rating_that_was_left_is_one_key_away(tmp_path: Path) -> None:
    """The sentence and the value, in the same cell only."""
    with a_project_to_chart(tmp_path) as p:
        async with room(p, "charting") as (pilot, _):
            await keys(pilot, "r 2 tab")
            await typed(pilot, "rests on little")
            await keys(pilot, "escape r ctrl+z")
            form = pilot.app.screen
            assert form.query_one("#sentence").value == "rests on little"
            assert form.query_one("RatingValue").chosen == "2"
            await keys(pilot, "escape n r")
            assert "ctrl+z" not in shown(pilot)


async def test_reading_only_says_that_words_will_be_lost(full: Project) -> None:
    """Typed in a dialog of a project that is open for reading only: quitting says so once."""
    with open_project(full.path, read_only=True) as project:
        app = QualcodeApp(project)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await keys(pilot, "f1 escape")
            app.push_screen(Ask("A question"))
            await done(pilot)
            await typed(pilot, "words")
            await keys(pilot, "escape ctrl+q")
            assert app._exit is False
            await keys(pilot, "ctrl+q")
            assert app._exit is True


async def test_words_are_in_the_file_while_they_are_typed(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is killed takes no more of a memo with it than the last moments."""
    monkeypatch.setattr(departing, "ASIDE_SECONDS", 0.05)
    async with memo(full, "weighty [/x]"):
        with open_project(full.path, coder=full.coder) as other:
            kept = Drafts(other).of("memo:Memo on the passage")
    assert kept is not None and "weighty [/x]" in kept.values()


async def test_what_cannot_be_stored_is_seldom_tried(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each try waits for the other program, and the keys with it; then it is stored after all."""
    monkeypatch.setattr(departing, "ASIDE_SECONDS", 3600.0)
    async with memo(full, "weighty") as pilot:
        departure, tried = pilot.app.departure, []
        settle = Drafts.settle
        monkeypatch.setattr(Drafts, "settle", lambda self: tried.append(1) or settle(self))
        with locked(full):
            for _ in range(departing.STUCK + 1):
                departure._now_and_then()
            assert len(tried) == 2
        for _ in range(departing.STUCK):
            departure._now_and_then()
        assert len(tried) == 3 and not departure.drafts.loose
