"""What a project says of itself: settings, content state, and what screens remember."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from qualcode.domain.rating import DEFAULT_RULES
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

LISTS = ("languages", "periods")
DEFAULTS: dict[str, Any] = {
    "title": "",
    "stance": "single-coder",
    "languages": [],
    "periods": ["before", "start", "now", "later"],
    "retention": None,
    "coder": None,
    "rating_rules": DEFAULT_RULES,
    "quote_share": 0.2,
}

_CONTENT: Mapping[str, tuple[str, ...]] = {
    "settings": ("id", "value"),
    "coders": ("id", "name"),
    "cases": ("id", "name", "aliases", "attributes"),
    "organisations": ("id", "name", "case_id", "type"),
    "participants": ("id", "name", "role", "organisation_id", "case_id", "consent"),
    "documents": (
        *("id", "name", "case_id", "participant_id", "language", "date", "wave"),
        *("groups", "attributes", "version_id", "kind"),
    ),
    "speakers": ("id", "label", "interviewer", "participant_id"),
    "guides": ("id", "name", "codes", "groups", "cases", "documents"),
    "segments": (
        *("id", "document_id", "version_id", "start", "stop", "turn", "coder_id"),
        *("standing", "memo", "case_id"),
    ),
    "codings": ("id", "segment_id", "code", "valence", "confidence", "label"),
    "degrees": ("id", "segment_id", "value", "from_id", "to_id", "activity", "period"),
    "themes": ("id", "name", "scale", "origin", "definition", "summary"),
    "theme_members": ("theme_id", "kind", "member"),
    "theme_summaries": ("theme_id", "case_id", "text"),
    "memos": ("id", "target_kind", "target", "kind", "text"),
    "units": ("version_id", "turn", "coder_id"),
    "worklist": ("coding_id", "code", "reason", "done"),
    "reviews": ("segment_id", "coding_id", "reason", "version_id", "start", "stop", "done"),
    "cells": ("row_kind", "row_id", "code", "summary", "status", "basis"),
    "cell_links": ("cell_id", "coding_id"),
    "ratings": ("case_id", "code", "period", "coder_id", "kind", "value", "sentence", "basis"),
    "rating_links": ("rating_id", "coding_id"),
    "contrary_seen": ("subject_kind", "subject", "coder_id", "seen"),
    "events": ("case_id", "period", "kind", "text"),
    "findings": ("id", "kind", "statement", "met", "status", "position", "merged_into"),
    "propositions": (
        *("id", "statement", "query", "towards", "rival", "verdict", "status", "position"),
    ),
    "outcomes": ("id", "case_id", "kind", "statement", "level", "period", "position"),
    "claim_members": ("owner_kind", "owner", "kind", "member", "side"),
    "claim_pins": ("owner_kind", "owner", "case_id", "stance", "reason"),
    "chosen_quotes": (
        *("owner_kind", "owner", "coding_id", "side", "cuts", "replacements", "corrections"),
        *("version_id", "start", "stop", "attribution", "translation", "translation_language"),
        *("translator", "withheld", "position"),
    ),
    "member_checks": (
        *("document_id", "participant_id", "target_kind", "target", "answer", "note"),
    ),
    "label_decisions": ("label", "decision", "target", "reason"),
}
"""What the state of a project is made of: columns by table."""

_BETWEEN = "\x1f"
"""Stands between the values of a column where they are joined."""


def begin(store: Store, *, key: str | None = None, project_id: str | None = None) -> None:
    """Give a new project its id and the key of its journal; inside a `write`."""
    values = {"id": project_id or store.new_id(), "key": key or secrets.token_hex(32)}
    store.run_many("INSERT INTO meta (key, value) VALUES (?, ?)", list(values.items()))


def settings(store: Store) -> dict[str, Any]:
    """All settings, defaults filled in."""
    found = dict(DEFAULTS)
    for name, value in store.rows("SELECT id, value FROM settings WHERE deleted = 0"):
        found[name] = json.loads(value)
    return found


def change_setting(act: Act, name: str, value: Any) -> None:
    """Set one setting, to be undone like any act."""
    text = json.dumps(value, ensure_ascii=False)
    if act.store.row("SELECT 1 FROM settings WHERE id = ?", (name,)) is None:
        act.insert("settings", {"id": name, "value": text})
    else:
        act.update("settings", name, {"value": text, "deleted": 0})


class Content:
    """The live content of a project, read once and in one view; what tables are made of too."""

    def __init__(self, store: Store) -> None:
        with store.reading():
            self._tables = {name: _live(store, name, shape) for name, shape in _CONTENT.items()}
            self._book = store.value(
                "SELECT version || content FROM codebooks WHERE deleted = 0 ORDER BY n DESC LIMIT 1"
            )

    def columns(self, table: str, *names: str) -> list[list[Any]]:
        """Columns of the live rows of a table, in the order in which the rows were made."""
        return [self._tables[table][name] for name in names]

    def state(self) -> str:
        """A hash of it all: taking back and doing again meets the same states."""
        digest = hashlib.sha256()
        for table, columns in self._tables.items():
            digest.update(f"[{table}]".encode())
            for column in columns.values():
                digest.update(_told(column).encode())
        digest.update(f"[codebook]{self._book or ''}".encode())
        return digest.hexdigest()


def content_state(store: Store) -> str:
    """A hash of the live content."""
    return Content(store).state()


def _live(store: Store, table: str, names: tuple[str, ...]) -> dict[str, list[Any]]:
    """The columns of the live rows; in the order of the file, which is the quickest to read."""
    columns = store.columns(
        f"SELECT {', '.join(names)} FROM {table} WHERE deleted = 0 ORDER BY rowid"
    )
    return dict(zip(names, columns, strict=True))


def _told(column: Sequence[Any]) -> str:
    """The values of a column as one text, which no other values have.

    Thousands of ids are quickly joined; what holds numbers, nothing, or the sign between them is
    told as JSON.
    """
    try:
        joined = _BETWEEN.join(column)
    except TypeError:
        return json.dumps(column)
    whole = joined.count(_BETWEEN) == len(column) - 1
    return f"{_BETWEEN}{joined}{_BETWEEN}" if whole else json.dumps(column)


def last_change(store: Store) -> str:
    """When the project was last changed, ISO 8601, or an empty string."""
    return str(store.value("SELECT time FROM journal ORDER BY seq DESC LIMIT 1") or "")


def last_act(store: Store, but: tuple[str, ...] = ()) -> int:
    """The number of the newest line of the journal; 0 for none.

    Acts whose kind begins with one of `but` are passed over, also where they were taken back.
    """
    if not but:
        return int(store.value("SELECT max(seq) FROM journal") or 0)
    kind = "coalesce(done.kind, j.kind)"
    passed = " AND ".join([f"substr({kind}, 1, ?) <> ?"] * len(but))
    values = [value for one in but for value in (len(one), one)]
    sql = (
        "SELECT j.seq FROM journal j LEFT JOIN journal done ON done.seq = j.undoes"
        f" WHERE {passed} ORDER BY j.seq DESC LIMIT 1"
    )
    return int(store.value(sql, values) or 0)


def remembered(store: Store, coder: str, key: str) -> Any:
    """What the screens kept for a coder under `key`, or None."""
    found = store.value("SELECT value FROM view WHERE coder = ? AND key = ?", (coder, key))
    return None if found is None else json.loads(found)


def remember(store: Store, coder: str, key: str, value: Any) -> None:
    """Keep a small value for the screens; no act, not part of the content."""
    with store.write():
        store.run(
            "INSERT INTO view (coder, key, value) VALUES (?, ?, ?)"
            " ON CONFLICT (coder, key) DO UPDATE SET value = excluded.value",
            (coder, key, json.dumps(value, ensure_ascii=False)),
        )
