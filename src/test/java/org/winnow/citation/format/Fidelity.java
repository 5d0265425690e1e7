package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.winnow.citation.Citation;
import org.winnow.citation.format.PlainExports.Expected;

/** How many records have each field right; only records that should have the field are counted. */
final class Fidelity {
  private static final Logger LOG = Logger.getLogger(Fidelity.class.getName());
  private static final double LEAST_RIGHT = 97;

  private final Map<String, int[]> figures = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  void hold(String file, List<Expected> expected, List<Citation> citations) {
    assertThat(citations).as(file).hasSameSizeAs(expected);
    // an entry of BibTeX that waits for its volume comes out after others
    List<Citation> inOrder =
        citations.stream().sorted(Comparator.comparingInt(Citation::line)).toList();
    for (int i = 0; i < expected.size(); i++) {
      hold(file + ":" + inOrder.get(i).line(), expected.get(i), inOrder.get(i));
    }
  }

  /** Logs the figures of the decision record. */
  void requireEnough(String name) {
    StringBuilder table = new StringBuilder(name + ":");
    figures.forEach(
        (field, n) ->
            table.append(" ").append(field).append(" ").append(n[0]).append("/").append(n[1]));
    LOG.info(table.toString());
    assertThat(figures).containsKeys("title", "authors");
    figures.forEach(
        (field, right) ->
            assertThat(100.0 * right[0] / right[1])
                .as("%s %s", field, differences)
                .isGreaterThanOrEqualTo(LEAST_RIGHT));
  }

  private void hold(String place, Expected expected, Citation c) {
    expected
        .fields()
        .forEach(
            (field, values) -> {
              List<String> wanted = values.stream().filter(v -> !v.isBlank()).toList();
              if (!wanted.isEmpty()) {
                count(field, isRight(field, wanted, c), place + " " + wanted.getFirst());
              }
            });
    if (!expected.authors().isEmpty()) {
      count("authors", sameNames(expected.authors(), c), place + expected.authors() + c.authors());
    }
    if (!expected.keywords().isEmpty()) {
      List<String> read = c.keywords().stream().map(Fidelity::flat).toList();
      boolean all = expected.keywords().stream().map(Fidelity::flat).allMatch(read::contains);
      count("keywords", all, place + " " + expected.keywords() + c.keywords());
    }
  }

  private void count(String field, boolean right, String what) {
    int[] n = figures.computeIfAbsent(field, f -> new int[2]);
    n[0] += right ? 1 : 0;
    n[1]++;
    if (!right) {
      differences.add("\n" + field + " " + what.substring(0, Math.min(300, what.length())));
    }
  }

  private static boolean isRight(String field, List<String> wanted, Citation c) {
    return switch (field) {
      case "title" -> oneIs(wanted, c.title().en(), c.title().zh(), c.title().first());
      case "year" -> wanted.stream().anyMatch(value -> value.contains(String.valueOf(c.year())));
      case "journal" -> oneIs(wanted, c.journal());
      case "volume" -> oneIs(wanted, c.volume());
      case "issue" -> oneIs(wanted, c.issue());
      case "first page" -> wanted.stream().anyMatch(v -> flat(c.pages()).startsWith(flat(v)));
      case "doi" ->
          wanted.stream().anyMatch(v -> flat(v).contains(flat(c.doi())) && !c.doi().isEmpty());
      case "pmid" -> wanted.contains(c.pmid());
      case "abstract" ->
          wanted.stream()
              .allMatch(v -> flat(c.abstracts().en() + c.abstracts().zh()).contains(flat(v)));
      case "type" -> oneIs(wanted, c.type());
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static boolean oneIs(List<String> wanted, String... read) {
    return wanted.stream()
        .anyMatch(v -> Stream.of(read).anyMatch(text -> flat(text).equals(flat(v))));
  }

  /** Without blanks, case, width, markup and the star of major topics. */
  private static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("</?[a-z][^>]{0,30}>|\\s+|^\\*", "");
  }

  /** Every name in its place, with all its words; where a comma says so, with its family name. */
  private static boolean sameNames(List<String> wanted, Citation c) {
    if (wanted.size() != c.authors().size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i);
      String read = c.authors().get(i);
      boolean same = words(name).equals(words(read));
      if (!same || name.contains(",") && !family(name).equals(family(read))) {
        return false;
      }
    }
    return true;
  }

  private static String family(String name) {
    return String.join(" ", words(name.split(",", 2)[0]));
  }

  /** The words of a name without accents, case and full stops, in no order. */
  private static List<String> words(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}|\\.", "")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return Arrays.stream(folded.split(" ")).sorted().toList();
  }
}
