package org.winnow.synthesis;

import java.util.Objects;
import org.winnow.figure.FigureLanguage;
import org.winnow.review.Protocol.Text;

/** Texts in the language that is asked for, or in the one that there is. */
final class Languages {
  private Languages() {}

  static String in(FigureLanguage language, Text text) {
    String en = Objects.requireNonNullElse(text.en(), "");
    String zh = Objects.requireNonNullElse(text.zh(), "");
    return language == FigureLanguage.CHINESE ? zh.isEmpty() ? en : zh : en.isEmpty() ? zh : en;
  }
}
