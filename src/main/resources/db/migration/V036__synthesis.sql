-- content: canonical JSON, as the ledger has it. removed: taken away, and brought back whole when it is put again.
CREATE TABLE comparison (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  version   int NOT NULL,
  content   text NOT NULL,
  removed   boolean NOT NULL,
  PRIMARY KEY (review_id, id)
);

-- The results are not here: they follow from definition and data whenever somebody looks.
-- data: the whole table of studies, canonical JSON. changed: the analysis was changed when there were data already.
CREATE TABLE synthesis (
  review_id     uuid NOT NULL,
  id            uuid NOT NULL,
  comparison_id uuid NOT NULL,
  version       int NOT NULL,
  definition    text NOT NULL,
  explanation   text NOT NULL,
  data          text NOT NULL,
  certainty     text NOT NULL,
  prespecified  boolean NOT NULL,
  changed       boolean NOT NULL,
  removed       boolean NOT NULL,
  defined_by    uuid NOT NULL,
  defined_at    timestamptz NOT NULL,
  PRIMARY KEY (review_id, id)
);

-- What each member last looked at, for what is stale to them. A convenience, no state of the review.
CREATE TABLE synthesis_seen (
  review_id    uuid NOT NULL,
  synthesis_id uuid NOT NULL,
  account_id   uuid NOT NULL,
  inputs       char(64) NOT NULL,
  content      text NOT NULL,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (review_id, synthesis_id, account_id)
);
