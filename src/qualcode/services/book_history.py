"""What became of the codebook in the project, put together for the table that tells it."""

from __future__ import annotations

from qualcode.domain.book_history import BookHistory, CodeChange
from qualcode.domain.comparison import diff
from qualcode.services.emergent import Emergent
from qualcode.services.session import Session
from qualcode.services.versions import RECEIVED, Versions
from qualcode.storage.recounts import around_versions


def book_history(session: Session) -> BookHistory:
    """The changes of every code since the first version, and what was decided about labels."""
    versions = Versions(session)
    moved = around_versions(session.store)
    changes: dict[str, list[CodeChange]] = {}
    before = None
    for version in versions.list():
        if version.operation.get("kind") == RECEIVED:
            continue
        book = versions.content(version)
        if before is not None:
            around = moved.get(version.id, {})
            said = (version.version, version.created[:10], version.author, version.reason)
            for change in diff(before, book):
                if change.kind == "code" and change.id and change.what != "reordered":
                    counts = around.get(change.id, (None, None))
                    changes.setdefault(change.id, []).append(
                        CodeChange(change.what, *said, *counts)
                    )
            _only_codings(changes, around, said)
        before = book
    return BookHistory(
        {code: tuple(said) for code, said in changes.items()}, tuple(Emergent(session).list())
    )


def _only_codings(
    changes: dict[str, list[CodeChange]],
    around: dict[str, tuple[int, int]],
    said: tuple[str, str, str, str],
) -> None:
    """Codes that a version gave or took codings without changing what is said of them."""
    for code, counts in sorted(around.items()):
        if not any(change.version == said[0] for change in changes.get(code, ())):
            changes.setdefault(code, []).append(CodeChange("codings", *said, *counts))
