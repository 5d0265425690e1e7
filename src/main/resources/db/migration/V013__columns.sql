-- What a person said the columns of a table mean, as JSON; empty where nobody did.
ALTER TABLE import_batch ADD COLUMN wanted_columns text NOT NULL DEFAULT '';

-- The same by the table's header, so that the next table of that shape is read at once. No scientific state: the
-- records that come of it are in the ledger.
CREATE TABLE column_mapping (
  review_id uuid NOT NULL,
  header    text NOT NULL,
  mapping   text NOT NULL,
  PRIMARY KEY (review_id, header)
);
