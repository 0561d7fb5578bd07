"""Reads everything that tables are made of in one consistent view."""

from __future__ import annotations

import json
from dataclasses import replace

from qualcode.domain.codebook import Codebook
from qualcode.domain.material import CodedRow, DegreeRow, DocumentRow, Material
from qualcode.storage import documents, notes, people, progress, project
from qualcode.storage.store import Store

_PASSAGE = (
    " JOIN documents d ON d.id = s.document_id AND d.version_id = s.version_id"
    " JOIN coders p ON p.id = s.coder_id"
    " LEFT JOIN turns t ON t.version_id = s.version_id AND t.n = s.turn"
    " LEFT JOIN speakers sp ON sp.id = t.speaker_id"
    " LEFT JOIN cases k ON k.id = coalesce(s.case_id, d.case_id) AND k.deleted = 0"
    " LEFT JOIN participants i ON i.id = coalesce(sp.participant_id, d.participant_id)"
    " AND i.deleted = 0"
)


def material(store: Store, book: Codebook, state: str, *, texts: bool) -> Material:
    """The live content of the project; with `texts` also the words that quotes are cut from."""
    with store.reading():
        settings = project.settings(store)
        return Material(
            title=str(settings["title"] or store.path.stem),
            state=state,
            codebook=book,
            cases=tuple(people.cases(store)),
            organisations=tuple(people.organisations(store)),
            participants=tuple(people.participants(store)),
            documents=_documents(store),
            guides=tuple(people.guides(store)),
            themes=tuple(notes.themes(store)),
            codings=_codings(store),
            degrees=_degrees(store),
            texts=documents.texts(store) if texts else {},
            periods=tuple(settings["periods"]),
            date=project.last_change(store)[:10],
            unread=progress.unread(store),
        )


def with_texts(store: Store, found: Material) -> Material:
    """The same material with the words that quotes are cut from."""
    return found if found.texts else replace(found, texts=documents.texts(store))


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
            turns=row[7],
            wave=row[8],
            attributes=json.loads(row[9]),
        )
        for row in store.rows(
            "SELECT d.id, d.name, k.id, d.participant_id, d.language, d.groups, v.words,"
            " (SELECT count(*) FROM turns t WHERE t.version_id = d.version_id), d.wave,"
            " d.attributes FROM documents d JOIN text_versions v ON v.id = d.version_id"
            " LEFT JOIN cases k ON k.id = d.case_id AND k.deleted = 0"
            " WHERE d.deleted = 0 ORDER BY d.name, d.id"
        )
    )


def _codings(store: Store) -> tuple[CodedRow, ...]:
    return tuple(
        CodedRow(*row)
        for row in store.rows(
            "SELECT c.id, s.id, d.id, k.id, i.id, s.start, s.stop, s.turn, c.code, p.name,"
            " c.valence, s.standing, c.confidence, c.label, s.memo IS NOT NULL"
            f" FROM codings c JOIN segments s ON s.id = c.segment_id{_PASSAGE}"
            " WHERE c.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
            " ORDER BY d.name, d.id, s.start, s.stop, c.code, c.seq"
        )
    )


def _degrees(store: Store) -> tuple[DegreeRow, ...]:
    return tuple(
        DegreeRow(*row)
        for row in store.rows(
            "SELECT g.id, s.id, d.id, k.id, i.id, s.start, s.stop, s.turn, p.name, s.standing,"
            " g.value, g.from_id, g.to_id, g.activity, g.period"
            f" FROM degrees g JOIN segments s ON s.id = g.segment_id{_PASSAGE}"
            " WHERE g.deleted = 0 AND s.deleted = 0 AND d.deleted = 0"
            " ORDER BY d.name, d.id, s.start, s.stop, g.value, g.rowid"
        )
    )
