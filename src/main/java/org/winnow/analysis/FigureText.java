package org.winnow.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.Chart;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.SmallStudyEffects;

/** What the figures of an analysis say, and how they write its values and axes. */
final class FigureText {
  /** Round proportions, closer to each other where a logit or a logarithm spreads them. */
  static final List<Double> PROPORTIONS =
      List.of(
          0.00001, 0.00002, 0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05,
          0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999);

  private static final List<Double> CORRELATIONS =
      List.of(
          -0.99, -0.98, -0.95, -0.9, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95,
          0.98, 0.99);

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureLanguage language;
  private final EffectScale scale;
  private final int[] rows;
  private final Set<String> repeated;

  FigureText(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    this.options = options;
    language = options.language();
    scale = EffectScale.of(analysis.settings().measure());
    rows = analysis.rows();
    repeated = repeated();
  }

  String in(Wording words) {
    return words.in(language);
  }

  String words(String en, String zh) {
    return new Wording(en, zh).in(language);
  }

  FigureLanguage language() {
    return language;
  }

  EffectScale scale() {
    return scale;
  }

  /** The measure as journals write it, without capitals within. */
  String measure() {
    String name = scale.name(language);
    if (language == FigureLanguage.CHINESE || name.startsWith("Peto")) {
      return name;
    }
    return name.equals("Std. Mean Difference")
        ? "Standardised mean difference"
        : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  /** The title of an axis of effects. */
  String effectTitle() {
    return scale.axis() == Axis.Scale.LOG ? measure() + words(" (log scale)", "（对数尺度）") : measure();
  }

  /**
   * The name of an estimable study; with its subgroup when another one has the same name.
   *
   * @param i its place among the estimable ones
   */
  String study(int i) {
    String name = analysis.study(rows[i]);
    return repeated.contains(name)
        ? name
            + words(" (", "（")
            + analysis.table().text(rows[i], analysis.settings().subgroup())
            + words(")", "）")
        : name;
  }

  /** The names that more than one study of several subgroups has. */
  private Set<String> repeated() {
    Set<String> once = new HashSet<>();
    return analysis.settings().subgroup().isEmpty()
        ? Set.of()
        : IntStream.of(rows)
            .mapToObj(analysis::study)
            .filter(name -> !once.add(name))
            .collect(Collectors.toSet());
  }

  /** Such as "13 studies". */
  String studies(int k) {
    return words(k + (k == 1 ? " study" : " studies"), k + "项研究");
  }

  /** Such as "Risk ratio 0.49 (95% CI 0.34 to 0.70)". */
  String pooled() {
    Analysis.Summary summary = analysis.summary();
    return measure()
        + words(" ", "")
        + shown(summary.pooled().estimate())
        + words(" (", "（")
        + level("CI")
        + " "
        + shown(summary.interval().lower())
        + words(" to ", "至")
        + shown(summary.interval().upper())
        + words(")", "）");
  }

  /** Such as 95% CI. */
  String level(String of) {
    return level(analysis.settings().level(), of);
  }

  /** The level of single studies, such as 95% CI. */
  String studyLevel() {
    return level(analysis.settings().studyLevel(), "CI");
  }

  private static String level(double level, String of) {
    String percent =
        level == Math.rint(level) ? Integer.toString((int) level) : Double.toString(level);
    return percent + "% " + of;
  }

  /** An effect of the analysis, as it is shown. */
  String shown(double effect) {
    return number(scale.shown().applyAsDouble(effect), 2);
  }

  /** Half up, with a decimal mark as asked for and a true minus sign. */
  String number(double value, int decimals) {
    return JournalLayout.PLAIN.number(value, decimals).replace(".", mark());
  }

  String pValue(double p) {
    return JournalLayout.PLAIN.pValue(p).replace(".", mark());
  }

  String mark() {
    return options.decimal().isEmpty() ? "." : options.decimal();
  }

  /** A printed number or line with the decimal mark that was asked for. */
  String decimals(String printed) {
    if (options.decimal().isEmpty()) {
      return printed;
    }
    String text = printed.replaceAll("[.·](?=\\d)", options.decimal());
    // A comma that parts two numbers would be read as a decimal mark.
    return options.decimal().equals(",") && text.endsWith(",")
        ? text.substring(0, text.length() - 1) + ";"
        : text;
  }

  /** A number of a table at full precision; empty when it is not defined. */
  static String exact(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  /** An axis for what stands on it, in values of the analysis. */
  Chart.Scale effects(List<Axis.Span> spans) {
    if (!scale.even()) {
      return transformed(spans);
    }
    return Chart.Scale.of(effectTitle(), effectAxis(spans), mark());
  }

  /** The axis of shown values of a measure whose scale is even. */
  private Axis effectAxis(List<Axis.Span> spans) {
    if (!options.axis().isEmpty()) {
      return Axis.between(
          scale.axis(), options.axis().getFirst(), options.axis().getLast(), scale.none());
    }
    List<Axis.Span> shown =
        spans.stream()
            .map(
                s ->
                    new Axis.Span(
                        scale.shown().applyAsDouble(s.estimate()),
                        scale.shown().applyAsDouble(s.lower()),
                        scale.shown().applyAsDouble(s.upper())))
            .toList();
    return Axis.fitting(scale.axis(), shown, scale.none(), false);
  }

  /** Proportions and correlations: values of the analysis, labelled with what is shown. */
  private Chart.Scale transformed(List<Axis.Span> spans) {
    Axis analysed = Axis.fitting(Axis.Scale.LINEAR, spans, OptionalDouble.empty(), false);
    boolean given = !options.axis().isEmpty();
    double from =
        given ? scale.analysed().applyAsDouble(options.axis().getFirst()) : analysed.from();
    double to = given ? scale.analysed().applyAsDouble(options.axis().getLast()) : analysed.to();
    List<Chart.Tick> ticks = new ArrayList<>();
    for (double tick : scale.none().isEmpty() ? PROPORTIONS : CORRELATIONS) {
      double at = scale.analysed().applyAsDouble(tick);
      if (at >= Math.min(from, to) && at <= Math.max(from, to)) {
        String label = BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString();
        ticks.add(new Chart.Tick(at, label.replace(".", mark()).replace('-', '\u2212')));
      }
    }
    return new Chart.Scale(measure(), from, to, ticks);
  }

  /** An axis from the least to the most of some values, as a rule with 0 on it. */
  Chart.Scale plain(String title, boolean zero, double... values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    List<Axis.Span> spans = Arrays.stream(finite).mapToObj(v -> new Axis.Span(v, v, v)).toList();
    return Chart.Scale.of(
        title,
        Axis.fitting(
            Axis.Scale.LINEAR, spans, zero ? OptionalDouble.of(0) : OptionalDouble.empty(), false),
        mark());
  }

  /** An axis of effects from the pooled one and the studies, with their intervals. */
  List<Axis.Span> spans() {
    List<Axis.Span> spans = new ArrayList<>();
    double half = Distributions.normalQuantile((1 + analysis.settings().studyLevel() / 100) / 2);
    for (int i = 0; i < analysis.model().studyCount(); i++) {
      double y = analysis.model().studies().estimate(i);
      double reach = half * analysis.model().studies().standardError(i);
      spans.add(new Axis.Span(y, y - reach, y + reach));
    }
    return spans;
  }

  /** A figure that works by inverse variance says so when the analysis does not. */
  List<String> inverseVarianceNote() {
    return analysis.settings().method().equals("IV")
        ? List.of()
        : List.of(
            words(
                "Computed by inverse variance, not by the method of the analysis.",
                "按逆方差法计算，而非本分析的合并方法。"));
  }

  /** A figure of asymmetry says so when it has too few studies to show any. */
  List<String> fewStudiesNote(int studies) {
    int advised = SmallStudyEffects.ADVISED_STUDIES;
    return studies >= advised
        ? List.of()
        : List.of(
            words(
                "Fewer than " + advised + " studies: asymmetry cannot be told from chance.",
                "研究少于" + advised + "项：不对称可能出于偶然。"));
  }

  /** Refuses what needs more studies. */
  void needs(int studies) {
    int k = rows.length;
    if (k < studies) {
      throw Refusal.of(
          RefusalReason.FEW_FOR_PLOT,
          new Wording(studies == 1 ? "1 study" : studies + " studies", studies + "项"),
          new Wording(k == 1 ? "is 1" : "are " + k, k + "项"));
    }
  }
}
