-- One note a member and record; text is never empty.
CREATE TABLE note (
  review_id  uuid NOT NULL,
  record_id  int NOT NULL,
  member_id  uuid NOT NULL,
  text       text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, record_id, member_id)
);

-- owner_id: whose own tag it is; null for the review's tags, which every member sees and uses.
CREATE TABLE tag (
  review_id uuid NOT NULL,
  id        uuid NOT NULL,
  owner_id  uuid,
  name      text NOT NULL,
  place     int NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE record_tag (
  review_id uuid NOT NULL,
  record_id int NOT NULL,
  member_id uuid NOT NULL,
  tag_id    uuid NOT NULL,
  PRIMARY KEY (review_id, record_id, member_id, tag_id)
);
CREATE INDEX record_tag_tag ON record_tag (review_id, tag_id, member_id);

-- Words that a member wants marked besides the protocol's. A preference, no state of the review.
CREATE TABLE own_highlights (
  review_id uuid NOT NULL,
  member_id uuid NOT NULL,
  content   text NOT NULL,
  PRIMARY KEY (review_id, member_id)
);
