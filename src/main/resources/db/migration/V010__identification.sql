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
