"""Words found by their lemma, in five languages."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import Invalid
from qualcode.text.canonical import canonical
from qualcode.text.concordance import find, small
from qualcode.text.lemma_query import LemmaQuery
from qualcode.text.lemmas import Lemmas
from qualcode.text.word_layer import Places, Vocabulary, make


def spans(text: str, query: str, language: str = "sv") -> list[tuple[int, int]]:
    """Where a query is found by lemma."""
    lemmas = Lemmas(language)
    layer = make(text, lemmas)
    asked = LemmaQuery(query)
    keys = {word: lemmas.keys(word) for word in asked.words}
    numbers = asked.numbers(Vocabulary.read(layer.vocabulary), keys)
    found = asked.spans(text, Places(layer.places), numbers) if numbers else []
    return [(span.start, span.end) for span in found]


def found(text: str, query: str, language: str = "sv") -> list[str]:
    """The words that a query finds by lemma."""
    return [text[start:end] for start, end in spans(text, query, language)]


GOLD = {
    "sv": "fick få, mötena möte, gjorde göra, Pengarna pengar, barnens barn, höll hålla, gick gå, "
    "föreningarna förening, kommunens kommun, bättre bra, träffades träffa, ansvaret ansvar, "
    "samverkade samverka, parterna part, familjerna familj, cheferna chef, tog ta",
    "da": "fik få, møderne møde, gjorde gøre, børnene barn, kommunens kommune, ansvaret ansvar, "
    "samarbejdet samarbejde, skolerne skole, gik gå, holdt holde, sku' skulle",
    "nb": "fikk få, møtene møte, gjorde gjøre, barna barn, kommunens kommune, ansvaret ansvar, "
    "pengene penger, skolene skole, gikk gå, holdt holde, frivillige frivillig",
    "nn": "fekk få, møta møte, gjorde gjere, barna barn, leiarane leiar, skulane skule, "
    "gjekk gå, heldt halde, ansvaret ansvar, veit vite",
    "en": "got get, meetings meeting, did do, children child, held hold, better good, "
    "responsibilities responsibility, municipalities municipality, agreed agree, didn't not, "
    "won't will",
}
PAIRS = [
    (language, *pair.split()) for language, pairs in GOLD.items() for pair in pairs.split(", ")
]


@pytest.mark.parametrize(("language", "form", "lemma"), PAIRS)
def test_a_form_is_found_by_its_lemma(language, form, lemma):
    """An inflected form is found by the form that stands in a dictionary, and the reverse."""
    hits = found(f"Hm, {form} – det.", lemma, language)
    assert hits and all(hit in form for hit in hits)
    if form.isalpha():
        assert found(f"({lemma})", form, language) == [lemma]


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [
        ("sv", "tid", "tidigare"),
        ("sv", "möte", "möta"),
        ("sv", "mål", "måla"),
        ("sv", "roll", "kontroll"),
        ("da", "tid", "tidlig"),
        ("da", "rolle", "rolig"),
        ("nb", "leder", "ledelse"),
        ("en", "organ", "organization"),
    ],
)
def test_words_that_look_alike_are_kept_apart(language, word, other):
    """A word does not find another one that only begins, or stems, in the same way."""
    assert found(f"och {other} nu", word, language) == []


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("möte", ["mötet"]),
        ("samverkansmöte", ["samverkansmötena"]),
        ("samverkan", ["Samverkan"]),
        ("samverk*", ["Samverkan", "samverkansmötena", "samverkade"]),
        ("samverkansm*", ["samverkansmötena"]),
    ],
)
def test_compounds_are_found_by_their_beginning_only(query, hits):
    """A word does not find the compounds it is part of, unless they are asked for with `*`."""
    text = "Samverkan, mötet och samverkansmötena; vi samverkade."
    assert found(text, query) == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("få pengar", ["fick pengarna", "får, pengar"]),
        ("få peng*", ["fick pengarna", "får, pengar"]),
        ("fick ett möte", ["fått ett möte"]),
        ("möte få", []),
        ("e-post", ["e-posten"]),
        ("e post", ["e-posten"]),
        ("post", ["posten"]),
        ("x", ["x"]),
        ("skratta x", ["skrattar] [/x"]),
        ('"få  pengar"', ["fick pengarna", "får, pengar"]),
    ],
)
def test_words_in_a_row(query, hits):
    """Lemmas follow each other within a sentence; a comma, dash or bracket may part them."""
    text = "Vi fick pengarna. Man får, pengar i e-posten. De har fått ett möte. Få. Pengar!\n"
    text = canonical(text + "[skrattar] [/x]")
    assert found(text, query) == hits


def test_contractions_are_found_by_what_they_stand_for():
    """The words that a language writes in one are found one by one and in a row."""
    text = "We don't know, you can't, she cannot. They'll do it."
    assert found(text, "do not", "en") == ["don't"]
    assert found(text, "can", "en") == ["can", "can"]
    assert found(text, "can not", "en") == ["can't", "cannot"]
    assert found(text, "will", "en") == ["ll"]
    assert found("Vi sku' ha' det.", "skulle have", "da") == ["sku' ha'"]


@pytest.mark.parametrize("query", ["", "*", "[/]", " ? "])
def test_a_query_needs_a_word(query):
    """Looking for nothing is an error, not everything."""
    with pytest.raises(Invalid):
        LemmaQuery(query)


def test_small_letters_keep_their_offsets():
    """No letter of any script changes its length when it is made small."""
    assert all(len(small(chr(code))) == 1 for code in range(sys.maxunicode + 1))


WORDS = (
    "fick får pengar pengarna mötena möte t.ex. e-post och/eller don't [/x] sku' 10km å 🙂 . , –"
)
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join).map(canonical)
QUERIES = st.lists(
    st.sampled_from([*WORDS.split()[:12], "peng*", "e*", "t", "10"]), min_size=1, max_size=3
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, QUERIES, st.sampled_from(["sv", "da", "nb", "nn", "en"]))
def test_what_is_found_by_form_is_found_by_lemma(text, query, language):
    """Every place of a word form is among the places of its lemma, in order, with exact offsets."""
    try:
        by_form = [(span.start, span.end) for span in find(text, query)]
    except Invalid:
        return
    by_lemma = spans(text, query, language)
    assert set(by_form) <= set(by_lemma)
    assert by_lemma == sorted(set(by_lemma))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60).map(canonical), st.sampled_from(["sv", "en"]))
def test_any_word_of_any_text_finds_itself(text, language):
    """Each word of whatever was said is found by lemma where it is found by form."""
    for word in text.split()[:4]:
        try:
            by_form = [(span.start, span.end) for span in find(text, word)]
        except Invalid:
            continue
        assert set(by_form) <= set(spans(text, word, language))
