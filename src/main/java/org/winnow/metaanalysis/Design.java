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
  private static final double DEPENDENT = 1e-7;

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

  /**
   * The design without the columns that depend on those before them, which metafor leaves out (by
   * what is left of a column's length when the others are taken out, 1e-7 of it).
   */
  public Design independent() {
    Design out = new Design(rows);
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      double[] rest = columns.get(j).clone();
      double length = Vectors.norm(rest);
      for (int pass = 0; pass < 2; pass++) {
        for (double[] direction : basis) {
          double share = Vectors.dot(direction, rest);
          for (int i = 0; i < rows; i++) {
            rest[i] -= share * direction[i];
          }
        }
      }
      double left = Vectors.norm(rest);
      if (left > DEPENDENT * length) {
        basis.add(Arrays.stream(rest).map(x -> x / left).toArray());
        out.names.add(names.get(j));
        out.columns.add(columns.get(j));
      }
    }
    return out;
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
