package org.winnow.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.figure.FigureLanguage;

/** The lines below a forest plot in Chinese: the same statistics with Chinese words and marks. */
final class StatisticsInChinese {
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("Test for heterogeneity", "异质性检验");
    WORDS.put("Heterogeneity", "异质性");
    WORDS.put("Test for overall effect", "总效应检验");
    WORDS.put("Test for subgroup differences", "亚组差异检验");
    WORDS.put("Not applicable", "不适用");
    WORDS.put("not applicable", "不适用");
    WORDS.put(": ", "：");
    WORDS.put("; ", "；");
    WORDS.put(", ", "，");
    WORDS.put(" (", "（");
    WORDS.put(")", "）");
  }

  private StatisticsInChinese() {}

  /** The line in the language of the figure. */
  static String in(FigureLanguage language, String english) {
    if (language == FigureLanguage.ENGLISH) {
      return english;
    }
    String text = english;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    return text;
  }
}
