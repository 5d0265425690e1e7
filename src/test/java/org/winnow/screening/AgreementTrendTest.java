package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.screening.AgreementReport.Divide;

class AgreementTrendTest {
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final UUID CAT = new UUID(0, 3);
  private static final UUID DESIGN = new UUID(1, 1);
  private static final UUID OUTCOME = new UUID(1, 2);

  @Test
  void agreementIsTakenInStretchesInTheOrderOfTheLastVote() {
    List<Judgement> judgements = new ArrayList<>();
    for (int item = 1; item <= 150; item++) {
      // Bob comes to the last items first, and parts with Ann over the first hundred.
      judgements.add(judgement(item, ANN, Verdict.INCLUDE, item));
      judgements.add(
          judgement(item, BOB, item <= 100 ? Verdict.EXCLUDE : Verdict.INCLUDE, 1000 - item));
    }
    judgements.add(judgement(200, ANN, Verdict.INCLUDE, 2000));

    List<AgreementTrend.Stretch> trend =
        AgreementTrend.of(judgements, MaybeRule.INCLUDE).stretches();

    assertThat(trend).extracting(AgreementTrend.Stretch::from).containsExactly(1, 101);
    assertThat(trend).extracting(AgreementTrend.Stretch::to).containsExactly(100, 150);
    assertThat(trend).extracting(AgreementTrend.Stretch::percent).containsExactly(0.5, 0.0);
  }

  @Test
  void aLongStageHasNoMoreStretchesThanCanBeToldApart() {
    List<Judgement> judgements = new ArrayList<>();
    for (int item = 1; item <= 9_001; item++) {
      judgements.add(judgement(item, ANN, Verdict.INCLUDE, 2L * item));
      judgements.add(judgement(item, BOB, Verdict.MAYBE, 2L * item + 1));
    }
    List<AgreementTrend.Stretch> trend =
        AgreementTrend.of(judgements, MaybeRule.INCLUDE).stretches();

    assertThat(trend).hasSize(40);
    assertThat(trend.getLast().to()).isEqualTo(9_001);
    assertThat(trend).allMatch(stretch -> stretch.percent() == 1);
  }

  @Test
  void whichReasonPeoplePartOverIsCountedOverAllPairs() {
    List<Judgement> judgements =
        List.of(
            excluding(1, ANN, DESIGN),
            excluding(1, BOB, DESIGN),
            excluding(2, ANN, DESIGN),
            judgement(2, BOB, Verdict.INCLUDE, 4),
            judgement(2, CAT, Verdict.MAYBE, 5),
            excluding(3, ANN, OUTCOME),
            excluding(3, BOB, DESIGN),
            judgement(4, ANN, Verdict.EXCLUDE, 8),
            excluding(4, BOB, DESIGN));

    assertThat(AgreementReport.divides(judgements, List.of(OUTCOME, DESIGN)))
        .containsExactly(new Divide(DESIGN, 1, 2, 2), new Divide(OUTCOME, 0, 0, 1));
  }

  private static Judgement excluding(int item, UUID reviewer, UUID reason) {
    return new Judgement(item, reviewer, Verdict.EXCLUDE, Optional.of(reason), 1, Instant.EPOCH);
  }

  private static Judgement judgement(int item, UUID reviewer, Verdict verdict, long sequence) {
    return new Judgement(
        item, reviewer, verdict, Optional.empty(), sequence, Instant.ofEpochSecond(sequence));
  }
}
