"""Documents, their frozen texts, turns and speakers in the project file."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.domain.document import DocumentInfo, ReadDocument, Transcript, Turn
from qualcode.storage.journal import Act
from qualcode.storage.store import Store
from qualcode.text.gaps import is_gap

_INFO = (
    "SELECT d.id, d.name, c.name, d.case_id, p.name, d.participant_id, d.language, v.characters,"
    " v.words, (SELECT count(*) FROM turns t WHERE t.version_id = d.version_id), d.groups,"
    " d.attributes, d.date, d.wave, d.file, d.version_id FROM documents d"
    " JOIN text_versions v ON v.id = d.version_id"
    " LEFT JOIN cases c ON c.id = d.case_id AND c.deleted = 0"
    " LEFT JOIN participants p ON p.id = d.participant_id AND p.deleted = 0"
    " WHERE d.deleted = 0"
)


@dataclass(frozen=True, slots=True)
class NewDocument:
    """What a document is filed under when it comes in; ids, not names."""

    name: str
    file: str
    words: int
    language: str | None = None
    case_id: str | None = None
    participant_id: str | None = None
    date: str | None = None
    wave: str | None = None
    groups: tuple[str, ...] = ()
    attributes: Mapping[str, object] | None = None


def text_hash(text: str) -> str:
    """What two texts are compared by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def documents(
    store: Store, document_id: str | None = None, *, speakers: bool = True
) -> list[DocumentInfo]:
    """All documents, or the one with that id, by case and name; their speakers on request."""
    where = " AND d.id = ?" if document_id else ""
    found = store.rows(
        f"{_INFO}{where} ORDER BY c.position IS NULL, c.position, d.name, d.id",
        (document_id,) if document_id else (),
    )
    spoken = _speakers(store, document_id) if speakers else {}
    return [
        DocumentInfo(
            id=row[0],
            name=row[1],
            case=row[2],
            case_id=row[3],
            participant=row[4],
            participant_id=row[5],
            language=row[6],
            characters=row[7],
            words=row[8],
            turns=row[9],
            speakers=spoken.get(row[0], {}),
            groups=tuple(json.loads(row[10])),
            attributes=json.loads(row[11]),
            date=row[12],
            wave=row[13],
            file=row[14],
            version=row[15],
        )
        for row in found
    ]


def _speakers(store: Store, document_id: str | None) -> dict[str, dict[str, int]]:
    where = " AND d.id = ?" if document_id else ""
    found: dict[str, dict[str, int]] = {}
    for owner, label, count in store.rows(
        "SELECT s.document_id, s.label, count(*) FROM turns t"
        " JOIN documents d ON d.version_id = t.version_id"
        f" JOIN speakers s ON s.id = t.speaker_id WHERE d.deleted = 0{where}"
        " GROUP BY s.id ORDER BY min(t.n)",
        (document_id,) if document_id else (),
    ):
        found.setdefault(owner, {})[label] = count
    return found


def names(store: Store) -> dict[str, str]:
    """Ids of the live documents by name."""
    return dict(store.rows("SELECT name, id FROM documents WHERE deleted = 0"))


def names_by_id(store: Store) -> dict[str, str]:
    """Names of the live documents by id; several may have the same name."""
    return dict(store.rows("SELECT id, name FROM documents WHERE deleted = 0"))


def ids_of(store: Store, name: str) -> list[str]:
    """The ids of the live documents with exactly that name."""
    found = store.rows("SELECT id FROM documents WHERE deleted = 0 AND name = ?", (name,))
    return [row[0] for row in found]


def with_text(store: Store, sha256: str) -> str | None:
    """The name of a live document that has this very text."""
    found = store.value(
        "SELECT d.name FROM text_versions v JOIN documents d ON d.id = v.document_id"
        " WHERE v.sha256 = ? AND v.deleted = 0 AND d.deleted = 0 ORDER BY d.name LIMIT 1",
        (sha256,),
    )
    return None if found is None else str(found)


def with_current_text(store: Store, sha256: str) -> dict[str, str]:
    """Names by id of the live documents that have this very text now."""
    return dict(
        store.rows(
            "SELECT d.id, d.name FROM text_versions v JOIN documents d ON d.version_id = v.id"
            " WHERE v.sha256 = ? AND d.deleted = 0 ORDER BY d.name",
            (sha256,),
        )
    )


def transcript(store: Store, info: DocumentInfo) -> Transcript:
    """A document's text with its turns."""
    text = store.value("SELECT text FROM text_versions WHERE id = ?", (info.version,))
    return Transcript(info, str(text), turns(store, info.version))


def turns(store: Store, version_id: str) -> tuple[Turn, ...]:
    """The turns of a text version in order."""
    labels = dict(
        store.rows(
            "SELECT s.id, s.label FROM speakers s JOIN text_versions v"
            " ON v.document_id = s.document_id WHERE v.id = ?",
            (version_id,),
        )
    )
    return tuple(
        Turn(n, start, stop, labels.get(speaker), bool(interviewer), began, ended)
        for n, start, stop, speaker, interviewer, began, ended in store.rows(
            "SELECT n, start, stop, speaker_id, interviewer, time_start, time_end FROM turns"
            " WHERE version_id = ? ORDER BY n",
            (version_id,),
        )
    )


def turn_numbers(store: Store, version_id: str) -> list[int]:
    """The numbers of the turns of a text version in order."""
    found = store.rows("SELECT n FROM turns WHERE version_id = ? ORDER BY n", (version_id,))
    return [row[0] for row in found]


def version_of(store: Store, document_id: str) -> str | None:
    """The id of the text that a live document has now; None where there is no such document."""
    found = store.value(
        "SELECT version_id FROM documents WHERE id = ? AND deleted = 0", (document_id,)
    )
    return None if found is None else str(found)


def length(store: Store, version_id: str) -> int:
    """The length of a text in code points."""
    return int(store.value("SELECT characters FROM text_versions WHERE id = ?", (version_id,)))


def turn_at(store: Store, version_id: str, offset: int) -> int | None:
    """The number of the turn that holds `offset`, or of the last one that begins before it."""
    found = store.value(
        "SELECT n FROM turns WHERE version_id = ? AND start <= ? ORDER BY n DESC LIMIT 1",
        (version_id, offset),
    )
    return None if found is None else int(found)


def add(act: Act, read: ReadDocument, new: NewDocument) -> str:
    """Keep a document with its text, raw file and turns; returns its id."""
    store = act.store
    version_id = store.new_id()
    document_id = act.insert(
        "documents",
        {
            "name": new.name,
            "file": new.file,
            "format": read.format,
            "case_id": new.case_id,
            "participant_id": new.participant_id,
            "language": new.language,
            "date": new.date,
            "wave": new.wave,
            "groups": json.dumps(list(new.groups), ensure_ascii=False),
            "attributes": json.dumps(dict(new.attributes or {}), ensure_ascii=False),
            "version_id": version_id,
        },
    )
    store.run(
        "INSERT INTO text_versions (id, document_id, n, text, sha256, characters, words, encoding,"
        " raw, created, file, format, coder_id) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            version_id,
            document_id,
            read.text,
            text_hash(read.text),
            len(read.text),
            new.words,
            read.encoding,
            zlib.compress(read.raw, 1),
            store.clock(),
            new.file,
            read.format,
            act.coder_id,
        ),
    )
    _add_turns(store, document_id, version_id, read)
    return document_id


def _add_turns(store: Store, document_id: str, version_id: str, read: ReadDocument) -> None:
    speakers: dict[str, str] = {}
    for turn in read.turns:
        if turn.speaker is not None and turn.speaker not in speakers:
            speakers[turn.speaker] = store.new_id()
            store.run(
                "INSERT INTO speakers (id, document_id, label, interviewer) VALUES (?, ?, ?, ?)",
                (speakers[turn.speaker], document_id, turn.speaker, int(turn.interviewer)),
            )
    put_turns(store, version_id, read, speakers)


def put_turns(
    store: Store, version_id: str, read: ReadDocument, speakers: Mapping[str, str]
) -> None:
    """Keep the turns of a text version; `speakers` are the ids of its speakers by label."""
    store.run_many(
        "INSERT INTO turns (version_id, n, start, stop, speaker_id, interviewer, time_start,"
        " time_end, gap) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                version_id,
                turn.n,
                turn.start,
                turn.end,
                speakers.get(turn.speaker or ""),
                int(turn.interviewer),
                turn.time_start,
                turn.time_end,
                int(is_gap(read.text[turn.start : turn.end])),
            )
            for turn in read.turns
        ],
    )


def texts_of(store: Store, versions: set[str]) -> dict[str, str]:
    """The frozen texts of these versions, by version id."""
    few = len(versions) <= 200
    where = f" WHERE id IN ({', '.join('?' * len(versions))})" if few else ""
    found = store.rows(f"SELECT id, text FROM text_versions{where}", tuple(versions) if few else ())
    return {row[0]: row[1] for row in found}


def texts(store: Store) -> dict[str, str]:
    """The frozen text of every live document, by document id."""
    return dict(
        store.rows(
            "SELECT d.id, v.text FROM documents d JOIN text_versions v ON v.id = d.version_id"
            " WHERE d.deleted = 0"
        )
    )


def every_text(store: Store) -> list[str]:
    """The frozen texts of all versions of all documents, those set aside among them."""
    return [str(row[0]) for row in store.rows("SELECT text FROM text_versions")]
