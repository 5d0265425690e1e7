package org.winnow.figure.plot;

import org.winnow.figure.Colour;

/** A judgement of the risk of bias: a colour, and a sign for those who do not see it. */
public enum Judgement {
  LOW("+", new Colour("risk-low", 0x2f8f5b, 1), Colour.SURFACE),
  /** Some concerns, or unclear. */
  UNCLEAR("?", new Colour("risk-unclear", 0xf0c541, 1), new Colour("risk-sign", 0x1f2321, 1)),
  HIGH("\u2212", new Colour("risk-high", 0xc8432f, 1), Colour.SURFACE),
  /** Not judged: an empty place. */
  NONE("", Colour.SURFACE, Colour.SURFACE);

  private final String sign;
  private final Colour fill;
  private final Colour ink;

  Judgement(String sign, Colour fill, Colour ink) {
    this.sign = sign;
    this.fill = fill;
    this.ink = ink;
  }

  public String sign() {
    return sign;
  }

  Colour fill() {
    return fill;
  }

  Colour ink() {
    return ink;
  }
}
