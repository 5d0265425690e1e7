package org.winnow.citation.format;

/**
 * A line split into its tag and its value.
 *
 * @param tag in upper case where the format's tags are; empty when the line carries none
 */
record TaggedLine(String tag, String value) {
  static final TaggedLine NONE = new TaggedLine("", "");

  boolean hasTag() {
    return !tag.isEmpty();
  }
}
