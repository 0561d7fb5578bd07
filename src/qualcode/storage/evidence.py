"""What printed cells rest on, so that a key in an old report still finds its quotes."""

from __future__ import annotations

import json
import uuid
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.storage.store import Store


@dataclass(frozen=True, slots=True)
class Evidence:
    """One printed cell; `members` are ids of codings, or of degrees where `kind` says so."""

    key: str
    table: str
    row: str
    column: str
    kind: str
    members: tuple[str, ...]


def keep(store: Store, cells: Iterable[Evidence]) -> None:
    """Remember cells that are printed; known ones stay as they are. No act of anybody's."""
    held = list(cells)
    keys = json.dumps([cell.key for cell in held])
    sql = "SELECT key FROM evidence WHERE key IN (SELECT value FROM json_each(?))"
    known = {key for (key,) in store.rows(sql, (keys,))}
    packed: dict[tuple[str, ...], bytes] = {}
    rows = []
    for cell in held:
        if cell.key in known:
            continue
        if cell.members not in packed:
            packed[cell.members] = _packed(cell.members)
        where = (cell.key, cell.table, cell.row, cell.column, cell.kind)
        rows.append((*where, packed[cell.members]))
    if not rows:
        return
    with store.write():
        store.run_many(
            "INSERT OR IGNORE INTO evidence (key, table_name, row_key, column_key, kind, members)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            rows,
        )


def find(store: Store, key: str) -> Evidence | None:
    """The cell that was printed with that key."""
    found = store.row(
        "SELECT key, table_name, row_key, column_key, kind, members FROM evidence WHERE key = ?",
        (key,),
    )
    return None if found is None else Evidence(*[*found[:5], _unpacked(found[5])])


def _packed(members: Iterable[str]) -> bytes:
    # level 0: ids are random, so that compressing them takes long and saves nothing
    return zlib.compress(bytes.fromhex("".join(members).replace("-", "")), 0)


def _unpacked(blob: bytes) -> tuple[str, ...]:
    plain = zlib.decompress(blob)
    return tuple(str(uuid.UUID(bytes=plain[at : at + 16])) for at in range(0, len(plain), 16))
