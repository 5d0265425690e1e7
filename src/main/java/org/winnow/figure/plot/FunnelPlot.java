package org.winnow.figure.plot;

import java.util.List;
import java.util.OptionalDouble;
import org.winnow.figure.Scene;

/**
 * A funnel plot: effects against their standard errors, the most precise on top.
 *
 * @param title its name, for those who cannot see it
 * @param description what it shows, in a sentence or two
 * @param language the tag of BCP 47 that its texts are written in
 * @param scale of the effects; those of {@link Axis.Scale#LOG} are given as their logarithms and
 *     labelled as ratios
 * @param points the studies
 * @param series what the symbols stand for, in their order; no legend for a single one
 * @param pooled the pooled effect
 * @param region the half width of the region around it in standard errors, such as 1.96
 * @param none the value of no effect
 * @param contours bounds of significance around no effect, from the narrowest
 * @param legend of the lines and areas
 * @param notes below everything
 */
public record FunnelPlot(
    String title,
    String description,
    String language,
    Axis.Scale scale,
    List<Point> points,
    List<String> series,
    OptionalDouble pooled,
    double region,
    OptionalDouble none,
    List<Contour> contours,
    Legend legend,
    String effectTitle,
    String errorTitle,
    List<String> notes) {

  public FunnelPlot {
    points = List.copyOf(points);
    series = List.copyOf(series);
    contours = List.copyOf(contours);
    notes = List.copyOf(notes);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A funnel plot needs a study");
    }
  }

  /**
   * A study.
   *
   * @param effect on the scale of analysis
   * @param standardError greater than 0
   * @param series which symbol it has
   * @param filledIn whether it was made up by trim and fill
   */
  public record Point(
      String name, double effect, double standardError, int series, boolean filledIn) {}

  /**
   * The area whose P is above a bound.
   *
   * @param z half its width in standard errors
   * @param label of the area outside it, up to the next contour
   */
  public record Contour(double z, String label) {}

  /** What is said of the lines; an empty text leaves its entry out. */
  public record Legend(String pooled, String region, String none, String filledIn) {}

  /** The figure. */
  public Scene scene() {
    return new FunnelLayout(this).scene();
  }
}
