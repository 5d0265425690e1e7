package org.winnow.citation.format;

import java.util.regex.Pattern;

/**
 * Markup that lays out an abstract as blocks: JATS, as Crossref has it, and HTML. Its headings begin
 * lines, and its paragraphs are lines. Marks within a line ({@code <i>}, {@code <sup>}) stay.
 */
final class Markup {
  private static final Pattern BLOCK =
      Pattern.compile("(?i)</?(?:jats:[a-z-]+|p|div|sec|br|h[1-6]|ul|ol|li)(?:\\s[^<>]*)?/?>");
  private static final String HEADING = "(?:jats:title|h[1-6])";
  private static final Pattern ABSTRACT =
      Pattern.compile("(?i)<" + HEADING + ">\\s*(?:abstract|summary)\\s*:?\\s*</" + HEADING + ">");
  private static final Pattern TITLE =
      Pattern.compile("(?i)<" + HEADING + ">\\s*([^<]*?)[\\s:]*</" + HEADING + ">\\s*");
  private static final Pattern END =
      Pattern.compile("(?i)</(?:jats:p|p|div|li|jats:sec)>|<br\\s*/?>");
  private static final Pattern LINE_END = Pattern.compile("[ \\t]*\\n\\s*");

  private Markup() {}

  static String withoutBlocks(String text) {
    if (text.indexOf('<') < 0 || !BLOCK.matcher(text).find()) {
      return text;
    }
    String lines = ABSTRACT.matcher(text).replaceAll("");
    lines = TITLE.matcher(lines).replaceAll("\n$1: ");
    lines = END.matcher(lines).replaceAll("\n");
    lines = BLOCK.matcher(lines).replaceAll("");
    return LINE_END.matcher(lines.strip()).replaceAll("\n");
  }
}
