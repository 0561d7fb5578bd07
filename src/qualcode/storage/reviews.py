"""The passages that are to be read again since their transcript was replaced.

An item is open until somebody says that it is right, or until its coding is gone or its passage
has another extent; taking that back opens it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qualcode.storage.journal import Act
from qualcode.storage.store import Store

_OPEN = (
    " FROM reviews r JOIN segments s ON s.id = r.segment_id"
    " JOIN documents d ON d.id = s.document_id"
    " JOIN coders p ON p.id = s.coder_id LEFT JOIN codings c ON c.id = r.coding_id"
    " WHERE r.done = 0 AND r.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
    " AND (r.coding_id IS NULL OR c.deleted = 0)"
    " AND (r.start IS NULL AND s.version_id = r.was_version_id"
    " OR s.version_id = r.version_id AND s.start = r.start AND s.stop = r.stop)"
)


@dataclass(frozen=True, slots=True)
class Extent:
    """A place in a text version, in code points."""

    version: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A passage to read again: for one of its codings, or for itself where it has none.

    `reason` is changed, gone, speaker or taken; `version` is the text that brought it about and
    `now` where the passage lies in it, if anywhere.
    """

    id: str
    segment: str
    coding: str | None
    code: str | None
    coder: str
    document_id: str
    document: str
    reason: str
    was: Extent
    version: str
    now: Extent | None


def waiting(store: Store, document_id: str | None = None) -> list[Waiting]:
    """The open items, by document and place; of all documents, or of one."""
    found = store.rows(
        "SELECT r.id, s.id, r.coding_id, c.code, p.name, d.id, d.name, r.reason,"
        " r.was_version_id, r.was_start, r.was_stop, r.version_id, r.start, r.stop"
        f"{_OPEN}{' AND d.id = ?' if document_id else ''}"
        " ORDER BY d.name, d.id, coalesce(r.start, r.was_start), r.rowid",
        (document_id,) if document_id else (),
    )
    return [_item(row) for row in found]


def _item(row: tuple[Any, ...]) -> Waiting:
    now = None if row[12] is None else Extent(*row[11:14])
    values = [*row[:8], Extent(*row[8:11]), row[11], now]
    return Waiting(*values)


def count(store: Store) -> int:
    """How many passages wait to be read again."""
    return int(store.value(f"SELECT count(DISTINCT s.id){_OPEN}"))


def ask(act: Act, item: Waiting) -> None:
    """Ask for a passage to be read again; the item's own id is not used."""
    act.insert(
        "reviews",
        {
            "segment_id": item.segment,
            "coding_id": item.coding,
            "reason": item.reason,
            "was_version_id": item.was.version,
            "was_start": item.was.start,
            "was_stop": item.was.end,
            "version_id": item.version,
            "start": item.now.start if item.now else None,
            "stop": item.now.end if item.now else None,
        },
    )


def withdraw(act: Act, items: Iterable[Waiting]) -> None:
    """Do not ask any more: something newer has been said of these passages."""
    for item in items:
        act.remove("reviews", item.id)


def settle(act: Act, items: Iterable[Waiting]) -> None:
    """Mark these as right."""
    for item in items:
        act.update("reviews", item.id, {"done": 1})
