CREATE TABLE record_counter (
  review_id uuid PRIMARY KEY,
  next_id   int NOT NULL
);

-- live: its import is committed and not withdrawn. representative_id: set on duplicates only.
-- place: where the record stands in the shuffled order of screening.
CREATE TABLE record (
  review_id         uuid NOT NULL,
  id                int NOT NULL,
  import_id         uuid NOT NULL,
  position          int NOT NULL,
  source_id         uuid,
  live              boolean NOT NULL DEFAULT false,
  representative_id int,
  joined_by         text,
  place             int NOT NULL,
  type              text NOT NULL,
  title_en          text NOT NULL,
  title_zh          text NOT NULL,
  authors           text[] NOT NULL,
  year              int NOT NULL,
  journal           text NOT NULL,
  volume            text NOT NULL,
  issue             text NOT NULL,
  pages             text NOT NULL,
  doi               text NOT NULL,
  pmid              text NOT NULL,
  abstract_en       text NOT NULL,
  abstract_zh       text NOT NULL,
  keywords          text[] NOT NULL,
  url               text NOT NULL,
  language          text NOT NULL,
  database          text NOT NULL,
  accession         text NOT NULL,
  issn              text NOT NULL,
  others            text NOT NULL,
  line              int NOT NULL,
  raw               text NOT NULL,
  content_hash      text NOT NULL,
  PRIMARY KEY (review_id, id)
);
CREATE UNIQUE INDEX record_import ON record (review_id, import_id, position);
CREATE INDEX record_representative ON record (review_id, representative_id) WHERE representative_id IS NOT NULL;
CREATE INDEX record_place ON record (review_id, place) WHERE live AND representative_id IS NULL;

-- Pairs that a person has judged to be different entries; the smaller number first.
CREATE TABLE separated_pair (
  review_id uuid NOT NULL,
  a         int NOT NULL,
  b         int NOT NULL,
  PRIMARY KEY (review_id, a, b)
);

CREATE TABLE source (
  review_id     uuid NOT NULL,
  id            uuid NOT NULL,
  kind          text NOT NULL,
  name          text NOT NULL,
  platform      text NOT NULL,
  searched_on   text NOT NULL,
  query         text NOT NULL,
  limits        text NOT NULL,
  hits_reported int,
  PRIMARY KEY (review_id, id)
);
