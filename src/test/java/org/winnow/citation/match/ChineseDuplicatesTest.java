package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.winnow.citation.match.ChineseVendors.LabelledPair;

/** There is no public truth for Chinese records, so the pairs are made; see the generator. */
class ChineseDuplicatesTest {
  private static final long SEED = 20_250_065L;

  private record Measured(int pairs, int duplicates, int joined, int joinedRightly, int asked) {
    double precision() {
      return 100.0 * joinedRightly / joined;
    }

    double recall() {
      return 100.0 * joinedRightly / duplicates;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "Chinese: %d pairs, %d duplicates; joined %d, precision %.2f %%, recall %.2f %%, %d asked",
          pairs,
          duplicates,
          joined,
          precision(),
          recall(),
          asked);
    }
  }

  @Test
  void vendorCopiesAreJoinedAndLookalikesAreNot() {
    Measured measured = measure(new ChineseVendors(SEED).pairs(60));

    System.out.println(measured);
    assertThat(measured.pairs()).isGreaterThanOrEqualTo(300);
    assertThat(measured.precision()).isGreaterThanOrEqualTo(99.5);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(97);
  }

  private static Measured measure(List<LabelledPair> pairs) {
    int duplicates = 0;
    int joined = 0;
    int rightly = 0;
    int asked = 0;
    for (LabelledPair pair : pairs) {
      List<Normalised> two = List.of(Normalised.of(1, pair.a()), Normalised.of(2, pair.b()));
      Grouping grouping = DuplicateGroups.find(two, DecidedPairs.NONE);
      boolean isJoined = !grouping.clusters().isEmpty();
      duplicates += pair.duplicate() ? 1 : 0;
      joined += isJoined ? 1 : 0;
      rightly += isJoined && pair.duplicate() ? 1 : 0;
      asked += grouping.review().size();
    }
    return new Measured(pairs.size(), duplicates, joined, rightly, asked);
  }
}
