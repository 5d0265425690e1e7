package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QuickLookTest {
  private static final List<String> TITLES =
      List.of(
          "Effect of aspirin on recurrent ischaemic stroke in older adults",
          "Effect of aspirn on recurrent ischemic stroke in older adults",
          "Effect of aspirin on recurrent ischaemic stroke in older adults: part II",
          "Effect of aspirin on recurrent stroke",
          "Effects of warfarin on recurrent ischaemic stroke in younger adults",
          "Reply to effect of aspirin on recurrent ischaemic stroke in older adults",
          "Erratum: Effect of aspirin on recurrent ischaemic stroke in older adults",
          "Long-term effect of clopidogrel after stroke: study protocol",
          "Longterm effect of clopidogrel after stroke",
          "阿司匹林对老年缺血性脑卒中复发的影响",
          "");
  private static final List<String> TYPES = List.of("", "JOUR", "CHAP", "BOOK", "CPAPER");
  private static final List<String> PAGES = List.of("", "12-19", "13-19", "12", "e12-e19", "S4");
  private static final List<String> FEW = List.of("", "4", "5");
  private static final List<String> JOURNALS = List.of("", "Stroke", "Lancet Neurology");
  private static final List<String> AUTHORS = List.of("", "Berg, A. B.", "Li, X.", "李雪");

  private final Random random = new Random(5);

  private Normalised invented(int id) {
    return new Citations()
        .title(one(TITLES))
        .type(one(TYPES))
        .year(random.nextInt(3) == 0 ? 0 : 2009 + random.nextInt(3))
        .journal(one(JOURNALS))
        .place(one(FEW), one(FEW), one(PAGES))
        .authors(one(AUTHORS), one(AUTHORS))
        .doi(random.nextInt(4) == 0 ? "10.1000/" + one(List.of("abc", "def")) : "")
        .pmid(random.nextInt(5) == 0 ? one(List.of("1234", "5678")) : "")
        .normalised(id);
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  @Property(tries = 100)
  void aQuickLookHidesNoPairThatTheRulesWouldJoinOrAskAbout(@ForAll long seed) {
    random.setSeed(seed);
    List<Normalised> records = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      records.add(invented(id));
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
