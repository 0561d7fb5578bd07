"""Lanes: brackets that share rows never share a lane."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.span import Span
from qualcode.text.lanes import Lanes
from qualcode.text.wrap import Rows

TEXT = "ett två tre fyra\n" * 100
ROWS = Rows(TEXT, 8)

spans = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 400)).map(
        lambda at: Span(at[0], min(at[0] + at[1], len(TEXT)))
    ),
    max_size=30,
)


@given(spans, st.integers(1, 8))
def test_a_lane_holds_one_span_per_row(spans, limit):
    """On every row the lanes are distinct, and a span without one found all of them taken."""
    lanes = Lanes(spans, ROWS, limit)
    for row in range(len(ROWS)):
        marks = lanes.on(row)
        taken = [mark.lane for mark in marks if mark.lane is not None]
        assert len(taken) == len(set(taken)) and all(0 <= lane < limit for lane in taken)
        assert {mark.index for mark in marks} == {
            i for i, s in enumerate(spans) if ROWS.row_of(s.start) <= row <= ROWS.row_of(s.end - 1)
        }
        if lanes.overflows(row):
            first = next(m for m in marks if m.lane is None).first
            assert len(lanes.on(first)) > limit


@given(spans)
def test_a_span_keeps_its_lane(spans):
    """A bracket runs straight down: one lane on all the rows of its span."""
    lanes = Lanes(spans, ROWS, 4)
    seen: dict[int, set[int | None]] = {}
    for row in range(len(ROWS)):
        for mark in lanes.on(row):
            seen.setdefault(mark.index, set()).add(mark.lane)
    assert all(len(found) == 1 for found in seen.values())
    assert set(seen) == set(range(len(spans)))


def test_the_longer_span_lies_outermost():
    """Of two that begin on one row the longer has the first lane."""
    lanes = Lanes([Span(0, 3), Span(0, 40)], ROWS, 3)
    assert {mark.index: mark.lane for mark in lanes.on(0)} == {0: 1, 1: 0}


def test_no_lanes_at_all():
    """A margin without room says so on every row that has spans."""
    lanes = Lanes([Span(0, 3)], ROWS, 0)
    assert lanes.overflows(0) and not lanes.overflows(5)


@given(spans, spans)
def test_spans_apart_do_not_move_each_other(spans, others):
    """What comes or goes changes lanes only within the rows that it hangs together with."""
    before, after = Lanes(spans, ROWS, 4), Lanes([*spans, *others], ROWS, 4)
    touched = [lanes.around(s.start, s.end) for s in others for lanes in (before, after)]
    for row in range(len(ROWS)):
        if not any(first <= row <= last for first, last in touched):
            assert before.on(row) == after.on(row)
