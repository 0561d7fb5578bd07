"""When interviews bring nothing new: the published procedure on the fixture and on codings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcode.analysis.saturation_curve import curve, spread
from qualcode.analysis.tables import make
from qualcode.domain.table import Counted
from tests.builders import Builder

INTERVIEWS = (
    *({1, 2, 3, 4, 5, 6}, {2, 3, 7, 8, 9}, {1, 4, 10, 11}, {5, 8, 12, 13, 14}, {3, 15, 16}),
    *({2, 9, 17}, {1, 4}, {8, 16, 18}, {5, 7}, {3, 12}),
)


def test_the_fixture() -> None:
    """Base 4: 14 codes; then 2, 1, 0, 1, 0, 0 new; runs of 2; both thresholds at 8 + 2."""
    found = curve(INTERVIEWS)
    assert found.base == 14
    assert found.new[4:] == (2, 1, 0, 1, 0, 0)
    assert [run.share for run in found.runs] == [21.4, 7.1, 7.1, 7.1, 0.0]
    assert found.reached == {5: 10, 0: 10}


def test_the_fixture_in_random_orders() -> None:
    """The first interview alone holds 2 to 6 codes, all ten hold 18; the same every time."""
    found = spread(INTERVIEWS)
    assert found == spread(INTERVIEWS)
    assert found.median[-1] == found.low[-1] == found.high[-1] == 18
    assert 2 <= found.low[0] <= found.median[0] <= found.high[0] <= 6


interviews = st.lists(st.frozensets(st.integers(0, 12), max_size=6), max_size=12)


@given(interviews)
def test_what_is_new_adds_up_to_all_there_is(sets: list[frozenset[int]]) -> None:
    """New items sum to the distinct ones; curves only rise and end there; runs are sums of new."""
    whole = len(set().union(*sets)) if sets else 0
    found, around = curve(sets), spread(sets, orders=20)
    assert sum(found.new) == whole
    for line in (around.low, around.median, around.high):
        assert list(line) == sorted(line)
        assert not sets or line[-1] == whole
    for run in found.runs:
        assert run.new == sum(found.new[run.last - 2 : run.last])


def test_theory_codes_do_not_count() -> None:
    """Sub-codes and labels are items; a condition and a code apart from the conditions are not."""
    b = Builder().case("a").document("d1", "a").document("d2", "a").document("d3", "a")
    b.code("d1", 0, 9, "agenda").code("d1", 0, 9, "agenda-goals").code("d1", 10, 19, "context")
    b.code("d2", 0, 9, "agenda-goals").code("d2", 10, 19, "context", label="paper")
    table = make("saturation", b.build())
    assert [row.key for row in table.rows] == ["d1", "d2"]
    assert [row.cells["total"] for row in table.rows] == [1, 2]
    items, fresh = table.rows[1].cells["items"], table.rows[1].cells["new"]
    assert isinstance(items, Counted) and isinstance(fresh, Counted)
    assert (items.value, fresh.value) == (2, 1)
    assert fresh.codings == ("coding-000004",) and len(items.codings) == 2
    assert any("left out: 1 document" in note for note in table.notes)
