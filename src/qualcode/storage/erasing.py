"""Takes documents and people out of the project file for good.

What hangs on them is marked as gone within the act, so that earlier states can be told; the words
themselves are overwritten, their old values among them. No act can bring them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from qualcode.storage.documents import text_hash
from qualcode.storage.earlier import ERASED
from qualcode.storage.journal import TYPED, Act
from qualcode.storage.store import Store
from qualcode.text.striking import Struck

_JSON = {"groups": "[]", "attributes": "{}", "cuts": "[]", "replacements": "[]"}
MASK = "█"
"""Stands for every letter and sign of a turn that was taken out of a talk of several people."""

_SEGMENTS = "SELECT id FROM segments WHERE document_id = ?"
_CODINGS = "SELECT id FROM codings WHERE segment_id IN ({segments})"
_ON_SEGMENTS = (
    ("chosen_quotes", "coding_id IN ({codings})"),
    ("reviews", "segment_id IN ({segments})"),
    ("theme_members", "kind = 'segment' AND member IN ({segments})"),
    ("memos", "target_kind = 'segment' AND target IN ({segments})"),
    ("degrees", "segment_id IN ({segments})"),
    ("codings", "segment_id IN ({segments})"),
    ("segments", "id IN ({segments})"),
)
"""What goes with segments; what points to others before what is pointed to."""
_ON_DOCUMENT = (
    ("member_checks", "document_id = ?"),
    ("memos", "target_kind = 'document' AND target = ?"),
    ("units", "version_id IN (SELECT id FROM text_versions WHERE document_id = ?)"),
    ("speakers", "document_id = ?"),
    ("documents", "id = ?"),
)
_LABELS = (("theme_members", "kind = 'label' AND member = ?"), ("label_decisions", "label = ?"))
"""What goes with a label that no coding has any more: it may be the informant's words."""
_PLACES = (("view", "value"), ("words", "text"))
"""Further columns that may quote a text."""


def own_documents(store: Store, participant_id: str) -> list[str]:
    """The documents of a participant, those that were set aside among them."""
    found = store.rows("SELECT id FROM documents WHERE participant_id = ?", (participant_id,))
    return [row[0] for row in found]


def shared_documents(store: Store, participant_id: str) -> list[str]:
    """Other documents in which the participant is one of the speakers."""
    found = store.rows(
        "SELECT DISTINCT s.document_id FROM speakers s JOIN documents d ON d.id = s.document_id"
        " WHERE s.participant_id = ?1 AND coalesce(d.participant_id, '') <> ?1",
        (participant_id,),
    )
    return [row[0] for row in found]


def names_of(store: Store, document_ids: Iterable[str]) -> list[tuple[str, str]]:
    """Name and file of documents; of files those of all versions."""
    return [
        (row[0], row[1] or "")
        for document in document_ids
        for row in store.rows(
            "SELECT d.name, v.file FROM documents d JOIN text_versions v ON v.document_id = d.id"
            " WHERE d.id = ? UNION SELECT name, file FROM documents WHERE id = ?",
            (document, document),
        )
    ]


def erase_document(act: Act, document_id: str) -> list[str]:
    """Erase a document with all that was said of it; returns the texts that it had."""
    store = act.store
    texts = [
        row[0]
        for row in store.rows(
            "SELECT text FROM text_versions WHERE document_id = ?", (document_id,)
        )
    ]
    _erase_segments(act, _SEGMENTS, (document_id,))
    for table, where in _ON_DOCUMENT:
        _erase(act, table, where, (document_id,))
    _forget(store, document_id)
    store.run(
        "UPDATE text_versions SET text = '', sha256 = '', file = NULL, encoding = NULL"
        " WHERE document_id = ?",
        (document_id,),
    )
    return texts


def erase_speaker(act: Act, document_id: str, participant_id: str) -> list[str]:
    """Black out what a participant says in a talk of several people; returns what that was.

    The other words stay where they are. Passages that lie wholly in those turns go.
    """
    store, said = act.store, []
    for version, text in store.rows(
        "SELECT id, text FROM text_versions WHERE document_id = ?", (document_id,)
    ):
        spoken = store.rows(
            "SELECT t.start, t.stop, t.n FROM turns t JOIN speakers s ON s.id = t.speaker_id"
            " WHERE t.version_id = ? AND s.participant_id = ? ORDER BY t.n",
            (version, participant_id),
        )
        for start, stop, turn in spoken:
            said.append(text[start:stop])
            masked = "".join(sign if sign.isspace() else MASK for sign in text[start:stop])
            text = text[:start] + masked + text[stop:]
            inside = f"{_SEGMENTS} AND version_id = ? AND turn = ? AND last_turn = ?"
            _erase_segments(act, inside, (document_id, version, turn, turn))
        values = (text, text_hash(text), version)
        store.run("UPDATE text_versions SET text = ?, sha256 = ? WHERE id = ?", values)
    _forget(store, document_id)
    for (speaker,) in store.rows(
        "SELECT id FROM speakers WHERE document_id = ? AND participant_id = ?",
        (document_id, participant_id),
    ):
        act.update("speakers", speaker, {"label": ERASED, "participant_id": None})
    return said


def erase_participant(act: Act, participant_id: str) -> None:
    """Erase what is known of a participant, and what they answered to statements."""
    _erase(act, "member_checks", "participant_id = ?", (participant_id,))
    _erase(act, "participants", "id = ?", (participant_id,))
    act.update("participants", participant_id, {"organisation_id": None, "case_id": None})


def erase_old_values(act: Act) -> None:
    """Overwrite every value that rows changed by this act have had, also in the act itself."""
    rows = {(table, row_id) for table, row_id, _ in act.changes}
    words = set(_words(act.changes, rows))
    for (changes,) in act.store.rows("SELECT changes FROM journal"):
        words.update(_words(json.loads(changes), rows))
    act.store.run_many("UPDATE words SET text = NULL WHERE id = ?", [(word,) for word in words])


def strike(store: Store, struck: Struck) -> int:
    """Strike what was taken from those texts out of everything that people typed.

    Old values that quote them go altogether. Returns how many texts of today were changed.
    """
    count = 0
    typed = [(table, column) for table, columns in TYPED.items() for column in sorted(columns)]
    for table, column in (*typed, *_PLACES):
        found = store.rows(
            f"SELECT rowid, {column} FROM {table} WHERE length({column}) > 0"
            if table != "view"
            else "SELECT coder || char(31) || key, value FROM view"
        )
        changed = [(new, row) for row, old in found if (new := struck.strike(old)) != old]
        if table == "words":
            store.run_many(
                "UPDATE words SET text = NULL WHERE rowid = ?", [(r,) for _, r in changed]
            )
            continue
        where = "coder || char(31) || key" if table == "view" else "rowid"
        store.run_many(f"UPDATE {table} SET {column} = ? WHERE {where} = ?", changed)
        count += len(changed)
    return count


def books(store: Store) -> list[tuple[str, str]]:
    """Ids and JSON of all versions of the codebook, those taken back among them."""
    return [(row[0], row[1]) for row in store.rows("SELECT id, content FROM codebooks")]


def put_book(store: Store, version_id: str, content: str) -> None:
    """Overwrite a version of the codebook, without a line in the journal."""
    store.run("UPDATE codebooks SET content = ? WHERE id = ?", (content, version_id))


def _erase_segments(act: Act, segments: str, values: Sequence[str | int]) -> None:
    """Erase the segments that a query gives, with what hangs on them."""
    store, codings = act.store, _CODINGS.format(segments=segments)
    labels = store.rows(
        f"SELECT DISTINCT label FROM codings WHERE label IS NOT NULL AND id IN ({codings})", values
    )
    for table, where in _ON_SEGMENTS:
        _erase(act, table, where.format(segments=segments, codings=codings), values)
    for (label,) in labels:
        if store.value("SELECT 1 FROM codings WHERE label = ?", (label,)) is None:
            for table, where in _LABELS:
                _erase(act, table, where, (label,))


def _erase(act: Act, table: str, where: str, values: Sequence[str | int]) -> None:
    """Mark rows as gone and overwrite what was typed in them."""
    must = {row[1]: bool(row[3]) for row in act.store.rows(f"PRAGMA table_info({table})")}
    typed = TYPED.get(table, frozenset())
    empty = {name: _JSON.get(name, ERASED) if must[name] else None for name in sorted(typed)}
    for (row_id,) in act.store.rows(f"SELECT id FROM {table} WHERE {where}", values):
        act.update(table, row_id, {**empty, "deleted": 1})


def _forget(store: Store, document_id: str) -> None:
    """Erase the raw files and the words that a document is found by."""
    store.run("UPDATE text_versions SET raw = NULL WHERE document_id = ?", (document_id,))
    store.run(
        "DELETE FROM word_layers WHERE version_id IN"
        " (SELECT id FROM text_versions WHERE document_id = ?)",
        (document_id,),
    )


def _words(changes: Iterable[Sequence[object]], rows: set[tuple[str, str]]) -> Iterator[str]:
    for table, row_id, columns in changes:
        if (table, row_id) in rows and isinstance(columns, dict):
            for pair in columns.values():
                yield from (each["word"] for each in pair if isinstance(each, dict))
