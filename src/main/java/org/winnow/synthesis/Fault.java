package org.winnow.synthesis;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Refusal;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

/**
 * What is wrong with the data or the settings of a synthesis.
 *
 * @param row that it is about; null when it is about all
 * @param number of that row in the table, from 1
 * @param column that it is about; null when it is about all of the row
 * @param code of the sentence that says it
 * @param arguments of that sentence
 * @param reason of the library, when it refused, by name
 */
record Fault(
    @Nullable UUID row,
    @Nullable Integer number,
    @Nullable String column,
    String code,
    List<Wording> arguments,
    @Nullable String reason) {

  static Fault of(String code, String... arguments) {
    return new Fault(null, null, null, code, words(arguments), null);
  }

  static Fault at(Place place, @Nullable String column, String code, String... arguments) {
    return new Fault(place.row(), place.number(), column, code, words(arguments), null);
  }

  /** What the library refused, about a row when there is a place. */
  static Fault refused(@Nullable Place place, Refusal refusal) {
    return new Fault(
        place == null ? null : place.row(),
        place == null ? null : place.number(),
        place == null ? null : refusal.column(),
        "analysis-refused",
        List.of(refusal.sentence()),
        refusal.reason().word());
  }

  private static List<Wording> words(String... arguments) {
    return Arrays.stream(arguments).map(Wording::same).toList();
  }

  /** The arguments in a language. */
  Object[] arguments(FigureLanguage language) {
    return arguments.stream().map(argument -> argument.in(language)).toArray();
  }

  /** A row and its number in the table. */
  record Place(UUID row, int number) {}
}
