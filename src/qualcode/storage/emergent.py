"""What was decided about emergent labels, read from the project file."""

from __future__ import annotations

import json

from qualcode.storage.journal import Act
from qualcode.storage.store import Store

Decided = tuple[str, str | None, str | None, str, str]
"""Decision or code, target or none, reason, name of the coder, time."""


def adopted(store: Store) -> dict[str, Decided]:
    """The labels that became codes, the last time where it happened twice."""
    found: dict[str, Decided] = {}
    for operation, reason, coder, created in store.rows(
        "SELECT b.operation, b.reason, p.name, b.created FROM codebooks b"
        " LEFT JOIN coders p ON p.id = b.coder_id"
        " WHERE b.deleted = 0 AND b.operation IS NOT NULL ORDER BY b.n"
    ):
        said = json.loads(operation)
        if said.get("kind") == "adopt":
            for label in said["given"]["labels"]:
                code = said["given"]["code"]
                found[str(label)] = ("code", str(code), reason or None, coder, created)
    return found


def decisions(store: Store) -> dict[str, Decided]:
    """What was decided about labels otherwise: the last word on each."""
    return {
        label: (decision, target, reason, coder, created)
        for label, decision, target, reason, coder, created in store.rows(
            "SELECT l.label, l.decision, l.target, l.reason, p.name, l.created"
            " FROM label_decisions l JOIN coders p ON p.id = l.coder_id"
            " WHERE l.deleted = 0 ORDER BY l.rowid"
        )
    }


def decide(act: Act, label: str, decision: str, target: str | None, reason: str | None) -> None:
    """Log a decision on a label; it takes the place of an earlier one."""
    reopen(act, label)
    row = {"label": label, "decision": decision, "target": target, "reason": reason}
    act.insert("label_decisions", {**row, "coder_id": act.coder_id, "created": act.store.clock()})


def reopen(act: Act, label: str) -> int:
    """Take back what was decided on a label; returns how many decisions that were."""
    found = act.store.rows(
        "SELECT id FROM label_decisions WHERE label = ? AND deleted = 0", (label,)
    )
    return sum(act.remove("label_decisions", row[0]) for row in found)
