"""Free passages laid on fixed units: which coder marked which unit with which code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
class Units:
    """The units as columns: the number of its document, start and end; `documents` are ids.

    The units of a document stand together, in their order.
    """

    documents: tuple[str, ...]
    of: Numbers
    starts: Numbers
    ends: Numbers

    def __len__(self) -> int:
        return len(self.of)


@dataclass(frozen=True)
class Projection:
    """The units in order, who read each document, and what was marked under each rule.

    A code counts for the codes above it; `codes` are those in use, in the order of the codebook. A
    coder read a document when there is a coding or a mark of reading of theirs in it.
    """

    units: Units
    readers: Mapping[str, frozenset[str]]
    coders: tuple[str, ...]
    codes: tuple[str, ...]
    codings: NDArray[np.object_]
    marks: Mapping[str, Marks]

    def read_by(self, coders: Sequence[str]) -> NDArray[np.bool_]:
        """Per coder and unit whether the coder read the document that it stands in."""
        import numpy as np

        names = [self.readers.get(document, frozenset()) for document in self.units.documents]
        read = [[coder in some for some in names] for coder in coders]
        return np.array(read, dtype=bool).reshape(len(coders), len(names))[:, self.units.of]

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
    held = {document.id for document in basis.material.documents}
    unit_rows = [unit for unit in basis.reading.units if unit.document_id in held]
    units, rows = _units(unit_rows), CodedRows.of(basis.material.codings)
    readers = _readers(rows, unit_rows)
    coders = tuple(sorted({name for names in readers.values() for name in names}))
    used = dict.fromkeys(rows.unsorted("code"))
    above = {at for code in used for at in basis.codebook.lineage(code)}
    codes = tuple(code.id for code in basis.codebook.walk() if code.id in above)
    place = {code: n for n, code in enumerate(codes)}
    lineages = [[place[at] for at in basis.codebook.lineage(code)] for code in used]
    ids = frames.ranked(rows.unsorted("coding"))
    coder = _numbers(rows.unsorted("coder"), coders)
    code = _numbers(rows.unsorted("code"), tuple(used))
    marks = {}
    for rule, (at, unit) in _met(basis, rows, units).items():
        each, found = frames.lifted(code[at], lineages)
        rank = ids.codes[at].astype("int64")
        marks[rule] = Marks(coder[at][each], found, unit[each], rank[each])
    names = ids.categories.to_numpy(dtype=object)
    return Projection(units, readers, coders, codes, names, marks)


def _units(rows: Sequence[UnitRow]) -> Units:
    """The units by column."""
    import numpy as np

    of, _, starts, ends, _, _ = zip(*rows, strict=True) if rows else ((),) * 6
    documents = tuple(dict.fromkeys(of))
    return Units(
        documents,
        _numbers(of, documents),
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
    )


def _numbers(values: Sequence[str], known: Sequence[str]) -> Numbers:
    """The place of each value among those that are known, -1 for others."""
    import numpy as np

    places = {name: n for n, name in enumerate(known)}
    return np.array([places.get(value, -1) for value in values], dtype=np.int64)


def _readers(rows: CodedRows, units: Sequence[UnitRow]) -> dict[str, frozenset[str]]:
    """Who coded something in each document, or marked something in it as read."""
    found: dict[str, set[str]] = {}
    for where, name in set(zip(rows.unsorted("document_id"), rows.unsorted("coder"), strict=True)):
        found.setdefault(where, set()).add(name)
    for unit in units:
        if unit.readers:
            found.setdefault(unit.document_id, set()).update(unit.readers)
    return {where: frozenset(names) for where, names in found.items()}


def _met(basis: Basis, rows: CodedRows, units: Units) -> dict[str, tuple[Numbers, Numbers]]:
    """Per rule: places of codings among the rows, and the unit that each of them marks."""
    import numpy as np

    start = np.array(rows.unsorted("start"), dtype=np.int64)
    end = np.array(rows.unsorted("end"), dtype=np.int64)
    where = _numbers(rows.unsorted("document_id"), units.documents)
    # one row of numbers over all documents, on which the units rise
    far = 1 + max(end.max(initial=0), units.ends.max(initial=0))
    first = np.searchsorted(units.of * far + units.ends, where * far + start, "right")
    last = np.searchsorted(units.of * far + units.starts, where * far + end, "left")
    each = np.maximum(last - first, 0)
    at = np.repeat(np.arange(len(each)), each)
    unit = np.arange(len(at)) + np.repeat(first - np.cumsum(each) + each, each)
    low, high = units.starts[unit], units.ends[unit]
    left, right = np.maximum(start[at], low), np.minimum(end[at], high)
    half = 2 * (right - left) >= np.minimum(high - low, end[at] - start[at])
    texts = [basis.material.texts.get(document, "") for document in units.documents]
    spans = zip(units.of[unit].tolist(), left.tolist(), right.tolist(), strict=True)
    word = np.array([_holds_a_word(texts[n], low, high) for n, low, high in spans], dtype=bool)
    return {WORD: (at[word], unit[word]), HALF: (at[half], unit[half])}


def _holds_a_word(text: str, start: int, end: int) -> bool:
    """Whether a whole word lies between two places of a text."""
    found = _WORD.search(text, start, end)
    if found is None:
        return False
    return found.end() < end or end >= len(text) or not (text[end].isalnum() or text[end] == "_")
