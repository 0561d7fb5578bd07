"""Words found in a text, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from qualcode.domain.span import Span
from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.text.boundaries import WORD_CHARACTER

RUN = re.compile(rf"{WORD_CHARACTER}+")
"""Letters and digits in a row, without the hyphens and apostrophes between them."""

_QUERY_WORD = re.compile(rf"{WORD_CHARACTER}+(?:[-’'/.&]{WORD_CHARACTER}+)*\*?")

# words of a phrase may be parted by a comma or a dash, never by the end of a sentence or turn
GAP = re.compile(rf"(?:(?!{WORD_CHARACTER})[^\n.!?…])+")
"""What may stand between the words of a phrase."""


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word to look for, in small letters; with `prefix` every word that begins so."""

    text: str
    prefix: bool


def small(text: str) -> str:
    """`text` in small letters, of the same length, so that its offsets hold."""
    # the one letter whose small form is two code points
    return text.replace("İ", "i").lower()


def query_words(query: str) -> tuple[QueryWord, ...]:
    """The words of what a person typed; raises Invalid when there is none."""
    words = _QUERY_WORD.findall(small(normalize("NFC", query)))
    if not words:
        raise Invalid(
            sentence("There is no word to look for."),
            sentence(
                "Give a word, `samverk*` for all that begin so, or words that follow each other."
            ),
        )
    return tuple(QueryWord(word.removesuffix("*"), word.endswith("*")) for word in words)


@lru_cache(maxsize=64)
def _pattern(query: str) -> re.Pattern[str]:
    words = query_words(query)
    parts = [
        re.escape(word.text) + (rf"{WORD_CHARACTER}*" if word.prefix else "") for word in words
    ]
    # looking back after the first word instead of before it lets the pattern begin with plain
    # letters, which are found twenty times as fast
    first = re.escape(words[0].text)
    parts[0] = parts[0].replace(first, rf"{first}(?<!{WORD_CHARACTER}{first})", 1)
    return re.compile(rf"{GAP.pattern.join(parts)}(?!{WORD_CHARACTER})")


class Concordance:
    """A canonical text made ready to be searched many times."""

    def __init__(self, text: str) -> None:
        self._small = small(text)

    def find(self, query: str) -> Iterator[Span]:
        """The passages that hold the words of `query`, in order.

        A word is found in this form, in any case; with `*` at its end all words that begin so;
        several words as they follow each other. `å` is not `a`. Raises Invalid when `query` has no
        word.
        """
        for match in _pattern(query).finditer(self._small):
            yield Span(match.start(), match.end())


def find(text: str, query: str) -> Iterator[Span]:
    """The passages of canonical `text` that hold the words of `query`; see `Concordance.find`."""
    yield from Concordance(text).find(query)


def around(text: str, span: Span, characters: int = 60) -> tuple[str, str]:
    """Up to so many code points before and after, whole words only, on one line."""
    before = text[max(0, span.start - characters) : span.start]
    if span.start > characters and not text[span.start - characters - 1].isspace():
        before = before.partition(" ")[2]
    after = text[span.end : span.end + characters]
    if span.end + characters < len(text) and not text[span.end + characters].isspace():
        after = after.rpartition(" ")[0]
    return before.replace("\n", " "), after.replace("\n", " ")
