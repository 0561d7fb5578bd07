"""Reads everything that tables are made of in one consistent view."""

from __future__ import annotations

import json
from dataclasses import replace

from qualcode.domain.codebook import Codebook
from qualcode.domain.material import DocumentRow, Material
from qualcode.storage import coded, documents, notes, people, progress, project
from qualcode.storage.store import Store


def material(store: Store, book: Codebook, *, texts: bool) -> Material:
    """The live content of the project; with `texts` also the words that quotes are cut from."""
    with store.reading():
        settings = project.settings(store)
        content = project.Content(store)
        places = coded.Places(store, content)
        return Material(
            title=str(settings["title"] or store.path.stem),
            state=content.state(),
            codebook=book,
            cases=tuple(people.cases(store)),
            organisations=tuple(people.organisations(store)),
            participants=tuple(people.participants(store)),
            documents=_documents(store),
            guides=tuple(people.guides(store)),
            themes=tuple(notes.themes(store)),
            codings=places.codings(content),
            degrees=places.degrees(content),
            texts=documents.texts(store) if texts else {},
            periods=tuple(settings["periods"]),
            date=project.last_change(store)[:10],
        )


def outline(store: Store, book: Codebook) -> Material:
    """Who was asked what in which documents: everything but codings, degrees, themes and state."""
    with store.reading():
        return Material(
            title="",
            state="",
            codebook=book,
            cases=tuple(people.cases(store)),
            organisations=tuple(people.organisations(store)),
            participants=tuple(people.participants(store)),
            documents=_documents(store),
            guides=tuple(people.guides(store)),
            themes=(),
            codings=(),
            degrees=(),
            periods=tuple(project.settings(store)["periods"]),
        )


def with_texts(store: Store, found: Material) -> Material:
    """The same material with the words that quotes are cut from."""
    return found if found.texts else replace(found, texts=documents.texts(store))


def with_unread(store: Store, found: Material) -> Material:
    """The same material with the number of informants' turns that are left to read."""
    return replace(found, unread=progress.unread(store))


def _documents(store: Store) -> tuple[DocumentRow, ...]:
    return tuple(
        DocumentRow(
            id=row[0],
            name=row[1],
            case_id=row[2],
            participant_id=row[3],
            language=row[4],
            groups=tuple(json.loads(row[5])),
            words=row[6],
            wave=row[7],
            attributes=json.loads(row[8]),
            kind=row[9],
        )
        for row in store.rows(
            "SELECT d.id, d.name, k.id, d.participant_id, d.language, d.groups, v.words, d.wave,"
            " d.attributes, d.kind FROM documents d JOIN text_versions v ON v.id = d.version_id"
            " LEFT JOIN cases k ON k.id = d.case_id AND k.deleted = 0"
            " WHERE d.deleted = 0 ORDER BY d.name, d.id"
        )
    )
