package org.winnow.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

/**
 * What cannot be analysed, drawn or converted, and why: a reason with its arguments, and the row
 * and the column that it is about. Its message is the sentence in English with the place before it.
 */
public final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final RefusalReason reason;
  private final transient List<Wording> arguments;
  private final int row;
  private final @Nullable String column;

  private Refusal(
      RefusalReason reason,
      int row,
      @Nullable String column,
      Object[] arguments,
      @Nullable Throwable cause) {
    super(place(row, column) + reason.sentence(FigureLanguage.ENGLISH, words(arguments)), cause);
    this.reason = reason;
    this.arguments = words(arguments);
    this.row = row;
    this.column = column;
  }

  /**
   * About all of it.
   *
   * @param arguments of the sentence: a {@link Wording}, or what is the same in every language
   */
  static Refusal of(RefusalReason reason, Object... arguments) {
    return new Refusal(reason, -1, null, arguments, null);
  }

  /** About a row of the table, from 0. */
  static Refusal at(int row, RefusalReason reason, Object... arguments) {
    return new Refusal(reason, row, null, arguments, null);
  }

  /** About a cell of the table. */
  static Refusal at(int row, String column, RefusalReason reason, Object... arguments) {
    return new Refusal(reason, row, column, arguments, null);
  }

  /** The refusal that an exception of the statistics is. */
  public static Refusal from(RuntimeException e) {
    return from(-1, e);
  }

  /** The same about a row. */
  static Refusal from(int row, RuntimeException e) {
    if (e instanceof Refusal refusal) {
      return refusal;
    }
    return new Refusal(RefusalReason.METHOD, row, null, new Object[] {said(e)}, e);
  }

  /** What an exception of the statistics says, in both languages. */
  static Wording said(RuntimeException e) {
    return e instanceof Refusal refusal
        ? new Wording(refusal.in(FigureLanguage.ENGLISH), refusal.in(FigureLanguage.CHINESE))
        : RefusalReason.ofStatistics(Objects.requireNonNullElse(e.getMessage(), ""));
  }

  private static List<Wording> words(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(a -> a instanceof Wording words ? words : Wording.same(String.valueOf(a)))
        .toList();
  }

  private static String place(int row, @Nullable String column) {
    return row < 0 ? "" : "Row " + (row + 1) + (column == null ? "" : ", " + column) + ": ";
  }

  Object[] arguments() {
    return arguments.toArray();
  }

  public RefusalReason reason() {
    return reason;
  }

  /** The row of the table that it is about, from 0. */
  public OptionalInt row() {
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** The column that it is about; null when it is about all of the row. */
  public @Nullable String column() {
    return column;
  }

  /** The sentence without the place. */
  public Wording sentence() {
    return new Wording(
        reason.sentence(FigureLanguage.ENGLISH, arguments),
        reason.sentence(FigureLanguage.CHINESE, arguments));
  }

  /** The sentence about a row of another table, from 0. */
  Wording in(int place) {
    Refusal there = new Refusal(reason, place, column, arguments(), this);
    return new Wording(there.in(FigureLanguage.ENGLISH), there.in(FigureLanguage.CHINESE));
  }

  /** The sentence with the row and the column before it. */
  public String in(FigureLanguage language) {
    String sentence = sentence().in(language);
    return switch (language) {
      case ENGLISH -> place(row, column) + sentence;
      case CHINESE ->
          row < 0
              ? sentence
              : "第" + (row + 1) + "行" + (column == null ? "" : "，" + column) + "：" + sentence;
    };
  }
}
