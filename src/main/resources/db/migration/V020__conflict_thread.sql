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
