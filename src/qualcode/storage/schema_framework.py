"""The tables of the framework matrix: cells, ratings, events, and what was opened against them."""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE bases (key TEXT PRIMARY KEY, members BLOB NOT NULL) STRICT""",
    """CREATE TABLE cells (
        id TEXT PRIMARY KEY, row_kind TEXT NOT NULL, row_id TEXT NOT NULL, code TEXT NOT NULL,
        summary TEXT, status TEXT NOT NULL DEFAULT 'draft', basis TEXT,
        coder_id TEXT NOT NULL REFERENCES coders(id), written TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX cells_place ON cells(row_kind, row_id, code) WHERE deleted = 0""",
    """CREATE TABLE cell_links (
        id TEXT PRIMARY KEY, cell_id TEXT NOT NULL REFERENCES cells(id),
        coding_id TEXT NOT NULL REFERENCES codings(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX cell_links_once ON cell_links(cell_id, coding_id)
        WHERE deleted = 0""",
    """CREATE TABLE ratings (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), code TEXT NOT NULL,
        period TEXT, coder_id TEXT NOT NULL REFERENCES coders(id), kind TEXT NOT NULL,
        value INTEGER, sentence TEXT, basis TEXT, written TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX ratings_place ON ratings(case_id, code) WHERE deleted = 0""",
    """CREATE TABLE rating_links (
        id TEXT PRIMARY KEY, rating_id TEXT NOT NULL REFERENCES ratings(id),
        coding_id TEXT NOT NULL REFERENCES codings(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX rating_links_once ON rating_links(rating_id, coding_id)
        WHERE deleted = 0""",
    """CREATE TABLE contrary_seen (
        id TEXT PRIMARY KEY, subject_kind TEXT NOT NULL, subject TEXT NOT NULL,
        coder_id TEXT NOT NULL REFERENCES coders(id), seen TEXT NOT NULL, time TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE INDEX contrary_seen_subject ON contrary_seen(subject_kind, subject)
        WHERE deleted = 0""",
    """CREATE TABLE events (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), period TEXT,
        kind TEXT NOT NULL, text TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
)
