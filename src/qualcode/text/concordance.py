"""Words found in a text, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from qualcode.domain.span import Span
from qualcode.errors import Invalid
from qualcode.text.boundaries import WORD_CHARACTER

_QUERY_WORD = re.compile(rf"{WORD_CHARACTER}+(?:[-’'/.&]{WORD_CHARACTER}+)*\*?")


@lru_cache(maxsize=64)
def _pattern(query: str) -> re.Pattern[str]:
    words = _QUERY_WORD.findall(normalize("NFC", query))
    if not words:
        raise Invalid(
            "There is no word to look for.",
            "Give a word, `samverk*` for all that begin so, or words that follow each other.",
        )
    # words of a phrase may be parted by a comma or a dash, never by the end of a sentence or turn
    between = rf"(?:(?!{WORD_CHARACTER})[^\n.!?…])+"
    parts = [
        re.escape(word.removesuffix("*")) + (rf"{WORD_CHARACTER}*" if word.endswith("*") else "")
        for word in words
    ]
    inner = between.join(parts)
    return re.compile(rf"(?<!{WORD_CHARACTER}){inner}(?!{WORD_CHARACTER})", re.IGNORECASE)


def find(text: str, query: str) -> Iterator[Span]:
    """The passages of canonical `text` that hold the words of `query`, in order.

    A word is found in this form, in any case; with `*` at its end all words that begin so; several
    words as they follow each other. `å` is not `a`. Raises Invalid when `query` has no word.
    """
    for match in _pattern(query).finditer(text):
        yield Span(match.start(), match.end())


def around(text: str, span: Span, characters: int = 60) -> tuple[str, str]:
    """Up to so many code points before and after, whole words only, on one line."""
    before = text[max(0, span.start - characters) : span.start]
    if span.start > characters and not text[span.start - characters - 1].isspace():
        before = before.partition(" ")[2]
    after = text[span.end : span.end + characters]
    if span.end + characters < len(text) and not text[span.end + characters].isspace():
        after = after.rpartition(" ")[0]
    return before.replace("\n", " "), after.replace("\n", " ")
