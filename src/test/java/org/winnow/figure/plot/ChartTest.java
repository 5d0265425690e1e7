package org.winnow.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.winnow.figure.Colour;
import org.winnow.figure.Point;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.plot.Chart.Item;

class ChartTest {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 300;
  private static final Chart.Scale X = scale("Effect", -2, 2);
  private static final Chart.Scale Y = scale("Error", 0, 1);

  @Test
  void valuesStandWhereTheirAxesSay() {
    Scene scene = chart(X, Y, symbol(0, 0.5, "a", ""), symbol(2, 1, "b", "")).scene();

    assertThat(centre(scene, "a").x()).isCloseTo(tick(scene, "0", true), within(1e-9));
    assertThat(centre(scene, "b").x() - centre(scene, "a").x()).isCloseTo(WIDTH / 2, within(1e-9));
    assertThat(centre(scene, "a").y() - centre(scene, "b").y()).isCloseTo(HEIGHT / 2, within(1e-9));
  }

  @Test
  void aReversedAxisHasItsLeastValueOnTop() {
    Scene scene = chart(X, Y.reversed(), symbol(0, 0.1, "a", ""), symbol(0, 0.9, "b", "")).scene();

    assertThat(centre(scene, "a").y()).isLessThan(centre(scene, "b").y());
  }

  @Test
  void anAxisOfRatiosTakesLogarithms() {
    Chart.Scale scale =
        Chart.Scale.of(
            "Odds ratio",
            new Axis(Axis.Scale.LOG, 0.1, 10, List.of(0.1, 1.0, 10.0), OptionalDouble.of(1)),
            ",");
    Scene scene = chart(scale, Y, symbol(Math.log(10), 0.5, "a", "")).scene();

    assertThat(centre(scene, "a").x()).isCloseTo(tick(scene, "10", true), within(1e-9));
    assertThat(plain(scene)).contains("0,1");
  }

  @Test
  void whatLiesBeyondTheAxesIsCutOffAndASymbolThereLeftOut() {
    Item.Curve curve = curve(new Point(-4, 0.5), new Point(4, 0.5));
    Item.Area area =
        new Item.Area(
            List.of(new Point(0, 0.5), new Point(1e300, 1e300), new Point(-1e300, 1e300)),
            Palette.BAND);
    Scene scene = chart(X, Y, curve, area, symbol(3, 0.5, "out", "out")).scene();

    Shape.Line line = (Shape.Line) scene.shapes().getFirst();
    assertThat(line.points().getLast().x() - line.points().getFirst().x())
        .isCloseTo(WIDTH, within(1e-9));
    double left = line.points().getFirst().x();
    assertThat(((Shape.Polygon) scene.shapes().get(1)).corners())
        .allMatch(p -> p.x() >= left - 1e-6 && p.x() <= left + WIDTH + 1e-6);
    assertThat(plain(scene)).doesNotContain("out");
    assertThat(Boxes.shapes(scene)).noneMatch(Shape.Circle.class::isInstance);
  }

  @Test
  void aCurveThatLeavesAndComesBackIsInParts() {
    Item.Curve curve =
        curve(new Point(-1, 0.5), new Point(0, 2), new Point(1, 0.5), new Point(2, Double.NaN));
    Scene scene = chart(X, Y, curve).scene();

    List<Shape> lines =
        scene.shapes().stream()
            .filter(s -> s instanceof Shape.Line l && l.colour().equals(Colour.ACCENT))
            .toList();
    assertThat(lines).hasSize(2);
  }

  @Test
  void labelsStandBesideTheirSymbolsWithoutTouching() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      items.add(symbol(0.01 * i, 0.5, "s" + i, "Study of a long name " + i));
    }
    Scene scene = chart(X, Y, items.toArray(Item[]::new)).scene();

    assertThat(plain(scene)).contains("Study of a long name 0", "Study of a long name 5");
    Boxes.assertThatNoTextsOverlapAndAllIsInside(scene);
  }

  @Test
  void panelsOfAGridShareTheirAxes() {
    Chart.Panel main = panel(1, 0, X, Y, List.of(symbol(1, 0.5, "a", "")));
    Chart.Panel above =
        new Chart.Panel(
            0,
            0,
            WIDTH,
            60,
            "Above",
            X.bare(),
            Y.bare(),
            Optional.empty(),
            List.of(new Item.Box(1, 0, 2, 1, Palette.BAND)));
    Scene scene = chart(List.of(main, above)).scene();

    Shape.Rectangle bar =
        (Shape.Rectangle)
            scene.shapes().stream()
                .filter(Shape.Rectangle.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(bar.x()).isCloseTo(centre(scene, "a").x(), within(1e-9));
    assertThat(plain(scene)).contains("Above");
  }

  @Test
  void anAxisNeedsTwoEnds() {
    assertThatThrownBy(() -> new Chart.Scale("", 1, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Chart.Scale("", 1, Double.NaN, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void noTwoTextsOverlapAndNothingLeavesThePage(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -6, max = 6) Double> xs,
      @ForAll @StringLength(max = 60) String name,
      @ForAll @StringLength(max = 120) String title,
      @ForAll @IntRange(min = 1, max = 1_000_000) int size,
      @ForAll @IntRange(min = 1, max = 3) int columns,
      @ForAll boolean right) {
    List<Chart.Panel> panels = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < xs.size(); i++) {
        items.add(symbol(xs.get(i) / 3, i / 9.0, "s" + i, name));
      }
      items.add(curve(new Point(-9, -9), new Point(9, 9)));
      Chart.Scale y = scale(title, 0, size);
      panels.add(
          new Chart.Panel(
              column % 2,
              column,
              120 + size % 300,
              100 + size % 200,
              column == 1 ? "Head" : "",
              scale(title, -2.0 * size, size),
              y.reversed(),
              right ? Optional.of(y) : Optional.empty(),
              items));
    }
    Chart chart =
        new Chart(
            "t",
            "d",
            right ? "zh" : "en",
            panels,
            List.of(
                new Chart.Entry(symbol(0, 0, "", ""), name),
                new Chart.Entry(curve(), "Pooled"),
                new Chart.Entry(new Item.Box(0, 0, 1, 1, Palette.BAND), title)),
            List.of(title, "A note of some length that says what to think of these studies."));

    Boxes.assertThatNoTextsOverlapAndAllIsInside(chart.scene());
  }

  private static Chart.Scale scale(String title, double from, double to) {
    return Chart.Scale.of(
        title, Axis.between(Axis.Scale.LINEAR, from, to, OptionalDouble.empty()), ".");
  }

  private static Item.Curve curve(Point... points) {
    return new Item.Curve(List.of(points), Colour.ACCENT, 1, Shape.Dash.SOLID);
  }

  private static Item.Symbol symbol(double x, double y, String name, String label) {
    return new Item.Symbol(
        new Point(x, y), Chart.Sign.CIRCLE, 4, Colour.ACCENT, Colour.SURFACE, name, "study", label);
  }

  private static Chart.Panel panel(
      int row, int column, Chart.Scale x, Chart.Scale y, List<Item> items) {
    return new Chart.Panel(row, column, WIDTH, HEIGHT, "", x, y, Optional.empty(), items);
  }

  private static Chart chart(Chart.Scale x, Chart.Scale y, Item... items) {
    return chart(List.of(panel(0, 0, x, y, List.of(items))));
  }

  private static Chart chart(List<Chart.Panel> panels) {
    return new Chart("Chart", "Some studies.", "en", panels, List.of(), List.of());
  }

  private static Point centre(Scene scene, String study) {
    return scene.shapes().stream()
        .filter(s -> s instanceof Shape.Group g && study.equals(g.data().get("study")))
        .map(s -> ((Shape.Circle) ((Shape.Group) s).shapes().getFirst()).centre())
        .findFirst()
        .orElseThrow();
  }

  /** Where the label of a tick of the level axis stands. */
  private static double tick(Scene scene, String label, boolean level) {
    return scene.texts().stream()
        .filter(t -> t.plain().equals(label) && Boxes.isMiddle(t) == level)
        .findFirst()
        .orElseThrow()
        .at()
        .x();
  }

  private static List<String> plain(Scene scene) {
    return scene.texts().stream().map(Shape.Text::plain).toList();
  }
}
