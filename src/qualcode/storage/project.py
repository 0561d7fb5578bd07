"""What a project says of itself: settings, content state, and what screens remember."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

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
}

_CONTENT: Mapping[str, tuple[str, ...]] = {
    "settings": ("id", "value"),
    "coders": ("id", "name"),
    "cases": ("id", "name", "aliases", "attributes"),
    "organisations": ("id", "name", "case_id", "type"),
    "participants": ("id", "name", "role", "organisation_id", "case_id", "consent"),
    "documents": (
        *("id", "name", "case_id", "participant_id", "language", "date", "wave"),
        *("groups", "attributes", "version_id"),
    ),
    "speakers": ("id", "label", "interviewer", "participant_id"),
    "guides": ("id", "name", "codes", "groups", "cases", "documents"),
    "segments": (
        *("id", "document_id", "version_id", "start", "stop", "coder_id", "standing"),
        *("memo", "case_id"),
    ),
    "codings": ("id", "segment_id", "code", "valence", "confidence", "label"),
    "degrees": ("id", "segment_id", "value", "from_id", "to_id", "activity", "period"),
    "themes": ("id", "name", "scale", "origin", "definition", "summary"),
    "theme_members": ("theme_id", "kind", "member"),
    "theme_summaries": ("theme_id", "case_id", "text"),
    "memos": ("id", "target_kind", "target", "kind", "text"),
    "units": ("version_id", "turn", "coder_id"),
    "worklist": ("coding_id", "code", "reason", "done"),
}
"""What the state of a project is made of: columns by table."""


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


def content_state(store: Store) -> str:
    """A hash of the live content: taking back and doing again meets the same states."""
    digest = hashlib.sha256()
    with store.reading():
        for table, columns in _CONTENT.items():
            shape = ",".join(["%Q"] * len(columns))
            rows = store.value(
                f"SELECT group_concat(printf('{shape}', {', '.join(columns)}), char(10))"
                f" FROM (SELECT * FROM {table} WHERE deleted = 0 ORDER BY rowid)"
            )
            digest.update(f"[{table}]{rows or ''}".encode())
        book = store.value(
            "SELECT version || content FROM codebooks WHERE deleted = 0 ORDER BY n DESC LIMIT 1"
        )
        digest.update(f"[codebook]{book or ''}".encode())
    return digest.hexdigest()


def last_change(store: Store) -> str:
    """When the project was last changed, ISO 8601, or an empty string."""
    return str(store.value("SELECT time FROM journal ORDER BY seq DESC LIMIT 1") or "")


def last_act(store: Store) -> int:
    """The number of the newest line of the journal; 0 for none."""
    return int(store.value("SELECT max(seq) FROM journal") or 0)


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
