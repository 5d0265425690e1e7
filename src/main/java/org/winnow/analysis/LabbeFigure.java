package org.winnow.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Chart;
import org.winnow.figure.plot.Chart.Item;
import org.winnow.metaanalysis.BinaryMeasure;
import org.winnow.metaanalysis.PlotData;
import org.winnow.metaanalysis.TwoByTwo;

/**
 * L'Abbé 1987: the risk of the first arm against that of the second, both on the scale of the
 * measure, so that studies of the same effect lie on a line beside the diagonal. The area of a
 * bubble is in proportion to the weight.
 */
final class LabbeFigure {
  private static final double SIDE = 400;
  private static final double LARGEST = 17;
  private static final double SMALLEST = 1.5;

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;
  private final BinaryMeasure measure;

  LabbeFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    this.options = options;
    text = new FigureText(analysis, options);
    measure =
        switch (analysis.settings().measure()) {
          case "OR", "PETO" -> BinaryMeasure.OR;
          case "RR" -> BinaryMeasure.RR;
          case "RD" -> BinaryMeasure.RD;
          case "AS" -> BinaryMeasure.AS;
          default -> throw Refusal.of(RefusalReason.TWO_RISKS);
        };
    if (!analysis.table().has("ai", "n1i", "ci", "n2i")) {
      throw Refusal.of(RefusalReason.TWO_ARMS);
    }
  }

  private record Bubble(int row, double x, double y, double weight) {}

  Plot draw() {
    List<Bubble> bubbles = bubbles();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Bubble b : bubbles) {
      low = Math.min(low, Math.min(b.x(), b.y()));
      high = Math.max(high, Math.max(b.x(), b.y()));
    }
    double air = high > low ? (high - low) * 0.08 : 0.1;
    low -= air;
    high += air;
    if (measure == BinaryMeasure.RD || measure == BinaryMeasure.AS) {
      low = Math.max(low, 0);
    }
    double effect = analysis.summary().pooled().estimate();
    List<Item> items = new ArrayList<>();
    items.add(line(low, high, 0, Colour.INK_2, Shape.Dash.SOLID));
    items.add(line(low, high, effect, Colour.ACCENT, Shape.Dash.DASHED));
    double heaviest = bubbles.stream().mapToDouble(Bubble::weight).max().orElse(0);
    List<Bubble> order = new ArrayList<>(bubbles);
    order.sort(Comparator.comparingDouble(b -> -b.weight()));
    for (Bubble b : order) {
      double radius = heaviest > 0 ? LARGEST * Math.sqrt(b.weight() / heaviest) : SMALLEST;
      items.add(
          new Item.Symbol(
              new Point(b.x(), b.y()),
              Chart.Sign.CIRCLE,
              Math.max(SMALLEST, radius),
              Colour.ACCENT.faint(0.45),
              Colour.ACCENT,
              analysis.study(b.row()),
              "study",
              ""));
    }
    String unit =
        switch (measure) {
          case RR -> text.words(" (log scale)", "（对数尺度）");
          case OR -> text.words(" (log odds scale)", "（对数比值尺度）");
          case AS -> text.words(" (arcsine scale)", "（反正弦尺度）");
          default -> "";
        };
    Chart.Scale x = scale(text.words("Risk: ", "危险度：") + arm(1) + unit, low, high);
    Chart.Scale y = scale(text.words("Risk: ", "危险度：") + arm(0) + unit, low, high);
    Chart chart =
        new Chart(
            text.words("L'Abbé plot: ", "L'Abbé图：") + text.measure(),
            text.words(
                "Risks of the two arms of "
                    + text.studies(bubbles.size())
                    + "; below the diagonal the risk is lower in the first arm. "
                    + text.pooled()
                    + ".",
                text.studies(bubbles.size()) + "两组的危险度；对角线以下者试验组危险度较低。" + text.pooled() + "。"),
            text.language().tag(),
            List.of(new Chart.Panel(0, 0, SIDE, SIDE, "", x, y, Optional.empty(), items)),
            List.of(
                new Chart.Entry(
                    new Item.Curve(List.of(), Colour.INK_2, 1.2, Shape.Dash.SOLID),
                    text.words("Equal risks", "危险度相等")),
                new Chart.Entry(
                    new Item.Curve(List.of(), Colour.ACCENT, 1.2, Shape.Dash.DASHED),
                    text.words("Pooled effect", "合并效应")),
                new Chart.Entry(
                    new Item.Symbol(
                        new Point(0, 0),
                        Chart.Sign.CIRCLE,
                        6,
                        Colour.ACCENT.faint(0.45),
                        Colour.ACCENT,
                        "",
                        "",
                        ""),
                    text.words("Study, area by weight", "研究，面积表示权重"))),
            List.of());
    return Plot.of(chart.scene(), table(bubbles));
  }

  private List<Bubble> bubbles() {
    double[] weights = analysis.weights();
    List<Bubble> bubbles = new ArrayList<>();
    for (int row : analysis.rows()) {
      PlotData.labbe(List.of(arms(row)), measure)
          .forEach(p -> bubbles.add(new Bubble(row, p.x(), p.y(), weights[row])));
    }
    if (bubbles.isEmpty()) {
      throw Refusal.of(RefusalReason.NO_RISKS);
    }
    return bubbles;
  }

  private TwoByTwo arms(int row) {
    StudyTable table = analysis.table();
    return TwoByTwo.ofEvents(
        table.number(row, "ai"),
        table.number(row, "n1i"),
        table.number(row, "ci"),
        table.number(row, "n2i"));
  }

  private static Item.Curve line(
      double low, double high, double above, Colour colour, Shape.Dash dash) {
    return new Item.Curve(
        List.of(new Point(low, low + above), new Point(high, high + above)), colour, 1.2, dash);
  }

  private String arm(int arm) {
    if (!options.arms().isEmpty()) {
      return options.arms().get(arm);
    }
    return arm == 0 ? text.words("experimental", "试验组") : text.words("control", "对照组");
  }

  private double analysed(double risk) {
    return switch (measure) {
      case RR -> Math.log(risk);
      case OR -> Math.log(risk / (1 - risk));
      case AS -> Math.asin(Math.sqrt(risk));
      default -> risk;
    };
  }

  private Chart.Scale scale(String title, double low, double high) {
    List<Chart.Tick> ticks = new ArrayList<>();
    for (double risk : FigureText.PROPORTIONS) {
      double at = analysed(risk);
      if (at >= low && at <= high) {
        String percent =
            BigDecimal.valueOf(risk).movePointRight(2).stripTrailingZeros().toPlainString();
        ticks.add(new Chart.Tick(at, percent.replace(".", text.mark()) + "%"));
      }
    }
    return new Chart.Scale(title, low, high, ticks);
  }

  private List<List<String>> table(List<Bubble> bubbles) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "study",
            "risk of the first arm",
            "risk of the second arm",
            "x",
            "y",
            "weight in percent"));
    for (Bubble b : bubbles) {
      TwoByTwo arms = arms(b.row());
      table.add(
          List.of(
              analysis.study(b.row()),
              FigureText.exact(arms.a() / arms.n1()),
              FigureText.exact(arms.c() / arms.n2()),
              FigureText.exact(b.x()),
              FigureText.exact(b.y()),
              FigureText.exact(b.weight())));
    }
    return table;
  }
}
