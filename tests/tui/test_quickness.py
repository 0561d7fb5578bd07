"""What a key does not do: it runs no SQL, lays nothing out, asks no widget that did not change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.widget import Widget

from qualcode.domain.span import Span
from qualcode.storage.store import Store
from qualcode.text.boundaries import Boundaries
from qualcode.text.motion import forward
from qualcode.tui.compositing import LineCompositor
from tests.tui.rooms import BROAD, coding, desk, press, settled, text_view


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Callable[[type, str], list[Any]]:
    """Counts the calls of a method from now on: the arguments of each."""

    def watch(owner: type, name: str) -> list[Any]:
        calls: list[Any] = []
        real = getattr(owner, name)

        def counted(*args: Any, **named: Any) -> Any:
            calls.append(args)
            return real(*args, **named)

        monkeypatch.setattr(owner, name, counted)
        return calls

    return watch


async def test_a_movement_asks_the_project_for_nothing(project, called):
    """No query is run for a cursor or page key, and no layout is made."""
    async with coding(project, BROAD) as (pilot, _):
        await press(pilot, "w")
        queries, layouts = called(Store, "rows"), called(Compositor, "reflow")
        await press(pilot, "w down shift+right t pagedown")
        assert (queries, layouts) == ([], [])


async def test_a_movement_asks_few_widgets_for_their_lines(project, called):
    """Boxes that lie behind others, and panes that stay as they are, are not painted again."""
    async with coding(project, BROAD) as (pilot, _):
        await press(pilot, "w")
        asked = called(Widget, "render_lines")
        await press(pilot, "w")
        names = {args[0].id for args in asked}
        assert not names & {"room", "reading", "page", "codes-pane", "codes", "aside", "recent"}
        assert len(asked) <= 4


async def test_what_is_counted_piece_by_piece_is_what_is_counted_in_all(project, called):
    """Coding, a second code, removing, marking as read, undo: the counts are those of the file."""
    async with coding(project, BROAD) as (_, screen):
        held = desk(screen)
        codes = [code.id for code in held.book.codes if held.book.takes(code)][:2]
        turns = held.transcript.turns
        anew = called(type(project.codings), "passages")
        for act in (
            lambda: held.apply(codes[0], turns[1].span),
            lambda: held.apply(codes[1], turns[1].span),
            lambda: held.apply(codes[0], Span(turns[1].start, turns[2].end)),
            lambda: held.mark_read(turns[3].n),
            lambda: held.remove(held.held.items[0]),
            held.undo,
            held.undo,
            held.redo,
        ):
            act()
            held.recount()
            assert anew == []
            assert held.states == project.units.states(held.open_id)
            assert held.counts == project.codings.counts()
            anew.clear()


@pytest.mark.parametrize("unit", ["word", "sentence"])
def test_a_word_or_sentence_is_found_without_a_look_at_the_whole_text(called, unit):
    """Moving in a text of 300,000 characters looks at a small part of it."""
    bounds = Boundaries("Vi går hem nu. Vi sover.\n" * 12_000, (), "sv")
    searched = called(Boundaries, f"_{unit}s_in")
    seen = [forward(bounds, at, unit) for at in (0, 150_001, 299_990)]
    assert seen == [3, 150_003, 299_993] if unit == "word" else [15, 150_015, 300_000]
    assert max(after - first for _, first, after in searched) < 20_000


@pytest.mark.parametrize("size", [BROAD, (80, 24), (60, 20), (50, 12)])
async def test_the_screen_is_the_one_that_textual_would_paint(project, size):
    """Cell by cell, with text and style, whatever overlaps; also after keys that change it."""
    async with coding(project, size) as (pilot, screen):
        for keys in ("w", "t 1 v w", "tab", "escape slash", "escape"):
            await press(pilot, keys)
            assert isinstance(screen._compositor, LineCompositor)
            stock = Compositor._render_chops(screen._compositor, screen.size.region, lambda y: True)
            ours = screen._compositor._render_chops(screen.size.region, lambda y: True)
            for line, theirs in zip(ours, stock, strict=True):
                assert [list(line[at]) for at in line] == [list(theirs[at]) for at in theirs]


async def test_painted_lines_are_not_kept_for_ever(project):
    """Reading through a long document does not fill the memory with what was shown."""
    async with coding(project, BROAD) as (pilot, screen):
        view = text_view(screen)
        for line in range(5_000):
            view.canvas.line(line)
        await settled(pilot)
        assert len(view.canvas._strips) <= 1_300
