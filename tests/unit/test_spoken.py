"""Examples that are words of transcripts are told from those that somebody made up."""

from __future__ import annotations

from qualcode.domain.codebook import Code, Codebook
from qualcode.domain.spoken import RUN, spoken, without_spoken

TALK = "IP1: Vi ses varje måndag, föreningen och vi. Då går vi\nigenom vilka familjer som behöver."


def a_book(**examples: str) -> Codebook:
    """A book with one code whose examples these are, by language."""
    return Codebook("b", "1", {"en": "B"}, (Code("a", {"en": "A"}, example=examples),))


def test_words_of_a_transcript_are_found_whatever_stands_between_them() -> None:
    """White space, signs and case do not hide them, nor a beginning or end of one's own."""
    said = "En sade: vi ses varje måndag – FÖRENINGEN och vi; då går vi […]"
    assert spoken(a_book(sv=said), [TALK]) == {("a", "sv")}


def test_a_short_example_is_found_as_a_whole() -> None:
    """Half of one is not enough, and nothing is found in nothing."""
    assert spoken(a_book(sv="Vi ses varje måndag."), [TALK])
    assert not spoken(a_book(sv="Vi ses varje tisdag."), [TALK])
    assert not spoken(a_book(sv="…"), [TALK])


def test_seven_words_in_a_row_are_not_yet_theirs() -> None:
    """Everyday phrases in a made-up example do no harm."""
    words = TALK.replace("\n", " ").split()[1:RUN]
    assert not spoken(a_book(sv=f"De säger {' '.join(words)} inte mera"), [TALK])


def test_only_that_language_goes() -> None:
    """The made-up example stays, and so does everything else."""
    book = a_book(sv="Vi ses varje måndag", en="We meet on Mondays")
    shared = without_spoken(book, [TALK])
    assert shared.codes[0].example == {"en": "We meet on Mondays"}
    assert without_spoken(book, ["nothing"]) is book
