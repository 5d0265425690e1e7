package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
  @Test
  void aDoiIsFoundHoweverItIsWritten() {
    assertThat(
            List.of(
                "10.5555/ABC.1",
                "doi:10.5555/abc.1",
                "https://doi.org/10.5555/abc.1",
                "http://dx.doi.org/10.5555%2Fabc.1",
                "10.5555/abc.1 [doi]",
                "10.5555/abc.1.",
                "10.5555/abc.1     LK  - https://example.org",
                "(10.5555/abc.1)",
                "10.5555/abc.1</a>",
                "DOI 10.5555/abc.1;"))
        .allSatisfy(value -> assertThat(Identifiers.doi(value)).isEqualTo("10.5555/abc.1"));
  }

  @Test
  void bracketsThatBelongToADoiStay() {
    assertThat(Identifiers.doi("10.1016/S0140-6736(05)67394-1"))
        .isEqualTo("10.1016/s0140-6736(05)67394-1");
    assertThat(
            Identifiers.doi("10.1002/1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2"))
        .isEqualTo("10.1002/1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2");
  }

  @Test
  void whatIsNoDoiGivesNone() {
    assertThat(List.of("", "10.5/x", "10.1234", "110.5555/x", "2010.1234/5", "pp. 10.12-14"))
        .allSatisfy(value -> assertThat(Identifiers.doi(value)).isEmpty());
  }

  @Test
  void aPmidIsFoundWithItsMarks() {
    assertThat(
            List.of(
                "123456",
                "PMID: 123456",
                "PUBMED 123456",
                "123456 [PMID]",
                "PUBMED 123456,EMBASE 9"))
        .allSatisfy(value -> assertThat(Identifiers.pmid(value)).isEqualTo("123456"));
    assertThat(List.of("PMC123456", "2020-12345-001", "123456789", "L123456", ""))
        .allSatisfy(value -> assertThat(Identifiers.pmid(value)).isEmpty());
  }

  @Test
  void theYearIsTheFirstFourDigitsOfADate() {
    assertThat(
            List.of(
                "2021",
                "2021/04/03/",
                "2021//",
                "2021///",
                "2021 Jan-Feb",
                "SEP 2021",
                "20210403",
                "c2021",
                "[2021]",
                "２０２１年",
                "Epub 2021 Jan 3",
                "1 Apr 2021"))
        .allSatisfy(date -> assertThat(Identifiers.year(date)).isEqualTo(2021));
    assertThat(List.of("10 15", "SEP 22", "in press", "", "0000", "12345"))
        .allSatisfy(date -> assertThat(Identifiers.year(date)).isZero());
  }

  @Test
  void initialsGoBehindAComma() {
    assertThat(Names.familyFirst("Brownstein C D")).isEqualTo("Brownstein, C D");
    assertThat(Names.familyFirst("van der Berg A.B.")).isEqualTo("van der Berg, A.B.");
    assertThat(Names.familyFirst("World Health Organization"))
        .isEqualTo("World Health Organization");
    assertThat(Names.familyFirst("UNICEF")).isEqualTo("UNICEF");
    assertThat(Names.familyFirst("张三")).isEqualTo("张三");
  }

  @Test
  void severalNamesInOneLineAreParted() {
    assertThat(Names.ofLine("Li, W., Dou, Z.")).containsExactly("Li, W.", "Dou, Z.");
    assertThat(Names.ofLine("Liu R., Adler D.G.")).containsExactly("Liu R.", "Adler D.G.");
    assertThat(Names.ofLine("Smith, John; Doe, Jane;")).containsExactly("Smith, John", "Doe, Jane");
    assertThat(Names.ofLine("Smith, John, Jr.")).containsExactly("Smith, John, Jr.");
  }
}
