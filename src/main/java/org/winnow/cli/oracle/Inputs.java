package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TwoByTwo;
import org.winnow.metaanalysis.TwoMeans;

/** The studies that a call is about, read from its data. */
final class Inputs {
  private Inputs() {}

  /** Rows with an estimate and a variance. */
  record Studies(EffectSizes sizes, int[] rows) {}

  static Studies effectSizes(double[] y, double[] v) {
    int[] rows =
        IntStream.range(0, y.length)
            .filter(i -> Double.isFinite(y[i]) && Double.isFinite(v[i]))
            .toArray();
    return new Studies(
        EffectSizes.of(
            Arrays.stream(rows).mapToDouble(i -> y[i]).toArray(),
            Arrays.stream(rows).mapToDouble(i -> v[i]).toArray()),
        rows);
  }

  static Studies effectSizes(DataTable table) {
    return effectSizes(table.numbers("yi"), table.numbers("vi"));
  }

  /** The studies that are estimable, if there are any. */
  static Optional<EffectSizes> anyEstimable(List<StudyEffect> effects) {
    return effects.stream().anyMatch(StudyEffect.Estimable.class::isInstance)
        ? Optional.of(estimable(effects))
        : Optional.empty();
  }

  /** The studies that are estimable. */
  static EffectSizes estimable(List<StudyEffect> effects) {
    List<StudyEffect.Estimable> kept = new ArrayList<>();
    for (StudyEffect effect : effects) {
      if (effect instanceof StudyEffect.Estimable e) {
        kept.add(e);
      }
    }
    return EffectSizes.of(
        kept.stream().mapToDouble(StudyEffect.Estimable::estimate).toArray(),
        kept.stream().mapToDouble(StudyEffect.Estimable::variance).toArray());
  }

  /** Estimates, with nothing where a study has none. */
  static List<@Nullable Double> estimates(List<StudyEffect> effects) {
    List<@Nullable Double> out = new ArrayList<>();
    for (StudyEffect e : effects) {
      out.add(e instanceof StudyEffect.Estimable x ? x.estimate() : null);
    }
    return out;
  }

  static List<@Nullable Double> variances(List<StudyEffect> effects) {
    List<@Nullable Double> out = new ArrayList<>();
    for (StudyEffect e : effects) {
      out.add(e instanceof StudyEffect.Estimable x ? x.variance() : null);
    }
    return out;
  }

  static List<@Nullable Double> standardErrors(List<StudyEffect> effects) {
    List<@Nullable Double> out = new ArrayList<>();
    for (StudyEffect e : effects) {
      out.add(e instanceof StudyEffect.Estimable x ? x.standardError() : null);
    }
    return out;
  }

  /**
   * The tables of a call that names cells or events and totals; rows with missing ones left out.
   */
  static List<TwoByTwo> tables(RExpression.Call call, DataTable data) {
    double[] a = column(call, data, "ai");
    double[] c = column(call, data, "ci");
    double[] n1;
    double[] n2;
    if (call.named("n1i").isPresent()) {
      n1 = column(call, data, "n1i");
      n2 = column(call, data, "n2i");
    } else {
      double[] b = column(call, data, "bi");
      double[] d = column(call, data, "di");
      n1 = IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
      n2 = IntStream.range(0, c.length).mapToDouble(i -> c[i] + d[i]).toArray();
    }
    return tables(a, n1, c, n2);
  }

  private static List<TwoByTwo> tables(double[] a, double[] n1, double[] c, double[] n2) {
    return IntStream.range(0, a.length)
        .filter(i -> Double.isFinite(a[i] + n1[i] + c[i] + n2[i]))
        .mapToObj(i -> TwoByTwo.ofEvents(a[i], n1[i], c[i], n2[i]))
        .toList();
  }

  private static double[] column(RExpression.Call call, DataTable data, String argument) {
    return data.evaluate(call.named(argument).orElse(new RExpression.Name(argument)));
  }

  /** The tables of data whose call names the columns a, n1, c and n2 after renaming. */
  static List<TwoByTwo> tables(DataTable data) {
    return tables(data.numbers("a"), data.numbers("n1"), data.numbers("c"), data.numbers("n2"));
  }

  /**
   * The means of a call that names them, of metacont() with n, mean and SD of both arms in their
   * places, or of the columns with the usual names.
   */
  static List<TwoMeans> means(RExpression.Call call, DataTable data) {
    String[] names = {"m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"};
    int[] places = {1, 2, 0, 4, 5, 3};
    List<RExpression> columns = call.positional();
    double[][] x = new double[names.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] =
          call.function().equals("metacont") && columns.size() == names.length
              ? data.evaluate(columns.get(places[i]))
              : column(call, data, names[i]);
    }
    return means(x, data.rows());
  }

  static List<TwoMeans> means(DataTable data) {
    return means(
        new double[][] {
          data.numbers("m1i"), data.numbers("sd1i"), data.numbers("n1i"),
          data.numbers("m2i"), data.numbers("sd2i"), data.numbers("n2i")
        },
        data.rows());
  }

  private static List<TwoMeans> means(double[][] x, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> new TwoMeans(x[0][i], x[1][i], x[2][i], x[3][i], x[4][i], x[5][i]))
        .toList();
  }
}
