"""Speaker labels: which words name an interviewer, and which words before a colon name nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INTERVIEWERS = _words(
    "intervjuare intervjuaren interviewer interviewers intervjuer intervjuar "
    "intervjuledare samtalsledare facilitator facilitatorn fasilitator facilitatoren moderator "
    "moderatorn moderatoren ordstyrer i int intv intw iv itv mod forsker forskare forskaren "
    "forskeren researcher utvärderare evaluator evaluatoren spørger utspørger frågeställare "
    "utfrågare vert host"
)
_ONLY_WHEN_ALONE = _words("f m q fråga spørsmål spørgsmål question fr sp")
_INFORMANTS = _words(
    "ip r s a b b1 informant informanten respondent respondenten deltagare deltaker deltager "
    "participant intervjuperson svar answer speaker talare taler p d"
)
_NOBODY = _words(
    "så men alltså exempel exempelvis eksempel obs ok okej okay ja jo nej nei nå viktigt viktig "
    "vigtigt notera note nb ps datum dato date plats sted place längd varighed varighet duration "
    "tid time deltagare deltakere deltagere participants närvarande tilstede ämne emne subject "
    "fil file projekt prosjekt project tema theme kommentar comment kommentarer sammanfattning "
    "sammendrag resumé summary inledning indledning innledning introduction avslutning bilaga "
    "bilag http https källa kilde source titel tittel title språk sprog språk language alltid "
    "och og and but so then because därför derfor or eller transcript transkription udskrift "
    "utskrift inspelning optagelse opptak recording längd version case ärende sag sak"
)
_TWO_WORDS = re.compile(
    r"(?:till|t\.?|for|f\.?|för|som|det|vi|de|dom|jag|jeg|eg|man|han|hon|hun|ho|the|it|we|they|i|"
    r"you|he|she|that|this|och|og|and|men|but|så|so|att|at|är|er|is|en|ett|et|ein|den|min|mitt|"
    r"vår|our|my|with|med|på|in|om|of|hur|hvordan|korleis|how|what|vad|hva|hvad|kva)\s",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s#.]*\d*[.)]*$")
_CODE = re.compile(r"[A-ZÅÄÖÆØ]{1,4}\d{0,3}")


def normal(label: str) -> str:
    """The form in which labels are compared: case-folded, without brackets and final numbers."""
    return _TAIL.sub("", re.sub(r"[(\[].*?[)\]]", "", label).strip()).casefold()


def is_known_role(label: str) -> bool:
    """Whether the label is a usual word or letter for an interviewer or an informant."""
    word = normal(label)
    return word in _INTERVIEWERS or word in _INFORMANTS or word in _ONLY_WHEN_ALONE


def is_nobody(label: str) -> bool:
    """Whether the words before a colon open a sentence or name a field of a form."""
    plain = label.strip()
    return plain.casefold() in _NOBODY or (
        bool(_TWO_WORDS.match(plain)) and not looks_like_name(plain)
    )


def looks_like_name(label: str) -> bool:
    """Whether the label is written like a name or a code: `Mette Kjær`, `IP3`, `SPEAKER_00`."""
    words = re.sub(r"[(\[].*?[)\]]", "", label).split()
    return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)


def is_code(label: str) -> bool:
    """Whether the label is a short code in capitals, such as `IP3`."""
    return bool(_CODE.fullmatch(label.strip()))


def interviewers(labels: Iterable[str], named: Collection[str] = ()) -> frozenset[str]:
    """Those of `labels` that are an interviewer's: by the user's word, else by known words.

    The letters that may stand for a person too (F, M, Q) count only when one of them is there and
    no clearer word is.
    """
    every = list(dict.fromkeys(labels))
    wanted = {name.strip().casefold() for name in named}
    chosen = {label for label in every if label.casefold() in wanted}
    known = {label for label in every if normal(label) in _INTERVIEWERS}
    if not known and not chosen:
        loose = {label for label in every if normal(label) in _ONLY_WHEN_ALONE}
        known = loose if len(loose) == 1 and len(every) > 1 else set()
    return frozenset(chosen | known)
