package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;

/** What programs and vendors do beside their formats. */
class VendorHabitsTest {
  @Test
  void aFieldOfOvidThatMeansNothingHereEndsTheOneBeforeIt() {
    Citation citation =
        only(
            """
            <1>
            Unique Identifier
              31234567
            Record Owner
              From MEDLINE, a database of the U.S. National Library of Medicine.
            Entry Date
              20190315
            Title
              Tea against hiccups.
            Authors
              Smith JA
            Registry Number/Name of Substance
              0 (Tea)
            Year of Publication
              2019
            """);
    assertThat(citation.accession()).isEqualTo("31234567");
    assertThat(citation.pmid()).isEqualTo("31234567");
    assertThat(citation.title().first()).isEqualTo("Tea against hiccups.");
    assertThat(citation.authors()).containsExactly("Smith, JA");
  }

  @Test
  void anEndOfRecordInRefWorksIsNoPartOfAField() {
    Citation citation =
        only(
            """
            RT Journal Article
            A1 Smith,John A.
            T1 Tea against hiccups
            YR 2019
            DB PubMed
            ER
            """);
    assertThat(citation.database()).isEqualTo("PubMed");
  }

  @Test
  void abstractsOfCrossrefLoseTheirMarkup() {
    Citation citation =
        only(
            """
            [{"type":"article-journal","title":"Tea","abstract":            "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background:</jats:title>            <jats:p>Hiccups are common.</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title>            <jats:p>Tea helped in <jats:italic>n</jats:italic> &lt; 5.</jats:p></jats:sec>"}]
            """);
    assertThat(citation.abstracts().first())
        .isEqualTo("Background: Hiccups are common.\nResults: Tea helped in n &lt; 5.");
  }

  @Test
  void aNumberBehindABlankLineBeginsAnotherRecordOfSinoMed() {
    Reading reading =
        Reading.of(
            """
            1.
            【流水号】: 1
            【标题】: 第一篇
            【作者】: 张三

            2.
            【英文标题】: The second
            【标题】: 第二篇
            【作者】: 李四
            """);
    assertThat(reading.titles()).containsExactly("第一篇", "第二篇");
  }

  private static Citation only(String file) {
    List<Citation> citations = Reading.of(file).citations();
    assertThat(citations).hasSize(1);
    return citations.getFirst();
  }
}
