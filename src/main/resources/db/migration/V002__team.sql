CREATE TABLE account (
  id            uuid PRIMARY KEY,
  name          text NOT NULL,
  display_name  text NOT NULL,
  language      text NOT NULL DEFAULT 'en',
  administrator boolean NOT NULL DEFAULT false,
  disabled      boolean NOT NULL DEFAULT false,
  password_hash text,
  oidc_subject  text UNIQUE,
  email         text,
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX account_name ON account (lower(name));

CREATE TABLE membership (
  review_id  uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  roles      text[] NOT NULL,
  since      timestamptz NOT NULL,
  PRIMARY KEY (review_id, account_id)
);
CREATE INDEX membership_account ON membership (account_id);
