"""What has been done, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from string import Formatter
from typing import Any

from qualcode.domain.people import Act
from qualcode.errors import Conflict
from qualcode.sentences import sentence
from qualcode.services.act_phrases import PHRASES
from qualcode.services.session import Session
from qualcode.storage import books, journal, people, recoding, text_versions

GONE = "(removed)"
"""What stands for the name of something that was erased."""

_COUNTS = ("codings", "n", "turns")
_NAMED = ("coders", "cases", "organisations", "participants", "documents", "guides", "themes")
"""Tables whose rows have names; those that an act removed are there still, with their names."""


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
            raise journal.nothing_left(forward=forward)
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
        """Refuses when somebody's codings would lose their code or the text that they lie in."""
        store, before = self._session.store, books.current_id(self._session.store)

        def check() -> None:
            if text_versions.stranded(store):
                raise Conflict(
                    sentence("There are codings in the text that would be put aside."),
                    sentence(
                        "Replace it by the file of the other text instead; then they are "
                        "carried over."
                    ),
                )
            if books.current_id(store) == before:
                return
            lost = recoding.used_codes(store) - set(self._session.book().by_id)
            if lost:
                raise Conflict(
                    sentence(
                        "There are codings of {names}, which would be gone.",
                        names=", ".join(sorted(lost)[:5]),
                    ),
                    sentence("Recode those passages first, or retire the code instead."),
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
        found: dict[str, str] = {}
        for table in _NAMED:
            found.update(self._session.store.rows(f"SELECT id, name FROM {table}"))
        return found

    def _act(self, row: tuple[Any, ...], gone: set[int], names: Mapping[str, str]) -> Act:
        seq, act_id, coder_id, time, kind, detail, undoes = row
        phrase, values = _told(kind, {**json.loads(detail), "undoes": undoes}, names)
        return Act(
            seq=seq,
            id=act_id,
            coder=names.get(coder_id, "?"),
            time=time,
            kind=kind,
            summary=phrase.format_map(
                {name: GONE if said is None else ", ".join(said) for name, said in values.items()}
            ),
            undoes=undoes,
            undone=seq in gone,
            phrase=phrase,
            values=values,
        )


def _told(
    kind: str, detail: Mapping[str, Any], names: Mapping[str, str]
) -> tuple[str, dict[str, tuple[str, ...] | None]]:
    """The phrase of an act and what stands in it; None for what has no name any more."""
    phrase = PHRASES.get(f"{kind}.{_form(detail, names)}", "")
    if not phrase or not _blanks(phrase) <= detail.keys():
        phrase = PHRASES.get(kind, kind)
    return phrase, {name: _shown(detail.get(name, "?"), names) for name in _blanks(phrase)}


def _form(detail: Mapping[str, Any], names: Mapping[str, str]) -> str:
    if any(detail.get(name) == 1 for name in _COUNTS):
        return "one"
    if detail.get("target_kind") == "code" or detail.get("target") in names:
        return "named"
    return "whole" if "case" in detail and detail["case"] is None else ""


@cache
def _blanks(phrase: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name)


def _shown(value: Any, names: Mapping[str, str]) -> tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(map(str, value))
    if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return (names[value],) if value in names else None
    return (str(value),)
