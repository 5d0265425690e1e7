-- Records as matching compares them, some hundred to a row, written with the records themselves. No part of the scientific
-- state: a row that is missing, or of a version of the rules that is no longer used, is worked out from the records again.
CREATE TABLE match_form (
  review_id    uuid NOT NULL,
  first_record int NOT NULL,
  import_id    uuid NOT NULL,
  records      int NOT NULL,
  version      int NOT NULL,
  forms        bytea NOT NULL,
  PRIMARY KEY (review_id, first_record)
);
-- Compressing takes longer than writing a few bytes more.
ALTER TABLE match_form ALTER COLUMN forms SET STORAGE EXTERNAL;
