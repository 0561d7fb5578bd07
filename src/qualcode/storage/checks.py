"""Questions that the check of a project asks the file."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.storage.store import Store

_LIVE = (
    " FROM codings c JOIN segments s ON s.id = c.segment_id"
    " JOIN documents d ON d.id = s.document_id"
    " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
)


def uses(store: Store) -> dict[str, int]:
    """How many live codings each code has."""
    return dict(store.rows(f"SELECT c.code, count(*){_LIVE} GROUP BY c.code"))


def beyond_text(store: Store) -> int:
    """How many segments end after their text does."""
    return int(
        store.value(
            "SELECT count(*) FROM segments s JOIN text_versions v ON v.id = s.version_id"
            " WHERE s.deleted = 0 AND s.stop > v.characters"
        )
    )


def unlabelled(store: Store, codes: Sequence[str]) -> int:
    """How many live codings of these codes have no label."""
    marks = ", ".join("?" * len(codes))
    return int(
        store.value(
            f"SELECT count(*){_LIVE} AND c.label IS NULL AND c.code IN ({marks})", tuple(codes)
        )
    )


def degrees_without_pair(store: Store) -> int:
    """How many live degrees lack an organisation."""
    return int(
        store.value(
            "SELECT count(*) FROM degrees g JOIN segments s ON s.id = g.segment_id"
            " JOIN documents d ON d.id = s.document_id WHERE g.deleted = 0 AND s.deleted = 0"
            " AND d.deleted = 0 AND (g.from_id IS NULL OR g.to_id IS NULL)"
        )
    )


def documents_without_case(store: Store) -> list[str]:
    """The names of live documents that belong to no case."""
    found = store.rows(
        "SELECT name FROM documents WHERE deleted = 0 AND case_id IS NULL ORDER BY name"
    )
    return [row[0] for row in found]


def participants_without_consent(store: Store) -> list[str]:
    """The pseudonyms of participants who have not said yes to being quoted."""
    found = store.rows(
        "SELECT name FROM participants WHERE deleted = 0 AND consent <> 'yes' ORDER BY name"
    )
    return [row[0] for row in found]
