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
