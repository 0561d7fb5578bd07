"""Counts what was done in a project beside coding."""

from __future__ import annotations

from qualcode import __version__
from qualcode.domain.doings import Doings
from qualcode.storage.store import Store


def doings(store: Store) -> Doings:
    """All counts in one view of the project."""
    with store.reading():
        return Doings(
            memos=_by(store, "SELECT kind, count(*) FROM memos WHERE deleted = 0 GROUP BY kind"),
            opened=_count(store, "contrary_seen WHERE deleted = 0"),
            replies=_by(
                store,
                "SELECT answer, count(*) FROM member_checks WHERE deleted = 0 GROUP BY answer",
            ),
            acts=_count(store, "journal"),
            assisted=_count(store, "codings WHERE deleted = 0 AND origin != 'human'"),
            revisions=max(0, _count(store, "codebooks WHERE deleted = 0") - 1),
            replaced=_count(
                store,
                "documents d WHERE d.deleted = 0 AND (SELECT count(*) FROM text_versions v"
                " WHERE v.document_id = d.id) > 1",
            ),
            program=__version__,
        )


def _count(store: Store, of: str) -> int:
    return int(store.value(f"SELECT count(*) FROM {of}"))


def _by(store: Store, sql: str) -> dict[str, int]:
    return dict(sorted(store.rows(sql)))
