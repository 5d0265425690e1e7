package org.winnow.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.allocation.Allocation.Apart;
import org.winnow.allocation.Allocation.Handover;
import org.winnow.allocation.Allocation.Kind;
import org.winnow.allocation.Allocation.Part;
import org.winnow.allocation.Allocation.Quota;
import org.winnow.ledger.CanonicalJson;

class AllocationTest {
  private static final UUID ANN = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final UUID CAT = new UUID(0, 3);
  private static final UUID DAN = new UUID(0, 4);

  @Test
  void theLastPlaceOfAPairWithoutExperienceIsForAnExperiencedReviewer() {
    Allocation rules = experienced(ANN);

    assertThat(rules.permits(BOB, List.of(), 2)).isTrue();
    assertThat(rules.permits(CAT, List.of(BOB), 2)).isFalse();
    assertThat(rules.permits(ANN, List.of(BOB), 2)).isTrue();
    assertThat(rules.permits(BOB, List.of(ANN), 2)).isTrue();
    assertThat(rules.permits(CAT, List.of(BOB), 3)).isTrue();
    assertThat(rules.permits(DAN, List.of(BOB, CAT), 3)).isFalse();
  }

  @Test
  void whereOneVoteIsEnoughItIsAnExperiencedOne() {
    assertThat(experienced(ANN).permits(BOB, List.of(), 1)).isFalse();
    assertThat(experienced(ANN).permits(ANN, List.of(), 1)).isTrue();
  }

  @Test
  void whoIsKeptApartDoesNotVoteAfterTheOther() {
    Allocation rules =
        new Allocation(
            List.of(), false, List.of(new Apart(ANN, BOB)), List.of(), List.of(), List.of());

    assertThat(rules.permits(BOB, List.of(ANN), 2)).isFalse();
    assertThat(rules.permits(ANN, List.of(BOB), 2)).isFalse();
    assertThat(rules.permits(CAT, List.of(ANN), 2)).isTrue();
    assertThat(rules.permits(List.of(ANN, BOB))).isFalse();
    assertThat(rules.permits(List.of(ANN, CAT))).isTrue();
  }

  @Test
  void aShareGoesFromHandToHand() {
    Allocation rules =
        parts(part(List.of(ANN)), part(List.of(CAT))).handedOver(ANN, BOB).handedOver(BOB, DAN);

    assertThat(rules.takenOverBy(DAN)).containsExactlyInAnyOrder(ANN, BOB);
    assertThat(rules.isFor(0, DAN)).isTrue();
    assertThat(rules.isFor(0, ANN)).as("it is no longer hers").isFalse();
    assertThat(rules.isFor(Allocation.NO_PART, BOB)).isFalse();
    assertThat(rules.isFor(1, DAN)).isFalse();
    assertThat(rules.flaw()).isEmpty();
  }

  @Test
  void whoTakesAShareOverHasTheirOwnBack() {
    Allocation rules = Allocation.NONE.handedOver(ANN, BOB).handedOver(BOB, ANN);

    assertThat(rules.handovers()).containsExactly(new Handover(BOB, ANN));
    assertThat(rules.handedOver(BOB, ANN)).as("the same again").isEqualTo(rules);
  }

  @Test
  void aQuotaInHundredthsIsRoundedUp() {
    assertThat(new Quota(ANN, null, 33).of(10)).isEqualTo(4);
    assertThat(new Quota(ANN, null, 50).of(10)).isEqualTo(5);
    assertThat(new Quota(ANN, null, 100).of(7)).isEqualTo(7);
    assertThat(new Quota(ANN, 3, null).of(10)).isEqualTo(3);
  }

  @Test
  void whatCannotBeMeantIsNamed() {
    assertThat(
            new Allocation(
                    List.of(), false, List.of(new Apart(ANN, ANN)), List.of(), List.of(), List.of())
                .flaw())
        .contains("apart");
    assertThat(quotas(new Quota(ANN, 1, 1)).flaw()).contains("quotas");
    assertThat(quotas(new Quota(ANN, null, null)).flaw()).contains("quotas");
    assertThat(quotas(new Quota(ANN, 1, null), new Quota(ANN, 2, null)).flaw()).contains("quotas");
    assertThat(parts(new Part(Kind.RECORDS, null, 5, 4, List.of(ANN))).flaw()).contains("parts");
    assertThat(parts(new Part(Kind.TAG, null, null, null, List.of(ANN))).flaw()).contains("parts");
    assertThat(
            handovers(new Handover(ANN, BOB), new Handover(BOB, CAT), new Handover(CAT, ANN))
                .flaw())
        .contains("handovers");
    assertThat(handovers(new Handover(ANN, BOB), new Handover(BOB, CAT)).flaw()).isEmpty();
  }

  @Test
  void itReadsBackAsItWasWritten() {
    Allocation rules =
        new Allocation(
            List.of(ANN),
            true,
            List.of(new Apart(ANN, BOB)),
            List.of(new Quota(CAT, null, 20)),
            List.of(new Part(Kind.RECORDS, null, 1, 9, List.of(ANN, CAT))),
            List.of(new Handover(DAN, CAT)));

    assertThat(CanonicalJson.read(CanonicalJson.write(rules), Allocation.class)).isEqualTo(rules);
  }

  private static Allocation experienced(UUID... people) {
    return new Allocation(List.of(people), true, List.of(), List.of(), List.of(), List.of());
  }

  private static Allocation parts(Part... parts) {
    return new Allocation(List.of(), false, List.of(), List.of(), List.of(parts), List.of());
  }

  private static Allocation quotas(Quota... quotas) {
    return new Allocation(List.of(), false, List.of(), List.of(quotas), List.of(), List.of());
  }

  private static Allocation handovers(Handover... handovers) {
    return new Allocation(List.of(), false, List.of(), List.of(), List.of(), List.of(handovers));
  }

  private static Part part(List<UUID> reviewers) {
    return new Part(Kind.RECORDS, null, 1, 9, reviewers);
  }
}
