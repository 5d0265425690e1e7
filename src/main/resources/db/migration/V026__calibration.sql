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
