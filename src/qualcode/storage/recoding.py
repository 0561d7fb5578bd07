"""What a revision of the codebook finds of a code or a scale in the project file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcode.storage.journal import Act
from qualcode.storage.store import Store


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A coding as a revision sees it; `seen` is false where its document or text is set aside."""

    seq: int
    id: str
    segment: str
    code: str
    valence: str | None
    confidence: str
    label: str | None
    document: str
    seen: bool


def coded(store: Store, codes: Sequence[str]) -> list[CodedRow]:
    """The codings of these codes, oldest first, also those in documents that are set aside."""
    marks = ", ".join("?" * len(codes))
    found = store.rows(
        "SELECT c.seq, c.id, c.segment_id, c.code, c.valence, c.confidence, c.label, d.id,"
        " d.deleted = 0 AND d.version_id = s.version_id FROM codings c"
        " JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id"
        f" WHERE c.deleted = 0 AND c.code IN ({marks}) ORDER BY c.seq",
        codes,
    )
    return [CodedRow(*(*row[:8], bool(row[8]))) for row in found]


def guides_with(store: Store, code: str) -> dict[str, list[str]]:
    """The guides that ask about a code, with all their codes."""
    found = store.rows("SELECT id, codes FROM guides WHERE deleted = 0")
    lists = {row[0]: [str(one) for one in json.loads(row[1])] for row in found}
    return {guide: codes for guide, codes in lists.items() if code in codes}


def set_guide(act: Act, guide_id: str, codes: Sequence[str]) -> None:
    """The codes that a guide asks about."""
    act.update("guides", guide_id, {"codes": json.dumps(list(codes), ensure_ascii=False)})


def memberships(store: Store, kind: str, member: str) -> list[tuple[str, str]]:
    """The rows and themes that gather a code or label."""
    found = store.rows(
        "SELECT id, theme_id FROM theme_members WHERE kind = ? AND member = ? AND deleted = 0",
        (kind, member),
    )
    return [(row[0], row[1]) for row in found]


def memos_on(store: Store, code: str) -> list[str]:
    """The ids of the memos on a code."""
    found = store.rows(
        "SELECT id FROM memos WHERE target_kind = 'code' AND target = ? AND deleted = 0", (code,)
    )
    return [row[0] for row in found]


def labels(store: Store, codes: Sequence[str]) -> list[tuple[str, int, int]]:
    """The labels on codings of these codes, with codings and documents; the most used first."""
    counts: dict[str, tuple[int, set[str]]] = {}
    for row in coded(store, codes) if codes else ():
        if row.label is not None and row.seen:
            n, documents = counts.get(row.label, (0, set()))
            counts[row.label] = (n + 1, documents | {row.document})
    found = [(label, n, len(documents)) for label, (n, documents) in counts.items()]
    return sorted(found, key=lambda one: (-one[1], one[0]))


_SCALED: Mapping[str, tuple[str, str]] = {
    "degree": ("degrees", "value"),
    "valence": ("codings", "valence"),
    "standing": ("segments", "standing"),
    "rating": ("ratings", "value"),
}
"""Where the values of a scale are kept: table and column.

Degrees and ratings are kept as numbers, others as ids.
"""


def scaled(store: Store, scale: str, value: str | int | None) -> tuple[list[str], int]:
    """The rows that hold a value of a scale, and how many of them are live.

    Rows that were taken away are among them, for they can come back.
    """
    if scale not in _SCALED or value is None:
        return [], 0
    table, column = _SCALED[scale]
    found = store.rows(f"SELECT id, deleted FROM {table} WHERE {column} = ?", (value,))
    return [row[0] for row in found], sum(not row[1] for row in found)


def revalue(act: Act, scale: str, row_id: str, value: str | int) -> None:
    """Give a row another value of the scale."""
    table, column = _SCALED[scale]
    act.update(table, row_id, {column: value})


def used_codes(store: Store) -> set[str]:
    """The codes of all codings, also of those in documents that are set aside."""
    return {row[0] for row in store.rows("SELECT DISTINCT code FROM codings WHERE deleted = 0")}
