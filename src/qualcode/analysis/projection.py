"""Free passages laid on fixed units: which coder marked which unit with which code."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.reading import UnitRow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

WORD, HALF = "word", "half"
RULES = (WORD, HALF)
"""A coder marked a unit when a passage shares a whole word with it; or, more strictly, when the
passage covers half of the unit, or half of the passage lies in it."""

_WORD = re.compile(r"(?<!\w)\w+")


@dataclass(frozen=True)
class Marks:
    """What was marked under one rule, as columns: one row per coding, code above it, and unit.

    Coders and codes are numbers into those of the projection; ids are ranks among its codings.
    """

    coders: Numbers
    codes: Numbers
    units: Numbers
    ids: Numbers


@dataclass(frozen=True)
class Projection:
    """The units in order, who read each document, and what was marked under each rule.

    A code counts for the codes above it; `codes` are those in use, in the order of the codebook. A
    coder read a document when there is a coding or a mark of reading of theirs in it.
    """

    units: tuple[UnitRow, ...]
    readers: Mapping[str, frozenset[str]]
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    codings: NDArray[np.object_]
    marks: Mapping[str, Marks]

    def read_by(self, coders: Sequence[str]) -> list[int]:
        """Numbers of the units in documents that all of these read."""
        wanted = set(coders)
        read = {where for where, names in self.readers.items() if wanted <= names}
        return [n for n, unit in enumerate(self.units) if unit.document_id in read]

    def table(self, rule: str) -> NDArray[np.bool_]:
        """Coders × codes × units: what was marked."""
        import numpy as np

        found = np.zeros((len(self.coders), len(self.codes), len(self.units)), dtype=bool)
        marks = self.marks[rule]
        found[marks.coders, marks.codes, marks.units] = True
        return found

    def groups(self, rule: str, chosen: NDArray[np.bool_]) -> list[Group]:
        """Per code the units marked in the chosen rows of `marks`, with the codings behind."""
        import numpy as np
        import pandas as pd

        marks, size = self.marks[rule], len(self.codes)
        codes, units, ids = marks.codes[chosen], marks.units[chosen], marks.ids[chosen]
        met = pd.unique(codes * (len(self.units) + 1) + units) // (len(self.units) + 1)
        counts = np.bincount(met, minlength=size).tolist()
        behind = np.sort(pd.unique(codes * (len(self.codings) + 1) + ids))
        ends = np.searchsorted(
            behind // (len(self.codings) + 1), np.arange(size), side="right"
        ).tolist()
        names = self.codings[behind % (len(self.codings) + 1)].tolist()
        return [
            Group({"unit": number}, tuple(names[start:end]))
            for number, start, end in zip(counts, [0, *ends], ends, strict=False)
        ]


def project(basis: Basis) -> Projection:
    """The codings of the material on its units; needs its texts and its reading."""
    import numpy as np

    held = {document.id for document in basis.material.documents}
    units = tuple(unit for unit in basis.reading.units if unit.document_id in held)
    rows = CodedRows.of(basis.material.codings)
    readers = _readers(rows, units)
    coders = tuple(sorted({name for names in readers.values() for name in names}))
    above = {code: basis.codebook.lineage(code) for code in set(rows.column("code"))}
    used = {at for lineage in above.values() for at in lineage}
    codes = tuple(code.id for code in basis.codebook.walk() if code.id in used)
    ids = frames.ranked(rows.column("coding"))
    coder = {name: n for n, name in enumerate(coders)}
    of_row = (
        np.array([coder[name] for name in rows.column("coder")], dtype=np.int64),
        ids.codes.astype(np.int64),
    )
    found = Projection(
        units,
        readers,
        coders,
        codes,
        ids.categories.to_numpy(dtype=object),
        {},
    )
    place = {code: n for n, code in enumerate(codes)}
    lineages = [[place[at] for at in above[code]] for code in rows.column("code")]
    met = _met(basis, rows, units)
    return replace(found, marks={rule: _marks(lineages, of_row, met[rule]) for rule in RULES})


def _readers(rows: CodedRows, units: Sequence[UnitRow]) -> dict[str, frozenset[str]]:
    """Who coded something in each document, or marked something in it as read."""
    found: dict[str, set[str]] = {}
    for where, name in set(zip(rows.column("document_id"), rows.column("coder"), strict=True)):
        found.setdefault(where, set()).add(name)
    for unit in units:
        if unit.readers:
            found.setdefault(unit.document_id, set()).update(unit.readers)
    return {where: frozenset(names) for where, names in found.items()}


def _marks(
    lineages: Sequence[Sequence[int]],
    of_row: tuple[Numbers, Numbers],
    met: tuple[Sequence[int], Sequence[int]],
) -> Marks:
    """The columns of one rule from places of codings and the units that they meet.

    Per coding `lineages` are the codes that it counts for, and `of_row` its coder and its rank.
    """
    import numpy as np

    (coders, ids), at = of_row, np.array(met[0], dtype=np.int64)
    each = [lineages[n] for n in met[0]]
    repeat = np.array([len(lineage) for lineage in each], dtype=np.int64)
    return Marks(
        np.repeat(coders[at], repeat),
        np.array([one for lineage in each for one in lineage], dtype=np.int64),
        np.repeat(np.array(met[1], dtype=np.int64), repeat),
        np.repeat(ids[at], repeat),
    )


def _met(
    basis: Basis, rows: CodedRows, units: Sequence[UnitRow]
) -> dict[str, tuple[Sequence[int], Sequence[int]]]:
    """Per rule: places of codings among the rows, and the unit that each of them marks."""
    first: dict[str, int] = {}
    ends: dict[str, list[int]] = {}
    for n, unit in enumerate(units):
        first.setdefault(unit.document_id, n)
        ends.setdefault(unit.document_id, []).append(unit.end)
    word: list[tuple[int, int]] = []
    half: list[tuple[int, int]] = []
    texts, spans = basis.material.texts, [(unit.start, unit.end) for unit in units]
    names = ("document_id", "start", "end")
    for n, (document, start, end) in enumerate(
        zip(*(rows.column(name) for name in names), strict=True)
    ):
        mine, begin = ends.get(document, ()), first.get(document, 0)
        text = texts.get(document, "")
        for number in range(begin + bisect_right(mine, start), begin + len(mine)):
            low, high = spans[number]
            if low >= end:
                break
            inside = low <= start and end <= high
            left, right = (start, end) if inside else (max(start, low), min(end, high))
            if _holds_a_word(text, left, right):
                word.append((n, number))
            if inside or 2 * (right - left) >= min(high - low, end - start):
                half.append((n, number))
    return {WORD: _columns(word), HALF: _columns(half)}


def _columns(pairs: Sequence[tuple[int, int]]) -> tuple[Sequence[int], Sequence[int]]:
    """The first members of pairs, and the second ones."""
    first, second = zip(*pairs, strict=True) if pairs else ((), ())
    return first, second


def _holds_a_word(text: str, start: int, end: int) -> bool:
    """Whether a whole word lies between two places of a text."""
    found = _WORD.search(text, start, end)
    if found is None:
        return False
    return found.end() < end or end >= len(text) or not (text[end].isalnum() or text[end] == "_")
