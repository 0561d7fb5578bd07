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
    if not codings:
        return None
    digest = sha256("\x1f".join((table, row, column, *codings)).encode()).digest()
    number = int.from_bytes(digest[:8])
    return "E-" + "".join(ALPHABET[number >> (5 * at) & 31] for at in range(LENGTH))
