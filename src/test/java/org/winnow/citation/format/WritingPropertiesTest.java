package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;

/** What is written is read back the same, in every format that is written. */
class WritingPropertiesTest {
  @Property(tries = 300)
  void risComesBack(@ForAll("citations") List<Citation> citations) throws IOException {
    assertComesBack("ris", citations);
  }

  @Property(tries = 300)
  void enwComesBack(@ForAll("citations") List<Citation> citations) throws IOException {
    assertComesBack("enw", citations);
  }

  @Property(tries = 300)
  void bibtexComesBack(@ForAll("citations") List<Citation> citations) throws IOException {
    assertComesBack("bibtex", citations);
  }

  @Property(tries = 300)
  void csvComesBack(@ForAll("citations") List<Citation> citations) throws IOException {
    assertComesBack("csv", citations);
  }

  @Property(tries = 300)
  void cslJsonComesBack(@ForAll("citations") List<Citation> citations) throws IOException {
    assertComesBack("csl-json", citations);
  }

  /** PubMed's text has no paragraphs, one accession, which is the PMID, and no other database. */
  @Property(tries = 300)
  void nbibComesBack(@ForAll("citations") List<Citation> citations) throws IOException {
    assertComesBack(
        "nbib",
        citations.stream()
            .map(
                c ->
                    citation(
                        c,
                        new Bilingual(flat(c.abstracts().en()), flat(c.abstracts().zh())),
                        "",
                        c.pmid().isEmpty() ? "" : "PubMed",
                        c.pmid()))
            .toList());
  }

  private static String flat(String text) {
    return text.replace('\n', ' ');
  }

  private static void assertComesBack(String format, List<Citation> citations) throws IOException {
    StringWriter out = new StringWriter();
    CitationWriter.named(format).orElseThrow().write(citations.iterator(), out);

    Reading reading = Reading.of(out.toString());

    assertThat(reading.summary().format()).isEqualTo(format);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.citations().stream().map(c -> comparable(c, format)).toList())
        .isEqualTo(citations.stream().map(c -> comparable(c, format)).toList());
  }

  /** Everything but the place in the file and the kind, which each format names its own way. */
  private static Citation comparable(Citation c, String format) {
    return citation(
        c, c.abstracts(), format.equals("nbib") ? "" : c.url(), c.database(), c.accession());
  }

  private static Citation citation(
      Citation c, Bilingual abstracts, String url, String database, String accession) {
    return new Citation(
        Kinds.of(c.type()).name(),
        c.title(),
        c.authors(),
        c.year(),
        c.journal(),
        c.volume(),
        c.issue(),
        c.pages(),
        c.doi(),
        c.pmid(),
        abstracts,
        c.keywords(),
        url,
        c.language(),
        database,
        accession,
        c.issn(),
        Map.of(),
        0,
        "");
  }

  @Provide
  Arbitrary<List<Citation>> citations() {
    return citation().list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Citation> citation() {
    Arbitrary<String> english = words("aB zé&%$#_{}~^\\<>\"'=+-@()[].,:/?;", 1, 40);
    Arbitrary<String> chinese = words("中文标题研究高血压，。：（）", 4, 20);
    Arbitrary<Bilingual> titles =
        Arbitraries.oneOf(
            english.map(text -> new Bilingual("A" + text, "")),
            chinese.map(text -> new Bilingual("", "治疗" + text)),
            Combinators.combine(english, chinese)
                .as((en, zh) -> new Bilingual("B" + en, "观察" + zh)));
    Arbitrary<Bilingual> abstracts =
        Arbitraries.oneOf(
            Arbitraries.just(Bilingual.NONE),
            english
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(lines -> new Bilingual("LABEL: " + String.join(".\nNext: ", lines), "")),
            Combinators.combine(english, chinese)
                .as((en, zh) -> new Bilingual("C" + en, "目的" + zh)));
    Arbitrary<String> name =
        Arbitraries.oneOf(
            Combinators.combine(words("abcéü-'", 2, 8), words("ABC.", 1, 3))
                .as((family, given) -> "X" + family + ", Y" + given),
            Arbitraries.of("张三", "欧阳小明", "Study group of the north", "de la Cruz, María José"));
    Arbitrary<List<String>> people = name.list().ofMaxSize(4);
    Arbitrary<List<String>> keywords =
        Arbitraries.of(
                "Disease Models, Animal", "β-blocker", "高血压", "R&D", "100%", "Humans", "随机 对照")
            .list()
            .uniqueElements()
            .ofMaxSize(4);
    Arbitrary<String> number = Arbitraries.of("", "1", "12", "S1", "07", "3-4");
    Arbitrary<String> pages =
        Arbitraries.of("", "1-9", "349-69", "e12-e15", "1106-1111+1117", "CD006828", "36-37,40");
    Arbitrary<String> doi =
        Arbitraries.of(
            "",
            "10.1000/abc.1",
            "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
            "10.5555/a_b%c");
    Arbitrary<Citation> most =
        Combinators.combine(titles, abstracts, people, keywords, number, number, pages, doi)
            .as(
                (title, text, authors, words, volume, issue, page, id) ->
                    new Citation(
                        "JOUR", title, authors, 0, "", volume, issue, page, id, "", text, words, "",
                        "", "", "", "", Map.of(), 0, ""));
    return Combinators.combine(
            most,
            Arbitraries.of("JOUR", "BOOK", "CHAP", "CONF", "THES", "RPRT"),
            Arbitraries.integers()
                .between(1000, 2199)
                .injectNull(0.2)
                .map(year -> year == null ? 0 : year),
            Arbitraries.of("", "Journal of Examples & More", "示例杂志（电子版）", "=1+1", "@home", "-5"),
            Arbitraries.of("", "31234567"),
            Arbitraries.of("", "https://example.org/~a_b?x=1&y=%20", "http://a.b/c#d"),
            Arbitraries.of("", "eng", "chi"),
            Arbitraries.of("|", "Embase|L123", "CNKI|A-1", "|WOS:000"))
        .as(
            (c, type, year, journal, pmid, url, language, place) ->
                new Citation(
                    type,
                    c.title(),
                    c.authors(),
                    year,
                    journal,
                    c.volume(),
                    c.issue(),
                    c.pages(),
                    c.doi(),
                    pmid,
                    c.abstracts(),
                    c.keywords(),
                    url,
                    language,
                    place.substring(0, place.indexOf('|')),
                    place.substring(place.indexOf('|') + 1),
                    "1234-5678 8765-4321",
                    Map.of(),
                    0,
                    ""));
  }

  /** Text as readers leave it: no blanks at the ends or two together. */
  private static Arbitrary<String> words(String letters, int least, int most) {
    return Arbitraries.strings()
        .withChars(letters.toCharArray())
        .ofMinLength(least)
        .ofMaxLength(most)
        .map(text -> "x" + text.strip().replaceAll(" +", " ") + "y")
        .map(text -> Texts.hasHan(text) ? text.substring(1, text.length() - 1) + "症" : text);
  }
}
