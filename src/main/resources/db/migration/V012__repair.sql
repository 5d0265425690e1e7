-- A quarantined record that a person corrected: raw stays as it was in the file, repaired_text was read in its place.
ALTER TABLE quarantine ADD COLUMN repaired_text text;
ALTER TABLE quarantine ADD COLUMN repaired_by uuid;
ALTER TABLE quarantine ADD COLUMN repaired_at timestamptz;
