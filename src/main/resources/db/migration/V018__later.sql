-- What a reviewer has put at the end of their own queue, in the order in which they did. No state of the review.
CREATE TABLE later_item (
  review_id   uuid NOT NULL,
  stage       text NOT NULL,
  reviewer_id uuid NOT NULL,
  item_id     int NOT NULL,
  turn        int NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (review_id, stage, reviewer_id, item_id)
);
