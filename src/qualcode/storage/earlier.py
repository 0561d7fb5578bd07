"""An earlier state of a project, made in memory by taking back what was done since.

Nothing is written to the disk, so no words are left behind in a file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

from qualcode.domain.document import WITHDRAWN
from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.storage.mishaps import translated
from qualcode.storage.store import Store

ERASED = WITHDRAWN
"""Stands for words that were erased since."""

_EMPTY = {"aliases": "[]", "groups": "[]", "attributes": "{}", "value": "null"}
"""What stands for them in columns that hold JSON."""


def line_before(store: Store, moment: str) -> int:
    """The number of the last act up to a moment (ISO 8601); a day or month means its end.

    Raises Invalid when nothing had been done by then.
    """
    # `~` sorts after every sign of a date, so 2026-05 takes in all of May
    found = store.value("SELECT max(seq) FROM journal WHERE time <= ? || '~'", (moment,))
    if found is None:
        first = str(store.value("SELECT min(time) FROM journal") or "")[:10]
        raise Invalid(
            sentence("The project has no state of {moment}.", moment=moment),
            sentence("It was begun on {first}.", first=first),
        )
    return int(found)


def as_of(store: Store, line: int) -> Store:
    """The project as it was after the act with that number, in memory and for reading only.

    Raises Invalid when there is no such act.
    """
    last = int(store.value("SELECT max(seq) FROM journal") or 0)
    if not 1 <= line <= last:
        raise Invalid(
            sentence("There is no act {line}.", line=line),
            sentence("The acts are numbered 1 to {last}: `log`.", last=last),
        )
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with translated(store.path):
        store.copy_to(copy)
    _take_back(copy, line)
    return Store(store.path, copy, read_only=True)


def _take_back(copy: sqlite3.Connection, line: int) -> None:
    words = _words(copy)
    copy.execute("PRAGMA foreign_keys = OFF")
    copy.execute("BEGIN")
    for (changes,) in copy.execute(
        "SELECT changes FROM journal WHERE seq > ? ORDER BY seq DESC", (line,)
    ).fetchall():
        for table, row_id, columns in reversed(json.loads(changes)):
            pairs = ", ".join(f"{name} = ?" for name in columns)
            values = [words(name, before) for name, (before, _) in columns.items()]
            copy.execute(f"UPDATE {table} SET {pairs} WHERE id = ?", [*values, row_id])
    for trigger in ("journal_is_kept", "journal_is_fixed"):
        copy.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    copy.execute("DELETE FROM journal WHERE seq > ?", (line,))
    copy.execute("COMMIT")


def _words(copy: sqlite3.Connection) -> Callable[[str, Any], Any]:
    """Old values as they were; those that people typed lie in a store of their own."""

    def value(column: str, kept: Any) -> Any:
        if not isinstance(kept, dict):
            return kept
        found = copy.execute("SELECT text FROM words WHERE id = ?", (kept["word"],)).fetchone()
        return _EMPTY.get(column, ERASED) if found is None or found[0] is None else found[0]

    return value
