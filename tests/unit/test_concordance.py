"""Words in context: by form, by beginning, in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.span import Span
from qualcode.errors import Invalid
from qualcode.text.canonical import canonical
from qualcode.text.concordance import around, find

TEXT = canonical(
    "Samverkan är svårt. Vi samverkar, ja, men samverkans-avtal?\n"
    "Att nå ett gemensamt mål – gemensamt. Mål är får i fält; a\u030angra på NÅGOT."
)


def found(query: str) -> list[str]:
    return [TEXT[span.start : span.end] for span in find(TEXT, query)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("samverkan", ["Samverkan"]),
        ("samverk*", ["Samverkan", "samverkar", "samverkans"]),
        ("gemensamt mål", ["gemensamt mål"]),
        ("gemen* mål", ["gemensamt mål"]),
        ("mål gemensamt", ["mål – gemensamt"]),
        ("ja men", ["ja, men"]),
        ("na", []),
        ("nå", ["nå"]),
        ("far", []),
        ("något", ["NÅGOT"]),
        ("a\u030angra", ["ångra"]),
        ("samverkans-avtal", ["samverkans-avtal"]),
        ("svårt vi", []),
        ("avtal att", []),
        ('"ett gemensamt"', ["ett gemensamt"]),
    ],
)
def test_what_is_found(query, hits):
    """Whole words in any case; å is not a; a phrase stays within its sentence."""
    assert found(query) == hits


@pytest.mark.parametrize("query", ["", "*", " ? "])
def test_a_query_needs_a_word(query):
    """Looking for nothing is an error, not everything."""
    with pytest.raises(Invalid):
        list(find(TEXT, query))


def test_the_words_around_are_whole():
    """The context ends at words and lies on one line."""
    span = next(iter(find(TEXT, "avtal")))
    assert around(TEXT, span, 20) == ("ja, men samverkans-", "? Att nå ett")
    assert around(TEXT, Span(0, len(TEXT))) == ("", "")


@given(st.text(max_size=80).map(canonical), st.text(alphabet="ab*å .(", max_size=6))
def test_hits_are_spans_of_the_text(text, query):
    """Whatever is looked for, hits lie in order inside the text."""
    try:
        spans = list(find(text, query))
    except Invalid:
        return
    assert spans == sorted(spans) and all(span.end <= len(text) for span in spans)
