"""A passage is carried to the same words of a corrected transcript, or is said to have changed."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.span import Span
from qualcode.text import diff
from qualcode.text.alignment import Alignment, align, words_of
from qualcode.text.carrying import carry, place
from tests.steps import steps

WORDS = (
    *("vi", "ses", "varje", "måndag", "och", "då", "går", "barnen", "föreningen", "kommunen"),
    *("å\u0308", "👨\u200d👩\u200d👧", "🙂", "नमस्ते", "skola", "ingen", "ja", "e-post", "12"),
)
NEW = ("nytt", "rättat", "hört", "🎈", "ö\u0301")


def _turns(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]


def _aligned(before: str, after: str) -> Alignment:
    return align(words_of(before, _turns(before)), words_of(after, _turns(after)))


def _plain(text: str) -> list[str]:
    return list(words_of(text, []).keys)


def _carried(before: str, after: str, words: str) -> tuple[str, str]:
    """What becomes of a passage: its fate and its words in the text after."""
    start = before.index(words)
    found = carry(_aligned(before, after), Span(start, start + len(words)))
    return found.fate, after[found.span.start : found.span.end] if found.span else ""


words_strategy = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)
texts = st.lists(words_strategy, min_size=1, max_size=12)


@st.composite
def corrected(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with words changed, put in and taken out, and turns moved."""
    turns = draw(texts)
    other = [list(turn) for turn in turns]
    for _ in range(draw(st.integers(0, 5))):
        turn = draw(st.sampled_from(other))
        at = draw(st.integers(0, len(turn)))
        how = draw(st.sampled_from(["put in", "take out", "change", "move"]))
        if how == "put in":
            turn.insert(at, draw(st.sampled_from(NEW + WORDS)))
        elif how == "take out" and len(turn) > 1:
            turn.pop(min(at, len(turn) - 1))
        elif how == "change":
            turn[min(at, len(turn) - 1)] = draw(st.sampled_from(NEW))
        elif how == "move":
            other.remove(turn)
            other.insert(draw(st.integers(0, len(other))), turn)
    signs = st.sampled_from([" ", " ", ", ", ". "])
    lines = [
        "\n".join(draw(signs).join(turn) + draw(st.sampled_from(["", "."])) for turn in side)
        for side in (turns, other)
    ]
    return lines[0], lines[1]


@given(corrected(), st.data())
def test_what_is_called_the_same_has_the_same_words(pair: tuple[str, str], data) -> None:
    """A passage that needs no second look covers word for word what it covered, inside the text."""
    before, after = pair
    start = data.draw(st.integers(0, len(before) - 1))
    end = data.draw(st.integers(start + 1, len(before)))
    found = carry(_aligned(before, after), Span(start, end))
    assert (found.span is None) == (found.fate == "gone")
    if found.span:
        assert found.span.end <= len(after)
        if found.fate == "same":
            was, now = before[start:end], after[found.span.start : found.span.end]
            assert _plain(was) == _plain(now)


@given(texts, st.data())
def test_in_the_same_text_everything_stays(turns: list[list[str]], data) -> None:
    """With no change at all, every passage stays where it is, to the code point."""
    text = "\n".join(", ".join(turn) + "." for turn in turns)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = carry(_aligned(text, text), span)
    assert (found.fate, found.span) == ("same", span)
    assert abs(place(_aligned(text, text), start) - start) <= len(max(WORDS, key=len))


@given(texts, st.data())
def test_turns_put_in_move_nothing_else(turns: list[list[str]], data) -> None:
    """A new turn anywhere leaves every whole turn with its own words."""
    lines = [f"{n} " + " ".join(turn) for n, turn in enumerate(turns)]
    at = data.draw(st.integers(0, len(lines)))
    before, after = "\n".join(lines), "\n".join([*lines[:at], "helt nytt 🎈 här", *lines[at:]])
    found = _aligned(before, after)
    for n, (line, span) in enumerate(zip(lines, _turns(before), strict=True)):
        there = carry(found, span)
        assert there.fate == "same"
        assert after[there.span.start : there.span.end] == line
        assert found.same_turns()[n] == n + (n >= at)


@given(st.lists(st.integers(0, 6), max_size=60), st.lists(st.integers(0, 6), max_size=60))
def test_runs_are_the_same_items_in_order(before: list[int], after: list[int]) -> None:
    """Every run is the same on both sides, and no run reaches into the next."""
    last = diff.Run(0, 0, 0)
    for run in diff.runs(before, after):
        same = before[run.before : run.before + run.size]
        assert same == after[run.after : run.after + run.size]
        assert run.size > 0
        assert run.before >= last.before + last.size
        assert run.after >= last.after + last.size
        last = run


def test_changed_words_are_told_in_pairs() -> None:
    """What went, what came and what was replaced, in order."""
    assert diff.changed_words("vi ses varje måndag här", "nu vi ses varje tisdag") == [
        ("", "nu"),
        ("måndag här", "tisdag"),
    ]
    assert diff.changed_words("samma ord", "samma ord") == []


TALK = """Hur går det i dag?
Vi ses varje måndag, föreningen och vi. Då går vi igenom vilka familjer som behöver något.
Vem håller ihop det?
Ingen egentligen. Kommunen borde göra det, tycker jag.
Barnen ska må bra i Alviken 🙂."""


@pytest.mark.parametrize(
    ("old", "new", "passage", "fate", "words"),
    [
        ("måndag", "tisdag", "Vi ses varje måndag", "changed", "Vi ses varje tisdag"),
        ("måndag", "tisdag", "måndag, föreningen", "changed", "tisdag, föreningen"),
        ("måndag", "tisdag", "föreningen och vi", "same", "föreningen och vi"),
        ("föreningen", "förenningen", "föreningen", "changed", "förenningen"),
        ("föreningen", "[Person 1]", "föreningen", "gone", ""),
        ("varje ", "nästan varje ", "varje måndag", "same", "varje måndag"),
        ("varje ", "nästan varje ", "ses varje måndag", "changed", "ses nästan varje måndag"),
        ("måndag, ", "måndag eftermiddag, ", "varje måndag", "same", "varje måndag"),
        ("Då går vi", "Sen går vi", "Då går vi igenom", "changed", "Sen går vi igenom"),
        ("och vi. Då", "och vi, då", "och vi. Då går", "same", "och vi, då går"),
        ("behöver något.", "behöver något!", "behöver något.", "same", "behöver något!"),
        ("Hur går", "Nå, hur går", "Hur går det", "same", "hur går det"),
        ("Alviken 🙂.", "Alviken 🙂. Så är det.", "Alviken 🙂.", "same", "Alviken 🙂."),
        ("Alviken 🙂", "Alviken", "Alviken 🙂", "changed", "Alviken"),
        ("Ingen egentligen. ", "", "Ingen egentligen.", "gone", ""),
        ("Ingen egentligen. ", "", "Kommunen borde", "same", "Kommunen borde"),
        ("det, tycker", "det,\ntycker", "göra det, tycker jag", "same", "göra det,\ntycker jag"),
    ],
)
def test_what_becomes_of_a_passage(old, new, passage, fate, words) -> None:
    """Corrections inside, at the edges of, beside and in place of a passage."""
    assert _carried(TALK, TALK.replace(old, new), passage) == (fate, words)


def test_a_turn_that_moved_takes_its_passages_along() -> None:
    """A whole turn that stands elsewhere, word for word, still has its passage."""
    lines = TALK.split("\n")
    after = "\n".join([*lines[2:], lines[1], lines[0]])
    passage = "föreningen och vi"
    assert _carried(TALK, after, passage) == ("same", passage)
    assert _aligned(TALK, after).same_turns()[1] == 3


def test_a_passage_is_never_led_to_chance_words() -> None:
    """When a turn is replaced by another one, a word that both happen to have is no place."""
    lines = TALK.split("\n")
    other = "Sedan hade alla föräldrar möte hemma hos oss, och ingen annan kom dit den kvällen."
    after = "\n".join([lines[0], other, *lines[2:]])
    assert _carried(TALK, after, "föreningen och vi") == ("gone", "")
    assert _carried(TALK, after, lines[1]) == ("gone", "")
    assert _carried(TALK, after, lines[3]) == ("same", lines[3])


def test_a_cursor_goes_to_the_same_word_or_the_nearest() -> None:
    """Inside a word that is there it keeps its letter; where the word is gone it stays near."""
    after = "Ett nytt förord.\n" + TALK.replace("Ingen egentligen. ", "")
    found = _aligned(TALK, after)
    at = TALK.index("familjer") + 3
    assert after[place(found, at) :].startswith("iljer som")
    assert after[place(found, TALK.index("egentligen")) :].startswith("Kommunen")
    assert place(_aligned(TALK, "🎈"), 5) == 0


def _long_text(size: int, dice: random.Random) -> list[list[str]]:
    known = ["".join(dice.choices("abcdefghijklmnoprstuvåäö", k=2 + n % 9)) for n in range(4000)]
    weights = [1 / (n + 1) for n in range(4000)]
    turns: list[list[str]] = []
    length = 0
    while length < size:
        turns.append(dice.choices(known, weights, k=dice.randrange(1, 90)))
        length += sum(map(len, turns[-1])) + len(turns[-1])
    return turns


def test_half_an_hour_of_corrections_is_little_work() -> None:
    """400 KB with a thousand small changes take few steps a letter, each passage some hundred."""
    dice = random.Random(5)
    turns = _long_text(400_000, dice)
    before = "\n".join(map(" ".join, turns))
    for _ in range(1000):
        turn = dice.choice(turns)
        turn[dice.randrange(len(turn))] = dice.choice(["rättat", "hört ord", "x"])
    after = "\n".join(map(" ".join, turns))
    spans = [Span(at, at + 150) for at in range(0, len(before) - 200, len(before) // 2000)]
    assert steps(lambda: _aligned(before, after)) < 6 * len(before)
    found = _aligned(before, after)
    fates = [carry(found, span).fate for span in spans]
    assert fates.count("gone") <= 2
    assert fates.count("same") > len(spans) / 2
    assert steps(lambda: [carry(found, span) for span in spans]) < 450 * len(spans)
