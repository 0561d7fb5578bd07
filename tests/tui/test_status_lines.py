"""Lines of one row: what is cut, and what is kept when there is little room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.coding import CodingDetails
from qualcode.services.workspace import Project
from qualcode.text.cells import width
from qualcode.tui.widgets.status_line import GAP, Signed, laid
from tests.tui.rooms import LEAST, coding, press, shown

PARTS = st.lists(st.builds(Signed, st.text("aå 語", min_size=1, max_size=40), st.text("+?*")))


@given(PARTS, st.integers(0, 120))
def test_the_parts_never_take_more_than_their_room(parts: list[Signed], room: int) -> None:
    """Whatever the words are, and however narrow the window is."""
    assert sum(width(words) for words in laid(parts, room)) <= room


@given(st.text("ab c", min_size=1, max_size=60), st.integers(8, 60))
def test_signs_are_kept_when_their_words_are_cut(words: str, room: int) -> None:
    """They say more than the end of a label does."""
    (said,) = laid([Signed(words, "+?*")], room)
    assert said.endswith(" +?*")


def test_what_could_only_be_begun_is_left_out() -> None:
    """`224 o…` says nothing."""
    assert laid([Signed("Title", ""), Signed("224 of 471 codings", "")], 14) == ["Title"]
    cut = laid([Signed("Title", ""), Signed("224 of 471 codings", "")], 22)
    assert cut == ["Title", f"{GAP}224 of 471 cod…"]


@pytest.mark.parametrize("columns", [60, 80])
async def test_there_is_room_between_the_name_and_what_stands_on_the_right(
    project: Project, columns: int
) -> None:
    """Also when the name has to be cut."""
    project.documents.set("talk-1", {"name": "a-very-long-name-of-a-document-that-does-not-fit"})
    async with coding(project, (columns, 24)) as (pilot, _):
        top = shown(pilot).splitlines()[0]
        assert "a-very" in top and "…  " in top and " %" in top


async def test_the_line_of_codings_keeps_the_signs(project: Project) -> None:
    """With a long label in the smallest window."""
    turn = project.documents.transcript("talk-1").turns[1]
    details = CodingDetails(valence="helps", confidence="low", label="a long way of saying it " * 3)
    project.codings.add("talk-1", turn.span, "emergent", details)
    project.codings.add("talk-1", turn.span, "agenda")
    async with coding(project, LEAST) as (pilot, _):
        await press(pilot, "j 2 enter")
        if "▸" not in shown(pilot):
            line = shown(pilot).splitlines()[-2]
            assert "… + ~" in line and "  2 here" in line
