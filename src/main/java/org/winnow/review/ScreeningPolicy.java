package org.winnow.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;

/**
 * How a review screens.
 *
 * @param titleAbstractVotes independent votes that a record needs
 * @param fullTextVotes independent votes that a report needs
 * @param adjudicatorMayHaveVoted whether somebody may settle a conflict of their own vote
 * @param reasonsAtTitleAbstract whether an exclusion on title and abstract must give a reason
 * @param mask what reviewers do not see of a record
 * @param countsForVotingLead whether a lead who also votes sees counts that tell of others' votes
 * @param conflictVotesHidden whether those who settle a conflict judge without seeing the votes
 */
public record ScreeningPolicy(
    @Min(1) @Max(10) int titleAbstractVotes,
    @Min(1) @Max(10) int fullTextVotes,
    @NotNull ConflictRule conflictRule,
    boolean adjudicatorMayHaveVoted,
    @NotNull QueueOrder order,
    boolean reasonsAtTitleAbstract,
    @NotNull @Valid Mask mask,
    boolean countsForVotingLead,
    boolean conflictVotesHidden) {

  static final ScreeningPolicy USUAL =
      new ScreeningPolicy(
          2,
          2,
          ConflictRule.ADJUDICATOR,
          false,
          QueueOrder.RANDOM,
          false,
          Mask.NOTHING,
          false,
          false);

  public int votesNeeded(Stage stage) {
    return switch (stage) {
      case TITLE_ABSTRACT -> titleAbstractVotes;
      case FULL_TEXT -> fullTextVotes;
    };
  }

  public boolean asksReason(Stage stage) {
    return stage == Stage.FULL_TEXT || reasonsAtTitleAbstract;
  }

  /** Who settles votes that disagree. */
  public enum ConflictRule {
    ADJUDICATOR,
    CONSENSUS;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ConflictRule of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** In which order a reviewer meets records. */
  public enum QueueOrder {
    RANDOM,
    IMPORT,
    NEWEST;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static QueueOrder of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Parts of a record that could sway a judgement. */
  public record Mask(boolean authors, boolean journal, boolean year) {
    public static final Mask NOTHING = new Mask(false, false, false);
  }
}
