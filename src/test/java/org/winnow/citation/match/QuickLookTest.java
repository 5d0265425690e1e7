package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QuickLookTest {
  @Property(tries = 100)
  void aQuickLookHidesNoPairThatTheRulesWouldJoinOrAskAbout(@ForAll long seed) {
    InventedCitations invented = new InventedCitations(new Random(seed));
    List<Normalised> records = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      records.add(invented.next().normalised(id));
    }
    for (Normalised a : records) {
      for (Normalised b : records) {
        Verdict thorough = Matching.of(Comparison.of(a, b));
        boolean matters =
            switch (thorough.rule().effect()) {
              case JOINS, ASKS, ASKS_AND_PARTS -> true;
              case PARTS, SILENT -> false;
            };
        if (matters) {
          assertThat(QuickLook.of(a, b)).as("%s / %s", a, b).isEqualTo(thorough);
        }
      }
    }
  }
}
