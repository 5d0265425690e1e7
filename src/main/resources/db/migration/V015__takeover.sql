-- Votes that a lead took over from another tool's export. content, not_carried_content: names of the kept lists of the
-- votes and of what could not become votes.
CREATE TABLE takeover (
  review_id           uuid NOT NULL,
  id                  uuid NOT NULL,
  import_id           uuid NOT NULL,
  stage               text NOT NULL,
  votes               int NOT NULL,
  content             text NOT NULL,
  not_carried         int NOT NULL,
  not_carried_content text NOT NULL,
  taken_by            uuid NOT NULL,
  taken_at            timestamptz NOT NULL,
  sequence            bigint NOT NULL,
  withdrawn_sequence  bigint,
  PRIMARY KEY (review_id, id)
);

-- The takeover that a vote came by; none for a vote cast here.
ALTER TABLE vote ADD COLUMN takeover_id uuid;
CREATE INDEX vote_takeover ON vote (review_id, takeover_id) WHERE takeover_id IS NOT NULL;
