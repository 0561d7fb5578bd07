"""Reads everything that tables are made of in one consistent view."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from qualcode.domain.codebook import Codebook
from qualcode.domain.material import CodedRow, DegreeRow, DocumentRow, Material
from qualcode.storage import documents, notes, people, progress, project
from qualcode.storage.store import Store


def material(store: Store, book: Codebook, state: str, *, texts: bool) -> Material:
    """The live content of the project.

    With `texts` also the words that quotes are cut from, and the number of turns left to read.
    """
    with store.reading():
        settings = project.settings(store)
        places = _Places(store)
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
            codings=_codings(store, places),
            degrees=_degrees(store, places),
            texts=documents.texts(store) if texts else {},
            periods=tuple(settings["periods"]),
            date=project.last_change(store)[:10],
            unread=progress.unread(store) if texts else 0,
        )


def with_texts(store: Store, found: Material) -> Material:
    """The same material with the words that quotes are cut from."""
    if found.texts:
        return found
    return replace(found, texts=documents.texts(store), unread=progress.unread(store))


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


class _Places:
    """Where segments lie and who speaks there, looked up without a join for each row."""

    def __init__(self, store: Store) -> None:
        self.cases = {row[0] for row in store.rows("SELECT id FROM cases WHERE deleted = 0")}
        self.coders = dict(_pairs(store, "SELECT id, name FROM coders"))
        people = {row[0] for row in store.rows("SELECT id FROM participants WHERE deleted = 0")}
        self.documents = {
            row[0]: (n, row[1], row[2] if row[2] in people else None, row[3])
            for n, row in enumerate(
                store.rows(
                    "SELECT id, case_id, participant_id, version_id FROM documents"
                    " WHERE deleted = 0 ORDER BY name, id"
                )
            )
        }
        self.speakers = {
            (version, turn): who
            for version, turn, who in store.rows(
                "SELECT t.version_id, t.n, s.participant_id FROM speakers s"
                " JOIN turns t ON t.speaker_id = s.id WHERE s.participant_id IS NOT NULL"
            )
            if who in people
        }
        self.segments = {
            row[0]: row[1:]
            for row in store.rows(
                "SELECT id, document_id, version_id, start, stop, turn, coder_id, standing,"
                " case_id, memo IS NOT NULL FROM segments WHERE deleted = 0"
            )
        }

    def of(self, segment: str) -> _Place | None:
        """The place of a segment; None when it is not part of the live content."""
        found = self.segments.get(segment)
        if found is None or found[0] not in self.documents:
            return None
        document, version, start, stop, turn, coder, standing, own_case, memo = found
        rank, case, participant, current = self.documents[document]
        if version != current:
            return None
        said_of = own_case or case
        return _Place(
            (rank, start, stop),
            (
                *(segment, document, said_of if said_of in self.cases else None),
                *(self.speakers.get((version, turn), participant), start, stop, turn),
            ),
            self.coders[coder],
            standing,
            bool(memo),
        )


@dataclass(slots=True)
class _Place:
    order: tuple[int, int, int]
    where: tuple[Any, ...]
    coder: str
    standing: str | None
    memo: bool


def _codings(store: Store, places: _Places) -> tuple[CodedRow, ...]:
    found = []
    for coding, segment, code, valence, confidence, label in store.rows(
        "SELECT id, segment_id, code, valence, confidence, label FROM codings"
        " WHERE deleted = 0 ORDER BY seq"
    ):
        at = places.of(segment)
        if at is not None:
            said = (valence, at.standing, confidence, label, at.memo)
            row = CodedRow(*(coding, *at.where, code, at.coder, *said))
            found.append(((*at.order, code), row))
    found.sort(key=itemgetter(0))
    return tuple(row for _, row in found)


def _degrees(store: Store, places: _Places) -> tuple[DegreeRow, ...]:
    found = []
    for degree, segment, value, *rest in store.rows(
        "SELECT id, segment_id, value, from_id, to_id, activity, period FROM degrees"
        " WHERE deleted = 0 ORDER BY rowid"
    ):
        at = places.of(segment)
        if at is not None:
            row = DegreeRow(*(degree, *at.where, at.coder, at.standing, value, *rest))
            found.append(((*at.order, value), row))
    found.sort(key=itemgetter(0))
    return tuple(row for _, row in found)


def _pairs(store: Store, sql: str) -> Iterable[tuple[str, str]]:
    return ((row[0], row[1]) for row in store.rows(sql))
