package org.winnow.synthesis;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the data or the settings of a synthesis.
 *
 * @param row that it is about; null when it is about all
 * @param number of that row in the table, from 1
 * @param column that it is about; null when it is about all of the row
 * @param code of the sentence that says it
 * @param arguments of that sentence
 */
record Fault(
    @Nullable UUID row,
    @Nullable Integer number,
    @Nullable String column,
    String code,
    List<String> arguments) {

  static Fault of(String code, String... arguments) {
    return new Fault(null, null, null, code, List.of(arguments));
  }

  static Fault at(Place place, @Nullable String column, String code, String... arguments) {
    return new Fault(place.row(), place.number(), column, code, List.of(arguments));
  }

  /** A row and its number in the table. */
  record Place(UUID row, int number) {}
}
