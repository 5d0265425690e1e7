-- A record's row stays whole up to a page's size: compressing its texts took more time than all the rest of writing it.
ALTER TABLE record SET (toast_tuple_target = 8160);

-- Counts what was decided on a review's records, so that a long comparison learns whether it is out of date.
ALTER TABLE record_counter ADD COLUMN revision bigint NOT NULL DEFAULT 0;
