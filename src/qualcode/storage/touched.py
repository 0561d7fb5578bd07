"""Which segments the newest acts have changed, read from the journal."""

from __future__ import annotations

import json

from qualcode.storage.store import Store

MOST = 200
"""More rows than these are not followed one by one."""

_OF_CLAIMS = frozenset({"findings", "propositions", "claim_members", "claim_pins", "chosen_quotes"})
"""Tables that say what rests on codings, and nothing of these."""
_APART = frozenset(
    {
        *("settings", "themes", "theme_members", "theme_summaries", "units"),
        *("outcomes", "member_checks", "label_decisions", "reviews"),
        *("cells", "cell_links", "ratings", "rating_links", "contrary_seen", "events"),
        *_OF_CLAIMS,
    }
)
"""Tables that a segment shows nothing of."""
_NAMED = frozenset({"coders", "organisations"})
"""Tables that segments show the names of."""
_OWNER = {"codings": "segment_id", "degrees": "segment_id", "memos": "target"}
"""Which column of a table names the segment that shows its rows; a memo may be on other things."""


def touched_segments(store: Store, since: int) -> set[str] | None:
    """The ids of the segments that acts after that line of the journal changed.

    None where they changed something else that segments show, or more than can be followed.
    """
    found: set[str] = set()
    parts: dict[str, list[str]] = {table: [] for table in _OWNER}
    lines = store.rows("SELECT changes FROM journal WHERE seq > ? LIMIT ?", (since, MOST))
    for (text,) in lines:
        for table, row_id, columns in json.loads(text):
            if table == "segments":
                found.add(row_id)
            elif table in parts:
                parts[table].append(row_id)
            elif table not in _APART and not (table in _NAMED and _came(columns)):
                return None
    if len(lines) == MOST or len(found) + sum(map(len, parts.values())) > MOST:
        return None
    for table, ids in parts.items():
        if ids:
            marks = ", ".join("?" * len(ids))
            owner = _OWNER[table]
            rows = store.rows(f"SELECT {owner} FROM {table} WHERE id IN ({marks})", ids)
            found.update(row[0] for row in rows)
    return found


def only_claims(store: Store, since: int) -> bool:
    """Whether acts after that line of the journal changed claims and quotes, and nothing else.

    False where there are more than can be followed.
    """
    lines = store.rows("SELECT changes FROM journal WHERE seq > ? LIMIT ?", (since, MOST))
    changed = {table for (text,) in lines for table, *_ in json.loads(text)}
    return len(lines) < MOST and changed <= _OF_CLAIMS


def _came(columns: dict[str, list[object]]) -> bool:
    """Whether a row only came or went: what is named nowhere changes nothing shown."""
    return set(columns) == {"deleted"}
