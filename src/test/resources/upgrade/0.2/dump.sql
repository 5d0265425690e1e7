-- The application's role may read and write everything but the ledger, which it may only read and append to.
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO winnow;
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO winnow;

CREATE TABLE ledger_head (
  review_id uuid PRIMARY KEY,
  sequence  bigint NOT NULL,
  hash      char(64) NOT NULL
);

CREATE TABLE ledger_event (
  review_id     uuid NOT NULL,
  sequence      bigint NOT NULL,
  at            timestamptz NOT NULL,
  actor_id      uuid,
  type          text NOT NULL,
  visibility    text NOT NULL,
  payload       text NOT NULL,
  previous_hash char(64) NOT NULL,
  hash          char(64) NOT NULL,
  PRIMARY KEY (review_id, sequence)
);

REVOKE UPDATE, DELETE, TRUNCATE ON ledger_event FROM winnow;

CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END $$;

CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
  FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_event_no_truncate BEFORE TRUNCATE ON ledger_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

CREATE TABLE account (
  id            uuid PRIMARY KEY,
  name          text NOT NULL,
  display_name  text NOT NULL,
  language      text NOT NULL DEFAULT 'en',
  administrator boolean NOT NULL DEFAULT false,
  disabled      boolean NOT NULL DEFAULT false,
  password_hash text,
  oidc_subject  text UNIQUE,
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX account_name ON account (lower(name));

CREATE TABLE membership (
  review_id  uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  roles      text[] NOT NULL,
  since      timestamptz NOT NULL,
  PRIMARY KEY (review_id, account_id)
);
CREATE INDEX membership_account ON membership (account_id);

-- A session is known by the SHA-256 of the token in the cookie; the token itself is nowhere.
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  started_at timestamptz NOT NULL,
  used_at    timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- Failed attempts to sign in, by name and by address.
CREATE TABLE failed_sign_in (
  subject text NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX failed_sign_in_subject ON failed_sign_in (subject, at);

-- People who become members when they first sign in with this address, verified by the provider.
CREATE TABLE invitation (
  review_id   uuid NOT NULL,
  id          uuid NOT NULL,
  email       text NOT NULL,
  roles       text[] NOT NULL,
  invited_by  uuid NOT NULL REFERENCES account,
  invited_at  timestamptz NOT NULL,
  accepted_at timestamptz,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX invitation_open ON invitation (email) WHERE accepted_at IS NULL;

CREATE TABLE review (
  id         uuid PRIMARY KEY,
  title      text NOT NULL,
  language   text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE protocol (
  review_id   uuid NOT NULL REFERENCES review,
  version     int NOT NULL,
  content     text NOT NULL,
  explanation text NOT NULL,
  amended_by  uuid,
  amended_at  timestamptz NOT NULL,
  PRIMARY KEY (review_id, version)
);

CREATE TABLE stage (
  review_id uuid NOT NULL REFERENCES review,
  stage     text NOT NULL,
  closed    boolean NOT NULL,
  since     timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage)
);

CREATE TABLE record_counter (
  review_id uuid PRIMARY KEY,
  next_id   int NOT NULL
);

-- live: its import is committed and not withdrawn. representative_id: set on duplicates only.
-- place: where the record stands in the shuffled order of screening.
CREATE TABLE record (
  review_id         uuid NOT NULL,
  id                int NOT NULL,
  import_id         uuid NOT NULL,
  position          int NOT NULL,
  source_id         uuid,
  live              boolean NOT NULL DEFAULT false,
  representative_id int,
  joined_by         text,
  place             int NOT NULL,
  type              text NOT NULL,
  title_en          text NOT NULL,
  title_zh          text NOT NULL,
  authors           text[] NOT NULL,
  year              int NOT NULL,
  journal           text NOT NULL,
  volume            text NOT NULL,
  issue             text NOT NULL,
  pages             text NOT NULL,
  doi               text NOT NULL,
  pmid              text NOT NULL,
  abstract_en       text NOT NULL,
  abstract_zh       text NOT NULL,
  keywords          text[] NOT NULL,
  url               text NOT NULL,
  language          text NOT NULL,
  database          text NOT NULL,
  accession         text NOT NULL,
  issn              text NOT NULL,
  others            text NOT NULL,
  line              int NOT NULL,
  raw               text NOT NULL,
  content_hash      text NOT NULL,
  PRIMARY KEY (review_id, id)
);
CREATE UNIQUE INDEX record_import ON record (review_id, import_id, position);
CREATE INDEX record_representative ON record (review_id, representative_id) WHERE representative_id IS NOT NULL;
CREATE INDEX record_place ON record (review_id, place) WHERE live AND representative_id IS NULL;

-- Pairs that a person has judged to be different entries; the smaller number first.
CREATE TABLE separated_pair (
  review_id uuid NOT NULL,
  a         int NOT NULL,
  b         int NOT NULL,
  PRIMARY KEY (review_id, a, b)
);

CREATE TABLE source (
  review_id     uuid NOT NULL,
  id            uuid NOT NULL,
  kind          text NOT NULL,
  name          text NOT NULL,
  platform      text NOT NULL,
  searched_on   text NOT NULL,
  query         text NOT NULL,
  limits        text NOT NULL,
  hits_reported int,
  PRIMARY KEY (review_id, id)
);

-- A report opened by a record that passed bears that record's number.
CREATE TABLE report (
  review_id uuid NOT NULL,
  id        int NOT NULL,
  retrieval text NOT NULL,
  note      text NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE record_report (
  review_id uuid NOT NULL,
  record_id int NOT NULL,
  report_id int NOT NULL,
  PRIMARY KEY (review_id, record_id, report_id)
);

-- A study opened by a report that was included bears that report's number.
CREATE TABLE study (
  review_id uuid NOT NULL,
  id        int NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE report_study (
  review_id uuid NOT NULL,
  report_id int NOT NULL,
  study_id  int NOT NULL,
  PRIMARY KEY (review_id, report_id, study_id)
);

-- item_id: the record or report voted on, for ever. counts_for: the representative that the vote counts for now.
CREATE TABLE vote (
  review_id          uuid NOT NULL,
  id                 uuid NOT NULL,
  stage              text NOT NULL,
  item_id            int NOT NULL,
  counts_for         int NOT NULL,
  reviewer_id        uuid NOT NULL,
  verdict            text NOT NULL,
  reasons            uuid[] NOT NULL,
  protocol_version   int NOT NULL,
  sequence           bigint NOT NULL,
  cast_at            timestamptz NOT NULL,
  withdrawn_sequence bigint,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX vote_item ON vote (review_id, stage, counts_for);
CREATE INDEX vote_reviewer ON vote (review_id, stage, reviewer_id, sequence);

CREATE TABLE adjudication (
  review_id          uuid NOT NULL,
  id                 uuid NOT NULL,
  stage              text NOT NULL,
  item_id            int NOT NULL,
  counts_for         int NOT NULL,
  adjudicator_id     uuid NOT NULL,
  verdict            text NOT NULL,
  reasons            uuid[] NOT NULL,
  comment            text NOT NULL,
  sequence           bigint NOT NULL,
  at                 timestamptz NOT NULL,
  withdrawn_sequence bigint,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX adjudication_item ON adjudication (review_id, stage, counts_for);

-- What the votes and adjudications of an item amount to. Derived; kept because queues filter by it.
CREATE TABLE screening (
  review_id uuid NOT NULL,
  stage     text NOT NULL,
  item_id   int NOT NULL,
  status    text NOT NULL,
  reason_id uuid,
  since     timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage, item_id)
);
CREATE INDEX screening_status ON screening (review_id, stage, status, since);

-- reading: counts how often the file was begun to be read; a reader whose number is no longer this one gives up.
CREATE TABLE import_batch (
  review_id      uuid NOT NULL,
  id             uuid NOT NULL,
  file_name      text NOT NULL,
  bytes          bigint NOT NULL,
  sha256         text NOT NULL,
  state          text NOT NULL,
  reading        int NOT NULL DEFAULT 0,
  wanted_format  text NOT NULL,
  wanted_charset text NOT NULL,
  format         text NOT NULL DEFAULT '',
  charset        text NOT NULL DEFAULT '',
  bytes_read     bigint NOT NULL DEFAULT 0,
  records        int NOT NULL DEFAULT 0,
  quarantined    int NOT NULL DEFAULT 0,
  bad_bytes      int NOT NULL DEFAULT 0,
  with_title     int NOT NULL DEFAULT 0,
  with_abstract  int NOT NULL DEFAULT 0,
  with_year      int NOT NULL DEFAULT 0,
  with_doi       int NOT NULL DEFAULT 0,
  with_authors   int NOT NULL DEFAULT 0,
  with_language  int NOT NULL DEFAULT 0,
  database_guess text NOT NULL DEFAULT '',
  problem        text NOT NULL DEFAULT '',
  problem_about  text NOT NULL DEFAULT '',
  source_id      uuid,
  created_at     timestamptz NOT NULL,
  created_by     uuid NOT NULL,
  committed_at   timestamptz,
  committed_by   uuid,
  new_duplicates int,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX import_batch_unfinished ON import_batch (state) WHERE state IN ('QUEUED', 'READING', 'COMMITTING');
CREATE INDEX import_batch_source ON import_batch (review_id, source_id);

-- What of a file could not be read. place: its order in the file, from 1.
CREATE TABLE quarantine (
  review_id uuid NOT NULL,
  import_id uuid NOT NULL,
  place     int NOT NULL,
  line      int NOT NULL,
  code      text NOT NULL,
  message   text NOT NULL,
  raw       text NOT NULL,
  PRIMARY KEY (review_id, import_id, place)
);

-- Pairs that the rules left to a person; the smaller number first. No part of the scientific state: what people decide
-- is in the ledger, and the pairs are found anew by comparing the records again. Whether a pair is still an open
-- question is asked of the records when it is read.
CREATE TABLE duplicate_candidate (
  review_id uuid NOT NULL,
  a         int NOT NULL,
  b         int NOT NULL,
  score     double precision NOT NULL,
  rule      text NOT NULL,
  reasons   text[] NOT NULL,
  PRIMARY KEY (review_id, a, b)
);

-- A quarantined record that a person corrected: raw stays as it was in the file, repaired_text was read in its place.
ALTER TABLE quarantine ADD COLUMN repaired_text text;
ALTER TABLE quarantine ADD COLUMN repaired_by uuid;
ALTER TABLE quarantine ADD COLUMN repaired_at timestamptz;

-- What a person said the columns of a table mean, as JSON; empty where nobody did.
ALTER TABLE import_batch ADD COLUMN wanted_columns text NOT NULL DEFAULT '';

-- The same by the table's header, so that the next table of that shape is read at once. No scientific state: the
-- records that come of it are in the ledger.
CREATE TABLE column_mapping (
  review_id uuid NOT NULL,
  header    text NOT NULL,
  mapping   text NOT NULL,
  PRIMARY KEY (review_id, header)
);

-- Rounds of searching after the first, which needs no row. A source without a row belongs to the first round.
CREATE TABLE search_round (
  review_id uuid NOT NULL,
  number    int NOT NULL,
  id        uuid NOT NULL,
  name      text NOT NULL,
  begun_on  text NOT NULL,
  PRIMARY KEY (review_id, number),
  UNIQUE (review_id, id)
);

CREATE TABLE source_round (
  review_id uuid NOT NULL,
  source_id uuid NOT NULL,
  round     int NOT NULL,
  PRIMARY KEY (review_id, source_id)
);

-- Votes that a lead took over from another tool's export. content, not_carried_content: names of the kept lists of the
-- votes and of what could not become votes.
CREATE TABLE takeover (
  review_id           uuid NOT NULL,
  id                  uuid NOT NULL,
  import_id           uuid NOT NULL,
  stage               text NOT NULL,
  votes               int NOT NULL,
  content             text NOT NULL,
  not_carried         int NOT NULL,
  not_carried_content text NOT NULL,
  taken_by            uuid NOT NULL,
  taken_at            timestamptz NOT NULL,
  sequence            bigint NOT NULL,
  withdrawn_sequence  bigint,
  PRIMARY KEY (review_id, id)
);

-- The takeover that a vote came by; none for a vote cast here.
ALTER TABLE vote ADD COLUMN takeover_id uuid;
CREATE INDEX vote_takeover ON vote (review_id, takeover_id) WHERE takeover_id IS NOT NULL;

-- One note a member and record; text is never empty.
CREATE TABLE note (
  review_id  uuid NOT NULL,
  record_id  int NOT NULL,
  member_id  uuid NOT NULL,
  text       text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, record_id, member_id)
);

-- owner_id: whose own tag it is; null for the review's tags, which every member sees and uses.
CREATE TABLE tag (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  owner_id  uuid,
  name      text NOT NULL,
  place     int NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE record_tag (
  review_id uuid NOT NULL,
  record_id int NOT NULL,
  member_id uuid NOT NULL,
  tag_id    uuid NOT NULL,
  PRIMARY KEY (review_id, record_id, member_id, tag_id)
);
CREATE INDEX record_tag_tag ON record_tag (review_id, tag_id, member_id);

-- Words that a member wants marked besides the protocol's. A preference, no state of the review.
CREATE TABLE own_highlights (
  review_id uuid NOT NULL,
  member_id uuid NOT NULL,
  content   text NOT NULL,
  PRIMARY KEY (review_id, member_id)
);

-- What a reviewer has put at the end of their own queue, in the order in which they did. No state of the review.
CREATE TABLE later_item (
  review_id   uuid NOT NULL,
  stage       text NOT NULL,
  reviewer_id uuid NOT NULL,
  item_id     int NOT NULL,
  turn        int NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (review_id, stage, reviewer_id, item_id)
);

-- What a person put in place of a field that the sources lack or have wrong. The record itself stays as imported.
CREATE TABLE record_correction (
  review_id    uuid NOT NULL,
  record_id    int NOT NULL,
  field        text NOT NULL,
  text         text NOT NULL,
  origin       text NOT NULL,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, record_id, field)
);

-- A conflict that was sent back: the votes whose withdrawn_sequence is its sequence were asked for anew.
CREATE TABLE conflict_return (
  review_id   uuid NOT NULL,
  id          uuid NOT NULL,
  stage       text NOT NULL,
  item_id     int NOT NULL,
  returned_by uuid NOT NULL,
  comment     text NOT NULL,
  sequence    bigint NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX conflict_return_item ON conflict_return (review_id, stage, item_id);
CREATE INDEX conflict_return_sequence ON conflict_return (review_id, sequence);

CREATE TABLE conflict_message (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  stage     text NOT NULL,
  item_id   int NOT NULL,
  author_id uuid NOT NULL,
  text      text NOT NULL,
  sequence  bigint NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX conflict_message_item ON conflict_message (review_id, stage, item_id);

-- Items over which the criteria were found unclear.
CREATE TABLE criteria_unclear (
  review_id uuid NOT NULL,
  stage     text NOT NULL,
  item_id   int NOT NULL,
  marked_by uuid NOT NULL,
  comment   text NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage, item_id)
);

-- Items that a reviewer has been handed and not yet voted on; no state of the review, so no event makes it, and a crash
-- may forget it.
CREATE UNLOGGED TABLE claim (
  review_id   uuid NOT NULL,
  stage       text NOT NULL,
  item_id     int NOT NULL,
  reviewer_id uuid NOT NULL,
  until       timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage, item_id, reviewer_id)
);
CREATE INDEX claim_until ON claim (review_id, until);

-- A record's row stays whole up to a page's size: compressing its texts took more time than all the rest of writing it.
ALTER TABLE record SET (toast_tuple_target = 8160);

-- Counts what was decided on a review's records, so that a long comparison learns whether it is out of date. Apart from
-- record_counter, which imports hold while they write.
CREATE TABLE record_revision (
  review_id uuid PRIMARY KEY,
  revision  bigint NOT NULL
);
INSERT INTO record_revision (review_id, revision) SELECT review_id, 0 FROM record_counter;

-- Rounds of voting for practice. No vote of these counts: nothing else reads these tables.
-- sequence: the ledger's event that opened it. revealed_by: null while hidden, or when the last vote revealed it.
CREATE TABLE calibration_round (
  review_id        uuid NOT NULL,
  id               uuid NOT NULL,
  seed             int NOT NULL,
  protocol_version int NOT NULL,
  opened_by        uuid NOT NULL,
  sequence         bigint NOT NULL,
  opened_at        timestamptz NOT NULL,
  revealed_by      uuid,
  revealed_at      timestamptz,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE calibration_item (
  review_id uuid NOT NULL,
  round_id  uuid NOT NULL,
  item_id   int NOT NULL,
  place     int NOT NULL,
  PRIMARY KEY (review_id, round_id, item_id)
);

-- The last that each reviewer said of each record.
CREATE TABLE calibration_vote (
  review_id   uuid NOT NULL,
  round_id    uuid NOT NULL,
  item_id     int NOT NULL,
  reviewer_id uuid NOT NULL,
  verdict     text NOT NULL,
  reasons     uuid[] NOT NULL,
  sequence    bigint NOT NULL,
  cast_at     timestamptz NOT NULL,
  PRIMARY KEY (review_id, round_id, item_id, reviewer_id)
);

CREATE TABLE calibration_message (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  round_id  uuid NOT NULL,
  item_id   int NOT NULL,
  author_id uuid NOT NULL,
  text      text NOT NULL,
  sequence  bigint NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX calibration_message_round ON calibration_message (review_id, round_id);

-- Records as matching compares them, some hundred to a row, written with the records themselves. No part of the scientific
-- state: a row that is missing, or of a version of the rules that is no longer used, is worked out from the records again.
CREATE TABLE match_form (
  review_id    uuid NOT NULL,
  first_record int NOT NULL,
  import_id    uuid NOT NULL,
  records      int NOT NULL,
  version      int NOT NULL,
  forms        bytea NOT NULL,
  PRIMARY KEY (review_id, first_record)
);
-- Compressing takes longer than writing a few bytes more.
ALTER TABLE match_form ALTER COLUMN forms SET STORAGE EXTERNAL;

-- Long texts stand beside the table, uncompressed. The commit of an import, and every join, writes a record's row once
-- more; with the texts in it that was the most of what a large import wrote. Takes effect on rows written from now on.
ALTER TABLE record SET (toast_tuple_target = 1000);
ALTER TABLE record
  ALTER COLUMN raw SET STORAGE EXTERNAL,
  ALTER COLUMN others SET STORAGE EXTERNAL,
  ALTER COLUMN abstract_en SET STORAGE EXTERNAL,
  ALTER COLUMN abstract_zh SET STORAGE EXTERNAL;

-- The versions of the rules by which a stage's work is shared out; the last one counts.
CREATE TABLE allocation (
  review_id  uuid NOT NULL,
  stage      text NOT NULL,
  version    int NOT NULL,
  content    text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage, version)
);

-- content: canonical JSON, as the ledger has it. removed: taken away, and brought back whole when it is put again.
CREATE TABLE comparison (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  version   int NOT NULL,
  content   text NOT NULL,
  removed   boolean NOT NULL,
  PRIMARY KEY (review_id, id)
);

-- The results are not here: they follow from definition and data whenever somebody looks.
-- data: the whole table of studies, canonical JSON. changed: the analysis was changed when there were data already.
CREATE TABLE synthesis (
  review_id     uuid NOT NULL,
  id            uuid NOT NULL,
  comparison_id uuid NOT NULL,
  version       int NOT NULL,
  definition    text NOT NULL,
  explanation   text NOT NULL,
  data          text NOT NULL,
  certainty     text NOT NULL,
  prespecified  boolean NOT NULL,
  changed       boolean NOT NULL,
  removed       boolean NOT NULL,
  defined_by    uuid NOT NULL,
  defined_at    timestamptz NOT NULL,
  PRIMARY KEY (review_id, id)
);

-- What each member last looked at, for what is stale to them. A convenience, no state of the review.
CREATE TABLE synthesis_seen (
  review_id    uuid NOT NULL,
  synthesis_id uuid NOT NULL,
  account_id   uuid NOT NULL,
  inputs       char(64) NOT NULL,
  content      text NOT NULL,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (review_id, synthesis_id, account_id)
);

-- Files of other programs with analyses; read anew for a preview, taken in once. file: its name in the file store.
CREATE TABLE synthesis_import (
  review_id   uuid NOT NULL,
  id          uuid NOT NULL,
  file_name   text NOT NULL,
  file        char(64) NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  committed   boolean NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE flyway_schema_history (
  installed_rank int PRIMARY KEY,
  version varchar(50),
  description varchar(200) NOT NULL,
  type varchar(20) NOT NULL,
  script varchar(1000) NOT NULL,
  checksum int,
  installed_by varchar(100) NOT NULL,
  installed_on timestamp NOT NULL DEFAULT now(),
  execution_time int NOT NULL,
  success boolean NOT NULL
);
INSERT INTO flyway_schema_history OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.flyway_schema_history, '[{"installed_rank":1,"version":"001","description":"ledger","type":"SQL","script":"db/migration/V001__ledger.sql","checksum":90795725,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:29.945545","execution_time":30,"success":true}, 
 {"installed_rank":2,"version":"002","description":"team","type":"SQL","script":"db/migration/V002__team.sql","checksum":1049889694,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.03805","execution_time":55,"success":true}, 
 {"installed_rank":3,"version":"003","description":"review","type":"SQL","script":"db/migration/V003__review.sql","checksum":-1552347857,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.123859","execution_time":14,"success":true}, 
 {"installed_rank":4,"version":"004","description":"record","type":"SQL","script":"db/migration/V004__record.sql","checksum":1089079603,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.153807","execution_time":31,"success":true}, 
 {"installed_rank":5,"version":"005","description":"report and study","type":"SQL","script":"db/migration/V005__report_and_study.sql","checksum":-1613449420,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.225228","execution_time":20,"success":true}, 
 {"installed_rank":6,"version":"006","description":"screening","type":"SQL","script":"db/migration/V006__screening.sql","checksum":-57910370,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.269779","execution_time":34,"success":true}, 
 {"installed_rank":7,"version":"010","description":"identification","type":"SQL","script":"db/migration/V010__identification.sql","checksum":772428305,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.326338","execution_time":34,"success":true}, 
 {"installed_rank":8,"version":"011","description":"duplicate candidate","type":"SQL","script":"db/migration/V011__duplicate_candidate.sql","checksum":-1118416938,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.451613","execution_time":14,"success":true}, 
 {"installed_rank":9,"version":"012","description":"repair","type":"SQL","script":"db/migration/V012__repair.sql","checksum":891591239,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.501776","execution_time":15,"success":true}, 
 {"installed_rank":10,"version":"013","description":"columns","type":"SQL","script":"db/migration/V013__columns.sql","checksum":-1218469612,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.529612","execution_time":4,"success":true}, 
 {"installed_rank":11,"version":"014","description":"rounds","type":"SQL","script":"db/migration/V014__rounds.sql","checksum":1995477498,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.553745","execution_time":12,"success":true}, 
 {"installed_rank":12,"version":"015","description":"takeover","type":"SQL","script":"db/migration/V015__takeover.sql","checksum":-310719335,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.574029","execution_time":8,"success":true}, 
 {"installed_rank":13,"version":"017","description":"annotation","type":"SQL","script":"db/migration/V017__annotation.sql","checksum":1805694195,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.601725","execution_time":17,"success":true}, 
 {"installed_rank":14,"version":"018","description":"later","type":"SQL","script":"db/migration/V018__later.sql","checksum":-1874300275,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.630242","execution_time":10,"success":true}, 
 {"installed_rank":15,"version":"019","description":"correction","type":"SQL","script":"db/migration/V019__correction.sql","checksum":-1981935113,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.651584","execution_time":6,"success":true}, 
 {"installed_rank":16,"version":"020","description":"conflict thread","type":"SQL","script":"db/migration/V020__conflict_thread.sql","checksum":1613196986,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.68655","execution_time":15,"success":true}, 
 {"installed_rank":17,"version":"021","description":"claim","type":"SQL","script":"db/migration/V021__claim.sql","checksum":-180765098,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.72672","execution_time":6,"success":true}, 
 {"installed_rank":18,"version":"025","description":"import speed","type":"SQL","script":"db/migration/V025__import_speed.sql","checksum":1253692394,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.743381","execution_time":5,"success":true}, 
 {"installed_rank":19,"version":"026","description":"calibration","type":"SQL","script":"db/migration/V026__calibration.sql","checksum":40805888,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.757197","execution_time":15,"success":true}, 
 {"installed_rank":20,"version":"027","description":"match form","type":"SQL","script":"db/migration/V027__match_form.sql","checksum":-894183310,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.784639","execution_time":3,"success":true}, 
 {"installed_rank":21,"version":"028","description":"texts apart","type":"SQL","script":"db/migration/V028__texts_apart.sql","checksum":1062969783,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.805613","execution_time":8,"success":true}, 
 {"installed_rank":22,"version":"030","description":"allocation","type":"SQL","script":"db/migration/V030__allocation.sql","checksum":-569814108,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.823868","execution_time":2,"success":true}, 
 {"installed_rank":23,"version":"036","description":"synthesis","type":"SQL","script":"db/migration/V036__synthesis.sql","checksum":1487210265,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.833606","execution_time":7,"success":true}, 
 {"installed_rank":24,"version":"037","description":"synthesis import","type":"SQL","script":"db/migration/V037__synthesis_import.sql","checksum":-1016548654,"installed_by":"winnow_owner","installed_on":"2026-11-25T02:41:30.865435","execution_time":3,"success":true}]');
INSERT INTO ledger_head OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.ledger_head, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":24,"hash":"401f37bbffeea8009e276c22a36faf02e9f38279d337334b0e4ed321244677fd"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":81,"hash":"9e0300d11a03e100c9fe259ad8721a4ba2a8d304d146ba1d71dfec94d974bb9f"}]');
INSERT INTO ledger_event OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.ledger_event, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":1,"at":"2026-11-25T02:41:40.693+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"review-created","visibility":"TEAM","payload":"{\\"language\\":\\"zh\\",\\"title\\":\\"针刺 of old\\"}","previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","hash":"af94682282aab498ce19e034a0867ada53d50735de4ed5625845e9bb4098ca23"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":2,"at":"2026-11-25T02:41:40.797+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000001\\",\\"roles\\":[\\"lead\\"]}","previous_hash":"af94682282aab498ce19e034a0867ada53d50735de4ed5625845e9bb4098ca23","hash":"10b6b36d0044c2deae7188af36bc0956a0ab241e3995bf2ecec7693d00c193d4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":3,"at":"2026-11-25T02:41:40.838+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"protocol-amended","visibility":"TEAM","payload":"{\\"explanation\\":\\"\\",\\"protocol\\":{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"conflictVotesHidden\\":false,\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"},\\"version\\":1}","previous_hash":"10b6b36d0044c2deae7188af36bc0956a0ab241e3995bf2ecec7693d00c193d4","hash":"25c1d391e38149c00968634f9b20a4382ac7ad2a60900b7625595e4bb882d471"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":4,"at":"2026-11-25T02:41:41.397+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000002\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"25c1d391e38149c00968634f9b20a4382ac7ad2a60900b7625595e4bb882d471","hash":"68376f7a5f9e0e01ecb0166327994a7e21353f4be61ed4d2a58a3a8c3036a8c4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":5,"at":"2026-11-25T02:41:41.48+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000003\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"68376f7a5f9e0e01ecb0166327994a7e21353f4be61ed4d2a58a3a8c3036a8c4","hash":"f24907fdc071e7b5702e9b81f35e672fdaa67066c33339405406729bc675de64"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":6,"at":"2026-11-25T02:41:41.681+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000004\\",\\"roles\\":[\\"adjudicator\\"]}","previous_hash":"f24907fdc071e7b5702e9b81f35e672fdaa67066c33339405406729bc675de64","hash":"6d8d2dee89d15e6c7f438626a796bb5da90b19ce64d375ce039469defac93401"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":7,"at":"2026-11-25T02:41:45.512+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"source-described","visibility":"TEAM","payload":"{\\"kind\\":\\"database\\",\\"limits\\":\\"\\",\\"name\\":\\"CNKI\\",\\"platform\\":\\"\\",\\"query\\":\\"\\",\\"searchedOn\\":\\"\\",\\"source\\":\\"02cb2a79-6d39-3626-9783-e9e52b84c878\\"}","previous_hash":"6d8d2dee89d15e6c7f438626a796bb5da90b19ce64d375ce039469defac93401","hash":"0e7cbb5d575ad0af1a12e9fbd6fd9b85544adc03952cbf98f6d7cb6281a67dee"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":8,"at":"2026-11-25T02:41:45.69+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"87c6b1b808ee24244760870385a67bdf32abb172969242de426d1b62001b9471\\",\\"count\\":8,\\"file\\":\\"da4261800ddc5cda95baf0deec328f72351c5b546be01b45dd93c39349d89d29\\",\\"ids\\":[{\\"first\\":1,\\"last\\":8}],\\"importId\\":\\"b493332e-47d2-452c-85b1-161e68b045b8\\",\\"source\\":\\"02cb2a79-6d39-3626-9783-e9e52b84c878\\"}","previous_hash":"0e7cbb5d575ad0af1a12e9fbd6fd9b85544adc03952cbf98f6d7cb6281a67dee","hash":"98df246bfa2593187ff97b03388473ed298f68e622749986a09a7fb2aa3a02ff"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":9,"at":"2026-11-25T02:41:45.704+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"duplicates-found","visibility":"TEAM","payload":"{\\"byRule\\":{\\"same-doi\\":1},\\"content\\":\\"c0cbb80bd4894b64023b2002be7b9868fe34c253ab545aa5c0152d93d8ffb0b8\\",\\"count\\":1,\\"run\\":\\"b493332e-47d2-452c-85b1-161e68b045b8\\"}","previous_hash":"98df246bfa2593187ff97b03388473ed298f68e622749986a09a7fb2aa3a02ff","hash":"f83a7772ef04c353a95c1b2945b9db36192f2db15f611f2952e280948b658db3"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":10,"at":"2026-11-25T02:41:45.967+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"7ccd8d95-796b-4197-8763-cea9393dde36\\"}","previous_hash":"f83a7772ef04c353a95c1b2945b9db36192f2db15f611f2952e280948b658db3","hash":"5f02485da30df9a9e71b369a542240509d7ea616d7892769769781f4e891f5ed"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":11,"at":"2026-11-25T02:41:46.08+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"3234268a-ef17-4b48-a51b-93c94e14e698\\"}","previous_hash":"5f02485da30df9a9e71b369a542240509d7ea616d7892769769781f4e891f5ed","hash":"9be8ac08fd14129a61f0e95e2a2da1cdce052f7114c5e54363961ed0c02de3ad"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":12,"at":"2026-11-25T02:41:46.145+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"4eb25ad6-c7a4-4ce2-bbce-194c0f5589bf\\"}","previous_hash":"9be8ac08fd14129a61f0e95e2a2da1cdce052f7114c5e54363961ed0c02de3ad","hash":"66381d8a26119092f5592528c922b8ac1da74a418cded972de34bb238382f475"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":13,"at":"2026-11-25T02:41:46.188+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"d312870e-3b57-4822-a185-ab66937e7852\\"}","previous_hash":"66381d8a26119092f5592528c922b8ac1da74a418cded972de34bb238382f475","hash":"ddf9279ae8ba38ab730bae55424f2cc00b59ec07989c882e05824c09761f291f"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":14,"at":"2026-11-25T02:41:46.257+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"4d4478ae-66e6-4760-9be4-1ce331a5c6d1\\"}","previous_hash":"ddf9279ae8ba38ab730bae55424f2cc00b59ec07989c882e05824c09761f291f","hash":"587f7bc47550d6dce9cf10708acf949cdb75c23489d3c7366bc404c429a83b26"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":15,"at":"2026-11-25T02:41:46.413+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"8e2341c0-bb16-417b-8917-f63095e4dcff\\"}","previous_hash":"587f7bc47550d6dce9cf10708acf949cdb75c23489d3c7366bc404c429a83b26","hash":"787242b810364b9694cbb795e783904a585af3875177a146a00e396dfca89ae5"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":16,"at":"2026-11-25T02:41:46.55+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000004","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"7305441a-2322-4aea-a019-8fea5feac41b\\",\\"comment\\":\\"动物实验\\",\\"item\\":3,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\"}","previous_hash":"787242b810364b9694cbb795e783904a585af3875177a146a00e396dfca89ae5","hash":"eff4d6b9dac8ddf829a20a94d5b96686f19265bc34093a5b6a3d31e60766b141"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":17,"at":"2026-11-25T02:41:46.699+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":4,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"3863d5f5-699d-414b-afc7-95d18036f7c8\\"}","previous_hash":"eff4d6b9dac8ddf829a20a94d5b96686f19265bc34093a5b6a3d31e60766b141","hash":"fb1f4c88bb25a6fbedc0089daf46e26a23fd18ec913527978b45a3c5f9db3715"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":18,"at":"2026-11-25T02:41:46.787+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":4,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"f02b97d2-78d9-4417-9c75-0dd040069569\\"}","previous_hash":"fb1f4c88bb25a6fbedc0089daf46e26a23fd18ec913527978b45a3c5f9db3715","hash":"d41c122150263e28d9f867d33a515e231f06099dd33d7b4646e9b3e9528f5e42"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":19,"at":"2026-11-25T02:41:46.864+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":5,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"maybe\\",\\"vote\\":\\"b84d8413-bc4e-4d34-a25f-c9adcbde615e\\"}","previous_hash":"d41c122150263e28d9f867d33a515e231f06099dd33d7b4646e9b3e9528f5e42","hash":"6a831dd8d22f0845ffcb663733c03fb39cd269551ee9ce425ce062ffc40b4e22"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":20,"at":"2026-11-25T02:41:46.954+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-withdrawn","visibility":"ACTOR","payload":"{\\"vote\\":\\"b84d8413-bc4e-4d34-a25f-c9adcbde615e\\"}","previous_hash":"6a831dd8d22f0845ffcb663733c03fb39cd269551ee9ce425ce062ffc40b4e22","hash":"79768617df67aed362a9515ea2cb2b0276740c4a2697f2d11a1ee9c4a4471e4d"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":21,"at":"2026-11-25T02:41:47.089+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"retrieval-stated","visibility":"ACTOR","payload":"{\\"note\\":\\"no answer\\",\\"report\\":2,\\"state\\":\\"not-retrieved\\"}","previous_hash":"79768617df67aed362a9515ea2cb2b0276740c4a2697f2d11a1ee9c4a4471e4d","hash":"bd677e95e7c34bf6c01c4c9c9d83722d654932a42ea1e276f1ec8453efbb06c6"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":22,"at":"2026-11-25T02:41:47.213+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"retrieval-stated","visibility":"ACTOR","payload":"{\\"note\\":\\"\\",\\"report\\":1,\\"state\\":\\"retrieved\\"}","previous_hash":"bd677e95e7c34bf6c01c4c9c9d83722d654932a42ea1e276f1ec8453efbb06c6","hash":"4131f98f1a5d33ac64c10b7a1e4bc8ccf06f3ca353858d75910cd56a72883821"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":23,"at":"2026-11-25T02:41:47.328+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"full-text\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"14d4b496-73bd-4472-9cf5-24fcc91a1dcd\\"}","previous_hash":"4131f98f1a5d33ac64c10b7a1e4bc8ccf06f3ca353858d75910cd56a72883821","hash":"bed93327539b5c8652911e6de3cac1ff6df9d5c12506a7a72f80f5ce108206bd"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":24,"at":"2026-11-25T02:41:47.486+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"full-text\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"50b66bf7-066f-47f7-921b-a80e0f4d68d2\\"}","previous_hash":"bed93327539b5c8652911e6de3cac1ff6df9d5c12506a7a72f80f5ce108206bd","hash":"401f37bbffeea8009e276c22a36faf02e9f38279d337334b0e4ed321244677fd"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":6,"at":"2026-11-25T02:41:53.05+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"c260db2b-d560-484d-9a25-120366f434b5\\",\\"roles\\":[\\"adjudicator\\"]}","previous_hash":"0f5933ac8acdf54dcfd79119056fd0f297f2bb5f739b0ecdeab2dbcdef2c2790","hash":"00da56b0c9849ff1c9bceb5e4cd4271037c275e235ce628693fa6ab809c2c876"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":10,"at":"2026-11-25T02:41:53.338+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"source-described","visibility":"TEAM","payload":"{\\"kind\\":\\"database\\",\\"limits\\":\\"\\",\\"name\\":\\"PubMed\\",\\"platform\\":\\"\\",\\"query\\":\\"\\",\\"searchedOn\\":\\"\\",\\"source\\":\\"f00c545d-581b-3bd8-a25d-8352fdc45e70\\"}","previous_hash":"a778dd7538f3d962bed3a2504b18dfe50702b0b84912f907d750e46a0c0dde8e","hash":"6574dec72937a62cb28568b92701468f709d75828aebb0b72c2ddc5f6db13bd4"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":12,"at":"2026-11-25T02:41:54.11+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"6469ac1f-d798-489c-9c81-a2ef7e5c26ba\\"}","previous_hash":"45cdd769ab726b6bac1812504504a6e6393db8686eaab7ce4bb0f03c55823b3f","hash":"69a5b60c74739042cf782be51fcf499852d043037a40351e389ad0412b3eec9a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":13,"at":"2026-11-25T02:41:54.236+00:00","actor_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"7c93efc0-694f-4c4d-806e-0f2e5f830d0e\\"}","previous_hash":"69a5b60c74739042cf782be51fcf499852d043037a40351e389ad0412b3eec9a","hash":"e27045fc68747e94d5664abe6cff611b9f2245c01b5d4cefb2068496c916fab0"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":14,"at":"2026-11-25T02:41:54.331+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"c210e45c-36e1-4d82-a72b-d8265620f6ff\\"}","previous_hash":"e27045fc68747e94d5664abe6cff611b9f2245c01b5d4cefb2068496c916fab0","hash":"74dd6e505d09b18663470abc381defa9ea467620389bac81dbd25bac647220d9"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":15,"at":"2026-11-25T02:41:54.451+00:00","actor_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"e91b36a3-c3d8-45b8-a188-361aee81d223\\"}","previous_hash":"74dd6e505d09b18663470abc381defa9ea467620389bac81dbd25bac647220d9","hash":"9f4d84b55022112737f68a98e69329c1c65804fc2b398f6cece0220e7d16ff86"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":16,"at":"2026-11-25T02:41:54.577+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-opened","visibility":"TEAM","payload":"{\\"items\\":[1],\\"protocolVersion\\":1,\\"round\\":\\"00000000-0000-0009-0000-000000000009\\",\\"seed\\":1}","previous_hash":"9f4d84b55022112737f68a98e69329c1c65804fc2b398f6cece0220e7d16ff86","hash":"44663ded7c52ea250992a65b1082e2cef78852a452f7779e31178abdf38479e4"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":17,"at":"2026-11-25T02:41:54.635+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-revealed","visibility":"TEAM","payload":"{\\"round\\":\\"00000000-0000-0009-0000-000000000009\\"}","previous_hash":"44663ded7c52ea250992a65b1082e2cef78852a452f7779e31178abdf38479e4","hash":"f7106bcc8a28b2efc3a738f08998cdb1f7c81b2bff66021792aa6fabca34430a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":18,"at":"2026-11-25T02:41:54.731+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"comparison-defined","visibility":"TEAM","payload":"{\\"comparison\\":\\"00000000-0000-000a-0000-000000000001\\",\\"content\\":{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles\\"},\\"position\\":1},\\"version\\":1}","previous_hash":"f7106bcc8a28b2efc3a738f08998cdb1f7c81b2bff66021792aa6fabca34430a","hash":"eaca503a80245c32d6ea2355d388f19dce6b1d53f44c107d2a8667ab85e01a51"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":19,"at":"2026-11-25T02:41:54.91+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"synthesis-defined","visibility":"TEAM","payload":"{\\"afterData\\":false,\\"definition\\":{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"00000000-0000-000a-0000-000000000001\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"measure\\":\\"RR\\"}},\\"explanation\\":\\"\\",\\"synthesis\\":\\"00000000-0000-000a-0000-000000000002\\",\\"version\\":1}","previous_hash":"eaca503a80245c32d6ea2355d388f19dce6b1d53f44c107d2a8667ab85e01a51","hash":"b6e7437bbf839548a02d6ee1edd19c38b16be16b7c48080fcc8edb94e2536de5"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":20,"at":"2026-11-25T02:41:55.146+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"study-data-saved","visibility":"TEAM","payload":"{\\"changed\\":1,\\"rows\\":1,\\"synthesis\\":\\"00000000-0000-000a-0000-000000000002\\",\\"table\\":\\"1a52698fc21527eb84e9aac8daa8ba401a82c9ca8b8210d499ec0be9b544f11a\\",\\"version\\":2}","previous_hash":"b6e7437bbf839548a02d6ee1edd19c38b16be16b7c48080fcc8edb94e2536de5","hash":"785b1d83157abfc6e99fbbeece1336259be3ae9bb7d1f3c6577989737b0c96f6"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":21,"at":"2026-11-25T02:41:55.421+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"certainty-judged","visibility":"TEAM","payload":"{\\"certainty\\":{\\"judgements\\":{\\"imprecision\\":{\\"down\\":1,\\"reason\\":{\\"en\\":\\"Few events.\\"}},\\"inconsistency\\":{\\"down\\":0,\\"reason\\":{}},\\"indirectness\\":{\\"down\\":0,\\"reason\\":{}},\\"publicationBias\\":{\\"down\\":0,\\"reason\\":{}},\\"riskOfBias\\":{\\"down\\":0,\\"reason\\":{}}},\\"observational\\":false},\\"synthesis\\":\\"00000000-0000-000a-0000-000000000002\\",\\"version\\":3}","previous_hash":"785b1d83157abfc6e99fbbeece1336259be3ae9bb7d1f3c6577989737b0c96f6","hash":"a64d9cdfa4b333e3a0392c0cc4555773e16e87dfb61aff290eb2ea53f799697e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":22,"at":"2026-11-25T02:41:55.478+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-left","visibility":"TEAM","payload":"{\\"account\\":\\"58bf8522-9896-4da0-9d24-a01406591e27\\"}","previous_hash":"a64d9cdfa4b333e3a0392c0cc4555773e16e87dfb61aff290eb2ea53f799697e","hash":"9e66f5879c5d605e613b3d3c95245d07e705c4b3c6ee63db576048fa288b4140"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":23,"at":"2026-11-25T02:41:55.662+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"comparison-defined","visibility":"TEAM","payload":"{\\"comparison\\":\\"6bc47f9f-71c1-4b47-b16a-0c3bf4ace1fe\\",\\"content\\":{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles\\"},\\"position\\":1},\\"version\\":1}","previous_hash":"9e66f5879c5d605e613b3d3c95245d07e705c4b3c6ee63db576048fa288b4140","hash":"b14b83df28e28f44e21488d1738ae6d18a877a0bcb56ffa1f943c09cd78a307e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":24,"at":"2026-11-25T02:41:55.713+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"comparison-removed","visibility":"TEAM","payload":"{\\"comparison\\":\\"6bc47f9f-71c1-4b47-b16a-0c3bf4ace1fe\\"}","previous_hash":"b14b83df28e28f44e21488d1738ae6d18a877a0bcb56ffa1f943c09cd78a307e","hash":"6f1ec3fe2b700313f9e1458f2a6b077cbb44029cdfb1936f0881f7a57dd5c0a1"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":25,"at":"2026-11-25T02:41:55.834+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-merged","visibility":"TEAM","payload":"{\\"members\\":[5],\\"merge\\":\\"0b780a08-902e-4c0c-866b-3a343ca23c42\\",\\"representative\\":4}","previous_hash":"6f1ec3fe2b700313f9e1458f2a6b077cbb44029cdfb1936f0881f7a57dd5c0a1","hash":"5b3bfc3052babb9993d90070bddf8417b29a7b906c27124ad39f53e5b0cdef88"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":26,"at":"2026-11-25T02:41:55.921+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"merge-undone","visibility":"TEAM","payload":"{\\"entries\\":[{\\"members\\":[4],\\"representative\\":4},{\\"members\\":[5],\\"representative\\":5}],\\"merge\\":\\"0b780a08-902e-4c0c-866b-3a343ca23c42\\",\\"separated\\":[]}","previous_hash":"5b3bfc3052babb9993d90070bddf8417b29a7b906c27124ad39f53e5b0cdef88","hash":"e995489e8fe0c6f8a4e652386825ef781cf17d8692a5bd0091dbbd364272e714"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":27,"at":"2026-11-25T02:41:55.982+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-separated","visibility":"TEAM","payload":"{\\"a\\":2,\\"b\\":4,\\"separation\\":\\"00000000-0000-0007-0000-000000000007\\"}","previous_hash":"e995489e8fe0c6f8a4e652386825ef781cf17d8692a5bd0091dbbd364272e714","hash":"e068e221246f1d5637978669463e49319b04975cabcb6e986c058c93d5ea2d0e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":28,"at":"2026-11-25T02:41:56.029+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"separation-lifted","visibility":"TEAM","payload":"{\\"a\\":2,\\"b\\":4,\\"separation\\":\\"00000000-0000-0007-0000-000000000007\\"}","previous_hash":"e068e221246f1d5637978669463e49319b04975cabcb6e986c058c93d5ea2d0e","hash":"f804b50d3c84ac436635b2b772601549c0d7906a7e61230fa4a600dc736392f2"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":29,"at":"2026-11-25T02:41:56.509+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"source-described","visibility":"TEAM","payload":"{\\"kind\\":\\"database\\",\\"limits\\":\\"\\",\\"name\\":\\"Rayyan\\",\\"platform\\":\\"\\",\\"query\\":\\"\\",\\"searchedOn\\":\\"\\",\\"source\\":\\"26a0594d-df1a-36b1-83f5-08725fe8be95\\"}","previous_hash":"f804b50d3c84ac436635b2b772601549c0d7906a7e61230fa4a600dc736392f2","hash":"dd7917180a0a9e2ec6ec1b4723d63477ea4553c3ca196b3ffe3250de59c52657"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":1,"at":"2026-11-25T02:41:52.995+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"review-created","visibility":"TEAM","payload":"{\\"language\\":\\"en\\",\\"title\\":\\"A review\\"}","previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","hash":"098cfa05a3167ca85e4fbd23d409839fb7545fd99af92fdad60cf14f9188e23a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":2,"at":"2026-11-25T02:41:53.003+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"6bc5e042-e5c3-4516-9564-d75efc0eb88a\\",\\"roles\\":[\\"lead\\"]}","previous_hash":"098cfa05a3167ca85e4fbd23d409839fb7545fd99af92fdad60cf14f9188e23a","hash":"a1f76e03b519d7a46f06e6598b0ade786e018140b20c97e32f656c7d87955a43"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":3,"at":"2026-11-25T02:41:53.012+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"protocol-amended","visibility":"TEAM","payload":"{\\"explanation\\":\\"\\",\\"protocol\\":{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"conflictVotesHidden\\":false,\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"},\\"version\\":1}","previous_hash":"a1f76e03b519d7a46f06e6598b0ade786e018140b20c97e32f656c7d87955a43","hash":"1e4391fca336e2938164159a149fd7e637c1c4bc19ee22b39ca4384ffe36bfce"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":4,"at":"2026-11-25T02:41:53.022+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"ff820047-2e8e-4a7a-a05b-8e9f97c0e38d\\",\\"roles\\":[\\"observer\\"]}","previous_hash":"1e4391fca336e2938164159a149fd7e637c1c4bc19ee22b39ca4384ffe36bfce","hash":"5525e6ecda94ea0bac755a04fc45c76047ca91883cb177712bd639c0571365a2"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":5,"at":"2026-11-25T02:41:53.03+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"1fef8a73-b1f1-46ec-9cde-573dddd6beb1\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"5525e6ecda94ea0bac755a04fc45c76047ca91883cb177712bd639c0571365a2","hash":"0f5933ac8acdf54dcfd79119056fd0f297f2bb5f739b0ecdeab2dbcdef2c2790"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":7,"at":"2026-11-25T02:41:53.056+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"58bf8522-9896-4da0-9d24-a01406591e27\\",\\"roles\\":[\\"lead\\"]}","previous_hash":"00da56b0c9849ff1c9bceb5e4cd4271037c275e235ce628693fa6ab809c2c876","hash":"7bb6e226d10e5ecf61957b93a514d645e682986774ff96ab6f47ebd8fb46d255"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":8,"at":"2026-11-25T02:41:53.063+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"4761a59c-9a14-4adf-bef4-b84cd9ddfaa9\\",\\"roles\\":[\\"lead\\"]}","previous_hash":"7bb6e226d10e5ecf61957b93a514d645e682986774ff96ab6f47ebd8fb46d255","hash":"1ce04d7e594f6a5776ca4f85ee2559a5c5d3c52c7765f57d8a8db875d18b2367"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":9,"at":"2026-11-25T02:41:53.069+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"1ce04d7e594f6a5776ca4f85ee2559a5c5d3c52c7765f57d8a8db875d18b2367","hash":"a778dd7538f3d962bed3a2504b18dfe50702b0b84912f907d750e46a0c0dde8e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":11,"at":"2026-11-25T02:41:53.441+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"c052fb721409c66bca6b2d9a3515661f1fc5408cd026aac3b8fea8ee9afb7f5d\\",\\"count\\":6,\\"file\\":\\"b8249846fd54306e02f4937f3015af235204fc16a9348840cc2fdafc4f7ad774\\",\\"ids\\":[{\\"first\\":1,\\"last\\":6}],\\"importId\\":\\"bbcb14fb-989b-4c0e-826e-36c940b05650\\",\\"source\\":\\"f00c545d-581b-3bd8-a25d-8352fdc45e70\\"}","previous_hash":"6574dec72937a62cb28568b92701468f709d75828aebb0b72c2ddc5f6db13bd4","hash":"45cdd769ab726b6bac1812504504a6e6393db8686eaab7ce4bb0f03c55823b3f"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":30,"at":"2026-11-25T02:41:56.69+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"51d2fa6fc8ab56491956e76e5cea56fff4051eff928cb6cec05c23f971df5aed\\",\\"count\\":1,\\"file\\":\\"d21b6e72848897eb451cd346b8aa0fb84e8c692ce9f1e97aec4a599b11d8c543\\",\\"ids\\":[{\\"first\\":9,\\"last\\":9}],\\"importId\\":\\"ab0453d9-8efc-41f3-8b19-7e747887273f\\",\\"source\\":\\"26a0594d-df1a-36b1-83f5-08725fe8be95\\"}","previous_hash":"dd7917180a0a9e2ec6ec1b4723d63477ea4553c3ca196b3ffe3250de59c52657","hash":"342635801dfa852a04ca30d1def10757707869567b6282181a3bcfef5983d25e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":38,"at":"2026-11-25T02:41:57.346+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"adjudication-withdrawn","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"f4aa4807-911e-405b-bfe6-152c74aabd22\\"}","previous_hash":"8dc46ca93a96a5817051a1d06f5db15cb1e3b49f768d4c40d0e1179e96e2f987","hash":"35feb57005b9256bd7c549951d277c92e3d568204e7a7006033b05e1f0cc8985"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":57,"at":"2026-11-25T02:41:58.09+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"b09aee65b6ef8afc923e9a15684f9a3fae464cabedff95dee551811c41b8f302\\",\\"count\\":1,\\"file\\":\\"7dbfe09ff4fbd37c57562d15443bf6237449ed919e9500abf4562f7930cb9797\\",\\"ids\\":[{\\"first\\":11,\\"last\\":11}],\\"importId\\":\\"e02de637-85fe-477f-b618-f2ddea83a20f\\",\\"source\\":\\"f00c545d-581b-3bd8-a25d-8352fdc45e70\\"}","previous_hash":"47e783297575a3b22f37c68bbf4cb94d7aeb6087fb923ddc037b8f4206bbe485","hash":"6322a433220999f022a6a12200f4091738b2d0ceb47f2079c4ad1b20d5041494"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":58,"at":"2026-11-25T02:41:58.462+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"978344d917a52e2f4c85254a0781bc27d89a3d9c2a091c9d4776202a23c628d0\\",\\"count\\":1,\\"file\\":\\"0adfeac6eb99171962a684df98281755aa76dd6e04e1b1c3e9e3e54a09a63031\\",\\"ids\\":[{\\"first\\":12,\\"last\\":12}],\\"importId\\":\\"4c107fe5-86f5-4eae-a834-84453abd9650\\",\\"source\\":\\"26a0594d-df1a-36b1-83f5-08725fe8be95\\"}","previous_hash":"6322a433220999f022a6a12200f4091738b2d0ceb47f2079c4ad1b20d5041494","hash":"af4cfaf0a0d099ca49fdad212c99ed603ed624a77b1efc6d3ccc9c80f211cd63"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":60,"at":"2026-11-25T02:41:59.588+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"9ebbf8b694d6dabf5de511c73db8b17b5c16db9e9b42947abc0ce9bbe018cfe3\\",\\"count\\":1,\\"file\\":\\"b1f33ac7fd34b4bfd056ce64b79fa55e13feeb6ff0bf5610a47af80064ea59cf\\",\\"ids\\":[{\\"first\\":17,\\"last\\":17}],\\"importId\\":\\"3a1140bf-cc1e-4505-a848-d761bc78f00d\\",\\"source\\":\\"f00c545d-581b-3bd8-a25d-8352fdc45e70\\"}","previous_hash":"46006dcfc4a74697cbedb6bfdda96c68fbc417f9385bf352f8279b4c199f5f49","hash":"b25c1f4bf7c3f157825fbf9caabc26ae1706eea634581da53822ff4047d76b6d"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":31,"at":"2026-11-25T02:41:57.073+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"votes-taken-over","visibility":"UNBLINDED","payload":"{\\"content\\":\\"1752c3407aacac67802447191cdef0fc10ed852d3611b5fd56331fd0804be647\\",\\"file\\":\\"d21b6e72848897eb451cd346b8aa0fb84e8c692ce9f1e97aec4a599b11d8c543\\",\\"importId\\":\\"ab0453d9-8efc-41f3-8b19-7e747887273f\\",\\"mapping\\":{\\"people\\":{\\"Mia\\":\\"1fef8a73-b1f1-46ec-9cde-573dddd6beb1\\"},\\"reasons\\":{},\\"verdicts\\":{\\"Included\\":\\"include\\"}},\\"notCarried\\":0,\\"notCarriedContent\\":\\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\\",\\"protocolVersion\\":1,\\"stage\\":\\"title-abstract\\",\\"takeover\\":\\"fd2d7149-ffcf-46a8-8806-bd2948213725\\",\\"votes\\":1}","previous_hash":"342635801dfa852a04ca30d1def10757707869567b6282181a3bcfef5983d25e","hash":"1e5f1103a5fdfdd94a74a7a8288ba927658db8995984cca46b34d54eb9d5cc16"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":32,"at":"2026-11-25T02:41:57.137+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"takeover-withdrawn","visibility":"UNBLINDED","payload":"{\\"takeover\\":\\"fd2d7149-ffcf-46a8-8806-bd2948213725\\"}","previous_hash":"1e5f1103a5fdfdd94a74a7a8288ba927658db8995984cca46b34d54eb9d5cc16","hash":"97009f078b7684c7ff3fe49ccc1c785fba6cca8381cd41054d3c7ce85f5777c3"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":33,"at":"2026-11-25T02:41:57.157+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"cbd12211-38c9-4220-ba33-71cfd4199230\\",\\"roles\\":[\\"observer\\"]}","previous_hash":"97009f078b7684c7ff3fe49ccc1c785fba6cca8381cd41054d3c7ce85f5777c3","hash":"7a9c4a426c7fa27a968156146858d54e5d235300796d2ee629d60583bfa1d627"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":34,"at":"2026-11-25T02:41:57.177+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"member-left","visibility":"TEAM","payload":"{\\"account\\":\\"cbd12211-38c9-4220-ba33-71cfd4199230\\"}","previous_hash":"7a9c4a426c7fa27a968156146858d54e5d235300796d2ee629d60583bfa1d627","hash":"30951f123c11385a81df1a4894e9d00b1e0a8f15519f1e29e80f3467d71e599d"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":35,"at":"2026-11-25T02:41:57.251+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"b5fb08f1-917d-416c-a634-4882ca1c9dbc\\",\\"comment\\":\\"\\",\\"item\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\"}","previous_hash":"30951f123c11385a81df1a4894e9d00b1e0a8f15519f1e29e80f3467d71e599d","hash":"b38a77d89b9dad2ca8fa556bda0829d0a7d5b5ba78e0a9817be13b24c29dc1ea"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":36,"at":"2026-11-25T02:41:57.281+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"adjudication-withdrawn","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"b5fb08f1-917d-416c-a634-4882ca1c9dbc\\"}","previous_hash":"b38a77d89b9dad2ca8fa556bda0829d0a7d5b5ba78e0a9817be13b24c29dc1ea","hash":"5d706587a7859a3ad6a444584cbbce462b7c7bdba5a2aeeb39c3d639070e5dd4"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":37,"at":"2026-11-25T02:41:57.321+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"f4aa4807-911e-405b-bfe6-152c74aabd22\\",\\"comment\\":\\"\\",\\"item\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\"}","previous_hash":"5d706587a7859a3ad6a444584cbbce462b7c7bdba5a2aeeb39c3d639070e5dd4","hash":"8dc46ca93a96a5817051a1d06f5db15cb1e3b49f768d4c40d0e1179e96e2f987"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":39,"at":"2026-11-25T02:41:57.365+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"5d083538-d121-45e0-996c-bbf9bbb85600\\",\\"comment\\":\\"\\",\\"item\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\"}","previous_hash":"35feb57005b9256bd7c549951d277c92e3d568204e7a7006033b05e1f0cc8985","hash":"3fe1c739577359399af8ebcd9976a4e5fa33083ef1eb24a1e1e92f9293fac916"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":40,"at":"2026-11-25T02:41:57.375+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"adjudication-withdrawn","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"5d083538-d121-45e0-996c-bbf9bbb85600\\"}","previous_hash":"3fe1c739577359399af8ebcd9976a4e5fa33083ef1eb24a1e1e92f9293fac916","hash":"78b55899c1e45fc41a2c4ae0380861e77ee0ae1c57ae6a774a800ca92a07f6d7"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":41,"at":"2026-11-25T02:41:57.423+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"2ef31289-c55b-4032-b00e-187fbb189ddb\\"}","previous_hash":"78b55899c1e45fc41a2c4ae0380861e77ee0ae1c57ae6a774a800ca92a07f6d7","hash":"30f8c0a665658930529da16bce03a57e73dd4a42b23f9b874cea02b3582d3b98"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":42,"at":"2026-11-25T02:41:57.449+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"d63a9b54-b090-40c9-9966-d82c0eef7f6c\\"}","previous_hash":"30f8c0a665658930529da16bce03a57e73dd4a42b23f9b874cea02b3582d3b98","hash":"d8b5a78147c48c7352c99787eca4e94f083cca4b408db3fd8ae66e4d7939fb49"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":43,"at":"2026-11-25T02:41:57.461+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-withdrawn","visibility":"ACTOR","payload":"{\\"vote\\":\\"d63a9b54-b090-40c9-9966-d82c0eef7f6c\\"}","previous_hash":"d8b5a78147c48c7352c99787eca4e94f083cca4b408db3fd8ae66e4d7939fb49","hash":"fb434a2debdecded43a30fcbf7cdc12902bd573c6ce8bdf8dc343a8444c362ca"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":44,"at":"2026-11-25T02:41:57.48+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"synthesis-defined","visibility":"TEAM","payload":"{\\"afterData\\":false,\\"definition\\":{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"00000000-0000-000a-0000-000000000001\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"measure\\":\\"RR\\"}},\\"explanation\\":\\"\\",\\"synthesis\\":\\"d54a1400-9444-488e-b8ca-50c46484413d\\",\\"version\\":1}","previous_hash":"fb434a2debdecded43a30fcbf7cdc12902bd573c6ce8bdf8dc343a8444c362ca","hash":"e2e34ed48c34a286cc86207fbc0ce76b22c36340e39eeae0fec71cbe4c028b34"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":45,"at":"2026-11-25T02:41:57.496+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"synthesis-removed","visibility":"TEAM","payload":"{\\"synthesis\\":\\"d54a1400-9444-488e-b8ca-50c46484413d\\"}","previous_hash":"e2e34ed48c34a286cc86207fbc0ce76b22c36340e39eeae0fec71cbe4c028b34","hash":"19801b0ccf65b32aaef35bac12f6be5e9295fec2e53ee309f17d660ad7b17eb3"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":46,"at":"2026-11-25T02:41:57.531+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-opened","visibility":"TEAM","payload":"{\\"items\\":[1],\\"protocolVersion\\":1,\\"round\\":\\"12c84f2f-9cf5-441d-a15d-6bb3bfcf8b36\\",\\"seed\\":1}","previous_hash":"19801b0ccf65b32aaef35bac12f6be5e9295fec2e53ee309f17d660ad7b17eb3","hash":"68306d7618f13072e2fffb7b22319b503fd33cf246b8a6115eea0e18cb5160b9"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":47,"at":"2026-11-25T02:41:57.546+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-message-written","visibility":"TEAM","payload":"{\\"item\\":1,\\"message\\":\\"2d37527b-ab4e-4924-8c1e-50d143082056\\",\\"round\\":\\"00000000-0000-0009-0000-000000000009\\",\\"text\\":\\"Is it a trial?\\"}","previous_hash":"68306d7618f13072e2fffb7b22319b503fd33cf246b8a6115eea0e18cb5160b9","hash":"3cb38b6874b9acb8fc338e7df1440d2c0dd88af8297c2165805b7752691b851c"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":48,"at":"2026-11-25T02:41:57.563+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-opened","visibility":"TEAM","payload":"{\\"items\\":[1],\\"protocolVersion\\":1,\\"round\\":\\"c4dfd91b-ada6-4aba-b1ac-006c0f2b92e9\\",\\"seed\\":1}","previous_hash":"3cb38b6874b9acb8fc338e7df1440d2c0dd88af8297c2165805b7752691b851c","hash":"23460a56294868bffc7483bc18989baa460f00738c02783bbd8d43592e27ee72"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":49,"at":"2026-11-25T02:41:57.605+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-opened","visibility":"TEAM","payload":"{\\"items\\":[1],\\"protocolVersion\\":1,\\"round\\":\\"2462262d-914e-4829-95d5-07f23a730a03\\",\\"seed\\":1}","previous_hash":"23460a56294868bffc7483bc18989baa460f00738c02783bbd8d43592e27ee72","hash":"1a388000af374d88c3be550d4be506c5c4aee1bafd1fccc838dab2cc6feaf2f4"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":50,"at":"2026-11-25T02:41:57.619+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"calibration-vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"reasons\\":[],\\"round\\":\\"2462262d-914e-4829-95d5-07f23a730a03\\",\\"verdict\\":\\"include\\"}","previous_hash":"1a388000af374d88c3be550d4be506c5c4aee1bafd1fccc838dab2cc6feaf2f4","hash":"b8cd748a972497d53fccb061bd7dccc317d41a3a6b82ec281d54bbf8a6f78f50"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":51,"at":"2026-11-25T02:41:57.636+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-opened","visibility":"TEAM","payload":"{\\"items\\":[1],\\"protocolVersion\\":1,\\"round\\":\\"caaf8b4f-208b-405f-aeb5-c1d9657615f4\\",\\"seed\\":1}","previous_hash":"b8cd748a972497d53fccb061bd7dccc317d41a3a6b82ec281d54bbf8a6f78f50","hash":"00e1743b7d34a0bfa9fafccc17889eee9a314189f5f77200f3879cc469618a2a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":52,"at":"2026-11-25T02:41:57.651+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"calibration-round-revealed","visibility":"TEAM","payload":"{\\"round\\":\\"caaf8b4f-208b-405f-aeb5-c1d9657615f4\\"}","previous_hash":"00e1743b7d34a0bfa9fafccc17889eee9a314189f5f77200f3879cc469618a2a","hash":"77e121a5bccdfbe153fff83f3e779f8ab4f0f99027529f44eb606836f012275d"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":53,"at":"2026-11-25T02:41:57.666+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"comparison-defined","visibility":"TEAM","payload":"{\\"comparison\\":\\"7d29e392-857f-4bc3-965e-2de853339098\\",\\"content\\":{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles\\"},\\"position\\":1},\\"version\\":1}","previous_hash":"77e121a5bccdfbe153fff83f3e779f8ab4f0f99027529f44eb606836f012275d","hash":"9306501df2b68e08d7cc46e2bb1059b15a97e82529e5ca385c5fb0dceaa88ba4"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":54,"at":"2026-11-25T02:41:57.726+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-merged","visibility":"TEAM","payload":"{\\"members\\":[5],\\"merge\\":\\"88578a45-9a79-4f8c-b9f3-9fea2a5e7532\\",\\"representative\\":4}","previous_hash":"9306501df2b68e08d7cc46e2bb1059b15a97e82529e5ca385c5fb0dceaa88ba4","hash":"26dfb546ee8b6d9a467e5da24656af9df8111ddd38bec53454aac564325cbe6a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":55,"at":"2026-11-25T02:41:57.752+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-separated","visibility":"TEAM","payload":"{\\"a\\":2,\\"b\\":3,\\"separation\\":\\"8aa33b38-2764-4b33-b057-672db71a073a\\"}","previous_hash":"26dfb546ee8b6d9a467e5da24656af9df8111ddd38bec53454aac564325cbe6a","hash":"4035031226cc87dec7d5149f71af56db234aa4e2e4e1ebef3930802f2e14f3b8"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":56,"at":"2026-11-25T02:41:57.785+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"record-split","visibility":"TEAM","payload":"{\\"record\\":5,\\"split\\":\\"f67beecd-21c0-49d3-aaab-0065b16b343d\\"}","previous_hash":"4035031226cc87dec7d5149f71af56db234aa4e2e4e1ebef3930802f2e14f3b8","hash":"47e783297575a3b22f37c68bbf4cb94d7aeb6087fb923ddc037b8f4206bbe485"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":59,"at":"2026-11-25T02:41:58.693+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"votes-taken-over","visibility":"UNBLINDED","payload":"{\\"content\\":\\"8e3d638f978af37fe4826ae887019b9db0db446c73fbc72a24ed7b99848d9268\\",\\"file\\":\\"0adfeac6eb99171962a684df98281755aa76dd6e04e1b1c3e9e3e54a09a63031\\",\\"importId\\":\\"4c107fe5-86f5-4eae-a834-84453abd9650\\",\\"mapping\\":{\\"people\\":{\\"Mia\\":\\"1fef8a73-b1f1-46ec-9cde-573dddd6beb1\\"},\\"reasons\\":{},\\"verdicts\\":{\\"Included\\":\\"include\\"}},\\"notCarried\\":0,\\"notCarriedContent\\":\\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\\",\\"protocolVersion\\":1,\\"stage\\":\\"title-abstract\\",\\"takeover\\":\\"06a56207-a06d-4987-9b67-4847a14edd4e\\",\\"votes\\":1}","previous_hash":"af4cfaf0a0d099ca49fdad212c99ed603ed624a77b1efc6d3ccc9c80f211cd63","hash":"46006dcfc4a74697cbedb6bfdda96c68fbc417f9385bf352f8279b4c199f5f49"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":61,"at":"2026-11-25T02:41:59.757+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"records-withdrawn","visibility":"TEAM","payload":"{\\"importId\\":\\"3a1140bf-cc1e-4505-a848-d761bc78f00d\\",\\"reason\\":\\"wrong file\\"}","previous_hash":"b25c1f4bf7c3f157825fbf9caabc26ae1706eea634581da53822ff4047d76b6d","hash":"d2268b5500df8366ece84d4d39a7320813921dfbf29a5164a1d77cb8061b39cb"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":62,"at":"2026-11-25T02:42:00.047+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"record-corrected","visibility":"TEAM","payload":"{\\"field\\":\\"abstract-en\\",\\"origin\\":\\"the publisher\\",\\"record\\":1,\\"text\\":\\"An abstract.\\"}","previous_hash":"d2268b5500df8366ece84d4d39a7320813921dfbf29a5164a1d77cb8061b39cb","hash":"4d7577b2ee6ef97af35fb509daee0191b84e231035d5ab669de6882dca6edee8"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":63,"at":"2026-11-25T02:42:00.077+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"note-written","visibility":"ACTOR","payload":"{\\"record\\":1,\\"text\\":\\"ask the authors\\"}","previous_hash":"4d7577b2ee6ef97af35fb509daee0191b84e231035d5ab669de6882dca6edee8","hash":"2f496471334a8e40bb8a24d4bad2bddf93d3693e7c5a871796d98d8b81fb616d"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":64,"at":"2026-11-25T02:42:00.125+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"review-tag-put","visibility":"TEAM","payload":"{\\"name\\":\\"children\\",\\"place\\":1,\\"tag\\":\\"00000000-0000-0008-0000-000000000008\\"}","previous_hash":"2f496471334a8e40bb8a24d4bad2bddf93d3693e7c5a871796d98d8b81fb616d","hash":"9884ce63fce68fd2b7402c56f5c55a799b15529510edbb3eec6635017c92b883"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":65,"at":"2026-11-25T02:42:00.141+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"record-tagged","visibility":"ACTOR","payload":"{\\"record\\":1,\\"tag\\":\\"00000000-0000-0008-0000-000000000008\\"}","previous_hash":"9884ce63fce68fd2b7402c56f5c55a799b15529510edbb3eec6635017c92b883","hash":"600d547f2dd6d5b22257e93834b13cf61bcc2bf8028b6cc5eaf62fa18bd08c83"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":66,"at":"2026-11-25T02:42:00.261+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"retrieval-stated","visibility":"ACTOR","payload":"{\\"note\\":\\"\\",\\"report\\":2,\\"state\\":\\"retrieved\\"}","previous_hash":"600d547f2dd6d5b22257e93834b13cf61bcc2bf8028b6cc5eaf62fa18bd08c83","hash":"f0bc8a835bd4b27d22792afcae6b4802d0bbd20b9ac18c4bb414e1115d38112c"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":67,"at":"2026-11-25T02:42:00.279+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"round-described","visibility":"TEAM","payload":"{\\"begunOn\\":\\"\\",\\"name\\":\\"Update\\",\\"number\\":2,\\"round\\":\\"48c941b7-09c4-4b14-ba7d-42522c948be5\\"}","previous_hash":"f0bc8a835bd4b27d22792afcae6b4802d0bbd20b9ac18c4bb414e1115d38112c","hash":"3a26a20819b7b78d7a2622dab2242a1ddd0065600a96abb78c48d8b5e7a2ca1e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":68,"at":"2026-11-25T02:42:00.377+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"source-described","visibility":"TEAM","payload":"{\\"kind\\":\\"database\\",\\"limits\\":\\"\\",\\"name\\":\\"Embase\\",\\"platform\\":\\"\\",\\"query\\":\\"\\",\\"searchedOn\\":\\"\\",\\"source\\":\\"7a17fc69-9eac-46cd-a049-9c62e1098f50\\"}","previous_hash":"3a26a20819b7b78d7a2622dab2242a1ddd0065600a96abb78c48d8b5e7a2ca1e","hash":"694adf4cf9be7385e552b56b6ef415c815eadc443feab375d5debc1631333e45"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":69,"at":"2026-11-25T02:42:00.418+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"source-placed","visibility":"TEAM","payload":"{\\"round\\":2,\\"source\\":\\"7a17fc69-9eac-46cd-a049-9c62e1098f50\\"}","previous_hash":"694adf4cf9be7385e552b56b6ef415c815eadc443feab375d5debc1631333e45","hash":"add8278efa9973b0dacc255bd1fbb5bd43bdcad93d4c8d60babcf69f92a24c4a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":70,"at":"2026-11-25T02:42:00.573+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"share-handed-over","visibility":"ACTOR","payload":"{\\"from\\":\\"ff820047-2e8e-4a7a-a05b-8e9f97c0e38d\\",\\"stage\\":\\"full-text\\",\\"to\\":\\"1fef8a73-b1f1-46ec-9cde-573dddd6beb1\\",\\"version\\":1}","previous_hash":"add8278efa9973b0dacc255bd1fbb5bd43bdcad93d4c8d60babcf69f92a24c4a","hash":"274fd076bcbdfc3b20d4120b032fbc6bea78d1f49e445d8df0a24d481e5c4a37"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":71,"at":"2026-11-25T02:42:00.788+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"3ec6f7d7-001e-4a0b-8f04-641dd61d0f8e\\",\\"comment\\":\\"\\",\\"item\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\"}","previous_hash":"274fd076bcbdfc3b20d4120b032fbc6bea78d1f49e445d8df0a24d481e5c4a37","hash":"ff7da2553dd2aad7096f627813595e29d65522fea36935c5f95474f11723703d"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":72,"at":"2026-11-25T02:42:00.834+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"adjudication-withdrawn","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"3ec6f7d7-001e-4a0b-8f04-641dd61d0f8e\\"}","previous_hash":"ff7da2553dd2aad7096f627813595e29d65522fea36935c5f95474f11723703d","hash":"631ab23b4a6c9f10beb5f05ed082cce069c38f00e0813767c29d75097e31e652"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":73,"at":"2026-11-25T02:42:01.082+00:00","actor_id":"c260db2b-d560-484d-9a25-120366f434b5","type":"conflict-returned","visibility":"UNBLINDED","payload":"{\\"comment\\":\\"\\",\\"id\\":\\"da527dee-178f-47a3-9442-64cf6cb4f44c\\",\\"item\\":1,\\"stage\\":\\"title-abstract\\"}","previous_hash":"631ab23b4a6c9f10beb5f05ed082cce069c38f00e0813767c29d75097e31e652","hash":"a8b618bb14d8514c748344c525fb4080260187bee0d796f3042bc8a6d5e27d78"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":74,"at":"2026-11-25T02:42:01.131+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"dc17eb60-9ad6-4581-b1f1-0a2440c477cc\\"}","previous_hash":"a8b618bb14d8514c748344c525fb4080260187bee0d796f3042bc8a6d5e27d78","hash":"a1ef919898615b279f808e2d3be2c8b999008bfb30d7a07316ac9697f4739c47"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":75,"at":"2026-11-25T02:42:01.152+00:00","actor_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"b287e0df-cecc-41da-a30f-f81289e654a3\\"}","previous_hash":"a1ef919898615b279f808e2d3be2c8b999008bfb30d7a07316ac9697f4739c47","hash":"021d7bf7e7ceb27d700a90afe63e3e98bf704e0b68090a231e421fca90f2abdf"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":76,"at":"2026-11-25T02:42:01.182+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"conflict-message-written","visibility":"ACTOR","payload":"{\\"item\\":1,\\"message\\":\\"53664aad-2f78-4ccf-8798-6d3b5864f8f7\\",\\"stage\\":\\"title-abstract\\",\\"text\\":\\"Is it a trial?\\"}","previous_hash":"021d7bf7e7ceb27d700a90afe63e3e98bf704e0b68090a231e421fca90f2abdf","hash":"2d9b1ae84f19d976d3476609fb8ddc6eab52fa0e7f11f117a03a1c6b66ed4f37"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":77,"at":"2026-11-25T02:42:01.237+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"criteria-found-unclear","visibility":"UNBLINDED","payload":"{\\"comment\\":\\"\\",\\"item\\":1,\\"stage\\":\\"title-abstract\\"}","previous_hash":"2d9b1ae84f19d976d3476609fb8ddc6eab52fa0e7f11f117a03a1c6b66ed4f37","hash":"b6485fdcf49c9ccc37a683b9b4693528bef1d5066285037efe595520037ab36a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":78,"at":"2026-11-25T02:42:01.278+00:00","actor_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"10c77292-b4c7-444c-a5f2-f5995fd9bb2d\\"}","previous_hash":"b6485fdcf49c9ccc37a683b9b4693528bef1d5066285037efe595520037ab36a","hash":"cbde2ae2065373293f038b2b99a2c361cb9cdf8cda70c8ce614aebb5fa383f75"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":79,"at":"2026-11-25T02:42:01.926+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"analyses-imported","visibility":"TEAM","payload":"{\\"comparisons\\":1,\\"content\\":\\"25f71b5ad171511dad2fd8361c43031e293cd618f4ffd7b4c2f7cdd45e863eb7\\",\\"file\\":\\"f1ac5a4104b4e5502169858580634e0bd1e12242dfad3e789fd7f8e6b8863c5f\\",\\"fileName\\":\\"analyses.csv\\",\\"importId\\":\\"426c5bbd-cb42-460f-bab0-c0219c8c3fba\\",\\"syntheses\\":1}","previous_hash":"cbde2ae2065373293f038b2b99a2c361cb9cdf8cda70c8ce614aebb5fa383f75","hash":"10a4a8d5855ccf0d619f5767f9f108f9f40e6f731c52f7505de29551fd42a19f"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":80,"at":"2026-11-25T02:42:02.07+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"synthesis-defined","visibility":"TEAM","payload":"{\\"afterData\\":false,\\"definition\\":{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"00000000-0000-000a-0000-000000000001\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"measure\\":\\"RR\\"}},\\"explanation\\":\\"\\",\\"synthesis\\":\\"f249f72e-12a0-48d9-974a-35df846b2beb\\",\\"version\\":1}","previous_hash":"10a4a8d5855ccf0d619f5767f9f108f9f40e6f731c52f7505de29551fd42a19f","hash":"7ef58e52b4407ad8ad06839756f938ae4c13d99968725959c6b4fe80800524d2"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","sequence":81,"at":"2026-11-25T02:42:02.578+00:00","actor_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","type":"own-tag-put","visibility":"ACTOR","payload":"{\\"name\\":\\"43dcc5f5-0eb8-47a0-91b0-668881a974dc\\",\\"place\\":1,\\"tag\\":\\"2f697269-e224-42a6-8364-3da0af93fa45\\"}","previous_hash":"7ef58e52b4407ad8ad06839756f938ae4c13d99968725959c6b4fe80800524d2","hash":"9e0300d11a03e100c9fe259ad8721a4ba2a8d304d146ba1d71dfec94d974bb9f"}]');
INSERT INTO account OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.account, '[{"id":"00005749-4e4e-4f57-0000-000000000001","name":"lea","display_name":"lea","language":"en","administrator":true,"disabled":false,"password_hash":"$2a$10$zOxBJFZBB.pHABlJDRVJ6eCync.6fHFvEmp1LS2RhNuQl.6waC.gG","oidc_subject":null,"created_at":"2026-11-25T02:41:35.021313+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000002","name":"ann","display_name":"ann","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$QgT6z3SkkORwdMSP9eSyjeLN5qjXK7LzlaPa8b5dkuQKgPYwddIde","oidc_subject":null,"created_at":"2026-11-25T02:41:38.982728+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000003","name":"bob","display_name":"bob","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$KHbvyUdsRTT37PfQpuO3C.1cJwa/YvXwPvblnsloqgU0.e9RPq8aa","oidc_subject":null,"created_at":"2026-11-25T02:41:39.612911+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000004","name":"eve","display_name":"eve","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$dFFSoCEtuGvW6YkkFHkRVerQ56REmHQpbGQLknjSQbztqpRaRxJza","oidc_subject":null,"created_at":"2026-11-25T02:41:40.120491+00:00"}, 
 {"id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","name":"second-6c585f60","display_name":"second","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$4XjJJuj5jGsM1UWniZoxFeMxnfwBya0ITFgbw.gBG9HkiktiZ8Joa","oidc_subject":null,"created_at":"2026-11-25T02:41:47.693782+00:00"}, 
 {"id":"cbd12211-38c9-4220-ba33-71cfd4199230","name":"leaving-cbd12211","display_name":"leaving","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$VHc4NfB.48JgxdnFso9SS.rTTwKWW7kjQqL.3q79RJUlWgE6uemfa","oidc_subject":null,"created_at":"2026-11-25T02:41:48.103569+00:00"}, 
 {"id":"679d9a3d-a34d-47df-a698-a46b820e9dee","name":"anonymous-679d9a3d","display_name":"anonymous","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$7voFLGnteEysJ4ZGwgxo0.BHwwsCGEOtfuC7x0RHwpgQ.K1MTckry","oidc_subject":null,"created_at":"2026-11-25T02:41:48.939068+00:00"}, 
 {"id":"d7813bb8-ce81-46a9-813e-dd2d08635653","name":"stranger-d7813bb8","display_name":"stranger","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$ra7T/c7qaLzdUa8mJbKsk.rZK4d4CpFOKOelmK9Hria0zG1kjFfKy","oidc_subject":null,"created_at":"2026-11-25T02:41:49.386553+00:00"}, 
 {"id":"ff820047-2e8e-4a7a-a05b-8e9f97c0e38d","name":"observer-ff820047","display_name":"observer","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$gBlFOfCL4UVJB2sB5.3xFugTqzDxz4T6CB5rXVxZQx6eS/k/k1WNG","oidc_subject":null,"created_at":"2026-11-25T02:41:49.900634+00:00"}, 
 {"id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","name":"reviewer-1fef8a73","display_name":"reviewer","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$eCh5JwlrAJPvHfRM2Oo0me6R.dsEvN1NVceavHeV2nBwkfCNVDk52","oidc_subject":null,"created_at":"2026-11-25T02:41:50.391476+00:00"}, 
 {"id":"c260db2b-d560-484d-9a25-120366f434b5","name":"adjudicator-c260db2b","display_name":"adjudicator","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$/l9UHlUXCmvyONb2z/138upUqhGCSRRr0uwHk3JyZuRniJ.vhibwS","oidc_subject":null,"created_at":"2026-11-25T02:41:50.854028+00:00"}, 
 {"id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","name":"lead-6bc5e042","display_name":"lead","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$DZktNHW9XtrHicoP8O3u.u4RukYL6KIzizijsGj.w5F0.G7a1.wL.","oidc_subject":null,"created_at":"2026-11-25T02:41:51.205491+00:00"}, 
 {"id":"58bf8522-9896-4da0-9d24-a01406591e27","name":"former-58bf8522","display_name":"former","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$faO7ff7uFElEkCMJep.9ie8F11xLzGZcewVugIP2GtVze3veJTJyi","oidc_subject":null,"created_at":"2026-11-25T02:41:51.71189+00:00"}, 
 {"id":"7640d762-b990-4571-a6b0-8fec54cc562e","name":"admin-7640d762","display_name":"admin","language":"en","administrator":true,"disabled":false,"password_hash":"$2a$10$IxjUcJ4PNauT3d0/mJZMoe0fOFDPmX960I/jQMjSpLR1S2Ke6vBtC","oidc_subject":null,"created_at":"2026-11-25T02:41:52.618752+00:00"}, 
 {"id":"4761a59c-9a14-4adf-bef4-b84cd9ddfaa9","name":"disabled-4761a59c","display_name":"disabled","language":"en","administrator":false,"disabled":true,"password_hash":"$2a$10$iTIuyC55FwI0N7SO3A8Qo.eMZ8Arflz9s4c7uzSBJU7WchKl9xAom","oidc_subject":null,"created_at":"2026-11-25T02:41:52.195272+00:00"}]');
INSERT INTO membership OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.membership, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000001","roles":["lead"],"since":"2026-11-25T02:41:40.797+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000002","roles":["reviewer"],"since":"2026-11-25T02:41:41.397+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000003","roles":["reviewer"],"since":"2026-11-25T02:41:41.48+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000004","roles":["adjudicator"],"since":"2026-11-25T02:41:41.681+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","account_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","roles":["lead"],"since":"2026-11-25T02:41:53.003+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","account_id":"ff820047-2e8e-4a7a-a05b-8e9f97c0e38d","roles":["observer"],"since":"2026-11-25T02:41:53.022+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","account_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","roles":["reviewer"],"since":"2026-11-25T02:41:53.03+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","account_id":"c260db2b-d560-484d-9a25-120366f434b5","roles":["adjudicator"],"since":"2026-11-25T02:41:53.05+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","account_id":"4761a59c-9a14-4adf-bef4-b84cd9ddfaa9","roles":["lead"],"since":"2026-11-25T02:41:53.063+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","account_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","roles":["reviewer"],"since":"2026-11-25T02:41:53.069+00:00"}]');
INSERT INTO review OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.review, '[{"id":"00005749-4e4e-4f57-0000-000000000000","title":"针刺 of old","language":"zh","created_at":"2026-11-25T02:41:40.693+00:00"}, 
 {"id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","title":"A review","language":"en","created_at":"2026-11-25T02:41:52.995+00:00"}]');
INSERT INTO protocol OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.protocol, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","version":1,"content":"{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"conflictVotesHidden\\":false,\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"}","explanation":"","amended_by":"00005749-4e4e-4f57-0000-000000000001","amended_at":"2026-11-25T02:41:40.838+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","version":1,"content":"{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"conflictVotesHidden\\":false,\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"}","explanation":"","amended_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","amended_at":"2026-11-25T02:41:53.012+00:00"}]');
INSERT INTO stage OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.stage, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","closed":false,"since":"2026-11-25T02:41:40.693+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"FULL_TEXT","closed":false,"since":"2026-11-25T02:41:40.693+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","closed":false,"since":"2026-11-25T02:41:52.995+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"FULL_TEXT","closed":false,"since":"2026-11-25T02:41:52.995+00:00"}]');
INSERT INTO record_counter OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.record_counter, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","next_id":9}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","next_id":18}]');
INSERT INTO record OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.record, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":1,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":1896895516,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 1","authors":["李1"],"year":2001,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.1","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 1\\nAU  - 李1\\nPY  - 2001\\nDO  - 10.1000/old.1\\nER  - \\n","content_hash":"929d99db52698d02dc257699be00114ed273ecb5845cf7825580fe85a2693013"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":2,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":2,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":926699317,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 2","authors":["李2"],"year":2002,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.2","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":8,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 2\\nAU  - 李2\\nPY  - 2002\\nDO  - 10.1000/old.2\\nER  - \\n","content_hash":"17308cde8fbfd4b9320ca262ef34e5a60b3de1de2c49c7818b1898bc1b7ef99f"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":3,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":3,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":56766092,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 3","authors":["李3"],"year":2003,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.3","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":15,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 3\\nAU  - 李3\\nPY  - 2003\\nDO  - 10.1000/old.3\\nER  - \\n","content_hash":"df457156e601046768630c9f7f51c3558035fe559f56b807a1bdfa9047d3a697"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":4,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":4,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":2084953172,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 4","authors":["李4"],"year":2004,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.4","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":22,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 4\\nAU  - 李4\\nPY  - 2004\\nDO  - 10.1000/old.4\\nER  - \\n","content_hash":"5a4549e912735ba83b8ef0d7251ec4fd42387a6394af3228d4344bd9911a860c"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":5,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":5,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":228377781,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 5","authors":["李5"],"year":2005,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.5","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":29,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 5\\nAU  - 李5\\nPY  - 2005\\nDO  - 10.1000/old.5\\nER  - \\n","content_hash":"33e7b912804c80d40167a5e1e4c87e8fc7c962bebf963799aa60adba1f678aa4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":6,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":6,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":702926726,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 6","authors":["李6"],"year":2006,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.6","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":36,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 6\\nAU  - 李6\\nPY  - 2006\\nDO  - 10.1000/old.6\\nER  - \\n","content_hash":"3c5baf7b07506c9c328947751d55b8b89a439c30dd27f69c8a9c4ab7304c7863"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":7,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":7,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":373378399,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 7","authors":["李7"],"year":2007,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.7","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":43,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 7\\nAU  - 李7\\nPY  - 2007\\nDO  - 10.1000/old.7\\nER  - \\n","content_hash":"14d8277b20104c65b2e63bb69f72d460269cbc38ba3fcdef11f51051f39c85f9"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":8,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","position":8,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":1,"joined_by":"same-doi","place":1656883613,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 1","authors":["李1"],"year":2001,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.1","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":50,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 1\\nAU  - 李1\\nPY  - 2001\\nDO  - 10.1000/old.1\\nER  - \\n","content_hash":"929d99db52698d02dc257699be00114ed273ecb5845cf7825580fe85a2693013"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":1,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","position":1,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":794070009,"type":"JOUR","title_en":"A trial 8e7d0410-412a-4f36-8017-82d08f8921f2","title_zh":"","authors":["Author1, A"],"year":1951,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 8e7d0410-412a-4f36-8017-82d08f8921f2\\nAU  - Author1, A\\nPY  - 1951\\nER  - \\n","content_hash":"6c203239931ca9ae79de0b0757f1922abd99d62b1669bfd415a85daff59e7a1b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":2,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","position":2,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":1809312078,"type":"JOUR","title_en":"A trial 28a36118-b776-4998-8d74-5f82d9fab465","title_zh":"","authors":["Author1, A"],"year":1951,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":7,"raw":"TY  - JOUR\\nTI  - A trial 28a36118-b776-4998-8d74-5f82d9fab465\\nAU  - Author1, A\\nPY  - 1951\\nER  - \\n","content_hash":"d0672cc51d0f941e94ce800a3e84e9a7d0a2584c6cbe8ee3caa0ba1a73286701"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":3,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","position":3,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":53532333,"type":"JOUR","title_en":"A trial 684049c1-f967-403c-b4f2-e42fd3bf3873","title_zh":"","authors":["Author1, A"],"year":1951,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":13,"raw":"TY  - JOUR\\nTI  - A trial 684049c1-f967-403c-b4f2-e42fd3bf3873\\nAU  - Author1, A\\nPY  - 1951\\nER  - \\n","content_hash":"f987c78122f058c66e5fe2e51e0122dade4d8e384d9049619ea40024a59cd509"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":4,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","position":4,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":1630031428,"type":"JOUR","title_en":"A trial 100b9aaf-55d9-47df-b3dd-71a914198ece","title_zh":"","authors":["Author1, A"],"year":1951,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":19,"raw":"TY  - JOUR\\nTI  - A trial 100b9aaf-55d9-47df-b3dd-71a914198ece\\nAU  - Author1, A\\nPY  - 1951\\nER  - \\n","content_hash":"4d85072e985ce321165cb59edc490a1b2b16ae4085fe41e4f107795f915fdf87"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":5,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","position":5,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":605387404,"type":"JOUR","title_en":"A trial a37838b0-0712-41d0-bc94-9fde5c7f25d5","title_zh":"","authors":["Author1, A"],"year":1951,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":25,"raw":"TY  - JOUR\\nTI  - A trial a37838b0-0712-41d0-bc94-9fde5c7f25d5\\nAU  - Author1, A\\nPY  - 1951\\nER  - \\n","content_hash":"c9ea0475fd10eaa152a09951149053fdf9285f95b8b753050eadbef4328ed5d3"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":6,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","position":6,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":612279446,"type":"JOUR","title_en":"A trial 21bbae07-84c6-4afd-ad64-171b0939a36e","title_zh":"","authors":["Author1, A"],"year":1951,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":31,"raw":"TY  - JOUR\\nTI  - A trial 21bbae07-84c6-4afd-ad64-171b0939a36e\\nAU  - Author1, A\\nPY  - 1951\\nER  - \\n","content_hash":"69c494c9fb8ecc6cc0da74c9b28627ae911e4a92ce7b9174b985da8efcc5a319"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":7,"import_id":"a1e705a8-4259-41d2-8b4d-e6ca2a83135a","position":1,"source_id":null,"live":false,"representative_id":null,"joined_by":null,"place":720030801,"type":"JOUR","title_en":"A trial 38907cd1-70d4-4a38-b119-303b0c378b1b","title_zh":"","authors":["Author2, A"],"year":1952,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 38907cd1-70d4-4a38-b119-303b0c378b1b\\nAU  - Author2, A\\nPY  - 1952\\nER  - \\n","content_hash":"40570a4f09dcf393b6dfded3f3d232a419694696bd50960c767de569d38188bb"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":9,"import_id":"ab0453d9-8efc-41f3-8b19-7e747887273f","position":1,"source_id":"26a0594d-df1a-36b1-83f5-08725fe8be95","live":true,"representative_id":null,"joined_by":null,"place":719547952,"type":"JOUR","title_en":"A trial 90573d50-5cfd-4bf6-b3d2-99ecf6617ef7","title_zh":"","authors":["Author4, A"],"year":1954,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{\\"N1\\":[\\"RAYYAN-INCLUSION: {\\\\\\"Mia\\\\\\"=>\\\\\\"Included\\\\\\"}\\"]}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 90573d50-5cfd-4bf6-b3d2-99ecf6617ef7\\nAU  - Author4, A\\nPY  - 1954\\nN1  - RAYYAN-INCLUSION: {\\"Mia\\"=>\\"Included\\"}\\nER  - \\n","content_hash":"e1163d05418f2c9a705676f9ee9a0267805e1907b5986efd89142d9cb6be2527"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":10,"import_id":"260acdce-e084-4ffc-a2d2-d1d0a649d329","position":1,"source_id":null,"live":false,"representative_id":null,"joined_by":null,"place":973320904,"type":"JOUR","title_en":"A trial 351d3ab5-4dda-49eb-91a0-e520aa90be56","title_zh":"","authors":["Author5, A"],"year":1955,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 351d3ab5-4dda-49eb-91a0-e520aa90be56\\nAU  - Author5, A\\nPY  - 1955\\nER  - \\n","content_hash":"d80c21e79e2c61d1039d0c0be9d07ff8e35f55d519b338c5115001516730369e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":11,"import_id":"e02de637-85fe-477f-b618-f2ddea83a20f","position":1,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":true,"representative_id":null,"joined_by":null,"place":1754973873,"type":"JOUR","title_en":"A trial 7a13e76f-b70a-4f44-a826-e1516ad5400e","title_zh":"","authors":["Author6, A"],"year":1956,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 7a13e76f-b70a-4f44-a826-e1516ad5400e\\nAU  - Author6, A\\nPY  - 1956\\nER  - \\n","content_hash":"914c40ba456a6eb5f297bdb69db4197715d2de8d3cc44b9d392a4f7a7b7da43e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":12,"import_id":"4c107fe5-86f5-4eae-a834-84453abd9650","position":1,"source_id":"26a0594d-df1a-36b1-83f5-08725fe8be95","live":true,"representative_id":null,"joined_by":null,"place":785057370,"type":"JOUR","title_en":"A trial fc78e60d-4da7-4a9d-86f2-0a6ddc53c5cc","title_zh":"","authors":["Author7, A"],"year":1957,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{\\"N1\\":[\\"RAYYAN-INCLUSION: {\\\\\\"Mia\\\\\\"=>\\\\\\"Included\\\\\\"}\\"]}","line":1,"raw":"TY  - JOUR\\nTI  - A trial fc78e60d-4da7-4a9d-86f2-0a6ddc53c5cc\\nAU  - Author7, A\\nPY  - 1957\\nN1  - RAYYAN-INCLUSION: {\\"Mia\\"=>\\"Included\\"}\\nER  - \\n","content_hash":"f24aef6e237a806c37d29ab7b131e6bfb941e5448f44d4185fe753375a7c20ef"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":13,"import_id":"92999935-81f9-4930-8943-f5339a51b49b","position":1,"source_id":null,"live":false,"representative_id":null,"joined_by":null,"place":867524093,"type":"JOUR","title_en":"A trial 2c48eabd-5b31-40b9-b618-f9ff27c6e10b","title_zh":"","authors":["Author8, A"],"year":1958,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 2c48eabd-5b31-40b9-b618-f9ff27c6e10b\\nAU  - Author8, A\\nPY  - 1958\\nER  - \\n","content_hash":"fc8613823c072bb9b0ef8b0ec2d27e975786698ac5ee9f659b7b9f7b95b5e499"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":14,"import_id":"92999935-81f9-4930-8943-f5339a51b49b","position":2,"source_id":null,"live":false,"representative_id":null,"joined_by":null,"place":957661814,"type":"JOUR","title_en":"A mended trial","title_zh":"","authors":[],"year":0,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":7,"raw":"TY  - JOUR\\nTI  - A mended trial\\nER  - \\n","content_hash":"54d0fe2830eab08b571ee60d1924afce78f83c42c34ba4fd51363f19741d92a8"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":16,"import_id":"96c28278-51e0-47e7-aa37-abdda8b1d8de","position":1,"source_id":null,"live":false,"representative_id":null,"joined_by":null,"place":528449438,"type":"JOUR","title_en":"A trial f740fb4f-e3f8-41fa-b919-020fb7a92004","title_zh":"","authors":["Author9, A"],"year":1959,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial f740fb4f-e3f8-41fa-b919-020fb7a92004\\nAU  - Author9, A\\nPY  - 1959\\nER  - \\n","content_hash":"6374ad82bf18404d2f3c7e2ef6137bbc2d1195a18ef2a27f0ea138862e3953f0"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":17,"import_id":"3a1140bf-cc1e-4505-a848-d761bc78f00d","position":1,"source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","live":false,"representative_id":null,"joined_by":null,"place":1143582575,"type":"JOUR","title_en":"A trial 2655f07a-3ef5-49db-9068-0fbb2f4cfa22","title_zh":"","authors":["Author10, A"],"year":1960,"journal":"","volume":"","issue":"","pages":"","doi":"","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - A trial 2655f07a-3ef5-49db-9068-0fbb2f4cfa22\\nAU  - Author10, A\\nPY  - 1960\\nER  - \\n","content_hash":"f215396747f1c3d4ccf4ccfbf13e62d5360b0b1df1726399cf55a2576aee18c6"}]');
INSERT INTO separated_pair OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.separated_pair, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","a":2,"b":3}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","a":4,"b":5}]');
INSERT INTO source OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.source, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"02cb2a79-6d39-3626-9783-e9e52b84c878","kind":"DATABASE","name":"CNKI","platform":"","searched_on":"","query":"","limits":"","hits_reported":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","kind":"DATABASE","name":"PubMed","platform":"","searched_on":"","query":"","limits":"","hits_reported":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"26a0594d-df1a-36b1-83f5-08725fe8be95","kind":"DATABASE","name":"Rayyan","platform":"","searched_on":"","query":"","limits":"","hits_reported":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"7a17fc69-9eac-46cd-a049-9c62e1098f50","kind":"DATABASE","name":"Embase","platform":"","searched_on":"","query":"","limits":"","hits_reported":null}]');
INSERT INTO report OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.report, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":2,"retrieval":"NOT_RETRIEVED","note":"no answer"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1,"retrieval":"RETRIEVED","note":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":1,"retrieval":"SOUGHT","note":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":2,"retrieval":"RETRIEVED","note":""}]');
INSERT INTO record_report OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.record_report, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","record_id":1,"report_id":1}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","record_id":2,"report_id":2}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","record_id":2,"report_id":2}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","record_id":1,"report_id":1}]');
INSERT INTO study OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.study, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1}]');
INSERT INTO report_study OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.report_study, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","report_id":1,"study_id":1}]');
INSERT INTO vote OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.vote, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"7ccd8d95-796b-4197-8763-cea9393dde36","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":10,"cast_at":"2026-11-25T02:41:45.967+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"3234268a-ef17-4b48-a51b-93c94e14e698","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":11,"cast_at":"2026-11-25T02:41:46.08+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"4eb25ad6-c7a4-4ce2-bbce-194c0f5589bf","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":12,"cast_at":"2026-11-25T02:41:46.145+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"d312870e-3b57-4822-a185-ab66937e7852","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":13,"cast_at":"2026-11-25T02:41:46.188+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"4d4478ae-66e6-4760-9be4-1ce331a5c6d1","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":14,"cast_at":"2026-11-25T02:41:46.257+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"8e2341c0-bb16-417b-8917-f63095e4dcff","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":15,"cast_at":"2026-11-25T02:41:46.413+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"3863d5f5-699d-414b-afc7-95d18036f7c8","stage":"TITLE_ABSTRACT","item_id":4,"counts_for":4,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":17,"cast_at":"2026-11-25T02:41:46.699+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"f02b97d2-78d9-4417-9c75-0dd040069569","stage":"TITLE_ABSTRACT","item_id":4,"counts_for":4,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":18,"cast_at":"2026-11-25T02:41:46.787+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"b84d8413-bc4e-4d34-a25f-c9adcbde615e","stage":"TITLE_ABSTRACT","item_id":5,"counts_for":5,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"MAYBE","reasons":[],"protocol_version":1,"sequence":19,"cast_at":"2026-11-25T02:41:46.864+00:00","withdrawn_sequence":20,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"14d4b496-73bd-4472-9cf5-24fcc91a1dcd","stage":"FULL_TEXT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":23,"cast_at":"2026-11-25T02:41:47.328+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"50b66bf7-066f-47f7-921b-a80e0f4d68d2","stage":"FULL_TEXT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":24,"cast_at":"2026-11-25T02:41:47.486+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"c210e45c-36e1-4d82-a72b-d8265620f6ff","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":14,"cast_at":"2026-11-25T02:41:54.331+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"e91b36a3-c3d8-45b8-a188-361aee81d223","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":15,"cast_at":"2026-11-25T02:41:54.451+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"d32588b1-e7b4-3129-a626-bd4cec000504","stage":"TITLE_ABSTRACT","item_id":9,"counts_for":9,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":31,"cast_at":"2026-11-25T02:41:57.073+00:00","withdrawn_sequence":32,"takeover_id":"fd2d7149-ffcf-46a8-8806-bd2948213725"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"2ef31289-c55b-4032-b00e-187fbb189ddb","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":41,"cast_at":"2026-11-25T02:41:57.423+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"d63a9b54-b090-40c9-9966-d82c0eef7f6c","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":42,"cast_at":"2026-11-25T02:41:57.449+00:00","withdrawn_sequence":43,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"985d28d9-f071-348e-9c2d-937885240cc1","stage":"TITLE_ABSTRACT","item_id":12,"counts_for":12,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":59,"cast_at":"2026-11-25T02:41:58.693+00:00","withdrawn_sequence":null,"takeover_id":"06a56207-a06d-4987-9b67-4847a14edd4e"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"6469ac1f-d798-489c-9c81-a2ef7e5c26ba","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":12,"cast_at":"2026-11-25T02:41:54.11+00:00","withdrawn_sequence":73,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"7c93efc0-694f-4c4d-806e-0f2e5f830d0e","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":13,"cast_at":"2026-11-25T02:41:54.236+00:00","withdrawn_sequence":73,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"dc17eb60-9ad6-4581-b1f1-0a2440c477cc","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":74,"cast_at":"2026-11-25T02:42:01.131+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"b287e0df-cecc-41da-a30f-f81289e654a3","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"6c585f60-7d3c-449d-ae8a-9aa584bd5aa2","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":75,"cast_at":"2026-11-25T02:42:01.152+00:00","withdrawn_sequence":null,"takeover_id":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"10c77292-b4c7-444c-a5f2-f5995fd9bb2d","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":78,"cast_at":"2026-11-25T02:42:01.278+00:00","withdrawn_sequence":null,"takeover_id":null}]');
INSERT INTO adjudication OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.adjudication, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"7305441a-2322-4aea-a019-8fea5feac41b","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"adjudicator_id":"00005749-4e4e-4f57-0000-000000000004","verdict":"EXCLUDE","reasons":[],"comment":"动物实验","sequence":16,"at":"2026-11-25T02:41:46.55+00:00","withdrawn_sequence":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"b5fb08f1-917d-416c-a634-4882ca1c9dbc","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"adjudicator_id":"c260db2b-d560-484d-9a25-120366f434b5","verdict":"INCLUDE","reasons":[],"comment":"","sequence":35,"at":"2026-11-25T02:41:57.251+00:00","withdrawn_sequence":36}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"f4aa4807-911e-405b-bfe6-152c74aabd22","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"adjudicator_id":"c260db2b-d560-484d-9a25-120366f434b5","verdict":"INCLUDE","reasons":[],"comment":"","sequence":37,"at":"2026-11-25T02:41:57.321+00:00","withdrawn_sequence":38}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"5d083538-d121-45e0-996c-bbf9bbb85600","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"adjudicator_id":"c260db2b-d560-484d-9a25-120366f434b5","verdict":"INCLUDE","reasons":[],"comment":"","sequence":39,"at":"2026-11-25T02:41:57.365+00:00","withdrawn_sequence":40}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"3ec6f7d7-001e-4a0b-8f04-641dd61d0f8e","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"adjudicator_id":"c260db2b-d560-484d-9a25-120366f434b5","verdict":"INCLUDE","reasons":[],"comment":"","sequence":71,"at":"2026-11-25T02:42:00.788+00:00","withdrawn_sequence":72}]');
INSERT INTO screening OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.screening, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":1,"status":"INCLUDED","reason_id":null,"since":"2026-11-25T02:41:46.069956+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":2,"status":"INCLUDED","reason_id":null,"since":"2026-11-25T02:41:46.183179+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":3,"status":"EXCLUDED","reason_id":null,"since":"2026-11-25T02:41:46.531646+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":4,"status":"PENDING","reason_id":null,"since":"2026-11-25T02:41:46.695877+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"FULL_TEXT","item_id":1,"status":"INCLUDED","reason_id":null,"since":"2026-11-25T02:41:47.434207+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","item_id":2,"status":"INCLUDED","reason_id":null,"since":"2026-11-25T02:41:54.384332+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","item_id":12,"status":"PENDING","reason_id":null,"since":"2026-11-25T02:41:58.6743+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","item_id":1,"status":"VERDICT_CONFLICT","reason_id":null,"since":"2026-11-25T02:42:01.151049+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","item_id":3,"status":"PENDING","reason_id":null,"since":"2026-11-25T02:41:57.420945+00:00"}]');
INSERT INTO import_batch OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.import_batch, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"b493332e-47d2-452c-85b1-161e68b045b8","file_name":"old.ris","bytes":704,"sha256":"da4261800ddc5cda95baf0deec328f72351c5b546be01b45dd93c39349d89d29","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":704,"records":8,"quarantined":0,"bad_bytes":0,"with_title":8,"with_abstract":0,"with_year":8,"with_doi":8,"with_authors":8,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","created_at":"2026-11-25T02:41:41.91173+00:00","created_by":"00005749-4e4e-4f57-0000-000000000001","committed_at":"2026-11-25T02:41:45.710392+00:00","committed_by":"00005749-4e4e-4f57-0000-000000000001","new_duplicates":1,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"bbcb14fb-989b-4c0e-826e-36c940b05650","file_name":"first.ris","bytes":588,"sha256":"b8249846fd54306e02f4937f3015af235204fc16a9348840cc2fdafc4f7ad774","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":588,"records":6,"quarantined":0,"bad_bytes":0,"with_title":6,"with_abstract":0,"with_year":6,"with_doi":0,"with_authors":6,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","created_at":"2026-11-25T02:41:53.135226+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":"2026-11-25T02:41:53.445903+00:00","committed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","new_duplicates":0,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"a1e705a8-4259-41d2-8b4d-e6ca2a83135a","file_name":"waiting.ris","bytes":98,"sha256":"5716dea03f29d6b8b5378f810b2fe894325325f5edd426eddc5504be4d245bfc","state":"READY","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":98,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":null,"created_at":"2026-11-25T02:41:53.814284+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":null,"committed_by":null,"new_duplicates":null,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"260acdce-e084-4ffc-a2d2-d1d0a649d329","file_name":"a.ris","bytes":98,"sha256":"1baae421c10a8a429408c9f69610509f6c4e655df348b21e50d0b55807c2f828","state":"READY","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":98,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":null,"created_at":"2026-11-25T02:41:57.804986+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":null,"committed_by":null,"new_duplicates":null,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"dccfc27c-9655-4d2a-865e-74370e530082","file_name":"new.ris","bytes":98,"sha256":"a1177c738f0a9fc1ba1e5680b6b884e9328e5a17e9ba39c398e28cb32be3c48b","state":"DISCARDED","reading":2,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":98,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":null,"created_at":"2026-11-25T02:41:56.08553+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":null,"committed_by":null,"new_duplicates":null,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"ab0453d9-8efc-41f3-8b19-7e747887273f","file_name":"rayyan.ris","bytes":142,"sha256":"d21b6e72848897eb451cd346b8aa0fb84e8c692ce9f1e97aec4a599b11d8c543","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":142,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"26a0594d-df1a-36b1-83f5-08725fe8be95","created_at":"2026-11-25T02:41:56.32731+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":"2026-11-25T02:41:56.692391+00:00","committed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","new_duplicates":0,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"e02de637-85fe-477f-b618-f2ddea83a20f","file_name":"new.ris","bytes":98,"sha256":"7dbfe09ff4fbd37c57562d15443bf6237449ed919e9500abf4562f7930cb9797","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":98,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","created_at":"2026-11-25T02:41:57.861777+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":"2026-11-25T02:41:58.093697+00:00","committed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","new_duplicates":0,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"4c107fe5-86f5-4eae-a834-84453abd9650","file_name":"rayyan.ris","bytes":142,"sha256":"0adfeac6eb99171962a684df98281755aa76dd6e04e1b1c3e9e3e54a09a63031","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":142,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"26a0594d-df1a-36b1-83f5-08725fe8be95","created_at":"2026-11-25T02:41:58.20224+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":"2026-11-25T02:41:58.466145+00:00","committed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","new_duplicates":0,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"92999935-81f9-4930-8943-f5339a51b49b","file_name":"broken.ris","bytes":117,"sha256":"36912649ec463e9442f8661ccbbf9d522eec99be205d4854741e0ccc6011881a","state":"READY","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":117,"records":2,"quarantined":0,"bad_bytes":0,"with_title":2,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":null,"created_at":"2026-11-25T02:41:58.743558+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":null,"committed_by":null,"new_duplicates":null,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"96c28278-51e0-47e7-aa37-abdda8b1d8de","file_name":"new.ris","bytes":98,"sha256":"b297ea72c948bdc289ea9d4c672de9a9dadcb7734852d5dc5f6ea41e70a5a240","state":"READY","reading":3,"wanted_format":"ris","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":98,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":null,"created_at":"2026-11-25T02:41:59.039567+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":null,"committed_by":null,"new_duplicates":null,"wanted_columns":""}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"3a1140bf-cc1e-4505-a848-d761bc78f00d","file_name":"more.ris","bytes":99,"sha256":"b1f33ac7fd34b4bfd056ce64b79fa55e13feeb6ff0bf5610a47af80064ea59cf","state":"WITHDRAWN","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":99,"records":1,"quarantined":0,"bad_bytes":0,"with_title":1,"with_abstract":0,"with_year":1,"with_doi":0,"with_authors":1,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"f00c545d-581b-3bd8-a25d-8352fdc45e70","created_at":"2026-11-25T02:41:59.240165+00:00","created_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","committed_at":"2026-11-25T02:41:59.590793+00:00","committed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","new_duplicates":0,"wanted_columns":""}]');
INSERT INTO quarantine OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.quarantine, E'[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","import_id":"92999935-81f9-4930-8943-f5339a51b49b","place":1,"line":7,"code":"no-content","message":"The record has no title, no authors and no other content.","raw":"TY  - JOUR\\nER  - \\n","repaired_text":"TY  - JOUR\\nTI  - A mended trial\\nER  - \\n","repaired_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","repaired_at":"2026-11-25T02:41:58.934595+00:00"}]');
INSERT INTO search_round OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.search_round, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","number":2,"id":"48c941b7-09c4-4b14-ba7d-42522c948be5","name":"Update","begun_on":""}]');
INSERT INTO source_round OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.source_round, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","source_id":"7a17fc69-9eac-46cd-a049-9c62e1098f50","round":2}]');
INSERT INTO takeover OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.takeover, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"fd2d7149-ffcf-46a8-8806-bd2948213725","import_id":"ab0453d9-8efc-41f3-8b19-7e747887273f","stage":"TITLE_ABSTRACT","votes":1,"content":"1752c3407aacac67802447191cdef0fc10ed852d3611b5fd56331fd0804be647","not_carried":0,"not_carried_content":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","taken_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","taken_at":"2026-11-25T02:41:57.073+00:00","sequence":31,"withdrawn_sequence":32}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"06a56207-a06d-4987-9b67-4847a14edd4e","import_id":"4c107fe5-86f5-4eae-a834-84453abd9650","stage":"TITLE_ABSTRACT","votes":1,"content":"8e3d638f978af37fe4826ae887019b9db0db446c73fbc72a24ed7b99848d9268","not_carried":0,"not_carried_content":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","taken_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","taken_at":"2026-11-25T02:41:58.693+00:00","sequence":59,"withdrawn_sequence":null}]');
INSERT INTO note OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.note, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","record_id":1,"member_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","text":"ask the authors","written_at":"2026-11-25T02:42:00.077+00:00"}]');
INSERT INTO tag OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.tag, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"00000000-0000-0008-0000-000000000008","owner_id":null,"name":"children","place":1}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"2f697269-e224-42a6-8364-3da0af93fa45","owner_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","name":"43dcc5f5-0eb8-47a0-91b0-668881a974dc","place":1}]');
INSERT INTO record_tag OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.record_tag, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","record_id":1,"member_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","tag_id":"00000000-0000-0008-0000-000000000008"}]');
INSERT INTO own_highlights OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.own_highlights, E'[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","member_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","content":"{\\"highlights\\":[]}"}]');
INSERT INTO later_item OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.later_item, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","item_id":3,"turn":1}]');
INSERT INTO record_correction OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.record_correction, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","record_id":1,"field":"ABSTRACT_EN","text":"An abstract.","origin":"the publisher","corrected_at":"2026-11-25T02:42:00.047+00:00"}]');
INSERT INTO conflict_return OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.conflict_return, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"da527dee-178f-47a3-9442-64cf6cb4f44c","stage":"TITLE_ABSTRACT","item_id":1,"returned_by":"c260db2b-d560-484d-9a25-120366f434b5","comment":"","sequence":73,"at":"2026-11-25T02:42:01.082+00:00"}]');
INSERT INTO conflict_message OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.conflict_message, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"53664aad-2f78-4ccf-8798-6d3b5864f8f7","stage":"TITLE_ABSTRACT","item_id":1,"author_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","text":"Is it a trial?","sequence":76,"at":"2026-11-25T02:42:01.182+00:00"}]');
INSERT INTO criteria_unclear OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.criteria_unclear, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"TITLE_ABSTRACT","item_id":1,"marked_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","comment":"","at":"2026-11-25T02:42:01.237+00:00"}]');
INSERT INTO record_revision OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.record_revision, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","revision":2}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","revision":16}]');
INSERT INTO calibration_round OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.calibration_round, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"00000000-0000-0009-0000-000000000009","seed":1,"protocol_version":1,"opened_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","sequence":16,"opened_at":"2026-11-25T02:41:54.577+00:00","revealed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","revealed_at":"2026-11-25T02:41:54.635+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"12c84f2f-9cf5-441d-a15d-6bb3bfcf8b36","seed":1,"protocol_version":1,"opened_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","sequence":46,"opened_at":"2026-11-25T02:41:57.531+00:00","revealed_by":null,"revealed_at":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"c4dfd91b-ada6-4aba-b1ac-006c0f2b92e9","seed":1,"protocol_version":1,"opened_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","sequence":48,"opened_at":"2026-11-25T02:41:57.563+00:00","revealed_by":null,"revealed_at":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"2462262d-914e-4829-95d5-07f23a730a03","seed":1,"protocol_version":1,"opened_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","sequence":49,"opened_at":"2026-11-25T02:41:57.605+00:00","revealed_by":null,"revealed_at":null}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"caaf8b4f-208b-405f-aeb5-c1d9657615f4","seed":1,"protocol_version":1,"opened_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","sequence":51,"opened_at":"2026-11-25T02:41:57.636+00:00","revealed_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","revealed_at":"2026-11-25T02:41:57.651+00:00"}]');
INSERT INTO calibration_item OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.calibration_item, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","round_id":"00000000-0000-0009-0000-000000000009","item_id":1,"place":1}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","round_id":"12c84f2f-9cf5-441d-a15d-6bb3bfcf8b36","item_id":1,"place":1}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","round_id":"c4dfd91b-ada6-4aba-b1ac-006c0f2b92e9","item_id":1,"place":1}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","round_id":"2462262d-914e-4829-95d5-07f23a730a03","item_id":1,"place":1}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","round_id":"caaf8b4f-208b-405f-aeb5-c1d9657615f4","item_id":1,"place":1}]');
INSERT INTO calibration_vote OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.calibration_vote, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","round_id":"2462262d-914e-4829-95d5-07f23a730a03","item_id":1,"reviewer_id":"1fef8a73-b1f1-46ec-9cde-573dddd6beb1","verdict":"INCLUDE","reasons":[],"sequence":50,"cast_at":"2026-11-25T02:41:57.619+00:00"}]');
INSERT INTO calibration_message OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.calibration_message, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"2d37527b-ab4e-4924-8c1e-50d143082056","round_id":"00000000-0000-0009-0000-000000000009","item_id":1,"author_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","text":"Is it a trial?","sequence":47,"at":"2026-11-25T02:41:57.546+00:00"}]');
INSERT INTO match_form OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.match_form, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","first_record":1,"import_id":"b493332e-47d2-452c-85b1-161e68b045b8","records":8,"version":1,"forms":"\\\\x010013e99288e588bae6b2bbe79697e5a4b1e79ca031800204e69d8e31d10f00000000000d31302e313030302f6f6c642e310000000013020013e99288e588bae6b2bbe79697e5a4b1e79ca032800204e69d8e32d20f00000000000d31302e313030302f6f6c642e320000000013030013e99288e588bae6b2bbe79697e5a4b1e79ca033800204e69d8e33d30f00000000000d31302e313030302f6f6c642e330000000013040013e99288e588bae6b2bbe79697e5a4b1e79ca034800204e69d8e34d40f00000000000d31302e313030302f6f6c642e340000000013050013e99288e588bae6b2bbe79697e5a4b1e79ca035800204e69d8e35d50f00000000000d31302e313030302f6f6c642e350000000013060013e99288e588bae6b2bbe79697e5a4b1e79ca036800204e69d8e36d60f00000000000d31302e313030302f6f6c642e360000000013070013e99288e588bae6b2bbe79697e5a4b1e79ca037800204e69d8e37d70f00000000000d31302e313030302f6f6c642e370000000013080013e99288e588bae6b2bbe79697e5a4b1e79ca031800204e69d8e31d10f00000000000d31302e313030302f6f6c642e310000000013"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":1,"import_id":"bbcb14fb-989b-4c0e-826e-36c940b05650","records":6,"version":1,"forms":"\\\\x012c6120747269616c20386537643034313020343132612034663336203830313720383264303866383932316632000009617574686f72312c619f0f000000000000000000000b022c6120747269616c20323861333631313820623737362034393938203864373420356638326439666162343635000009617574686f72312c619f0f000000000000000000000b032c6120747269616c20363834303439633120663936372034303363206234663220653432666433626633383733000009617574686f72312c619f0f000000000000000000000b042c6120747269616c20313030623961616620353564392034376466206233646420373161393134313938656365000009617574686f72312c619f0f000000000000000000000b052c6120747269616c20613337383338623020303731322034316430206263393420396664653563376632356435000009617574686f72312c619f0f000000000000000000000b062b6120747269616c203231626265303720383463362034616664206164363420313731623039333961333665000009617574686f72312c619f0f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":7,"import_id":"a1e705a8-4259-41d2-8b4d-e6ca2a83135a","records":1,"version":1,"forms":"\\\\x072c6120747269616c20333839303763643120373064342034613338206231313920333033623063333738623162000009617574686f72322c61a00f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":9,"import_id":"ab0453d9-8efc-41f3-8b19-7e747887273f","records":1,"version":1,"forms":"\\\\x092c6120747269616c20393035373364353020356366642034626636206233643220393965636636363137656637000009617574686f72342c61a20f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":10,"import_id":"260acdce-e084-4ffc-a2d2-d1d0a649d329","records":1,"version":1,"forms":"\\\\x0a2c6120747269616c20333531643361623520346464612034396562203931613020653532306161393062653536000009617574686f72352c61a30f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":11,"import_id":"e02de637-85fe-477f-b618-f2ddea83a20f","records":1,"version":1,"forms":"\\\\x0b2c6120747269616c20376131336537366620623730612034663434206138323620653135313661643534303065000009617574686f72362c61a40f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":12,"import_id":"4c107fe5-86f5-4eae-a834-84453abd9650","records":1,"version":1,"forms":"\\\\x0c2c6120747269616c20666337386536306420346461372034613964203836663220306136646463353363356363000009617574686f72372c61a50f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":13,"import_id":"92999935-81f9-4930-8943-f5339a51b49b","records":1,"version":1,"forms":"\\\\x0d2c6120747269616c20326334386561626420356233312034306239206236313820663966663237633665313062000009617574686f72382c61a60f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":14,"import_id":"92999935-81f9-4930-8943-f5339a51b49b","records":1,"version":1,"forms":"\\\\x0e0e61206d656e64656420747269616c00000000000000000000000000000a"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":16,"import_id":"96c28278-51e0-47e7-aa37-abdda8b1d8de","records":1,"version":1,"forms":"\\\\x102c6120747269616c20663734306662346620653366382034316661206239313920303230666237613932303034000009617574686f72392c61a70f000000000000000000000b"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","first_record":17,"import_id":"3a1140bf-cc1e-4505-a848-d761bc78f00d","records":1,"version":1,"forms":"\\\\x112c6120747269616c2032363535663037612033656635203439646220393036382030666262326634636661323200000a617574686f7231302c61a80f000000000000000000000b"}]');
INSERT INTO allocation OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.allocation, E'[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","stage":"FULL_TEXT","version":1,"content":"{\\"apart\\":[],\\"experienced\\":[],\\"experiencedInEachPair\\":false,\\"handovers\\":[{\\"from\\":\\"ff820047-2e8e-4a7a-a05b-8e9f97c0e38d\\",\\"to\\":\\"1fef8a73-b1f1-46ec-9cde-573dddd6beb1\\"}],\\"parts\\":[],\\"quotas\\":[]}","changed_at":"2026-11-25T02:42:00.573+00:00"}]');
INSERT INTO comparison OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.comparison, E'[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"00000000-0000-000a-0000-000000000001","version":1,"content":"{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles\\"},\\"position\\":1}","removed":false}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"6bc47f9f-71c1-4b47-b16a-0c3bf4ace1fe","version":1,"content":"{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles\\"},\\"position\\":1}","removed":true}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"7d29e392-857f-4bc3-965e-2de853339098","version":1,"content":"{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles\\"},\\"position\\":1}","removed":false}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"1662fbca-e216-34be-9526-957545725608","version":1,"content":"{\\"control\\":{},\\"experimental\\":{},\\"name\\":{\\"en\\":\\"Needles against none\\"},\\"position\\":2}","removed":false}]');
INSERT INTO synthesis OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.synthesis, E'[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"00000000-0000-000a-0000-000000000002","comparison_id":"00000000-0000-000a-0000-000000000001","version":3,"definition":"{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"00000000-0000-000a-0000-000000000001\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"measure\\":\\"RR\\"}}","explanation":"","data":"[{\\"bias\\":{},\\"id\\":\\"00000000-0000-000a-0000-000000000003\\",\\"included\\":true,\\"origins\\":{},\\"position\\":1,\\"properties\\":{},\\"study\\":\\"Smith 2009\\",\\"typed\\":{},\\"values\\":{\\"ai\\":\\"4\\",\\"ci\\":\\"6\\",\\"n1i\\":\\"12\\",\\"n2i\\":\\"11\\"}}]","certainty":"{\\"judgements\\":{\\"imprecision\\":{\\"down\\":1,\\"reason\\":{\\"en\\":\\"Few events.\\"}},\\"inconsistency\\":{\\"down\\":0,\\"reason\\":{}},\\"indirectness\\":{\\"down\\":0,\\"reason\\":{}},\\"publicationBias\\":{\\"down\\":0,\\"reason\\":{}},\\"riskOfBias\\":{\\"down\\":0,\\"reason\\":{}}},\\"observational\\":false}","prespecified":true,"changed":false,"removed":false,"defined_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","defined_at":"2026-11-25T02:41:54.91+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"d54a1400-9444-488e-b8ca-50c46484413d","comparison_id":"00000000-0000-000a-0000-000000000001","version":1,"definition":"{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"00000000-0000-000a-0000-000000000001\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"measure\\":\\"RR\\"}}","explanation":"","data":"[]","certainty":"","prespecified":true,"changed":false,"removed":true,"defined_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","defined_at":"2026-11-25T02:41:57.48+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"d377d195-5cb6-3f36-a04b-17579856147f","comparison_id":"1662fbca-e216-34be-9526-957545725608","version":1,"definition":"{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"1662fbca-e216-34be-9526-957545725608\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"ci\\":\\"wald\\",\\"convention\\":\\"revman5\\",\\"level\\":95,\\"measure\\":\\"RR\\",\\"method\\":\\"MH\\",\\"model\\":\\"fixed\\",\\"prediction\\":\\"off\\",\\"studyLevel\\":95,\\"totals\\":\\"overall\\"}}","explanation":"","data":"[{\\"bias\\":{},\\"id\\":\\"1d879750-1c0d-3782-9644-bc4d855fd85b\\",\\"included\\":true,\\"origins\\":{},\\"position\\":1,\\"properties\\":{},\\"study\\":\\"Smith 2009\\",\\"typed\\":{},\\"values\\":{\\"ai\\":\\"4\\",\\"ci\\":\\"6\\",\\"n1i\\":\\"12\\",\\"n2i\\":\\"11\\"}}]","certainty":"","prespecified":false,"changed":false,"removed":false,"defined_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","defined_at":"2026-11-25T02:42:01.926+00:00"}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"f249f72e-12a0-48d9-974a-35df846b2beb","comparison_id":"00000000-0000-000a-0000-000000000001","version":1,"definition":"{\\"benefit\\":\\"lower\\",\\"comparisonId\\":\\"00000000-0000-000a-0000-000000000001\\",\\"data\\":\\"dichotomous\\",\\"outcome\\":{\\"en\\":\\"Pain\\"},\\"position\\":1,\\"settings\\":{\\"measure\\":\\"RR\\"}}","explanation":"","data":"[]","certainty":"","prespecified":true,"changed":false,"removed":false,"defined_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","defined_at":"2026-11-25T02:42:02.07+00:00"}]');
INSERT INTO synthesis_seen OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.synthesis_seen, E'[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","synthesis_id":"00000000-0000-000a-0000-000000000002","account_id":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","inputs":"23e5dc298b2405abe7432b9b60e1c6b5df0f6d587e5029cd9bdb6a774f1d3a91","content":"{\\"data\\":\\"dichotomous\\",\\"lines\\":[{\\"id\\":\\"00000000-0000-000a-0000-000000000003\\",\\"included\\":true,\\"study\\":\\"Smith 2009\\",\\"values\\":{\\"ai\\":\\"4\\",\\"ci\\":\\"6\\",\\"n1i\\":\\"12\\",\\"n2i\\":\\"11\\"}}],\\"settings\\":{\\"measure\\":\\"RR\\"}}","seen_at":"2026-11-25T02:42:02.560337+00:00"}]');
INSERT INTO synthesis_import OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::public.synthesis_import, '[{"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"608e7315-5054-4d45-bfc6-5f6a70e8ff5c","file_name":"analyses.csv","file":"f1ac5a4104b4e5502169858580634e0bd1e12242dfad3e789fd7f8e6b8863c5f","uploaded_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","uploaded_at":"2026-11-25T02:42:01.662037+00:00","committed":false}, 
 {"review_id":"3c2218e1-8529-47f8-b9cf-f69c6532c79a","id":"426c5bbd-cb42-460f-bab0-c0219c8c3fba","file_name":"analyses.csv","file":"f1ac5a4104b4e5502169858580634e0bd1e12242dfad3e789fd7f8e6b8863c5f","uploaded_by":"6bc5e042-e5c3-4516-9564-d75efc0eb88a","uploaded_at":"2026-11-25T02:42:01.749774+00:00","committed":true}]');
