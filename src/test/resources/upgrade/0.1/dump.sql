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
INSERT INTO flyway_schema_history SELECT * FROM json_populate_recordset(NULL::public.flyway_schema_history, '[{"installed_rank":1,"version":"001","description":"ledger","type":"SQL","script":"db/migration/V001__ledger.sql","checksum":90795725,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.572656","execution_time":33,"success":true}, 
 {"installed_rank":2,"version":"002","description":"team","type":"SQL","script":"db/migration/V002__team.sql","checksum":1049889694,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.646472","execution_time":33,"success":true}, 
 {"installed_rank":3,"version":"003","description":"review","type":"SQL","script":"db/migration/V003__review.sql","checksum":-1552347857,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.702424","execution_time":15,"success":true}, 
 {"installed_rank":4,"version":"004","description":"record","type":"SQL","script":"db/migration/V004__record.sql","checksum":1089079603,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.731293","execution_time":17,"success":true}, 
 {"installed_rank":5,"version":"005","description":"report and study","type":"SQL","script":"db/migration/V005__report_and_study.sql","checksum":-1613449420,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.777579","execution_time":10,"success":true}, 
 {"installed_rank":6,"version":"006","description":"screening","type":"SQL","script":"db/migration/V006__screening.sql","checksum":-57910370,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.809533","execution_time":12,"success":true}, 
 {"installed_rank":7,"version":"010","description":"identification","type":"SQL","script":"db/migration/V010__identification.sql","checksum":772428305,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.83435","execution_time":7,"success":true}, 
 {"installed_rank":8,"version":"011","description":"duplicate candidate","type":"SQL","script":"db/migration/V011__duplicate_candidate.sql","checksum":-1118416938,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.848535","execution_time":2,"success":true}, 
 {"installed_rank":9,"version":"012","description":"repair","type":"SQL","script":"db/migration/V012__repair.sql","checksum":891591239,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:37:50.860196","execution_time":7,"success":true}]');
INSERT INTO ledger_head SELECT * FROM json_populate_recordset(NULL::public.ledger_head, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":24,"hash":"fbfb6f8934e97fde8066d69f318815d6f4c50a4f8ef5410d2e75cfd817ab94e6"}]');
INSERT INTO ledger_event SELECT * FROM json_populate_recordset(NULL::public.ledger_event, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":1,"at":"2026-11-24T18:37:56.445+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"review-created","visibility":"TEAM","payload":"{\\"language\\":\\"zh\\",\\"title\\":\\"针刺 of old\\"}","previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","hash":"6ecd21dbaad4a05fac7dce015e824583d98e1f55a8cb5517883a45a60cf90e77"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":2,"at":"2026-11-24T18:37:56.469+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000001\\",\\"roles\\":[\\"lead\\"]}","previous_hash":"6ecd21dbaad4a05fac7dce015e824583d98e1f55a8cb5517883a45a60cf90e77","hash":"33b57f7e281484fe739b399eca58bd8fee3ea20244822da347b528b4cc0eb8ae"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":3,"at":"2026-11-24T18:37:56.491+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"protocol-amended","visibility":"TEAM","payload":"{\\"explanation\\":\\"\\",\\"protocol\\":{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"},\\"version\\":1}","previous_hash":"33b57f7e281484fe739b399eca58bd8fee3ea20244822da347b528b4cc0eb8ae","hash":"a95f33abd12fe4da34ede83984d55ddbfe8420a127fc373efd3015c6c785897f"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":4,"at":"2026-11-24T18:37:56.686+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000002\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"a95f33abd12fe4da34ede83984d55ddbfe8420a127fc373efd3015c6c785897f","hash":"754257381866a8d28f0bb01fe79dc9e33a43a8aebb05e2abefaa575cb896408e"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":5,"at":"2026-11-24T18:37:56.72+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000003\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"754257381866a8d28f0bb01fe79dc9e33a43a8aebb05e2abefaa575cb896408e","hash":"fead6a277a31eedbdb35b822624c1df152a98b229fe0f111ce9f1f4941b2349e"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":6,"at":"2026-11-24T18:37:56.73+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000004\\",\\"roles\\":[\\"adjudicator\\"]}","previous_hash":"fead6a277a31eedbdb35b822624c1df152a98b229fe0f111ce9f1f4941b2349e","hash":"48a00a97007ed3db067b2fbb3690721431ed9f9c1d644912b44d881903ea6901"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":7,"at":"2026-11-24T18:37:58.94+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"source-described","visibility":"TEAM","payload":"{\\"kind\\":\\"database\\",\\"limits\\":\\"\\",\\"name\\":\\"CNKI\\",\\"platform\\":\\"\\",\\"query\\":\\"\\",\\"searchedOn\\":\\"\\",\\"source\\":\\"02cb2a79-6d39-3626-9783-e9e52b84c878\\"}","previous_hash":"48a00a97007ed3db067b2fbb3690721431ed9f9c1d644912b44d881903ea6901","hash":"1f1c1fa352e79c711ac8612f4cc79173bb4f0133a541a4d33368aa639f5d4a1c"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":8,"at":"2026-11-24T18:37:59.078+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"87c6b1b808ee24244760870385a67bdf32abb172969242de426d1b62001b9471\\",\\"count\\":8,\\"file\\":\\"da4261800ddc5cda95baf0deec328f72351c5b546be01b45dd93c39349d89d29\\",\\"ids\\":[{\\"first\\":1,\\"last\\":8}],\\"importId\\":\\"30faef2f-fa08-4b96-9663-4c16263da7bb\\",\\"source\\":\\"02cb2a79-6d39-3626-9783-e9e52b84c878\\"}","previous_hash":"1f1c1fa352e79c711ac8612f4cc79173bb4f0133a541a4d33368aa639f5d4a1c","hash":"53feae256f1a866d52c1d85f557568c79b2f505fa89c35def0aea5658c944c04"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":9,"at":"2026-11-24T18:38:00.115+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"duplicates-found","visibility":"TEAM","payload":"{\\"byRule\\":{\\"same-doi\\":1},\\"content\\":\\"c0cbb80bd4894b64023b2002be7b9868fe34c253ab545aa5c0152d93d8ffb0b8\\",\\"count\\":1,\\"run\\":\\"30faef2f-fa08-4b96-9663-4c16263da7bb\\"}","previous_hash":"53feae256f1a866d52c1d85f557568c79b2f505fa89c35def0aea5658c944c04","hash":"fbeb455173c9f65d3e5a2828707c8547185fc0cfbd858940acf96104415b71a2"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":10,"at":"2026-11-24T18:38:01.423+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"084b8fc5-c1f6-4d51-98b3-cf18b0f8cf74\\"}","previous_hash":"fbeb455173c9f65d3e5a2828707c8547185fc0cfbd858940acf96104415b71a2","hash":"f104bb9c5b4effe8263be41a244335358a9c5d7e555e7046a38b9a24fbd4cb4d"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":11,"at":"2026-11-24T18:38:01.631+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"5190eeb4-9dc2-417b-ae8f-a9a765249b75\\"}","previous_hash":"f104bb9c5b4effe8263be41a244335358a9c5d7e555e7046a38b9a24fbd4cb4d","hash":"774eaca48b0c7b2adab4dbff11c07b53d2b96b52e0321b7125334b2412331cc5"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":12,"at":"2026-11-24T18:38:01.704+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"67949656-eee3-4cab-8bbb-2cfa4da0f881\\"}","previous_hash":"774eaca48b0c7b2adab4dbff11c07b53d2b96b52e0321b7125334b2412331cc5","hash":"e951bb61281c27296220df431a4adffda7b87919617eae4d7ec0e1e3ab42ecf3"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":13,"at":"2026-11-24T18:38:01.783+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"eb04598c-79be-42c2-9b1c-9746715427ad\\"}","previous_hash":"e951bb61281c27296220df431a4adffda7b87919617eae4d7ec0e1e3ab42ecf3","hash":"e186b91722875ebe49650679c11c7bbe1b44e5a5c0dfcff3babf4d0f97f98a7c"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":14,"at":"2026-11-24T18:38:01.827+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"f00224bb-244c-443d-af79-586883eb87c9\\"}","previous_hash":"e186b91722875ebe49650679c11c7bbe1b44e5a5c0dfcff3babf4d0f97f98a7c","hash":"2b34e36959b2556d904b37da16a2d57a949af573343d796d66ea5c932ec3cb89"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":15,"at":"2026-11-24T18:38:01.883+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"5a938456-9fe2-40ac-98d0-c92b5a2ea021\\"}","previous_hash":"2b34e36959b2556d904b37da16a2d57a949af573343d796d66ea5c932ec3cb89","hash":"ca188c98edb722913d71df44c8144418b87f0fe4356d543cde2eb37727a48641"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":16,"at":"2026-11-24T18:38:01.951+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000004","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"40dcbaa1-b494-496d-a7ba-83461771abc0\\",\\"comment\\":\\"动物实验\\",\\"item\\":3,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\"}","previous_hash":"ca188c98edb722913d71df44c8144418b87f0fe4356d543cde2eb37727a48641","hash":"e89ca3bb6cdec250c00066630ff78d12fd1942286fe41960a7b86de9ce31e5f4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":17,"at":"2026-11-24T18:38:02.018+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":4,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"80fb92c4-3ee7-4658-8a51-511ac4c03038\\"}","previous_hash":"e89ca3bb6cdec250c00066630ff78d12fd1942286fe41960a7b86de9ce31e5f4","hash":"c8730c81234087233198a7bca848ba3bda11da832e44d9fce8ae285e7b858a88"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":18,"at":"2026-11-24T18:38:02.064+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":4,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"2fe19518-50ca-4dd5-af93-c0f6c37bccbd\\"}","previous_hash":"c8730c81234087233198a7bca848ba3bda11da832e44d9fce8ae285e7b858a88","hash":"253927bdb384dca311adccdc2c48c683b31fe58af9691f292cf469f6da2a6826"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":19,"at":"2026-11-24T18:38:02.127+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":5,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"maybe\\",\\"vote\\":\\"0b6d0423-cabe-4b7e-bb53-2758ac43337d\\"}","previous_hash":"253927bdb384dca311adccdc2c48c683b31fe58af9691f292cf469f6da2a6826","hash":"9a9209709dbdc3f5fc64fbc94ae2043325cb2bf08fc3571f8a1cf2722d268968"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":20,"at":"2026-11-24T18:38:02.165+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-withdrawn","visibility":"ACTOR","payload":"{\\"vote\\":\\"0b6d0423-cabe-4b7e-bb53-2758ac43337d\\"}","previous_hash":"9a9209709dbdc3f5fc64fbc94ae2043325cb2bf08fc3571f8a1cf2722d268968","hash":"c2ed5913f4a511bb1ec95762b9d2ce0a5f6b61fd87d6e8324407fae0f0ca357a"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":21,"at":"2026-11-24T18:38:02.203+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"retrieval-stated","visibility":"ACTOR","payload":"{\\"note\\":\\"no answer\\",\\"report\\":2,\\"state\\":\\"not-retrieved\\"}","previous_hash":"c2ed5913f4a511bb1ec95762b9d2ce0a5f6b61fd87d6e8324407fae0f0ca357a","hash":"471a0751fa27b4d2018c2994a530c6176175ab8883ebf176711e2afb79e12fb4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":22,"at":"2026-11-24T18:38:02.241+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"retrieval-stated","visibility":"ACTOR","payload":"{\\"note\\":\\"\\",\\"report\\":1,\\"state\\":\\"retrieved\\"}","previous_hash":"471a0751fa27b4d2018c2994a530c6176175ab8883ebf176711e2afb79e12fb4","hash":"f578aed0b336723a5124db857ea4290359bc127f7a8d176849a7df4596a32fcb"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":23,"at":"2026-11-24T18:38:02.325+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"full-text\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"b1b34142-dadb-4b01-8763-8b999a550ffd\\"}","previous_hash":"f578aed0b336723a5124db857ea4290359bc127f7a8d176849a7df4596a32fcb","hash":"61fa628e916fbf217b745716a350daef0fbbb00a5ac3974ea054864a074587e3"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":24,"at":"2026-11-24T18:38:02.522+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"full-text\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"81153b5a-1987-4361-b37c-0cd28bebb1a7\\"}","previous_hash":"61fa628e916fbf217b745716a350daef0fbbb00a5ac3974ea054864a074587e3","hash":"fbfb6f8934e97fde8066d69f318815d6f4c50a4f8ef5410d2e75cfd817ab94e6"}]');
INSERT INTO account SELECT * FROM json_populate_recordset(NULL::public.account, '[{"id":"00005749-4e4e-4f57-0000-000000000001","name":"lea","display_name":"lea","language":"en","administrator":true,"disabled":false,"password_hash":"$2a$10$8TigxrlLiMqIeZpHnfTrTOms8Fh1yC9pZ0nyFM65tieYs6zpcRRJu","oidc_subject":null,"created_at":"2026-11-24T18:37:53.274899+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000002","name":"ann","display_name":"ann","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$wELLtiq4wwz6FDKaRybfauEBoG4O6ejaIsf/7SoUrEJDoTw/hoiWy","oidc_subject":null,"created_at":"2026-11-24T18:37:55.538788+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000003","name":"bob","display_name":"bob","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$RQt.WcNAkJz7SA8VDY7hFejz8fZ1RBCIdiWmG.UQNSXLYqhJIzXcS","oidc_subject":null,"created_at":"2026-11-24T18:37:55.79793+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000004","name":"eve","display_name":"eve","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$hZGhDY48KwKxTEfnWIfH7.sv3keKElEtCAvOYbWkD9P.tpeb0sGDq","oidc_subject":null,"created_at":"2026-11-24T18:37:56.049751+00:00"}]');
INSERT INTO membership SELECT * FROM json_populate_recordset(NULL::public.membership, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000001","roles":["lead"],"since":"2026-11-24T18:37:56.469+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000002","roles":["reviewer"],"since":"2026-11-24T18:37:56.686+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000003","roles":["reviewer"],"since":"2026-11-24T18:37:56.72+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000004","roles":["adjudicator"],"since":"2026-11-24T18:37:56.73+00:00"}]');
INSERT INTO review SELECT * FROM json_populate_recordset(NULL::public.review, '[{"id":"00005749-4e4e-4f57-0000-000000000000","title":"针刺 of old","language":"zh","created_at":"2026-11-24T18:37:56.445+00:00"}]');
INSERT INTO protocol SELECT * FROM json_populate_recordset(NULL::public.protocol, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","version":1,"content":"{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"}","explanation":"","amended_by":"00005749-4e4e-4f57-0000-000000000001","amended_at":"2026-11-24T18:37:56.491+00:00"}]');
INSERT INTO stage SELECT * FROM json_populate_recordset(NULL::public.stage, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","closed":false,"since":"2026-11-24T18:37:56.445+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"FULL_TEXT","closed":false,"since":"2026-11-24T18:37:56.445+00:00"}]');
INSERT INTO record_counter SELECT * FROM json_populate_recordset(NULL::public.record_counter, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","next_id":9}]');
INSERT INTO record SELECT * FROM json_populate_recordset(NULL::public.record, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":1,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":1896895516,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 1","authors":["李1"],"year":2001,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.1","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 1\\nAU  - 李1\\nPY  - 2001\\nDO  - 10.1000/old.1\\nER  - \\n","content_hash":"929d99db52698d02dc257699be00114ed273ecb5845cf7825580fe85a2693013"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":2,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":2,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":926699317,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 2","authors":["李2"],"year":2002,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.2","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":8,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 2\\nAU  - 李2\\nPY  - 2002\\nDO  - 10.1000/old.2\\nER  - \\n","content_hash":"17308cde8fbfd4b9320ca262ef34e5a60b3de1de2c49c7818b1898bc1b7ef99f"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":3,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":3,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":56766092,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 3","authors":["李3"],"year":2003,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.3","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":15,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 3\\nAU  - 李3\\nPY  - 2003\\nDO  - 10.1000/old.3\\nER  - \\n","content_hash":"df457156e601046768630c9f7f51c3558035fe559f56b807a1bdfa9047d3a697"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":4,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":4,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":2084953172,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 4","authors":["李4"],"year":2004,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.4","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":22,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 4\\nAU  - 李4\\nPY  - 2004\\nDO  - 10.1000/old.4\\nER  - \\n","content_hash":"5a4549e912735ba83b8ef0d7251ec4fd42387a6394af3228d4344bd9911a860c"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":5,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":5,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":228377781,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 5","authors":["李5"],"year":2005,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.5","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":29,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 5\\nAU  - 李5\\nPY  - 2005\\nDO  - 10.1000/old.5\\nER  - \\n","content_hash":"33e7b912804c80d40167a5e1e4c87e8fc7c962bebf963799aa60adba1f678aa4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":6,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":6,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":702926726,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 6","authors":["李6"],"year":2006,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.6","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":36,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 6\\nAU  - 李6\\nPY  - 2006\\nDO  - 10.1000/old.6\\nER  - \\n","content_hash":"3c5baf7b07506c9c328947751d55b8b89a439c30dd27f69c8a9c4ab7304c7863"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":7,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":7,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":373378399,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 7","authors":["李7"],"year":2007,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.7","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":43,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 7\\nAU  - 李7\\nPY  - 2007\\nDO  - 10.1000/old.7\\nER  - \\n","content_hash":"14d8277b20104c65b2e63bb69f72d460269cbc38ba3fcdef11f51051f39c85f9"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":8,"import_id":"30faef2f-fa08-4b96-9663-4c16263da7bb","position":8,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":1,"joined_by":"same-doi","place":1656883613,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 1","authors":["李1"],"year":2001,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.1","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":50,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 1\\nAU  - 李1\\nPY  - 2001\\nDO  - 10.1000/old.1\\nER  - \\n","content_hash":"929d99db52698d02dc257699be00114ed273ecb5845cf7825580fe85a2693013"}]');
INSERT INTO source SELECT * FROM json_populate_recordset(NULL::public.source, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"02cb2a79-6d39-3626-9783-e9e52b84c878","kind":"DATABASE","name":"CNKI","platform":"","searched_on":"","query":"","limits":"","hits_reported":null}]');
INSERT INTO report SELECT * FROM json_populate_recordset(NULL::public.report, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":2,"retrieval":"NOT_RETRIEVED","note":"no answer"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1,"retrieval":"RETRIEVED","note":""}]');
INSERT INTO record_report SELECT * FROM json_populate_recordset(NULL::public.record_report, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","record_id":1,"report_id":1}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","record_id":2,"report_id":2}]');
INSERT INTO study SELECT * FROM json_populate_recordset(NULL::public.study, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1}]');
INSERT INTO report_study SELECT * FROM json_populate_recordset(NULL::public.report_study, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","report_id":1,"study_id":1}]');
INSERT INTO vote SELECT * FROM json_populate_recordset(NULL::public.vote, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"084b8fc5-c1f6-4d51-98b3-cf18b0f8cf74","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":10,"cast_at":"2026-11-24T18:38:01.423+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"5190eeb4-9dc2-417b-ae8f-a9a765249b75","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":11,"cast_at":"2026-11-24T18:38:01.631+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"67949656-eee3-4cab-8bbb-2cfa4da0f881","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":12,"cast_at":"2026-11-24T18:38:01.704+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"eb04598c-79be-42c2-9b1c-9746715427ad","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":13,"cast_at":"2026-11-24T18:38:01.783+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"f00224bb-244c-443d-af79-586883eb87c9","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":14,"cast_at":"2026-11-24T18:38:01.827+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"5a938456-9fe2-40ac-98d0-c92b5a2ea021","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":15,"cast_at":"2026-11-24T18:38:01.883+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"80fb92c4-3ee7-4658-8a51-511ac4c03038","stage":"TITLE_ABSTRACT","item_id":4,"counts_for":4,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":17,"cast_at":"2026-11-24T18:38:02.018+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"2fe19518-50ca-4dd5-af93-c0f6c37bccbd","stage":"TITLE_ABSTRACT","item_id":4,"counts_for":4,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":18,"cast_at":"2026-11-24T18:38:02.064+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"0b6d0423-cabe-4b7e-bb53-2758ac43337d","stage":"TITLE_ABSTRACT","item_id":5,"counts_for":5,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"MAYBE","reasons":[],"protocol_version":1,"sequence":19,"cast_at":"2026-11-24T18:38:02.127+00:00","withdrawn_sequence":20}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"b1b34142-dadb-4b01-8763-8b999a550ffd","stage":"FULL_TEXT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":23,"cast_at":"2026-11-24T18:38:02.325+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"81153b5a-1987-4361-b37c-0cd28bebb1a7","stage":"FULL_TEXT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":24,"cast_at":"2026-11-24T18:38:02.522+00:00","withdrawn_sequence":null}]');
INSERT INTO adjudication SELECT * FROM json_populate_recordset(NULL::public.adjudication, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"40dcbaa1-b494-496d-a7ba-83461771abc0","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"adjudicator_id":"00005749-4e4e-4f57-0000-000000000004","verdict":"EXCLUDE","reasons":[],"comment":"动物实验","sequence":16,"at":"2026-11-24T18:38:01.951+00:00","withdrawn_sequence":null}]');
INSERT INTO screening SELECT * FROM json_populate_recordset(NULL::public.screening, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":1,"status":"INCLUDED","reason_id":null,"since":"2026-11-24T18:38:01.622151+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":2,"status":"INCLUDED","reason_id":null,"since":"2026-11-24T18:38:01.777048+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":3,"status":"EXCLUDED","reason_id":null,"since":"2026-11-24T18:38:01.94721+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":4,"status":"PENDING","reason_id":null,"since":"2026-11-24T18:38:02.014094+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"FULL_TEXT","item_id":1,"status":"INCLUDED","reason_id":null,"since":"2026-11-24T18:38:02.510283+00:00"}]');
INSERT INTO import_batch SELECT * FROM json_populate_recordset(NULL::public.import_batch, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"30faef2f-fa08-4b96-9663-4c16263da7bb","file_name":"old.ris","bytes":704,"sha256":"da4261800ddc5cda95baf0deec328f72351c5b546be01b45dd93c39349d89d29","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":704,"records":8,"quarantined":0,"bad_bytes":0,"with_title":8,"with_abstract":0,"with_year":8,"with_doi":8,"with_authors":8,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","created_at":"2026-11-24T18:37:56.846608+00:00","created_by":"00005749-4e4e-4f57-0000-000000000001","committed_at":"2026-11-24T18:38:00.130543+00:00","committed_by":"00005749-4e4e-4f57-0000-000000000001","new_duplicates":1}]');
