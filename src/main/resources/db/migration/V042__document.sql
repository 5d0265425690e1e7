-- Files that a report was got as. sha256: its name in the file store. A document that was removed keeps its row: quotes from
-- it may have been taken where there was no network.
CREATE TABLE report_document (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  report_id int NOT NULL,
  kind      text NOT NULL,
  file_name text NOT NULL,
  sha256    char(64) NOT NULL,
  bytes     bigint NOT NULL,
  added_by  uuid NOT NULL,
  added_at  timestamptz NOT NULL,
  removed   boolean NOT NULL,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX report_document_report ON report_document (review_id, report_id);
