package org.winnow.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.winnow.figure.Point;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;

class FunnelPlotTest {
  private static final List<FunnelPlot.Contour> CONTOURS =
      List.of(
          new FunnelPlot.Contour(1.645, "0.05 < P < 0.1"),
          new FunnelPlot.Contour(1.960, "0.01 < P < 0.05"),
          new FunnelPlot.Contour(2.576, "P < 0.01"));

  @Test
  void theMostPreciseStudyStandsOnTop() {
    Scene scene =
        plot(List.of(point("precise", 0, 0.1), point("vague", 0, 0.4)), List.of()).scene();

    double top = centre(scene, "precise").y();
    double low = centre(scene, "vague").y();
    double zero = height(scene, "0.0");
    assertThat(top).isLessThan(low);
    assertThat((low - zero) / (top - zero)).isCloseTo(4, within(1e-9));
  }

  @Test
  void theRegionIsAsWideAsItsStandardErrors() {
    Scene scene = plot(List.of(point("a", 0.5, 0.4), point("b", -0.5, 0.2)), List.of()).scene();

    List<Shape.Line> dotted =
        lines(scene).filter(l -> l.dash() == Shape.Dash.DOTTED).limit(2).toList();
    Shape.Line pooled =
        lines(scene).filter(l -> l.dash() == Shape.Dash.DASHED).findFirst().orElseThrow();
    Point a = centre(scene, "a");
    Point b = centre(scene, "b");
    double perUnit = a.x() - b.x();
    double zero = height(scene, "0.0");
    double perError = (a.y() - zero) / 0.4;
    for (Shape.Line side : dotted) {
      Point tip = side.points().getFirst();
      Point end = side.points().getLast();
      assertThat(tip.x()).isCloseTo(pooled.points().getFirst().x(), within(1e-9));
      double errors = (end.y() - tip.y()) / perError;
      assertThat(Math.abs(end.x() - tip.x()) / perUnit).isCloseTo(1.96 * errors, within(1e-9));
    }
  }

  @Test
  void contoursLieAroundNoEffectFromTheWidestInwards() {
    Scene scene = plot(List.of(point("a", 0.5, 0.4), point("b", -0.5, 0.2)), CONTOURS).scene();

    List<Shape.Polygon> cones =
        scene.shapes().stream()
            .filter(Shape.Polygon.class::isInstance)
            .map(Shape.Polygon.class::cast)
            .toList();
    assertThat(cones).hasSize(3);
    double none = (centre(scene, "a").x() + centre(scene, "b").x()) / 2;
    assertThat(cones)
        .allSatisfy(c -> assertThat(c.corners().getFirst().x()).isCloseTo(none, within(1e-9)));
    assertThat(cones.stream().map(FunnelPlotTest::area))
        .isSortedAccordingTo((x, y) -> Double.compare(y, x));
    assertThat(cones.stream().map(Shape.Polygon::fill)).doesNotHaveDuplicates();
    assertThat(plain(scene)).contains("0.05 < P < 0.1", "0.01 < P < 0.05", "P < 0.01");
  }

  @Test
  void studiesThatWereAddedAreOpenCirclesAndSubgroupsHaveSymbols() {
    Scene scene =
        plot(
                List.of(
                    point("a", 0.5, 0.4),
                    new FunnelPlot.Point("b", 0.1, 0.3, 1, false),
                    new FunnelPlot.Point("c", -0.5, 0.4, 0, true)),
                List.of())
            .scene();

    Shape.Circle study = (Shape.Circle) symbol(scene, "a");
    Shape.Circle added = (Shape.Circle) symbol(scene, "c");
    assertThat(study.fill()).isNotEqualTo(org.winnow.figure.Colour.SURFACE);
    assertThat(added.fill()).isEqualTo(org.winnow.figure.Colour.SURFACE);
    assertThat(symbol(scene, "b")).isInstanceOf(Shape.Rectangle.class);
    assertThat(plain(scene)).contains("first", "second", "Added");
  }

  @Property(tries = 200)
  void noTwoTextsOverlapAndNothingLeavesThePage(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -6, max = 6) Double> effects,
      @ForAll @DoubleRange(min = 0.01, max = 5) double error,
      @ForAll @IntRange(min = 1, max = 6) int series,
      @ForAll Axis.Scale scale,
      @ForAll boolean contours) {
    List<FunnelPlot.Point> points = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      points.add(
          new FunnelPlot.Point("s" + i, effects.get(i), error * (1 + i), i % series, i == 3));
    }
    for (int i = 0; i < series; i++) {
      names.add("A subgroup with a long name that may have to be broken " + i);
    }
    FunnelPlot plot =
        new FunnelPlot(
            "t",
            "d",
            "en",
            scale,
            points,
            names,
            OptionalDouble.of(effects.getFirst()),
            1.96,
            OptionalDouble.of(0),
            contours ? CONTOURS : List.of(),
            new FunnelPlot.Legend("Pooled", "Region", "No effect", "Added"),
            "Effect",
            "Standard error",
            List.of("A note of some length that says what should be thought of these studies."));

    Boxes.assertThatNoTextsOverlapAndAllIsInside(plot.scene());
  }

  private static FunnelPlot plot(List<FunnelPlot.Point> points, List<FunnelPlot.Contour> contours) {
    return new FunnelPlot(
        "Funnel plot",
        "Some studies.",
        "en",
        Axis.Scale.LINEAR,
        points,
        List.of("first", "second"),
        OptionalDouble.of(0.1),
        1.96,
        OptionalDouble.of(0),
        contours,
        new FunnelPlot.Legend("Pooled", "Region", "No effect", "Added"),
        "Effect",
        "Standard error",
        List.of());
  }

  private static FunnelPlot.Point point(String name, double effect, double error) {
    return new FunnelPlot.Point(name, effect, error, 0, false);
  }

  private static Shape symbol(Scene scene, String study) {
    return scene.shapes().stream()
        .filter(s -> s instanceof Shape.Group g && study.equals(g.data().get("study")))
        .map(s -> ((Shape.Group) s).shapes().getFirst())
        .findFirst()
        .orElseThrow();
  }

  private static Point centre(Scene scene, String study) {
    return ((Shape.Circle) symbol(scene, study)).centre();
  }

  private static double height(Scene scene, String tick) {
    return scene.texts().stream()
            .filter(t -> t.plain().equals(tick) && !Boxes.isMiddle(t))
            .findFirst()
            .orElseThrow()
            .at()
            .y()
        - 4;
  }

  private static java.util.stream.Stream<Shape.Line> lines(Scene scene) {
    return scene.shapes().stream().filter(Shape.Line.class::isInstance).map(Shape.Line.class::cast);
  }

  private static List<String> plain(Scene scene) {
    return scene.texts().stream().map(Shape.Text::plain).toList();
  }

  /** By the formula of the shoelace. */
  private static double area(Shape.Polygon polygon) {
    double sum = 0;
    List<Point> corners = polygon.corners();
    for (int i = 0; i < corners.size(); i++) {
      Point p = corners.get(i);
      Point q = corners.get((i + 1) % corners.size());
      sum += p.x() * q.y() - q.x() * p.y();
    }
    return Math.abs(sum) / 2;
  }
}
