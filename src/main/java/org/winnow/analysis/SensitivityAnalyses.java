package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PlotData;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TrimAndFill;
import org.winnow.metaanalysis.TwoByTwo;

/**
 * Sensitivity analyses by their names, some with a value after a colon (cumulative:year,
 * trimfill:R0:left, gosh:5000). One that the studies are too few for is answered with the reason.
 */
final class SensitivityAnalyses {
  static final List<String> NAMES =
      List.of(
          "leave1out",
          "cumulative",
          "influence",
          "trimfill",
          "baujat",
          "galbraith",
          "labbe",
          "gosh",
          "estimators",
          "tau2-intervals");

  private static final int SAMPLED = 1000;
  private static final int MOST_SAMPLED = 100_000;
  private static final int ALL_SUBSETS = 12;

  private SensitivityAnalyses() {}

  static Tree of(Analysis a) {
    Tree out = new Tree();
    for (String word : a.settings().sensitivity()) {
      String[] parts = word.split(":", -1);
      String value = parts.length > 1 ? parts[1] : "";
      switch (parts[0]) {
        case "leave1out" -> out.put(word, leaveOneOut(a));
        case "cumulative" -> out.put(word, cumulative(a, value));
        case "influence" -> listed(out, word, () -> influence(a));
        case "baujat" ->
            listed(
                out,
                word,
                () -> points(a, PlotData.baujat(a.model()), "contribution", "influence"));
        case "galbraith" ->
            listed(out, word, () -> points(a, PlotData.galbraith(a.model()), "precision", "z"));
        case "labbe" -> listed(out, word, labbe(a));
        case "gosh" -> {
          int count = count(value);
          listed(out, word, () -> gosh(a, count));
        }
        case "tau2-intervals" -> out.put(word, BiasTests.tried(() -> AnalysisJson.intervals(a)));
        case "estimators" -> listed(out, word, () -> estimators(a));
        case "trimfill" -> {
          TrimAndFill.Estimator estimator = BiasTests.estimator(value);
          Optional<TrimAndFill.Side> side = side(parts.length > 2 ? parts[2] : "");
          out.put(word, BiasTests.tried(() -> BiasTests.trimAndFill(a, estimator, side)));
        }
        default -> throw Refusal.of(RefusalReason.NO_SENSITIVITY, word, String.join(", ", NAMES));
      }
    }
    return out;
  }

  private static void listed(Tree out, String name, Supplier<List<Tree>> computation) {
    try {
      out.put(name, computation.get());
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      out.put(name, BiasTests.notDefined(new Tree(), e));
    }
  }

  private static Optional<TrimAndFill.Side> side(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "left" -> Optional.of(TrimAndFill.Side.LEFT);
      case "right" -> Optional.of(TrimAndFill.Side.RIGHT);
      default -> throw Refusal.of(RefusalReason.FILL_SIDE, word);
    };
  }

  private static int count(String value) {
    int count;
    try {
      count = value.isEmpty() ? SAMPLED : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw Refusal.of(RefusalReason.NUMBER_OF_SUBSETS, value);
    }
    if (count < 1 || count > MOST_SAMPLED) {
      throw Refusal.of(RefusalReason.SUBSETS, count);
    }
    return count;
  }

  /** By the method of the analysis; without the only study nothing is left. */
  private static List<Tree> leaveOneOut(Analysis a) {
    List<Tree> out = new ArrayList<>();
    int[] rows = a.rows();
    if (rows.length < 2) {
      return out;
    }
    for (int row : rows) {
      Tree one = new Tree().put("left", a.study(row));
      int[] rest = IntStream.of(a.members()).filter(r -> r != row).toArray();
      out.add(pooled(a, rest, one));
    }
    return out;
  }

  private static Tree pooled(Analysis a, int[] rows, Tree out) {
    try {
      Optional<Analysis> other = a.of(rows);
      return other.isPresent()
          ? out.put("pooled", AnalysisJson.pooled(other.get()))
          : out.nothing("pooled");
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      return BiasTests.notDefined(out.nothing("pooled"), e);
    }
  }

  /** In the order of the table, or of a column: numbers by size, texts by the alphabet. */
  private static List<Tree> cumulative(Analysis a, String column) {
    StudyTable table = a.table();
    List<Integer> order = new ArrayList<>(Arrays.stream(a.rows()).boxed().toList());
    if (!column.isEmpty()) {
      boolean numeric = table.numeric(column);
      for (int row : order) {
        if (table.missing(row, column)) {
          throw Refusal.at(row, column, RefusalReason.ORDER_MISSING);
        }
      }
      order.sort(
          numeric
              ? Comparator.comparingDouble(row -> table.number(row, column))
              : Comparator.comparing(row -> table.text(row, column)));
    }
    List<Tree> out = new ArrayList<>();
    for (int n = 1; n <= order.size(); n++) {
      int[] first = order.subList(0, n).stream().mapToInt(i -> i).sorted().toArray();
      out.add(pooled(a, first, new Tree().put("added", a.study(order.get(n - 1)))));
    }
    return out;
  }

  private static List<Tree> influence(Analysis a) {
    List<Tree> out = new ArrayList<>();
    List<Influence.Case> cases = Influence.diagnose(a.model());
    for (int i = 0; i < cases.size(); i++) {
      Influence.Case one = cases.get(i);
      out.add(
          new Tree()
              .put("study", a.study(a.rows()[i]))
              .put("residual", one.residual())
              .put("studentised", one.studentised())
              .put("dffits", one.dffits())
              .put("cooksDistance", one.cooksDistance())
              .put("covarianceRatio", one.covarianceRatio())
              .put("tauSquaredDeleted", one.tauSquaredDeleted())
              .put("qDeleted", one.qDeleted())
              .put("hat", one.hat())
              .put("weight", one.weightPercent())
              .put("dfbetas", one.dfbetas())
              .put("flagged", one.flagged()));
    }
    return out;
  }

  private static List<Tree> points(Analysis a, List<PlotData.Point> points, String x, String y) {
    List<Tree> out = new ArrayList<>();
    int[] rows = a.rows();
    for (int i = 0; i < points.size(); i++) {
      out.add(
          new Tree()
              .put("study", a.study(rows[i]))
              .put(x, points.get(i).x())
              .put(y, points.get(i).y()));
    }
    return out;
  }

  private static Supplier<List<Tree>> labbe(Analysis a) {
    List<TwoByTwo> all =
        a.effects().tables().orElseThrow(() -> Refusal.of(RefusalReason.ARMS_NEEDED));
    int[] rows = a.rows();
    List<TwoByTwo> in = Arrays.stream(rows).mapToObj(all::get).toList();
    BinaryMeasure measure = BinaryMeasure.valueOf(a.settings().measure());
    return () -> {
      List<PlotData.ArmPoint> points =
          PlotData.labbe(in, measure == BinaryMeasure.PETO ? BinaryMeasure.OR : measure);
      List<Tree> out = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        Tree one = new Tree();
        // Every row has both values, or the list is shorter than the rows and has no names.
        if (points.size() == rows.length) {
          one.put("study", a.study(rows[i]));
        }
        out.add(
            one.put("control", points.get(i).x())
                .put("experimental", points.get(i).y())
                .put("size", points.get(i).size()));
      }
      return out;
    };
  }

  /** All subsets of few studies; of more, so many at random. */
  private static List<Tree> gosh(Analysis a, int count) {
    EffectSizes studies = a.model().studies();
    ModelOptions options = a.model().options();
    List<PlotData.Subset> subsets =
        studies.count() <= ALL_SUBSETS
            ? PlotData.allSubsets(studies, options)
            : PlotData.sampledSubsets(studies, options, count, RegressionTree.random());
    List<Tree> out = new ArrayList<>();
    for (PlotData.Subset subset : subsets) {
      out.add(
          new Tree()
              .put("k", subset.size())
              .put("estimate", subset.estimate())
              .put("q", subset.q())
              .put("iSquared", subset.iSquared()));
    }
    return out;
  }

  /** The same studies by every estimator of τ², Wald and Hartung-Knapp side by side. */
  private static List<Tree> estimators(Analysis a) {
    EffectSizes studies = a.model().studies();
    double level = a.settings().level() / 100;
    List<Tree> out = new ArrayList<>();
    for (TauSquaredEstimator estimator : TauSquaredEstimator.values()) {
      MixedModel wald =
          MixedModel.pool(studies, ModelOptions.of(estimator, Inference.WALD).withLevel(level));
      double tau2 = wald.tauSquared().value();
      PooledInterval hk =
          PooledInterval.hartungKnapp(studies, tau2, level, PooledInterval.AdHoc.NONE);
      out.add(
          new Tree()
              .put("estimator", estimator.name())
              .put("tauSquared", tau2)
              .put("estimate", wald.estimate())
              .put("se", wald.standardError())
              .put(wald.interval())
              .put("hartungKnapp", new Tree().put("se", hk.standardError()).put(hk.interval())));
    }
    return out;
  }
}
