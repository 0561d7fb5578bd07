"""Turns without words are told from turns that say something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.text.gaps import is_gap


@pytest.mark.parametrize(
    "words",
    [
        *("/…/", "/.../", "[...]", "[…]", "(…)", "( … )", "…", "- - -", "<...>", "/…/ [...]"),
        *("(ohörbart)", "[Ohörbart 12:30]", "(inaudible, 01:02)", "[uhørligt]", "(hörs inte)"),
        *("[00:12:30]", "00:12:30", "#00:03:04#", "00:12", "(1:02:03.5)", "[paus]"),
        *("[utelämnat, 3 min]", "(ikke relevant) /…/", "[unclear]\n[crosstalk]", ""),
    ],
)
def test_signs_of_omission_are_gaps(words: str) -> None:
    """What was left out, not heard or only timed is no speech, in all five languages."""
    assert is_gap(words)


@pytest.mark.parametrize(
    "words",
    [
        *("Ja.", "/…/ Ja.", "(ohörbart) nej", "[skratt]", "[nickar]", "12", "1990", "👍", "Mm"),
        *("Kl 12:30", "12:30", "(det var paus då)", "[laughs]", "/x/", "ohörbart", "und/oder"),
    ],
)
def test_anything_said_or_done_is_none(words: str) -> None:
    """A word, a number, an emoji or an act keeps a turn among what is to be read."""
    assert not is_gap(words)


@given(st.text(max_size=40))
def test_a_word_beside_it_is_always_speech(sign: str) -> None:
    """Whatever stands before it, a plain word on a line of its own ends a gap."""
    assert not is_gap(f"{sign}\n\nföreningen\n") or any(s in sign for s in "[({</")
