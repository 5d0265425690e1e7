package org.winnow.citation.format;

/** What is kept of one record, so that no file can fill the memory. */
final class Limits {
  /** Characters of one record. The longest real ones, with all references, stay under 1 million. */
  static final int RECORD = 8_000_000;

  /** Characters of the source shown with a problem. */
  static final int PROBLEM = 20_000;

  private Limits() {}

  static String excerpt(String raw) {
    return raw.length() <= PROBLEM ? raw : raw.substring(0, PROBLEM);
  }
}
