-- A report opened by a record that passed bears that record's number.
CREATE TABLE report (
  review_id uuid NOT NULL,
  id        int NOT NULL,
  retrieval text NOT NULL,
  note      text NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE record_report (
  review_id uuid NOT NULL,
  record_id int NOT NULL,
  report_id int NOT NULL,
  PRIMARY KEY (review_id, record_id, report_id)
);

-- A study opened by a report that was included bears that report's number.
CREATE TABLE study (
  review_id uuid NOT NULL,
  id        int NOT NULL,
  PRIMARY KEY (review_id, id)
);

CREATE TABLE report_study (
  review_id uuid NOT NULL,
  report_id int NOT NULL,
  study_id  int NOT NULL,
  PRIMARY KEY (review_id, report_id, study_id)
);
