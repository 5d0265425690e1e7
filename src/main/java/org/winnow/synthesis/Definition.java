package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.review.Protocol.Text;

/**
 * What a synthesis is to find out and how; it can be said before there are data.
 *
 * @param favours what the left and the right side of a figure speak for; left out, the arms
 * @param riskOfBias what the judgements of bias are made with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Definition(
    @NotNull UUID comparisonId,
    @Min(0) @Max(1_000_000) int position,
    @NotNull @Valid Text outcome,
    @Nullable @Size(max = 200) String timePoint,
    @Nullable @Size(max = 200) String unit,
    @NotNull DataKind data,
    @NotNull Benefit benefit,
    @Nullable @Size(min = 2, max = 2) List<@NotNull @Valid Text> favours,
    @NotNull @Valid Settings settings,
    @Nullable @Valid RiskOfBias riskOfBias) {

  /** Which values are good for people. */
  enum Benefit {
    LOWER,
    HIGHER;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Benefit of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Whether another definition asks or analyses something else. Its place, its labels and a name in
   * a further language do not matter.
   */
  boolean differsInSubstance(Definition other) {
    return !comparisonId.equals(other.comparisonId)
        || !Objects.equals(timePoint, other.timePoint)
        || data != other.data
        || benefit != other.benefit
        || !settings.equals(other.settings)
        || says(outcome.en(), other.outcome.en())
        || says(outcome.zh(), other.outcome.zh());
  }

  /** The names of the domains of bias, so many at least. */
  List<String> domains(int least, FigureLanguage language) {
    return Objects.requireNonNullElse(riskOfBias, new RiskOfBias(null, null))
        .names(least, language);
  }

  private static boolean says(@Nullable String before, @Nullable String after) {
    return before != null && !before.equals(after);
  }
}
