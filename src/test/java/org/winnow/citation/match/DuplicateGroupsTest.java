package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.winnow.citation.match.DecidedPairs.Pair;
import org.winnow.citation.match.Grouping.Cluster;

class DuplicateGroupsTest {
  private static final String TITLE =
      "Mesenchymal stromal cells in refractory systemic lupus erythematosus";

  private static Citations article() {
    return new Citations()
        .type("JOUR")
        .title(TITLE)
        .authors("Wang, D.", "Li, J.", "Sun, L.")
        .year(2018)
        .journal("Stem Cell Research & Therapy")
        .place("9", "1", "227-235");
  }

  private static Verdict verdict(Citations a, Citations b) {
    return DuplicateGroups.why(a.normalised(1), b.normalised(2), DecidedPairs.NONE).verdict();
  }

  @Test
  void theSameDoiJoinsHoweverTheTitleIsWritten() {
    Citations a = article().doi("10.1186/s13287-018-0971-8");
    Citations b =
        new Citations().title("MESENCHYMAL STROMAL CELLS in refractory SLE...").title(TITLE + ".");

    assertThat(verdict(a, b.doi("10.1186/S13287-018-0971-8")).rule()).isEqualTo(MatchRule.SAME_DOI);
  }

  @Test
  void oneDoiOnTwoTitlesIsAskedAndNeverJoined() {
    Citations supplement = article().doi("10.1111/sji.12345");
    Citations other =
        new Citations()
            .title("Poster presentations of the autumn meeting")
            .year(2018)
            .doi("10.1111/sji.12345");

    Grouping grouping =
        DuplicateGroups.find(
            List.of(supplement.normalised(1), other.normalised(2)), DecidedPairs.NONE);

    assertThat(grouping.clusters()).isEmpty();
    assertThat(grouping.review())
        .singleElement()
        .satisfies(
            doubt -> assertThat(doubt.reasons()).containsExactly(MatchRule.SAME_DOI_OTHER_TITLE));
  }

  @Test
  void theSamePubMedNumberJoins() {
    assertThat(
            verdict(
                    article().pmid("29720000"),
                    article().journal("").place("", "", "").pmid("29720000"))
                .rule())
        .isEqualTo(MatchRule.SAME_PMID);
  }

  @Test
  void twoPubMedNumbersAreTwoRecords() {
    assertThat(verdict(article().pmid("1"), article().pmid("2").place("10", "4", "1-9")).rule())
        .isEqualTo(MatchRule.OTHER_PMID);
  }

  @Test
  void titleYearAndFirstPageJoinWithoutNumbers() {
    Citations ovid =
        article()
            .title(TITLE + ". [Review] [32 refs]")
            .journal("Stem Cell Res Ther")
            .place("9", "", "227-35");

    assertThat(verdict(article(), ovid).rule()).isEqualTo(MatchRule.SAME_TITLE_AND_PAGE);
  }

  @Test
  void titleYearAndFirstAuthorJoinWhenTheSecondHasNoPlace() {
    assertThat(verdict(article(), article().place("", "", "").authors("Wang Dandan")).rule())
        .isEqualTo(MatchRule.SAME_TITLE_YEAR_AND_AUTHOR);
  }

  @Test
  void anErratumIsNotItsArticle() {
    assertThat(
            verdict(article(), article().title("Erratum: " + TITLE).place("9", "3", "401")).rule())
        .isEqualTo(MatchRule.ERRATUM_AND_ARTICLE);
    assertThat(
            verdict(
                    article(),
                    article().title(TITLE + " (vol 9, pg 227, 2018)").place("9", "3", "401"))
                .rule())
        .isEqualTo(MatchRule.ERRATUM_AND_ARTICLE);
  }

  @Test
  void anArticleThatPointsToItsErratumIsTheArticle() {
    Citations medline =
        article().title(TITLE + ".[Erratum appears in Stem Cell Res Ther. 2018 Jun;9(3):401]");

    assertThat(verdict(article(), medline).rule()).isEqualTo(MatchRule.SAME_TITLE_AND_PAGE);
  }

  @Test
  void aReplyIsNotTheLetter() {
    assertThat(
            verdict(article(), article().title(TITLE + " - Reply").place("9", "1", "236")).rule())
        .isEqualTo(MatchRule.REPLY_OR_COMMENT);
  }

  @Test
  void aProtocolIsNotItsResult() {
    Citations protocol =
        article()
            .title(TITLE + ": study protocol for a randomised trial")
            .place("6", "1", "12-20")
            .year(2017);

    assertThat(verdict(article(), protocol).rule()).isEqualTo(MatchRule.PROTOCOL_AND_RESULT);
  }

  @Test
  void partsOfASeriesAreTwoWorks() {
    assertThat(
            verdict(article().title(TITLE + ". Part I"), article().title(TITLE + ". Part II"))
                .rule())
        .isEqualTo(MatchRule.OTHER_NUMBER_IN_TITLE);
  }

  @Test
  void trialsThatDifferInOneWordAreTwoRecords() {
    Citations resistant =
        new Citations()
            .title(
                "Open label controlled trial of eculizumab in adults with plasma therapy-resistant aHUS")
            .authors("Alexion Pharmaceuticals")
            .year(2011);
    Citations sensitive =
        new Citations()
            .title(
                "Open label controlled trial of eculizumab in adults with plasma therapy-sensitive aHUS")
            .authors("Alexion Pharmaceuticals")
            .year(2011);

    assertThat(verdict(resistant, sensitive).rule().effect()).isNotEqualTo(MatchRule.Effect.JOINS);
  }

  @Test
  void aMeetingAbstractIsNotTheArticle() {
    Citations meeting =
        article()
            .journal("Stem Cell Research & Therapy.Conference: 5th Congress")
            .place("9", "Suppl 1", "S12");

    assertThat(verdict(article(), meeting).rule())
        .isEqualTo(MatchRule.MEETING_ABSTRACT_AND_ARTICLE);
  }

  @Test
  void versionsOfACochraneReviewAreOneRecord() {
    Citations second =
        article()
            .journal("Cochrane Database Syst Rev")
            .place("", "3", "CD002273")
            .doi("10.1002/14651858.CD002273.pub2")
            .year(2004);
    Citations third =
        article()
            .journal("Cochrane Database of Systematic Reviews")
            .place("2", "", "")
            .doi("10.1002/14651858.CD002273.pub3")
            .year(2005);

    assertThat(verdict(second, third).rule()).isEqualTo(MatchRule.SAME_COCHRANE_REVIEW);
  }

  @Test
  void everyCopyNamesTheRecordItWasJoinedToAndTheRule() {
    Grouping grouping =
        DuplicateGroups.find(
            List.of(
                article().normalised(1),
                article().doi("10.1/abc").abstractText("Background: …").normalised(2),
                article().doi("10.1/abc").place("", "", "").normalised(3)),
            DecidedPairs.NONE);

    Cluster cluster = grouping.clusters().getFirst();
    assertThat(cluster.representative()).isEqualTo(2);
    assertThat(cluster.joined())
        .extracting(Grouping.Joined::record, Grouping.Joined::to, Grouping.Joined::rule)
        .containsExactlyInAnyOrder(
            tuple(1, 2, MatchRule.SAME_TITLE_AND_PAGE), tuple(3, 2, MatchRule.SAME_DOI));
  }

  @Test
  void oneWeakLinkDoesNotDrawTwoWorksTogether() {
    // the record without a place could be either paper, but the two papers are two
    Grouping grouping =
        DuplicateGroups.find(
            List.of(
                article().normalised(1),
                article().place("12", "7", "900-911").normalised(2),
                article().place("", "", "").normalised(3)),
            DecidedPairs.NONE);

    assertThat(grouping.clusters()).hasSize(1);
    assertThat(grouping.clusters().getFirst().joined()).hasSize(1);
    assertThat(grouping.review()).isNotEmpty();
  }

  @Test
  void whatAPersonSeparatedStaysApartEvenByWayOfAThirdRecord() {
    DecidedPairs separated = new DecidedPairs(Set.of(new Pair(1, 2)), List.of());

    Grouping grouping =
        DuplicateGroups.find(
            List.of(article().normalised(1), article().normalised(2), article().normalised(3)),
            separated);

    assertThat(grouping.clusters()).hasSize(1);
    assertThat(grouping.clusters().getFirst().joined()).hasSize(1);
    assertThat(grouping.review()).isEmpty();
  }

  @Test
  void settledClustersAreNotJoinedYetANewCopyIsAddedToOne() {
    MatchIndex index =
        MatchIndex.of(
            List.of(
                article().normalised(1), article().normalised(2),
                article().normalised(3), article().normalised(4)));
    DecidedPairs settled = new DecidedPairs(Set.of(), List.of(List.of(1, 2), List.of(3, 4)));

    Grouping grouping = DuplicateGroups.find(index, List.of(article().normalised(5)), settled);

    assertThat(grouping.clusters())
        .singleElement()
        .satisfies(
            cluster -> {
              assertThat(cluster.representative()).isIn(1, 3);
              assertThat(cluster.joined()).extracting(Grouping.Joined::record).containsExactly(5);
            });
    assertThat(grouping.review()).isNotEmpty();
  }

  @Test
  void importingInTwoPartsFindsTheSameCopies() {
    List<Normalised> all =
        List.of(
            article().normalised(1),
            article()
                .title("Something quite different about kidneys")
                .place("1", "1", "1-9")
                .normalised(2),
            article().place("9", "", "227").normalised(3));
    MatchIndex index = MatchIndex.empty();

    DuplicateGroups.find(index, all.subList(0, 2), DecidedPairs.NONE);
    Grouping second = DuplicateGroups.find(index, all.subList(2, 3), DecidedPairs.NONE);

    assertThat(second.clusters())
        .isEqualTo(DuplicateGroups.find(all, DecidedPairs.NONE).clusters());
  }

  @Test
  void aRecordWithoutTitleIsAskedAbout() {
    assertThat(verdict(article(), article().title("")).rule()).isEqualTo(MatchRule.TITLE_MISSING);
  }

  @Test
  void theExplanationShowsEveryField() {
    Explanation why =
        DuplicateGroups.why(
            article().normalised(1),
            article().place("9", "3", "401").year(2019).normalised(2),
            DecidedPairs.NONE);

    assertThat(why.fields())
        .extracting(Explanation.FieldComparison::field)
        .containsExactly(
            "title", "authors", "year", "journal", "volume", "issue", "page", "doi", "pmid");
    assertThat(why.fields().get(6).agreement()).isEqualTo(Agreement.DIFFERENT);
  }

  @Test
  void oneDoiOnHundredsOfTitlesDoesNotBuryTheQueue() {
    List<Normalised> supplement = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      supplement.add(
          new Citations()
              .title("Poster " + i + " on lupus")
              .doi("10.1111/sji.12345")
              .normalised(i));
    }

    Grouping grouping = DuplicateGroups.find(supplement, DecidedPairs.NONE);

    assertThat(grouping.clusters()).isEmpty();
    assertThat(grouping.review()).hasSizeBetween(1, 450);
  }

  @Test
  void manyCopiesOfOneRecordAreOneCluster() {
    List<Normalised> copies = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      copies.add(article().normalised(i));
    }

    Grouping grouping = DuplicateGroups.find(copies, DecidedPairs.NONE);

    assertThat(grouping.clusters())
        .singleElement()
        .satisfies(cluster -> assertThat(cluster.joined()).hasSize(499));
  }

  @Test
  void aMistypedYearDoesNotHideACopy() {
    assertThat(verdict(article(), article().year(2008)).rule())
        .isEqualTo(MatchRule.SAME_TITLE_AND_PAGE);
  }

  @Test
  void aThesisAndItsAbstractAreOneRecord() {
    Citations thesis =
        article().type("THES").authors("Wang, D.").journal("").place("", "", "215 p");
    Citations printed =
        article()
            .authors("Wang, D.")
            .year(2019)
            .journal("Dissertation Abstracts International: Section B")
            .place("73", "3-B", "1524");

    assertThat(verdict(thesis, printed).rule()).isEqualTo(MatchRule.SAME_THESIS);
  }

  @Test
  void anIdIsUsedOnce() {
    MatchIndex index = MatchIndex.of(List.of(article().normalised(7)));

    assertThatThrownBy(() -> index.add(article().normalised(7)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
