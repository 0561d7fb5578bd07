"""What summaries and ratings rested on when they were written, kept once under its own name."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from qualcode.domain.fingerprint import Print, basis_key, packed, unpacked
from qualcode.storage.store import Store


def keep(store: Store, prints: Mapping[str, Print]) -> str:
    """Keep fingerprints inside a `write`; returns their name. They hold no words."""
    content = packed(prints)
    key = basis_key(content)
    store.run(
        "INSERT OR IGNORE INTO bases (key, members) VALUES (?, ?)",
        (key, zlib.compress(content, 1)),
    )
    return key


def find(store: Store, key: str) -> dict[str, Print]:
    """The fingerprints of that name; none where they are not kept here."""
    found = store.value("SELECT members FROM bases WHERE key = ?", (key,))
    return {} if found is None else unpacked(zlib.decompress(found))


def project_key(store: Store) -> str:
    """The key that this project's fingerprints are made with."""
    return str(store.value("SELECT value FROM meta WHERE key = 'key'") or "")
