package org.winnow.figure;

/** Which end of a text stands at its point. */
public enum Anchor {
  START("start"),
  MIDDLE("middle"),
  END("end");

  private final String svg;

  Anchor(String svg) {
    this.svg = svg;
  }

  String svg() {
    return svg;
  }

  /** Where a text of this width begins, measured from its point. */
  double offset(double width) {
    return switch (this) {
      case START -> 0;
      case MIDDLE -> -width / 2;
      case END -> -width;
    };
  }
}
