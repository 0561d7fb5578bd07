"""What a key does not do outside the coding screen: read what is unchanged, lay out, paint all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor

from qualcode.domain.coding import CodingDetails
from qualcode.domain.people import Theme
from qualcode.domain.revision import Relabel
from qualcode.services.codings import Codings
from qualcode.services.framework import Framework
from qualcode.services.versions import Versions
from qualcode.services.workspace import Project, open_project
from qualcode.storage.store import Store
from qualcode.tui.modes import MODES
from qualcode.tui.theme_members import Coded
from qualcode.tui.widgets.code_entry import Histories, read_on
from qualcode.tui.widgets.matrix import Matrix
from qualcode.tui.widgets.quote_reader import QuoteReader
from qualcode.tui.widgets.steady_words import SteadyWords
from tests.tui.conftest import Calls
from tests.tui.filled import done, filled, keys, room
from tests.tui.rooms import BROAD, shown
from tests.tui.test_quickness import bound_on

ROOMS = [mode for mode in MODES if mode not in ("coding", "tables")]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Two themes, two findings and a proposition over four codings."""
    with filled(tmp_path) as made:
        made.themes.add("Zeal", {"code": ["backbone"]})
        made.findings.add("Trust grows", "success-factor", {"code": ["agenda-goals"]})
        made.findings.add("One person", "pitfall", {"code": ["backbone-person"]})
        made.propositions.add("All have goals", {"query": "code:agenda-goals"})
        yield made


# every room


@pytest.mark.parametrize("mode", ROOMS)
async def test_a_room_that_is_entered_again_reads_nothing_anew(
    full: Project, called: Calls, mode: str
) -> None:
    """While nothing was changed since it was left."""
    async with room(full, mode, BROAD) as (pilot, _):
        await pilot.app.switch_mode("coding")
        await done(pilot)
        rows = called(Store, "rows")
        await pilot.app.switch_mode(mode)
        await done(pilot)
        assert [args[1] for args in rows] == []


@pytest.mark.parametrize("mode", ROOMS)
async def test_going_from_pane_to_pane_lays_nothing_out_and_paints_the_panes_only(
    full: Project, called: Calls, mode: str
) -> None:
    """Neither the layout nor the whole screen is made anew when the focus moves."""
    async with room(full, mode, BROAD) as (pilot, _):
        await keys(pilot, "tab")
        layouts, paintings = called(Compositor, "reflow"), called(Compositor, "render_full_update")
        await keys(pilot, "tab")
        await keys(pilot, "shift+tab")
        assert (layouts, paintings) == ([], [])


@pytest.mark.parametrize("mode", ROOMS)
async def test_a_room_is_painted_as_textual_would_paint_it(full: Project, mode: str) -> None:
    """Cell by cell, and the same keys are bound, wherever the focus is."""
    async with room(full, mode, BROAD) as (pilot, screen):
        for pressed in ("down", "tab", "down", "tab"):
            await keys(pilot, pressed)
            stock = Compositor._render_chops(screen._compositor, screen.size.region, lambda y: True)
            ours = screen._compositor._render_chops(screen.size.region, lambda y: True)
            for line, theirs in zip(ours, stock, strict=True):
                assert [list(line[at]) for at in line] == [list(theirs[at]) for at in theirs]
            assert bound_on(screen, screen._binding_chain) == bound_on(screen)


async def test_no_style_hangs_on_the_focus_being_around_it(full: Project) -> None:
    """What has the focus in it may look different itself, by its border; what is inside it not:
    its styles are not worked out anew when the focus moves."""
    async with room(full, "home") as (pilot, _):
        for mode in MODES:
            await pilot.app.switch_mode(mode)
            await done(pilot)
        used = {type(node).__name__ for node in pilot.app.screen.walk_children()} | {"Screen"}
        rules = [
            (each, styles)
            for each in pilot.app.stylesheet.rules
            for styles in each.selector_set
            if any("focus-within" in one.pseudo_classes for one in styles.selectors)
        ]
        assert rules
        for rule, chain in rules:
            if chain.selectors[0].name in {"MarkdownFence", "Collapsible"}:
                assert chain.selectors[0].name not in used
                continue
            assert all("focus-within" not in one.pseudo_classes for one in chain.selectors[:-1])
            assert all("border_" in name for name in rule.styles.get_rules())


# the codebook


async def test_a_step_through_the_tree_of_codes_only_paints(full: Project, called: Calls) -> None:
    """No query and no layout; the entry is that of the lit code, from its beginning."""
    async with room(full, "codebook", BROAD) as (pilot, screen):
        queries, layouts = called(Store, "rows"), called(Compositor, "reflow")
        for pressed in ("down", "down", "up"):
            await keys(pilot, pressed)
            name = screen.book.by_id[screen.lit_id].name("en")
            assert screen.entry.words.plain.startswith(name)
            assert name in shown(pilot)
        assert (queries, layouts) == ([], [])


async def test_another_language_or_theme_of_the_codebook_reads_nothing(
    full: Project, called: Calls
) -> None:
    """What was read is shown in other words and colours; the tree is made once for it."""
    async with room(full, "codebook", BROAD) as (pilot, screen):
        screen.tree_pane.light("agenda-goals")
        queries, trees = called(Store, "rows"), called(type(screen.tree_pane), "_rebuild")
        await keys(pilot, "l")
        assert screen.entry.words.plain.startswith("Mål")
        before = screen.entry.render_line(0)
        pilot.app.theme = "qualcode-light"
        await done(pilot)
        assert screen.entry.render_line(0) != before
        assert (queries, len(trees)) == ([], 2)


async def test_the_entry_stays_in_view_when_the_window_becomes_small(full: Project) -> None:
    """Where there is room for one pane, it is the one that has the focus; and wide again, both."""
    async with room(full, "codebook", BROAD) as (pilot, screen):
        await keys(pilot, "tab")
        for size, entry, tree in (((60, 20), True, False), ((160, 50), True, True)):
            await pilot.resize_terminal(*size)
            await done(pilot)
            assert screen.entry.has_focus
            assert (bool(screen.entry.region), bool(screen.tree_pane.region)) == (entry, tree)
        await keys(pilot, "tab")
        await pilot.resize_terminal(60, 20)
        await done(pilot)
        assert screen.tree_pane.list.has_focus and not screen.entry.region


async def test_the_lines_of_an_entry_fit_every_width(full: Project) -> None:
    """They are wrapped anew with the window, and all can be scrolled to."""
    async with room(full, "codebook", BROAD) as (pilot, screen):
        for size in ((120, 20), (80, 16), (160, 50)):
            await pilot.resize_terminal(*size)
            await done(pilot)
            view = screen.entry
            width = view.scrollable_content_region.width
            lines = [view.render_line(y) for y in range(-view.scroll_offset.y, len(view._lines))]
            assert {line.cell_length for line in lines} == {width}
            words = "".join(line.text.strip() for line in lines).replace(" ", "")
            assert words == "".join(view.words.plain.split())
            assert view.max_scroll_y == max(0, len(view._lines) - view.size.height)


def test_only_new_versions_of_the_codebook_are_read_for_its_history(
    full: Project, called: Calls
) -> None:
    """Those that are known are kept; after an undo the history is that of the versions left."""
    known = read_on(Histories(), full)
    for act in (
        lambda: full.revision.do(Relabel("agenda-goals", {"en": "Aims"})),
        lambda: full.revision.do(Relabel("agenda-vision", {"en": "Dream"})),
        full.history.undo,
        full.history.undo,
        full.history.redo,
    ):
        act()
        known = read_on(known, full)
        assert known == read_on(Histories(), full)
    full.revision.do(Relabel("agenda-vision", {"en": "Dream"}))
    read = called(Versions, "content")
    known = read_on(known, full)
    assert len(read) == 2
    assert read_on(known, full) is known or len(read) == 3


# themes


async def test_a_step_through_the_themes_is_followed_a_moment_later(
    full: Project, called: Calls
) -> None:
    """Keys that are held down read nothing; then the pane is the lit one's, shown once."""
    async with room(full, "themes", BROAD) as (pilot, screen):
        followed, queries = called(QuoteReader, "show_quotes"), called(Store, "rows")
        for step in (1, -1, 1, -1, 1):
            screen.names.action_step(step)
        await pilot.pause()
        assert (followed, queries) == ([], [])
        await done(pilot)
        assert len(followed) == 1
        assert {c.code for c in screen.reader.list.codings.values()} == {"backbone-person"}


async def test_what_is_written_at_once_is_of_the_lit_theme(full: Project) -> None:
    """Keys that come before the pane has followed go to what they were meant for."""
    async with room(full, "themes", BROAD) as (pilot, screen):
        screen.names.action_step(1)
        screen.action_write_summary()
        assert screen._shown == screen.names.lit_id
        await keys(pilot, "N e w escape")
    found = {theme.name: theme.summary for theme in full.themes.list()}
    assert found == {"Direction": None, "Zeal": "New"}


async def test_an_act_on_a_theme_reads_no_coding_again(full: Project, called: Calls) -> None:
    """Gathering changes no coding; taking one back elsewhere does, and is seen."""
    async with room(full, "themes", BROAD) as (pilot, screen):
        read = called(Codings, "list")
        await keys(pilot, "down t enter D i r enter")
        await keys(pilot, "u")
        assert read == []
        counts = {each.id: each.right for each in screen.names.entries}
        with open_project(full.path, coder="bo") as other:
            turn = other.documents.transcript("talk-1").turns[5]
            other.codings.add("talk-1", turn.span, "agenda-goals", CodingDetails(label="same"))
        await pilot.app.switch_mode("coding")
        await pilot.app.switch_mode("themes")
        await done(pilot)
        direction = full.themes.resolve("Direction").id
        now = {each.id: each.right for each in screen.names.entries}
        assert int(now[direction]) == int(counts[direction]) + 1
        assert read == []


def test_what_a_theme_gathers_is_what_a_look_at_every_coding_finds(full: Project) -> None:
    """By code and what lies below it, by label, by single passage and by scale."""
    turns = full.documents.transcript("talk-2").turns
    full.codings.add("talk-2", turns[1].span, "emergent", CodingDetails(label="same talk"))
    codings, book = full.codings.list(), full.codebooks.current()
    coded = Coded(codings)
    for members in (
        {"codes": ("agenda",)},
        {"codes": ("backbone-person", "gone")},
        {"labels": ("same talk", "another")},
        {"segments": (codings[0].segment,), "codes": ("backbone",)},
        {"scale": "degree", "labels": ("same talk",)},
        {},
    ):
        values = {"codes": (), "labels": (), "segments": (), "scale": None, **members}
        theme = theme_of(full.themes.list()[0], values)
        meant = [
            each
            for each in codings
            if set(book.lineage(each.code)) & set(theme.codes)
            or each.label in theme.labels
            or each.segment in theme.segments
            or (theme.scale and each.degrees)
        ]
        assert coded.of(theme, book) == meant
        assert coded.passages(theme, book) == len({each.segment for each in meant})
    used, counts = full.themes.used(), full.codings.counts()
    assert full.themes.unthemed(used) == full.themes.unthemed()
    assert [coded.passages_below(code, book) for code in used] == [counts[c][0] for c in used]


def theme_of(theme: Theme, values: dict[str, Any]) -> Theme:
    """A theme with other members."""
    from dataclasses import replace

    return replace(theme, **values)


# charting and findings


async def test_going_from_cell_to_cell_asks_the_project_for_nothing(
    full: Project, called: Calls
) -> None:
    """What was read with the matrix is enough for the lit cell's words."""
    async with room(full, "charting", BROAD) as (pilot, screen):
        queries = called(Store, "rows")
        await keys(pilot, "right down left up")
        assert queries == []
        assert screen.shown.label(screen.lit_place) in shown(pilot)


async def test_an_act_on_an_open_cell_reads_it_once(full: Project, called: Calls) -> None:
    """To show it afterwards; what is shown was read before, unless somebody changed it since."""
    async with room(full, "charting", BROAD) as (pilot, screen):
        place = next(each.place for each in screen.shown.walk() if each.to_chart)
        screen._go(place)
        await keys(pilot, "enter")
        read = called(Framework, "cell")
        await keys(pilot, "space")
        assert len(read) == 1
        with open_project(full.path, coder="bo") as other:
            other.framework.write(place, "Hers")
        assert screen.cell.current(place).state.summary == "Hers"


async def test_a_matrix_that_stays_as_it_is_is_not_painted_again(
    full: Project, called: Calls
) -> None:
    """A link changes no cell's state: rows and labels are made anew only where one did."""
    async with room(full, "charting", BROAD) as (pilot, screen):
        screen._go(next(each.place for each in screen.shown.walk() if each.to_chart))
        await keys(pilot, "enter")
        sheets = called(Matrix, "show_sheet")
        await keys(pilot, "space")
        assert sheets == [] and "●" in shown(pilot)
        await keys(pilot, "m W o r d s escape")
        assert len(sheets) == 1 and "charted" in shown(pilot)


async def test_charting_leaves_the_followed_codings_as_they_are(full: Project) -> None:
    """A summary, a link and a mark change no coding: the very same ones are kept."""
    before = full.followed.read()
    place = next(each.place for each in full.framework.matrix().walk() if each.to_chart)
    full.framework.write(place, "Words")
    full.framework.link(place, [full.framework.cell(place).passages[0].coding.id])
    assert full.followed.read() is before
    full.history.undo()
    assert full.followed.read() is before


async def test_words_in_a_pane_are_laid_out_only_for_another_height(
    full: Project, called: Calls
) -> None:
    """As many lines as before: they are painted where they stand."""
    async with room(full, "themes", BROAD) as (pilot, screen):
        from rich.text import Text

        words = screen.query_one("#holds", SteadyWords)
        layouts = called(Compositor, "reflow")
        words.show(Text("One line"))
        await done(pilot)
        assert layouts == [] and "One line" in shown(pilot)
        words.show(Text("One line\nand another"))
        await done(pilot)
        assert layouts and words.content_size.height == 2 and "and another" in shown(pilot)
