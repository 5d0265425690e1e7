package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.winnow.screening.Verdict.EXCLUDE;
import static org.winnow.screening.Verdict.INCLUDE;
import static org.winnow.screening.Verdict.MAYBE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.review.Stage;

class ConsensusTest {
  private static final UUID DESIGN = UUID.randomUUID();
  private static final UUID OUTCOME = UUID.randomUUID();
  private static final UUID ANN = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();

  private final List<Vote> votes = new ArrayList<>();
  private final List<Adjudication> adjudications = new ArrayList<>();

  @Test
  void anItemWithTooFewVotesIsPending() {
    vote(ANN, EXCLUDE);
    assertThat(onTitle()).isEqualTo(new ScreeningStatus.Pending());
  }

  @Test
  void aReviewerWhoVotesTwiceCountsOnce() {
    vote(ANN, EXCLUDE);
    vote(ANN, INCLUDE);
    assertThat(onTitle()).isEqualTo(new ScreeningStatus.Pending());
  }

  @Test
  void theLatestVoteOfAReviewerCounts() {
    vote(ANN, EXCLUDE);
    vote(BOB, INCLUDE);
    vote(ANN, INCLUDE);
    assertThat(onTitle()).isEqualTo(new ScreeningStatus.Included());
  }

  @Test
  void doubtKeepsARecordInOnTitleAndAbstract() {
    vote(ANN, MAYBE);
    vote(BOB, INCLUDE);
    assertThat(onTitle()).isEqualTo(new ScreeningStatus.Included());
  }

  @Test
  void doubtAgainstExclusionIsAConflict() {
    vote(ANN, MAYBE);
    vote(BOB, EXCLUDE);
    assertThat(onTitle()).isEqualTo(new ScreeningStatus.VerdictConflict());
  }

  @Test
  void doubtAtFullTextMustBeResolvedEvenWhenShared() {
    vote(ANN, MAYBE);
    vote(BOB, MAYBE);
    assertThat(onFullText()).isEqualTo(new ScreeningStatus.VerdictConflict());
  }

  @Test
  void exclusionsForDifferentPrimaryReasonsAreAConflictAtFullText() {
    vote(ANN, EXCLUDE, DESIGN);
    vote(BOB, EXCLUDE, OUTCOME);
    assertThat(onFullText()).isEqualTo(new ScreeningStatus.ReasonConflict());
  }

  @Test
  void thePrimaryReasonIsTheFirstInTheProtocolsOrder() {
    vote(ANN, EXCLUDE, OUTCOME, DESIGN);
    vote(BOB, EXCLUDE, DESIGN);
    assertThat(onFullText()).isEqualTo(new ScreeningStatus.Excluded(Optional.of(DESIGN)));
  }

  @Test
  void exclusionsForDifferentReasonsAgreeOnTitleAndAbstract() {
    vote(ANN, EXCLUDE, DESIGN);
    vote(BOB, EXCLUDE, OUTCOME);
    assertThat(onTitle()).isEqualTo(new ScreeningStatus.Excluded(Optional.empty()));
  }

  @Test
  void anAdjudicationDecidesWhateverTheVotesAre() {
    vote(ANN, INCLUDE);
    vote(BOB, EXCLUDE);
    adjudications.add(new Adjudication(UUID.randomUUID(), EXCLUDE, List.of(OUTCOME), 10));
    assertThat(onFullText()).isEqualTo(new ScreeningStatus.Excluded(Optional.of(OUTCOME)));
  }

  @Test
  void ofTwoVotesOfOneTakeoverTheOneWithTheGreaterIdCountsInWhateverOrderTheyAreRead() {
    UUID takeover = UUID.randomUUID();
    Vote include = takenOver(new UUID(0x7000_0000_0000_0000L, 0), INCLUDE, takeover);
    // The database sorts ids by their digits, Java's own order by their sign.
    Vote exclude = takenOver(new UUID(0x9000_0000_0000_0000L, 0), EXCLUDE, takeover);
    Consensus consensus = new Consensus(Stage.TITLE_ABSTRACT, 1, List.of());
    ScreeningStatus excluded = new ScreeningStatus.Excluded(Optional.empty());
    assertThat(consensus.of(List.of(include, exclude), List.of())).isEqualTo(excluded);
    assertThat(consensus.of(List.of(exclude, include), List.of())).isEqualTo(excluded);
  }

  private static Vote takenOver(UUID id, Verdict verdict, UUID takeover) {
    return new Vote(id, ANN, verdict, List.of(), 7, Instant.EPOCH, takeover);
  }

  private void vote(UUID reviewer, Verdict verdict, UUID... reasons) {
    votes.add(
        new Vote(
            UUID.randomUUID(),
            reviewer,
            verdict,
            List.of(reasons),
            votes.size() + 1,
            Instant.EPOCH,
            null));
  }

  private ScreeningStatus onTitle() {
    return new Consensus(Stage.TITLE_ABSTRACT, 2, List.of(DESIGN, OUTCOME))
        .of(votes, adjudications);
  }

  private ScreeningStatus onFullText() {
    return new Consensus(Stage.FULL_TEXT, 2, List.of(DESIGN, OUTCOME)).of(votes, adjudications);
  }
}
