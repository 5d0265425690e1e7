package org.winnow.figure;

/**
 * How a text looks.
 *
 * @param size the em in units of the scene
 */
public record TextStyle(Weight weight, double size, Colour colour) {}
