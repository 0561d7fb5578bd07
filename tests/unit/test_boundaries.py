"""Sentences, words and turns: where they begin, per language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.domain.document import ReadTurn
from qualcode.text.boundaries import WORD, Boundaries, count_words
from qualcode.text.canonical import assemble
from tests.steps import steps


def sentences(text: str, language: str | None) -> list[str]:
    bounds = Boundaries(text, (), language)
    ends = [*bounds.sentences[1:], len(text)]
    return [text[a:b].strip() for a, b in zip(bounds.sentences, ends, strict=True)]


CASES = {
    "sv": [
        "Vi träffas t.ex. varje månad.",
        "Det var dvs. lite oklart vem som ledde.",
        "Bl.a. skolan var med.",
        "«Ja», sa hon.",
        "Vi har pengar, personal, osv.",
        "Men kl. 14 slutade vi!",
        "Var det bra?",
        "Det vet jag... inte.",
        "Enligt P. Olsson var det så.",
        "[skrattar] ja precis.",
        "Ca. tio kommuner var med.",
    ],
    "da": [
        "Vi mødtes den 14. juni i Strandkøbing.",
        "Det var f.eks. boligforeningen.",
        "De kom bl.a. fra kommunen.",
        "»Nej,« sagde hun.",
        "Det kostede 200 kr. om året.",
        "Det var det 3. møde.",
        "Iflg. planen skulle vi dele data.",
    ],
    "nb": [
        "Den 3. mai møttes vi.",
        "Vi var f.eks. på skolen.",
        "«Ja!»",
        "[ler] Hun sa det mht. budsjettet.",
        "Vi var ca. ti stykker.",
        "Det var kl. 12.",
        "Så gikk vi.",
    ],
    "nn": ["Me møttest den 2. juni.", "Det var t.d. skulen.", "Eg veit ikkje.", "Kanskje."],
    "en": [
        "We met e.g. the council.",
        "Mr. Smith was there.",
        "So did I.",
        "It was 2.5 million.",
        "“Really?”",
        "She said so at 5 p.m. on Friday.",
        "[laughs] yes.",
        "Then we stopped.",
    ],
}


@pytest.mark.parametrize("language", CASES)
def test_sentences_are_found_in_each_language(language):
    """Abbreviations, ordinals and initials do not end a sentence; quotes and brackets open one."""
    assert sentences(" ".join(CASES[language]), language) == CASES[language]


def test_any_language_will_do_when_none_is_known():
    """Without a language the abbreviations of all of them hold."""
    text = "Vi møttes f.eks. på skolan. Det var bl.a. bra. The end."
    assert len(sentences(text, None)) == 3


def test_small_letters_go_on():
    """A question mark before a small letter does not end the sentence."""
    assert sentences("Hva? spurte hun. Ja.", "nb") == ["Hva? spurte hun.", "Ja."]


def test_sentences_stop_at_turns():
    """A turn without a full stop does not run into the next."""
    text, turns = assemble([ReadTurn("ja men"), ReadTurn("Nej"), ReadTurn("jo\nVisst. Ja")])
    bounds = Boundaries(text, turns, "sv")
    assert list(bounds.sentences) == [0, 7, 11, 14, 21]
    assert list(bounds.turns) == [0, 7, 11]
    assert list(bounds.paragraphs) == [0, 7, 11, 14]


def test_words_keep_hyphens_and_apostrophes():
    """A compound and a contraction are one word, marks included."""
    text = "Social-tjänsten didn’t re\u0301-x 2.500 – ja"
    bounds = Boundaries(text)
    found = [each[0] for start in bounds.words if (each := WORD.match(text, start))]
    assert found == ["Social-tjänsten", "didn’t", "re\u0301-x", "2", "500", "ja"]
    assert count_words(text) == 6


PIECES = ["Vi går. ", "t.ex. ", "«Ja» ", "– ", "ord ", "\n", "Hur? ", " " * 900, "x" * 700]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.integers(1, 30))
def test_what_is_found_around_a_place_is_what_is_found_in_all(parts, times):
    """The nearest starts before and after an offset are the same as in the whole text."""
    text = "".join(parts) * times
    whole, bounds = Boundaries(text, (), "sv"), Boundaries(text, (), "sv")
    for offset in range(0, len(text), max(1, len(text) // 12)):
        for unit, starts in (("word", whole.words), ("sentence", whole.sentences)):
            near = bounds.around(unit, offset)
            assert max((n for n in near if n < offset), default=None) == max(
                (n for n in starts if n < offset), default=None
            )
            assert min((n for n in near if n > offset), default=None) == min(
                (n for n in starts if n > offset), default=None
            )
            assert (offset in near) == (offset in starts)


def test_an_empty_text_has_no_boundaries():
    """Nothing to find, nothing to fail on."""
    bounds = Boundaries("")
    assert not bounds.words and not bounds.sentences and not bounds.paragraphs and not bounds.turns


def test_a_long_transcript_is_little_work():
    """400 KB take some steps a word, far below what a person notices."""
    text = ("Vi har t.ex. inte träffats så ofta. Men det går bra. " * 40 + "\n") * 190
    bounds = Boundaries(text, (), "sv")
    assert steps(lambda: (bounds.sentences, bounds.words)) < 2 * len(text)
    assert len(bounds.sentences) > 10_000 and len(bounds.words) > 50_000
