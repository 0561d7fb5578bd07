"""What has been done, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from qualcode.domain.people import Act
from qualcode.errors import Conflict, QualcodeError
from qualcode.services.session import Session
from qualcode.storage import books, documents, journal, people, recoding

PHRASES: Mapping[str, str] = {
    "case.add": "case added: {case}",
    "case.remove": "case removed: {case}",
    "case.set": "case changed: {case}",
    "code.add": "{code} set in {document}",
    "code.import": "{n} codings imported",
    "code.recode": "{codings} codings moved to another code",
    "code.remove": "{codings} codings removed",
    "code.set": "{codings} codings changed: {fields}",
    "codebook.add": "code added: {code}",
    "codebook.adopt": "labels made the code {code}: {moved} codings moved",
    "codebook.apply": "codebook {book} {version} brought in: {moved} codings moved, {reread} to "
    "read again",
    "codebook.combine": "codebook {book} {version} put beside the project's own",
    "codebook.load": "codebook {book} {version} taken",
    "codebook.merge": "code merged: {code}, {moved} codings moved, {folded} of them folded",
    "codebook.move": "code moved: {code}",
    "codebook.redefine": "code redefined: {code}, {reread} codings to read again",
    "codebook.relabel": "code relabelled: {code}",
    "codebook.reorder": "order of codes changed: {code}",
    "codebook.reread": "{codings} codings found still right",
    "codebook.retire": "code retired: {code}",
    "codebook.revive": "code revived: {code}",
    "codebook.scale": "scale revised: {code}, {revalued} values changed",
    "codebook.split": "code split: {code}, {reread} codings to read again",
    "codebook.switch": "extension switched on or off: {code}",
    "coder.add": "coder added: {coder}",
    "coder.join": "coder joined: {coder}",
    "coder.remove": "coder removed: {coder}",
    "coder.set": "coder changed: {coder}",
    "degree.add": "degree {value} set",
    "degree.remove": "degree removed",
    "degree.set": "degree changed to {value}",
    "document.import": "document imported: {document}",
    "document.remove": "document removed: {document}",
    "document.set": "document changed: {document}, {fields}",
    "guide.add": "guide added",
    "guide.remove": "guide removed",
    "guide.set": "guide changed",
    "memo.add": "memo written",
    "memo.remove": "memo removed",
    "memo.set": "memo changed",
    "organisation.add": "organisation added",
    "organisation.remove": "organisation removed",
    "organisation.set": "organisation changed",
    "participant.add": "participant added",
    "participant.remove": "participant removed",
    "participant.set": "participant changed",
    "project.begin": "project begun",
    "project.set": "setting changed: {setting}",
    "segment.join": "{n} passages joined in {document}",
    "segment.set": "passage changed: {fields}",
    "segment.span": "extent of a passage changed in {document}",
    "segment.split": "passage cut in two in {document}",
    "theme.add": "theme added",
    "theme.drop": "{members} taken out of a theme",
    "theme.gather": "{members} gathered under a theme",
    "theme.remove": "theme removed",
    "theme.set": "theme changed: {fields}",
    "theme.summary": "summary of a theme for {case}",
    "unit.read": "{turns} turns marked in {document}",
}


class History:
    """The journal in words, with undo and redo of the coder's own acts."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undo(self) -> Act:
        """Take back the coder's last act; returns what it was.

        Raises QualcodeError when there is nothing, Conflict when it was built upon since.
        """
        return self._step(forward=False)

    def redo(self) -> Act:
        """Do again what was taken back last; returns what it was."""
        return self._step(forward=True)

    def log(self, limit: int | None = None) -> list[Act]:
        """The acts, newest first."""
        store = self._session.store
        tail = f" LIMIT {int(limit)}" if limit is not None else ""
        rows = store.rows(
            "SELECT seq, id, coder_id, time, kind, detail, undoes FROM journal"
            f" ORDER BY seq DESC{tail}"
        )
        gone = self._undone()
        names = self._names()
        return [self._act(row, gone, names) for row in rows]

    def _step(self, *, forward: bool) -> Act:
        session = self._session
        if session.coder is None or people.coder_id(session.store, session.coder) is None:
            if session.coder is None:
                session.coder_id()
            raise QualcodeError(f"There is nothing to {'redo' if forward else 'undo'}.")
        seq = journal.take_back(
            session.store, session.coder_id(), forward=forward, guard=self._guard()
        )
        row = session.store.row(
            "SELECT seq, id, coder_id, time, kind, detail, undoes FROM journal WHERE seq = ?",
            (seq,),
        )
        assert row is not None
        return self._act(row, set() if forward else {seq}, self._names())

    def _guard(self) -> Callable[[], None]:
        """Refuses when a codebook would come back in which somebody's codings have no code."""
        store, before = self._session.store, books.current_id(self._session.store)

        def check() -> None:
            if books.current_id(store) == before:
                return
            lost = recoding.used_codes(store) - set(self._session.book().by_id)
            if lost:
                raise Conflict(
                    f"There are codings of {', '.join(sorted(lost)[:5])}, which would be gone.",
                    "Recode those passages first, or retire the code instead.",
                )

        return check

    def _undone(self) -> set[int]:
        gone: set[int] = set()
        for kind, undoes in self._session.store.rows(
            "SELECT kind, undoes FROM journal WHERE undoes IS NOT NULL ORDER BY seq"
        ):
            if kind == "undo":
                gone.add(undoes)
            else:
                gone.discard(undoes)
        return gone

    def _names(self) -> dict[str, str]:
        store = self._session.store
        found = documents.names_by_id(store)
        found.update({case.id: case.name for case in people.cases(store)})
        found.update({coder.id: coder.name for coder in people.coders(store)})
        return found

    def _act(self, row: tuple[Any, ...], gone: set[int], names: Mapping[str, str]) -> Act:
        seq, act_id, coder_id, time, kind, detail, undoes = row
        return Act(
            seq=seq,
            id=act_id,
            coder=names.get(coder_id, "?"),
            time=time,
            kind=kind,
            summary=self._words(kind, json.loads(detail), undoes, names),
            undoes=undoes,
            undone=seq in gone,
        )

    def _words(
        self, kind: str, detail: Mapping[str, Any], undoes: int | None, names: Mapping[str, str]
    ) -> str:
        if kind in ("undo", "redo"):
            return f"{'took back' if kind == 'undo' else 'did again'} {undoes}"
        shown = {key: _shown(value, names) for key, value in detail.items()}
        return PHRASES.get(kind, kind).format_map(_Known(shown))


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _shown(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return names.get(value, "(removed)")
    return str(value)
