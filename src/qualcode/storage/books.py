"""Versions of the codebook in the project file; their content is text to this room."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.storage.journal import Act
from qualcode.storage.store import Store


@dataclass(frozen=True, slots=True)
class BookVersion:
    """One version of the project's codebook; `content` is its JSON."""

    id: str
    n: int
    book: str
    version: str
    content: str
    reason: str | None
    created: str


def current(store: Store) -> BookVersion | None:
    """The newest live version."""
    found = store.row(
        "SELECT id, n, book, version, content, reason, created FROM codebooks"
        " WHERE deleted = 0 ORDER BY n DESC LIMIT 1"
    )
    return None if found is None else BookVersion(*found)


def current_id(store: Store) -> str | None:
    """The id of the newest live version, without reading its content."""
    found = store.value("SELECT id FROM codebooks WHERE deleted = 0 ORDER BY n DESC LIMIT 1")
    return None if found is None else str(found)


def add(act: Act, book: tuple[str, str], content: str, reason: str) -> str:
    """A new version of the codebook (`book` is its id and version); returns the row's id."""
    n = act.store.value("SELECT coalesce(max(n), 0) + 1 FROM codebooks")
    return act.insert(
        "codebooks",
        {
            "n": n,
            "book": book[0],
            "version": book[1],
            "content": content,
            "reason": reason,
            "coder_id": act.coder_id or None,
            "created": act.store.clock(),
        },
    )
