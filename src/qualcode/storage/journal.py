"""The journal: every change as one act, with what it needs to be taken back.

A row of a project is never deleted by an act: it is marked. So every change is a set of columns
with their values before and after, and taking back is setting the values of before. The journal
holds ids, offsets and choices; whatever a person typed lies in `words`, named by id, where it can
be erased without breaking the journal.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from qualcode.errors import Conflict, QualcodeError
from qualcode.sentences import sentence
from qualcode.storage.store import Store

TYPED: Mapping[str, frozenset[str]] = {
    "settings": frozenset({"value"}),
    "coders": frozenset({"name", "full_name"}),
    "cases": frozenset({"name", "aliases", "attributes"}),
    "organisations": frozenset({"name", "type"}),
    "participants": frozenset({"name", "role"}),
    "documents": frozenset({"name", "file", "date", "wave", "groups", "attributes"}),
    "speakers": frozenset({"label"}),
    "guides": frozenset({"name", "groups"}),
    "segments": frozenset({"memo"}),
    "codings": frozenset({"label"}),
    "degrees": frozenset({"activity"}),
    "themes": frozenset({"name", "definition", "summary"}),
    "theme_members": frozenset({"member"}),
    "theme_summaries": frozenset({"text"}),
    "memos": frozenset({"text"}),
    "codebooks": frozenset({"content", "reason", "operation"}),
    "cells": frozenset({"summary"}),
    "ratings": frozenset({"sentence"}),
    "events": frozenset({"text"}),
    "findings": frozenset({"statement", "met"}),
    "propositions": frozenset({"statement", "query", "rival"}),
    "outcomes": frozenset({"statement"}),
    "claim_members": frozenset({"member"}),
    "claim_pins": frozenset({"reason"}),
    "chosen_quotes": frozenset({"replacements", "translation", "translator", "withheld"}),
    "member_checks": frozenset({"note"}),
    "label_decisions": frozenset({"label", "reason"}),
}
"""Columns that hold what people typed: their old values are kept in `words`, not in the journal."""

Change = tuple[str, str, dict[str, list[Any]]]


class Act:
    """One thing a coder does: rows are added and changed through it, inside one transaction."""

    def __init__(self, store: Store, coder_id: str) -> None:
        self.store = store
        self.coder_id = coder_id
        self.detail: dict[str, Any] = {}
        self.changes: list[Change] = []

    def insert(self, table: str, row: Mapping[str, Any]) -> str:
        """Add a row; its `id` is made when it has none, and returned."""
        values = dict(row)
        values.setdefault("id", self.store.new_id())
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.store.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))
        self.changes.append((table, values["id"], {"deleted": [1, 0]}))
        return str(values["id"])

    def update(self, table: str, row_id: str, values: Mapping[str, Any]) -> bool:
        """Change columns of a row; returns whether anything differs now."""
        names = list(values)
        old = self.store.row(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (row_id,))
        if old is None:
            raise Conflict(sentence("That part of the project is not there any more."))
        new = {
            name: (was, values[name])
            for name, was in zip(names, old, strict=True)
            if was != values[name]
        }
        if not new:
            return False
        self._set(table, row_id, {name: pair[1] for name, pair in new.items()})
        typed = TYPED.get(table, frozenset())
        columns = {
            name: [self._kept(was), self._kept(now)] if name in typed else [was, now]
            for name, (was, now) in new.items()
        }
        self.changes.append((table, row_id, columns))
        return True

    def remove(self, table: str, row_id: str) -> bool:
        """Take a row out of the project; it can come back."""
        return self.update(table, row_id, {"deleted": 1})

    def _set(self, table: str, row_id: str, values: Mapping[str, Any]) -> None:
        pairs = ", ".join(f"{name} = ?" for name in values)
        self.store.run(f"UPDATE {table} SET {pairs} WHERE id = ?", [*values.values(), row_id])

    def _kept(self, text: Any) -> Any:
        if text is None:
            return None
        word_id = self.store.new_id()
        self.store.run("INSERT INTO words (id, text) VALUES (?, ?)", (word_id, str(text)))
        return {"word": word_id}


GROUND = frozenset({"project.begin", "coder.join"})
"""Acts that are never taken back: without a project and its coder there is nobody to redo."""


@contextmanager
def act(store: Store, coder_id: str, kind: str, **detail: Any) -> Iterator[Act]:
    """One act: all its changes and its line in the journal in one transaction.

    An act that changed nothing leaves no line.
    """
    with store.write():
        doing = Act(store, coder_id)
        doing.detail.update(detail)
        yield doing
        if doing.changes:
            _append(store, doing, kind, undoes=None)


def _append(store: Store, doing: Act, kind: str, *, undoes: int | None) -> None:
    last = store.row("SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1") or (0, "")
    row = {
        "seq": last[0] + 1,
        "id": store.new_id(),
        "coder_id": doing.coder_id,
        "time": store.clock(),
        "kind": kind,
        "detail": json.dumps(doing.detail, ensure_ascii=False, sort_keys=True),
        "changes": json.dumps(doing.changes, ensure_ascii=False, separators=(",", ":")),
        "undoes": undoes,
    }
    row["chain"] = link(store, last[1], row)
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    store.run(f"INSERT INTO journal ({names}) VALUES ({marks})", list(row.values()))


def link(store: Store, before: str, row: Mapping[str, Any]) -> str:
    """The keyed hash that ties a line of the journal to all before it."""
    key = store.value("SELECT value FROM meta WHERE key = 'key'") or ""
    body = json.dumps([before, *(row[name] for name in row if name != "chain")], ensure_ascii=False)
    return hmac.new(key.encode(), body.encode(), hashlib.sha256).hexdigest()


def take_back(
    store: Store,
    coder_id: str,
    *,
    forward: bool = False,
    guard: Callable[[], None] | None = None,
) -> int:
    """Undo the coder's last act, or with `forward` redo the one undone last; returns its number.

    `guard` is called before it is final and may refuse by raising. Raises QualcodeError when
    there is nothing, Conflict when the rows were changed since.
    """
    with store.write():
        done, undone = stacks(store, coder_id)
        pile = undone if forward else done
        if not pile:
            raise nothing_left(forward=forward)
        target = pile[-1]
        changes = json.loads(
            store.value("SELECT changes FROM journal WHERE seq = ?", (target,)) or "[]"
        )
        _check_versions(store, changes)
        doing = Act(store, coder_id)
        ordered = changes if forward else list(reversed(changes))
        for table, row_id, columns in ordered:
            _apply(doing, table, row_id, columns, forward=forward)
        if guard is not None:
            guard()
        _append(store, doing, "redo" if forward else "undo", undoes=target)
        return int(target)


def nothing_left(*, forward: bool) -> QualcodeError:
    """That there is nothing to redo with `forward`, else to undo."""
    if forward:
        return QualcodeError(sentence("There is nothing to redo."))
    return QualcodeError(sentence("There is nothing to undo."))


def _check_versions(store: Store, changes: list[Change]) -> None:
    """Raises Conflict when a codebook version comes or goes below one that was built on it."""
    versions = [row_id for table, row_id, _ in changes if table == "codebooks"]
    marks = ", ".join("?" * len(versions))
    if versions and store.value(
        f"SELECT count(*) FROM codebooks WHERE deleted = 0 AND id NOT IN ({marks})"
        f" AND n > (SELECT min(n) FROM codebooks WHERE id IN ({marks}))",
        (*versions, *versions),
    ):
        raise Conflict(
            sentence("The codebook has been revised since."),
            sentence("See `qualcode codebook log`; revise it again by hand instead."),
        )


def _apply(
    doing: Act, table: str, row_id: str, columns: Mapping[str, list[Any]], *, forward: bool
) -> None:
    store = doing.store
    names = list(columns)
    now = store.row(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (row_id,))
    come, go = (0, 1) if forward else (1, 0)
    if now is None:
        raise Conflict(
            sentence("What this act changed has been erased."),
            sentence("It cannot be taken back."),
        )
    for value, name in zip(now, names, strict=True):
        if value != _value(store, columns[name][come]):
            raise Conflict(
                sentence("Somebody has changed the same thing since."),
                sentence("See `qualcode log`; change it by hand instead."),
            )
    try:
        doing._set(table, row_id, {name: _value(store, columns[name][go]) for name in names})
    except sqlite3.IntegrityError:
        raise Conflict(
            sentence("Something else has taken its place since."),
            sentence("See `qualcode log`; change it by hand instead."),
        ) from None
    doing.changes.append((table, row_id, {n: [columns[n][come], columns[n][go]] for n in names}))


def _value(store: Store, kept: Any) -> Any:
    if isinstance(kept, dict):
        found = store.row("SELECT text FROM words WHERE id = ?", (kept["word"],))
        if found is None or found[0] is None:
            raise Conflict(
                sentence("The words of this act have been erased."),
                sentence("It cannot be taken back."),
            )
        return found[0]
    return kept


def stacks(store: Store, coder_id: str) -> tuple[list[int], list[int]]:
    """The coder's acts that can be undone and those that can be redone, the next one last.

    What everything else stands on is in neither.
    """
    done: list[int] = []
    undone: list[int] = []
    for seq, kind, undoes in store.rows(
        "SELECT seq, kind, undoes FROM journal WHERE coder_id = ? ORDER BY seq", (coder_id,)
    ):
        if kind == "undo":
            done.remove(undoes)
            undone.append(undoes)
        elif kind == "redo":
            undone.remove(undoes)
            done.append(undoes)
        elif kind not in GROUND:
            done.append(seq)
            undone.clear()
    return done, undone


def broken_link(store: Store) -> int | None:
    """The number of the first line of the journal that was tampered with, or None."""
    before = ""
    names = ("seq", "id", "coder_id", "time", "kind", "detail", "changes", "undoes", "chain")
    for values in store.rows(f"SELECT {', '.join(names)} FROM journal ORDER BY seq"):
        row = dict(zip(names, values, strict=True))
        if link(store, before, row) != row["chain"]:
            return int(row["seq"])
        before = row["chain"]
    return None
