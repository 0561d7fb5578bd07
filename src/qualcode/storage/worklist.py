"""The codings that a revision of the codebook asks to read again.

An item is open until somebody says that its coding is still right, or until the coding has
another code or is gone; so recoding settles it, and taking that back opens it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.storage.journal import Act
from qualcode.storage.store import Store

_OPEN = (
    " FROM worklist w JOIN codings c ON c.id = w.coding_id AND c.code = w.code AND c.deleted = 0"
    " WHERE w.done = 0 AND w.deleted = 0"
)

IS_OPEN = (
    "EXISTS (SELECT 1 FROM worklist w WHERE w.coding_id = c.id AND w.code = c.code"
    " AND w.done = 0 AND w.deleted = 0)"
)
"""A condition on a coding `c`: it waits to be read again."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Why a coding waits: `reason` is redefined, split or merged, `version` that of the book."""

    coding: str
    reason: str
    n: int
    version: str


def waiting(store: Store) -> dict[str, Waiting]:
    """The open items by coding; of several the newest."""
    found = store.rows(
        "SELECT w.coding_id, w.reason, b.n, b.version"
        + _OPEN.replace(" WHERE", " JOIN codebooks b ON b.id = w.codebook_id WHERE")
        + " ORDER BY w.rowid"
    )
    return {row[0]: Waiting(*row) for row in found}


def add(act: Act, coding_id: str, code: str, reason: str, version_id: str) -> None:
    """Ask for a coding to be read again."""
    row = {"coding_id": coding_id, "codebook_id": version_id, "code": code, "reason": reason}
    act.insert("worklist", row)


def settle(act: Act, codings: Iterable[str]) -> int:
    """Mark these codings as still right; returns how many were waiting."""
    wanted = set(codings)
    rows = [row for row in act.store.rows(f"SELECT w.id, w.coding_id{_OPEN}") if row[1] in wanted]
    for row_id, _ in rows:
        act.update("worklist", row_id, {"done": 1})
    return len({coding for _, coding in rows})


def lead(act: Act, coding_id: str, into: str) -> None:
    """Let a coding that stays wait for what the one that gives way to it waits for."""
    for (row_id,) in act.store.rows(
        "SELECT id FROM worklist WHERE coding_id = ? AND done = 0 AND deleted = 0", (coding_id,)
    ):
        act.update("worklist", row_id, {"coding_id": into})


def follow(act: Act, coding_id: str, code: str, into: str) -> None:
    """Let a coding that goes to another code keep waiting there."""
    for (row_id,) in act.store.rows(
        "SELECT id FROM worklist WHERE coding_id = ? AND code = ? AND done = 0 AND deleted = 0",
        (coding_id, code),
    ):
        act.update("worklist", row_id, {"code": into})
