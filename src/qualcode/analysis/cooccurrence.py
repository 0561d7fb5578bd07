"""Which codes meet in the same words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualcode.analysis import frames
from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.table import CellValue, Column, Row, Table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


def co_occurrence(basis: Basis) -> Table:
    """Code × code: pairs of passages that share at least one character; symmetric.

    Codes stand for themselves, without those below them, and only codes in use are shown. The
    diagonal is the number of passages of the code.
    """
    used = set(CodedRows.of(basis.material.codings).unsorted("code"))
    codes = [code.id for code in basis.codebook.walk() if code.id in used]
    meetings = _meetings(basis, codes)
    rows = []
    for one in codes:
        cells: dict[str, CellValue] = {"code": one}
        for other in codes:
            cells[other] = basis.cell(one, other, meetings[one, other], "pair")
        rows.append(Row(one, basis.code_names[one], cells))
    words = basis.words
    columns = [
        Column("code", words.column("code"), "code"),
        *(Column(code, basis.code_names[code], "count") for code in codes),
    ]
    notes = [words.note(key) for key in ("signs", "pairs-of-passages", "own-codes")]
    return basis.table(columns, rows, notes, basis.code_names)


def _meetings(basis: Basis, codes: list[str]) -> Mapping[tuple[str, str], Group]:
    """Per pair of codes the number of meeting passages and the codings behind it."""
    import numpy as np

    rows = CodedRows.of(basis.material.codings)
    place = {code: at for at, code in enumerate(codes)}
    kinds = np.array([place.get(code, -1) for code in rows.column("code")], dtype=np.int64)
    ids = frames.ranked(rows.column("coding"))
    by_rank = np.argsort(ids.codes)
    chosen = _once(rows, kinds)[by_rank]
    by_rank = by_rank[chosen]
    starts, ends = (numbers[by_rank] for numbers in _on_one_line(rows))
    kinds, names = kinds[by_rank], ids.categories.to_numpy()[chosen]
    met = _met(starts, ends, kinds, len(codes))
    mine = [np.flatnonzero(kinds == at) for at in range(len(codes))]
    found: dict[tuple[str, str], Group] = {}
    for a, one in enumerate(codes):
        found[one, one] = _group(len(mine[a]), names[mine[a]])
        for b in range(a + 1, len(codes)):
            here, there = mine[a][met[mine[a], b] > 0], mine[b][met[mine[b], a] > 0]
            both = np.sort(np.concatenate([here, there]))
            found[one, codes[b]] = _group(int(met[mine[a], b].sum()), names[both])
            found[codes[b], one] = found[one, codes[b]]
    return found


def _group(number: int, ids: NDArray[np.object_]) -> Group:
    return Group({"pair": number}, tuple(ids.tolist()))


def _once(rows: CodedRows, kinds: Numbers) -> NDArray[np.bool_]:
    """Whether a coding is the last of its segment with its code, and its code is in the book."""
    import numpy as np

    segments = frames.category(rows.column("segment")).codes.astype(np.int64)
    _, last = np.unique((segments * (kinds.max(initial=0) + 1) + kinds)[::-1], return_index=True)
    found = np.zeros(len(rows), dtype=bool)
    found[len(rows) - 1 - last] = True
    return found & (kinds >= 0)


def _on_one_line(rows: CodedRows) -> tuple[Numbers, Numbers]:
    """Starts and ends with the documents laid one after another, so that none touches another."""
    import numpy as np

    documents = frames.category(rows.column("document_id"))
    starts, ends = (np.array(rows.column(name), dtype=np.int64) for name in ("start", "end"))
    length = np.zeros(len(documents.categories), dtype=np.int64)
    np.maximum.at(length, documents.codes, ends)
    begins = (np.cumsum(length) - length)[documents.codes]
    return begins + starts, begins + ends


def _met(starts: Numbers, ends: Numbers, kinds: Numbers, codes: int) -> Numbers:
    """Per passage and code: how many passages of that code share a character with it.

    All of the code's passages, less those that end before this one begins and those that begin
    after it ends.
    """
    import numpy as np

    met = np.zeros((len(starts), codes), dtype=np.int64)
    by_start, by_end = np.argsort(starts), np.argsort(ends)
    for code in range(codes):
        theirs = kinds == code
        before = np.searchsorted(np.sort(ends[theirs]), starts[by_start], side="right")
        after = np.searchsorted(np.sort(starts[theirs]), ends[by_end], side="left")
        met[by_start, code] -= before
        met[by_end, code] += after
    return met
