package org.winnow.metaanalysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The columns of a meta-regression, the intercept first. A factor is coded by treatment contrasts:
 * one indicator per level but the first in the order of the alphabet.
 */
public final class Design {
  private final int rows;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();

  private Design(int rows) {
    this.rows = rows;
  }

  /** An intercept for so many studies. */
  public static Design intercept(int rows) {
    Design design = new Design(rows);
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    design.names.add("intrcpt");
    design.columns.add(ones);
    return design;
  }

  /**
   * Adds a numeric moderator.
   *
   * @throws IllegalArgumentException when a value is missing or their number is another
   */
  public Design numeric(String name, double[] values) {
    if (values.length != rows || !Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "Moderator " + name + " needs a number for each of the " + rows + " studies");
    }
    names.add(name);
    columns.add(values.clone());
    return this;
  }

  /** Adds a factor. */
  public Design factor(String name, List<String> values) {
    if (values.size() != rows) {
      throw new IllegalArgumentException(
          "Moderator " + name + " needs a value for each of the " + rows + " studies");
    }
    new TreeSet<>(values)
        .stream()
            .skip(1)
            .forEach(
                level ->
                    numeric(
                        name + level,
                        values.stream().mapToDouble(v -> v.equals(level) ? 1 : 0).toArray()));
    return this;
  }

  /** Adds the product of two columns that are there. */
  public Design interaction(String first, String second) {
    double[] a = columns.get(names.indexOf(first));
    double[] b = columns.get(names.indexOf(second));
    double[] product = new double[rows];
    for (int i = 0; i < rows; i++) {
      product[i] = a[i] * b[i];
    }
    return numeric(first + ":" + second, product);
  }

  public List<String> names() {
    return List.copyOf(names);
  }

  public int rows() {
    return rows;
  }

  double[][] columns() {
    return columns.toArray(double[][]::new);
  }
}
