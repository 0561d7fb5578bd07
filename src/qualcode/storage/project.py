"""What a project says of itself: settings, content state, and what screens remember."""

from __future__ import annotations

import hashlib
import json
import secrets
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

_CONTENT = (
    "SELECT id, value FROM settings WHERE deleted = 0",
    "SELECT id, name FROM coders WHERE deleted = 0",
    "SELECT id, name, aliases, attributes FROM cases WHERE deleted = 0",
    "SELECT id, name, case_id, type FROM organisations WHERE deleted = 0",
    "SELECT id, name, role, organisation_id, case_id, consent FROM participants WHERE deleted = 0",
    "SELECT d.id, d.name, d.case_id, d.participant_id, d.language, d.date, d.wave, d.groups,"
    " d.attributes, v.sha256 FROM documents d JOIN text_versions v ON v.id = d.version_id"
    " WHERE d.deleted = 0",
    "SELECT s.id, s.label, s.interviewer, s.participant_id FROM speakers s"
    " JOIN documents d ON d.id = s.document_id WHERE s.deleted = 0 AND d.deleted = 0",
    "SELECT id, name, codes, groups, cases, documents FROM guides WHERE deleted = 0",
    "SELECT id, version, content FROM codebooks WHERE deleted = 0 AND n ="
    " (SELECT max(n) FROM codebooks WHERE deleted = 0)",
    "SELECT s.id, s.document_id, s.version_id, s.start, s.stop, s.coder_id, s.standing, s.memo,"
    " s.case_id FROM segments s JOIN documents d ON d.id = s.document_id"
    " WHERE s.deleted = 0 AND d.deleted = 0",
    "SELECT c.id, c.segment_id, c.code, c.valence, c.confidence, c.label FROM codings c"
    " JOIN segments s ON s.id = c.segment_id JOIN documents d ON d.id = s.document_id"
    " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0",
    "SELECT g.id, g.segment_id, g.value, g.from_id, g.to_id, g.activity, g.period FROM degrees g"
    " JOIN segments s ON s.id = g.segment_id JOIN documents d ON d.id = s.document_id"
    " WHERE g.deleted = 0 AND s.deleted = 0 AND d.deleted = 0",
    "SELECT id, name, scale, origin, definition, summary FROM themes WHERE deleted = 0",
    "SELECT theme_id, kind, member FROM theme_members WHERE deleted = 0",
    "SELECT theme_id, case_id, text FROM theme_summaries WHERE deleted = 0",
    "SELECT id, target_kind, target, kind, text FROM memos WHERE deleted = 0",
    "SELECT version_id, turn, coder_id FROM units WHERE deleted = 0",
)


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
    """A hash of the live content: the same content gives the same state, whatever the way there."""
    digest = hashlib.sha256()
    with store.reading():
        for n, sql in enumerate(_CONTENT):
            digest.update(f"[{n}]".encode())
            rows = sorted(map(repr, store.rows(sql)))
            digest.update("\n".join(rows).encode())
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
