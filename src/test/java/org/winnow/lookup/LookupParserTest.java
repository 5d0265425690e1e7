package org.winnow.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.winnow.lookup.LookupQuery.All;
import org.winnow.lookup.LookupQuery.Any;
import org.winnow.lookup.LookupQuery.Doi;
import org.winnow.lookup.LookupQuery.FromSource;
import org.winnow.lookup.LookupQuery.Not;
import org.winnow.lookup.LookupQuery.Phrase;
import org.winnow.lookup.LookupQuery.Pmid;
import org.winnow.lookup.LookupQuery.Prefix;
import org.winnow.lookup.LookupQuery.Word;
import org.winnow.lookup.LookupQuery.Years;
import org.winnow.lookup.NotUnderstood.Reason;

class LookupParserTest {
  @Test
  void wordsMustAllBeThere() throws NotUnderstood {
    assertThat(LookupParser.parse("stem  cells")).isEqualTo(all(word("stem"), word("cells")));
    assertThat(LookupParser.parse("stem AND cells")).isEqualTo(all(word("stem"), word("cells")));
  }

  @Test
  void orBindsLessThanStandingSideBySide() throws NotUnderstood {
    assertThat(LookupParser.parse("a1 b1 OR c1"))
        .isEqualTo(any(all(word("a1"), word("b1")), word("c1")));
    assertThat(LookupParser.parse("a1 (b1 OR c1)"))
        .isEqualTo(all(word("a1"), any(word("b1"), word("c1"))));
  }

  @Test
  void aWordIsUnwantedAfterNotOrAMinusAtItsStart() throws NotUnderstood {
    assertThat(LookupParser.parse("lupus NOT mice -\"in vitro\""))
        .isEqualTo(all(word("lupus"), new Not(word("mice")), new Not(phrase("in vitro"))));
    assertThat(LookupParser.parse("meta-analysis")).isEqualTo(word("meta-analysis"));
    assertThat(LookupParser.parse("aspirin - placebo"))
        .isEqualTo(all(word("aspirin"), word("placebo")));
  }

  @Test
  void fieldsTakeAWordAPhraseOrAGroup() throws NotUnderstood {
    assertThat(LookupParser.parse("title:lupus"))
        .isEqualTo(new Word(Optional.of(LookupField.TITLE), "lupus"));
    assertThat(LookupParser.parse("Author: \"Zhang Wei\""))
        .isEqualTo(new Phrase(Optional.of(LookupField.AUTHOR), "Zhang Wei"));
    assertThat(LookupParser.parse("title:(lupus OR sle*)"))
        .isEqualTo(
            any(
                new Word(Optional.of(LookupField.TITLE), "lupus"),
                new Prefix(Optional.of(LookupField.TITLE), "sle")));
    assertThat(LookupParser.parse("source:cnki")).isEqualTo(new FromSource("cnki"));
  }

  @Test
  void yearsAreOneOrARangeThatMayBeOpen() throws NotUnderstood {
    assertThat(LookupParser.parse("year:2015")).isEqualTo(new Years(2015, 2015));
    assertThat(LookupParser.parse("year:2010..2020")).isEqualTo(new Years(2010, 2020));
    assertThat(LookupParser.parse("year:2010-2020")).isEqualTo(new Years(2010, 2020));
    assertThat(LookupParser.parse("year:2010..")).isEqualTo(new Years(2010, 9999));
    assertThat(LookupParser.parse("year:..2020")).isEqualTo(new Years(1, 2020));
  }

  @Test
  void aPastedDoiIsRecognisedInAllItsDresses() throws NotUnderstood {
    LookupQuery doi = new Doi("10.1016/s0140-6736(05)66545-0");
    for (String pasted :
        List.of(
            "10.1016/S0140-6736(05)66545-0",
            "doi:10.1016/S0140-6736(05)66545-0",
            "DOI: 10.1016/S0140-6736(05)66545-0.",
            "https://doi.org/10.1016/S0140-6736(05)66545-0",
            "http://dx.doi.org/10.1016/S0140-6736(05)66545-0,",
            "(10.1016/S0140-6736(05)66545-0)",
            "doi:https://doi.org/10.1016/S0140-6736(05)66545-0")) {
      assertThat(LookupParser.parse(pasted)).as(pasted).isEqualTo(doi);
    }
    assertThat(LookupParser.parse("pmid: 31234567")).isEqualTo(new Pmid("31234567"));
  }

  @Test
  void fullWidthSignsCountAsPlainOnes() throws NotUnderstood {
    assertThat(LookupParser.parse("（糖尿病\u3000OR\u3000高血压）\u3000ｔｉｔｌｅ：随机"))
        .isEqualTo(
            all(any(word("糖尿病"), word("高血压")), new Word(Optional.of(LookupField.TITLE), "随机")));
    assertThat(LookupParser.parse("“间充质干细胞”")).isEqualTo(phrase("间充质干细胞"));
    assertThat(LookupParser.parse("year:２０１５")).isEqualTo(new Years(2015, 2015));
  }

  @Test
  void aPastedTitleIsReadWithoutComplaint() throws NotUnderstood {
    for (String title :
        List.of(
            "Sepsis: is it over? A review & update - part 2",
            "CYP2C19*2 allele and/or IL-6/IL-10 [see comments]; 5% of patients!",
            "Crohn's disease (CD) in the 21st century…",
            "¿Qué es? ~ + ^ \\ { } | #")) {
      assertThat(LookupParser.parse(title).isEmpty()).as(title).isFalse();
    }
  }

  @Test
  void signsWithoutWordsAskNothing() throws NotUnderstood {
    for (String nothing : List.of("", "   ", "- ? !", "()", "\"\"", "。，")) {
      assertThat(LookupParser.parse(nothing).isEmpty()).as(nothing).isTrue();
    }
  }

  @Test
  void whatCannotBeMeantIsRefusedAtItsPlace() {
    refused("lupus \"stem cell", Reason.QUOTE_NOT_CLOSED, 6);
    refused("a1 (b1 OR c1", Reason.PARENTHESIS_NOT_CLOSED, 3);
    refused("a1) b1", Reason.PARENTHESIS_NOT_OPENED, 2);
    refused("a1 OR", Reason.WORD_MISSING, 5);
    refused("OR a1", Reason.WORD_MISSING, 2);
    refused("a1 NOT", Reason.WORD_MISSING, 3);
    refused("title:", Reason.WORD_MISSING, 0);
    refused("cell *itis", Reason.LEADING_WILDCARD, 5);
    refused("a*", Reason.PREFIX_TOO_SHORT, 0);
    refused("/lup.*/", Reason.REGULAR_EXPRESSION, 0);
    refused("year:soon", Reason.NO_YEAR, 5);
    refused("year:..", Reason.NO_YEAR, 5);
    refused("(".repeat(200), Reason.TOO_LONG, 21);
    refused("x".repeat(1_001), Reason.TOO_LONG, 1_000);
  }

  @Test
  void noMoreThanSixtyFourWordsAreTaken() throws NotUnderstood {
    LookupParser.parse("ab ".repeat(64));
    assertThatThrownBy(() -> LookupParser.parse("ab ".repeat(65)))
        .isInstanceOf(NotUnderstood.class);
  }

  @Property(tries = 3_000)
  void whateverIsTypedIsAnsweredOrRefused(@ForAll("typed") String query) {
    try {
      new LuceneQueries(Set.of(), name -> List.of()).of(LookupParser.parse(query));
    } catch (NotUnderstood e) {
      assertThat(e.position()).isBetween(0, query.length());
    }
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\"",
                "(",
                ")",
                "OR",
                "NOT",
                "-",
                "*",
                "title:",
                "year:",
                "doi:",
                "source:",
                "/",
                ":",
                "..",
                " ",
                "\u3000",
                "糖尿病",
                "lupus",
                "10.1000/x",
                "2015",
                "\uD83D",
                "~",
                "ab*"),
            Arbitraries.strings().ofMaxLength(4));
    return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
  }

  private static void refused(String query, Reason reason, int position) {
    assertThatThrownBy(() -> LookupParser.parse(query))
        .as(query)
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            e -> {
              assertThat(e.reason()).as(query).isEqualTo(reason);
              assertThat(e.position()).as(query).isEqualTo(position);
            });
  }

  private static Word word(String text) {
    return new Word(Optional.empty(), text);
  }

  private static Phrase phrase(String text) {
    return new Phrase(Optional.empty(), text);
  }

  private static All all(LookupQuery... parts) {
    return new All(Arrays.asList(parts));
  }

  private static Any any(LookupQuery... parts) {
    return new Any(Arrays.asList(parts));
  }
}
