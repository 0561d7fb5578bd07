"""Themes, memos and marks of reading in the project file."""

from __future__ import annotations

from qualcode.domain.people import Memo, Theme
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

MEMBER_KINDS = ("code", "label", "segment")


def themes(store: Store) -> list[Theme]:
    """All themes in their order, with what they gather."""
    members: dict[tuple[str, str], list[str]] = {}
    for theme_id, kind, member in store.rows(
        "SELECT theme_id, kind, member FROM theme_members WHERE deleted = 0 ORDER BY rowid"
    ):
        members.setdefault((theme_id, kind), []).append(member)
    summaries: dict[str, dict[str, str]] = {}
    for theme_id, case_id, text in store.rows(
        "SELECT theme_id, case_id, text FROM theme_summaries WHERE deleted = 0 AND text IS NOT NULL"
    ):
        summaries.setdefault(theme_id, {})[case_id] = text
    return [
        Theme(
            id=row[0],
            name=row[1],
            codes=tuple(members.get((row[0], "code"), ())),
            segments=tuple(members.get((row[0], "segment"), ())),
            labels=tuple(members.get((row[0], "label"), ())),
            scale=row[2],
            origin=row[3],
            definition=row[4],
            summary=row[5],
            case_summaries=summaries.get(row[0], {}),
        )
        for row in store.rows(
            "SELECT id, name, scale, origin, definition, summary FROM themes"
            " WHERE deleted = 0 ORDER BY position, id"
        )
    ]


def add_theme(
    act: Act, name: str, *, scale: str | None, origin: str, definition: str | None
) -> str:
    """A new theme at the end of the list; returns its id."""
    position = act.store.value("SELECT coalesce(max(position), 0) + 1 FROM themes")
    return act.insert(
        "themes",
        {
            "name": name,
            "position": position,
            "scale": scale,
            "origin": origin,
            "definition": definition,
        },
    )


def gather(act: Act, theme_id: str, kind: str, member: str) -> bool:
    """Put a code, label or segment under a theme; False when it is there already."""
    known = act.store.row(
        "SELECT id FROM theme_members WHERE theme_id = ? AND kind = ? AND member = ?"
        " AND deleted = 0",
        (theme_id, kind, member),
    )
    if known is not None:
        return False
    act.insert("theme_members", {"theme_id": theme_id, "kind": kind, "member": member})
    return True


def drop(act: Act, theme_id: str, kind: str, member: str) -> bool:
    """Take a code, label or segment out of a theme; False when it was not in it."""
    known = act.store.value(
        "SELECT id FROM theme_members WHERE theme_id = ? AND kind = ? AND member = ?"
        " AND deleted = 0",
        (theme_id, kind, member),
    )
    return known is not None and act.remove("theme_members", known)


def summarise(act: Act, theme_id: str, case_id: str, text: str | None) -> None:
    """Set or clear what a theme says of one case."""
    known = act.store.value(
        "SELECT id FROM theme_summaries WHERE theme_id = ? AND case_id = ? AND deleted = 0",
        (theme_id, case_id),
    )
    if known is None:
        act.insert("theme_summaries", {"theme_id": theme_id, "case_id": case_id, "text": text})
    else:
        act.update("theme_summaries", known, {"text": text})


def memos(store: Store, target_kind: str | None = None, target: str | None = None) -> list[Memo]:
    """Memos, oldest first, narrowed to a kind of thing or to one thing."""
    where, values = "", []
    for column, value in (("target_kind", target_kind), ("target", target)):
        if value is not None:
            where += f" AND m.{column} = ?"
            values.append(value)
    found = store.rows(
        "SELECT m.id, m.target_kind, m.target, m.kind, m.text, p.name, m.created FROM memos m"
        f" JOIN coders p ON p.id = m.coder_id WHERE m.deleted = 0{where} ORDER BY m.rowid",
        values,
    )
    return [Memo(*row) for row in found]


def mark_turn(act: Act, version_id: str, turn: int, *, read: bool) -> None:
    """Mark a turn as read by this coder, or take the mark away."""
    known = act.store.value(
        "SELECT id FROM units WHERE version_id = ? AND turn = ? AND coder_id = ?",
        (version_id, turn, act.coder_id),
    )
    if known is not None:
        act.update("units", known, {"deleted": int(not read)})
    elif read:
        act.insert("units", {"version_id": version_id, "turn": turn, "coder_id": act.coder_id})
