package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of one study, or of one pair of arms or one subgroup of it, as people entered them.
 *
 * @param studyId of the review's studies, when it is one of them
 * @param trial what the rows of one trial share
 * @param values by column; what is no number is kept as it was typed
 * @param typed what was typed where a value was read from another spelling
 * @param origins how values came to be, by column
 * @param properties for subgroups and regression, by name
 * @param bias judgements by domain, D1, D2 … and overall
 * @param included left out, it is
 * @param reason why it is not included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudyRow(
    @NotNull UUID id,
    @Min(0) @Max(1_000_000) int position,
    @NotNull @Size(max = 500) String study,
    @Nullable @Min(1) Integer studyId,
    @Nullable @Size(max = 200) String trial,
    @Nullable @Min(1) @Max(9999) Integer year,
    @Nullable @Size(max = 200) String subgroup,
    @Nullable @Size(max = 60)
        Map<@Pattern(regexp = "[a-z0-9]{1,20}") String, @Size(max = 100) String> values,
    @Nullable @Size(max = 60) Map<@Size(max = 20) String, @NotNull @Valid Origin> origins,
    @Nullable @Size(max = 60) Map<@Size(max = 200) String, @Size(max = 500) String> properties,
    @Nullable @Size(max = 20)
        Map<
                @Pattern(regexp = "D[1-9][0-9]?|overall") String,
                @Pattern(regexp = "(low|some|high|moderate|serious|critical|no-information)?")
                String>
            bias,
    @Nullable Boolean included,
    @Nullable @Size(max = 2000) String reason,
    @Nullable @Size(max = 2000) String footnote,
    @Nullable @Size(max = 60) Map<@Size(max = 20) String, @Size(max = 100) String> typed) {

  StudyRow {
    study = study == null ? "" : study.strip();
    trial = given(trial);
    subgroup = given(subgroup);
    values = given(values);
    origins = origins == null ? Map.of() : new TreeMap<>(origins);
    properties = given(properties);
    bias = given(bias);
    included = included == null || included;
    reason = given(reason);
    footnote = given(footnote);
    typed = given(typed);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static Map<String, String> given(@Nullable Map<String, String> texts) {
    Map<String, String> given = new TreeMap<>();
    if (texts != null) {
      texts.forEach(
          (name, text) -> {
            if (text != null && !text.isBlank()) {
              given.put(name, text.strip());
            }
          });
    }
    return given;
  }

  boolean counts() {
    return Boolean.TRUE.equals(included);
  }

  String value(String column) {
    return values == null ? "" : values.getOrDefault(column, "");
  }

  /** What was typed where it was read as something else, by column. */
  Map<String, String> spellings() {
    return typed == null ? Map.of() : typed;
  }

  /** Judgements of bias, by domain. */
  Map<String, String> judgements() {
    return bias == null ? Map.of() : bias;
  }

  /** The last of the domains D1, D2 … that was judged; 0 for none. */
  int lastDomain() {
    return judgements().keySet().stream()
        .filter(name -> name.startsWith("D"))
        .mapToInt(name -> Integer.parseInt(name.substring(1)))
        .max()
        .orElse(0);
  }

  /** What stands in a column that is no data: the subgroup, the year, or a property by its name. */
  String property(String column) {
    return switch (column) {
      case "subgroup" -> Objects.requireNonNullElse(subgroup, "");
      case "trial" -> Objects.requireNonNullElse(trial, "");
      case "year" -> year == null ? "" : year.toString();
      default ->
          properties == null
              ? ""
              : properties.getOrDefault(column, judgements().getOrDefault(column, ""));
    };
  }

  boolean hasData() {
    return values != null && !values.isEmpty();
  }

  /** The same with its numbers in one spelling, and beside them what was typed. */
  StudyRow read() {
    Map<String, String> numbers = new TreeMap<>();
    Map<String, String> spellings = new TreeMap<>();
    Map<String, String> earlier = spellings();
    given(values)
        .forEach(
            (column, text) -> {
              Cell cell = Cell.of(text);
              String before = earlier.getOrDefault(column, text);
              numbers.put(column, cell.state() == Cell.State.EMPTY ? text : cell.value());
              if (cell.wasRespelt()) {
                spellings.put(column, text);
              } else if (Cell.of(before).wasRespelt() && Cell.of(before).value().equals(text)) {
                spellings.put(column, before);
              }
            });
    return new StudyRow(
        id,
        position,
        study,
        studyId,
        trial,
        year,
        subgroup,
        numbers,
        origins,
        properties,
        bias,
        included,
        reason,
        footnote,
        spellings);
  }
}
