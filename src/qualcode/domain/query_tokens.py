"""The text of a query cut into tokens: terms, words, brackets and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.errors import Invalid
from qualcode.sentences import sentence

SAME_PASSAGE, OVERLAPPING, SAME_TURN, WITHIN = "with", "overlapping", "same-turn", "within"
RELATIONS = (SAME_PASSAGE, OVERLAPPING, SAME_TURN, WITHIN)
AND, OR, NOT = "and", "or", "not"
_TOKEN = re.compile(
    r"""\s*(?:(?P<sign>[()])
    |(?P<field>[^\W\d][\w.-]*?)(?P<compare>:|<=|>=|<|>|=)(?P<value>(?:"[^"]*"?|'[^']*'?|[^\s()"'])*)
    |(?P<phrase>"[^"]*"?)
    |(?P<word>[^\s()"]+))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query; `at` is its place, 1 for the first sign."""

    kind: str
    text: str
    at: int
    field: str = ""
    compare: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The tokens from left to right; raises Invalid where there is none."""
    place = 0
    while text[place:].strip():
        found = _TOKEN.match(text, place)
        if found is None or found.end() == place:
            raise Invalid(sentence("The query cannot be read at sign {value}.", value=place + 1))
        at = found.start(found.lastgroup or 0) + 1
        place = found.end()
        if found["field"]:
            yield Token("term", found["value"], found.start("field") + 1, *_head(found))
        elif found["sign"]:
            yield Token(found["sign"], found["sign"], at)
        elif found["phrase"]:
            yield Token("words", bare(found["phrase"]), at)
        else:
            word = found["word"]
            yield Token(word if word in (AND, OR, NOT, *RELATIONS) else "words", word, at)


def _head(found: re.Match[str]) -> tuple[str, str]:
    return found["field"], found["compare"]


def bare(value: str) -> str:
    """A value without its quotation marks."""
    if value[:1] in ('"', "'"):
        return value[1:].removesuffix(value[0])
    return value
