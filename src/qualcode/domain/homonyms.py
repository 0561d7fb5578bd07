"""One id for two things: a code that a colleague uses with another meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from qualcode.domain.code_tree import SLUG
from qualcode.domain.codebook import Code, Codebook
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence

BOTH = "both"
"""The decision that both codes stay: theirs under an id of its own."""

_WORD = re.compile(r"\w{4,}")
_COMMON = 1 / 3
"""From this share of common words (of the shorter text) two definitions speak of one thing."""


def twice(base: Codebook, mine: Codebook, theirs: Codebook) -> dict[str, bool]:
    """The ids that both sides use, each in its own way, and whether for another thing.

    Those are the codes that both have anew and not alike, and those that they have changed so that
    neither label nor definition is like mine.
    """
    found = {}
    for code in theirs.codes:
        own, was = mine.by_id.get(code.id), base.by_id.get(code.id)
        if own is None or code in (own, was):
            continue
        another = another_meaning(own, code, sure=was is None)
        if another or was is None:
            found[code.id] = another
    return found


def another_meaning(one: Code, other: Code, *, sure: bool = False) -> bool:
    """Whether two codes have neither a label nor a definition in common.

    What cannot be compared, for want of a common language, is taken to be the same; with `sure`
    definitions that are missing do not speak against it.
    """
    languages = one.label.keys() & other.label.keys()
    if not languages or any(_like(one.label[at], other.label[at]) for at in languages):
        return False
    said = one.definition.keys() & other.definition.keys()
    if any(_like(one.definition[at], other.definition[at]) for at in said):
        return False
    return bool(said) or sure


def _like(one: str, other: str) -> bool:
    if one.casefold().split() == other.casefold().split():
        return True
    first, second = (set(_WORD.findall(text.casefold())) for text in (one, other))
    least = min(len(first), len(second))
    return least > 0 and len(first & second) / least >= _COMMON


def new_ids(decided: Mapping[str, str], mine: Codebook, theirs: Codebook) -> dict[str, str]:
    """The id that each of their codes gets of which it was decided that both stay, by its old one.

    A decision is `both` or `both:ID`; without an id, the next free number is put behind the old.
    Raises Conflict for an id that is taken, Invalid for one that cannot be used.
    """
    taken = {*mine.by_id, *theirs.by_id}
    found: dict[str, str] = {}
    for code, decision in decided.items():
        word, _, wanted = decision.partition(":")
        if word != BOTH:
            continue
        if wanted in taken:
            raise Conflict(
                sentence("There is a code '{wanted}' already.", wanted=wanted),
                sentence("Choose another id."),
            )
        if wanted and not SLUG.fullmatch(wanted):
            raise Invalid(
                sentence("'{wanted}' cannot be an id.", wanted=wanted),
                sentence("One word, such as agenda-funding."),
            )
        found[code] = wanted or _free(code, taken)
        taken.add(found[code])
    return found


def _free(code: str, taken: set[str]) -> str:
    n = 2
    while f"{code}-{n}" in taken:
        n += 1
    return f"{code}-{n}"


def apart(theirs: Codebook, mine: Codebook, ids: Mapping[str, str]) -> Codebook:
    """Their codebook with those codes under new ids, and what only they have below or in them.

    What we both have keeps to the old id.
    """
    if not ids:
        return theirs

    def renamed(codes: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one if one in known else ids.get(one, one) for one in codes)

    def code_of(code: Code) -> Code:
        new = ids.get(code.id, code.id)
        above = code.parent
        if above is not None and (code.id not in mine.by_id or code.id in ids):
            above = ids.get(above, above)
        return replace(code, id=new, parent=above)

    return replace(
        theirs,
        codes=tuple(code_of(code) for code in theirs.codes),
        sets={
            name: replace(one, codes=renamed(one.codes, _codes(mine.sets.get(name))))
            for name, one in theirs.sets.items()
        },
        extensions={
            name: replace(one, codes=renamed(one.codes, _codes(mine.extensions.get(name))))
            for name, one in theirs.extensions.items()
        },
    )


def _codes(one: object) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(one, "codes", ())
    return found
