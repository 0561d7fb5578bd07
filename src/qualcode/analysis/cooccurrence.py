"""Which codes meet in the same words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qualcode.analysis.basis import Basis
from qualcode.analysis.frames import Group
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
    used = {row.code for row in basis.material.codings}
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

    once = {(row.segment, row.code): row for row in basis.material.codings}
    rows = [row for row in once.values() if row.code in basis.codebook.by_id]
    ids = sorted(row.coding for row in rows)
    rank = {coding: at for at, coding in enumerate(ids)}
    rows.sort(key=lambda row: rank[row.coding])
    starts, ends = _on_one_line(rows)
    place = {code: at for at, code in enumerate(codes)}
    kinds = np.array([place[row.code] for row in rows], dtype=np.int64)
    met = _met(starts, ends, kinds, len(codes))
    mine = [np.flatnonzero(kinds == at) for at in range(len(codes))]
    found: dict[tuple[str, str], Group] = {}
    for a, one in enumerate(codes):
        found[one, one] = _group(len(mine[a]), mine[a], ids)
        for b in range(a + 1, len(codes)):
            here, there = mine[a][met[mine[a], b] > 0], mine[b][met[mine[b], a] > 0]
            both = np.sort(np.concatenate([here, there]))
            found[one, codes[b]] = _group(int(met[mine[a], b].sum()), both, ids)
            found[codes[b], one] = found[one, codes[b]]
    return found


def _group(number: int, rows: Numbers, ids: list[str]) -> Group:
    return Group({"pair": number}, tuple(ids[at] for at in rows.tolist()))


def _on_one_line(rows: list[Any]) -> tuple[Numbers, Numbers]:
    """Starts and ends with the documents laid one after another, so that none touches another."""
    import numpy as np

    length: dict[str, int] = {}
    for row in rows:
        length[row.document_id] = max(length.get(row.document_id, 0), row.end)
    begins: dict[str, int] = {}
    at = 0
    for document, size in length.items():
        begins[document] = at
        at += size
    starts = np.array([begins[row.document_id] + row.start for row in rows], dtype=np.int64)
    ends = np.array([begins[row.document_id] + row.end for row in rows], dtype=np.int64)
    return starts, ends


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
