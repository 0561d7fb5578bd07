PRAGMA application_id = 1363365700;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'qualcode','base','2026-11-21 08:17:43.506228+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'qualcode','evidence_and_view','2026-11-21 08:17:43.508849+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'qualcode','revisions','2026-11-21 08:17:43.513106+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'qualcode','word_layers','2026-11-21 08:17:43.516748+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'qualcode','turn_gaps','2026-11-21 09:46:56.987280+00:00');
CREATE TABLE cases (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}', position INTEGER NOT NULL,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "cases" VALUES('b5aad8db-54d4-49ab-b801-abbff1bf8d48','Lyftet','[]','{}',1,0);
CREATE TABLE codebooks (
        id TEXT PRIMARY KEY, n INTEGER NOT NULL, book TEXT NOT NULL, version TEXT NOT NULL,
        content TEXT NOT NULL, reason TEXT, coder_id TEXT REFERENCES coders(id),
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, operation TEXT) STRICT;
INSERT INTO "codebooks" VALUES('51db4b92-624b-4dfe-856f-7821d719dfca',1,'small','1','{
 "id": "small",
 "version": "1",
 "title": {
  "en": "Small",
  "sv": "Liten"
 },
 "description": {},
 "note": "",
 "languages": [
  "en",
  "sv"
 ],
 "codes": [
  {
   "id": "agenda",
   "label": {
    "en": "Common agenda",
    "sv": "Gemensam agenda"
   },
   "parent": null,
   "kind": "condition",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  },
  {
   "id": "agenda-goals",
   "label": {
    "en": "Goals",
    "sv": "Mål"
   },
   "parent": "agenda",
   "kind": "topic",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  },
  {
   "id": "agenda-vision",
   "label": {
    "en": "Vision",
    "sv": "Vision"
   },
   "parent": "agenda",
   "kind": "topic",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  },
  {
   "id": "backbone",
   "label": {
    "en": "Backbone",
    "sv": "Stödorganisation"
   },
   "parent": null,
   "kind": "condition",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  },
  {
   "id": "backbone-person",
   "label": {
    "en": "[laughs] person",
    "sv": "Person"
   },
   "parent": "backbone",
   "kind": "topic",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  },
  {
   "id": "förtroende",
   "label": {
    "en": "Trust [/x]",
    "sv": "Förtroende"
   },
   "parent": null,
   "kind": "cross-cutting",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  },
  {
   "id": "emergent",
   "label": {
    "en": "Emergent"
   },
   "parent": null,
   "kind": "emergent",
   "definition": {},
   "include": {},
   "exclude": {},
   "example": {},
   "cues": {},
   "usual_valence": null,
   "sources": [],
   "colour": null,
   "key": null,
   "assignable": true,
   "retired": false,
   "became": []
  }
 ],
 "scales": {
  "degree": {
   "id": "degree",
   "label": {
    "en": "degree"
   },
   "kind": "ordinal",
   "applies_to": "segment",
   "values": [
    {
     "id": "apart",
     "label": {
      "en": "Apart"
     },
     "value": 1,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "aware",
     "label": {
      "en": "Aware"
     },
     "value": 2,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "plan",
     "label": {
      "en": "Plan"
     },
     "value": 3,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "work",
     "label": {
      "en": "Work"
     },
     "value": 4,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "one",
     "label": {
      "en": "One"
     },
     "value": 5,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    }
   ],
   "sources": [],
   "anchors_by_code": {},
   "note": {}
  },
  "valence": {
   "id": "valence",
   "label": {
    "en": "valence"
   },
   "kind": "nominal",
   "applies_to": "segment",
   "values": [
    {
     "id": "helps",
     "label": {
      "en": "Helps"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "hinders",
     "label": {
      "en": "Hinders"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "mixed",
     "label": {
      "en": "Mixed"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    }
   ],
   "sources": [],
   "anchors_by_code": {},
   "note": {}
  },
  "standing": {
   "id": "standing",
   "label": {
    "en": "standing"
   },
   "kind": "nominal",
   "applies_to": "segment",
   "values": [
    {
     "id": "actual",
     "label": {
      "en": "Actual"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "past",
     "label": {
      "en": "Past"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "wished",
     "label": {
      "en": "Wished"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "denied",
     "label": {
      "en": "Denied"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    },
    {
     "id": "second-hand",
     "label": {
      "en": "Second-Hand"
     },
     "value": null,
     "sign": "",
     "anchor": {},
     "question": {},
     "example": {}
    }
   ],
   "sources": [],
   "anchors_by_code": {},
   "note": {}
  }
 },
 "sets": {},
 "extensions": {},
 "themes": [
  {
   "id": "t1",
   "label": {
    "en": "Direction"
   },
   "codes": [
    "agenda"
   ],
   "scale": null
  }
 ],
 "trap_words": {},
 "sources": {}
}',NULL,'fbe72fca-005e-4b01-8ae0-5e2962caa1bc','2026-11-21T08:17:43Z',0,'{"kind": "begin", "words": "small 1 taken"}');
CREATE TABLE coders (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, full_name TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "coders" VALUES('fbe72fca-005e-4b01-8ae0-5e2962caa1bc','ann',NULL,0);
CREATE TABLE codings (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        segment_id TEXT NOT NULL REFERENCES segments(id), code TEXT NOT NULL, valence TEXT,
        confidence TEXT NOT NULL DEFAULT 'normal', label TEXT,
        codebook_id TEXT REFERENCES codebooks(id), origin TEXT NOT NULL DEFAULT 'human',
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "codings" VALUES(1,'7bfeca24-ab80-4709-9d7c-b739603eab2e','10961753-e230-49a6-9952-d865bf08cd16','agenda-goals',NULL,'normal',NULL,'51db4b92-624b-4dfe-856f-7821d719dfca','human','2026-11-21T08:17:43Z',0);
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
INSERT INTO "documents" VALUES('07459e50-25bb-4518-8052-f6d12484e308','talk','talk.txt','txt','b5aad8db-54d4-49ab-b801-abbff1bf8d48',NULL,'sv',NULL,NULL,'[]','{}','3be0cd51-69b3-43dd-b37b-74eeea894e35',0);
CREATE TABLE evidence (
        key TEXT PRIMARY KEY, table_name TEXT NOT NULL, row_key TEXT NOT NULL,
        column_key TEXT NOT NULL, kind TEXT NOT NULL, members BLOB NOT NULL) STRICT;
CREATE TABLE guides (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, codes TEXT NOT NULL DEFAULT '[]',
        groups TEXT NOT NULL DEFAULT '[]', cases TEXT NOT NULL DEFAULT '[]',
        documents TEXT NOT NULL DEFAULT '[]', deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, coder_id TEXT NOT NULL,
        time TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, changes TEXT NOT NULL,
        undoes INTEGER, chain TEXT NOT NULL) STRICT;
INSERT INTO "journal" VALUES(1,'157861fd-50bc-4cd1-aa1c-b09786c689b4','fbe72fca-005e-4b01-8ae0-5e2962caa1bc','2026-11-21T08:17:43Z','coder.join','{"coder": "fbe72fca-005e-4b01-8ae0-5e2962caa1bc"}','[["coders","fbe72fca-005e-4b01-8ae0-5e2962caa1bc",{"deleted":[1,0]}]]',NULL,'b9d1a7088b7e6ab325d4a97e4989b152eb6f685782bbfd31a0535cc06fb4ce88');
INSERT INTO "journal" VALUES(2,'24221964-8ce6-46d5-b2ad-1a78842e17e8','fbe72fca-005e-4b01-8ae0-5e2962caa1bc','2026-11-21T08:17:43Z','project.begin','{}','[["codebooks","51db4b92-624b-4dfe-856f-7821d719dfca",{"deleted":[1,0]}],["themes","beac4f3f-b478-4215-be0a-45bd779386c9",{"deleted":[1,0]}],["theme_members","52ef2619-56b6-43e1-a2ef-756640ccfd2f",{"deleted":[1,0]}],["settings","title",{"deleted":[1,0]}],["settings","coder",{"deleted":[1,0]}]]',NULL,'4409d282410d351e8cf11965620c0906be436dd6eff8a3a20c8df233bd72ffab');
INSERT INTO "journal" VALUES(3,'c049f451-d579-4a4a-a81c-137c473dee13','fbe72fca-005e-4b01-8ae0-5e2962caa1bc','2026-11-21T08:17:43Z','case.add','{"case": "b5aad8db-54d4-49ab-b801-abbff1bf8d48"}','[["cases","b5aad8db-54d4-49ab-b801-abbff1bf8d48",{"deleted":[1,0]}]]',NULL,'b21ce867d06abcb69db6a06f87c166dc49f2fa03fcc65b2e52ab4ea931b65d11');
INSERT INTO "journal" VALUES(4,'70b9fec1-8e83-4fb3-abaa-babf7c02a3f6','fbe72fca-005e-4b01-8ae0-5e2962caa1bc','2026-11-21T08:17:43Z','document.import','{"document": "07459e50-25bb-4518-8052-f6d12484e308"}','[["documents","07459e50-25bb-4518-8052-f6d12484e308",{"deleted":[1,0]}]]',NULL,'b227dbd811c0add6dfe90d7d38b4cd08f1b94e9b8c07e43361925ea67f854d5e');
INSERT INTO "journal" VALUES(5,'b8c72b07-48ae-43d3-9f1b-5e9d9f57fd62','fbe72fca-005e-4b01-8ae0-5e2962caa1bc','2026-11-21T08:17:43Z','code.add','{"code": "agenda-goals", "document": "07459e50-25bb-4518-8052-f6d12484e308", "segment": "10961753-e230-49a6-9952-d865bf08cd16"}','[["segments","10961753-e230-49a6-9952-d865bf08cd16",{"deleted":[1,0]}],["codings","7bfeca24-ab80-4709-9d7c-b739603eab2e",{"deleted":[1,0]}]]',NULL,'4b7bb920e76b28c9791a057813829fc3d6740ef2bb67985450497493cd569aaf');
CREATE TABLE memos (
        id TEXT PRIMARY KEY, target_kind TEXT NOT NULL, target TEXT NOT NULL,
        kind TEXT NOT NULL, text TEXT NOT NULL, coder_id TEXT NOT NULL REFERENCES coders(id),
        created TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "meta" VALUES('id','2915022e-e576-4a8f-b9a9-f05c9933f735');
INSERT INTO "meta" VALUES('key','9f34fd60c1c455949c1bcbc7ce65f115e889ce852e4b08a118f944a824fa9a3f');
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
INSERT INTO "segments" VALUES('10961753-e230-49a6-9952-d865bf08cd16','07459e50-25bb-4518-8052-f6d12484e308','3be0cd51-69b3-43dd-b37b-74eeea894e35',17,37,3,3,'fbe72fca-005e-4b01-8ae0-5e2962caa1bc',NULL,NULL,NULL,'2026-11-21T08:17:43Z',0);
CREATE TABLE settings (
        id TEXT PRIMARY KEY, value TEXT, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "settings" VALUES('title','"P"',0);
INSERT INTO "settings" VALUES('coder','"ann"',0);
CREATE TABLE speakers (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        label TEXT NOT NULL, interviewer INTEGER NOT NULL DEFAULT 0,
        participant_id TEXT REFERENCES participants(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "speakers" VALUES('8b1d6e07-73be-4eb1-a0ce-e71e571541ad','07459e50-25bb-4518-8052-f6d12484e308','INT',1,NULL,0);
INSERT INTO "speakers" VALUES('d78dcafd-0bad-4c0f-aa97-942c8a9afec6','07459e50-25bb-4518-8052-f6d12484e308','IP1',0,NULL,0);
CREATE TABLE text_versions (
        id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id),
        n INTEGER NOT NULL, text TEXT NOT NULL, sha256 TEXT NOT NULL,
        characters INTEGER NOT NULL, words INTEGER NOT NULL, encoding TEXT, raw BLOB,
        created TEXT NOT NULL) STRICT;
INSERT INTO "text_versions" VALUES('3be0cd51-69b3-43dd-b37b-74eeea894e35','07459e50-25bb-4518-8052-f6d12484e308',1,'Hur går det?
/…/
Vi ses varje måndag.
[...]
(ohörbart 12:30)','00722afd5f3f054dab85f8dfab8fe25dc962c932e4dcad4137882f3169e32abf',60,10,'utf-8',X'7801F3F40BB152F0282D52483FBCB4482125B5C49ECB33C0D04A41FF51C3327D08332C53A138B558A12CB1282B5521F7F0D2BC94C4743D2E4F90C6683D3DBD58882A8DFC8CC3DB8A92128B4A140C8DAC8C0D34B900614E1CF8','2026-11-21T08:17:43Z');
CREATE TABLE theme_members (
        id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes(id),
        kind TEXT NOT NULL, member TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "theme_members" VALUES('52ef2619-56b6-43e1-a2ef-756640ccfd2f','beac4f3f-b478-4215-be0a-45bd779386c9','code','agenda',0);
CREATE TABLE theme_summaries (
        id TEXT PRIMARY KEY, theme_id TEXT NOT NULL REFERENCES themes(id),
        case_id TEXT NOT NULL REFERENCES cases(id), text TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE themes (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, scale TEXT,
        origin TEXT NOT NULL DEFAULT 'inductive', definition TEXT, summary TEXT,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "themes" VALUES('beac4f3f-b478-4215-be0a-45bd779386c9','Direction',1,NULL,'deductive',NULL,NULL,0);
CREATE TABLE turns (
        version_id TEXT NOT NULL REFERENCES text_versions(id), n INTEGER NOT NULL,
        start INTEGER NOT NULL, stop INTEGER NOT NULL, speaker_id TEXT REFERENCES speakers(id),
        interviewer INTEGER NOT NULL DEFAULT 0, time_start REAL, time_end REAL, gap INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (version_id, n)) STRICT, WITHOUT ROWID;
INSERT INTO "turns" VALUES('3be0cd51-69b3-43dd-b37b-74eeea894e35',1,0,12,'8b1d6e07-73be-4eb1-a0ce-e71e571541ad',1,NULL,NULL,0);
INSERT INTO "turns" VALUES('3be0cd51-69b3-43dd-b37b-74eeea894e35',2,13,16,'d78dcafd-0bad-4c0f-aa97-942c8a9afec6',0,NULL,NULL,1);
INSERT INTO "turns" VALUES('3be0cd51-69b3-43dd-b37b-74eeea894e35',3,17,37,'d78dcafd-0bad-4c0f-aa97-942c8a9afec6',0,NULL,NULL,0);
INSERT INTO "turns" VALUES('3be0cd51-69b3-43dd-b37b-74eeea894e35',4,38,43,'8b1d6e07-73be-4eb1-a0ce-e71e571541ad',1,NULL,NULL,1);
INSERT INTO "turns" VALUES('3be0cd51-69b3-43dd-b37b-74eeea894e35',5,44,60,'d78dcafd-0bad-4c0f-aa97-942c8a9afec6',0,NULL,NULL,1);
CREATE TABLE units (
        id TEXT PRIMARY KEY, version_id TEXT NOT NULL REFERENCES text_versions(id),
        turn INTEGER NOT NULL, coder_id TEXT NOT NULL REFERENCES coders(id),
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE view (
        coder TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (coder, key)) STRICT, WITHOUT ROWID;
CREATE TABLE word_layers (
        version_id TEXT PRIMARY KEY REFERENCES text_versions(id) ON DELETE CASCADE,
        language TEXT NOT NULL, edition TEXT NOT NULL, vocabulary BLOB NOT NULL,
        places BLOB NOT NULL) STRICT;
CREATE TABLE words (id TEXT PRIMARY KEY, text TEXT) STRICT;
CREATE TABLE worklist (
        id TEXT PRIMARY KEY, coding_id TEXT NOT NULL REFERENCES codings(id),
        codebook_id TEXT NOT NULL REFERENCES codebooks(id), code TEXT NOT NULL,
        reason TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
        deleted INTEGER NOT NULL DEFAULT 0) STRICT;
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
CREATE INDEX worklist_coding ON worklist(coding_id);
CREATE INDEX worklist_open ON worklist(code) WHERE done = 0 AND deleted = 0;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER journal_is_fixed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
COMMIT;
