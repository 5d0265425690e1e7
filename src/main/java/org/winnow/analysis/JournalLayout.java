package org.winnow.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.winnow.figure.Colour;
import org.winnow.figure.plot.ForestStyle;
import org.winnow.metaanalysis.Heterogeneity;
import org.winnow.metaanalysis.RevManText;

/** How a journal, or RevMan, prints the numbers of a meta-analysis, in English. */
public enum JournalLayout {
  REVMAN,
  JAMA,
  BMJ,
  LANCET,
  PLAIN,
  /** For print without colours. */
  GRAYSCALE;

  private static final Colour BLUE = new Colour("forest-blue", 0x1f4fbf, 1);
  private static final Colour GREEN = new Colour("forest-green", 0x2c8a3d, 1);
  private static final Colour RED = new Colour("forest-red", 0xbf2f2f, 1);

  /** A number with more digits is written with a power of ten. */
  private static final double LONG = 1e9;

  /** Which data the studies gave; RevMan shows it by colour. */
  enum Data {
    EVENTS,
    MEANS,
    EFFECTS
  }

  public static JournalLayout named(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(
          RefusalReason.NO_LAYOUT, name, "revman, jama, bmj, lancet, plain, grayscale");
    }
  }

  ForestStyle style(Data data) {
    return switch (this) {
      case REVMAN ->
          ForestStyle.revman(
              switch (data) {
                case EVENTS -> BLUE;
                case MEANS -> GREEN;
                case EFFECTS -> RED;
              });
      case JAMA -> ForestStyle.jama();
      case BMJ -> ForestStyle.bmj();
      case LANCET -> ForestStyle.lancet();
      case PLAIN -> ForestStyle.plain();
      case GRAYSCALE -> ForestStyle.grayscale();
    };
  }

  /** The estimate, and the two ends of its interval, with all that is printed between them. */
  List<String> estimate(double value, double lower, double upper) {
    String estimate = number(value, 2);
    String from = number(lower, 2);
    String to = number(upper, 2);
    boolean signed = lower < 0 || upper < 0;
    return switch (this) {
      case REVMAN -> List.of(estimate, "[" + from + ",", to + "]");
      case PLAIN, GRAYSCALE -> List.of(estimate, "(" + from + ",", to + ")");
      case BMJ -> List.of(estimate, "(" + from + " to", to + ")");
      // A dash would be read as the sign of a number.
      case JAMA -> List.of(estimate, "(" + from + (signed ? " to" : "-"), to + ")");
      case LANCET -> List.of(estimate, "(" + from + (signed ? " to" : "–"), to + ")");
    };
  }

  /** Whether the two ends of an interval stand close to each other. */
  boolean closeEnds(boolean signed) {
    return (this == JAMA || this == LANCET) && !signed;
  }

  /** A weight in percent. */
  String weight(double percent) {
    return number(percent, 1) + (this == JAMA ? "" : "%");
  }

  /** Half up, with the decimal mark and the minus sign of the journal. */
  String number(double value, int decimals) {
    if (Double.isInfinite(value)) {
      return value < 0 ? marked("-∞") : "∞";
    }
    if (Math.abs(value) >= LONG) {
      return marked(String.format(Locale.ROOT, "%.1e", value));
    }
    return marked(RevManText.rounded(value, decimals));
  }

  /** A number as it was typed, with the marks of the journal. */
  String marked(String number) {
    String text = this == REVMAN ? number : number.replace('-', '\u2212');
    return this == LANCET ? text.replace('.', '·') : text;
  }

  /** The line on heterogeneity; I² in percent. */
  String heterogeneity(OptionalDouble tauSquared, Heterogeneity q, double iSquared) {
    if (this == REVMAN) {
      return RevManText.heterogeneity(tauSquared, q, iSquared);
    }
    String label = this == BMJ ? "Test for heterogeneity: " : "Heterogeneity: ";
    if (q.df() < 1) {
      return label
          + (this == PLAIN || this == GRAYSCALE || this == JAMA
              ? "Not applicable"
              : "not applicable");
    }
    String df = number(q.df(), 0);
    String tau = tauSquared.isPresent() ? number(tauSquared.getAsDouble(), 2) : "";
    String p = pValue(q.pValue());
    return label
        + switch (this) {
          case JAMA ->
              "χ² = "
                  + number(q.q(), 2)
                  + ", df = "
                  + df
                  + " ("
                  + p
                  + "); I² = "
                  + number(iSquared, 0)
                  + "%";
          case BMJ, LANCET ->
              (tau.isEmpty() ? "" : "τ²=" + tau + "; ")
                  + "χ²="
                  + number(q.q(), 2)
                  + ", df="
                  + df
                  + ", "
                  + p
                  + "; I²="
                  + number(iSquared, 0)
                  + "%";
          case PLAIN, GRAYSCALE, REVMAN ->
              (tauSquared.isPresent() ? "τ² = " + number(tauSquared.getAsDouble(), 4) + "; " : "")
                  + "Q = "
                  + number(q.q(), 2)
                  + ", df = "
                  + df
                  + " ("
                  + p
                  + "); I² = "
                  + number(iSquared, 1)
                  + "%";
        };
  }

  /** The line on the test for the pooled effect. */
  String overallEffect(Analysis.Summary summary) {
    double statistic = Math.abs(summary.statistic().orElse(Double.POSITIVE_INFINITY));
    double p = summary.pValue().orElse(0);
    boolean normal = Double.isInfinite(summary.degreesOfFreedom());
    String df = normal ? "" : number(summary.degreesOfFreedom(), 0);
    String name =
        switch (this) {
          case REVMAN -> normal ? "Z" : "T";
          case JAMA, BMJ, LANCET, PLAIN, GRAYSCALE -> normal ? "z" : "t";
        };
    return switch (this) {
      case REVMAN, PLAIN, GRAYSCALE, JAMA ->
          "Test for overall effect: "
              + name
              + " = "
              + number(statistic, 2)
              + (normal ? "" : ", df = " + df)
              + " ("
              + pValue(p)
              + ")";
      case BMJ, LANCET ->
          "Test for overall effect: "
              + name
              + "="
              + number(statistic, 2)
              + (normal ? "" : ", df=" + df)
              + ", "
              + pValue(p);
    };
  }

  /** The line on the test whether subgroups differ. */
  String differences(Optional<Heterogeneity> test) {
    String label = "Test for subgroup differences: ";
    if (this == REVMAN || test.isEmpty()) {
      return RevManText.subgroupDifferences(test);
    }
    Heterogeneity q = test.get();
    String p = pValue(q.pValue());
    return switch (this) {
      case BMJ, LANCET -> label + "χ²=" + number(q.q(), 2) + ", df=" + number(q.df(), 0) + ", " + p;
      case JAMA, PLAIN, GRAYSCALE, REVMAN ->
          label
              + (this == JAMA ? "χ²" : "Q")
              + " = "
              + number(q.q(), 2)
              + ", df = "
              + number(q.df(), 0)
              + " ("
              + p
              + ")";
    };
  }

  String pValue(double p) {
    return switch (this) {
      case REVMAN, PLAIN, GRAYSCALE -> RevManText.pValue(p);
      case BMJ -> p < 0.001 ? "P<0.001" : "P=" + number(p, p < 0.01 ? 3 : 2);
      case JAMA ->
          p < 0.001 ? "P < .001" : p > 0.99 ? "P > .99" : "P = " + withoutZero(p, p < 0.01 ? 3 : 2);
      case LANCET -> p < 0.0001 ? "p<0·0001" : "p=" + number(p, p < 0.001 ? 4 : p < 0.1 ? 3 : 2);
    };
  }

  private static String withoutZero(double p, int decimals) {
    return new BigDecimal(p).setScale(decimals, RoundingMode.HALF_UP).toPlainString().substring(1);
  }
}
