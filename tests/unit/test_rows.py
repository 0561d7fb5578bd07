"""Wrapping: every word is on a row, no row is too wide, and offsets and cells agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qualcode.errors import Invalid
from qualcode.text.canonical import canonical
from qualcode.text.cells import clusters, width
from qualcode.text.wrap import Rows

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
pieces = st.lists(
    st.sampled_from(
        ["a", "å", " ", " ", "\n", "–", "漢", "e\u0301", FAMILY, "\U0001f1f8", "samverkan"]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(texts, pieces).map(canonical), st.integers(2, 40))
def test_rows_keep_every_word_and_fit(text, cells):
    """Between rows only spaces and newlines fall away, and each row fits its width."""
    rows = Rows(text, cells)
    at = 0
    for start, end in zip(rows.starts, rows.ends, strict=True):
        assert text[at:start].strip(" \n") == ""
        assert cell_len(text[start:end]) <= cells
        at = end
    assert text[at:].strip(" \n") == ""
    assert sum(rows.firsts) == text.count("\n") + 1


@given(st.one_of(texts, pieces).map(canonical), st.integers(2, 40))
def test_cells_lead_back_to_the_cluster(text, cells):
    """From the start of a cluster to its cell and back is the same offset."""
    rows = Rows(text, cells)
    for row in range(len(rows)):
        for first, end, taken in clusters(rows.words(row)):
            if taken:
                offset = rows.starts[row] + first
                assert rows.row_of(offset) == row
                assert rows.offset_at(row, rows.cell_of(offset)) == offset
                inside = rows.starts[row] + end - 1
                assert rows.cell_of(inside) == rows.cell_of(offset)


@given(st.one_of(texts, pieces).map(canonical))
def test_widths_are_the_painters(text):
    """The cells of a line's clusters are as many as the painter will use."""
    for line in text.split("\n"):
        assert sum(cells for _, _, cells in clusters(line)) == cell_len(line) == width(line)


def test_plain_and_measured_rows_break_alike():
    """A wide character somewhere in a paragraph does not move the breaks before it."""
    plain = "Vi har inte alltid haft samma bild av vad samverkan ska leda till för barnen. " * 3
    measured = Rows(plain + "漢", 31)
    assert list(Rows(plain + "x", 31).starts) == list(measured.starts)


def test_an_emoji_family_is_one_step():
    """Nothing lands inside a cluster of several code points."""
    rows = Rows(f"a{FAMILY}b", 20)
    assert [rows.offset_at(0, cell) for cell in range(5)] == [0, 1, 1, 6, 7]


def test_offsets_at_breaks_belong_to_the_row_before():
    """The space a row breaks at is the end of that row."""
    rows = Rows("ett två\ntre", 4)
    assert [rows.words(row) for row in range(len(rows))] == ["ett", "två", "tre"]
    assert (rows.row_of(3), rows.cell_of(3)) == (0, 3)
    assert (rows.row_of(7), rows.row_of(8), rows.row_of(999)) == (1, 2, 2)
    assert list(rows.firsts) == [1, 0, 1]


def test_an_empty_text_has_one_row():
    """There is always a row to stand on."""
    rows = Rows("", 10)
    assert (len(rows), rows.row_of(0), rows.cell_of(0), rows.offset_at(0, 5)) == (1, 0, 0, 0)


def test_no_width_is_refused():
    """A width below one cell is an error, not an endless loop."""
    with pytest.raises(Invalid):
        Rows("a", 0)
