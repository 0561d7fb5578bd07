"""The tables of what the analyst says across cases: statements, their grounds, chosen quotes."""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE findings (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, statement TEXT NOT NULL, met TEXT,
        status TEXT NOT NULL DEFAULT 'draft', position INTEGER NOT NULL,
        merged_into TEXT REFERENCES findings(id), created TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE propositions (
        id TEXT PRIMARY KEY, statement TEXT NOT NULL, query TEXT, towards TEXT, rival TEXT,
        verdict TEXT, status TEXT NOT NULL DEFAULT 'draft', position INTEGER NOT NULL,
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE outcomes (
        id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases(id), kind TEXT NOT NULL,
        statement TEXT NOT NULL, level TEXT, period TEXT, position INTEGER NOT NULL,
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE claim_members (
        id TEXT PRIMARY KEY, owner_kind TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL,
        member TEXT NOT NULL, side TEXT NOT NULL DEFAULT 'for',
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX claim_members_once ON claim_members(owner_kind, owner, kind, member)
        WHERE deleted = 0""",
    """CREATE TABLE claim_pins (
        id TEXT PRIMARY KEY, owner_kind TEXT NOT NULL, owner TEXT NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases(id), stance TEXT NOT NULL, reason TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX claim_pins_once ON claim_pins(owner_kind, owner, case_id)
        WHERE deleted = 0""",
    """CREATE TABLE chosen_quotes (
        id TEXT PRIMARY KEY, owner_kind TEXT NOT NULL, owner TEXT NOT NULL,
        coding_id TEXT NOT NULL REFERENCES codings(id), side TEXT NOT NULL DEFAULT 'for',
        cuts TEXT NOT NULL DEFAULT '[]', replacements TEXT NOT NULL DEFAULT '[]',
        corrections TEXT NOT NULL DEFAULT '[]', version_id TEXT NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL,
        attribution TEXT NOT NULL DEFAULT 'pseudonym', translation TEXT,
        translation_language TEXT, translator TEXT, withheld TEXT, position INTEGER NOT NULL,
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE UNIQUE INDEX chosen_quotes_once ON chosen_quotes(owner_kind, owner, coding_id)
        WHERE deleted = 0""",
    """CREATE TABLE member_checks (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        participant_id TEXT REFERENCES participants(id), target_kind TEXT NOT NULL,
        target TEXT NOT NULL, answer TEXT NOT NULL, note TEXT, created TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    """CREATE TABLE label_decisions (
        id TEXT PRIMARY KEY, label TEXT NOT NULL, decision TEXT NOT NULL, target TEXT,
        reason TEXT, coder_id TEXT NOT NULL REFERENCES coders(id), created TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT""",
    "ALTER TABLE documents ADD COLUMN kind TEXT NOT NULL DEFAULT 'transcript'",
)
