package org.winnow.flow;

/** What a box counts. A record is an entry of a database, a report a document, a study a trial. */
public enum Unit {
  RECORD,
  REPORT,
  STUDY
}
