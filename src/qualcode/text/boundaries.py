"""Where words, sentences, paragraphs and turns begin, as sorted offsets in code points."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from qualcode.domain.document import Turn
from qualcode.text.abbreviations import abbreviations, is_month, may_end_sentence

_MARKS = "\u0300-\u036f"
WORD_CHARACTER = rf"[\w{_MARKS}]"
"""A pattern for one character of a word: letters, digits, and marks that stand on them."""

WORD = re.compile(rf"{WORD_CHARACTER}+(?:[-’'\u2010\u2011]{WORD_CHARACTER}+)*")
"""A word with its hyphens and apostrophes."""

_CANDIDATE = re.compile(r"([.!?…]+)(?:[\"'”’»«)\]]*)( +)")
_OPENERS = "\"'“”„‘’«»([–—-"
_ALWAYS_OPENS = "«["
_INITIAL = re.compile(r"[^\W\d_]\.")
_ORDINAL = re.compile(r"\d{1,2}\.")
_ORDINAL_LANGUAGES = (None, "da", "nb", "nn")


_BLOCK, _BLOCKS_KEPT = 4096, 32


class _Near(NamedTuple):
    """Starts of words or sentences in some paragraphs, and whether the text begins or ends with
    those."""

    starts: array[int]
    at_start: bool
    at_end: bool


class Boundaries:
    """The boundaries of one frozen text, in all of it or around an offset.

    `turns` are the document's; a text without any has its paragraphs as turns. `language` chooses
    the abbreviations (`sv`, `da`, `nb`, `nn`, `en`; None for all). Each kind is found when first
    asked for.
    """

    def __init__(self, text: str, turns: Sequence[Turn] = (), language: str | None = None) -> None:
        self.text = text
        self.language = language
        self._turns = turns
        self._near: dict[tuple[str, int], _Near] = {}

    @cached_property
    def paragraphs(self) -> array[int]:
        """Starts of the paragraphs that hold words."""
        starts = array("l")
        at = 0
        for paragraph in self.text.split("\n"):
            if paragraph:
                starts.append(at)
            at += len(paragraph) + 1
        return starts

    @cached_property
    def turns(self) -> array[int]:
        """Starts of the turns."""
        return array("l", [turn.start for turn in self._turns]) or self.paragraphs

    @cached_property
    def words(self) -> array[int]:
        """Starts of the words."""
        return self._words_in(0, len(self.text))

    @cached_property
    def sentences(self) -> array[int]:
        """Starts of the sentences; no sentence goes on beyond its paragraph."""
        return self._sentences_in(0, len(self.text))

    def around(self, unit: Literal["word", "sentence"], offset: int) -> array[int]:
        """Starts of words or sentences around an offset, at least the last one before it and the
        first one after it where there are any. The rest of the text is hardly ever looked at."""
        near = self._near_to(unit, offset)
        starts = near.starts
        if (near.at_start or (starts and starts[0] < offset)) and (
            near.at_end or (starts and starts[-1] > offset)
        ):
            return starts
        return self.words if unit == "word" else self.sentences

    def _near_to(self, unit: Literal["word", "sentence"], offset: int) -> _Near:
        block = offset // _BLOCK
        known = self._near.get((unit, block))
        if known is None:
            first = self.text.rfind("\n", 0, max(0, (block - 1) * _BLOCK)) + 1
            after = self.text.find("\n", min(len(self.text), (block + 2) * _BLOCK))
            after = len(self.text) if after < 0 else after
            if unit == "sentence":
                starts = self._sentences_in(first, after)
            else:
                starts = self._words_in(first, after)
            if len(self._near) >= _BLOCKS_KEPT:
                self._near.clear()
            known = self._near[unit, block] = _Near(starts, first == 0, after == len(self.text))
        return known

    def _words_in(self, first: int, after: int) -> array[int]:
        return array("l", [match.start() for match in WORD.finditer(self.text, first, after)])

    def _sentences_in(self, first: int, after: int) -> array[int]:
        """Starts of the sentences of some whole paragraphs."""
        words = self.text[first : after + 1]
        found = {first + at for at in sentence_breaks(words, self.language)}
        at = first
        for paragraph in words.split("\n"):
            if paragraph:
                found.add(at)
            at += len(paragraph) + 1
        return array("l", sorted(found))


def sentence_breaks(text: str, language: str | None = None) -> Iterator[int]:
    """Offsets inside paragraphs at which a new sentence begins.

    A sentence ends at `.`, `!`, `?` or `…` before a space, unless the next letter is small, or the
    full stop belongs to an abbreviation, an initial or an ordinal. An opening `«` or `[` begins a
    sentence whatever follows it.
    """
    known = abbreviations(language)
    for match in _CANDIDATE.finditer(text):
        at = match.end()
        if at >= len(text) or text[at] == "\n":
            continue
        stop = match.start(1)
        if match[1] == "." and _belongs(text, stop, at, known, language):
            continue
        opener = text[at]
        if opener in _ALWAYS_OPENS and not (opener == "«" and text[at + 1 : at + 2] in " .,"):
            yield at
            continue
        first = at
        while first < len(text) and text[first] in _OPENERS + " ":
            first += 1
        if first < len(text) and not text[first].islower():
            yield at


def _belongs(text: str, stop: int, after: int, known: frozenset[str], language: str | None) -> bool:
    """Whether the full stop at `stop` is part of an abbreviation, initial or ordinal."""
    line = text.rfind("\n", max(0, stop - 60), stop) + 1
    token_start = max(text.rfind(" ", max(0, stop - 60), stop) + 1, line)
    token = text[token_start : stop + 1].lstrip("\"'“”„‘’«»([–—-")
    following = WORD.match(text, after)
    next_word = following[0] if following else ""
    if token.lower() in known:
        return not (may_end_sentence(token.lower()) and next_word[:1].isupper())
    if _INITIAL.fullmatch(token):
        return token[0].isupper() and not (language in (None, "en") and token == "I.")
    if _ORDINAL.fullmatch(token):
        opens = token_start == 0 or text[token_start - 1] == "\n"
        dated = language in _ORDINAL_LANGUAGES and next_word[:1].isdigit()
        return opens or dated or is_month(next_word.lower())
    return False


def count_words(text: str) -> int:
    """How many words `text` holds."""
    return sum(1 for _ in WORD.finditer(text))
