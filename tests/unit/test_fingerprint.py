"""Fingerprints: packed and unpacked, keyed, and compared by facet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.fingerprint import (
    FACETS,
    SIZE,
    Fingerprints,
    basis_key,
    compare,
    packed,
    unpacked,
)

PRINTS = st.dictionaries(
    st.uuids().map(str), st.binary(min_size=SIZE * len(FACETS), max_size=SIZE * len(FACETS))
)


@dataclass(frozen=True)
class Marked:
    """A coding as it is remembered."""

    coding: str = "a"
    segment: str = "s"
    document_id: str = "d"
    turn: int | None = 2
    start: int = 1
    end: int = 9
    code: str = "agenda"
    valence: str | None = None
    standing: str | None = None
    label: str | None = None


@given(PRINTS, PRINTS)
def test_packing_keeps_everything_and_names_it_by_content(one: dict, other: dict) -> None:
    """What was packed comes out again; the name is the same exactly for the same content."""
    assert unpacked(packed(one)) == one
    again = dict(reversed(one.items()))
    assert basis_key(packed(one)) == basis_key(packed(again))
    assert (basis_key(packed(one)) == basis_key(packed(other))) == (one == other)


@given(PRINTS, PRINTS)
def test_what_differs_is_what_is_not_the_same(one: dict, other: dict) -> None:
    """Every coding that is not alike on both sides is named once, and none beside it."""
    found = {change.coding for change in compare(one, other, ())}
    assert found == {coding for coding in one | other if one.get(coding) != other.get(coding)}
    assert compare(one, one, ()) == ()


def test_each_project_has_its_own_fingerprints_without_words() -> None:
    """Another key gives another print; a label does not stand in it."""
    said = Marked(label="we drink coffee")
    (one,) = Fingerprints("one", {}, {}).of([said]).values()
    (other,) = Fingerprints("other", {}, {}).of([said]).values()
    assert one != other and b"coffee" not in one and len(one) == SIZE * len(FACETS)


def test_nothing_and_the_word_none_are_not_the_same() -> None:
    """A label `None` typed by a person is another one than no label."""
    made = Fingerprints("key", {}, {})
    plain = Marked()
    before = made.of([plain])
    fresh = Fingerprints("key", {}, {}).of([replace(plain, label="None")])
    (change,) = compare(before, fresh, {"a"})
    assert (change.reason, change.facets, change.linked) == ("changed", ("label",), True)


def test_the_order_of_degrees_does_not_matter() -> None:
    """The same degrees set in another order are the same."""
    degrees = [(3, "a", "b", None, None), (2, "b", "a", None, "now")]
    one = Fingerprints("key", {"s": degrees}, {}).of([Marked()])
    other = Fingerprints("key", {"s": degrees[::-1]}, {}).of([Marked()])
    assert one == other != Fingerprints("key", {}, {}).of([Marked()])


def test_a_passage_that_moved_with_its_turn_is_the_same() -> None:
    """Where in its turn it begins counts and how long it is, not where the turn begins."""
    said = Marked(start=101, end=109)
    one = Fingerprints("key", {}, {("d", 2): 100}).of([said])
    moved = replace(said, start=161, end=169, turn=3)
    assert Fingerprints("key", {}, {("d", 3): 160}).of([moved]) == one
    for other in (replace(moved, start=162), replace(moved, end=170)):
        assert Fingerprints("key", {}, {("d", 3): 160}).of([other]) != one
