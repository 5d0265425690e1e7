CREATE TABLE account (
  id            uuid PRIMARY KEY,
  name          text NOT NULL,
  display_name  text NOT NULL,
  language      text NOT NULL DEFAULT 'en',
  administrator boolean NOT NULL DEFAULT false,
  disabled      boolean NOT NULL DEFAULT false,
  password_hash text,
  oidc_subject  text UNIQUE,
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

-- A session is known by the SHA-256 of the token in the cookie; the token itself is nowhere.
CREATE TABLE session (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  started_at timestamptz NOT NULL,
  used_at    timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);

-- Failed attempts to sign in, by name and by address.
CREATE TABLE failed_sign_in (
  subject text NOT NULL,
  at      timestamptz NOT NULL
);
CREATE INDEX failed_sign_in_subject ON failed_sign_in (subject, at);

-- People who become members when they first sign in with this address, verified by the provider.
CREATE TABLE invitation (
  review_id   uuid NOT NULL,
  id          uuid NOT NULL,
  email       text NOT NULL,
  roles       text[] NOT NULL,
  invited_by  uuid NOT NULL REFERENCES account,
  invited_at  timestamptz NOT NULL,
  accepted_at timestamptz,
  PRIMARY KEY (review_id, id)
);
CREATE INDEX invitation_open ON invitation (email) WHERE accepted_at IS NULL;
