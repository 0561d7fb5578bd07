"""Versions of the codebook in the project file; their content is text to this room."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qualcode.storage.journal import Act
from qualcode.storage.store import Store


@dataclass(frozen=True, slots=True)
class BookVersion:
    """One version of the project's codebook, counted by `n` from 1.

    `author` is the name of who made it, `operation` what was done: `kind`, `words` and more.
    """

    id: str
    n: int
    book: str
    version: str
    reason: str
    created: str
    author: str
    operation: Mapping[str, Any] = field(default_factory=dict)


def versions(store: Store) -> list[BookVersion]:
    """All live versions, oldest first."""
    found = store.rows(
        "SELECT b.id, b.n, b.book, b.version, coalesce(b.reason, ''), b.created,"
        " coalesce(p.name, ''), b.operation FROM codebooks b"
        " LEFT JOIN coders p ON p.id = b.coder_id WHERE b.deleted = 0 ORDER BY b.n"
    )
    return [BookVersion(*(*row[:7], json.loads(row[7] or "{}"))) for row in found]


def content(store: Store, version_id: str) -> str:
    """The JSON of a version."""
    return str(store.value("SELECT content FROM codebooks WHERE id = ?", (version_id,)))


def current_id(store: Store) -> str | None:
    """The id of the newest live version, without reading its content."""
    found = store.value("SELECT id FROM codebooks WHERE deleted = 0 ORDER BY n DESC LIMIT 1")
    return None if found is None else str(found)


def made_under(store: Store, coding_id: str) -> str | None:
    """The id of the version that a coding was made under."""
    found = store.value("SELECT codebook_id FROM codings WHERE id = ?", (coding_id,))
    return None if found is None else str(found)


def add(act: Act, book: tuple[str, str], text: str, said: Mapping[str, Any]) -> str:
    """A new version of the codebook; returns the row's id.

    `book` is its id and version, `text` its JSON; `said` may have a `reason` and an `operation`.
    """
    n = act.store.value("SELECT coalesce(max(n), 0) + 1 FROM codebooks")
    operation = said.get("operation")
    return act.insert(
        "codebooks",
        {
            "n": n,
            "book": book[0],
            "version": book[1],
            "content": text,
            "reason": said.get("reason"),
            "operation": json.dumps(operation, ensure_ascii=False) if operation else None,
            "coder_id": act.coder_id or None,
            "created": act.store.clock(),
        },
    )
