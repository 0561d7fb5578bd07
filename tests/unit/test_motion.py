"""Cursor motion by character, word, sentence, turn and row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.document import ReadTurn
from qualcode.domain.span import Span
from qualcode.text.boundaries import Boundaries
from qualcode.text.canonical import assemble, canonical
from qualcode.text.cells import clusters
from qualcode.text.motion import back, forward, row_end, row_start, unit_at, vertical
from qualcode.text.wrap import Rows

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
TEXT, TURNS = assemble(
    [ReadTurn("Hur går det? Berätta."), ReadTurn("Jo. Det går\nbra."), ReadTurn("Tack!")]
)
BOUNDS = Boundaries(TEXT, TURNS, "sv")
UNITS = ("character", "word", "sentence", "paragraph", "turn")

pieces = st.lists(
    st.sampled_from(["a", "å", " ", "\n", ". ", "漢", "e\u0301", FAMILY, "\U0001f1f8", "Ord"]),
    max_size=30,
).map(lambda parts: canonical("".join(parts)))


def walk(bounds, unit):
    at, seen = 0, [0]
    while at < len(bounds.text):
        at = forward(bounds, at, unit)
        seen.append(at)
    return seen


@pytest.mark.parametrize(
    ("unit", "stops"),
    [
        ("word", ["Hur", "går", "det", "Berätta", "Jo", "Det", "går", "bra", "Tack"]),
        ("sentence", ["Hur", "Berätta", "Jo", "Det", "bra", "Tack"]),
        ("paragraph", ["Hur", "Jo", "bra", "Tack"]),
        ("turn", ["Hur", "Jo", "Tack"]),
    ],
)
def test_forward_stops_at_each_start(unit, stops):
    """Going forward visits the start of every unit, then the end of the text."""
    seen = walk(BOUNDS, unit)
    assert seen[-1] == len(TEXT)
    assert all(TEXT.startswith(stop, at) for at, stop in zip(seen, stops, strict=False))
    assert len(seen) == len(stops) + 1


@given(pieces, st.sampled_from(UNITS))
def test_back_retraces_forward(text, unit):
    """Going back stops where going forward stopped, and no stop lies inside a cluster."""
    bounds = Boundaries(text)
    there = walk(bounds, unit)
    at, seen = len(text), [len(text)]
    while at > 0:
        at = back(bounds, at, unit)
        seen.append(at)
    assert set(there) | {0} == set(seen)
    starts = {0, len(text)}
    base = 0
    for line in text.split("\n"):
        starts |= {base + first for first, _, _ in clusters(line)} | {base + len(line)}
        base += len(line) + 1
    if unit == "character":
        assert set(seen) <= starts


def test_the_goal_column_survives_short_rows():
    """Down over a short row and on to a long one comes back to the column it began in."""
    rows = Rows("abcdefgh\nab\nabcdefgh", 20)
    offset, goal = vertical(rows, 6, 1)
    assert (offset, goal) == (11, 6)
    offset, goal = vertical(rows, offset, 1, goal)
    assert offset == 18
    assert vertical(rows, offset, 5, goal) == (18, 6)
    assert vertical(rows, offset, -9, goal)[0] == 6


def test_row_ends():
    """Home and end stay on the row."""
    rows = Rows(f"ett två tre{FAMILY}", 8)
    assert (row_start(rows, 6), row_end(rows, 1)) == (0, 6)
    assert row_end(rows, 9) == 11


@pytest.mark.parametrize(
    ("offset", "unit", "words"),
    [
        (5, "word", "går"),
        (3, "word", "går"),
        (12, "word", "Berätta"),
        (len(TEXT), "word", "Tack"),
        (20, "word", "Berätta"),
        (14, "sentence", "Berätta."),
        (24, "sentence", "Jo."),
        (34, "paragraph", "bra."),
        (30, "turn", "Jo. Det går\nbra."),
        (0, "character", "H"),
        (len(TEXT), "character", "!"),
    ],
)
def test_the_unit_under_the_cursor(offset, unit, words):
    """The unit is found without the white space around it."""
    span = unit_at(BOUNDS, offset, unit)
    assert span is not None and TEXT[span.start : span.end] == words


def test_a_cluster_is_a_unit():
    """Selecting one character takes the whole emoji."""
    assert unit_at(Boundaries(f"a{FAMILY}b"), 3, "character") == Span(1, 6)


@pytest.mark.parametrize("unit", UNITS)
def test_an_empty_text_has_no_units(unit):
    """There is nowhere to go and nothing to select."""
    bounds = Boundaries("")
    assert (forward(bounds, 0, unit), back(bounds, 0, unit), unit_at(bounds, 0, unit)) == (
        0,
        0,
        None,
    )
