package org.winnow.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.winnow.analysis.Preparation;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

/** What stands below a figure of a row: its footnote, and which of its numbers nobody reported. */
final class RowNotes {
  private static final Map<String, Wording> COLUMNS =
      Map.ofEntries(
          Map.entry("ai", new Wording("events, experimental", "试验组事件数")),
          Map.entry("n1i", new Wording("total, experimental", "试验组人数")),
          Map.entry("ci", new Wording("events, control", "对照组事件数")),
          Map.entry("n2i", new Wording("total, control", "对照组人数")),
          Map.entry("m1i", new Wording("mean, experimental", "试验组均数")),
          Map.entry("sd1i", new Wording("SD, experimental", "试验组标准差")),
          Map.entry("m2i", new Wording("mean, control", "对照组均数")),
          Map.entry("sd2i", new Wording("SD, control", "对照组标准差")),
          Map.entry("yi", new Wording("effect", "效应值")),
          Map.entry("sei", new Wording("standard error", "标准误")),
          Map.entry("oe", new Wording("O − E", "O − E")),
          Map.entry("v", new Wording("variance", "方差")),
          Map.entry("x1i", new Wording("events, experimental", "试验组事件数")),
          Map.entry("t1i", new Wording("person-time, experimental", "试验组人时")),
          Map.entry("x2i", new Wording("events, control", "对照组事件数")),
          Map.entry("t2i", new Wording("person-time, control", "对照组人时")),
          Map.entry("xi", new Wording("events", "事件数")),
          Map.entry("ni", new Wording("total", "总数")),
          Map.entry("ri", new Wording("correlation", "相关系数")));

  private RowNotes() {}

  /** Empty when there is nothing to say. */
  static String of(StudyRow row, List<String> columns, FigureLanguage language) {
    List<String> notes = new ArrayList<>();
    if (row.footnote() != null) {
      notes.add(row.footnote());
    }
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (String column : columns) {
      Origin origin =
          Objects.requireNonNullElse(row.origins(), Map.<String, Origin>of()).get(column);
      if (origin != null && origin.kind() != Origin.Kind.REPORTED && !row.value(column).isEmpty()) {
        alike
            .computeIfAbsent(how(origin, language), how -> new ArrayList<>())
            .add(COLUMNS.getOrDefault(column, Wording.same(column)).in(language));
      }
    }
    alike.forEach(
        (how, names) ->
            notes.add(
                switch (language) {
                  case ENGLISH -> capital(String.join("; ", names)) + ": " + how + ".";
                  case CHINESE -> String.join("、", names) + "：" + how + "。";
                }));
    return String.join(language == FigureLanguage.ENGLISH ? " " : "", notes);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static String how(Origin origin, FigureLanguage language) {
    String kind =
        switch (origin.kind()) {
          case REPORTED -> "";
          case CONVERTED -> new Wording("converted", "换算所得").in(language);
          case CALCULATED -> new Wording("calculated", "计算所得").in(language);
          case FIGURE -> new Wording("read from a figure", "读自图形").in(language);
          case AUTHORS -> new Wording("from the authors", "由作者提供").in(language);
        };
    String method = Objects.requireNonNullElse(origin.method(), "");
    String title =
        Preparation.catalogue().stream()
            .filter(conversion -> conversion.method().equals(method))
            .map(conversion -> conversion.title().in(language))
            .findFirst()
            .orElse(method);
    return title.isEmpty()
        ? kind
        : kind + new Wording(" (", "（").in(language) + title + new Wording(")", "）").in(language);
  }
}
