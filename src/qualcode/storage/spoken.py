"""Which stretches of the transcripts one informant spoke."""

from __future__ import annotations

from qualcode.domain.member_checks import Heard
from qualcode.storage.store import Store


def heard(store: Store, participant_id: str) -> list[Heard]:
    """The turns that are certainly this participant's, in the order of documents and turns.

    A turn is theirs when its speaker is linked to them; in a document of theirs also when nobody
    is linked to its speaker, the only one there beside interviewers, or when no turn of an
    informant names a speaker. Never an interviewer's turn, nor one without a speaker among others.
    """
    found = store.rows(
        "SELECT d.id, t.start, t.stop FROM documents d JOIN turns t ON t.version_id = d.version_id"
        " LEFT JOIN speakers s ON s.id = t.speaker_id"
        " WHERE d.deleted = 0 AND t.interviewer = 0 AND coalesce(s.interviewer, 0) = 0 AND ("
        "  s.participant_id = ?1 OR (s.participant_id IS NULL AND d.participant_id = ?1"
        "  AND (s.id IS NOT NULL) = ("
        "   SELECT count(DISTINCT o.speaker_id) FROM turns o JOIN speakers w ON w.id = o.speaker_id"
        "   WHERE o.version_id = d.version_id AND o.interviewer = 0 AND w.interviewer = 0)))"
        " ORDER BY d.name, d.id, t.n",
        (participant_id,),
    )
    return [Heard(*row) for row in found]


def of_others(store: Store, participant_id: str) -> list[str]:
    """The words of all turns that are not certainly this participant's."""
    own = {(one.document_id, one.start) for one in heard(store, participant_id)}
    return [
        str(text)
        for document, start, text in store.rows(
            "SELECT d.id, t.start, substr(v.text, t.start + 1, t.stop - t.start) FROM documents d"
            " JOIN turns t ON t.version_id = d.version_id"
            " JOIN text_versions v ON v.id = d.version_id WHERE d.deleted = 0"
        )
        if (document, start) not in own
    ]


def labels_of_others(store: Store, participant_id: str) -> list[str]:
    """What other informants are called in the transcripts."""
    found = store.rows(
        "SELECT DISTINCT s.label FROM speakers s JOIN documents d ON d.id = s.document_id"
        " WHERE d.deleted = 0 AND s.deleted = 0 AND s.interviewer = 0"
        " AND coalesce(s.participant_id, d.participant_id, '') <> ? ORDER BY s.label",
        (participant_id,),
    )
    return [str(row[0]) for row in found]
