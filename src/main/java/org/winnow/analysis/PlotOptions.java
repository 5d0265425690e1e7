package org.winnow.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.winnow.figure.FigureLanguage;

/**
 * How a figure is drawn, in the words of the command line and of the query of its address. What is
 * left out is as usual; what a kind of figure does not know it leaves alone.
 */
public final class PlotOptions {
  /** Words and what they may be; an empty set stands for any text or number. */
  private static final Map<String, Set<String>> WORDS =
      Map.ofEntries(
          Map.entry("language", Set.of()),
          Map.entry("layout", Set.of()),
          Map.entry("arms", Set.of()),
          Map.entry("favours", Set.of()),
          Map.entry("benefit", Set.of("low", "high")),
          Map.entry("axis", Set.of()),
          Map.entry("symmetric", Set.of("yes", "no")),
          Map.entry("decimal", Set.of(".", ",", "·")),
          Map.entry("tool", Set.of()),
          Map.entry("domains", Set.of()),
          Map.entry("density", Set.of("yes", "no")),
          Map.entry("certainty", Set.of()),
          Map.entry("sort", Set.of("table", "year", "name", "effect", "weight", "bias")),
          Map.entry("columns", Set.of()),
          Map.entry("weights", Set.of("one", "both", "none")),
          Map.entry("prediction", Set.of("row", "bar", "both")),
          Map.entry("excluded", Set.of("show", "hide")),
          Map.entry("y", Set.of("se", "precision", "variance", "n", "root-n")),
          Map.entry("contours", Set.of("yes", "no")),
          Map.entry("trimfill", Set.of("yes", "no")),
          Map.entry("egger", Set.of("yes", "no")),
          Map.entry("moderator", Set.of()),
          Map.entry("subsets", Set.of()),
          Map.entry("seed", Set.of()));

  private final Map<String, List<String>> given;
  private final JournalLayout layout;
  private final List<Double> axis;
  private final int subsets;
  private final long seed;

  private PlotOptions(Map<String, List<String>> given) {
    this.given = given;
    layout = JournalLayout.named(one("layout", "revman"));
    axis = pair("axis").stream().map(text -> number("axis", text)).toList();
    subsets = (int) number("subsets", one("subsets", "10000"));
    seed = (long) number("seed", one("seed", "1"));
    pair("arms");
    pair("favours");
    if (subsets < 1 || subsets > 1_000_000) {
      throw Refusal.of(RefusalReason.SUBSETS_BETWEEN, subsets);
    }
  }

  /**
   * Reads options; a word that has no value, or an empty one alone, is as if it were left out.
   *
   * @param words {@code language}: en or zh; {@code layout}: that of a forest plot; {@code arms}
   *     and {@code favours}: two names; {@code benefit}: low or high, the values that favour the
   *     first arm; {@code axis}: its two ends; {@code symmetric}: yes for no effect in the middle;
   *     {@code decimal}: a mark instead of that of the layout; {@code tool}: for the risk of bias,
   *     rob2, rob1, robins-i or quadas-2; {@code domains}: the names of the domains of bias in
   *     place of those of the tool; {@code density}: yes for a strip of the predictive
   *     distribution; {@code certainty}: of the evidence by GRADE, which stands beside the total;
   *     {@code sort}: table, year, name, effect or weight; {@code columns}: properties of studies
   *     that are shown; {@code weights}: one, both (of the fixed and the random model) or none;
   *     {@code prediction}: row, bar (below the diamond) or both; {@code excluded}: show or hide;
   *     {@code y}: se, precision (1/SE), variance, n or root-n (1/√N); {@code contours}, {@code
   *     trimfill}, {@code egger}: yes or no; {@code moderator}: a column; {@code subsets} and
   *     {@code seed}: of a sample
   * @throws IllegalArgumentException naming the word that is not known or has no such value
   */
  public static PlotOptions of(Map<String, List<String>> words) {
    words.forEach(
        (word, values) -> {
          Set<String> known = WORDS.get(word);
          if (known == null) {
            throw Refusal.of(RefusalReason.NO_OPTION, word);
          }
          for (String value : values) {
            if (!known.isEmpty() && !value.isEmpty() && !known.contains(value)) {
              throw Refusal.of(
                  RefusalReason.OPTION_IS, word, String.join(", ", new TreeSet<>(known)), value);
            }
          }
        });
    return new PlotOptions(Map.copyOf(words));
  }

  /** The words that are known. */
  public static Set<String> words() {
    return WORDS.keySet();
  }

  private List<String> all(String word) {
    List<String> values = given.getOrDefault(word, List.of());
    return values.stream().allMatch(String::isEmpty) ? List.of() : values;
  }

  private String one(String word, String usual) {
    List<String> values = all(word);
    return values.isEmpty() ? usual : values.getFirst();
  }

  private boolean yes(String word) {
    return one(word, "no").equals("yes");
  }

  private List<String> pair(String word) {
    List<String> values = all(word);
    if (!values.isEmpty() && values.size() != 2) {
      throw Refusal.of(RefusalReason.TWO_VALUES, word);
    }
    return values;
  }

  private static double number(String word, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Refusal.of(RefusalReason.OPTION_NUMBER, word, text);
    }
  }

  FigureLanguage language() {
    return FigureLanguage.of(one("language", "en"));
  }

  JournalLayout layout() {
    return layout;
  }

  List<String> arms() {
    return all("arms");
  }

  List<String> favours() {
    return all("favours");
  }

  /** Whether higher values favour the first arm. */
  boolean highIsGood() {
    return one("benefit", "low").equals("high");
  }

  List<Double> axis() {
    return axis;
  }

  /** RevMan's axes are unless told otherwise. */
  boolean symmetric() {
    return one("symmetric", layout == JournalLayout.REVMAN ? "yes" : "no").equals("yes");
  }

  /** The decimal mark, or empty for that of the layout. */
  String decimal() {
    return one("decimal", "");
  }

  /** The tool that the judgements of bias are made with. */
  Optional<BiasTool> tool() {
    String word = one("tool", "");
    return word.isEmpty() ? Optional.empty() : Optional.of(BiasTool.named(word));
  }

  /** Whether the predictive distribution is drawn beneath its interval. */
  boolean density() {
    return yes("density");
  }

  /** The certainty of the evidence, which stands beside the total; empty when it is not judged. */
  Optional<Certainty.Level> certainty() {
    String word = one("certainty", "");
    return word.isEmpty() ? Optional.empty() : Optional.of(Certainty.Level.named(word));
  }

  List<String> domains() {
    return all("domains");
  }

  /** In which order studies stand. */
  enum Sort {
    TABLE,
    YEAR,
    NAME,
    EFFECT,
    WEIGHT,
    /** The most at risk last. */
    BIAS
  }

  Sort sort(Sort usual) {
    return Sort.valueOf(one("sort", usual.name()).toUpperCase(Locale.ROOT));
  }

  List<String> columns() {
    return all("columns");
  }

  /** Which weights a forest plot has. */
  enum Weights {
    ONE,
    BOTH,
    NONE
  }

  Weights weights() {
    return Weights.valueOf(one("weights", "one").toUpperCase(Locale.ROOT));
  }

  boolean predictionRow() {
    return !one("prediction", "row").equals("bar");
  }

  boolean predictionBar() {
    return !one("prediction", "row").equals("row");
  }

  boolean excluded() {
    return one("excluded", "show").equals("show");
  }

  /** What is upright in a funnel plot. */
  enum Upright {
    SE,
    PRECISION,
    VARIANCE,
    N,
    ROOT_N
  }

  Upright upright() {
    return Arrays.stream(Upright.values())
        .filter(u -> u.name().equals(one("y", "se").replace('-', '_').toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  boolean contours() {
    return yes("contours");
  }

  boolean trimAndFill() {
    return yes("trimfill");
  }

  boolean egger() {
    return yes("egger");
  }

  /** The column that a regression is drawn over, or empty for the first moderator. */
  String moderator() {
    return one("moderator", "");
  }

  int subsets() {
    return subsets;
  }

  long seed() {
    return seed;
  }
}
