-- The versions of the rules by which a stage's work is shared out; the last one counts.
CREATE TABLE allocation (
  review_id  uuid NOT NULL,
  stage      text NOT NULL,
  version    int NOT NULL,
  content    text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage, version)
);
