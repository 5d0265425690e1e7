package org.winnow.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the team has agreed before it looks at records. Versions are kept; an amendment is dated.
 */
public record Protocol(
    @NotNull @Valid Question question,
    @NotNull @Size(max = 200) String registration,
    @NotNull @Size(max = 60) List<@Valid Criterion> criteria,
    @NotNull @Size(max = 60) List<@Valid Reason> reasons,
    @NotNull @Valid ScreeningPolicy policy,
    @NotNull @Size(max = 12) List<@Valid Highlight> highlights) {

  /** The protocol of a review that has just been made. */
  public static final Protocol FIRST =
      new Protocol(
          new Question(Text.NONE, "", "", "", "", ""),
          "",
          List.of(),
          List.of(),
          ScreeningPolicy.USUAL,
          List.of());

  /** A text in the languages of the team; either may be absent. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Text(@Nullable @Size(max = 4000) String en, @Nullable @Size(max = 4000) String zh) {
    static final Text NONE = new Text(null, null);
  }

  /** The question of the review, free and by its parts. */
  public record Question(
      @NotNull @Valid Text text,
      @NotNull @Size(max = 2000) String population,
      @NotNull @Size(max = 2000) String intervention,
      @NotNull @Size(max = 2000) String comparison,
      @NotNull @Size(max = 2000) String outcome,
      @NotNull @Size(max = 2000) String design) {}

  /** Whether meeting a criterion lets a record in or keeps it out. */
  public enum CriterionKind {
    INCLUSION,
    EXCLUSION;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static CriterionKind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** An eligibility criterion; their order in the protocol is the order of checking. */
  public record Criterion(
      @NotNull UUID id, @NotNull CriterionKind kind, @NotNull @Valid Text text) {}

  /**
   * A reason for excluding a report; their order is the order in which the first failed one counts.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Reason(@NotNull UUID id, @NotNull @Valid Text label, @Nullable UUID criterionId) {}

  /** Words to mark in titles and abstracts. */
  public record Highlight(
      @NotNull HighlightGroup group,
      @NotNull @Size(max = 200) List<@Size(max = 200) String> terms) {}

  /** What a marked word speaks for. */
  public enum HighlightGroup {
    INCLUDE,
    EXCLUDE,
    POPULATION,
    INTERVENTION,
    COMPARISON,
    OUTCOME;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static HighlightGroup of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
