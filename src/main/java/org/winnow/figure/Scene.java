package org.winnow.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * A figure that has been laid out: every writer draws exactly this.
 *
 * @param width in units; a unit is a CSS pixel on screen and {@link #POINTS_PER_UNIT} in print
 * @param title its name, for those who cannot see it and for the files' properties
 * @param description what it shows, in a sentence or two
 * @param language the tag of BCP 47 that its texts are written in
 */
public record Scene(
    double width,
    double height,
    String title,
    String description,
    String language,
    List<Shape> shapes) {

  /** 860 units, a usual width here, become 182 mm: the text area of an A4 page. */
  public static final double POINTS_PER_UNIT = 0.6;

  public Scene {
    title = Run.harmless(title);
    description = Run.harmless(description);
    shapes = List.copyOf(shapes);
  }

  /** Every line of text, in the order in which it is drawn. */
  public List<Shape.Text> texts() {
    return shapes.stream().flatMap(Scene::texts).toList();
  }

  /** Every line of text within one shape. */
  public static List<Shape.Text> textsOf(Shape shape) {
    return texts(shape).toList();
  }

  private static Stream<Shape.Text> texts(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> Stream.of(text);
      case Shape.Group group -> group.shapes().stream().flatMap(Scene::texts);
      case Shape.Rectangle _, Shape.Arrow _, Shape.Line _, Shape.Polygon _, Shape.Circle _ ->
          Stream.empty();
    };
  }
}
