"""Tables for text versions that can be taken back, and for passages to read again after one."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE text_versions ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE text_versions ADD COLUMN file TEXT",
    "ALTER TABLE text_versions ADD COLUMN format TEXT",
    "ALTER TABLE text_versions ADD COLUMN coder_id TEXT REFERENCES coders(id)",
    """UPDATE text_versions SET (file, format) =
        (SELECT d.file, d.format FROM documents d WHERE d.id = text_versions.document_id)""",
    "CREATE INDEX text_versions_document ON text_versions(document_id)",
    """CREATE TABLE reviews (
        id TEXT PRIMARY KEY, segment_id TEXT NOT NULL REFERENCES segments(id),
        coding_id TEXT REFERENCES codings(id), reason TEXT NOT NULL,
        was_version_id TEXT NOT NULL REFERENCES text_versions(id),
        was_start INTEGER NOT NULL, was_stop INTEGER NOT NULL,
        version_id TEXT NOT NULL REFERENCES text_versions(id), start INTEGER, stop INTEGER,
        done INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX reviews_segment ON reviews(segment_id)",
)
