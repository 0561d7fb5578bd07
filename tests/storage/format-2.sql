PRAGMA application_id = 1363365700;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'qualcode','base','2026-11-21 07:34:23.009693+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'qualcode','evidence_and_view','2026-11-21 08:16:22.369526+00:00');
CREATE TABLE cases (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}', position INTEGER NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "cases" VALUES('11111111-1111-1111-1111-111111111111','Lyftet','[]','{}',1,0);
CREATE TABLE codebooks (
        id TEXT PRIMARY KEY, n INTEGER NOT NULL, book TEXT NOT NULL, version TEXT NOT NULL,
        content TEXT NOT NULL, reason TEXT, coder_id TEXT REFERENCES coders(id),
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE coders (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, full_name TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE codings (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        segment_id TEXT NOT NULL REFERENCES segments(id), code TEXT NOT NULL, valence TEXT,
        confidence TEXT NOT NULL DEFAULT 'normal', label TEXT,
        codebook_id TEXT REFERENCES codebooks(id), origin TEXT NOT NULL DEFAULT 'human',
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE degrees (
        id TEXT PRIMARY KEY, segment_id TEXT NOT NULL REFERENCES segments(id),
        value INTEGER NOT NULL, from_id TEXT REFERENCES organisations(id),
        to_id TEXT REFERENCES organisations(id), activity TEXT, period TEXT,
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE documents (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT, format TEXT,
        case_id TEXT REFERENCES cases(id), participant_id TEXT REFERENCES participants(id),
        language TEXT, date TEXT, wave TEXT, groups TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}', version_id TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "documents" VALUES('22222222-2222-2222-2222-222222222222','talk',NULL,NULL,'11111111-1111-1111-1111-111111111111',NULL,'sv',NULL,NULL,'[]','{}','33333333-3333-3333-3333-333333333333',0);
CREATE TABLE evidence (
        key TEXT PRIMARY KEY, table_name TEXT NOT NULL, row_key TEXT NOT NULL,
        column_key TEXT NOT NULL, kind TEXT NOT NULL, members BLOB NOT NULL) STRICT;
INSERT INTO "evidence" VALUES('k','conditions','agenda','lyftet','count',X'00');
CREATE TABLE guides (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, codes TEXT NOT NULL DEFAULT '[]',
        groups TEXT NOT NULL DEFAULT '[]', cases TEXT NOT NULL DEFAULT '[]',
        documents TEXT NOT NULL DEFAULT '[]', deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, coder_id TEXT NOT NULL,
        time TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, changes TEXT NOT NULL,
        undoes INTEGER, chain TEXT NOT NULL) STRICT;
CREATE TABLE memos (
        id TEXT PRIMARY KEY, target_kind TEXT NOT NULL, target TEXT NOT NULL,
        kind TEXT NOT NULL, text TEXT NOT NULL, coder_id TEXT NOT NULL REFERENCES coders(id),
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "meta" VALUES('id','p');
INSERT INTO "meta" VALUES('key','k');
CREATE TABLE organisations (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, case_id TEXT REFERENCES cases(id), type TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE participants (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT,
        organisation_id TEXT REFERENCES organisations(id), case_id TEXT REFERENCES cases(id),
        consent TEXT NOT NULL DEFAULT 'unknown', deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE segments (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        version_id TEXT NOT NULL REFERENCES text_versions(id),
        start INTEGER NOT NULL, stop INTEGER NOT NULL, turn INTEGER,
        last_turn INTEGER, coder_id TEXT NOT NULL REFERENCES coders(id), standing TEXT, memo TEXT,
        case_id TEXT REFERENCES cases(id), created TEXT NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0, CHECK (start >= 0 AND stop > start)) STRICT;
CREATE TABLE settings (
        id TEXT PRIMARY KEY, value TEXT, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE speakers (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        label TEXT NOT NULL, interviewer INTEGER NOT NULL DEFAULT 0,
        participant_id TEXT REFERENCES participants(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE text_versions (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        n INTEGER NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL,
        characters INTEGER NOT NULL, words INTEGER NOT NULL, encoding TEXT, raw BLOB,
        created TEXT NOT NULL) STRICT;
INSERT INTO "text_versions" VALUES('33333333-3333-3333-3333-333333333333','22222222-2222-2222-2222-222222222222',1,'Hur gick det?
Vi fick pengarna efter mötena i Alviken.','442d2ca68092e52769a4daf95ee7cf5ecde08eee2bb90f618afd8b724f380d79',54,10,NULL,NULL,'2026-11-22T08:00:00Z');
CREATE TABLE theme_members (
        id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes(id),
        kind TEXT NOT NULL, member TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE theme_summaries (
        id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes(id),
        case_id TEXT NOT NULL REFERENCES cases(id), text TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE themes (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, scale TEXT,
        origin TEXT NOT NULL DEFAULT 'inductive', definition TEXT, summary TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE turns (
        version_id TEXT NOT NULL REFERENCES text_versions(id), n INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, speaker_id TEXT REFERENCES speakers(id),
        interviewer INTEGER NOT NULL DEFAULT 0, time_start REAL, time_end REAL,
        PRIMARY KEY (version_id, n)) STRICT, WITHOUT ROWID;
INSERT INTO "turns" VALUES('33333333-3333-3333-3333-333333333333',1,0,13,NULL,0,NULL,NULL);
INSERT INTO "turns" VALUES('33333333-3333-3333-3333-333333333333',2,14,54,NULL,0,NULL,NULL);
CREATE TABLE units (
        id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES text_versions(id),
        turn INTEGER NOT NULL, coder_id TEXT NOT NULL REFERENCES coders(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE view (
        coder TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (coder, key)) STRICT, WITHOUT ROWID;
CREATE TABLE words (id TEXT PRIMARY KEY, text TEXT) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX text_versions_sha256 ON text_versions(sha256);
CREATE INDEX speakers_document ON speakers(document_id);
CREATE UNIQUE INDEX segments_span ON segments(document_id, version_id, start, stop, coder_id)
        WHERE deleted = 0;
CREATE UNIQUE INDEX codings_segment ON codings(segment_id, code, coalesce(label, ''))
        WHERE deleted = 0;
CREATE INDEX codings_code ON codings(code) WHERE deleted = 0;
CREATE INDEX degrees_segment ON degrees(segment_id);
CREATE UNIQUE INDEX theme_members_once ON theme_members(theme_id, kind, member)
        WHERE deleted = 0;
CREATE INDEX memos_target ON memos(target_kind, target);
CREATE UNIQUE INDEX units_turn ON units(version_id, turn, coder_id);
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
COMMIT;
