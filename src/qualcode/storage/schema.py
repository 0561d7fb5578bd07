"""The tables of a project file, as a row of named migrations."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from qualcode.errors import QualcodeError
from qualcode.sentences import sentence
from qualcode.storage import schema_findings
from qualcode.storage.store import SCHEMA_VERSION
from qualcode.text.gaps import is_gap

migrations = Migrations("qualcode")

_BASE = (
    """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT""",
    """CREATE TABLE settings (
        id TEXT PRIMARY KEY, value TEXT, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE coders (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, full_name TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE cases (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}', position INTEGER NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE organisations (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, case_id TEXT REFERENCES cases(id), type TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE participants (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT,
        organisation_id TEXT REFERENCES organisations(id), case_id TEXT REFERENCES cases(id),
        consent TEXT NOT NULL DEFAULT 'unknown', deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT, format TEXT,
        case_id TEXT REFERENCES cases(id), participant_id TEXT REFERENCES participants(id),
        language TEXT, date TEXT, wave TEXT, groups TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}', version_id TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE text_versions (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        n INTEGER NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL,
        characters INTEGER NOT NULL, words INTEGER NOT NULL, encoding TEXT, raw BLOB,
        created TEXT NOT NULL) STRICT""",
    """CREATE INDEX text_versions_sha256 ON text_versions(sha256)""",
    """CREATE TABLE speakers (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        label TEXT NOT NULL, interviewer INTEGER NOT NULL DEFAULT 0,
        participant_id TEXT REFERENCES participants(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX speakers_document ON speakers(document_id)""",
    """CREATE TABLE turns (
        version_id TEXT NOT NULL REFERENCES text_versions(id), n INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, speaker_id TEXT REFERENCES speakers(id),
        interviewer INTEGER NOT NULL DEFAULT 0, time_start REAL, time_end REAL,
        PRIMARY KEY (version_id, n)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE guides (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, codes TEXT NOT NULL DEFAULT '[]',
        groups TEXT NOT NULL DEFAULT '[]', cases TEXT NOT NULL DEFAULT '[]',
        documents TEXT NOT NULL DEFAULT '[]', deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE codebooks (
        id TEXT PRIMARY KEY, n INTEGER NOT NULL, book TEXT NOT NULL, version TEXT NOT NULL,
        content TEXT NOT NULL, reason TEXT, coder_id TEXT REFERENCES coders(id),
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE segments (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        version_id TEXT NOT NULL REFERENCES text_versions(id),
        start INTEGER NOT NULL, stop INTEGER NOT NULL, turn INTEGER,
        last_turn INTEGER, coder_id TEXT NOT NULL REFERENCES coders(id), standing TEXT, memo TEXT,
        case_id TEXT REFERENCES cases(id), created TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0, CHECK (start >= 0 AND stop > start)) STRICT""",
    """CREATE UNIQUE INDEX segments_span ON segments(document_id, version_id, start, stop, coder_id)
        WHERE deleted = 0""",
    """CREATE TABLE codings (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        segment_id TEXT NOT NULL REFERENCES segments(id), code TEXT NOT NULL, valence TEXT,
        confidence TEXT NOT NULL DEFAULT 'normal', label TEXT,
        codebook_id TEXT REFERENCES codebooks(id), origin TEXT NOT NULL DEFAULT 'human',
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX codings_segment ON codings(segment_id, code, coalesce(label, ''))
        WHERE deleted = 0""",
    """CREATE INDEX codings_code ON codings(code) WHERE deleted = 0""",
    """CREATE TABLE degrees (
        id TEXT PRIMARY KEY, segment_id TEXT NOT NULL REFERENCES segments(id),
        value INTEGER NOT NULL, from_id TEXT REFERENCES organisations(id),
        to_id TEXT REFERENCES organisations(id), activity TEXT, period TEXT,
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX degrees_segment ON degrees(segment_id)""",
    """CREATE TABLE themes (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, scale TEXT,
        origin TEXT NOT NULL DEFAULT 'inductive', definition TEXT, summary TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE theme_members (
        id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes(id),
        kind TEXT NOT NULL, member TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX theme_members_once ON theme_members(theme_id, kind, member)
        WHERE deleted = 0""",
    """CREATE TABLE theme_summaries (
        id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes(id),
        case_id TEXT NOT NULL REFERENCES cases(id), text TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE memos (
        id TEXT PRIMARY KEY, target_kind TEXT NOT NULL, target TEXT NOT NULL,
        kind TEXT NOT NULL, text TEXT NOT NULL, coder_id TEXT NOT NULL REFERENCES coders(id),
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX memos_target ON memos(target_kind, target)""",
    """CREATE TABLE units (
        id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES text_versions(id),
        turn INTEGER NOT NULL, coder_id TEXT NOT NULL REFERENCES coders(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX units_turn ON units(version_id, turn, coder_id)""",
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, coder_id TEXT NOT NULL,
        time TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, changes TEXT NOT NULL,
        undoes INTEGER, chain TEXT NOT NULL) STRICT""",
    """CREATE TABLE words (id TEXT PRIMARY KEY, text TEXT) STRICT""",
)


@migrations()
def base(db: Any) -> None:
    """Everything a project holds."""
    for statement in _BASE:
        db.execute(statement)


@migrations()
def evidence_and_view(db: Any) -> None:
    """What printed cells rest on, and what the screens remember for each coder."""
    db.execute(
        """CREATE TABLE evidence (
        key TEXT PRIMARY KEY, table_name TEXT NOT NULL, row_key TEXT NOT NULL,
        column_key TEXT NOT NULL, kind TEXT NOT NULL, members BLOB NOT NULL) STRICT"""
    )
    db.execute(
        """CREATE TABLE view (
        coder TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (coder, key)) STRICT, WITHOUT ROWID"""
    )


@migrations()
def revisions(db: Any) -> None:
    """What each version of the codebook did, and the codings that it asks to read again."""
    db.execute("ALTER TABLE codebooks ADD COLUMN operation TEXT")
    db.execute(
        """CREATE TABLE worklist (
        id TEXT PRIMARY KEY, coding_id TEXT NOT NULL REFERENCES codings(id),
        codebook_id TEXT NOT NULL REFERENCES codebooks(id), code TEXT NOT NULL,
        reason TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT"""
    )
    db.execute("CREATE INDEX worklist_coding ON worklist(coding_id)")
    db.execute("CREATE INDEX worklist_open ON worklist(code) WHERE done = 0 AND deleted = 0")


@migrations()
def word_layers(db: Any) -> None:
    """What words of the texts are found by; it can be made again from them at any time."""
    db.execute(
        """CREATE TABLE word_layers (
        version_id TEXT PRIMARY KEY REFERENCES text_versions(id) ON DELETE CASCADE,
        language TEXT NOT NULL, edition TEXT NOT NULL, vocabulary BLOB NOT NULL,
        places BLOB NOT NULL) STRICT"""
    )


@migrations()
def turn_gaps(db: Any) -> None:
    """Which turns hold no words, so that they are not counted as unread."""
    db.execute("ALTER TABLE turns ADD COLUMN gap INTEGER NOT NULL DEFAULT 0")
    for version, text in db.execute("SELECT id, text FROM text_versions").fetchall():
        found = db.execute("SELECT n, start, stop FROM turns WHERE version_id = ?", (version,))
        gaps = [(version, n) for n, start, stop in found.fetchall() if is_gap(text[start:stop])]
        db.conn.executemany("UPDATE turns SET gap = 1 WHERE version_id = ? AND n = ?", gaps)


@migrations()
def findings(db: Any) -> None:
    """Statements of the analyst with their grounds, chosen quotes, member checks."""
    for statement in schema_findings.STATEMENTS:
        db.execute(statement)


@migrations()
def framework(db: Any) -> None:
    """What analysts write over codings: summaries, ratings, events, and what they opened."""
    from qualcode.storage.schema_framework import STATEMENTS

    for statement in STATEMENTS:
        db.execute(statement)


@migrations()
def replaced_texts(db: Any) -> None:
    """Corrected transcripts as versions that can be taken back, and what to read again."""
    from qualcode.storage.schema_texts import STATEMENTS

    for statement in STATEMENTS:
        db.execute(statement)


_TRIGGERS = {
    "journal_is_kept": "BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "journal_is_fixed": "BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END",
}


def ensure_triggers(db: Any) -> None:
    """Make the triggers anew; a `transform` of a table drops them without a word."""
    for name, body in _TRIGGERS.items():
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.execute(f"CREATE TRIGGER {name} {body}")


def backup_path(path: Path, version: int) -> Path:
    """Where the copy of an older project is kept: beside it, never over another copy."""
    n = 0
    while True:
        tail = f".{n}" if n else ""
        found = path.with_name(f"{path.stem}.format-{version}{tail}.backup")
        if not found.exists():
            return found
        n += 1


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables to this program's format; an older project is copied first.

    Raises QualcodeError, with the project as it was, when the copy cannot be made.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version:
        _back_up(connection, backup_path(path, version))
    db = Database(connection)
    migrations.apply(db)
    ensure_triggers(db)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _back_up(connection: sqlite3.Connection, target: Path) -> None:
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy = sqlite3.connect(target)
        try:
            connection.backup(copy)
        finally:
            copy.close()
    except (OSError, sqlite3.Error):
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        raise QualcodeError(
            sentence("The project has an older format and no copy of it could be made first."),
            sentence(
                "Make room in {parent} and open it again; nothing was changed.",
                parent=target.parent,
            ),
        ) from None
