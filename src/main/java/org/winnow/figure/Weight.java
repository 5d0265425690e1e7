package org.winnow.figure;

/** How heavy the strokes of a text are. */
public enum Weight {
  REGULAR(400),
  SEMIBOLD(600);

  private final int css;

  Weight(int css) {
    this.css = css;
  }

  int css() {
    return css;
  }
}
