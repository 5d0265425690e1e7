package org.winnow.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.winnow.figure.Colour;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.ForestPlot.Align;
import org.winnow.figure.plot.ForestPlot.Column;
import org.winnow.figure.plot.ForestPlot.Group;
import org.winnow.figure.plot.ForestPlot.Kind;
import org.winnow.figure.plot.ForestPlot.Row;
import org.winnow.figure.plot.ForestPlot.Side;

class ForestPlotTest {
  private static final Axis AXIS =
      new Axis(Axis.Scale.LOG, 0.1, 10, List.of(0.1, 1.0, 10.0), OptionalDouble.of(1));

  @Test
  void theAreaOfASquareIsInProportionToItsWeight() {
    Scene scene =
        plot(ForestStyle.jama(), List.of(square("A", 1, 0.5, 2, 40), square("B", 1, 0.5, 2, 10)))
            .scene();

    Shape.Rectangle first = shape(scene, "row0", Shape.Rectangle.class).getFirst();
    Shape.Rectangle second = shape(scene, "row1", Shape.Rectangle.class).getFirst();
    assertThat(first.width() * first.height() / (second.width() * second.height()))
        .isCloseTo(4, within(1e-9));
    assertThat(first.x() + first.width() / 2).isCloseTo(noEffect(scene), within(1e-9));
  }

  @Test
  void anIntervalBeyondTheAxisEndsInAnArrow() {
    Scene scene =
        plot(ForestStyle.bmj(), List.of(square("in", 1, 0.5, 2, 1), square("out", 1, 0.01, 2, 1)))
            .scene();

    assertThat(shape(scene, "row0", Shape.Polygon.class)).isEmpty();
    Shape.Polygon tip = shape(scene, "row1", Shape.Polygon.class).getFirst();
    double axisLeft = position(scene, "0.1");
    assertThat(tip.corners().getFirst().x()).isCloseTo(axisLeft, within(1e-9));
    Shape.Line line = shape(scene, "row1", Shape.Line.class).getFirst();
    assertThat(line.points().getFirst().x()).isBetween(axisLeft, axisLeft + 10);
  }

  @Test
  void aStudyWhollyBeyondTheAxisIsAnArrowAlone() {
    Scene scene = plot(ForestStyle.lancet(), List.of(square("far", 50, 20, 90, 1))).scene();

    assertThat(shape(scene, "row0", Shape.Rectangle.class)).isEmpty();
    assertThat(shape(scene, "row0", Shape.Polygon.class)).hasSize(1);
  }

  @Test
  void aDiamondIsAsWideAsItsInterval() {
    Scene scene =
        plot(
                ForestStyle.lancet(),
                List.of(
                    new Row(
                        Kind.TOTAL,
                        List.of(List.of("Total")),
                        new Mark.Diamond(1, 0.1, 10, Optional.of(new Mark.Bar(0.01, 20))),
                        List.of())))
            .scene();

    List<Double> xs =
        shape(scene, "row0", Shape.Polygon.class).getFirst().corners().stream()
            .map(p -> p.x())
            .toList();
    assertThat(xs.get(0)).isCloseTo(position(scene, "0.1"), within(1e-9));
    assertThat(xs.get(2)).isCloseTo(position(scene, "10"), within(1e-9));
    assertThat(xs.get(1)).isCloseTo(position(scene, "1"), within(1e-9));
    // The bar of prediction below it goes beyond the axis on both sides.
    assertThat(shape(scene, "row0", Shape.Polygon.class)).hasSize(3);
    assertThat(shape(scene, "row0", Shape.Line.class)).hasSize(1);
  }

  @Test
  void squaresThatAreAllAlikeAreSmall() {
    Scene alike =
        plot(ForestStyle.bmj(), List.of(square("A", 1, 0.5, 2, 7), square("B", 1, 0.5, 2, 7)))
            .scene();
    Scene one = plot(ForestStyle.bmj(), List.of(square("A", 1, 0.5, 2, 7))).scene();

    assertThat(shape(alike, "row0", Shape.Rectangle.class).getFirst().width())
        .isLessThan(shape(one, "row0", Shape.Rectangle.class).getFirst().width());
  }

  @Test
  void anExcludedStudyIsGreyAndHasNoSquare() {
    Row row =
        new Row(
            Kind.EXCLUDED,
            List.of(List.of("Out (excluded: dose)"), List.of("1", "2"), List.of("1.00")),
            new Mark.Square(1, 0.5, 2, 0),
            List.of());
    Scene scene = plot(ForestStyle.bmj(), List.of(square("A", 1, 0.5, 2, 1), row)).scene();

    assertThat(shape(scene, "row1", Shape.Rectangle.class)).isEmpty();
    assertThat(shape(scene, "row1", Shape.Line.class)).hasSize(1);
    assertThat(Scene.textsOf(group(scene, "row1")))
        .allMatch(t -> t.runs().getFirst().style().colour().equals(Colour.INK_2));
  }

  @Test
  void decimalMarksStandBelowEachOther() {
    List<Row> rows =
        List.of(
            row("A", List.of("1", "17.25"), List.of("0.41", "[0.13,", "1.26]")),
            row("B", List.of("110", "4"), List.of("12.50", "[-1.11,", "111.26]")));
    Scene scene = plot(ForestStyle.plain(), rows).scene();

    assertThat(markOf(scene, "0.41")).isCloseTo(markOf(scene, "12.50"), within(1e-9));
    assertThat(markOf(scene, "[0.13,")).isCloseTo(markOf(scene, "[-1.11,"), within(1e-9));
    assertThat(markOf(scene, "1.26]")).isCloseTo(markOf(scene, "111.26]"), within(1e-9));
    assertThat(markOf(scene, "17.25")).isCloseTo(Boxes.end(text(scene, "4")), within(1e-9));
    assertThat(Boxes.end(text(scene, "1"))).isCloseTo(Boxes.end(text(scene, "110")), within(1e-9));
  }

  @Test
  void aLongNameIsBrokenAndItsNumbersStandBesideTheMiddle() {
    String name = "The international multicentre randomised trial of nearly everything 1998";
    Scene scene = plot(ForestStyle.plain(), List.of(square(name, 1, 0.5, 2, 1))).scene();

    List<Shape.Text> texts = Scene.textsOf(group(scene, "row0"));
    List<Shape.Text> lines = texts.stream().filter(t -> t.at().x() == 12).toList();
    assertThat(lines).hasSize(2);
    assertThat(String.join(" ", lines.stream().map(Shape.Text::plain).toList())).isEqualTo(name);
    assertThat(text(scene, "1.00").at().y())
        .isBetween(lines.getFirst().at().y(), lines.getLast().at().y());
  }

  @Test
  void manyRowsGoOnPagesWithTheHeadAndTheAxisOnEach() {
    List<Row> rows = new ArrayList<>();
    for (int g = 0; g < 3; g++) {
      rows.add(Row.line(Kind.HEADING, "Group " + g));
      for (int i = 0; i < 28; i++) {
        rows.add(square("Study " + g + "-" + i, 1, 0.5, 2, 1));
      }
      rows.add(Row.line(Kind.SUBTOTAL, "Subtotal " + g));
      rows.add(Row.line(Kind.NOTE, "Heterogeneity " + g));
    }
    rows.add(Row.line(Kind.TOTAL, "Total"));
    ForestPlot plot = plot(ForestStyle.bmj(), rows);

    List<Scene> pages = plot.pages(40);

    assertThat(pages).hasSize(3);
    for (int i = 0; i < 3; i++) {
      List<String> texts = plain(pages.get(i));
      assertThat(texts).contains("Study", "0.1", "10", (i + 1) + " / 3");
      Boxes.assertThatNoTextsOverlapAndAllIsInside(pages.get(i));
    }
    assertThat(
            pages.stream()
                .flatMap(page -> plain(page).stream())
                .filter(t -> t.startsWith("Study ")))
        .hasSize(84)
        .doesNotHaveDuplicates();
    assertThat(plain(pages.getLast())).contains("Total");
    assertThat(plot.pages(200)).hasSize(1);
    assertThat(plain(plot.scene())).contains("Study 0-0", "Total").doesNotContain("1 / 3");
  }

  @Test
  void aHeadingNeverEndsAPageAndATotalNeverBeginsOne() {
    List<Row> rows = new ArrayList<>();
    for (int g = 0; g < 12; g++) {
      rows.add(Row.line(Kind.HEADING, "Heading " + g));
      for (int i = 0; i <= g % 4; i++) {
        rows.add(square("s", 1, 0.5, 2, 1));
      }
      rows.add(Row.line(Kind.SUBTOTAL, "Subtotal"));
    }
    for (int size = 2; size < 20; size++) {
      for (Scene page : plot(ForestStyle.bmj(), rows).pages(size)) {
        List<Shape.Group> groups = groups(page);
        assertThat(groups.getLast().data()).doesNotContainEntry("kind", "heading");
        assertThat(groups.getFirst().data()).doesNotContainEntry("kind", "subtotal");
      }
    }
  }

  @Test
  void judgementsAreDotsWithTheirSignsAndALegend() {
    List<Row> rows =
        List.of(
            new Row(
                Kind.STUDY,
                List.of(List.of("A")),
                new Mark.Nothing(),
                List.of(Judgement.LOW, Judgement.HIGH, Judgement.NONE)));
    ForestPlot.Domains domains =
        new ForestPlot.Domains(
            "Risk of Bias",
            List.of("A", "B", "C"),
            List.of("Risk of bias legend", "(A) Randomisation"),
            List.of(
                new Judgement.Sign(Judgement.LOW, "Low"),
                new Judgement.Sign(Judgement.UNCLEAR, "Unclear"),
                new Judgement.Sign(Judgement.HIGH, "High")));
    Scene scene = plot(ForestStyle.plain(), rows, domains).scene();

    assertThat(shape(scene, "row0", Shape.Circle.class)).hasSize(2);
    assertThat(Scene.textsOf(group(scene, "row0")).stream().map(Shape.Text::plain))
        .containsExactly("A", "+", "\u2212");
    assertThat(plain(scene)).contains("(A) Randomisation", "Low", "Unclear", "High");
    Boxes.assertThatNoTextsOverlapAndAllIsInside(scene);
  }

  @Property(tries = 200)
  void noTwoTextsOverlapAndNothingLeavesThePage(
      @ForAll @Size(min = 1, max = 12) List<@StringLength(max = 60) String> names,
      @ForAll @IntRange(min = 1, max = 99_999_999) int scale,
      @ForAll @StringLength(max = 40) String favours,
      @ForAll @IntRange(max = 6) int domains,
      @ForAll @IntRange(max = 5) int style,
      @ForAll Side effectSide) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double estimate = Math.exp((i % 5 - 2) * 1.3);
      rows.add(
          new Row(
              Kind.values()[i % Kind.values().length],
              List.of(
                  List.of(names.get(i)),
                  List.of("" + scale / (i + 1), "0." + scale),
                  i % 4 == 3
                      ? List.of("Not estimable")
                      : List.of("" + scale, "[" + i + ",", scale * 2L + ".5]")),
              new Mark.Square(estimate, estimate / (i + 1), estimate * 40, i),
              IntStream.range(0, domains)
                  .mapToObj(d -> Judgement.values()[d % SIGNS.size()])
                  .toList()));
    }
    rows.add(
        Row.line(
            Kind.NOTE,
            "Heterogeneity: Tau² = 0.31; Chi² = 152.57, df = 12 (P < 0.00001); I² = 92%"));
    ForestPlot plot =
        new ForestPlot(
            "t",
            "d",
            style % 2 == 0 ? "en" : "zh",
            groups(effectSide),
            rows,
            AXIS,
            ".",
            List.of("Risk Ratio", "M-H, Random, 95% CI"),
            favours,
            favours,
            style == 1 ? favours : "",
            domains == 0
                ? ForestPlot.Domains.NONE
                : new ForestPlot.Domains(
                    "Risk of Bias",
                    IntStream.range(0, domains).mapToObj(d -> "D" + (d + 1)).toList(),
                    List.of(),
                    SIGNS),
            List.of(
                    ForestStyle.revman(Colour.ACCENT),
                    ForestStyle.jama(),
                    ForestStyle.bmj(),
                    ForestStyle.lancet(),
                    ForestStyle.plain(),
                    ForestStyle.grayscale())
                .get(style),
            names);

    Boxes.assertThatNoTextsOverlapAndAllIsInside(plot.scene());
    plot.pages(4).forEach(Boxes::assertThatNoTextsOverlapAndAllIsInside);
  }

  private static final List<Judgement.Sign> SIGNS =
      Arrays.stream(Judgement.values())
          .filter(judgement -> judgement != Judgement.NONE)
          .map(judgement -> new Judgement.Sign(judgement, judgement.name() + " risk of bias"))
          .toList();

  @Test
  void noTwoJudgementsHaveOneSignAndTheyAreTheSameInGrey() {
    assertThat(SIGNS.stream().map(sign -> sign.judgement().sign())).doesNotHaveDuplicates();
    List<Row> rows =
        List.of(
            new Row(
                Kind.STUDY,
                List.of(List.of("A")),
                new Mark.Nothing(),
                SIGNS.stream().map(Judgement.Sign::judgement).toList()));
    ForestPlot.Domains domains =
        new ForestPlot.Domains(
            "Risk of Bias",
            List.of("A", "B", "C", "D", "E", "F", "G"),
            List.of("Risk of bias legend"),
            SIGNS);
    for (ForestStyle style : List.of(ForestStyle.plain(), ForestStyle.grayscale())) {
      Scene scene = plot(style, rows, domains).scene();
      assertThat(Scene.textsOf(group(scene, "row0")).stream().map(Shape.Text::plain))
          .containsExactly("A", "+", "?", "~", "\u2212", "\u00d7", "!", "NI");
      Boxes.assertThatNoTextsOverlapAndAllIsInside(scene);
    }
  }

  @Test
  void aStripOfDensityIsDarkestInItsMiddle() {
    List<Mark.Slice> slices =
        List.of(
            new Mark.Slice(0.5, 0.8, 0.3),
            new Mark.Slice(0.8, 1.2, 1),
            new Mark.Slice(1.2, 2, 0.3));
    List<Row> rows =
        List.of(
            new Row(
                Kind.SUMMARY, List.of(List.of("PI")), new Mark.Bar(0.6, 1.7, slices), List.of()));
    List<Shape.Line> strip =
        shape(
                plot(ForestStyle.plain(), rows, ForestPlot.Domains.NONE).scene(),
                "row0",
                Shape.Line.class)
            .stream()
            .filter(line -> line.colour().opacity() < 1)
            .toList();
    assertThat(strip).hasSize(3);
    assertThat(strip.get(1).colour().opacity()).isGreaterThan(strip.get(0).colour().opacity());
    assertThat(strip.get(0).colour().opacity()).isEqualTo(strip.get(2).colour().opacity());
  }

  private static List<Group> groups(Side effectSide) {
    return List.of(
        new Group(Side.LEFT, List.of("Study"), List.of(new Column("", Align.LEFT, 0))),
        new Group(
            Side.LEFT,
            List.of("Experimental"),
            List.of(
                new Column("Events", Align.DECIMAL, 0), new Column("Total", Align.DECIMAL, 12))),
        new Group(
            effectSide,
            List.of("Risk Ratio", "M-H, Random, 95% CI"),
            List.of(
                new Column("", Align.DECIMAL, 0),
                new Column("", Align.DECIMAL, 4),
                new Column("", Align.DECIMAL, 4))));
  }

  private static Row row(String name, List<String> arm, List<String> effect) {
    return new Row(Kind.STUDY, List.of(List.of(name), arm, effect), new Mark.Nothing(), List.of());
  }

  private static Row square(
      String name, double estimate, double lower, double upper, double weight) {
    return new Row(
        Kind.STUDY,
        List.of(List.of(name), List.of("1", "2"), List.of("1.00", "[0.50,", "2.00]")),
        new Mark.Square(estimate, lower, upper, weight),
        List.of());
  }

  private static ForestPlot plot(ForestStyle style, List<Row> rows) {
    return plot(style, rows, ForestPlot.Domains.NONE);
  }

  private static ForestPlot plot(ForestStyle style, List<Row> rows, ForestPlot.Domains domains) {
    return new ForestPlot(
        "Forest plot",
        "Some studies.",
        "en",
        groups(Side.RIGHT),
        rows,
        AXIS,
        ".",
        List.of("Risk ratio"),
        "Favours a",
        "Favours b",
        "",
        domains,
        style,
        List.of());
  }

  private static double noEffect(Scene scene) {
    return position(scene, "1");
  }

  /** Where the label of a tick stands. */
  private static double position(Scene scene, String tick) {
    return scene.texts().stream()
        .filter(t -> t.plain().equals(tick) && Boxes.isMiddle(t))
        .findFirst()
        .orElseThrow()
        .at()
        .x();
  }

  private static Shape.Text text(Scene scene, String plain) {
    return scene.texts().stream()
        .filter(t -> t.plain().equals(plain) && !Boxes.isMiddle(t))
        .findFirst()
        .orElseThrow();
  }

  /** Where the decimal mark of a text stands. */
  private static double markOf(Scene scene, String plain) {
    Shape.Text text = text(scene, plain);
    String fraction = plain.substring(plain.indexOf('.'));
    return Boxes.end(text) - ForestLayout.widthOf(fraction, text.runs().getFirst().style());
  }

  private static List<String> plain(Scene scene) {
    return scene.texts().stream().map(Shape.Text::plain).toList();
  }

  private static List<Shape.Group> groups(Scene scene) {
    return scene.shapes().stream()
        .filter(Shape.Group.class::isInstance)
        .map(Shape.Group.class::cast)
        .toList();
  }

  private static Shape.Group group(Scene scene, String id) {
    return groups(scene).stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow();
  }

  private static <T extends Shape> List<T> shape(Scene scene, String id, Class<T> type) {
    return group(scene, id).shapes().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
