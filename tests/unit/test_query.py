"""The query language: what can be written, and which codings it means."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.query import FIELDS, All, Either, Near, Not, Query, Term, Words, parse
from qualcode.domain.query_match import Lookups, meant
from qualcode.domain.query_text import text_of
from qualcode.domain.query_tokens import RELATIONS, WITHIN
from qualcode.errors import Invalid
from qualcode.text.concordance import find
from tests.builders import STANDINGS, materials

VALUES = st.text("abåø ,()'-5", min_size=1).map(str.strip).filter(bool)
TERMS = st.one_of(
    st.builds(
        Term,
        st.sampled_from((*FIELDS, "case.country", "document.År")),
        st.lists(VALUES, min_size=1, max_size=3).map(tuple),
        st.sampled_from((":", ">=", "<", "=")),
    ),
    st.builds(Words, st.sampled_from(("samverk*", "med varandra", "or", "with", "42"))),
)


def _parts(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[tuple[Query, ...]]:
    return st.lists(inner, min_size=2, max_size=3).map(tuple)


def _near(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    return st.builds(
        lambda what, relation, other, turns, absent: Near(
            what, relation, other, turns if relation == WITHIN else 0, absent
        ),
        inner,
        st.sampled_from(RELATIONS),
        inner,
        st.integers(0, 9),
        st.booleans(),
    )


QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, _parts(inner)),
        st.builds(Either, _parts(inner)),
        _near(inner),
    ),
    max_leaves=8,
)


@given(QUERIES)
def test_the_text_of_a_query_is_read_as_the_same_query(query: Query) -> None:
    """Whatever is built in the screen can be typed on the command line."""
    assert parse(text_of(query)) == query


@given(st.text("code:ab \"'()<>=,orwithnt*å"))
def test_any_text_is_a_query_or_a_clear_error(text: str) -> None:
    """No slip of the fingers ends in anything but a sentence."""
    with suppress(Invalid):
        query = parse(text)
        assert parse(text_of(query)) == query


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("code:", "'code:' lacks its value at sign 1"),
        ("trust colour:red", "Nothing is called 'colour' at sign 7"),
        ("(code:a", "bracket at sign 1 is not closed"),
        ("code:a or", "ends too early"),
        ("code:a with", "ends too early"),
        ("code:a or or code:b", "'or' cannot stand at sign 11"),
        ("code:a )", "')' cannot stand at sign 8"),
        ("code:a within code:b", "needs a number of turns"),
    ],
)
def test_an_error_says_what_and_where(text: str, place: str) -> None:
    """The reader finds the slip without counting."""
    with pytest.raises(Invalid, match=place.replace("(", r"\(").replace(")", r"\)")):
        parse(text)


def test_an_empty_query_means_everything() -> None:
    """Nothing asked, nothing left out."""
    assert parse("  ") == All(())


def test_or_binds_loosest_then_with_then_and_then_not() -> None:
    """The order that the documentation gives."""
    a, b, c, d = (Term("code", (name,)) for name in "abcd")
    assert parse("code:a not code:b with code:c or code:d") == Either(
        (Near(All((a, Not(b))), "with", c), d)
    )
    assert parse("code:a not within 3 turns code:b") == Near(a, "within", b, 3, absent=True)


LOOKUPS = Lookups(lambda text, words: next(find(text, words), None) is not None)
CODES = ("agenda", "agenda-goals", "backbone")


@given(materials(), st.sampled_from(CODES), st.sampled_from(CODES), st.integers(0, 3))
def test_nearness_is_what_comparing_all_pairs_finds(material, one, other, turns) -> None:
    """The quick way and the slow way agree, and what is near and what is not make all."""
    rows = [row for row in material.codings if row.code in set(material.codebook.below(one))]
    beside = [row for row in material.codings if row.code in set(material.codebook.below(other))]
    checks = {
        "with": lambda a, b: (a.start, a.end) == (b.start, b.end),
        "overlapping": lambda a, b: a.start < b.end and b.start < a.end,
        "same-turn": lambda a, b: a.turn == b.turn,
        f"within {turns}": lambda a, b: abs((a.turn or 0) - (b.turn or 0)) <= turns,
    }
    for word, holds in checks.items():
        slow = {
            a.coding
            for a in rows
            if any(a is not b and a.document_id == b.document_id and holds(a, b) for b in beside)
        }
        near = meant(parse(f"code:{one} {word} code:{other}"), material, LOOKUPS).codings
        far = meant(parse(f"code:{one} not {word} code:{other}"), material, LOOKUPS).codings
        assert near == slow
        assert near | far == {row.coding for row in rows}
        assert not near & far


@given(materials())
def test_every_value_of_a_field_and_none_make_all(material) -> None:
    """A field splits the codings: each has one of its values or none of them."""
    known = {"valence": ("helps", "hinders", "mixed"), "standing": STANDINGS}
    for name, values in known.items():
        values = [*filter(None, values), "none"]
        found = [meant(parse(f"{name}:{one}"), material, LOOKUPS).codings for one in values]
        assert sum(map(len, found)) == len(material.codings)
        assert frozenset().union(*found) == {row.coding for row in material.codings}


@given(materials())
def test_not_is_the_rest(material) -> None:
    """`not` and its opposite share nothing and leave nothing out, degrees as well as codings."""
    for text in ("code:agenda", "degree>=3", "case:none", "(valence:helps or standing:denied)"):
        yes = meant(parse(text), material, LOOKUPS)
        no = meant(parse(f"not {text}"), material, LOOKUPS)
        assert not yes.codings & no.codings
        assert yes.codings | no.codings == {row.coding for row in material.codings}
        assert yes.degrees | no.degrees == {row.id for row in material.degrees}
