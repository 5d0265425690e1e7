package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.winnow.SharedData;
import org.winnow.citation.Citation;

/**
 * How many records of real exports have each field right, held against the plainest reading of the
 * same file. Only records whose plain reading has the field are counted.
 */
class FidelityTest {
  private static final java.util.logging.Logger LOG =
      java.util.logging.Logger.getLogger(FidelityTest.class.getName());
  private static final double LEAST_RIGHT = 97;
  private static final Pattern YEAR = Pattern.compile("(1[5-9]|20)\\d\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d{4,8}");

  /** Field by field, the values of which one has to be read; lists of which all have to be. */
  private record Expected(Map<String, List<String>> fields, List<String> keywords, int authors) {}

  private interface Oracle {
    List<Expected> read(Path file) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> fieldsOfRealExportsAreRight() {
    Optional<Path> folder = SharedData.folder("imports");
    assumeTrue(folder.isPresent());
    Map<String, Oracle> oracles = new LinkedHashMap<>();
    oracles.put("ris", FidelityTest::ris);
    oracles.put("nbib", FidelityTest::nbib);
    oracles.put("wos-tagged", FidelityTest::wos);
    oracles.put("pubmed-xml", FidelityTest::pubMedXml);
    oracles.put("endnote-xml", FidelityTest::endNoteXml);
    oracles.put("csv", FidelityTest::csv);
    oracles.put("chinese", FidelityTest::noteExpress);
    return oracles.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> compare(folder.get().resolve(each.getKey()), each.getValue())));
  }

  private static void compare(Path folder, Oracle oracle) throws Exception {
    Map<String, int[]> figures = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(FidelityTest::isPlain).sorted().toList()) {
        List<Expected> expected = oracle.read(file);
        List<Citation> citations = Reading.of(Files.readAllBytes(file)).citations();
        assertThat(citations).as(file.toString()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
          String place = file.getFileName() + ":" + citations.get(i).line();
          hold(expected.get(i), citations.get(i), place, figures, differences);
        }
      }
    }
    StringBuilder table = new StringBuilder(folder.getFileName() + ":");
    figures.forEach(
        (field, n) ->
            table.append(" ").append(field).append(" ").append(n[0]).append("/").append(n[1]));
    LOG.info(table.toString());
    figures.forEach(
        (field, right) ->
            assertThat(100.0 * right[0] / right[1])
                .as("%s %s", field, differences)
                .isGreaterThanOrEqualTo(LEAST_RIGHT));
  }

  /** Hand-made oddities, what other programs made of a file, and tables of another shape. */
  private static boolean isPlain(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith("odd-")
        && !name.contains("expected")
        && !name.startsWith("embase-com-6")
        && !name.startsWith("cnki-estudy")
        && !name.startsWith("noteexpress-");
  }

  private static void hold(
      Expected expected,
      Citation c,
      String place,
      Map<String, int[]> figures,
      List<String> differences) {
    expected
        .fields()
        .forEach(
            (field, values) -> {
              List<String> wanted = values.stream().filter(v -> !v.isBlank()).toList();
              if (!wanted.isEmpty()) {
                count(
                    field,
                    isRight(field, wanted, c),
                    place + " " + wanted.getFirst(),
                    figures,
                    differences);
              }
            });
    if (expected.authors() > 0) {
      count(
          "authors",
          c.authors().size() == expected.authors(),
          place + " " + c.authors(),
          figures,
          differences);
    }
    if (!expected.keywords().isEmpty()) {
      List<String> read = c.keywords().stream().map(FidelityTest::flat).toList();
      boolean all = expected.keywords().stream().map(FidelityTest::flat).allMatch(read::contains);
      count(
          "keywords", all, place + " " + expected.keywords() + c.keywords(), figures, differences);
    }
  }

  private static void count(
      String field,
      boolean right,
      String what,
      Map<String, int[]> figures,
      List<String> differences) {
    int[] n = figures.computeIfAbsent(field, f -> new int[2]);
    n[0] += right ? 1 : 0;
    n[1]++;
    if (!right) {
      differences.add("\n" + field + " " + what.substring(0, Math.min(200, what.length())));
    }
  }

  private static boolean isRight(String field, List<String> wanted, Citation c) {
    return switch (field) {
      case "title" -> oneIs(wanted, c.title().en(), c.title().zh(), c.title().first());
      case "year" -> wanted.stream().anyMatch(value -> value.contains(String.valueOf(c.year())));
      case "journal" -> oneIs(wanted, c.journal());
      case "volume" -> oneIs(wanted, c.volume());
      case "issue" -> oneIs(wanted, c.issue());
      case "first page" -> wanted.stream().anyMatch(v -> flat(c.pages()).startsWith(flat(v)));
      case "doi" ->
          wanted.stream().anyMatch(v -> flat(v).contains(flat(c.doi())) && !c.doi().isEmpty());
      case "pmid" -> wanted.contains(c.pmid());
      case "abstract" ->
          wanted.stream()
              .allMatch(v -> flat(c.abstracts().en() + c.abstracts().zh()).contains(flat(v)));
      case "type" -> oneIs(wanted, c.type());
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static boolean oneIs(List<String> wanted, String... read) {
    return wanted.stream()
        .anyMatch(v -> Stream.of(read).anyMatch(text -> flat(text).equals(flat(v))));
  }

  /** Without blanks, case, width, markup and the star of major topics. */
  private static String flat(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("</?[a-z][^>]{0,30}>|\\s+|^\\*", "");
  }

  private static Expected of(
      PlainReading plain, Map<String, String[]> tags, List<String> keywords, int authors) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    tags.forEach((field, names) -> fields.put(field, plain.all(names)));
    return new Expected(fields, keywords.stream().filter(k -> !k.isBlank()).toList(), authors);
  }

  private static List<Expected> ris(Path file) throws IOException {
    List<PlainReading> records =
        PlainReading.ofLines(
            file,
            Pattern.compile("^\\uFEFF?([A-Z][A-Z0-9])  -\\s*(.*)$", Pattern.DOTALL),
            List.of("TY"),
            Pattern.compile("(?!)"));
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain : records) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"TI", "T1"});
      tags.put("journal", new String[] {"T2", "JF", "JO", "JA", "J2", "BT", "J1", "T3"});
      tags.put("volume", new String[] {"VL"});
      tags.put("first page", new String[] {"SP"});
      tags.put("type", new String[] {"TY"});
      List<String> keywords = plain.all("KW");
      Expected expected =
          of(
              plain,
              tags,
              keywords.size() == 1 ? List.of(keywords.getFirst().split("[;；]")) : keywords,
              0);
      expected.fields().put("year", years(plain.all("PY", "Y1", "DA")));
      expected
          .fields()
          .put("doi", plain.all("DO").stream().filter(v -> v.contains("10.")).toList());
      expected.fields().put("pmid", pmidOfRis(plain));
      // the code that NLM gives a journal stands where an issue should, in some
      expected
          .fields()
          .put(
              "issue",
              plain.all("IS").stream().filter(v -> !v.matches(".*\\d{7}.*")).limit(1).toList());
      String text = plain.first("AB").isEmpty() ? plain.first("N2") : plain.first("AB");
      expected.fields().put("abstract", List.of(text));
      expected
          .fields()
          .computeIfPresent(
              "first page", (f, v) -> v.stream().filter(p -> p.matches(".*\\d.*")).toList());
      all.add(new Expected(expected.fields(), expected.keywords(), plain.all("AU", "A1").size()));
    }
    return all;
  }

  private static List<String> pmidOfRis(PlainReading plain) {
    String database = String.join(" ", plain.all("DB", "DP")).toLowerCase(Locale.ROOT);
    List<String> numbers = new ArrayList<>();
    if (database.contains("nlm") || database.contains("pubmed")) {
      numbers.addAll(plain.all("AN"));
    }
    if (database.contains("embase")) {
      numbers.addAll(plain.all("C5"));
    }
    if (database.contains("scopus")) {
      numbers.addAll(plain.all("C2"));
    }
    plain.all("U1").stream()
        .filter(v -> v.contains("[PMID]"))
        .map(v -> v.replaceAll("\\D", ""))
        .forEach(numbers::add);
    return numbers.stream().filter(v -> NUMBER.matcher(v).matches()).toList();
  }

  private static List<String> years(List<String> dates) {
    List<String> years = new ArrayList<>();
    for (String date : dates) {
      Matcher year = YEAR.matcher(date);
      if (year.find()) {
        years.add(year.group());
      }
    }
    return years;
  }

  private static List<Expected> nbib(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain :
        PlainReading.ofLines(
            file,
            Pattern.compile("^([A-Z]{2,4}) *- (.*)$"),
            List.of("PMID"),
            Pattern.compile("^ {6}(.*)$"))) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"TI", "TT", "BTI"});
      tags.put("journal", new String[] {"JT", "TA"});
      tags.put("volume", new String[] {"VI"});
      tags.put("issue", new String[] {"IP"});
      tags.put("pmid", new String[] {"PMID"});
      tags.put("abstract", new String[] {"AB"});
      int authors = plain.all("FAU").isEmpty() ? plain.all("AU").size() : plain.all("FAU").size();
      Expected expected = of(plain, tags, plain.all("OT", "MH"), authors + plain.all("CN").size());
      expected.fields().put("year", years(plain.all("DP")));
      expected.fields().put("first page", firstPages(plain.all("PG")));
      expected.fields().put("type", plain.all("PT"));
      expected
          .fields()
          .put("doi", plain.all("LID", "AID").stream().filter(v -> v.endsWith("[doi]")).toList());
      all.add(expected);
    }
    return all;
  }

  private static List<String> firstPages(List<String> pages) {
    return pages.stream().map(range -> range.split("[-–;,+ ]")[0]).toList();
  }

  private static List<Expected> wos(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain :
        PlainReading.ofLines(
            file,
            Pattern.compile("^\\uFEFF?([A-Z][A-Z0-9])(?: (.*)|)$"),
            List.of("PT"),
            Pattern.compile("^ {3}(.*)$"))) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"TI"});
      tags.put("journal", new String[] {"SO"});
      tags.put("volume", new String[] {"VL"});
      tags.put("issue", new String[] {"IS"});
      tags.put("year", new String[] {"PY"});
      tags.put("first page", new String[] {"BP"});
      tags.put("doi", new String[] {"DI"});
      tags.put("pmid", new String[] {"PM"});
      tags.put("abstract", new String[] {"AB"});
      tags.put("type", new String[] {"DT"});
      String names = plain.first("AF").isEmpty() ? plain.first("AU") : plain.first("AF");
      int authors = names.isEmpty() ? 0 : names.split("\n").length;
      List<String> keywords =
          plain.first("DE").isEmpty()
              ? List.of()
              : List.of(plain.first("DE").replace("\n", " ").split(";\\s*"));
      all.add(
          of(
              plain,
              tags,
              keywords,
              authors + (plain.first("CA").isEmpty() ? 0 : plain.first("CA").split("\n").length)));
    }
    return all;
  }

  private static List<Expected> pubMedXml(Path file) throws Exception {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("title", "MedlineCitation/Article/ArticleTitle");
    paths.put("journal", "MedlineCitation/Article/Journal/Title");
    paths.put("volume", "MedlineCitation/Article/Journal/JournalIssue/Volume");
    paths.put("issue", "MedlineCitation/Article/Journal/JournalIssue/Issue");
    paths.put(
        "year",
        "MedlineCitation/Article/Journal/JournalIssue/PubDate/*[self::Year or self::MedlineDate]");
    paths.put("pages", "MedlineCitation/Article/Pagination/MedlinePgn");
    paths.put("pmid", "MedlineCitation/PMID");
    paths.put("doi", "PubmedData/ArticleIdList/ArticleId[@IdType='doi']");
    paths.put("abstract", "MedlineCitation/Article/Abstract/AbstractText");
    paths.put(
        "keywords",
        "MedlineCitation/KeywordList/Keyword|MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName[not(../QualifierName)]");
    paths.put("authors", "MedlineCitation/Article/AuthorList/Author");
    paths.put("type", "MedlineCitation/Article/PublicationTypeList/PublicationType");
    return ofXml(PlainReading.ofXml(file, "//PubmedArticle", paths));
  }

  private static List<Expected> endNoteXml(Path file) throws Exception {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("title", "titles/title");
    paths.put("journal", "titles/secondary-title|periodical/full-title");
    paths.put("volume", "volume");
    paths.put("issue", "number|issue");
    paths.put("year", "dates/year");
    paths.put("pages", "pages");
    paths.put("doi", "electronic-resource-num");
    paths.put("abstract", "abstract");
    paths.put("keywords", "keywords/keyword");
    paths.put("authors", "contributors/authors/author");
    paths.put("type", "ref-type/@name");
    return ofXml(PlainReading.ofXml(file, "//record", paths));
  }

  private static List<Expected> ofXml(List<PlainReading> records) {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain : records) {
      Map<String, List<String>> fields = new LinkedHashMap<>(plain.values());
      List<String> keywords = fields.remove("keywords");
      List<String> authors = fields.remove("authors");
      fields.put("first page", firstPages(fields.remove("pages")));
      fields.computeIfPresent("doi", (f, v) -> v.stream().filter(d -> d.contains("10.")).toList());
      List<String> words =
          keywords.stream()
              .flatMap(k -> Stream.of(k.split("[;\r\n]")))
              .filter(k -> !k.isBlank())
              .toList();
      all.add(new Expected(fields, words, authors.size()));
    }
    return all;
  }

  private static List<Expected> csv(Path file) throws IOException {
    String name = file.getFileName().toString();
    char separator = name.endsWith(".tsv") ? '\t' : name.contains("semicolon") ? ';' : ',';
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain : PlainReading.ofTable(file, separator, 0)) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"Title", "title", "display_name", "Article Title", "Name"});
      tags.put(
          "journal",
          new String[] {
            "Source title",
            "Source Title",
            "Journal",
            "Journal/Book",
            "Publication Title",
            "journal",
            "primary_location.source.display_name",
            "Source"
          });
      tags.put("volume", new String[] {"Volume", "volume", "biblio.volume"});
      tags.put("issue", new String[] {"Issue", "issue", "Issue Number", "biblio.issue"});
      tags.put(
          "year",
          new String[] {
            "Year",
            "year",
            "Publication Year",
            "publication_year",
            "Publication Date",
            "Published Year",
            "Publication date"
          });
      tags.put(
          "first page",
          new String[] {"Page start", "Start Page", "biblio.first_page", "First Page"});
      tags.put("abstract", new String[] {"Abstract", "abstract"});
      Expected expected = of(plain, tags, List.of(), 0);
      expected.fields().computeIfPresent("year", (f, v) -> years(v));
      expected
          .fields()
          .put("doi", plain.all("DOI", "doi").stream().filter(v -> v.contains("10.")).toList());
      expected
          .fields()
          .put(
              "pmid",
              plain.all("PMID", "PubMed ID", "ids.pmid").stream()
                  .map(v -> v.replaceAll("\\D", ""))
                  .toList());
      all.add(expected);
    }
    return all;
  }

  private static List<Expected> noteExpress(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain :
        PlainReading.ofLines(
            file,
            Pattern.compile("^\\{([A-Za-z/ ]+)\\}[:：] ?(.*)$"),
            List.of("Reference Type"),
            Pattern.compile("(?!)"))) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"Title"});
      tags.put("journal", new String[] {"Journal"});
      tags.put("volume", new String[] {"Volume"});
      tags.put("issue", new String[] {"Issue"});
      tags.put("year", new String[] {"Year"});
      tags.put("abstract", new String[] {"Abstract"});
      tags.put("doi", new String[] {"DOI"});
      tags.put("type", new String[] {"Reference Type"});
      int authors = 0;
      for (String names : plain.all("Author")) {
        authors += (int) Stream.of(names.split("[;；]")).filter(n -> !n.isBlank()).count();
      }
      List<String> keywords =
          plain.all("Keywords").stream()
              .flatMap(k -> Stream.of(k.split("[;；]")))
              .map(String::strip)
              .toList();
      Expected expected = of(plain, tags, keywords, authors);
      expected.fields().put("first page", firstPages(plain.all("Pages")));
      // CNKI's marks for the start of a text and for a line break are no part of it
      expected
          .fields()
          .computeIfPresent(
              "abstract",
              (f, v) -> v.stream().map(a -> a.replaceAll("^Abstract|\\(#br\\)|<正>", "")).toList());
      all.add(expected);
    }
    return all;
  }
}
