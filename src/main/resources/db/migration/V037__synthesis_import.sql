-- Files of other programs with analyses; read anew for a preview, taken in once. file: its name in the file store.
CREATE TABLE synthesis_import (
  review_id   uuid NOT NULL,
  id          uuid NOT NULL,
  file_name   text NOT NULL,
  file        char(64) NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  committed   boolean NOT NULL,
  PRIMARY KEY (review_id, id)
);
