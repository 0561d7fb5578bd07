"""A quote is made from the words of its passage, and every change of them shows."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qualcode.domain.chosen import ChosenQuote, People, Translation
from qualcode.domain.people import Organisation, Participant
from qualcode.domain.quote_wording import (
    ELLIPSIS,
    Replacement,
    Trimming,
    checked,
    rebased,
    wording,
)
from qualcode.errors import Invalid

HESITATION = re.compile(r"(?:e+h+m*|ö+h+m*|ä+h+m*|h+m+)", re.IGNORECASE)
passages = st.lists(
    st.sampled_from(["vi", "ses", "varje", "måndag,", '"alla"', "Öh,", "eh", "  ", "hemma.", "🙂"]),
    min_size=1,
    max_size=12,
).map(" ".join)


@st.composite
def trimmed(draw: st.DrawFn) -> tuple[str, Trimming]:
    """A passage and some cuts of it."""
    passage = draw(passages.filter(str.strip))
    places = st.integers(0, len(passage))
    cuts = [
        (min(a, b), max(a, b))
        for a, b in draw(st.lists(st.tuples(places, places), max_size=3))
        if a != b
    ]
    corrections = draw(st.sets(st.sampled_from(["marks", "spaces", "hesitations"])))
    try:
        return passage, checked(passage, _merged(cuts, corrections))
    except Invalid:
        assume(False)
        raise


def _merged(cuts: list[tuple[int, int]], corrections: set[str]) -> Trimming:
    from qualcode.domain.quote_wording import merged

    return Trimming(merged(cuts), (), tuple(corrections))


def bare(text: str) -> list[str]:
    """The words of a text, without marks."""
    return re.findall(r"\w+", text)


@given(passages.filter(str.strip), st.sets(st.sampled_from(["marks", "spaces", "hesitations"])))
def test_no_word_comes_goes_or_moves_but_hesitation(passage: str, corrections: set[str]) -> None:
    """Small corrections leave the words as they were, in their order."""
    said = bare(wording(passage, Trimming((), (), tuple(corrections)), "sv"))
    expected = bare(passage)
    if "hesitations" in corrections:
        expected = [word for word in expected if not HESITATION.fullmatch(word)]
    assert said == expected


@given(trimmed())
def test_every_gap_is_marked_and_the_rest_is_of_the_passage(given: tuple[str, Trimming]) -> None:
    """As many […] as cuts, and each piece between them stands in the passage."""
    passage, trimming = given
    plain = Trimming(trimming.cuts)
    said = wording(passage, plain, "sv")
    assert said.count(ELLIPSIS) == len(plain.cuts)
    for piece in said.split(ELLIPSIS):
        assert " ".join(piece.split()) in " ".join(passage.split()) or not piece.strip()


@given(trimmed(), st.integers(0, 5), st.integers(0, 5))
def test_cuts_follow_a_passage_that_was_extended(
    given: tuple[str, Trimming], before: int, after: int
) -> None:
    """A longer passage has the same words left out, and taking the extension back all of it."""
    passage, trimming = given
    then = (10, 10 + len(passage))
    now = (10 - before, 10 + len(passage) + after)
    longer, fits = rebased(trimming, then, now)
    assert fits
    padded = "x" * before + passage + "y" * after
    assert [padded[a:b] for a, b in longer.cuts] == [passage[a:b] for a, b in trimming.cuts]
    assert rebased(longer, now, then) == (trimming, True)


def test_cuts_outside_a_shorter_passage_go_and_it_is_said() -> None:
    """What lay outside is no cut any more; a replacement that is cut through goes too."""
    trimming = Trimming(((0, 4), (6, 10)), (Replacement(12, 15, "then"),))
    assert rebased(trimming, (0, 20), (5, 13)) == (Trimming(((1, 5),)), False)


def test_replaced_words_stand_in_brackets() -> None:
    """What is put in place of a name is in square brackets, in its place."""
    passage = "Anna ringer varje dag"
    said = wording(passage, checked(passage, Trimming((), (Replacement(0, 4, "coordinator"),))))
    assert said == "[coordinator] ringer varje dag"


@pytest.mark.parametrize(
    "trimming",
    [
        Trimming(((0, 99),)),
        Trimming(((-1, 3),)),
        Trimming(((0, 21),)),
        Trimming(((0, 4),), (Replacement(2, 6, "x"),)),
        Trimming((), (Replacement(0, 4, " "),)),
        Trimming((), (Replacement(0, 4, "[x]"),)),
        Trimming((), (), ("grammar",)),
    ],
)
def test_places_and_words_that_make_no_sense_are_refused(trimming: Trimming) -> None:
    """Outside the passage, on one another, nothing left, no words, brackets, unknown."""
    with pytest.raises(Invalid):
        checked("Anna ringer varje dag", trimming)


def test_marks_are_those_of_the_language() -> None:
    """Straight marks become the language's own, opening and closing."""
    passage = 'de sa "kom hem" och gick'
    found = {lang: wording(passage, Trimming((), (), ("marks",)), lang) for lang in ("sv", "da")}
    assert found == {"sv": "de sa ”kom hem” och gick", "da": "de sa »kom hem« och gick"}


@pytest.mark.parametrize(
    ("language", "passage", "said"),
    [
        ("sv", "Öh, vi, ehm, tänkte ett ö", "vi, tänkte ett ö"),
        ("da", "øhm han er her, øh, nu", "han er her, nu"),
        ("nb", "Eh de er um", "de er um"),
        ("en", "Um, we err, uh, sometimes", "we err, sometimes"),
        ("sv", "Mm, det stämmer", "Mm, det stämmer"),
    ],
)
def test_only_sounds_are_hesitation(language: str, passage: str, said: str) -> None:
    """Words of the language that look like sounds stay; mm can mean yes and stays."""
    got = wording(passage, Trimming((), (), ("hesitations",)), language)
    assert got.replace(" ,", ",") == said


@pytest.mark.parametrize(
    "passage",
    [
        "ord " * 3000,
        "<b>bold</b> [/x] **star** &amp;",
        "=1+1",
        "שלום עולם, vi ses",
        "a\x07b\x1bc\u200fd",
        "🙂" * 50,
    ],
)
def test_odd_words_are_quoted_as_they_are(passage: str) -> None:
    """Long words, markup, formulas, right to left: one line, no control characters, same words."""
    said = wording(passage, Trimming((), (), ("marks", "spaces", "hesitations")), "sv")
    assert "\n" not in said and not re.search(r"[\x00-\x1f\x7f-\x9f]", said)
    assert said == " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", "", passage).split())


def _quote(**given: object) -> ChosenQuote:
    start = {"id": "q", "owner_kind": "finding", "owner": "f", "coding": "c", "document_id": "d"}
    rest = {"case_id": None, "participant_id": "p", "passage": "Vi ses", "language": "sv"}
    return ChosenQuote(**{**start, **rest, **given})  # type: ignore[arg-type]


def _people(consent: str = "yes", coarse: str | None = None, alike: int = 1) -> People:
    persons = [
        Participant(
            f"p{n}" if n else "p", f"P{n}", role="rektor", organisation_id="o", consent=consent
        )
        for n in range(alike)
    ]
    return People(persons, [Organisation("o", "Skolan", type="school")], coarse)


@pytest.mark.parametrize(
    ("given", "consent", "why"),
    [
        ({}, "yes", None),
        ({}, "unknown", "unknown"),
        ({}, "no", "no"),
        ({"participant_id": None}, "yes", "unnamed"),
        ({"gone": True}, "yes", "gone"),
        ({"withheld": "too plain"}, "yes", "withheld"),
        ({"withheld": "too plain"}, "unknown", "unknown"),
    ],
)
def test_without_a_yes_no_word_is_printed(given: dict, consent: str, why: str | None) -> None:
    """Unknown is no consent; a reason to keep words back never stands in the place of consent."""
    who, quote = _people(consent), _quote(**given)
    assert who.kept_back(quote) == why
    assert (who.line(quote, "by {translator}: {original}") is None) == (why is not None)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("pseudonym", "P0, rektor"),
        ("role", "rektor"),
        ("organisation-type", "school"),
        ("none", ""),
    ],
)
def test_attribution_says_what_was_asked_for(how: str, said: str) -> None:
    """The pseudonym with its role, the role, the type of organisation, or nothing."""
    quote = _quote(attribution=how)
    assert _people().said_by(quote) == said
    assert _people().line(quote, "") == ("”Vi ses”" + (f" ({said})" if said else ""))


def test_what_few_hold_is_coarsened_where_asked() -> None:
    """A role or type of organisation of fewer than three people would point at one of them."""
    for alike, role in ((2, "informant"), (3, "rektor")):
        who = _people(coarse="informant", alike=alike)
        assert who.said_by(_quote(attribution="role")) == role
        assert (who.said_by(_quote(attribution="organisation-type")) == "school") == (alike == 3)


def test_a_translation_carries_the_original_and_the_translator() -> None:
    """Braces in names and words are no places of the sentence."""
    quote = _quote(passage="Vi ses {x}", translation=Translation("We meet", "en", "A {B}"))
    line = _people().line(quote, "translated by {translator}; original: {original}")
    assert line == "”We meet” (P0, rektor; translated by A {B}; original: ”Vi ses {x}”)"
