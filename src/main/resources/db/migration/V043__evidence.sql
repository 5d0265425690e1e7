-- What a voter quoted for a vote at full text. reason_id: what it is given for, if for one of the vote's reasons.
-- document_id, page: where it stands, if it was taken from a document kept here; pages count from 1.
CREATE TABLE vote_evidence (
  review_id   uuid NOT NULL,
  vote_id     uuid NOT NULL,
  place       int NOT NULL,
  reason_id   uuid,
  document_id uuid,
  page        int,
  quote       text NOT NULL,
  PRIMARY KEY (review_id, vote_id, place)
);
