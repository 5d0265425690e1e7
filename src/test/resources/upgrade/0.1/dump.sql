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
  email         text,
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
INSERT INTO flyway_schema_history SELECT * FROM json_populate_recordset(NULL::public.flyway_schema_history, '[{"installed_rank":1,"version":"001","description":"ledger","type":"SQL","script":"db/migration/V001__ledger.sql","checksum":90795725,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:52.887103","execution_time":32,"success":true}, 
 {"installed_rank":2,"version":"002","description":"team","type":"SQL","script":"db/migration/V002__team.sql","checksum":-1683602467,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:53.00216","execution_time":52,"success":true}, 
 {"installed_rank":3,"version":"003","description":"review","type":"SQL","script":"db/migration/V003__review.sql","checksum":-1552347857,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:53.120798","execution_time":31,"success":true}, 
 {"installed_rank":4,"version":"004","description":"record","type":"SQL","script":"db/migration/V004__record.sql","checksum":1089079603,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:53.18172","execution_time":65,"success":true}, 
 {"installed_rank":5,"version":"005","description":"report and study","type":"SQL","script":"db/migration/V005__report_and_study.sql","checksum":-1613449420,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:53.288303","execution_time":26,"success":true}, 
 {"installed_rank":6,"version":"006","description":"screening","type":"SQL","script":"db/migration/V006__screening.sql","checksum":-57910370,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:53.36949","execution_time":54,"success":true}, 
 {"installed_rank":7,"version":"010","description":"identification","type":"SQL","script":"db/migration/V010__identification.sql","checksum":772428305,"installed_by":"winnow_owner","installed_on":"2026-11-24T18:23:53.469816","execution_time":41,"success":true}]');
INSERT INTO ledger_head SELECT * FROM json_populate_recordset(NULL::public.ledger_head, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":24,"hash":"c1d894d781878ad113d3218887900c45a40f86b14086b6b389abfec933208803"}]');
INSERT INTO ledger_event SELECT * FROM json_populate_recordset(NULL::public.ledger_event, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":1,"at":"2026-11-24T18:24:05.138+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"review-created","visibility":"TEAM","payload":"{\\"language\\":\\"zh\\",\\"title\\":\\"针刺 of old\\"}","previous_hash":"0000000000000000000000000000000000000000000000000000000000000000","hash":"a4126c40872560d7e3301e1c09bf7cf0a95e9d71fc6e38eb4a69e58d9f8c981d"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":2,"at":"2026-11-24T18:24:05.2+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000001\\",\\"roles\\":[\\"lead\\"]}","previous_hash":"a4126c40872560d7e3301e1c09bf7cf0a95e9d71fc6e38eb4a69e58d9f8c981d","hash":"d3b9c5b1a3f31546ac49617fc1bd2839c86cbb14774b63df83f2597f311c0fb1"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":3,"at":"2026-11-24T18:24:05.333+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"protocol-amended","visibility":"TEAM","payload":"{\\"explanation\\":\\"\\",\\"protocol\\":{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"},\\"version\\":1}","previous_hash":"d3b9c5b1a3f31546ac49617fc1bd2839c86cbb14774b63df83f2597f311c0fb1","hash":"a0505806c3ac40f399071aa11c78750ccb223cbeb762e3abd0faf597ca8da6c6"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":4,"at":"2026-11-24T18:24:05.854+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000002\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"a0505806c3ac40f399071aa11c78750ccb223cbeb762e3abd0faf597ca8da6c6","hash":"62c7c83a9f88d8d2e0cbba0f884598bca0d2b2829b0415affd1e6214cf768f08"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":5,"at":"2026-11-24T18:24:05.938+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000003\\",\\"roles\\":[\\"reviewer\\"]}","previous_hash":"62c7c83a9f88d8d2e0cbba0f884598bca0d2b2829b0415affd1e6214cf768f08","hash":"5e586ea0cdf321a8bc1383bfb191e4a135d5a69a923b5b6155512638834baabd"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":6,"at":"2026-11-24T18:24:06.021+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"member-appointed","visibility":"TEAM","payload":"{\\"account\\":\\"00005749-4e4e-4f57-0000-000000000004\\",\\"roles\\":[\\"adjudicator\\"]}","previous_hash":"5e586ea0cdf321a8bc1383bfb191e4a135d5a69a923b5b6155512638834baabd","hash":"d9f80fc4e25aa3f2db8c526e2f56708a79f298b33ecfb8513ea76d8218a22e1e"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":7,"at":"2026-11-24T18:24:09.693+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"source-described","visibility":"TEAM","payload":"{\\"kind\\":\\"database\\",\\"limits\\":\\"\\",\\"name\\":\\"CNKI\\",\\"platform\\":\\"\\",\\"query\\":\\"\\",\\"searchedOn\\":\\"\\",\\"source\\":\\"02cb2a79-6d39-3626-9783-e9e52b84c878\\"}","previous_hash":"d9f80fc4e25aa3f2db8c526e2f56708a79f298b33ecfb8513ea76d8218a22e1e","hash":"089fd98711bf78ec80ff827bb41bf7e7b1aa989684756da9d90153bb9d22ebf0"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":8,"at":"2026-11-24T18:24:09.906+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"records-added","visibility":"TEAM","payload":"{\\"content\\":\\"87c6b1b808ee24244760870385a67bdf32abb172969242de426d1b62001b9471\\",\\"count\\":8,\\"file\\":\\"da4261800ddc5cda95baf0deec328f72351c5b546be01b45dd93c39349d89d29\\",\\"ids\\":[{\\"first\\":1,\\"last\\":8}],\\"importId\\":\\"8f9c12ec-6dce-4329-8239-02f849d65d47\\",\\"source\\":\\"02cb2a79-6d39-3626-9783-e9e52b84c878\\"}","previous_hash":"089fd98711bf78ec80ff827bb41bf7e7b1aa989684756da9d90153bb9d22ebf0","hash":"2b734a0f30ef4e8a540d4f3e9dd34ee51c0fdb6cc894e5c7f3d276e76b009cb5"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":9,"at":"2026-11-24T18:24:11.907+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"duplicates-found","visibility":"TEAM","payload":"{\\"byRule\\":{\\"same-doi\\":1},\\"content\\":\\"c0cbb80bd4894b64023b2002be7b9868fe34c253ab545aa5c0152d93d8ffb0b8\\",\\"count\\":1,\\"run\\":\\"8f9c12ec-6dce-4329-8239-02f849d65d47\\"}","previous_hash":"2b734a0f30ef4e8a540d4f3e9dd34ee51c0fdb6cc894e5c7f3d276e76b009cb5","hash":"544ae77b0d8365ee7bf0c814cf990108c3c49f0289857bed0d9b0f168c337ffa"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":10,"at":"2026-11-24T18:24:13.051+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"bf218d74-2bc7-4327-ac95-257036a5e128\\"}","previous_hash":"544ae77b0d8365ee7bf0c814cf990108c3c49f0289857bed0d9b0f168c337ffa","hash":"90ad140bef2ef55e736bd43a2f80df185ddcf5beb6ea0064a90a0587e06abf46"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":11,"at":"2026-11-24T18:24:13.29+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"6ff18c67-6e75-4e95-aac4-a96e3ebde7d1\\"}","previous_hash":"90ad140bef2ef55e736bd43a2f80df185ddcf5beb6ea0064a90a0587e06abf46","hash":"d8d5d3b8492048e1e26a463041c602b611daf4b3958b7d51b8fcd64acac9be41"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":12,"at":"2026-11-24T18:24:13.455+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"b2ed8f21-bccd-4cda-ac9b-653f3f659aa2\\"}","previous_hash":"d8d5d3b8492048e1e26a463041c602b611daf4b3958b7d51b8fcd64acac9be41","hash":"26118adb56d776f3448f57a12ad56df200ee464a2d186ccaeb0354b251f306d4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":13,"at":"2026-11-24T18:24:13.639+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":2,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"73e33d40-5722-4026-aafc-cb8732a30ff4\\"}","previous_hash":"26118adb56d776f3448f57a12ad56df200ee464a2d186ccaeb0354b251f306d4","hash":"1e91a0322df246154a4f67b0d81ce64ff49fe6a303ae4245129622689c3b30ad"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":14,"at":"2026-11-24T18:24:13.781+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"3140b926-476d-4fd7-82fc-0fc66cd3f14a\\"}","previous_hash":"1e91a0322df246154a4f67b0d81ce64ff49fe6a303ae4245129622689c3b30ad","hash":"64c03bfdd108247214aa95dfe7f9cba81e6acdeb19bf9ae810df17662a1e782e"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":15,"at":"2026-11-24T18:24:13.941+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":3,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"6b7aad23-ee9d-4dd1-a07d-0452a2ed7b2a\\"}","previous_hash":"64c03bfdd108247214aa95dfe7f9cba81e6acdeb19bf9ae810df17662a1e782e","hash":"5d2c4c7959aec6732f7833855f7dce96f37215e2816eca6f07d0d0e1f96a3332"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":16,"at":"2026-11-24T18:24:14.029+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000004","type":"conflict-adjudicated","visibility":"UNBLINDED","payload":"{\\"adjudication\\":\\"a65b89df-9296-40ae-a1a9-0b682e5b5a49\\",\\"comment\\":\\"动物实验\\",\\"item\\":3,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\"}","previous_hash":"5d2c4c7959aec6732f7833855f7dce96f37215e2816eca6f07d0d0e1f96a3332","hash":"d5f484807744e3749e9c0a43341b97ac38b2d4881b03ea0ae177f05c8b964ab3"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":17,"at":"2026-11-24T18:24:14.133+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":4,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"d55e1fe0-dedd-4f36-86ba-11f273a2f4ee\\"}","previous_hash":"d5f484807744e3749e9c0a43341b97ac38b2d4881b03ea0ae177f05c8b964ab3","hash":"1dc9102c35c8bd6052206918d65f5a1cd86abc23dfba8ad0b1b79565cf41debc"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":18,"at":"2026-11-24T18:24:14.271+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":4,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"exclude\\",\\"vote\\":\\"4082bfac-761a-4ea0-981c-ea98ed68016b\\"}","previous_hash":"1dc9102c35c8bd6052206918d65f5a1cd86abc23dfba8ad0b1b79565cf41debc","hash":"232dcbbc08b5df0299f2fe6b3dc5f1e002fea99bee5e01e2c8e8921ac39f1a24"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":19,"at":"2026-11-24T18:24:14.409+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":5,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"title-abstract\\",\\"verdict\\":\\"maybe\\",\\"vote\\":\\"095ce903-2442-4026-94ba-cc329e5c9d40\\"}","previous_hash":"232dcbbc08b5df0299f2fe6b3dc5f1e002fea99bee5e01e2c8e8921ac39f1a24","hash":"c6cb018bda6f65a48c94b6efb312e250c8fba43d96f46fc63e89390130e40080"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":20,"at":"2026-11-24T18:24:14.475+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-withdrawn","visibility":"ACTOR","payload":"{\\"vote\\":\\"095ce903-2442-4026-94ba-cc329e5c9d40\\"}","previous_hash":"c6cb018bda6f65a48c94b6efb312e250c8fba43d96f46fc63e89390130e40080","hash":"72de4390cf2f8fb3d90253525a7a589e9a1cf61ebe92bdb50d8c70fc9ebe2ea3"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":21,"at":"2026-11-24T18:24:14.573+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"retrieval-stated","visibility":"TEAM","payload":"{\\"note\\":\\"no answer\\",\\"report\\":2,\\"state\\":\\"not-retrieved\\"}","previous_hash":"72de4390cf2f8fb3d90253525a7a589e9a1cf61ebe92bdb50d8c70fc9ebe2ea3","hash":"cd21e61ca394d0867366afb87a05eabb0ac1c2ff9a7f09f34afb58abce4f88f1"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":22,"at":"2026-11-24T18:24:14.667+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000001","type":"retrieval-stated","visibility":"TEAM","payload":"{\\"note\\":\\"\\",\\"report\\":1,\\"state\\":\\"retrieved\\"}","previous_hash":"cd21e61ca394d0867366afb87a05eabb0ac1c2ff9a7f09f34afb58abce4f88f1","hash":"32979de6d47de203ceee7e4e855998c34cb22dfcecd0ba696fef1f94691ccc6a"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":23,"at":"2026-11-24T18:24:14.805+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000002","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"full-text\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"3c4a8c09-4cd2-4f15-9ff2-74433daed59f\\"}","previous_hash":"32979de6d47de203ceee7e4e855998c34cb22dfcecd0ba696fef1f94691ccc6a","hash":"904913a285793aef980c4d4a2c653b949532e4316721e9f6e2faed46493483e0"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","sequence":24,"at":"2026-11-24T18:24:14.986+00:00","actor_id":"00005749-4e4e-4f57-0000-000000000003","type":"vote-cast","visibility":"ACTOR","payload":"{\\"item\\":1,\\"protocolVersion\\":1,\\"reasons\\":[],\\"stage\\":\\"full-text\\",\\"verdict\\":\\"include\\",\\"vote\\":\\"6fd55e01-e73c-491a-970b-d7da3ee6745a\\"}","previous_hash":"904913a285793aef980c4d4a2c653b949532e4316721e9f6e2faed46493483e0","hash":"c1d894d781878ad113d3218887900c45a40f86b14086b6b389abfec933208803"}]');
INSERT INTO account SELECT * FROM json_populate_recordset(NULL::public.account, '[{"id":"00005749-4e4e-4f57-0000-000000000001","name":"lea","display_name":"lea","language":"en","administrator":true,"disabled":false,"password_hash":"$2a$10$7P3DNEmumpfoe8ryyI/KfObyHmQJ6aKFyfiNm3T7GuwWcDAZIAQzS","oidc_subject":null,"email":null,"created_at":"2026-11-24T18:23:58.697675+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000002","name":"ann","display_name":"ann","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$kEzK9ev2WHHmyHOtO/vjsOWim4mfzISfMINWgkWvEzxoUOiA9fvam","oidc_subject":null,"email":null,"created_at":"2026-11-24T18:24:03.2561+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000003","name":"bob","display_name":"bob","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$rrB4DASd2ITzrmM7q2.eruq6ktpT.6WsjyzUYVk9myY4vFh/aV6Nu","oidc_subject":null,"email":null,"created_at":"2026-11-24T18:24:03.899761+00:00"}, 
 {"id":"00005749-4e4e-4f57-0000-000000000004","name":"eve","display_name":"eve","language":"en","administrator":false,"disabled":false,"password_hash":"$2a$10$APJwfF40odWrDa4Kvu9xjuEX6R0iUdJw1eTF9uBNHNf6hjo1tFN1i","oidc_subject":null,"email":null,"created_at":"2026-11-24T18:24:04.451673+00:00"}]');
INSERT INTO membership SELECT * FROM json_populate_recordset(NULL::public.membership, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000001","roles":["lead"],"since":"2026-11-24T18:24:05.2+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000002","roles":["reviewer"],"since":"2026-11-24T18:24:05.854+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000003","roles":["reviewer"],"since":"2026-11-24T18:24:05.938+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","account_id":"00005749-4e4e-4f57-0000-000000000004","roles":["adjudicator"],"since":"2026-11-24T18:24:06.021+00:00"}]');
INSERT INTO review SELECT * FROM json_populate_recordset(NULL::public.review, '[{"id":"00005749-4e4e-4f57-0000-000000000000","title":"针刺 of old","language":"zh","created_at":"2026-11-24T18:24:05.138+00:00"}]');
INSERT INTO protocol SELECT * FROM json_populate_recordset(NULL::public.protocol, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","version":1,"content":"{\\"criteria\\":[],\\"highlights\\":[],\\"policy\\":{\\"adjudicatorMayHaveVoted\\":false,\\"conflictRule\\":\\"adjudicator\\",\\"countsForVotingLead\\":false,\\"fullTextVotes\\":2,\\"mask\\":{\\"authors\\":false,\\"journal\\":false,\\"year\\":false},\\"order\\":\\"random\\",\\"reasonsAtTitleAbstract\\":false,\\"titleAbstractVotes\\":2},\\"question\\":{\\"comparison\\":\\"\\",\\"design\\":\\"\\",\\"intervention\\":\\"\\",\\"outcome\\":\\"\\",\\"population\\":\\"\\",\\"text\\":{}},\\"reasons\\":[],\\"registration\\":\\"\\"}","explanation":"","amended_by":"00005749-4e4e-4f57-0000-000000000001","amended_at":"2026-11-24T18:24:05.333+00:00"}]');
INSERT INTO stage SELECT * FROM json_populate_recordset(NULL::public.stage, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","closed":false,"since":"2026-11-24T18:24:05.138+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"FULL_TEXT","closed":false,"since":"2026-11-24T18:24:05.138+00:00"}]');
INSERT INTO record_counter SELECT * FROM json_populate_recordset(NULL::public.record_counter, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","next_id":9}]');
INSERT INTO record SELECT * FROM json_populate_recordset(NULL::public.record, E'[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":1,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":1896895516,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 1","authors":["李1"],"year":2001,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.1","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":1,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 1\\nAU  - 李1\\nPY  - 2001\\nDO  - 10.1000/old.1\\nER  - \\n","content_hash":"929d99db52698d02dc257699be00114ed273ecb5845cf7825580fe85a2693013"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":2,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":2,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":926699317,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 2","authors":["李2"],"year":2002,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.2","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":8,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 2\\nAU  - 李2\\nPY  - 2002\\nDO  - 10.1000/old.2\\nER  - \\n","content_hash":"17308cde8fbfd4b9320ca262ef34e5a60b3de1de2c49c7818b1898bc1b7ef99f"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":3,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":3,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":56766092,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 3","authors":["李3"],"year":2003,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.3","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":15,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 3\\nAU  - 李3\\nPY  - 2003\\nDO  - 10.1000/old.3\\nER  - \\n","content_hash":"df457156e601046768630c9f7f51c3558035fe559f56b807a1bdfa9047d3a697"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":4,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":4,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":2084953172,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 4","authors":["李4"],"year":2004,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.4","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":22,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 4\\nAU  - 李4\\nPY  - 2004\\nDO  - 10.1000/old.4\\nER  - \\n","content_hash":"5a4549e912735ba83b8ef0d7251ec4fd42387a6394af3228d4344bd9911a860c"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":5,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":5,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":228377781,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 5","authors":["李5"],"year":2005,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.5","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":29,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 5\\nAU  - 李5\\nPY  - 2005\\nDO  - 10.1000/old.5\\nER  - \\n","content_hash":"33e7b912804c80d40167a5e1e4c87e8fc7c962bebf963799aa60adba1f678aa4"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":6,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":6,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":702926726,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 6","authors":["李6"],"year":2006,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.6","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":36,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 6\\nAU  - 李6\\nPY  - 2006\\nDO  - 10.1000/old.6\\nER  - \\n","content_hash":"3c5baf7b07506c9c328947751d55b8b89a439c30dd27f69c8a9c4ab7304c7863"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":7,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":7,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":null,"joined_by":null,"place":373378399,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 7","authors":["李7"],"year":2007,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.7","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":43,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 7\\nAU  - 李7\\nPY  - 2007\\nDO  - 10.1000/old.7\\nER  - \\n","content_hash":"14d8277b20104c65b2e63bb69f72d460269cbc38ba3fcdef11f51051f39c85f9"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":8,"import_id":"8f9c12ec-6dce-4329-8239-02f849d65d47","position":8,"source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","live":true,"representative_id":1,"joined_by":"same-doi","place":1656883613,"type":"JOUR","title_en":"","title_zh":"针刺治疗失眠 1","authors":["李1"],"year":2001,"journal":"","volume":"","issue":"","pages":"","doi":"10.1000/old.1","pmid":"","abstract_en":"","abstract_zh":"","keywords":[],"url":"","language":"","database":"","accession":"","issn":"","others":"{}","line":50,"raw":"TY  - JOUR\\nTI  - 针刺治疗失眠 1\\nAU  - 李1\\nPY  - 2001\\nDO  - 10.1000/old.1\\nER  - \\n","content_hash":"929d99db52698d02dc257699be00114ed273ecb5845cf7825580fe85a2693013"}]');
INSERT INTO source SELECT * FROM json_populate_recordset(NULL::public.source, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"02cb2a79-6d39-3626-9783-e9e52b84c878","kind":"DATABASE","name":"CNKI","platform":"","searched_on":"","query":"","limits":"","hits_reported":null}]');
INSERT INTO report SELECT * FROM json_populate_recordset(NULL::public.report, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":2,"retrieval":"NOT_RETRIEVED","note":"no answer"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1,"retrieval":"RETRIEVED","note":""}]');
INSERT INTO record_report SELECT * FROM json_populate_recordset(NULL::public.record_report, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","record_id":1,"report_id":1}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","record_id":2,"report_id":2}]');
INSERT INTO study SELECT * FROM json_populate_recordset(NULL::public.study, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":1}]');
INSERT INTO report_study SELECT * FROM json_populate_recordset(NULL::public.report_study, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","report_id":1,"study_id":1}]');
INSERT INTO vote SELECT * FROM json_populate_recordset(NULL::public.vote, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"bf218d74-2bc7-4327-ac95-257036a5e128","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":10,"cast_at":"2026-11-24T18:24:13.051+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"6ff18c67-6e75-4e95-aac4-a96e3ebde7d1","stage":"TITLE_ABSTRACT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":11,"cast_at":"2026-11-24T18:24:13.29+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"b2ed8f21-bccd-4cda-ac9b-653f3f659aa2","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":12,"cast_at":"2026-11-24T18:24:13.455+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"73e33d40-5722-4026-aafc-cb8732a30ff4","stage":"TITLE_ABSTRACT","item_id":2,"counts_for":2,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":13,"cast_at":"2026-11-24T18:24:13.639+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"3140b926-476d-4fd7-82fc-0fc66cd3f14a","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":14,"cast_at":"2026-11-24T18:24:13.781+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"6b7aad23-ee9d-4dd1-a07d-0452a2ed7b2a","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":15,"cast_at":"2026-11-24T18:24:13.941+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"d55e1fe0-dedd-4f36-86ba-11f273a2f4ee","stage":"TITLE_ABSTRACT","item_id":4,"counts_for":4,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":17,"cast_at":"2026-11-24T18:24:14.133+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"4082bfac-761a-4ea0-981c-ea98ed68016b","stage":"TITLE_ABSTRACT","item_id":4,"counts_for":4,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"EXCLUDE","reasons":[],"protocol_version":1,"sequence":18,"cast_at":"2026-11-24T18:24:14.271+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"095ce903-2442-4026-94ba-cc329e5c9d40","stage":"TITLE_ABSTRACT","item_id":5,"counts_for":5,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"MAYBE","reasons":[],"protocol_version":1,"sequence":19,"cast_at":"2026-11-24T18:24:14.409+00:00","withdrawn_sequence":20}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"3c4a8c09-4cd2-4f15-9ff2-74433daed59f","stage":"FULL_TEXT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000002","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":23,"cast_at":"2026-11-24T18:24:14.805+00:00","withdrawn_sequence":null}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"6fd55e01-e73c-491a-970b-d7da3ee6745a","stage":"FULL_TEXT","item_id":1,"counts_for":1,"reviewer_id":"00005749-4e4e-4f57-0000-000000000003","verdict":"INCLUDE","reasons":[],"protocol_version":1,"sequence":24,"cast_at":"2026-11-24T18:24:14.986+00:00","withdrawn_sequence":null}]');
INSERT INTO adjudication SELECT * FROM json_populate_recordset(NULL::public.adjudication, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"a65b89df-9296-40ae-a1a9-0b682e5b5a49","stage":"TITLE_ABSTRACT","item_id":3,"counts_for":3,"adjudicator_id":"00005749-4e4e-4f57-0000-000000000004","verdict":"EXCLUDE","reasons":[],"comment":"动物实验","sequence":16,"at":"2026-11-24T18:24:14.029+00:00","withdrawn_sequence":null}]');
INSERT INTO screening SELECT * FROM json_populate_recordset(NULL::public.screening, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":1,"status":"INCLUDED","reason_id":null,"since":"2026-11-24T18:24:13.248098+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":2,"status":"INCLUDED","reason_id":null,"since":"2026-11-24T18:24:13.599976+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":3,"status":"EXCLUDED","reason_id":null,"since":"2026-11-24T18:24:14.013777+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"TITLE_ABSTRACT","item_id":4,"status":"PENDING","reason_id":null,"since":"2026-11-24T18:24:14.113257+00:00"}, 
 {"review_id":"00005749-4e4e-4f57-0000-000000000000","stage":"FULL_TEXT","item_id":1,"status":"INCLUDED","reason_id":null,"since":"2026-11-24T18:24:14.958697+00:00"}]');
INSERT INTO import_batch SELECT * FROM json_populate_recordset(NULL::public.import_batch, '[{"review_id":"00005749-4e4e-4f57-0000-000000000000","id":"8f9c12ec-6dce-4329-8239-02f849d65d47","file_name":"old.ris","bytes":704,"sha256":"da4261800ddc5cda95baf0deec328f72351c5b546be01b45dd93c39349d89d29","state":"COMMITTED","reading":1,"wanted_format":"auto","wanted_charset":"auto","format":"ris","charset":"UTF-8","bytes_read":704,"records":8,"quarantined":0,"bad_bytes":0,"with_title":8,"with_abstract":0,"with_year":8,"with_doi":8,"with_authors":8,"with_language":0,"database_guess":"","problem":"","problem_about":"","source_id":"02cb2a79-6d39-3626-9783-e9e52b84c878","created_at":"2026-11-24T18:24:06.514316+00:00","created_by":"00005749-4e4e-4f57-0000-000000000001","committed_at":"2026-11-24T18:24:11.989584+00:00","committed_by":"00005749-4e4e-4f57-0000-000000000001","new_duplicates":1}]');
