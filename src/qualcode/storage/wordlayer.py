"""Word layers kept in the project file: made from the texts, so never more than a saving of time.

They are no part of the project's content and of no act. A layer goes with the text it was made of.
"""

from __future__ import annotations

from collections.abc import Iterator

from qualcode.storage.store import Store
from qualcode.text.word_layer import Places, WordLayer


def kept(store: Store, edition: str) -> set[tuple[str, str]]:
    """Text version and language of the layers of this edition."""
    return set(
        store.rows("SELECT version_id, language FROM word_layers WHERE edition = ?", (edition,))
    )


def keep(store: Store, text: tuple[str, str, str], layer: WordLayer) -> None:
    """Keep the layer of a text (version, language, edition) in the place of an older one.

    Raises QualcodeError where the project cannot be written.
    """
    with store.write():
        store.run(
            "INSERT OR REPLACE INTO word_layers (version_id, language, edition, vocabulary, places)"
            " VALUES (?, ?, ?, ?, ?)",
            (*text, layer.vocabulary, layer.places),
        )


def vocabularies(
    store: Store, edition: str, version_id: str | None = None
) -> Iterator[tuple[tuple[str, str], bytes]]:
    """The vocabularies of this edition by text version and language: all, or one text's."""
    where = " AND version_id = ?" if version_id else ""
    for version, language, vocabulary in store.rows(
        f"SELECT version_id, language, vocabulary FROM word_layers WHERE edition = ?{where}",
        (edition, version_id) if version_id else (edition,),
    ):
        yield (version, language), vocabulary


def places(store: Store, version_id: str) -> Places:
    """Where the words of a text stand; its layer must have been kept."""
    found = store.value("SELECT places FROM word_layers WHERE version_id = ?", (version_id,))
    return Places(found)
