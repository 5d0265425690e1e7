-- Pairs that the rules left to a person; the smaller number first. No part of the scientific state: what people decide
-- is in the ledger, and the pairs are found anew by comparing the records again. Whether a pair is still an open
-- question is asked of the records when it is read.
CREATE TABLE duplicate_candidate (
  review_id uuid NOT NULL,
  a         int NOT NULL,
  b         int NOT NULL,
  score     double precision NOT NULL,
  rule      text NOT NULL,
  reasons   text[] NOT NULL,
  PRIMARY KEY (review_id, a, b)
);
