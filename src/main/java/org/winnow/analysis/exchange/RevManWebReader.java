package org.winnow.analysis.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.winnow.analysis.StudyEffects;
import org.winnow.figure.Wording;

/** Reads the tables of RevMan Web's data package. */
final class RevManWebReader {
  static final String ROWS = "data-rows.csv";
  static final String SETTINGS = "overall-estimates-and-settings.csv";
  static final String SUBGROUPS = "subgroup-estimates.csv";
  static final String STUDIES = "study-information.csv";
  static final String BIAS = "risk-of-bias.csv";
  static final String JUDGEMENT = "Domain (judgement): ";
  static final String SUPPORT = "Domain (support): ";

  /** The tables have six decimals. */
  private static final double CLOSE = 1e-5;

  private final List<ReviewAnalyses.Problem> problems = new ArrayList<>();
  private final Set<Wording> notCarried = new LinkedHashSet<>();
  private final Map<List<String>, OutcomeReader> outcomes = new LinkedHashMap<>();
  private final Map<String, String> groupNames = new LinkedHashMap<>();
  private final Map<String, String> experimental = new HashMap<>();
  private final Map<String, String> control = new HashMap<>();
  private final Map<String, String> years = new LinkedHashMap<>();
  private final Map<String, Map<String, ReviewAnalyses.Judgement>> bias = new HashMap<>();
  private final List<String> domains = new ArrayList<>();

  private RevManWebReader() {}

  static ReviewAnalyses.Reading read(Map<String, byte[]> files) throws IOException {
    RevManWebReader reader = new RevManWebReader();
    Optional<Tables.Table> rows = reader.table(files, ROWS);
    if (rows.isEmpty()) {
      throw new UnreadableReview(
          "this is no data package of RevMan Web: no data-rows.csv in it",
          "不是RevMan Web数据包：其中没有data-rows.csv");
    }
    Optional<Tables.Table> settings = reader.table(files, SETTINGS);
    settings.ifPresent(table -> table.rows().forEach(reader::settings));
    reader.table(files, STUDIES).ifPresent(table -> table.rows().forEach(reader::study));
    reader.table(files, BIAS).ifPresent(reader::bias);
    reader.table(files, SUBGROUPS).ifPresent(table -> table.rows().forEach(reader::subgroup));
    rows.get().rows().forEach(row -> reader.row(row, settings.isPresent()));
    for (String name : files.keySet()) {
      if (List.of(ROWS, SETTINGS, SUBGROUPS, STUDIES, BIAS).stream().noneMatch(name::endsWith)) {
        reader.notCarried.add(new Wording("file " + name, "文件" + name));
      }
    }
    return reader.reading();
  }

  /** Data rows in a table of their own, without settings. */
  static ReviewAnalyses.Reading readRows(String text) throws IOException {
    return read(Map.of(ROWS, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  static boolean isHead(String line) {
    return line.contains("Analysis group") && line.contains("Applicability");
  }

  private Optional<Tables.Table> table(Map<String, byte[]> files, String name) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith(name)) {
        return Optional.of(Tables.read(file.getKey(), ReviewText.decode(file.getValue()), ','));
      }
    }
    return Optional.empty();
  }

  private void problem(Tables.Row row, Wording message) {
    problems.add(
        new ReviewAnalyses.Problem(
            row.line(), new Wording(row.in(message.en()), row.in(message.zh()))));
  }

  private static List<String> key(Tables.Row row) {
    return List.of(row.text("Analysis group"), row.text("Analysis number"));
  }

  private void settings(Tables.Row row) {
    String group = row.text("Analysis group");
    String name = row.text("Analysis group name");
    groupNames.putIfAbsent(group, name.isEmpty() ? "Analysis group " + group : name);
    once(experimental, group, row.text("Experimental intervention"));
    once(control, group, row.text("Control intervention"));
    outcomes.put(key(row), new OutcomeReader(this, row));
  }

  private void once(Map<String, String> names, String group, String name) {
    String before = names.putIfAbsent(group, name);
    if (before != null && !before.equals(name)) {
      notCarried.add(
          NotCarried.of(
              groupNames.getOrDefault(group, group),
              "another intervention: " + name,
              "另一干预：" + name));
    }
  }

  private void study(Tables.Row row) {
    years.put(row.text("Study"), row.text("Year"));
    for (String column : row.names()) {
      if (column.startsWith("char: ") && !row.text(column).isEmpty()) {
        notCarried.add(new Wording("characteristics of studies", "研究特征"));
      }
    }
  }

  private void bias(Tables.Table table) {
    for (String head : table.head()) {
      if (head.startsWith(JUDGEMENT)) {
        domains.add(head.substring(JUDGEMENT.length()).strip());
      }
    }
    for (Tables.Row row : table.rows()) {
      String study = row.text("Study");
      years.putIfAbsent(study, "");
      Map<String, ReviewAnalyses.Judgement> judgements =
          bias.computeIfAbsent(study, s -> new LinkedHashMap<>());
      for (String domain : domains) {
        String support = row.text(SUPPORT + domain);
        String word = row.text(JUDGEMENT + domain);
        Optional<ReviewAnalyses.Level> level = level(word);
        if (level.isPresent()) {
          judgements.put(domain, new ReviewAnalyses.Judgement(level.get(), support));
        } else if (!word.isEmpty() || !support.isEmpty()) {
          problem(
              row,
              new Wording(
                  domain + " of " + study + ": no judgement " + word,
                  study + "的" + domain + "：不是判断：" + word));
        }
      }
    }
  }

  private static Optional<ReviewAnalyses.Level> level(String word) {
    return switch (word.toLowerCase(Locale.ROOT).replaceFirst(" risk( of bias)?$", "")) {
      case "low", "yes" -> Optional.of(ReviewAnalyses.Level.LOW);
      case "unclear", "some concerns" -> Optional.of(ReviewAnalyses.Level.SOME);
      case "high", "no" -> Optional.of(ReviewAnalyses.Level.HIGH);
      case "moderate" -> Optional.of(ReviewAnalyses.Level.MODERATE);
      case "serious" -> Optional.of(ReviewAnalyses.Level.SERIOUS);
      case "critical" -> Optional.of(ReviewAnalyses.Level.CRITICAL);
      case "no information" -> Optional.of(ReviewAnalyses.Level.NO_INFORMATION);
      default -> Optional.empty();
    };
  }

  private void subgroup(Tables.Row row) {
    OutcomeReader reader = outcomes.get(key(row));
    if (reader == null) {
      problem(row, new Wording("an estimate of a subgroup of no analysis", "亚组的估计值不属于任何分析"));
      return;
    }
    reader.draft.storedSubgroups.put(
        row.text("Subgroup"), reader.shows(true) ? reader.pooled(row) : Map.of());
  }

  private void row(Tables.Row row, boolean withSettings) {
    OutcomeReader reader = outcomes.get(key(row));
    if (reader == null) {
      String group = row.text("Analysis group");
      groupNames.putIfAbsent(group, "Analysis group " + group);
      if (withSettings) {
        String analysis = String.join(".", key(row));
        problem(
            row,
            new Wording("analysis " + analysis + " has no settings", "分析" + analysis + "没有设置"));
      }
      reader = OutcomeReader.ofRows(this, row);
      outcomes.put(key(row), reader);
    }
    reader.add(row);
  }

  private ReviewAnalyses.Reading reading() {
    Map<String, List<ReviewAnalyses.Outcome>> byGroup = new LinkedHashMap<>();
    groupNames.keySet().forEach(group -> byGroup.put(group, new ArrayList<>()));
    outcomes.forEach(
        (key, reader) ->
            byGroup
                .computeIfAbsent(key.getFirst(), group -> new ArrayList<>())
                .add(reader.outcome()));
    List<ReviewAnalyses.Comparison> comparisons = new ArrayList<>();
    byGroup.forEach(
        (group, list) ->
            comparisons.add(
                new ReviewAnalyses.Comparison(
                    groupNames.getOrDefault(group, group),
                    experimental.getOrDefault(group, ""),
                    control.getOrDefault(group, ""),
                    list)));
    List<ReviewAnalyses.Study> studies = new ArrayList<>();
    years.forEach(
        (name, year) ->
            studies.add(new ReviewAnalyses.Study(name, year, bias.getOrDefault(name, Map.of()))));
    return new ReviewAnalyses.Reading(
        new ReviewAnalyses("", domains, studies, comparisons), problems, List.copyOf(notCarried));
  }

  private static final class OutcomeReader {
    private final RevManWebReader review;
    private final OutcomeDraft draft = new OutcomeDraft();
    private final Set<String> overallOnly = new LinkedHashSet<>();
    private final List<String> applicability = new ArrayList<>();
    private final boolean inferred;
    private final List<Tables.Row> waiting = new ArrayList<>();
    private boolean logData;

    private OutcomeReader(RevManWebReader review, Tables.Row row, boolean inferred) {
      this.review = review;
      this.inferred = inferred;
      draft.name = row.text("Analysis name");
      draft.convention = "revman-web";
      logData = row.flag("Log-scale data").orElse(false);
    }

    private OutcomeReader(RevManWebReader review, Tables.Row row) {
      this(review, row, false);
      draft.data =
          switch (row.text("Data type").toLowerCase(Locale.ROOT)) {
            case "dichotomous" -> ReviewAnalyses.Data.DICHOTOMOUS;
            case "continuous" -> ReviewAnalyses.Data.CONTINUOUS;
            case "o-e and variance" -> ReviewAnalyses.Data.OBSERVED_EXPECTED;
            default -> ReviewAnalyses.Data.EFFECT;
          };
      measure(row.text("Effect measure"));
      draft.method =
          draft.data == ReviewAnalyses.Data.OBSERVED_EXPECTED
              ? "PETO"
              : Settings.method(row.text("Statistical method"));
      draft.random =
          row.text("Analysis model").toLowerCase(Locale.ROOT).startsWith("random")
              && !draft.method.equals("PETO");
      String estimator = row.text("Heterogeneity estimator").toLowerCase(Locale.ROOT);
      draft.tauSquared =
          estimator.contains("reml") || estimator.contains("restricted") ? "REML" : "DL";
      String ci = row.text("CI method").toLowerCase(Locale.ROOT);
      draft.ci = ci.contains("hk") || ci.contains("hartung") ? "hksj" : "wald";
      String prediction = row.text("Prediction interval").toLowerCase(Locale.ROOT);
      draft.prediction =
          prediction.isEmpty() || Settings.flag(prediction).equals(Optional.of(false))
              ? "off"
              : prediction.contains("normal") ? "z" : "t-k1";
      draft.level = level(row.text("Estimate CI", "CI/PI level"));
      draft.studyLevel = level(row.text("Study CI", "CI/PI level"));
      boolean overall = row.flag("Overall estimates").orElse(true);
      boolean subgroups = row.flag("Subgroup estimates").orElse(overall);
      draft.totals = overall ? Settings.OVERALL : subgroups ? Settings.SUBGROUPS : Settings.NONE;
      draft.subgroupTest = row.flag("Test for subgroup differences").orElse(true);
      draft.swapEvents =
          draft.data == ReviewAnalyses.Data.DICHOTOMOUS
              && row.flag("Swap event and non-event").orElse(false);
      draft.unit = row.text("Unit of effect measure");
      draft.groupLabel1 = row.text("Experimental group label");
      draft.groupLabel2 = row.text("Control group label");
      draft.graphLabel1 = row.text("Graph label (left)");
      draft.graphLabel2 = row.text("Graph label (right)");
      if (overall) {
        draft.stored = pooled(row);
        if (!draft.stored.isEmpty() && draft.subgroupTest) {
          put(row, ResultNumbers.SUBGROUP_Q, draft.stored, "Subgroup Chi²");
          put(row, ResultNumbers.SUBGROUP_DF, draft.stored, "Subgroup df");
          put(row, ResultNumbers.SUBGROUP_P, draft.stored, "Subgroup P");
          put(row, ResultNumbers.SUBGROUP_I_SQUARED, draft.stored, "Subgroup I²");
        }
      }
      for (String column : List.of("Filter criteria", "Data source eligibility")) {
        if (!row.text(column).isEmpty()) {
          review.notCarried.add(Wording.same(draft.name + ": " + column + ": " + row.text(column)));
        }
      }
    }

    static OutcomeReader ofRows(RevManWebReader review, Tables.Row row) {
      return new OutcomeReader(review, row, true);
    }

    private static double level(String text) {
      try {
        return Numbers.of(text.replace("%", ""))
            .filter(level -> level > 0 && level < 100)
            .orElse(95.0);
      } catch (IllegalArgumentException e) {
        return 95;
      }
    }

    private void measure(String text) {
      Optional<String> known = Settings.measure(text);
      draft.measure =
          known.orElse(
              switch (draft.data) {
                case DICHOTOMOUS -> "OR";
                case CONTINUOUS -> "MD";
                case OBSERVED_EXPECTED -> "PETO";
                default -> "GEN";
              });
      if (known.isEmpty()) {
        review.notCarried.add(Settings.readAs(draft.name, "Effect measure " + text, draft.measure));
      }
      boolean ratio = StudyEffects.ratio(draft.measure);
      if (draft.data == ReviewAnalyses.Data.OBSERVED_EXPECTED && !draft.measure.equals("HR")) {
        draft.measure = "PETO";
      } else if (draft.data == ReviewAnalyses.Data.EFFECT && ratio != logData) {
        review.notCarried.add(Settings.readAsItIs(draft.name, text));
        draft.measure = "GEN";
      } else if (draft.data == ReviewAnalyses.Data.EFFECT && draft.measure.equals("PETO")) {
        draft.measure = "OR";
      }
    }

    /** Whether pooled effects of subgroups are shown. */
    boolean shows(boolean subgroups) {
      return draft.totals.equals(Settings.OVERALL)
          || subgroups && draft.totals.equals(Settings.SUBGROUPS);
    }

    private boolean ratio() {
      return draft.data == ReviewAnalyses.Data.EFFECT ? logData : StudyEffects.ratio(draft.measure);
    }

    Map<String, Double> pooled(Tables.Row row) {
      Map<String, Double> numbers = effect(row);
      if (numbers.isEmpty()) {
        return numbers;
      }
      put(row, ResultNumbers.Q, numbers, "Heterogeneity Chi²");
      put(row, ResultNumbers.DF, numbers, "Heterogeneity df");
      if (numbers.getOrDefault(ResultNumbers.DF, 0.0) > 0) {
        put(row, ResultNumbers.Q_P, numbers, "Heterogeneity P");
        put(row, ResultNumbers.I_SQUARED, numbers, "Heterogeneity I²");
      }
      if (draft.random) {
        put(row, ResultNumbers.TAU_SQUARED, numbers, "Heterogeneity Tau²");
      }
      put(row, ResultNumbers.STATISTIC, numbers, "Effect Z", "Effect T");
      if (!numbers.containsKey(ResultNumbers.STATISTIC)) {
        put(row, ResultNumbers.STATISTIC, numbers, "Effect T");
      }
      put(row, ResultNumbers.P, numbers, "Effect P");
      if (!draft.prediction.equals("off")) {
        shown(row, "PI start", ResultNumbers.PREDICTION_LOWER, numbers);
        shown(row, "PI end", ResultNumbers.PREDICTION_UPPER, numbers);
      }
      return numbers;
    }

    /** An effect with an interval; RevMan Web leaves 0 in all three where there is none. */
    private Map<String, Double> effect(Tables.Row row) {
      Map<String, Double> numbers = new HashMap<>();
      shown(row, "Mean", ResultNumbers.ESTIMATE, numbers);
      shown(row, "CI start", ResultNumbers.LOWER, numbers);
      shown(row, "CI end", ResultNumbers.UPPER, numbers);
      boolean whole = numbers.size() == 3;
      boolean zero = numbers.values().stream().allMatch(value -> value == 0) && !ratio();
      return whole && !zero ? numbers : new HashMap<>();
    }

    private void shown(Tables.Row row, String column, String name, Map<String, Double> numbers) {
      row.lenient(column)
          .filter(value -> !ratio() || value > 0)
          .ifPresent(value -> numbers.put(name, ratio() ? Math.log(value) : value));
    }

    private static void put(
        Tables.Row row, String name, Map<String, Double> numbers, String... columns) {
      row.lenient(columns).ifPresent(value -> numbers.put(name, value));
    }

    /** Rows without settings wait until all of them can tell what they are. */
    void add(Tables.Row row) {
      if (inferred) {
        waiting.add(row);
      } else {
        row(row);
      }
    }

    private void row(Tables.Row row) {
      String study = row.text("Study");
      String year = row.text("Study year");
      review.years.merge(study, year, (old, fresh) -> old.isEmpty() ? fresh : old);
      Map<String, Double> values = new HashMap<>();
      String wrong = "";
      for (Map.Entry<String, String> column : columns(draft.data).entrySet()) {
        try {
          row.number(column.getValue()).ifPresent(v -> values.put(column.getKey(), v));
        } catch (IllegalArgumentException e) {
          wrong = String.valueOf(e.getMessage());
          review.problem(row, Numbers.within(draft.name + ", " + study, e));
        }
      }
      draft.data.shown().forEach(column -> values.remove(column, 0.0));
      Map<String, Double> stored = effect(row);
      Optional<Double> weight = row.lenient("Weight");
      boolean off = weight.isPresent() && weight.get() == 0 && stored.isEmpty();
      if (!stored.isEmpty() && !draft.totals.equals(Settings.NONE)) {
        weight.ifPresent(w -> stored.put(ResultNumbers.WEIGHT, w));
      }
      String applies = row.text("Applicability");
      applicability.add(applies);
      if (applies.equals("OVERALL_ONLY")) {
        overallOnly.add(study);
      }
      draft.rows.add(
          new OutcomeDraft.RowDraft(
              row.line(),
              study,
              year,
              row.text("Subgroup"),
              values,
              off,
              wrong,
              row.text("Footnotes"),
              stored));
    }

    /** Which numbers the rows have tells what kind of data they are. */
    private void infer() {
      draft.method = "IV";
      draft.random = true;
      draft.tauSquared = "DL";
      if (any("O-E", "Variance")) {
        draft.data = ReviewAnalyses.Data.OBSERVED_EXPECTED;
        draft.measure = "PETO";
        draft.method = "PETO";
        draft.random = false;
      } else if (any("Experimental SD", "Control SD")) {
        draft.data = ReviewAnalyses.Data.CONTINUOUS;
        draft.measure = "MD";
      } else if (any("GIV SE")) {
        draft.data = ReviewAnalyses.Data.EFFECT;
        logData = waiting.stream().anyMatch(OutcomeReader::isPowerOfE);
        draft.measure = logData ? "HR" : "GEN";
      } else {
        draft.data = ReviewAnalyses.Data.DICHOTOMOUS;
        boolean below = waiting.stream().anyMatch(row -> row.lenient("CI start").orElse(0.0) < 0);
        draft.measure = below ? "RD" : "RR";
      }
      waiting.forEach(this::row);
    }

    private static boolean isPowerOfE(Tables.Row row) {
      Optional<Double> typed = row.lenient("GIV Mean");
      Optional<Double> shown = row.lenient("Mean");
      return typed.isPresent()
          && shown.isPresent()
          && Math.abs(typed.get() - shown.get()) > CLOSE
          && Math.abs(Math.exp(typed.get()) - shown.get()) < CLOSE * Math.max(1, shown.get());
    }

    private boolean any(String... columns) {
      return waiting.stream().anyMatch(row -> any(row, columns));
    }

    private static boolean any(Tables.Row row, String... columns) {
      for (String column : columns) {
        if (row.lenient(column).filter(value -> value != 0).isPresent()) {
          return true;
        }
      }
      return false;
    }

    ReviewAnalyses.Outcome outcome() {
      if (inferred) {
        infer();
      }
      scopes();
      if (draft.rows.stream().allMatch(OutcomeDraft.RowDraft::off)) {
        draft.rows.replaceAll(OutcomeDraft.RowDraft::on);
      }
      ReviewAnalyses.Outcome outcome = draft.finish(review.problems);
      if (!inferred) {
        return outcome;
      }
      ReviewAnalyses.Outcome found = SettingsSearch.of(outcome);
      String best =
          found.settings().measure()
              + ", "
              + found.settings().method()
              + ", "
              + found.settings().model();
      review.notCarried.add(
          NotCarried.of(
              outcome.name(),
              "settings, which are not in the file; "
                  + best
                  + " agrees best with its weights and effects",
              "文件中没有设置；与其权重和效应最吻合的是" + best));
      return found;
    }

    /**
     * A row may count only in its subgroup, where another stands for it in the whole. The whole has
     * the word where it is shown.
     */
    private void scopes() {
      if (!draft.totals.equals(Settings.OVERALL) || overallOnly.isEmpty()) {
        if (applicability.contains("SUBGROUP_ONLY") && applicability.contains("OVERALL_ONLY")
            || applicability.contains("SUBGROUP_ONLY")
                && applicability.contains("SUBGROUP_AND_OVERALL")) {
          review.notCarried.add(
              NotCarried.of(
                  draft.name, "that some rows count only in their subgroup", "部分行仅计入其亚组"));
        }
        return;
      }
      for (int i = 0; i < draft.rows.size(); i++) {
        OutcomeDraft.RowDraft row = draft.rows.get(i);
        if (applicability.get(i).equals("SUBGROUP_ONLY")) {
          draft.rows.set(i, row.because("counts in its subgroup only"));
          review.notCarried.add(
              NotCarried.of(
                  draft.name,
                  "that "
                      + row.study()
                      + " counts in subgroup "
                      + row.subgroup()
                      + "; it is switched off",
                  row.study() + "仅计入亚组" + row.subgroup() + "；已停用"));
        }
      }
    }
  }

  static Map<String, String> columns(ReviewAnalyses.Data data) {
    Map<String, String> columns = new LinkedHashMap<>();
    switch (data) {
      case CONTINUOUS -> {
        columns.put("m1i", "Experimental mean");
        columns.put("sd1i", "Experimental SD");
        columns.put("m2i", "Control mean");
        columns.put("sd2i", "Control SD");
      }
      case OBSERVED_EXPECTED -> {
        columns.put("oe", "O-E");
        columns.put("v", "Variance");
      }
      case DICHOTOMOUS -> {}
      default -> {
        columns.put("yi", "GIV Mean");
        columns.put("sei", "GIV SE");
      }
    }
    if (data == ReviewAnalyses.Data.DICHOTOMOUS || data == ReviewAnalyses.Data.OBSERVED_EXPECTED) {
      columns.put("ai", "Experimental cases");
      columns.put("ci", "Control cases");
    }
    columns.put("n1i", "Experimental N");
    columns.put("n2i", "Control N");
    return columns;
  }
}
