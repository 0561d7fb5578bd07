"""What has been done, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache
from string import Formatter
from typing import Any

from qualcode.domain.codebook import Code
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
_WORDED = (
    *(("findings", "statement"), ("propositions", "statement"), ("outcomes", "statement")),
    ("events", "text"),
)
"""Tables whose rows go by the sentence that the analyst gave them."""
_LIES_IN = {
    "segment": "SELECT document_id FROM segments WHERE id = ?",
    "degree": "SELECT s.document_id FROM degrees g JOIN segments s ON s.id = g.segment_id"
    " WHERE g.id = ?",
    "quote": "SELECT s.document_id FROM chosen_quotes q JOIN codings c ON c.id = q.coding_id"
    " JOIN segments s ON s.id = c.segment_id WHERE q.id = ?",
}
"""What has no name goes by the document that it lies in."""
_DONE_IN = {
    "segments": "SELECT document_id, turn FROM segments WHERE id = ?",
    "codings": "SELECT s.document_id, s.turn FROM codings c"
    " JOIN segments s ON s.id = c.segment_id WHERE c.id = ?",
    "degrees": "SELECT s.document_id, s.turn FROM degrees g"
    " JOIN segments s ON s.id = g.segment_id WHERE g.id = ?",
    "units": "SELECT v.document_id, NULL FROM units u"
    " JOIN text_versions v ON v.id = u.version_id WHERE u.id = ?",
}
"""Document and turn of what lies in a text, by its table."""
LONGEST = 60
"""Code points of such a sentence that stand for it."""


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
        act = self._act(row, set() if forward else {seq}, self._names())
        return replace(act, place=self._done_in(seq)) if "document" in act.values else act

    def codes_gone(self, codes: Collection[str]) -> Mapping[str, Code]:
        """Those of the codes (ids) that are in no codebook in force, as they were last."""
        from qualcode.exchange import codebook_json

        missing = set(codes) - set(self._session.book().by_id)
        found: dict[str, Code] = {}
        store = self._session.store
        for (version,) in store.rows("SELECT id FROM codebooks ORDER BY n DESC"):
            if not missing:
                break
            known = codebook_json.loads(books.content(store, version)).by_id
            found.update((code, known[code]) for code in missing & set(known))
            missing -= set(known)
        return found

    def _done_in(self, seq: int) -> tuple[str, int | None] | None:
        """Document and turn of the first thing in a text that an act changed."""
        store = self._session.store
        changes = json.loads(store.value("SELECT changes FROM journal WHERE seq = ?", (seq,)))
        for table, row_id, _columns in changes:
            if table in _DONE_IN:
                document, turn = store.row(_DONE_IN[table], (row_id,)) or (None, None)
                return (document, turn) if document else None
        return None

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
        for table, column in _WORDED:
            rows = self._session.store.rows(f"SELECT id, {column} FROM {table}")
            found.update((row_id, _short(words)) for row_id, words in rows)
        return found

    def _place(self, detail: dict[str, Any]) -> dict[str, Any]:
        """The detail of an act with its document, where that is known by what lies in it."""
        for name, sql in _LIES_IN.items():
            if "document" not in detail and isinstance(detail.get(name), str):
                return {**detail, "document": self._session.store.value(sql, (detail[name],))}
        return detail

    def _act(self, row: tuple[Any, ...], gone: set[int], names: Mapping[str, str]) -> Act:
        seq, act_id, coder_id, time, kind, detail, undoes = row
        said = {**self._place(json.loads(detail)), "undoes": undoes}
        phrase, values = _told(kind, said, names)
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


def _short(words: str) -> str:
    """The beginning of a sentence on one line, cut after a whole word."""
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    cut = line.rfind(" ", LONGEST // 2, LONGEST)
    return f"{line[: cut if cut > 0 else LONGEST].rstrip()} …"


def _told(
    kind: str, detail: Mapping[str, Any], names: Mapping[str, str]
) -> tuple[str, dict[str, tuple[str, ...] | None]]:
    """The phrase of an act and what stands in it; None for what has no name any more."""
    phrase = PHRASES.get(f"{kind}.{_form(detail, names)}", "")
    if not phrase or not _blanks(phrase) <= detail.keys():
        phrase = PHRASES.get(kind, kind)
    return phrase, {name: _shown(detail.get(name, "?"), names) for name in _blanks(phrase)}


def _form(detail: Mapping[str, Any], names: Mapping[str, str]) -> str:
    for number, form in ((1, "one"), (0, "none")):
        if any(detail.get(name) == number for name in _COUNTS):
            return form
    if detail.get("target_kind") == "code" or detail.get("target") in names:
        return "named"
    return "whole" if "case" in detail and detail["case"] is None else ""


@cache
def _blanks(phrase: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(phrase) if name)


def _shown(value: Any, names: Mapping[str, str]) -> tuple[str, ...] | None:
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(map(str, value))
    if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return (names[value],) if value in names else None
    return (str(value),)
