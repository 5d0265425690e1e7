package org.winnow.figure;

/**
 * How a text looks.
 *
 * @param size the em in units of the scene
 * @param tabular whether all digits and signs are equally wide, in every weight, so that numbers
 *     stand below each other
 */
public record TextStyle(Weight weight, double size, Colour colour, boolean tabular) {
  public TextStyle(Weight weight, double size, Colour colour) {
    this(weight, size, colour, false);
  }
}
