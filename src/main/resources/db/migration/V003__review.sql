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
