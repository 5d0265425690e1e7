package org.winnow.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.winnow.lookup.LibraryForTests.titled;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.DatabaseForTests;
import org.winnow.lookup.LibraryForTests.Shelf;
import org.winnow.lookup.LookupService.Completeness;
import org.winnow.platform.RuleViolation;
import org.winnow.review.ScreeningPolicy.Mask;

@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class LookupServiceTest {
  @Inject LookupService lookup;
  @Inject LibraryForTests library;

  @Test
  void recordsAreFoundByWordsOfEveryPart() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "PubMed",
        titled(
            "Mesenchymal stem cells in lupus nephritis",
            more -> {
              more.abstractText = "BACKGROUND: Transplantation was well tolerated.";
              more.authors.add("Zhang, Wei");
              more.authors.add("Müller, Hans");
              more.journal = "Stem Cell Research & Therapy";
              more.keywords.add("umbilical cord");
              more.year = 2015;
              more.doi = "10.1186/s13287-015-0001-1";
              more.pmid = "25889925";
            }),
        titled("An unrelated trial", more -> more.year = 2020));

    for (String query :
        List.of(
            "mesenchymal",
            "LUPUS cell",
            "nephritis transplanted",
            "zhang",
            "muller",
            "author:zhang lupus",
            "author:\"zhang wei\"",
            "journal:therapy",
            "keyword:cord",
            "umbilic*",
            "\"stem cells in lupus\"",
            "year:2010..2016",
            "title:(lupus OR arthritis)",
            "10.1186/s13287-015-0001-1",
            "https://doi.org/10.1186/S13287-015-0001-1",
            "25889925",
            "pmid:25889925",
            "lupus -arthritis",
            "NOT unrelated",
            "source:pubmed year:2015")) {
      assertThat(ids(shelf, query)).as(query).containsExactly(1);
    }
    for (String query :
        List.of(
            "lupus arthritis",
            "\"stem cell in lupus\"",
            "\"zhang muller\"",
            "abstract:lupus",
            "title:transplanted",
            "year:2021..",
            "source:embase",
            "lupus NOT nephritis")) {
      assertThat(ids(shelf, query)).as(query).isEmpty();
    }
  }

  @Test
  void chineseIsFoundWithoutBlanks() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "中国知网 CNKI",
        titled(
            "间充质干细胞治疗2型糖尿病的随机对照试验",
            more -> {
              more.abstractText = "目的：探讨脐带间充质干细胞（UC-MSC）的疗效。方法：随机分组。";
              more.authors.add("张伟");
              more.journal = "中华医学杂志";
            }),
        titled("糖代谢与尿路病变"));

    for (String query :
        List.of(
            "糖尿病",
            "随机对照试验 糖尿病",
            "“2型糖尿病的随机”",
            "２型糖尿病",
            "脐带",
            "ＵＣ－ＭＳＣ 疗效",
            "author:张伟",
            "author:张",
            "journal:医学",
            "title:干细胞*",
            "source:知网 干细胞",
            "source:cnki 糖尿病")) {
      assertThat(ids(shelf, query)).as(query).containsExactly(1);
    }
    assertThat(ids(shelf, "糖")).containsExactlyInAnyOrder(1, 2);
    assertThat(ids(shelf, "细胞干")).isEmpty();
  }

  @Test
  void aDuplicateIsFoundByItsOwnTextAndShownAsItsRepresentative() {
    Shelf shelf = library.shelf();
    library.add(shelf, "PubMed", titled("Umbilical cells in lupus"));
    library.add(shelf, "CNKI", titled("脐带干细胞治疗狼疮"));
    library.join(shelf, 1, 2);

    LookupService.Answer answer = lookup.find(shelf.review(), "狼疮", Mask.NOTHING, 0, 10);

    assertThat(answer.total()).isEqualTo(1);
    assertThat(answer.hits().getFirst().record().id()).isEqualTo(1);
    assertThat(answer.hits().getFirst().found().id()).isEqualTo(2);
    assertThat(answer.hits().getFirst().found().duplicateOf()).isEqualTo(1);
    assertThat(ids(shelf, "lupus OR 狼疮")).containsExactly(1);

    library.split(shelf, 2);

    assertThat(ids(shelf, "lupus OR 狼疮")).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void whatIsWithdrawnIsNotFound() {
    Shelf shelf = library.shelf();
    UUID first = library.add(shelf, "PubMed", titled("Lupus one"), titled("Lupus two"));
    library.add(shelf, "Embase", titled("Lupus three"));
    assertThat(ids(shelf, "lupus")).containsExactlyInAnyOrder(1, 2, 3);

    library.withdraw(shelf, first);

    assertThat(ids(shelf, "lupus")).containsExactly(3);
  }

  @Test
  void oneReviewFindsNothingOfAnother() {
    Shelf one = library.shelf();
    Shelf other = library.shelf();
    library.add(one, "PubMed", titled("Lupus"));

    assertThat(ids(other, "lupus")).isEmpty();
    assertThat(ids(other, "NOT lupus")).isEmpty();
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "PubMed",
        IntStream.rangeClosed(1, 45).mapToObj(i -> titled("Lupus trial number " + i)).toList());

    List<Integer> all = new ArrayList<>();
    for (int skip = 0; skip < 45; skip += 20) {
      lookup
          .find(shelf.review(), "lupus", Mask.NOTHING, skip, 20)
          .hits()
          .forEach(h -> all.add(h.record().id()));
    }

    assertThat(all).hasSize(45).doesNotHaveDuplicates();
  }

  @Test
  void aWordInTheTitleCountsForMoreThanOneInTheAbstract() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "PubMed",
        titled("A trial", more -> more.abstractText = "A trial in lupus."),
        titled("Lupus"));

    assertThat(ids(shelf, "lupus")).containsExactly(2, 1);
  }

  @Test
  void whatTheProtocolHidesCannotBeSearchedBy() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "PubMed",
        titled(
            "Lupus",
            more -> {
              more.authors.add("Zhang, Wei");
              more.journal = "Blood";
              more.year = 2015;
              more.pmid = "25889925";
              more.doi = "10.1000/1";
            }));
    assertThat(ids(shelf, "zhang blood 25889925 10.1000/1 year:2015")).containsExactly(1);
    Mask everything = new Mask(true, true, true);

    for (String guess : List.of("zhang", "blood", "25889925")) {
      assertThat(lookup.find(shelf.review(), guess, everything, 0, 10).total()).isZero();
    }
    for (String guess : List.of("author:zhang", "10.1000/1", "pmid:25889925", "lupus year:2015")) {
      assertThatThrownBy(() -> lookup.find(shelf.review(), guess, everything, 0, 10))
          .isInstanceOf(RuleViolation.class)
          .hasMessage("search-masked");
    }
    LookupService.Hit hit =
        lookup.find(shelf.review(), "lupus", everything, 0, 10).hits().getFirst();
    assertThat(hit.record().authors()).isEmpty();
    assertThat(hit.found().doi()).isEmpty();
  }

  @Test
  void anEmptyQueryFindsNothingAndSaysThatThatIsAll() {
    LookupService.Answer answer = lookup.find(library.shelf().review(), " ? ", Mask.NOTHING, 0, 10);

    assertThat(answer.total()).isZero();
    assertThat(answer.completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void aQueryThatCannotBeMeantIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () -> lookup.find(library.shelf().review(), "lupus \"stem", Mask.NOTHING, 0, 10))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("query-not-understood");
              assertThat(refusal.members()).containsEntry("position", 6);
            });
  }

  @Test
  void hugeAndOddTextsAreIndexedLikeOthers() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "PubMed",
        titled("x".repeat(100_000) + " lupus"),
        titled(
            "<script>alert(1)</script> lupus \uFFFD \u202E",
            more -> {
              more.doi = "10.1000/" + "y".repeat(50_000);
              more.abstractText = "word ".repeat(100_000);
            }));

    assertThat(ids(shelf, "lupus")).containsExactlyInAnyOrder(1, 2);
    assertThat(ids(shelf, "script alert")).containsExactly(2);
  }

  private List<Integer> ids(Shelf shelf, String query) {
    LookupService.Answer answer = lookup.find(shelf.review(), query, Mask.NOTHING, 0, 100);
    for (int i = 0; answer.completeness() == Completeness.INDEX_BEHIND && i < 60; i++) {
      answer = lookup.find(shelf.review(), query, Mask.NOTHING, 0, 100);
    }
    assertThat(answer.completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(answer.total()).isEqualTo(answer.hits().size());
    return answer.hits().stream().map(hit -> hit.record().id()).toList();
  }
}
