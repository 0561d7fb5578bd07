"""What a search needs to know of the texts, no more: it is asked at every key that is typed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from qualcode.storage.store import Store


@dataclass(frozen=True, slots=True)
class SearchedText:
    """The text of a live document; `case` is a name, the others with `id` are ids."""

    document_id: str
    name: str
    case: str | None
    case_id: str | None
    language: str | None
    version: str


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks where in a text: starts in code points, numbers and speakers of its turns."""

    turns: list[tuple[int, int, str | None]]
    labels: dict[str, str]

    def at(self, offset: int) -> tuple[int | None, str | None]:
        """Number and speaker of the turn that holds `offset`, or of the last one before it."""
        index = bisect_right(self.turns, offset, key=lambda turn: turn[0]) - 1
        if index < 0:
            return None, None
        _, n, speaker = self.turns[index]
        return n, self.labels.get(speaker or "")


def texts(store: Store, document_id: str | None = None) -> list[SearchedText]:
    """The texts of all documents, or of the one with that id, by case and name."""
    where = " AND d.id = ?" if document_id else ""
    found = store.rows(
        "SELECT d.id, d.name, c.name, d.case_id, d.language, d.version_id FROM documents d"
        " LEFT JOIN cases c ON c.id = d.case_id AND c.deleted = 0"
        f" WHERE d.deleted = 0{where} ORDER BY c.position IS NULL, c.position, d.name, d.id",
        (document_id,) if document_id else (),
    )
    return [SearchedText(*row) for row in found]


def speaking(store: Store, text: SearchedText) -> Speaking:
    """Who speaks where in a text."""
    turns = store.rows(
        "SELECT start, n, speaker_id FROM turns WHERE version_id = ? ORDER BY n", (text.version,)
    )
    labels = store.rows("SELECT id, label FROM speakers WHERE document_id = ?", (text.document_id,))
    return Speaking(turns, dict(labels))


def long_segments(store: Store) -> dict[str, tuple[int, int]]:
    """First and last turn of the live segments that reach over several turns."""
    found = store.rows(
        # the index of what is live holds no turns: every row would be looked up
        "SELECT id, turn, last_turn FROM segments NOT INDEXED"
        " WHERE deleted = 0 AND last_turn > turn"
    )
    return {segment: (first, last) for segment, first, last in found}
