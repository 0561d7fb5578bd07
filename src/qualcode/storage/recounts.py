"""How many codings each code had before and after the revisions of the codebook."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from qualcode.storage.store import Store

Around = dict[str, tuple[int, int]]
"""Codings before and after, by the codes that had another number then."""


def around_versions(store: Store) -> dict[str, Around]:
    """By id of the version of the codebook that moved codings: its codes around it.

    The journal is walked back from the codings that there are now, as far as the first such
    version; a coding that was taken out is not counted.
    """
    lines = list(_lines(store))
    if not lines:
        return {}
    codings = {
        row[0]: {"code": row[1], "deleted": row[2]}
        for row in store.rows("SELECT id, code, deleted FROM codings")
    }
    found: dict[str, Around] = {}
    for version, changes in lines:
        after = _counts(codings) if version else {}
        for table, row, columns in reversed(changes):
            if table == "codings" and row in codings:
                codings[row].update(
                    {name: pair[0] for name, pair in columns.items() if name in codings[row]}
                )
        if version:
            before = _counts(codings)
            found[version] = {
                code: (before.get(code, 0), after.get(code, 0))
                for code in {*before, *after}
                if before.get(code, 0) != after.get(code, 0)
            }
    return {version: codes for version, codes in found.items() if codes}


def _lines(store: Store) -> Iterator[tuple[str, list[Any]]]:
    """The version of the codebook that a line made and its changes, the newest line first."""
    first = store.value(
        "SELECT min(seq) FROM journal WHERE kind LIKE 'codebook.%'"
        " AND changes LIKE '%\"codings\"%' AND changes LIKE '%\"codebooks\"%'"
    )
    if first is None:
        return
    live = {row[0] for row in store.rows("SELECT id FROM codebooks WHERE deleted = 0")}
    for kind, text in store.rows(
        "SELECT kind, changes FROM journal WHERE seq >= ? AND changes LIKE '%\"codings\"%'"
        " ORDER BY seq DESC",
        (first,),
    ):
        changes = json.loads(text)
        versions = [row for table, row, _ in changes if table == "codebooks" and row in live]
        made = kind.startswith("codebook.") and versions
        yield versions[0] if made else "", changes


def _counts(codings: dict[str, dict[str, Any]]) -> Counter[str]:
    return Counter(one["code"] for one in codings.values() if not one["deleted"])
