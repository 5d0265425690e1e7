package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.winnow.citation.Citation;

/**
 * What an export of another screening tool says of one record's screening there, in the words of
 * that tool. It is read from the tags and columns that are no part of the citation; it decides
 * nothing. A number in a RIS {@code LB} is a label of the reference manager and is not looked at.
 *
 * @param labels tags of the record, in order, without duplicates
 * @param notes remarks of people, whoever they are by
 */
public record ForeignDecisions(
    Tool tool, List<Decision> decisions, List<String> labels, List<String> notes) {

  /** The tool that wrote the file. */
  public enum Tool {
    /** Verdicts by person; reasons and labels belong to the record. */
    RAYYAN,
    /** One list a file: the list is the verdict; no persons. */
    COVIDENCE,
    /** One label a record, relevant or not; no person and no reason. */
    ASREVIEW,
    /** Codes of code sets as agreed; no person. */
    EPPI_REVIEWER
  }

  /**
   * One verdict.
   *
   * @param by the person's name there; where the tool names none, the name of its code set; empty
   *     when it has neither
   * @param verdict the tool's own word or number; empty when only the file as a whole tells
   * @param reasons why the record was excluded, as the tool names it
   */
  public record Decision(String by, String verdict, List<String> reasons) {
    public Decision {
      reasons = List.copyOf(reasons);
    }
  }

  /** Tag under which {@link EppiJsonFormat} keeps a code: code set, sign, name. */
  static final String EPPI_INCLUDE = "EPPI-Reviewer include";

  static final String EPPI_EXCLUDE = "EPPI-Reviewer exclude";
  static final String EPPI_CODE = "EPPI-Reviewer code";
  static final String EPPI_SIGN = " › ";

  private static final Set<String> NOTES =
      Set.of("n1", "rn", "notes", "note", "%z", "researchnotes", "annote", "exportednotes1");
  private static final Pattern RAYYAN =
      Pattern.compile("(RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES)\\s*:");
  private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
  private static final Pattern PAIR = Pattern.compile(QUOTED + "\\s*=>\\s*" + QUOTED);
  private static final Pattern NOTES_OF =
      Pattern.compile(QUOTED + "\\s*=>\\s*\\[((?:[^\\]\"]|" + QUOTED + ")*+)\\]");
  private static final Pattern TEXT = Pattern.compile(QUOTED);
  private static final Pattern COVIDENCE_REASON =
      Pattern.compile("(?i)exclusion reason:\\s*([^;\\n]*)");
  private static final Pattern ASREVIEW =
      Pattern.compile("(?i)\\bASReview_(relevant|irrelevant|not_seen|prior)\\b");

  public ForeignDecisions {
    decisions = List.copyOf(decisions);
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
  }

  /** What the record brings along; empty when it comes from no such tool. */
  public static Optional<ForeignDecisions> of(Citation citation) {
    Fields fields = new Fields(citation);
    return Stream.of(rayyan(fields), eppiReviewer(fields), asreview(fields), covidence(fields))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ForeignDecisions> rayyan(Fields fields) {
    String notes = String.join("\n", fields.notes());
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher key = RAYYAN.matcher(notes);
    String last = "";
    int from = 0;
    while (key.find()) {
      if (!last.isEmpty()) {
        parts.putIfAbsent(last, part(notes.substring(from, key.start())));
      }
      last = key.group(1);
      from = key.end();
    }
    if (!last.isEmpty()) {
      parts.putIfAbsent(last, part(notes.substring(from)));
    }
    if (parts.keySet().stream().noneMatch(name -> name.startsWith("RAYYAN-"))) {
      return Optional.empty();
    }
    Set<String> labels = new LinkedHashSet<>();
    Set<String> reasons =
        new LinkedHashSet<>(list(parts.getOrDefault("RAYYAN-EXCLUSION-REASONS", "")));
    for (String label : list(parts.getOrDefault("RAYYAN-LABELS", ""))) {
      // Rayyan keeps its reasons among the labels, under this prefix.
      if (label.startsWith("__EXR__")) {
        reasons.add(label.substring("__EXR__".length()).strip());
      } else {
        labels.add(label);
      }
    }
    return Optional.of(
        new ForeignDecisions(
            Tool.RAYYAN,
            rayyanVerdicts(parts.getOrDefault("RAYYAN-INCLUSION", ""), List.copyOf(reasons)),
            List.copyOf(labels),
            rayyanNotes(parts.getOrDefault("USER-NOTES", ""))));
  }

  /** The value without the bar that parts it from the next. */
  private static String part(String text) {
    String value = text.strip();
    return value.endsWith("|") ? value.substring(0, value.length() - 1).strip() : value;
  }

  /** Rayyan does not say whose reasons they are: everybody who excluded is given all. */
  private static List<Decision> rayyanVerdicts(String value, List<String> reasons) {
    List<Decision> decisions = new ArrayList<>();
    Matcher pair = PAIR.matcher(value);
    while (pair.find()) {
      String verdict = unescaped(pair.group(2));
      boolean excludes = verdict.toLowerCase(Locale.ROOT).startsWith("exclu");
      decisions.add(
          new Decision(unescaped(pair.group(1)), verdict, excludes ? reasons : List.of()));
    }
    return decisions;
  }

  private static List<String> rayyanNotes(String value) {
    List<String> notes = new ArrayList<>();
    Matcher person = NOTES_OF.matcher(value);
    while (person.find()) {
      Matcher text = TEXT.matcher(person.group(2));
      while (text.find()) {
        notes.add(unescaped(person.group(1)) + ": " + unescaped(text.group(1)));
      }
    }
    if (notes.isEmpty() && !value.isEmpty()) {
      notes.add(value);
    }
    return notes;
  }

  private static Optional<ForeignDecisions> eppiReviewer(Fields fields) {
    Map<String, List<String>> excluded = new LinkedHashMap<>();
    Set<String> included = new LinkedHashSet<>();
    for (String code : fields.of(EPPI_INCLUDE)) {
      included.add(code.split(EPPI_SIGN, 2)[0]);
    }
    for (String code : fields.of(EPPI_EXCLUDE)) {
      String[] parts = code.split(EPPI_SIGN, 2);
      excluded.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[parts.length - 1]);
    }
    List<String> labels = fields.of(EPPI_CODE);
    if (included.isEmpty() && excluded.isEmpty() && labels.isEmpty()) {
      return Optional.empty();
    }
    List<Decision> decisions = new ArrayList<>();
    included.forEach(set -> decisions.add(new Decision(set, "Include", List.of())));
    excluded.forEach((set, reasons) -> decisions.add(new Decision(set, "Exclude", reasons)));
    return Optional.of(new ForeignDecisions(Tool.EPPI_REVIEWER, decisions, labels, List.of()));
  }

  private static Optional<ForeignDecisions> asreview(Fields fields) {
    Set<String> verdicts = new LinkedHashSet<>();
    Set<String> labels = new LinkedHashSet<>();
    boolean seen = false;
    for (String text : fields.notesAndKeywords()) {
      Matcher mark = ASREVIEW.matcher(text);
      while (mark.find()) {
        seen = true;
        switch (mark.group(1).toLowerCase(Locale.ROOT)) {
          case "relevant", "irrelevant" -> verdicts.add(mark.group(1).toLowerCase(Locale.ROOT));
          case "prior" -> labels.add("ASReview_prior");
          default -> {}
        }
      }
    }
    for (String column : List.of("asreviewlabel", "included", "labelincluded", "label")) {
      for (String value : fields.of(column)) {
        String number = value.replaceFirst("\\.0+$", "");
        if (number.equals("0") || number.equals("1") || number.equals("-1")) {
          seen = true;
          if (verdicts.isEmpty() && !number.equals("-1")) {
            verdicts.add(number.equals("1") ? "relevant" : "irrelevant");
          }
        }
      }
    }
    if (!seen) {
      return Optional.empty();
    }
    if (fields.of("asreviewprior").stream().anyMatch(value -> value.startsWith("1"))) {
      labels.add("ASReview_prior");
    }
    labels.addAll(fields.tags());
    return Optional.of(
        new ForeignDecisions(
            Tool.ASREVIEW,
            verdicts.stream().map(verdict -> new Decision("", verdict, List.of())).toList(),
            List.copyOf(labels),
            Stream.of("asreviewnote", "exportednotes1")
                .flatMap(column -> fields.of(column).stream())
                .toList()));
  }

  private static Optional<ForeignDecisions> covidence(Fields fields) {
    List<String> reasons = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String note : fields.notes()) {
      Matcher reason = COVIDENCE_REASON.matcher(note);
      while (reason.find()) {
        if (!reason.group(1).isBlank()) {
          reasons.add(reason.group(1).strip());
        }
      }
      String rest =
          COVIDENCE_REASON.matcher(note).replaceAll("").replaceAll("^[;\\s]+|[;\\s]+$", "");
      if (!rest.isEmpty()) {
        notes.add(rest);
      }
    }
    boolean numbered = !fields.of("covidence").isEmpty() || !fields.of("covidenceid").isEmpty();
    if (!numbered && reasons.isEmpty()) {
      return Optional.empty();
    }
    List<String> labels =
        fields.of("tags").stream().flatMap(tags -> list(tags.replace(';', ',')).stream()).toList();
    return Optional.of(
        new ForeignDecisions(
            Tool.COVIDENCE,
            List.of(new Decision("", reasons.isEmpty() ? "" : "Excluded", reasons)),
            labels,
            notes));
  }

  private static List<String> list(String value) {
    return Stream.of(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1").strip();
  }

  /** The record's tags by name, without case, blanks and signs. */
  private static final class Fields {
    private final Map<String, List<String>> byName = new LinkedHashMap<>();
    private final List<String> tags = new ArrayList<>();
    private final Citation citation;

    Fields(Citation citation) {
      this.citation = citation;
      citation
          .others()
          .forEach(
              (name, values) -> {
                byName.computeIfAbsent(plain(name), _ -> new ArrayList<>()).addAll(values);
                tag(name, values);
              });
    }

    private static String plain(String name) {
      return name.startsWith("%") ? name.toLowerCase(Locale.ROOT) : CsvColumns.plain(name);
    }

    /** ASReview writes one column for each tag, or one for all. */
    private void tag(String name, List<String> values) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("asreview_tag")) {
        for (String value : values) {
          if (value.equals("1") || value.equalsIgnoreCase("true")) {
            tags.add(name.substring("asreview_tag".length()).replaceFirst("^s?_", ""));
          } else if (!value.equals("0") && !value.equalsIgnoreCase("false")) {
            tags.add(value);
          }
        }
      }
    }

    List<String> of(String name) {
      return byName.getOrDefault(plain(name), List.of());
    }

    List<String> tags() {
      return tags;
    }

    List<String> notes() {
      return NOTES.stream().sorted().flatMap(name -> of(name).stream()).toList();
    }

    List<String> notesAndKeywords() {
      return Stream.concat(notes().stream(), citation.keywords().stream()).toList();
    }
  }
}
