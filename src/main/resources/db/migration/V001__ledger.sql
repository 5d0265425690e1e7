-- The application's role may read and write everything but the ledger, which it may only read and append to.
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app_role};
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO ${app_role};

CREATE TABLE ledger_head (
  review_id uuid PRIMARY KEY,
  sequence  bigint NOT NULL,
  hash      char(64) NOT NULL
);

CREATE TABLE ledger_event (
  review_id     uuid NOT NULL,
  sequence      bigint NOT NULL,
  at            timestamptz NOT NULL,
  actor_id      uuid,
  type          text NOT NULL,
  visibility    text NOT NULL,
  payload       text NOT NULL,
  previous_hash char(64) NOT NULL,
  hash          char(64) NOT NULL,
  PRIMARY KEY (review_id, sequence)
);

REVOKE UPDATE, DELETE, TRUNCATE ON ledger_event FROM ${app_role};

CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END $$;

CREATE TRIGGER ledger_event_append_only BEFORE UPDATE OR DELETE ON ledger_event
  FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER ledger_event_no_truncate BEFORE TRUNCATE ON ledger_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
