"""Replies of informants to what was made of their words, in the project file."""

from __future__ import annotations

from qualcode.domain.member_checks import Reply
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

KIND = "member-check"
"""The kind of a document that holds a reply."""


def replies(store: Store) -> list[Reply]:
    """All replies in the order they came in; those in documents that are gone are left out."""
    return [
        Reply(*row)
        for row in store.rows(
            "SELECT m.id, m.document_id, d.name, p.id, p.name, m.target_kind, m.target, m.answer,"
            " m.note, m.created FROM member_checks m JOIN documents d ON d.id = m.document_id"
            " LEFT JOIN participants p ON p.id = m.participant_id AND p.deleted = 0"
            " WHERE m.deleted = 0 AND d.deleted = 0 ORDER BY m.rowid"
        )
    ]


def add(act: Act, document_id: str, participant_id: str | None, said: Reply) -> str:
    """Link a reply to what it speaks about; its document becomes one of that kind."""
    act.update("documents", document_id, {"kind": KIND})
    row = {
        "document_id": document_id,
        "participant_id": participant_id,
        "target_kind": said.target_kind,
        "target": said.target,
        "answer": said.answer,
        "note": said.note,
        "created": act.store.clock(),
    }
    return act.insert("member_checks", row)


def kinds(store: Store) -> dict[str, str]:
    """The kind of each live document that is not a transcript."""
    return dict(
        store.rows("SELECT id, kind FROM documents WHERE deleted = 0 AND kind <> 'transcript'")
    )
