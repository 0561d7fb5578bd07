"""Reads everything that tables are made of in one consistent view."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from qualcode.domain.codebook import Codebook
from qualcode.domain.material import CodedRow, DegreeRow, DocumentRow, Material
from qualcode.storage import documents, notes, people, progress, project
from qualcode.storage.store import Store


def material(store: Store, book: Codebook, state: str, *, texts: bool) -> Material:
    """The live content of the project; with `texts` also the words that quotes are cut from."""
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
    """Which documents, cases and people are live, and who speaks in which turn."""

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

    def of(
        self, document: str, version: str, turn: int | None, own_case: str | None
    ) -> tuple[int, str | None, str | None] | None:
        """Rank of the document, case and informant of a segment; None where it is not live."""
        found = self.documents.get(document)
        if found is None or found[3] != version:
            return None
        case = own_case or found[1]
        who = self.speakers.get((version, turn), found[2]) if self.speakers else found[2]
        return found[0], case if case in self.cases else None, who


_SEGMENT = (
    "s.id, s.document_id, s.version_id, s.start, s.stop, s.turn, s.coder_id, s.standing, s.case_id"
)


def _codings(store: Store, places: _Places) -> tuple[CodedRow, ...]:
    """All live codings; rows are taken apart by place, since there are tens of thousands."""
    found: list[tuple[int, int, int, str, int, CodedRow]] = []
    of, coders = places.of, places.coders
    for coding, code, valence, confidence, label, memo, segment, document, *at in store.rows(
        "SELECT c.id, c.code, c.valence, c.confidence, c.label, s.memo IS NOT NULL,"
        f" {_SEGMENT} FROM codings c JOIN segments s ON s.id = c.segment_id"
        " WHERE c.deleted = 0 AND s.deleted = 0 ORDER BY c.seq"
    ):
        version, start, stop, turn, coder, standing, own_case = at
        place = of(document, version, turn, own_case)
        if place is not None:
            rank, case, who = place
            row = CodedRow(
                *(coding, segment, document, case, who, start, stop, turn, code, coders[coder]),
                *(valence, standing, confidence, label, memo == 1),
            )
            found.append((rank, start, stop, code, len(found), row))
    found.sort()
    return tuple(row[-1] for row in found)


def _degrees(store: Store, places: _Places) -> tuple[DegreeRow, ...]:
    found: list[tuple[int, int, int, int, int, DegreeRow]] = []
    for degree, value, from_id, to_id, activity, period, segment, document, *at in store.rows(
        f"SELECT g.id, g.value, g.from_id, g.to_id, g.activity, g.period, {_SEGMENT}"
        " FROM degrees g JOIN segments s ON s.id = g.segment_id"
        " WHERE g.deleted = 0 AND s.deleted = 0 ORDER BY g.rowid"
    ):
        version, start, stop, turn, coder, standing, own_case = at
        place = places.of(document, version, turn, own_case)
        if place is not None:
            rank, case, who = place
            row = DegreeRow(
                *(degree, segment, document, case, who, start, stop, turn),
                *(places.coders[coder], standing, value, from_id, to_id, activity, period),
            )
            found.append((rank, start, stop, value, len(found), row))
    found.sort()
    return tuple(row[-1] for row in found)


def _pairs(store: Store, sql: str) -> Iterable[tuple[str, str]]:
    return ((row[0], row[1]) for row in store.rows(sql))
