"""Frozen text: what is cleaned, what stays, and where turns lie in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.document import ReadTurn
from qualcode.text.canonical import assemble, canonical

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"

messy = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aåA\u030a\u0301\r\n\t \xa0\u200b\u200d\u2028\ufeff\xad\0\ufe0f\U0001f468\U0001d15e"
        ),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x0cd\x85e", "a\nb\nc\nd\ne"),
        ("A\u030ar", "År"),
        ("a\u200b\u030a", "å"),
        ("ett\ttva", "ett tva"),
        ("\ufeffsam\xadver\u200bkan", "samverkan"),
        ("a\0b\x07c", "abc"),
        ("5\xa0000\u202fkr", "5 000 kr"),
        ("a  \n\n\n\n b", "a\n\n b"),
        ("\n  a \n", "a"),
        ("x\u0303", "x\u0303"),
        ("\ud800", "\ufffd"),
        ("[/x] [laughs] [b", "[/x] [laughs] [b"),
    ],
)
def test_what_is_cleaned(raw, clean):
    """Newlines, spaces and invisible characters have one form; words and marks stay."""
    assert canonical(raw) == clean


@pytest.mark.parametrize("emoji", [FAMILY, ENGLAND, "❤\ufe0f", "\U0001f44d\U0001f3fd"])
def test_emoji_stay_whole(emoji):
    """A family, a region's flag, a heart and a toned thumb come through as they are."""
    assert canonical(f"a {emoji} b") == f"a {emoji} b"


def test_joiners_and_tags_outside_emoji_go():
    """Between letters they are invisible and would part a word from itself."""
    assert canonical("sam\u200dverkan\U000e0067") == "samverkan"


@given(messy)
def test_twice_is_once(text):
    """Frozen text comes back unchanged, so offsets on it stay true."""
    assert canonical(canonical(text)) == canonical(text)


@given(st.lists(messy, max_size=8))
def test_turns_tile_the_text(texts):
    """Turns hold words only, lie one newline apart, and the whole is frozen text."""
    text, turns = assemble([ReadTurn(piece) for piece in texts])
    assert canonical(text) == text
    assert "\n".join(text[turn.start : turn.end] for turn in turns) == text
    assert [turn.n for turn in turns] == list(range(1, len(turns) + 1))
    assert all(turn.end > turn.start for turn in turns)


def test_interviewers_are_marked():
    """A turn is an interviewer's when its label is among those given."""
    _, turns = assemble(
        [ReadTurn("Hej?", "I", 1.5, 2.0), ReadTurn("Hej.", "IP"), ReadTurn("x")], {"I"}
    )
    assert [turn.interviewer for turn in turns] == [True, False, False]
    assert (turns[0].time_start, turns[0].time_end) == (1.5, 2.0)
