package org.winnow.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Rows of one trial in one analysis. Arms compared with the same control stand in several rows
 * (Smith 2009a, 2009b); unless the control is split, its people are counted once per row, and the
 * pooled interval comes out too narrow (Cochrane Handbook 23.3.4).
 */
public final class DoubleCounting {
  private static final List<List<String>> CONTROLS =
      List.of(
          List.of("ci", "n2i"),
          List.of("m2i", "sd2i", "n2i"),
          List.of("x2i", "t2i"),
          List.of("ai", "n1i"),
          List.of("m1i", "sd1i", "n1i"),
          List.of("x1i", "t1i"));

  private DoubleCounting() {}

  /**
   * A trial in several rows.
   *
   * @param trial its name
   * @param rows of the table, from 0
   * @param sameArm whether two of them have an arm with the same numbers: it is not split
   */
  public record Shared(String trial, List<Integer> rows, boolean sameArm) {
    public Shared {
      rows = List.copyOf(rows);
    }
  }

  /** The trials of a table that stand in several rows, by its column trial or study. */
  public static List<Shared> of(StudyTable table) {
    return of(table, List.of());
  }

  /**
   * The trials that several of the given rows share (of all, when none are given). A trial is known
   * by the column trial, else by the name of the study; a letter after the year is an arm only
   * where the same name stands with another letter, in the same table.
   */
  public static List<Shared> of(StudyTable table, List<Integer> among) {
    List<Integer> rows = new ArrayList<>(among);
    if (rows.isEmpty()) {
      for (int i = 0; i < table.size(); i++) {
        rows.add(i);
      }
    }
    Map<String, List<Integer>> trials = new LinkedHashMap<>();
    for (int row : rows) {
      String trial = trial(table, row);
      if (!trial.isEmpty()) {
        trials.computeIfAbsent(trial, t -> new ArrayList<>()).add(row);
      }
    }
    List<Shared> out = new ArrayList<>();
    trials.forEach(
        (trial, list) -> {
          if (list.size() > 1) {
            out.add(new Shared(trial, list, sameArm(table, list)));
          }
        });
    return List.copyOf(out);
  }

  /**
   * The same where some rows are pooled apart from others: a trial that stands once in each of them
   * is counted once in every result.
   *
   * @param apart the column that parts what is pooled, or empty for all in one
   */
  public static List<Shared> of(StudyTable table, List<Integer> among, String apart) {
    if (apart.isEmpty() || !table.has(apart)) {
      return of(table, among);
    }
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int row : among) {
      parts.computeIfAbsent(table.text(row, apart), label -> new ArrayList<>()).add(row);
    }
    return parts.values().stream().flatMap(rows -> of(table, rows).stream()).toList();
  }

  private static String trial(StudyTable table, int row) {
    if (table.has("trial") && !table.text(row, "trial").isEmpty()) {
      return table.text(row, "trial");
    }
    return table.has("study") ? withoutArm(table.text(row, "study")) : "";
  }

  /** Smith 2009a and Smith 2009 (b) without their letters. */
  private static String withoutArm(String study) {
    return study.replaceAll("((?:19|20)[0-9]{2}) ?(?:[a-z]|\\([a-z]\\))$", "$1");
  }

  private static boolean sameArm(StudyTable table, List<Integer> rows) {
    for (List<String> columns : CONTROLS) {
      if (!table.has(columns.toArray(String[]::new))) {
        continue;
      }
      TreeSet<String> seen = new TreeSet<>();
      for (int row : rows) {
        if (!table.missing(row, columns.toArray(String[]::new))) {
          String arm = String.join("|", columns.stream().map(c -> table.text(row, c)).toList());
          if (!seen.add(arm)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
