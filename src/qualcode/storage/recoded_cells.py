"""What becomes of cells, ratings and their grounds when a code goes into another one."""

from __future__ import annotations

from qualcode.storage.journal import Act
from qualcode.storage.store import Store

_PLACES = {
    "cells": ("row_kind", "row_id"),
    "ratings": ("case_id", "period", "coder_id", "kind"),
}
"""The tables that say something of a code, and what else says where."""

_LINKS = {"cell_links": "cell_id", "rating_links": "rating_id"}


def going_along(store: Store, code: str, into: str) -> list[tuple[str, str]]:
    """The cells and ratings of a code, as table and id, whose place under the other is free.

    Where both codes have one, each keeps its own: no text is put over another.
    """
    found = []
    for table, columns in _PLACES.items():
        same = " AND ".join(f"o.{column} IS t.{column}" for column in columns)
        rows = store.rows(
            f"SELECT t.id FROM {table} t WHERE t.code = ? AND t.deleted = 0 AND NOT EXISTS"
            f" (SELECT 1 FROM {table} o WHERE o.code = ? AND o.deleted = 0 AND {same})"
            " ORDER BY t.rowid",
            (code, into),
        )
        found += [(table, row[0]) for row in rows]
    return found


def lead(act: Act, code: str, into: str) -> None:
    """Let those cells and ratings go to the other code."""
    for table, row_id in going_along(act.store, code, into):
        act.update(table, row_id, {"code": into})


def lead_links(act: Act, coding: str, into: str) -> None:
    """Let what rests on a coding that is folded rest on the one that stays."""
    for table, owner in _LINKS.items():
        for row_id, owner_id in act.store.rows(
            f"SELECT id, {owner} FROM {table} WHERE coding_id = ? AND deleted = 0", (coding,)
        ):
            act.remove(table, row_id)
            known = act.store.value(
                f"SELECT 1 FROM {table} WHERE {owner} = ? AND coding_id = ? AND deleted = 0",
                (owner_id, into),
            )
            if known is None:
                act.insert(table, {owner: owner_id, "coding_id": into})
