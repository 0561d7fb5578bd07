"""Cases, organisations, participants, coders and guides in the project file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qualcode.domain.people import Case, Coder, Guide, Organisation, Participant
from qualcode.storage.journal import Act
from qualcode.storage.store import Store


def cases(store: Store) -> list[Case]:
    """All cases in the order they were made, with their number of documents."""
    found = store.rows(
        "SELECT c.id, c.name, c.aliases, c.attributes,"
        " (SELECT count(*) FROM documents d WHERE d.case_id = c.id AND d.deleted = 0)"
        " FROM cases c WHERE c.deleted = 0 ORDER BY c.position, c.id"
    )
    return [
        Case(row[0], row[1], json.loads(row[3]), row[4], tuple(json.loads(row[2]))) for row in found
    ]


def add_case(act: Act, name: str, attributes: Mapping[str, object]) -> str:
    """A new case at the end of the list; returns its id."""
    position = act.store.value("SELECT coalesce(max(position), 0) + 1 FROM cases")
    return act.insert(
        "cases", {"name": name, "attributes": _json(attributes), "position": position}
    )


def organisations(store: Store) -> list[Organisation]:
    """All organisations by name."""
    found = store.rows(
        "SELECT o.id, o.name, c.name, o.case_id, o.type FROM organisations o"
        " LEFT JOIN cases c ON c.id = o.case_id AND c.deleted = 0"
        " WHERE o.deleted = 0 ORDER BY o.name, o.id"
    )
    return [Organisation(*row) for row in found]


def participants(store: Store) -> list[Participant]:
    """All participants by pseudonym."""
    found = store.rows(
        "SELECT p.id, p.name, p.role, o.name, p.organisation_id, c.name, p.case_id, p.consent"
        " FROM participants p"
        " LEFT JOIN organisations o ON o.id = p.organisation_id AND o.deleted = 0"
        " LEFT JOIN cases c ON c.id = p.case_id AND c.deleted = 0"
        " WHERE p.deleted = 0 ORDER BY p.name, p.id"
    )
    return [Participant(*row) for row in found]


def coders(store: Store) -> list[Coder]:
    """All coders by name."""
    found = store.rows("SELECT id, name, full_name FROM coders WHERE deleted = 0 ORDER BY name, id")
    return [Coder(*row) for row in found]


def coder_id(store: Store, name: str) -> str | None:
    """The id of the coder with that name or id."""
    found = store.value(
        "SELECT id FROM coders WHERE deleted = 0 AND (name = ? OR id = ?)", (name, name)
    )
    return None if found is None else str(found)


def has_codings(store: Store, coder: str) -> bool:
    """Whether a coder marked any live passage."""
    found = store.row("SELECT 1 FROM segments WHERE deleted = 0 AND coder_id = ?", (coder,))
    return found is not None


def guides(store: Store) -> list[Guide]:
    """All guides by name; what they cover as ids."""
    found = store.rows(
        "SELECT id, name, codes, groups, cases, documents FROM guides"
        " WHERE deleted = 0 ORDER BY name, id"
    )
    return [
        Guide(row[0], row[1], *(tuple(json.loads(value)) for value in row[2:])) for row in found
    ]


def add_guide(act: Act, guide: Mapping[str, Any]) -> str:
    """A new guide; lists are kept as JSON."""
    return act.insert("guides", {k: v if k == "name" else _json(v) for k, v in guide.items()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
