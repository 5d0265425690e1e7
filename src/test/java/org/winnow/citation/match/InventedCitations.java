package org.winnow.citation.match;

import java.util.List;
import java.util.Random;

/** Citations of a few works in many forms, so that most pairs have something in common. */
final class InventedCitations {
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

  private final Random random;

  InventedCitations(Random random) {
    this.random = random;
  }

  Citations next() {
    return new Citations()
        .title(one(TITLES))
        .type(one(TYPES))
        .year(random.nextInt(3) == 0 ? 0 : 2009 + random.nextInt(3))
        .journal(one(JOURNALS))
        .place(one(FEW), one(FEW), one(PAGES))
        .authors(one(AUTHORS), one(AUTHORS))
        .doi(random.nextInt(4) == 0 ? "10.1000/" + one(List.of("abc", "def")) : "")
        .pmid(random.nextInt(5) == 0 ? one(List.of("1234", "5678")) : "");
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
