package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a synthesis pools, in the words of {@link org.winnow.analysis.AnalysisSettings}; what is left
 * out is usual.
 *
 * @param level of confidence of pooled effects
 * @param studyLevel the same of single studies; left out, that of pooled effects
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Settings(
    @NotNull @Pattern(regexp = WORD) String measure,
    @Nullable @Pattern(regexp = WORD) String method,
    @Nullable @Pattern(regexp = WORD) String model,
    @Nullable @Pattern(regexp = WORD) String tauSquared,
    @Nullable @Pattern(regexp = WORD) String ci,
    @Nullable @Pattern(regexp = WORD) String prediction,
    @Nullable @Valid Percent level,
    @Nullable @Size(max = 200) String subgroup,
    @Nullable @Pattern(regexp = WORD) String zero,
    @Nullable @Pattern(regexp = WORD) String convention,
    @Nullable @Size(max = 20) List<@NotNull @Size(max = 200) String> moderators,
    @Nullable @Size(max = 30) List<@NotNull @Size(max = 60) String> tests,
    @Nullable @Size(max = 30) List<@NotNull @Size(max = 200) String> sensitivity,
    @Nullable Boolean swapEvents,
    @Nullable @Pattern(regexp = WORD) String totals,
    @Nullable @Valid Percent studyLevel,
    @Nullable @Min(0) @Max(10_000) Integer permutations) {
  private static final String WORD = "[A-Za-z0-9.-]{0,30}";

  /** One spelling of what means the same, so that it has one hash. */
  Settings {
    measure = Objects.requireNonNullElse(measure, "").toUpperCase(Locale.ROOT);
    method = method == null ? null : given(method.toUpperCase(Locale.ROOT));
    model = given(model);
    tauSquared = given(tauSquared);
    ci = given(ci);
    prediction = given(prediction);
    subgroup = given(subgroup);
    zero = given(zero);
    convention = given(convention);
    moderators = given(moderators);
    tests = given(tests);
    sensitivity = given(sensitivity);
    swapEvents = Boolean.TRUE.equals(swapEvents) ? swapEvents : null;
    totals = given(totals);
    permutations = permutations == null || permutations == 0 ? null : permutations;
  }

  private static @Nullable String given(@Nullable String word) {
    return word == null || word.isBlank() ? null : word.strip();
  }

  private static @Nullable List<String> given(@Nullable List<String> words) {
    return words == null || words.isEmpty() ? null : List.copyOf(words);
  }

  /** What is given, by the names of the components; lists are separated by commas. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    put(words, "measure", measure);
    put(words, "method", method);
    put(words, "model", model);
    put(words, "tauSquared", tauSquared);
    put(words, "ci", ci);
    put(words, "prediction", prediction);
    put(words, "level", level);
    put(words, "subgroup", subgroup);
    put(words, "zero", zero);
    put(words, "convention", convention);
    put(words, "moderators", moderators == null ? null : String.join(",", moderators));
    put(words, "tests", tests == null ? null : String.join(",", tests));
    put(words, "sensitivity", sensitivity == null ? null : String.join(",", sensitivity));
    put(words, "swapEvents", swapEvents);
    put(words, "totals", totals);
    put(words, "studyLevel", studyLevel);
    put(words, "permutations", permutations);
    return words;
  }

  private static void put(Map<String, String> words, String name, @Nullable Object value) {
    if (value != null) {
      words.put(name, value.toString());
    }
  }
}
