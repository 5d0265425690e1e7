package org.winnow.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.Judgement;

/**
 * The judgements of the risk of bias in a table: the columns D1, D2 … and {@code overall}. With a
 * tool there are its domains at least, even if nobody has judged some of them.
 */
final class BiasJudgements {
  static final int MOST = 99;

  private final StudyTable table;
  private final FigureText text;
  private final Optional<BiasTool> tool;
  private final List<String> columns = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /**
   * @throws Refusal when there is a name for some domains only
   */
  BiasJudgements(StudyTable table, PlotOptions options, FigureText text) {
    this.table = table;
    this.text = text;
    tool = options.tool();
    int last = 0;
    for (int d = 1; d <= MOST; d++) {
      last = table.has("D" + d) ? d : last;
    }
    if (last > 0) {
      last = Math.max(last, tool.map(t -> t.domains().size()).orElse(0));
    }
    List<String> own = options.domains();
    last = last > 0 ? Math.max(last, own.size()) : 0;
    for (int d = 1; d <= last; d++) {
      columns.add("D" + d);
    }
    if (!columns.isEmpty() && !own.isEmpty() && own.size() != columns.size()) {
      throw Refusal.of(RefusalReason.DOMAIN_NAMES, columns.getLast());
    }
    if (!own.isEmpty()) {
      names.addAll(own);
    } else if (tool.isPresent()) {
      List<Wording> domains = tool.get().domains();
      for (int d = 0; d < columns.size(); d++) {
        names.add(d < domains.size() ? text.in(domains.get(d)) : columns.get(d));
      }
    }
  }

  List<String> columns() {
    return columns;
  }

  /** The column of the overall judgement, or empty. */
  String overall() {
    return table.has("overall") ? "overall" : table.has("Overall") ? "Overall" : "";
  }

  String overallName() {
    return text.words("Overall", "总体");
  }

  /** What stands above the columns: letters for domains that have names. */
  List<String> letters() {
    List<String> letters = new ArrayList<>();
    for (int d = 0; d < columns.size(); d++) {
      letters.add(names.isEmpty() ? columns.get(d) : letter(d));
    }
    return letters;
  }

  /** A line for each domain that has a name. */
  List<String> legend() {
    List<String> legend = new ArrayList<>();
    for (int d = 0; d < names.size() && d < columns.size(); d++) {
      legend.add(text.words("(" + letter(d) + ") ", "（" + letter(d) + "）") + names.get(d));
    }
    return legend;
  }

  /** The names of the domains, or of their columns. */
  List<String> domains() {
    return names.isEmpty() ? columns : names;
  }

  private static String letter(int domain) {
    return domain < 26 ? Character.toString('A' + domain) : "D" + (domain + 1);
  }

  /** The judgements of the tool, or the three usual ones, and those that are in the table too. */
  List<Judgement.Sign> signs() {
    Set<Judgement> there =
        tool.isPresent()
            ? EnumSet.copyOf(tool.get().judgements())
            : EnumSet.noneOf(Judgement.class);
    List<String> all = new ArrayList<>(columns);
    if (!overall().isEmpty()) {
      all.add(overall());
    }
    for (int row = 0; row < table.size(); row++) {
      for (String column : all) {
        there.add(judgement(row, column));
      }
    }
    there.remove(Judgement.NONE);
    Set<Judgement> usual = EnumSet.of(Judgement.LOW, Judgement.UNCLEAR, Judgement.HIGH);
    if (usual.containsAll(there)) {
      there.addAll(usual);
    }
    return there.stream()
        .map(
            judgement ->
                new Judgement.Sign(
                    judgement,
                    text.in(
                        tool.map(t -> t.name(judgement))
                            .orElseGet(() -> BiasTool.usualName(judgement)))))
        .toList();
  }

  List<Judgement> of(int row) {
    return columns.stream().map(column -> judgement(row, column)).toList();
  }

  /**
   * @throws Refusal with the row and the column of a word that is not known
   */
  Judgement judgement(int row, String column) {
    if (!table.has(column)) {
      return Judgement.NONE;
    }
    return read(table.text(row, column))
        .orElseThrow(
            () ->
                Refusal.at(
                    row,
                    column,
                    RefusalReason.NO_JUDGEMENT,
                    new Wording("low, some concerns or high", "低风险、有一定顾虑或高风险"),
                    table.text(row, column)));
  }

  /** The judgement that a word or a sign means; empty for another. */
  static Optional<Judgement> read(String typed) {
    String word =
        typed.strip().toLowerCase(Locale.ROOT).replace(" of bias", "").replace('-', ' ').strip();
    // Signs alone, which the lines above would take away.
    if (typed.strip().equals("-")) {
      return Optional.of(Judgement.HIGH);
    }
    return switch (word) {
      case "", "na", "n/a", "not applicable" -> Optional.of(Judgement.NONE);
      case "+", "l", "low", "low risk", "低", "低风险" -> Optional.of(Judgement.LOW);
      case "?",
          "s",
          "u",
          "some",
          "some concerns",
          "unclear",
          "unclear risk",
          "不清楚",
          "风险不清楚",
          "有一定顾虑" ->
          Optional.of(Judgement.UNCLEAR);
      case "−", "x", "h", "high", "high risk", "高", "高风险" -> Optional.of(Judgement.HIGH);
      case "~", "m", "moderate", "moderate risk", "中", "中等", "中等风险" ->
          Optional.of(Judgement.MODERATE);
      case "×", "serious", "serious risk", "严重", "严重风险" -> Optional.of(Judgement.SERIOUS);
      case "!", "c", "critical", "critical risk", "极严重", "极严重风险" -> Optional.of(Judgement.CRITICAL);
      case "ni", "no information", "无信息" -> Optional.of(Judgement.NO_INFORMATION);
      default -> Optional.empty();
    };
  }
}
