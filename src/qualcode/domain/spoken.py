"""Examples in a codebook that are words of transcripts, and the codebook without them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from qualcode.domain.codebook import Codebook

RUN = 8
"""So many words in the same order as in a transcript are words of that transcript."""

_WORD = re.compile(r"\w+")
_Runs = dict[tuple[str, ...], set[tuple[str, str]]]


def spoken(book: Codebook, texts: Iterable[str]) -> set[tuple[str, str]]:
    """The code and language of each example that holds words of one of the texts.

    An example of fewer than `RUN` words does when all of it stands there; case and signs between
    words do not matter.
    """
    runs: _Runs = {}
    for code in book.codes:
        for language, example in code.example.items():
            for run in _runs(example, RUN):
                runs.setdefault(run, set()).add((code.id, language))
    lengths = sorted({len(run) for run in runs})
    found: set[tuple[str, str]] = set()
    for text in texts if lengths else ():
        words = _words(text)
        for length in lengths:
            for run in zip(*(words[n:] for n in range(length)), strict=False):
                if run in runs:
                    found |= runs[run]
    return found


def without_spoken(book: Codebook, texts: Iterable[str]) -> Codebook:
    """The codebook without those examples."""
    found = spoken(book, texts)
    if not found:
        return book
    codes = tuple(
        replace(
            code,
            example={
                language: words
                for language, words in code.example.items()
                if (code.id, language) not in found
            },
            taken={
                field: source
                for field, source in code.taken.items()
                if (code.id, field.removeprefix("example.")) not in found
            },
        )
        for code in book.codes
    )
    return replace(book, codes=codes)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(text: str, length: int) -> Iterable[tuple[str, ...]]:
    words = _words(text)
    if len(words) <= length:
        return [tuple(words)] if words else []
    return [tuple(words[n : n + length]) for n in range(len(words) - length + 1)]
