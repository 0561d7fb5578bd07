"""The whole document in one column."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from qualcode.tui.widgets.overview import BLOCKS, Overview, coverage
from qualcode.tui.widgets.page import columns_for
from qualcode.tui.widgets.row_painter import HIT_SIGN
from tests.tui.rooms import BROAD, coding, press, settled, text_view


@st.composite
def spans_in_texts(draw):
    length = draw(st.integers(1, 5_000))
    starts = draw(st.lists(st.integers(0, length - 1), max_size=20))
    return length, [Span(start, draw(st.integers(start + 1, length))) for start in starts]


@given(spans_in_texts(), st.integers(1, 60))
def test_every_coding_shows_in_its_part_and_nowhere_else(made, rows: int) -> None:
    """A part is empty exactly when no coding reaches into it, to within an eighth of a part."""
    length, spans = made
    found = coverage(spans, length, rows)
    assert len(found) == rows and all(0 <= each <= 8 for each in found)
    for span in spans:
        assert found[span.start * rows // length] > 0
        assert found[(span.end - 1) * rows // length] > 0
    for row in (row for row in range(rows) if found[row]):
        low, high = row * length / rows, (row + 1) * length / rows
        assert any(span.start < high and span.end > low - 1 for span in spans)


def test_all_coded_is_full_and_nothing_coded_is_empty() -> None:
    """Eight eighths for a part that is coded throughout; no text, no parts to fill."""
    assert coverage([Span(0, 100)], 100, 4) == [8, 8, 8, 8]
    assert coverage([], 100, 4) == [0, 0, 0, 0] == coverage([Span(0, 1)], 0, 4)


def _column(overview: Overview) -> str:
    return "".join(overview.render_line(y).text for y in range(overview.size.height))


async def test_the_map_shows_codings_and_follows_them(project: Project) -> None:
    """A coding appears in it as it is made and goes when it is undone."""
    async with coding(project, BROAD) as (pilot, screen):
        overview = screen.query_one(Overview)
        assert overview.size.width == 1
        assert not _column(overview).strip()
        await press(pilot, "ctrl+end enter v i s enter")
        column = _column(overview)
        assert set(column) <= set(BLOCKS) and column.rstrip()[-1] != " "
        assert not column[: len(column) // 2].strip()
        await press(pilot, "u")
        assert not _column(overview).strip()


async def test_the_part_in_view_is_marked_and_a_click_goes_there(
    project: Project, tmp_path
) -> None:
    """In a long text the mark moves with the view; the cursor stays where it was."""
    from qualcode.services.imports import ImportOptions

    file = tmp_path / "a-long.txt"
    file.write_text("\n".join(f"IP{n % 2}: Det var tur {n}. " * 3 for n in range(300)), "utf-8")
    project.imports.files([file], ImportOptions(language="sv"))
    async with coding(project, BROAD) as (pilot, screen):
        screen.show_document("a-long")
        await settled(pilot)
        overview, view = screen.query_one(Overview), text_view(screen)
        first = overview._view
        assert first[0] == 0 and first[1] < overview.size.height // 3
        await pilot.click(overview, offset=(0, overview.size.height - 1))
        await settled(pilot)
        assert overview._view[1] >= overview.size.height - 1
        assert view.caret.cursor == 0


async def test_the_map_is_prepared_once_per_change(project: Project, monkeypatch) -> None:
    """Moving paints nothing of it anew while the same part is in view."""
    async with coding(project, BROAD) as (pilot, screen):
        overview = screen.query_one(Overview)
        painted: list[int] = []
        monkeypatch.setattr(Overview, "_prepare", lambda self: painted.append(1))
        await press(pilot, "w w s t down")
        assert painted == []
        assert overview._rows


def test_names_have_more_room_where_there_is_more() -> None:
    """From the width where the text is wide enough, the margin gets its share of the rest."""
    widths = [columns_for(width, ()) for width in range(84, 180)]
    assert all(one.margin >= 18 for one in widths)
    assert columns_for(90, ()).margin < columns_for(110, ()).margin <= columns_for(140, ()).margin
    assert max(one.text for one in widths) == 84


async def test_places_found_have_a_sign_in_the_map(project: Project) -> None:
    """Where the words searched for lie in the whole document, legible without colour."""
    async with coding(project, BROAD) as (pilot, screen):
        overview = screen.query_one(Overview)
        await press(pilot, "slash m å l e n")
        column = _column(overview)
        hits, length = text_view(screen).scene.hits, len(screen.desk.transcript.text)
        rows = {hit[0] * overview.size.height // length for hit in hits}
        assert hits and {y for y, sign in enumerate(column) if sign == HIT_SIGN} == rows
        await press(pilot, "escape slash backspace escape")
        assert HIT_SIGN not in _column(overview)
