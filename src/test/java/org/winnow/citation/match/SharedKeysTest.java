package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SharedKeysTest {
  private static Grouping grouping(List<Normalised> known, List<Normalised> incoming) {
    return DuplicateGroups.find(MatchIndex.of(known), incoming, DecidedPairs.NONE);
  }

  /** Many of a few works, so that keys are crowded and made finer. */
  @Property(tries = 60)
  void theRecordsThatShareAKeyFindWhatAllWouldFind(@ForAll long seed) {
    Random random = new Random(seed);
    InventedCitations invented = new InventedCitations(random);
    List<Normalised> known = new ArrayList<>();
    List<Normalised> incoming = new ArrayList<>();
    int count = random.nextInt(300);
    for (int id = 0; id < count; id++) {
      known.add(invented.next().normalised(id));
    }
    for (int id = count; id < count + 1 + random.nextInt(5); id++) {
      incoming.add(invented.next().normalised(id));
    }

    SharedKeys keys = SharedKeys.of(incoming);
    List<Normalised> few = known.stream().filter(keys::holdAnyOf).toList();

    assertThat(grouping(few, incoming)).isEqualTo(grouping(known, incoming));
  }

  @Test
  void recordsOfOtherWorksAreLeftOut() {
    List<Normalised> known =
        IntStream.range(0, 1_000)
            .mapToObj(
                id ->
                    new Citations()
                        .title("word" + id + " other" + id + " third" + id)
                        .doi("10.1000/" + id + ".x")
                        .normalised(id))
            .toList();

    SharedKeys keys = SharedKeys.of(List.of(new Citations().doi("10.1000/7.x").normalised(1_000)));

    assertThat(known.stream().filter(keys::holdAnyOf).map(Normalised::id)).containsExactly(7);
  }
}
