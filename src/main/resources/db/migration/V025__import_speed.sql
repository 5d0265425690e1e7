-- A record's row stays whole up to a page's size: compressing its texts took more time than all the rest of writing it.
ALTER TABLE record SET (toast_tuple_target = 8160);

-- Counts what was decided on a review's records, so that a long comparison learns whether it is out of date. Apart from
-- record_counter, which imports hold while they write.
CREATE TABLE record_revision (
  review_id uuid PRIMARY KEY,
  revision  bigint NOT NULL
);
INSERT INTO record_revision (review_id, revision) SELECT review_id, 0 FROM record_counter;
