package org.winnow.figure;

/** A place in a scene, in its units, from the top left corner to the right and down. */
public record Point(double x, double y) {}
