package org.winnow.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.Design;
import org.winnow.metaanalysis.MetaRegression;

/**
 * A meta-regression of an analysis on columns of its table.
 *
 * @param in the positions, among the estimable studies, of those that have all moderators
 */
record Moderators(int[] in, MetaRegression regression) {

  /**
   * Fits the studies that have all moderators; a column that holds only numbers is one.
   *
   * @throws IllegalArgumentException when there is no such column, or too few studies
   */
  static Moderators of(Analysis a, List<String> columns) {
    String[] names = columns.toArray(String[]::new);
    int[] rows = a.rows();
    int[] in =
        IntStream.range(0, rows.length).filter(i -> !a.table().missing(rows[i], names)).toArray();
    if (in.length == 0) {
      throw Refusal.of(RefusalReason.NO_VALUE_OF, String.join(", ", columns));
    }
    Design design = Design.intercept(in.length);
    for (String name : names) {
      if (a.table().numeric(name)) {
        design.numeric(
            name, Arrays.stream(in).mapToDouble(i -> a.table().number(rows[i], name)).toArray());
      } else {
        design.factor(
            name, Arrays.stream(in).mapToObj(i -> a.table().text(rows[i], name)).toList());
      }
    }
    return new Moderators(
        in, MetaRegression.fit(a.model().studies().at(in), design, a.model().options()));
  }
}
