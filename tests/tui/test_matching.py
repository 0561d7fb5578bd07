"""Finding codes and places by typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.codebook import Code
from qualcode.errors import NotFound
from qualcode.tui.fitting import fitted
from qualcode.tui.matching import findable, ranked
from qualcode.tui.places import place_of
from qualcode.tui.slots import MOST, kept_slots
from tests.steps import steps
from tests.tui.test_page import WORDS, a_transcript

CODES = [
    Code("agenda-vision", {"en": "Shared vision", "sv": "Gemensam vision"}),
    Code("trust", {"en": "Trust", "sv": "Förtroende"}, cues={"sv": ("lita*", "tillit")}),
    Code("goals", {"en": "Goals", "sv": "Mål"}),
    Code("person", {"en": "Dependence on persons"}),
]
THINGS = [findable(code) for code in CODES]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("vis", "agenda-vision"),
        ("gemensam", "agenda-vision"),
        ("shvis", "agenda-vision"),
        ("vision shared", "agenda-vision"),
        ("förtr", "trust"),
        ("fortr", "trust"),
        ("tillit", "trust"),
        ("mål", "goals"),
        ("MÅL", "goals"),
        ("goals", "goals"),
    ],
)
def test_a_code_is_found_by_id_label_cue_in_any_language(typed, first):
    """With or without accents and capitals, by beginnings of words too."""
    assert ranked(typed, THINGS, {})[0] == first


def test_what_does_not_fit_is_not_shown():
    """Letters that only happen to occur do not make a hit."""
    assert ranked("xyz", THINGS, {}) == []
    assert "person" not in ranked("förtr", THINGS, {})


def test_the_used_and_recent_ones_come_first():
    """Among those that fit alike, use decides; with nothing typed, the recent ones lead."""
    assert ranked("", THINGS, {"person": 5})[0] == "person"
    assert ranked("", THINGS, {"person": 5}, ["goals"])[0] == "goals"
    assert ranked("goals", THINGS, {"person": 500})[0] == "goals"


@given(st.text(max_size=30))
def test_any_typing_is_taken(typed):
    """Nothing that can be typed breaks the search."""
    assert set(ranked(typed, THINGS, {})) <= {code.id for code in CODES}


def test_a_place_is_a_turn_a_time_or_a_part():
    """40, 12:30 and 50%; what is none says what can be typed."""
    transcript = a_transcript(["a", "b", "c"])
    assert place_of("3", transcript) == transcript.turns[2].start
    assert place_of("2:30", transcript) == transcript.turns[1].start
    assert place_of("0:01", transcript) == 0
    assert place_of("100%", transcript) == len(transcript.text)
    for wrong in ("9", "x", "1:2:3:4"):
        with pytest.raises(NotFound):
            place_of(wrong, transcript)


@given(st.lists(st.sampled_from("abcdefghijkl"), max_size=60))
def test_a_digit_keeps_its_code_while_the_code_is_recent(used):
    """Through any sequence of uses, a code that stays recent never changes its digit."""
    slots: list[str] = []
    recent: list[str] = []
    for code in used:
        recent = [code, *(other for other in recent if other != code)][:MOST]
        after = kept_slots(slots, recent)
        assert set(recent) == set(after) - {""}
        assert len(after) <= MOST
        for place, old in enumerate(slots):
            if old in recent and old:
                assert after[place] == old
        slots = after


def test_the_digit_of_a_code_that_goes_is_empty_until_a_code_is_used():
    """An older code does not slip under the finger; what is used next takes the digit."""
    slots = kept_slots([], [*"abcdefghi"])
    assert slots == [*"abcdefghi"]
    left = kept_slots(slots, [*"acdefghij"])
    assert left == ["a", "", *"cdefghi"]
    assert kept_slots(left, [*"acdefghij"]) == left
    assert kept_slots(left, [*"jacdefghi"]) == ["a", "j", *"cdefghi"]
    assert kept_slots(left, [*"abcdefghi"]) == [*"abcdefghi"]


@given(st.lists(st.sampled_from((*WORDS, "\n", "\t", "\x1b[2J"))), st.integers(0, 40))
def test_fitted_words_take_exactly_their_cells(words, cells):
    """Cut or padded, by width and not by number of characters, and on one line."""
    from qualcode.text.cells import width

    line = fitted(" ".join(words), cells)
    assert width(line) == cells
    assert not any(sign in line for sign in "\n\t\x1b")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("agnda", "agenda-vision"),
        ("ageenda", "agenda-vision"),
        ("agedna", "agenda-vision"),
        ("agemda", "agenda-vision"),
        ("visoin", "agenda-vision"),
        ("sharde vision", "agenda-vision"),
        ("gemensm", "agenda-vision"),
        ("depandenc", "person"),
        ("golas", "goals"),
    ],
)
def test_a_slip_in_a_word_is_forgiven(typed, first):
    """A letter too many, too few, another one, or two swapped; the word need not be finished."""
    assert ranked(typed, THINGS, {}) == [first]


@pytest.mark.parametrize("typed", ["gol", "gxxls", "dpndnce", "agenx", "person agnda"])
def test_more_than_a_slip_is_not(typed):
    """Words of three letters and two slips in one word are too far; every word has to fit."""
    assert ranked(typed, [*THINGS, findable(Code("agendas-of-all", {}))], {}) == []


def test_what_fits_without_a_slip_comes_before():
    """However often the other one was used."""
    initials = findable(Code("x", {"en": "Growing older and learning slowly"}))
    things = [findable(Code(one, {"en": one})) for one in ("goats", "goals")]
    found = ranked("goals", [*things, initials], {"goats": 500}, ["goats"])
    assert found == ["goals", "x", "goats"]


WORD = st.text("abcdeåø", min_size=5, max_size=12)


@given(WORD, st.data())
def test_any_one_slip_is_forgiven(word, data):
    """Wherever it is in the word."""
    at = data.draw(st.integers(0, len(word) - 2))
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    typed = data.draw(
        st.sampled_from(
            [
                swapped,
                word[:at] + word[at + 1 :],
                f"{word[:at]}x{word[at + 1 :]}",
                f"{word[:at]}x{word[at:]}",
            ]
        )
    )
    assert ranked(typed, [findable(Code("1", {"en": f"one {word} two"}))], {}) == ["1"]


def test_a_slip_is_little_work():
    """Three hundred codes in four languages are compared in some steps each, also anew."""
    label = ["gemensam", "agenda", "for", "samverkan"]
    things = [
        findable(Code(f"c-{n}", {one: f"{' '.join(label)} {n}{one}" for one in "abcd"}))
        for n in range(300)
    ]
    assert len(ranked("samvrkan", things, {})) == 300
    assert steps(lambda: ranked("samvrkan", things, {})) < 150 * len(things)
