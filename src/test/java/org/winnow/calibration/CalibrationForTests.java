package org.winnow.calibration;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.winnow.Api;
import org.winnow.screening.Verdict;

/** Calibration rounds as the requests of a page make them. */
public final class CalibrationForTests {
  private CalibrationForTests() {}

  public static void open(UUID review, UUID lead, UUID round, int size, int seed) {
    Api.bean(CalibrationService.class).open(review, lead, round, size, seed, Set.of());
  }

  public static void vote(
      UUID review, UUID reviewer, UUID round, int item, Verdict verdict, List<UUID> reasons) {
    Api.bean(CalibrationService.class)
        .vote(review, reviewer, new CalibrationVoteCast(round, item, verdict, reasons));
  }

  public static void reveal(UUID review, UUID lead, UUID round) {
    Api.bean(CalibrationService.class).reveal(review, lead, round);
  }
}
