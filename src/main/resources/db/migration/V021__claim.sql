-- Items that a reviewer has been handed and not yet voted on; no state of the review, so no event makes it, and a crash
-- may forget it.
CREATE UNLOGGED TABLE claim (
  review_id   uuid NOT NULL,
  stage       text NOT NULL,
  item_id     int NOT NULL,
  reviewer_id uuid NOT NULL,
  until       timestamptz NOT NULL,
  PRIMARY KEY (review_id, stage, item_id, reviewer_id)
);
CREATE INDEX claim_until ON claim (review_id, until);
