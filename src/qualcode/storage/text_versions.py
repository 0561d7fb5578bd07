"""The frozen texts that a document has had, and what hangs on each of them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualcode.domain.document import DocumentInfo, ReadDocument
from qualcode.storage import documents
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

REPLACED = "SELECT 1 FROM text_versions WHERE n > 1 LIMIT 1"
"""Whether any text was ever replaced."""


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One text of a document; `codings` are the live ones that lie in it."""

    id: str
    n: int
    file: str | None
    format: str | None
    encoding: str | None
    characters: int
    words: int
    turns: int
    created: str
    coder: str | None
    current: bool
    codings: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A live segment of a document wherever it lies, with ids and codes of its live codings."""

    id: str
    version: str
    start: int
    end: int
    coder: str
    codings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewText:
    """What is known of a new text besides its words; the id is that of the version."""

    id: str
    file: str
    words: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker of a document; `gone` when no turn of the text is this speaker's."""

    id: str
    label: str
    interviewer: bool
    gone: bool


def versions(store: Store, document_id: str) -> list[TextVersion]:
    """The texts of a document, the oldest first; those taken back are left out."""
    found = store.rows(
        "SELECT v.id, v.n, v.file, v.format, v.encoding, v.characters, v.words,"
        " (SELECT count(*) FROM turns t WHERE t.version_id = v.id), v.created, p.name,"
        " v.id = d.version_id, (SELECT count(*) FROM codings c JOIN segments s"
        " ON s.id = c.segment_id WHERE s.version_id = v.id AND s.deleted = 0 AND c.deleted = 0)"
        " FROM text_versions v JOIN documents d ON d.id = v.document_id"
        " LEFT JOIN coders p ON p.id = v.coder_id"
        " WHERE v.document_id = ? AND v.deleted = 0 ORDER BY v.n",
        (document_id,),
    )
    return [TextVersion(*(*row[:10], bool(row[10]), row[11])) for row in found]


def text_of(store: Store, version_id: str) -> str:
    """The frozen text of a version."""
    return str(store.value("SELECT text FROM text_versions WHERE id = ?", (version_id,)))


def number_of(store: Store, version_id: str) -> int:
    """The number of a version among those of its document, from 1."""
    return int(store.value("SELECT n FROM text_versions WHERE id = ?", (version_id,)))


def placed(store: Store, document_id: str) -> list[Placed]:
    """The live segments of a document in all its texts."""
    codings: dict[str, list[tuple[str, str]]] = {}
    for segment, coding, code in store.rows(
        "SELECT c.segment_id, c.id, c.code FROM codings c JOIN segments s ON s.id = c.segment_id"
        " WHERE c.deleted = 0 AND s.deleted = 0 AND s.document_id = ? ORDER BY c.seq",
        (document_id,),
    ):
        codings.setdefault(segment, []).append((coding, code))
    found = store.rows(
        "SELECT s.id, s.version_id, s.start, s.stop, p.name FROM segments s"
        " JOIN coders p ON p.id = s.coder_id WHERE s.deleted = 0 AND s.document_id = ?"
        " ORDER BY s.start, s.stop DESC, s.rowid",
        (document_id,),
    )
    return [Placed(*[*row, tuple(codings.get(row[0], ()))]) for row in found]


def stranded(store: Store) -> int:
    """How many live segments lie in a text that is not their document's, and no review says so."""
    if store.value(REPLACED) is None:
        return 0
    return int(
        store.value(
            "SELECT count(*) FROM segments s JOIN documents d ON d.id = s.document_id"
            " WHERE s.deleted = 0 AND d.deleted = 0 AND s.version_id <> d.version_id"
            " AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.segment_id = s.id AND r.deleted = 0)"
        )
    )


def speakers(store: Store, document_id: str) -> dict[str, Speaker]:
    """The speakers that a document has had, by label."""
    found = store.rows(
        "SELECT id, label, interviewer, deleted FROM speakers WHERE document_id = ?"
        " ORDER BY deleted DESC, rowid",
        (document_id,),
    )
    return {row[1]: Speaker(row[0], row[1], bool(row[2]), bool(row[3])) for row in found}


def next_number(store: Store, document_id: str) -> int:
    """The number that the next text of a document gets; none is given twice."""
    last = store.value("SELECT max(n) FROM text_versions WHERE document_id = ?", (document_id,))
    return int(last) + 1


def replace(act: Act, info: DocumentInfo, read: ReadDocument, new: NewText) -> None:
    """Give a document a new text with its turns and speakers.

    Speakers stay who they are by label; those who say nothing any more are set aside.
    """
    store = act.store
    row = {
        "id": new.id,
        "document_id": info.id,
        "n": next_number(store, info.id),
        "text": read.text,
        "sha256": documents.text_hash(read.text),
        "characters": len(read.text),
        "words": new.words,
        "encoding": read.encoding,
        "raw": zlib.compress(read.raw, 1),
        "created": store.clock(),
        "file": new.file,
        "format": read.format,
        "coder_id": act.coder_id,
    }
    act.insert("text_versions", row)
    documents.put_turns(store, new.id, read, _speakers(act, info.id, read))
    changed = {"version_id": new.id, "file": new.file, "format": read.format}
    act.update("documents", info.id, changed)


def _speakers(act: Act, document_id: str, read: ReadDocument) -> Mapping[str, str]:
    known = speakers(act.store, document_id)
    asking = {turn.speaker: turn.interviewer for turn in read.turns if turn.speaker is not None}
    for label, speaker in known.items():
        if speaker.gone != (label not in asking):
            act.update("speakers", speaker.id, {"deleted": int(label not in asking)})
    fresh = {
        label: act.insert(
            "speakers",
            {"document_id": document_id, "label": label, "interviewer": int(asks)},
        )
        for label, asks in asking.items()
        if label not in known
    }
    return {**{label: known[label].id for label in asking if label in known}, **fresh}


def marked(store: Store, version_id: str) -> list[tuple[int, str]]:
    """The turns of a text that are marked as read, with the ids of the coders."""
    return [
        (row[0], row[1])
        for row in store.rows(
            "SELECT turn, coder_id FROM units WHERE version_id = ? AND deleted = 0 ORDER BY rowid",
            (version_id,),
        )
    ]


def put_marks(act: Act, version_id: str, marks: Iterable[tuple[int, str]]) -> None:
    """Mark turns of a new text as read by coders, who are given by id."""
    for turn, coder in marks:
        act.insert("units", {"version_id": version_id, "turn": turn, "coder_id": coder})


def move(
    act: Act, segment_id: str, version_id: str, place: tuple[int, int, int | None, int | None]
) -> None:
    """Put a segment into another text: start, end, first and last turn (by number)."""
    columns = ("start", "stop", "turn", "last_turn")
    values = {"version_id": version_id, **dict(zip(columns, place, strict=True))}
    act.update("segments", segment_id, values)
