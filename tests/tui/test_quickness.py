"""What a key does not do: it runs no SQL, lays nothing out, asks no widget that did not change."""

from __future__ import annotations

from typing import Any

import pytest
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from qualcode.domain.span import Span
from qualcode.services.imports import ImportOptions
from qualcode.storage.store import Store
from qualcode.text.boundaries import Boundaries
from qualcode.text.motion import forward
from qualcode.tui.compositing import LineCompositor
from qualcode.tui.widgets.line_list import LineList
from tests.projects import TALK
from tests.tui.rooms import BROAD, NARROW, coding, desk, press, settled, text_view


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


async def test_the_lines_around_the_view_are_painted_for_the_keys_to_come(project, tmp_path):
    """After a rest the next lines are there, and look as if painted when they are seen."""
    long = tmp_path / "long.txt"
    long.write_text("\n\n".join([TALK] * 20), encoding="utf-8")
    project.imports.files([long], ImportOptions(case="Långa", language="sv"))
    async with coding(project, NARROW) as (pilot, screen):
        screen.show_document(project.documents.resolve("long").id)
        view = text_view(screen)
        await press(pilot, "pagedown pagedown t 1 t")
        await pilot.pause(0.8)
        top, height = view.scroll_offset.y, view.size.height
        around = range(max(0, top - height), min(top + 2 * height, len(view.page)))
        assert set(around) <= view.canvas._strips.keys()
        assert 0 < min(around) < top < top + height < max(around)
        for line in around:
            assert view.canvas.line(line) == view.canvas.painter.paint(line, view.scene)


async def test_the_keys_that_are_bound_are_those_that_textual_would_find(project):
    """Wherever the focus is, whatever lies over the screen, with the reader's own keys too."""
    async with coding(project, BROAD) as (pilot, screen):
        for keys in ("w", "escape tab", "tab", "slash", "escape", "enter", "v", "escape"):
            await press(pilot, keys)
            front = pilot.app.screen
            assert bound_on(front, front._binding_chain) == bound_on(front)
        pilot.app.set_keymap({"coding.undo": "f12"})
        assert bound_on(screen, screen._binding_chain) == bound_on(screen)
        assert "f12" in {key for _, keys in bound_on(screen, screen._binding_chain) for key in keys}


def bound_on(screen: Screen[Any], chain: Any = None) -> list[tuple[Any, dict[str, Any]]]:
    """What each key does around the focus; without a chain, the one that Textual works out."""
    chain = Screen._binding_chain.fget(screen) if chain is None else chain
    return [(node, dict(bindings.key_to_bindings)) for node, bindings in chain]


@pytest.mark.parametrize("size", [BROAD, NARROW])
async def test_lists_look_as_the_way_round_over_boxes_would_paint_them(project, size):
    """With their border, the cells beside the words and the scrollbar; also where they are lit."""
    async with coding(project, size) as (pilot, _):
        for keys in ("1 2", "tab", "escape enter", "a", "escape"):
            await press(pilot, keys)
            lists = [each for each in pilot.app.screen.query(LineList) if each.region]
            assert lists or size == NARROW
            for each in lists:
                every = Region(0, 0, *each.outer_size)
                theirs = [cells(line) for line in Widget.render_lines(each, every)]
                ours = each.render_lines(every)
                for mine, line in zip(map(cells, ours), theirs, strict=True):
                    assert mine == line[: len(mine)]


def cells(line: Any) -> list[tuple[str, Any, Any]]:
    """A line sign by sign, with the colours that are seen of it."""
    styled = [(sign, piece.style or Style()) for piece in line for sign in piece.text]
    return [(sign, sign != " " and style.color, style.bgcolor) for sign, style in styled]


async def test_the_terminal_is_sent_what_textual_would_send(project):
    """The same pieces at the same places, of whole lines and of parts of them."""
    async with coding(project, BROAD) as (_, screen):
        for region in (Region(0, 3, 160, 4), Region(7, 5, 60, 2), Region(150, 1, 10, 40)):
            screen._compositor._dirty_regions = {region}
            update = screen._compositor.render_partial_update()
            stock = ChopsUpdate(update.chops, update.spans, update.chop_ends)
            console = screen.app.console
            sent = stock.render_segments(console).replace("\n", "")
            assert sent
            assert update.render_segments(console) == sent
