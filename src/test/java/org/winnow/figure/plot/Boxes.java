package org.winnow.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.winnow.figure.Anchor;
import org.winnow.figure.Point;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;

/** Where the texts and shapes of a scene are, for statements about a layout. */
public final class Boxes {
  private static final double ASCENT = 0.85;
  private static final double DESCENT = 0.2;

  private Boxes() {}

  record Box(double left, double top, double right, double bottom, String name) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  public static void assertThatNoTextsOverlapAndAllIsInside(Scene scene) {
    List<Box> texts = scene.texts().stream().map(Boxes::of).toList();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (texts.get(i).meets(texts.get(j))) {
          fail("%s meets %s", texts.get(i), texts.get(j));
        }
      }
    }
    List<Box> all = new ArrayList<>(texts);
    shapes(scene).forEach(shape -> all.addAll(points(shape)));
    assertThat(all)
        .allMatch(
            box ->
                box.left() >= 0
                    && box.top() >= 0
                    && box.right() <= scene.width()
                    && box.bottom() <= scene.height());
  }

  static Box of(Shape.Text text) {
    double width = text.width();
    double size = text.runs().getFirst().style().size();
    double before =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    Point at = text.at();
    if (text.degrees() == -90) {
      return new Box(
          at.x() - ASCENT * size,
          at.y() - width + before,
          at.x() + DESCENT * size,
          at.y() + before,
          text.plain());
    }
    double left = at.x() - before;
    return new Box(
        left, at.y() - ASCENT * size, left + width, at.y() + DESCENT * size, text.plain());
  }

  static Stream<Shape> shapes(Scene scene) {
    return scene.shapes().stream().flatMap(Boxes::inner);
  }

  private static Stream<Shape> inner(Shape shape) {
    return shape instanceof Shape.Group group
        ? group.shapes().stream().flatMap(Boxes::inner)
        : Stream.of(shape);
  }

  private static List<Box> points(Shape shape) {
    return switch (shape) {
      case Shape.Rectangle r ->
          List.of(new Box(r.x(), r.y(), r.x() + r.width(), r.y() + r.height(), "rectangle"));
      case Shape.Line line -> line.points().stream().map(Boxes::of).toList();
      case Shape.Polygon polygon -> polygon.corners().stream().map(Boxes::of).toList();
      case Shape.Circle c ->
          List.of(
              new Box(
                  c.centre().x() - c.radius(),
                  c.centre().y() - c.radius(),
                  c.centre().x() + c.radius(),
                  c.centre().y() + c.radius(),
                  "circle"));
      case Shape.Arrow _, Shape.Text _, Shape.Group _ -> List.of();
    };
  }

  private static Box of(Point point) {
    return new Box(point.x(), point.y(), point.x(), point.y(), "point");
  }

  /** The right end of a text. */
  static double end(Shape.Text text) {
    return of(text).right();
  }

  static boolean isMiddle(Shape.Text text) {
    return text.anchor() == Anchor.MIDDLE;
  }
}
