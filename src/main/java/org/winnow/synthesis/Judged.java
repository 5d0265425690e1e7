package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Certainty;
import org.winnow.review.Protocol.Text;

/**
 * What people judged of the certainty of a synthesis by GRADE.
 *
 * @param observational whether the evidence starts low, since it is not from randomised trials
 * @param assumed risk without the intervention per 1,000, a decimal
 * @param notes for the foot of the table, besides the reasons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Judged(
    @NotNull @Valid Judgements judgements,
    boolean observational,
    @Nullable @Pattern(regexp = "[0-9]{1,3}(\\.[0-9]{1,6})?") String assumed,
    @Nullable @Size(max = 20) List<@NotNull @Valid Text> notes) {
  Judged {
    notes = notes == null || notes.isEmpty() ? null : List.copyOf(notes);
  }

  /** By domain. */
  record Judgements(
      @NotNull @Valid Judgement riskOfBias,
      @NotNull @Valid Judgement inconsistency,
      @NotNull @Valid Judgement indirectness,
      @NotNull @Valid Judgement imprecision,
      @NotNull @Valid Judgement publicationBias) {
    List<Judgement> all() {
      return List.of(riskOfBias, inconsistency, indirectness, imprecision, publicationBias);
    }
  }

  /** How many levels a domain takes away, and why. */
  record Judgement(@Min(0) @Max(2) int down, @NotNull @Valid Text reason) {
    static final Judgement NONE = new Judgement(0, new Text(null, null));
  }

  /** What is left of the certainty. */
  Certainty.Level level() {
    int down = judgements.all().stream().mapToInt(Judgement::down).sum();
    return Certainty.level(!observational, down);
  }

  List<Text> ownNotes() {
    return Objects.requireNonNullElse(notes, List.of());
  }
}
