package org.winnow.lookup;

import java.util.Locale;
import java.util.Map;
import org.winnow.platform.RuleViolation;

/** A query that cannot be meant, with the place where that shows. */
final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; the texts for people choose by the order of these. */
  enum Reason {
    QUOTE_NOT_CLOSED,
    PARENTHESIS_NOT_CLOSED,
    PARENTHESIS_NOT_OPENED,
    WORD_MISSING,
    LEADING_WILDCARD,
    PREFIX_TOO_SHORT,
    REGULAR_EXPRESSION,
    NO_YEAR,
    TOO_LONG
  }

  private final Reason reason;
  private final int position;

  /**
   * @param position character of the query, from 0
   */
  NotUnderstood(Reason reason, int position) {
    super(reason + " at " + position);
    this.reason = reason;
    this.position = position;
  }

  Reason reason() {
    return reason;
  }

  int position() {
    return position;
  }

  RuleViolation asViolation() {
    String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return RuleViolation.invalid("query-not-understood", position + 1, reason.ordinal())
        .with(Map.of("position", position, "reason", word));
  }
}
