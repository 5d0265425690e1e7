-- Rounds of searching after the first, which needs no row. A source without a row belongs to the first round.
CREATE TABLE search_round (
  review_id uuid NOT NULL,
  number    int NOT NULL,
  id        uuid NOT NULL,
  name      text NOT NULL,
  begun_on  text NOT NULL,
  PRIMARY KEY (review_id, number),
  UNIQUE (review_id, id)
);

CREATE TABLE source_round (
  review_id uuid NOT NULL,
  source_id uuid NOT NULL,
  round     int NOT NULL,
  PRIMARY KEY (review_id, source_id)
);
