"""The word layer of one text: its different words with their keys, and where each of them stands.

A layer is two byte strings, so that it can be kept, and searched without being read into objects.
The vocabulary has a line `word TAB lemma TAB stem` for each word in small letters, sorted; a word
that stands in the text in two lengths (`skulle`, also written `sku'`) has two lines. The places are
numbers of four bytes, the lowest first: how many lines there are, then for each of them how long
its word is in the text, then how often it stands there, then all starts, line by line. They are
hardly smaller when compressed, and much slower.
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
    """The different words of a text with their keys, a line for each."""

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
        """The numbers of the lines that have the lemma or the stem."""
        found = set(self._numbers(f"\t{keys.lemma}\t"))
        if keys.stem:
            found.update(self._numbers(f"\t{keys.stem}\n"))
        return sorted(found)

    def beginning(self, prefix: str) -> list[int]:
        """The numbers of the lines that begin so."""
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

    def of(self, chosen: list[int]) -> list[tuple[int, int]]:
        """Start and end of all places of the lines with these numbers, in order."""
        table = _numbers(self.numbers)
        counts = 1 + table[0]
        starts = counts + table[0]
        first = list(accumulate(table[counts:starts], initial=starts))
        found: list[tuple[int, int]] = []
        for line in chosen:
            length = table[1 + line]
            here = table[first[line] : first[line + 1]]
            found.extend((start, start + length) for start in here)
        found.sort()
        return found


@dataclass(frozen=True, slots=True)
class WordLayer:
    """All that is kept of a text to find its words by; the vocabulary is compressed."""

    vocabulary: bytes
    places: bytes


def make(text: str, lemmas: Lemmas) -> WordLayer:
    """The layer of a canonical text in the language of `lemmas`; a second for a megabyte."""
    at: dict[tuple[str, int], list[int]] = {}
    for start, end, word in sorted(_entries(text, lemmas.language)):
        at.setdefault((word, end - start), []).append(start)
    lines = ["\n"]
    table = array("I", [len(at)])
    table.extend(length for _, length in sorted(at))
    table.extend(len(at[entry]) for entry in sorted(at))
    for entry in sorted(at):
        keys = lemmas.keys(entry[0])
        lines.append(f"{entry[0]}\t{keys.lemma}\t{keys.stem}\n")
        table.extend(at[entry])
    return WordLayer(zlib.compress("".join(lines).encode()), _bytes(table))


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
