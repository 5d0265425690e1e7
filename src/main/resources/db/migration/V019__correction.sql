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
