-- kind: PLAIN is on a record or not; TEXT bears a text on each record, CHOICE one of the options, in their order.
ALTER TABLE tag ADD COLUMN kind text NOT NULL DEFAULT 'PLAIN';
ALTER TABLE tag ADD COLUMN options text[] NOT NULL DEFAULT '{}';
-- Empty for plain tags. One that is no option any more stays until somebody changes it.
ALTER TABLE record_tag ADD COLUMN value text NOT NULL DEFAULT '';
