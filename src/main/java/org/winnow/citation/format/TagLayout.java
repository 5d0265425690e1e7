package org.winnow.citation.format;

/** How a tagged format lays out its lines and records. */
interface TagLayout {
  /** What a tag means for the record around it. */
  enum Boundary {
    /** Begins a record, and ends the one before it if that is open. */
    STARTS,
    /** Begins a record when none is open, else is a field like any other. */
    OPENS,
    /** The last line of a record. */
    ENDS,
    /** A field of the open record; outside of one it says nothing about any. */
    INSIDE,
    /** About the file, not about a record; ends an open record. */
    HEADER
  }

  /** Splits a line; {@link TaggedLine#NONE} when it has no tag and so continues the one before. */
  TaggedLine split(String line);

  Boundary boundary(TaggedLine line, TaggedRecord open);

  /** Whether a blank line ends a record. */
  default boolean blankLineEnds() {
    return false;
  }

  /** Whether an untagged line begins a new paragraph of the value, by its indent. */
  default boolean startsParagraph(String line) {
    return false;
  }

  /** Whether an untagged line is about no record: numbers and headings between the records. */
  default boolean isNoise(String line) {
    return false;
  }

  /** Whether an untagged line behind a blank one stands before a record, and so ends the last. */
  default boolean isHeadOfRecord(String line) {
    return false;
  }
}
