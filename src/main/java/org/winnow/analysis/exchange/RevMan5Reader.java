package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.analysis.StudyEffects;
import org.winnow.figure.Wording;

/** Reads the XML of a RevMan 5 review. */
final class RevMan5Reader {
  private static final Set<String> PASSED_OVER =
      Set.of(
          "MAIN_TEXT",
          "REFERENCE",
          "EXCLUDED_STUDIES",
          "AWAITING_STUDIES",
          "ONGOING_STUDIES",
          "REFERENCES",
          "CHARACTERISTICS_OF_STUDIES",
          "SOF_TABLES",
          "ADDITIONAL_TABLES",
          "FIGURES",
          "FEEDBACK",
          "APPENDICES",
          "EXTENSIONS");
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9a-fA-F]{4})_");

  private final List<ReviewAnalyses.Problem> problems = new ArrayList<>();
  private final Set<Wording> notCarried = new LinkedHashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> years = new HashMap<>();
  private final Map<String, Map<String, ReviewAnalyses.Judgement>> bias = new LinkedHashMap<>();

  private RevMan5Reader() {}

  static ReviewAnalyses.Reading read(String text) throws UnreadableReview {
    if (!text.contains("<COCHRANE_REVIEW")) {
      throw new UnreadableReview(
          "this is no RevMan 5 review: no COCHRANE_REVIEW in it",
          "不是RevMan 5综述：其中没有COCHRANE_REVIEW");
    }
    RevMan5Reader reader = new RevMan5Reader();
    Set<String> passed = new TreeSet<>();
    ReviewXml root = ReviewXml.parse(text, PASSED_OVER, passed::add);
    if (!root.name().equals("COCHRANE_REVIEW")) {
      throw new UnreadableReview(
          "line " + root.line() + ": this is no RevMan 5 review but " + root.name(),
          "第" + root.line() + "行：不是RevMan 5综述，而是" + root.name());
    }
    passed.forEach(
        part ->
            reader.notCarried.add(
                new Wording(part + " (no data for analyses)", part + "（不含分析数据）")));
    return reader.review(root);
  }

  private ReviewAnalyses.Reading review(ReviewXml root) {
    root.child("STUDIES_AND_REFERENCES")
        .flatMap(s -> s.child("STUDIES"))
        .flatMap(s -> s.child("INCLUDED_STUDIES"))
        .ifPresent(studies -> studies.children("STUDY").forEach(this::study));
    List<String> domains = new ArrayList<>();
    root.child("QUALITY_ITEMS")
        .ifPresent(items -> items.children("QUALITY_ITEM").forEach(i -> domains(i, domains)));
    List<ReviewAnalyses.Comparison> comparisons = new ArrayList<>();
    root.child("ANALYSES_AND_DATA")
        .ifPresent(
            analyses ->
                analyses
                    .children("COMPARISON")
                    .forEach(comparison -> comparisons.add(comparison(comparison))));
    String title = line(root.child("COVER_SHEET").map(c -> c.text("TITLE")).orElse(""));
    List<ReviewAnalyses.Study> studies = new ArrayList<>();
    bias.forEach(
        (id, judgements) ->
            studies.add(
                new ReviewAnalyses.Study(
                    names.getOrDefault(id, ""), years.getOrDefault(id, ""), judgements)));
    return new ReviewAnalyses.Reading(
        new ReviewAnalyses(title, domains, studies, comparisons),
        problems,
        List.copyOf(notCarried));
  }

  private void study(ReviewXml study) {
    String id = study.attribute("ID");
    String name = line(study.attribute("NAME"));
    register(id, name.isEmpty() ? nameOf(id) : name);
    years.put(id, study.attribute("YEAR"));
  }

  private void register(String id, String name) {
    names.put(id, name);
    bias.putIfAbsent(id, new LinkedHashMap<>());
  }

  /** The study of an id; one that is not among the included ones is added. */
  private String named(ReviewXml element) {
    String id = element.attribute("STUDY_ID");
    if (!names.containsKey(id)) {
      problem(
          element,
          new Wording(
              "study " + id + " is not among the included studies", "研究" + id + "不在纳入研究之列"));
      register(id, nameOf(id));
    }
    return names.getOrDefault(id, "");
  }

  /** "STD-Smith_x002d_Jones-2001" is Smith-Jones 2001. */
  static String nameOf(String id) {
    String plain = id.replaceFirst("^STD-", "").replace('-', ' ');
    return ESCAPE
        .matcher(plain)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  private void domains(ReviewXml item, List<String> domains) {
    String name = line(item.text("NAME"));
    Map<String, String> groups = new LinkedHashMap<>();
    item.children("QUALITY_ITEM_DATA_ENTRY_GROUP")
        .forEach(group -> groups.put(group.attribute("ID"), line(group.text("NAME"))));
    Map<String, String> domainOf = new HashMap<>();
    domainOf.put("", fresh(name.isEmpty() ? "Domain" : name, domains));
    groups.forEach((id, group) -> domainOf.put(id, fresh(name + ": " + group, domains)));
    Set<String> used = new LinkedHashSet<>();
    for (ReviewXml data : item.children("QUALITY_ITEM_DATA")) {
      for (ReviewXml entry : data.children("QUALITY_ITEM_DATA_ENTRY")) {
        String domain =
            domainOf.getOrDefault(entry.attribute("GROUP_ID"), domainOf.getOrDefault("", name));
        used.add(domain);
        judgement(entry, domain);
      }
    }
    if (used.isEmpty() || used.contains(domainOf.getOrDefault("", ""))) {
      domains.add(domainOf.getOrDefault("", name));
    }
    for (String id : groups.keySet()) {
      domains.add(domainOf.getOrDefault(id, name));
    }
  }

  private static String fresh(String name, List<String> taken) {
    String fresh = name;
    for (int i = 2; taken.contains(fresh); i++) {
      fresh = name + " (" + i + ")";
    }
    return fresh;
  }

  private void judgement(ReviewXml entry, String domain) {
    String study = named(entry);
    Optional<ReviewAnalyses.Level> level =
        switch (entry.attribute("RESULT")) {
          case "YES" -> Optional.of(ReviewAnalyses.Level.LOW);
          case "NO" -> Optional.of(ReviewAnalyses.Level.HIGH);
          case "UNKNOWN" -> Optional.of(ReviewAnalyses.Level.SOME);
          default -> Optional.empty();
        };
    String support = entry.text("DESCRIPTION");
    if (level.isEmpty()) {
      if (!entry.attribute("RESULT").isEmpty() || !support.isEmpty()) {
        String result = entry.attribute("RESULT");
        problem(
            entry,
            new Wording(
                domain + " of " + study + ": no judgement " + result,
                study + "的" + domain + "：不是判断：" + result));
      }
      return;
    }
    bias.computeIfAbsent(entry.attribute("STUDY_ID"), id -> new LinkedHashMap<>())
        .put(domain, new ReviewAnalyses.Judgement(level.get(), support));
  }

  private ReviewAnalyses.Comparison comparison(ReviewXml comparison) {
    String name = line(comparison.text("NAME"));
    List<ReviewAnalyses.Outcome> outcomes = new ArrayList<>();
    for (ReviewXml child : comparison.children()) {
      switch (child.name()) {
        case "DICH_OUTCOME", "CONT_OUTCOME", "IV_OUTCOME", "IPD_OUTCOME" ->
            outcomes.add(new OutcomeReader(child).outcome());
        case "OTHER_OUTCOME" ->
            notCarried.add(
                NotCarried.of(
                    name + ": " + line(child.text("NAME")),
                    "a table of texts (" + count(child, "OTHER_DATA") + " rows)",
                    "文本表（" + count(child, "OTHER_DATA") + "行）"));
        case "NAME" -> {}
        default -> notCarried.add(Wording.same(name + ": " + child.name()));
      }
    }
    return new ReviewAnalyses.Comparison(name, "", "", outcomes);
  }

  private static int count(ReviewXml element, String name) {
    return element.children().stream()
        .mapToInt(child -> child.name().equals(name) ? 1 : count(child, name))
        .sum();
  }

  private void problem(ReviewXml element, Wording message) {
    problems.add(new ReviewAnalyses.Problem(element.line(), message));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private final class OutcomeReader {
    private final ReviewXml element;
    private final String kind;
    private final OutcomeDraft draft = new OutcomeDraft();
    private boolean logData;

    OutcomeReader(ReviewXml element) {
      this.element = element;
      this.kind = element.name().substring(0, element.name().indexOf('_'));
    }

    ReviewAnalyses.Outcome outcome() {
      settings();
      int number = 0;
      Set<String> taken = new LinkedHashSet<>();
      for (ReviewXml child : element.children()) {
        String name = child.name();
        if (name.equals(kind + "_SUBGROUP")) {
          subgroup(child, ++number, taken);
        } else if (name.equals(kind + "_DATA")) {
          row(child, "");
        } else if (name.equals("FOOTNOTE") || name.equals("FOOTNOTES")) {
          carried(name, child.text());
        } else if (!Set.of(
                "NAME",
                "GROUP_LABEL_1",
                "GROUP_LABEL_2",
                "GRAPH_LABEL_1",
                "GRAPH_LABEL_2",
                "EFFECT_MEASURE")
            .contains(name)) {
          carried(name, child.text());
        }
      }
      draft.stored = stored(element, true);
      return draft.finish(problems);
    }

    private void carried(String part, String text) {
      String said = part + (text.isEmpty() ? "" : ": " + line(text));
      notCarried.add(Wording.same(draft.name + ": " + said));
    }

    private void settings() {
      draft.name = line(element.text("NAME"));
      draft.data =
          switch (kind) {
            case "DICH" -> ReviewAnalyses.Data.DICHOTOMOUS;
            case "CONT" -> ReviewAnalyses.Data.CONTINUOUS;
            case "IPD" -> ReviewAnalyses.Data.OBSERVED_EXPECTED;
            default -> ReviewAnalyses.Data.EFFECT;
          };
      String measure =
          element.has("EFFECT_MEASURE")
              ? element.attribute("EFFECT_MEASURE")
              : line(element.text("EFFECT_MEASURE"));
      logData = kind.equals("IPD") || element.attribute("LOG_DATA").equals("YES");
      draft.measure = measure(measure);
      draft.method =
          kind.equals("IPD")
              ? "PETO"
              : draft.measure.equals("PETO") && kind.equals("DICH")
                  ? "PETO"
                  : Settings.method(element.attribute("METHOD"));
      draft.random = element.attribute("RANDOM").equals("YES") && !draft.method.equals("PETO");
      draft.level = level("CI_TOTAL");
      draft.studyLevel = level("CI_STUDY");
      draft.totals =
          switch (element.attribute("TOTALS")) {
            case "SUB" -> Settings.SUBGROUPS;
            case "NO" -> Settings.NONE;
            default -> Settings.OVERALL;
          };
      draft.swapEvents = kind.equals("DICH") && element.attribute("SWAP_EVENTS").equals("YES");
      draft.subgroupTest = !element.attribute("SUBGROUP_TEST").equals("NO");
      draft.unit = element.attribute("UNITS");
      draft.groupLabel1 = line(element.text("GROUP_LABEL_1"));
      draft.groupLabel2 = line(element.text("GROUP_LABEL_2"));
      draft.graphLabel1 = line(element.text("GRAPH_LABEL_1"));
      draft.graphLabel2 = line(element.text("GRAPH_LABEL_2"));
    }

    private String measure(String text) {
      Optional<String> known = Settings.measure(text);
      String measure =
          known.orElse(
              switch (kind) {
                case "DICH" -> "OR";
                case "CONT" -> "MD";
                case "IPD" -> "PETO";
                default -> "GEN";
              });
      if (known.isEmpty()) {
        carried("EFFECT_MEASURE", text + ", read as " + Settings.printed(measure));
      }
      if (!kind.equals("IV")) {
        return kind.equals("IPD") ? ofScores(measure, text) : measure;
      }
      if (measure.equals("PETO")) {
        measure = "OR";
      }
      if (StudyEffects.ratio(measure) && !logData) {
        carried("LOG_DATA", text + " not typed in as logarithms, read as an effect as it is");
        return "GEN";
      }
      if (!StudyEffects.ratio(measure) && logData) {
        if (known.isPresent() && !measure.equals("GEN")) {
          carried("LOG_DATA", text + " typed in as logarithms, read as an effect as it is");
        }
        return "GEN";
      }
      return measure;
    }

    private String ofScores(String measure, String text) {
      if (!List.of("PETO", "HR", "OR").contains(measure)) {
        notCarried.add(
            NotCarried.of(
                draft.name,
                "EFFECT_MEASURE: " + text + " of O-E, read as Peto Odds Ratio",
                "EFFECT_MEASURE：O-E的" + text + "，按Peto比值比读取"));
      }
      return measure.equals("HR") ? "HR" : "PETO";
    }

    private double level(String attribute) {
      Optional<Double> level = number(element, attribute);
      if (level.isPresent() && !(level.get() > 0 && level.get() < 100)) {
        problem(
            element,
            NotCarried.of(
                draft.name,
                attribute + " is no level: " + level.get(),
                attribute + "不是置信水平：" + level.get()));
        level = Optional.empty();
      }
      return level.orElse(95.0);
    }

    private void subgroup(ReviewXml subgroup, int number, Set<String> taken) {
      String label = line(subgroup.text("NAME"));
      String fresh = draft.freshSubgroup(label, number, taken);
      if (!fresh.equals(label)) {
        problem(subgroup, OutcomeDraft.renamed(draft.name, label, fresh));
      }
      List<ReviewXml> rows = subgroup.children(kind + "_DATA");
      if (rows.isEmpty()) {
        notCarried.add(
            NotCarried.of(draft.name, "subgroup " + fresh + " without studies", "没有研究的亚组" + fresh));
      }
      rows.forEach(row -> row(row, fresh));
      draft.storedSubgroups.put(fresh, stored(subgroup, false));
    }

    private void row(ReviewXml row, String subgroup) {
      String study = named(row);
      Map<String, Double> values = new HashMap<>();
      String wrong = "";
      for (Map.Entry<String, String> column : columns().entrySet()) {
        try {
          numberOf(row, column.getValue()).ifPresent(v -> values.put(column.getKey(), v));
        } catch (IllegalArgumentException e) {
          wrong = column.getValue() + ": " + e.getMessage();
          problem(row, Numbers.about(draft.name + ", " + study + ", " + column.getValue(), e));
        }
      }
      if (draft.data == ReviewAnalyses.Data.EFFECT) {
        effect(row, study, values);
      }
      for (String column : draft.data.shown()) {
        // RevMan writes 0 where nobody typed a number.
        values.remove(column, 0.0);
      }
      boolean off =
          row.attribute("ESTIMABLE").equals("NO")
              || row.has("WEIGHT")
                  && number(row, "WEIGHT").filter(w -> w == 0).isPresent()
                  && anyWeight();
      draft.rows.add(
          new OutcomeDraft.RowDraft(
              row.line(),
              study,
              years.getOrDefault(row.attribute("STUDY_ID"), ""),
              subgroup,
              values,
              off,
              wrong,
              row.text("FOOTNOTE").isEmpty() ? row.text("FOOTNOTES") : row.text("FOOTNOTE"),
              stored(row, true)));
    }

    private boolean anyWeight() {
      return element.children().stream()
          .flatMap(
              child ->
                  child.name().endsWith("_SUBGROUP")
                      ? child.children(kind + "_DATA").stream()
                      : java.util.stream.Stream.of(child))
          .filter(child -> child.name().equals(kind + "_DATA"))
          .anyMatch(child -> number(child, "WEIGHT").filter(w -> w > 0).isPresent());
    }

    private Map<String, String> columns() {
      return switch (draft.data) {
        case DICHOTOMOUS ->
            Map.of("ai", "EVENTS_1", "n1i", "TOTAL_1", "ci", "EVENTS_2", "n2i", "TOTAL_2");
        case CONTINUOUS ->
            Map.of(
                "m1i", "MEAN_1", "sd1i", "SD_1", "n1i", "TOTAL_1", "m2i", "MEAN_2", "sd2i", "SD_2",
                "n2i", "TOTAL_2");
        case OBSERVED_EXPECTED ->
            Map.of(
                "oe",
                "O_E",
                "v",
                "VAR",
                "ai",
                "EVENTS_1",
                "n1i",
                "TOTAL_1",
                "ci",
                "EVENTS_2",
                "n2i",
                "TOTAL_2");
        default -> Map.of("yi", "ESTIMATE", "sei", "SE", "n1i", "TOTAL_1", "n2i", "TOTAL_2");
      };
    }

    /** Without ESTIMATE, the effect that is shown stands for it. */
    private void effect(ReviewXml row, String study, Map<String, Double> values) {
      if (!values.containsKey("yi") && !row.has("ESTIMATE")) {
        Optional<Double> shown = number(row, "EFFECT_SIZE");
        if (shown.isPresent() && (!logData || shown.get() > 0)) {
          values.put("yi", logData ? Math.log(shown.get()) : shown.get());
        } else if (shown.isPresent()) {
          problem(
              row,
              NotCarried.of(
                  draft.name + ", " + study,
                  "a ratio is above 0: " + shown.get(),
                  "比值须大于0：" + shown.get()));
        }
      }
    }

    /** What is stored of a row, a subgroup or the whole, where it is estimable. */
    private Map<String, Double> stored(ReviewXml of, boolean whole) {
      Map<String, Double> numbers = new HashMap<>();
      boolean total = of != element || draft.totals.equals(Settings.OVERALL);
      if (of.attribute("ESTIMABLE").equals("NO")
          || number(of, "EFFECT_SIZE").isEmpty()
          || !whole && draft.totals.equals(Settings.NONE)) {
        return numbers;
      }
      boolean ratio = kind.equals("IV") ? logData : StudyEffects.ratio(draft.measure);
      if (total) {
        shown(of, "EFFECT_SIZE", ResultNumbers.ESTIMATE, ratio, numbers);
        shown(of, "CI_START", ResultNumbers.LOWER, ratio, numbers);
        shown(of, "CI_END", ResultNumbers.UPPER, ratio, numbers);
      }
      if (of.name().endsWith("_DATA")) {
        if (!draft.totals.equals(Settings.NONE)) {
          plain(of, "WEIGHT", ResultNumbers.WEIGHT, numbers);
        }
        return numbers;
      }
      if (total) {
        plain(of, "Z", ResultNumbers.STATISTIC, numbers);
        plain(of, "P_Z", ResultNumbers.P, numbers);
        plain(of, "CHI2", ResultNumbers.Q, numbers);
        plain(of, "DF", ResultNumbers.DF, numbers);
        if (numbers.getOrDefault(ResultNumbers.DF, 0.0) > 0) {
          plain(of, "P_CHI2", ResultNumbers.Q_P, numbers);
          plain(of, "I2", ResultNumbers.I_SQUARED, numbers);
        }
        if (draft.random) {
          plain(of, "TAU2", ResultNumbers.TAU_SQUARED, numbers);
        }
      }
      if (of == element && draft.subgroupTest && hasSubgroups()) {
        plain(of, "Q", ResultNumbers.SUBGROUP_Q, numbers);
        plain(of, "P_Q", ResultNumbers.SUBGROUP_P, numbers);
        plain(of, "I2_Q", ResultNumbers.SUBGROUP_I_SQUARED, numbers);
      }
      return numbers;
    }

    private boolean hasSubgroups() {
      return draft.storedSubgroups.values().stream().filter(s -> !s.isEmpty()).count() > 1;
    }

    private void shown(
        ReviewXml of, String attribute, String name, boolean ratio, Map<String, Double> numbers) {
      number(of, attribute)
          .filter(value -> !ratio || value > 0)
          .ifPresent(value -> numbers.put(name, ratio ? Math.log(value) : value));
    }

    private void plain(ReviewXml of, String attribute, String name, Map<String, Double> numbers) {
      number(of, attribute).ifPresent(value -> numbers.put(name, value));
    }

    private Optional<Double> numberOf(ReviewXml of, String attribute) {
      return Numbers.of(of.attribute(attribute));
    }

    /** A number that nothing depends on: empty when it is none. */
    private Optional<Double> number(ReviewXml of, String attribute) {
      try {
        return numberOf(of, attribute);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
