package org.winnow.figure.plot;

import java.util.List;
import org.winnow.figure.Colour;

/**
 * A judgement of the risk of bias: a colour, and a sign for those who do not see it. No two have
 * the same sign, so that a figure in grey can be read too.
 */
public enum Judgement {
  LOW("+", new Colour("risk-low", 0x2f8f5b, 1), Colour.SURFACE),
  /** Some concerns, or unclear. */
  UNCLEAR("?", new Colour("risk-unclear", 0xf0c541, 1), Ink.SIGN),
  MODERATE("~", new Colour("risk-moderate", 0xf0c541, 1), Ink.SIGN),
  HIGH("\u2212", new Colour("risk-high", 0xc8432f, 1), Colour.SURFACE),
  SERIOUS("\u00d7", new Colour("risk-serious", 0xd2622c, 1), Colour.SURFACE),
  CRITICAL("!", new Colour("risk-critical", 0x861912, 1), Colour.SURFACE),
  /** The study does not tell. */
  NO_INFORMATION("NI", new Colour("risk-no-information", 0x66758a, 1), Colour.SURFACE),
  /** Not judged: an empty place. */
  NONE("", Colour.SURFACE, Colour.SURFACE);

  /** Of signs on light ground. */
  private static final class Ink {
    static final Colour SIGN = new Colour("risk-sign", 0x1f2321, 1);
    static final Colour RIM = new Colour("risk-rim", 0x6f7478, 1);
  }

  private final String sign;
  private final Colour fill;
  private final Colour ink;

  Judgement(String sign, Colour fill, Colour ink) {
    this.sign = sign;
    this.fill = fill;
    this.ink = ink;
  }

  /** A judgement with what it is called where the signs are explained. */
  public record Sign(Judgement judgement, String name) {}

  public String sign() {
    return sign;
  }

  Colour fill() {
    return fill;
  }

  Colour ink() {
    return ink;
  }

  /** The fill, the rim and the ink of its sign in print without colours. */
  List<Colour> grey() {
    return switch (this) {
      case HIGH, SERIOUS, CRITICAL -> List.of(Ink.SIGN, Ink.SIGN, Colour.SURFACE);
      default -> List.of(Colour.SURFACE, Ink.RIM, Ink.SIGN);
    };
  }
}
