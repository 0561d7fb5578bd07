"""The versions that a project's codebook has had."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from qualcode.domain.codebook import Codebook
from qualcode.domain.comparison import Change, diff
from qualcode.errors import NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.session import Session
from qualcode.storage import books
from qualcode.storage.books import BookVersion
from qualcode.storage.journal import Act

RECEIVED = "receive"
"""The kind of a version that is a colleague's file as it came."""


class Versions:
    """Every version in force so far, each with its author, time, reason and what was done."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[BookVersion]:
        """All versions, oldest first; those taken back are not among them."""
        return books.versions(self._session.store)

    def resolve(self, ref: str) -> BookVersion:
        """The newest version of that name, else the one of that number. Raises NotFound."""
        known = self.list()
        for found in (
            [one for one in known if one.version == ref],
            [one for one in known if str(one.n) == ref],
        ):
            if found:
                return found[-1]
        hint = nearest(ref, (one.version for one in known)) or sentence(
            "See `qualcode codebook log`."
        )
        raise NotFound(sentence("The project's codebook has no version '{ref}'.", ref=ref), hint)

    def at(self, ref: str) -> Codebook:
        """The codebook as it was at a version, by name or number."""
        return self.content(self.resolve(ref))

    def history(self, code: str) -> Sequence[tuple[BookVersion, tuple[Change, ...]]]:
        """The versions that changed something about a code, oldest first, and what.

        Files that were received and not yet in force are left out.
        """
        found = []
        about: tuple[Change, ...]
        before: Codebook | None = None
        for version in self.list():
            if version.operation.get("kind") == RECEIVED:
                continue
            book = self.content(version)
            if before is None:
                about = (Change("added", "code", code),) if code in book.by_id else ()
            else:
                about = tuple(c for c in diff(before, book) if (c.kind, c.id) == ("code", code))
            if about:
                found.append((version, about))
            before = book
        return found

    def made_under(self, coding_id: str) -> BookVersion | None:
        """The version in whose terms a coding was made or given its code; None when taken back."""
        version_id = books.made_under(self._session.store, coding_id)
        return next((one for one in self.list() if one.id == version_id), None)

    def content(self, version: BookVersion) -> Codebook:
        """The codebook of a version."""
        from qualcode.exchange import codebook_json

        return codebook_json.loads(books.content(self._session.store, version.id))


def put(act: Act, book: Codebook, reason: str, operation: Mapping[str, Any]) -> str:
    """Make a codebook the version in force; returns the version's id.

    `operation` says what was done: `kind`, `words` (English), and what it was given.
    """
    from qualcode.exchange import codebook_json

    said = {"reason": reason or None, "operation": dict(operation)}
    return books.add(act, (book.id, book.version), codebook_json.kept(book), said)


def stem(version: str) -> str:
    """The version of the file that a version of a project goes back to: `1.0` of `1.0+3.a1b2c3`."""
    return version.partition("+")[0]


def revised(book: Codebook, before: str) -> Codebook:
    """The codebook with the name of the version that comes after `before`.

    It counts revisions and ends in a mark of the content (`1.0+3.a1b2c3`), so that two people who
    revise the same version apart from one another do not give two contents the same name.
    """
    from hashlib import sha256

    from qualcode.exchange import codebook_json

    base, _, tail = before.partition("+")
    count = tail.partition(".")[0]
    n = int(count) + 1 if count.isdigit() else 1
    content = codebook_json.kept(replace(book, version=base))
    return replace(book, version=f"{base}+{n}.{sha256(content.encode()).hexdigest()[:6]}")
