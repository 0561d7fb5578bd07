"""The word layer of one text: its different words with their keys, and where each of them stands.

A layer is two compressed byte strings, so that it can be kept and searched without being read into objects.
The vocabulary has a line `word TAB lemma TAB stem` for each word in small letters, sorted. The
places are numbers of four bytes, the lowest first: how many words there are, how often each stands
in the text, the starts of all, word by word, and their lengths, in code points.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from qualcode.text.concordance import RUN, small
from qualcode.text.lemmas import Keys, Lemmas
from qualcode.text.words import Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The different words of a text with their keys."""

    lines: bytes

    @classmethod
    def read(cls, kept: bytes) -> Vocabulary:
        """The vocabulary as a layer keeps it."""
        return cls(zlib.decompress(kept))

    def keys(self, word: str) -> Keys | None:
        """The keys of a word that stands in the text, else None."""
        at = self.lines.find(f"\n{word}\t".encode())
        if at < 0:
            return None
        _, lemma, stem = self.lines[at + 1 : self.lines.index(b"\n", at + 1)].decode().split("\t")
        return Keys(lemma, stem)

    def with_keys(self, keys: Keys) -> list[int]:
        """The numbers of the words that have the lemma or the stem."""
        found = set(self._numbers(f"\t{keys.lemma}\t"))
        if keys.stem:
            found.update(self._numbers(f"\t{keys.stem}\n"))
        return sorted(found)

    def beginning(self, prefix: str) -> list[int]:
        """The numbers of the words that begin so."""
        return list(self._numbers(f"\n{prefix}", inside=False))

    def _numbers(self, part: str, *, inside: bool = True) -> Iterator[int]:
        """The numbers of the lines that hold `part`, or begin with it."""
        looked_for = part.encode()
        number, counted = -1, 0
        at = self.lines.find(looked_for)
        while at >= 0:
            upto = at if inside else at + 1
            number += self.lines.count(b"\n", counted, upto)
            yield number
            counted = upto
            at = self.lines.find(looked_for, at + 1)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the words of a vocabulary stand."""

    numbers: bytes

    @classmethod
    def read(cls, kept: bytes) -> Places:
        """The places as a layer keeps them."""
        return cls(zlib.decompress(kept))

    def of(self, chosen: list[int]) -> list[tuple[int, int]]:
        """Start and end of all places of the words with these numbers, in order."""
        table = _numbers(self.numbers)
        starts = 1 + table[0]
        first = list(accumulate(table[1:starts], initial=0))
        lengths = starts + first[-1]
        found: list[tuple[int, int]] = []
        for word in chosen:
            here = table[starts + first[word] : starts + first[word + 1]]
            long = table[lengths + first[word] : lengths + first[word + 1]]
            found.extend((start, start + n) for start, n in zip(here, long, strict=True))
        found.sort()
        return found


@dataclass(frozen=True, slots=True)
class WordLayer:
    """All that is kept of a text to find its words by, compressed."""

    vocabulary: bytes
    places: bytes


def make(text: str, language: str, lemmas: Lemmas) -> WordLayer:
    """The layer of a canonical text; takes about half a second for a megabyte."""
    at: dict[str, list[tuple[int, int]]] = {}
    for start, end, word in sorted(_entries(text, language)):
        at.setdefault(word, []).append((start, end - start))
    lines = ["\n"]
    counts, starts, lengths = array("I"), array("I"), array("I")
    for word in sorted(at):
        keys = lemmas.keys(word)
        lines.append(f"{word}\t{keys.lemma}\t{keys.stem}\n")
        counts.append(len(at[word]))
        starts.extend(start for start, _ in at[word])
        lengths.extend(length for _, length in at[word])
    numbers = array("I", [len(counts)]) + counts + starts + lengths
    return WordLayer(zlib.compress("".join(lines).encode()), zlib.compress(_bytes(numbers)))


def _entries(text: str, language: str) -> set[tuple[int, int, str]]:
    """Start, end and word: all runs of letters, and the tokens that are written otherwise.

    The runs make sure that whatever is found by its form is found by its lemma; the tokens add
    what the language joins or shortens, like `do` and `not` in `don't`, `skulle` in `sku'`.
    """
    found = {(run.start(), run.end(), run[0]) for run in RUN.finditer(small(text))}
    for start, end, norm in Words(language).norms(text):
        word = small(norm)
        if RUN.fullmatch(word):
            found.add((start, end, word))
    return found


def _numbers(kept: bytes) -> array[int]:
    table = array("I")
    table.frombytes(kept)
    if sys.byteorder == "big":
        table.byteswap()
    return table


def _bytes(table: array[int]) -> bytes:
    if sys.byteorder == "big":
        table = table[:]
        table.byteswap()
    return table.tobytes()
