package org.winnow.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelchTest {
  @Test
  void theDifferenceIsInUnitsOfItsStandardError() {
    // Means 2 and 4, variances 1 and 4, three of each.
    assertThat(Welch.t(List.of(1.0, 2.0, 3.0), List.of(2.0, 4.0, 6.0)))
        .isCloseTo(-2 / Math.sqrt(1 / 3.0 + 4 / 3.0), within(1e-12));
  }

  @Test
  void ofTwentyTheLeastAndTheGreatestAreLeftOut() {
    List<Double> values = new ArrayList<>();
    for (int i = 1; i <= 18; i++) {
      values.add((double) i);
    }
    values.add(-1e9);
    values.add(1e9);

    assertThat(Welch.trimmedMean(values)).isCloseTo(9.5, within(1e-12));
    assertThat(Welch.t(values, values)).isZero();
  }
}
