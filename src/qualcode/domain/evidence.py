"""Evidence keys: a short name for what lies behind a counted cell."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 without the letters i, l, o and u, which are misread in print."""

LENGTH = 10


def evidence_key(table: str, row: str, column: str, codings: Sequence[str]) -> str | None:
    """`E-` and ten signs for this cell with these codings (ids, sorted); None without any.

    The same cell with the same codings has the same key; when one coding comes or goes the key is
    another, so a printed key never points at a content that it did not stand for.
    """
    return marked_key(table, row, column, content_mark(codings)) if codings else None


def content_mark(codings: Sequence[str]) -> bytes:
    """What stands for these codings in a key; made once for all cells that rest on them."""
    return sha256("\x1f".join(codings).encode()).digest()


def marked_key(table: str, row: str, column: str, mark: bytes) -> str:
    """The key of a cell whose codings have this mark."""
    digest = sha256(b"\x1f".join((table.encode(), row.encode(), column.encode(), mark))).digest()
    number = int.from_bytes(digest[:8])
    return "E-" + "".join(ALPHABET[number >> (5 * at) & 31] for at in range(LENGTH))
