package org.winnow.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.lookup.LookupQuery.All;
import org.winnow.lookup.LookupQuery.Any;
import org.winnow.lookup.LookupQuery.Doi;
import org.winnow.lookup.LookupQuery.FromSource;
import org.winnow.lookup.LookupQuery.Not;
import org.winnow.lookup.LookupQuery.Phrase;
import org.winnow.lookup.LookupQuery.Pmid;
import org.winnow.lookup.LookupQuery.Prefix;
import org.winnow.lookup.LookupQuery.Word;
import org.winnow.lookup.LookupQuery.Years;
import org.winnow.lookup.NotUnderstood.Reason;

/**
 * Reads a query as people type and paste it. Words must all be there; {@code OR}, {@code NOT} and
 * {@code -}, parentheses, {@code "phrases"}, {@code prefix*} and {@code field:} mean something,
 * other signs are read past. Full-width signs count as their plain twins.
 */
final class LookupParser {
  static final int LONGEST = 1_000;
  static final int MOST_PARTS = 64;
  private static final int DEEPEST = 20;
  private static final int SHORTEST_PREFIX = 2;

  private static final Pattern DOI =
      Pattern.compile(
          "(?:https?://(?:dx\\.)?doi\\.org/|doi:[ \\t]*(?:https?://(?:dx\\.)?doi\\.org/)?)?(10\\.\\d{4,9}/[^\\s\"]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIELD = Pattern.compile("(\\p{Alpha}+):");
  private static final Pattern REGEX = Pattern.compile("/\\S*[\\\\.*+\\[\\]|^$]\\S*/(?=\\s|$)");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})?(\\.\\.|-)(\\d{4})?|(\\d{4})");

  private final String text;
  private int at;
  private int parts;

  private LookupParser(String text) {
    this.text = text;
  }

  static LookupQuery parse(String query) throws NotUnderstood {
    if (query.length() > LONGEST) {
      throw new NotUnderstood(Reason.TOO_LONG, LONGEST);
    }
    LookupParser parser = new LookupParser(plain(query));
    LookupQuery whole = parser.alternatives(Optional.empty(), 0);
    if (parser.at < parser.text.length()) {
      throw new NotUnderstood(Reason.PARENTHESIS_NOT_OPENED, parser.at);
    }
    return whole;
  }

  /** Keeps every character in its place, so that positions stay true. */
  private static String plain(String query) {
    StringBuilder plain = new StringBuilder(query.length());
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        plain.append((char) (c - 0xFEE0));
      } else if ("\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\u300E\u300F".indexOf(c) >= 0) {
        plain.append('"');
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0000') {
        plain.append(' ');
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private LookupQuery alternatives(Optional<LookupField> field, int depth) throws NotUnderstood {
    if (depth > DEEPEST) {
      throw new NotUnderstood(Reason.TOO_LONG, at);
    }
    List<LookupQuery> alternatives = new ArrayList<>();
    alternatives.add(sequence(field, depth));
    while (skipWord("OR")) {
      int after = at;
      LookupQuery next = sequence(field, depth);
      if (next.isEmpty() || alternatives.getLast().isEmpty()) {
        throw new NotUnderstood(Reason.WORD_MISSING, after);
      }
      alternatives.add(next);
    }
    return alternatives.size() == 1 ? alternatives.getFirst() : new Any(alternatives);
  }

  private LookupQuery sequence(Optional<LookupField> field, int depth) throws NotUnderstood {
    List<LookupQuery> parts = new ArrayList<>();
    while (!atEnd() && text.charAt(at) != ')' && !sees("OR")) {
      if (skipWord("AND")) {
        continue;
      }
      one(field, depth).filter(part -> !part.isEmpty()).ifPresent(parts::add);
    }
    return parts.size() == 1 ? parts.getFirst() : new All(parts);
  }

  /** The next part; empty for signs that mean nothing. */
  private Optional<LookupQuery> one(Optional<LookupField> field, int depth) throws NotUnderstood {
    int start = at;
    if (skipWord("NOT")) {
      return negated(field, depth, start);
    }
    char c = text.charAt(at);
    if (c == '-' && at + 1 < text.length() && isStart(text.charAt(at + 1))) {
      at++;
      return negated(field, depth, start);
    }
    return switch (c) {
      case '(' -> Optional.of(group(field, depth));
      case '"' -> phrase(field);
      case '*' -> throw new NotUnderstood(Reason.LEADING_WILDCARD, at);
      default -> word(field, depth);
    };
  }

  private static boolean isStart(char c) {
    return c == '"' || c == '(' || Character.isLetterOrDigit(c);
  }

  private Optional<LookupQuery> negated(Optional<LookupField> field, int depth, int start)
      throws NotUnderstood {
    if (atEnd() || text.charAt(at) == ')' || sees("OR")) {
      throw new NotUnderstood(Reason.WORD_MISSING, start);
    }
    if (depth > DEEPEST) {
      throw new NotUnderstood(Reason.TOO_LONG, at);
    }
    return one(field, depth + 1).filter(part -> !part.isEmpty()).map(Not::new);
  }

  private LookupQuery group(Optional<LookupField> field, int depth) throws NotUnderstood {
    int start = at++;
    LookupQuery inside = alternatives(field, depth + 1);
    if (atEnd()) {
      throw new NotUnderstood(Reason.PARENTHESIS_NOT_CLOSED, start);
    }
    at++;
    return inside;
  }

  private Optional<LookupQuery> phrase(Optional<LookupField> field) throws NotUnderstood {
    int start = at;
    int end = text.indexOf('"', start + 1);
    if (end < 0) {
      throw new NotUnderstood(Reason.QUOTE_NOT_CLOSED, start);
    }
    at = end + 1;
    String words = text.substring(start + 1, end);
    return counted(valued(field, words, start, new Phrase(field, words)));
  }

  private Optional<LookupQuery> word(Optional<LookupField> field, int depth) throws NotUnderstood {
    Optional<LookupQuery> doi = doi();
    if (doi.isPresent()) {
      return doi;
    }
    if (lookingAt(REGEX).isPresent()) {
      throw new NotUnderstood(Reason.REGULAR_EXPRESSION, at);
    }
    Optional<Matcher> named = lookingAt(FIELD);
    Optional<LookupField> inner = named.flatMap(m -> LookupField.named(m.group(1)));
    if (inner.isPresent()) {
      int start = at;
      at = named.orElseThrow().end();
      if (atEnd() || text.charAt(at) == ')') {
        throw new NotUnderstood(Reason.WORD_MISSING, start);
      }
      return one(inner, depth + 1);
    }
    int start = at;
    while (at < text.length() && " ()\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return counted(ofWord(field, text.substring(start, at), start));
  }

  /** A DOI may hold parentheses, but not one that closes what was opened before it. */
  private Optional<LookupQuery> doi() throws NotUnderstood {
    Optional<Matcher> found = lookingAt(DOI);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String doi = found.orElseThrow().group(1);
    while (doi.matches(".*[.,;:]") || closesTooMany(doi)) {
      doi = doi.substring(0, doi.length() - 1);
    }
    at = found.orElseThrow().start(1) + doi.length();
    return counted(new Doi(doi.toLowerCase(Locale.ROOT)));
  }

  private static boolean closesTooMany(String text) {
    return text.endsWith(")")
        && text.chars().filter(c -> c == ')').count() > text.chars().filter(c -> c == '(').count();
  }

  private static LookupQuery ofWord(Optional<LookupField> field, String word, int start)
      throws NotUnderstood {
    if (!word.endsWith("*")) {
      return valued(field, word, start, new Word(field, word));
    }
    String beginning = word.replaceAll("\\*+$", "");
    if (LookupAnalysis.tokens(beginning).isEmpty()) {
      throw new NotUnderstood(Reason.LEADING_WILDCARD, start);
    }
    if (isLatin(beginning) && beginning.length() < SHORTEST_PREFIX) {
      throw new NotUnderstood(Reason.PREFIX_TOO_SHORT, start);
    }
    return valued(field, beginning, start, new Prefix(field, beginning));
  }

  private static boolean isLatin(String text) {
    return text.codePoints().noneMatch(Character::isIdeographic);
  }

  /** Fields whose values are not words. */
  private static LookupQuery valued(
      Optional<LookupField> field, String value, int start, LookupQuery words)
      throws NotUnderstood {
    if (field.isEmpty()) {
      return LookupAnalysis.tokens(value).isEmpty() ? new All(List.of()) : words;
    }
    return switch (field.orElseThrow()) {
      case YEAR -> years(value, start);
      case DOI -> new Doi(value.strip().toLowerCase(Locale.ROOT));
      case PMID -> new Pmid(value.strip());
      case SOURCE -> new FromSource(value);
      case TITLE, ABSTRACT, AUTHOR, JOURNAL, KEYWORD ->
          LookupAnalysis.tokens(value).isEmpty() ? new All(List.of()) : words;
    };
  }

  private static LookupQuery years(String value, int start) throws NotUnderstood {
    Matcher years = YEARS.matcher(value.strip());
    if (!years.matches() || value.strip().length() < 4) {
      throw new NotUnderstood(Reason.NO_YEAR, start);
    }
    if (years.group(4) != null) {
      int year = Integer.parseInt(years.group(4));
      return new Years(year, year);
    }
    return new Years(
        years.group(1) == null ? 1 : Integer.parseInt(years.group(1)),
        years.group(3) == null ? 9999 : Integer.parseInt(years.group(3)));
  }

  private Optional<LookupQuery> counted(LookupQuery part) throws NotUnderstood {
    if (!part.isEmpty() && ++parts > MOST_PARTS) {
      throw new NotUnderstood(Reason.TOO_LONG, at);
    }
    return Optional.of(part);
  }

  private Optional<Matcher> lookingAt(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }

  private boolean atEnd() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at >= text.length();
  }

  private boolean sees(String operator) {
    int end = at + operator.length();
    return text.startsWith(operator, at)
        && (end == text.length() || " ()\"".indexOf(text.charAt(end)) >= 0);
  }

  private boolean skipWord(String operator) {
    if (atEnd() || !sees(operator)) {
      return false;
    }
    at += operator.length();
    return true;
  }
}
