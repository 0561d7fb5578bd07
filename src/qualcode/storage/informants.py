"""Whose words a passage is: the participant of its turn's speaker, else of its document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.storage.store import Store

_WHOSE = (
    " LEFT JOIN speakers sp ON sp.id = t.speaker_id AND sp.deleted = 0"
    " LEFT JOIN participants i ON i.id = coalesce(sp.participant_id, d.participant_id)"
    " AND i.deleted = 0"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Where words were said: ids, and the language of the document. Empty where it is unknown."""

    document: str
    participant: str
    language: str


def said_in(store: Store, coding_id: str) -> Said | None:
    """Where the passage of a coding lies and whose it is; None for an unknown coding."""
    found = store.row(
        "SELECT d.id, coalesce(i.id, ''), coalesce(d.language, '') FROM codings c"
        " JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id"
        " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
        f"{_WHOSE} WHERE c.id = ?",
        (coding_id,),
    )
    return None if found is None else Said(*found)


def said_at(store: Store, document_id: str, offset: int) -> Said | None:
    """The same for a place in the text in force of a document, in code points."""
    found = store.row(
        "SELECT d.id, coalesce(i.id, ''), coalesce(d.language, '') FROM documents d"
        " LEFT JOIN turns t ON t.version_id = d.version_id AND t.start <= ? AND t.stop > ?"
        f"{_WHOSE} WHERE d.id = ?",
        (offset, offset, document_id),
    )
    return None if found is None else Said(*found)


def consents(store: Store, participants: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Pseudonym and consent of each of these participants that is there."""
    wanted = sorted(set(participants))
    marks = ", ".join("?" * len(wanted))
    found = store.rows(
        f"SELECT id, name, consent FROM participants WHERE deleted = 0 AND id IN ({marks})", wanted
    )
    return {row[0]: (row[1], row[2]) for row in found}
