-- Long texts stand beside the table, uncompressed. The commit of an import, and every join, writes a record's row once
-- more; with the texts in it that was the most of what a large import wrote. Takes effect on rows written from now on.
ALTER TABLE record SET (toast_tuple_target = 1000);
ALTER TABLE record
  ALTER COLUMN raw SET STORAGE EXTERNAL,
  ALTER COLUMN others SET STORAGE EXTERNAL,
  ALTER COLUMN abstract_en SET STORAGE EXTERNAL,
  ALTER COLUMN abstract_zh SET STORAGE EXTERNAL;
