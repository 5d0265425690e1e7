package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What plain readings of real exports say, field by field. */
final class PlainExports {
  private static final Pattern YEAR = Pattern.compile("(1[5-9]|20)\\d\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d{4,8}");

  /**
   * One record as it should be read.
   *
   * @param fields field by field, the values of which one has to be read
   * @param keywords which all have to be read
   * @param authors in order, as the file writes them
   */
  record Expected(Map<String, List<String>> fields, List<String> keywords, List<String> authors) {}

  private PlainExports() {}

  private static Expected of(
      PlainReading plain, Map<String, String[]> tags, List<String> keywords, List<String> authors) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    tags.forEach((field, names) -> fields.put(field, plain.all(names)));
    return new Expected(fields, given(keywords), given(authors));
  }

  static List<Expected> ris(Path file) throws IOException {
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
              plain.all("AU", "A1"));
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
      all.add(expected);
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

  static List<Expected> nbib(Path file) throws IOException {
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
      List<String> authors = plain.all(plain.all("FAU").isEmpty() ? "AU" : "FAU");
      Expected expected = of(plain, tags, plain.all("OT", "MH"), both(authors, plain.all("CN")));
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

  static List<Expected> wos(Path file) throws IOException {
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
      // Zoological Record puts the address to write to behind the name
      String names =
          plain.first(plain.first("AF").isEmpty() ? "AU" : "AF").replaceAll(" \\(\\S+@\\S+\\)", "");
      List<String> keywords =
          plain.first("DE").isEmpty()
              ? List.of()
              : List.of(plain.first("DE").replace("\n", " ").split(";\\s*"));
      all.add(of(plain, tags, keywords, split(names + "\n" + plain.first("CA"), "\n")));
    }
    return all;
  }

  static List<Expected> pubMedXml(Path file) throws Exception {
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
    paths.put(
        "authors",
        "MedlineCitation/Article/AuthorList/Author/*[self::LastName or self::CollectiveName]");
    paths.put("given names", "MedlineCitation/Article/AuthorList/Author/ForeName");
    paths.put("type", "MedlineCitation/Article/PublicationTypeList/PublicationType");
    return ofXml(PlainReading.ofXml(file, "//PubmedArticle", paths));
  }

  static List<Expected> endNoteXml(Path file) throws Exception {
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
      List<String> given = fields.remove("given names");
      if (given != null) {
        assertThat(given).as("no groups and no single names").hasSameSizeAs(authors);
        authors =
            IntStream.range(0, given.size())
                .mapToObj(i -> plain.all("authors").get(i) + ", " + given.get(i))
                .toList();
      }
      fields.put("first page", firstPages(fields.remove("pages")));
      fields.computeIfPresent("doi", (f, v) -> v.stream().filter(d -> d.contains("10.")).toList());
      List<String> words = keywords.stream().flatMap(k -> split(k, "[;\r\n]").stream()).toList();
      all.add(new Expected(fields, words, authors));
    }
    return all;
  }

  static List<Expected> csv(Path file) throws IOException {
    String name = file.getFileName().toString();
    char separator = name.endsWith(".tsv") ? '\t' : name.contains("semicolon") ? ';' : ',';
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain : PlainReading.ofTable(file, separator)) {
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
      Expected expected = of(plain, tags, keywordsOfTable(plain), authorsOfTable(plain));
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

  static List<Expected> noteExpress(Path file) throws IOException {
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
      List<String> authors = parts(plain.all("Author"), "[;；]|(?<=\\p{IsHan}),");
      Expected expected = of(plain, tags, parts(plain.all("Keywords"), "[;；]"), authors);
      expected.fields().put("first page", firstPages(plain.all("Pages")));
      expected.fields().computeIfPresent("abstract", (f, v) -> withoutMarks(v));
      all.add(expected);
    }
    return all;
  }

  /** CNKI's marks for the start of a text, a line break and raised text are no part of it. */
  private static List<String> withoutMarks(List<String> abstracts) {
    return abstracts.stream()
        .map(a -> a.replaceAll("^Abstract|\\(#br\\)|<正>", "").replaceAll("~\\(([^)]*)\\)", "$1"))
        .toList();
  }

  /** CNKI's own text, each field with its English and its Chinese name. */
  static List<Expected> cnki(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain :
        PlainReading.ofLines(
            file,
            Pattern.compile("^([A-Za-z]+)(?:-[^:]{1,8})?: ?(.*)$"),
            List.of("DataType"),
            Pattern.compile("^(.*)$"))) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"Title"});
      tags.put("journal", new String[] {"Source"});
      tags.put("volume", new String[] {"Roll"});
      tags.put("issue", new String[] {"Period"});
      Expected expected =
          of(plain, tags, parts(plain.all("Keyword"), ";"), parts(plain.all("Author"), ";"));
      expected.fields().put("year", years(plain.all("Year", "PubTime")));
      expected.fields().put("first page", firstPages(plain.all("Page")));
      expected.fields().put("abstract", withoutMarks(plain.all("Summary")));
      all.add(expected);
    }
    return all;
  }

  /** Refer as AIS writes it: the title is the first line of a record. */
  static List<Expected> refer(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain :
        PlainReading.ofLines(
            file, Pattern.compile("^%(\\S) (.*)$"), List.of("T"), Pattern.compile("(?!)"))) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"T"});
      tags.put("journal", new String[] {"J", "B"});
      tags.put("volume", new String[] {"V"});
      tags.put("issue", new String[] {"N"});
      tags.put("year", new String[] {"D"});
      tags.put("abstract", new String[] {"X"});
      tags.put("type", new String[] {"0"});
      Expected expected = of(plain, tags, plain.all("K"), plain.all("A"));
      expected.fields().put("first page", firstPages(plain.all("P")));
      all.add(expected);
    }
    return all;
  }

  /** Entries whose values stand in braces; what a volume lends to its entries is not looked at. */
  static List<Expected> bibtex(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain : PlainReading.ofBraces(file)) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"title", "booktitle"});
      tags.put("journal", new String[] {"journal", "booktitle"});
      tags.put("volume", new String[] {"volume"});
      tags.put("issue", new String[] {"number"});
      tags.put("doi", new String[] {"doi"});
      tags.put("abstract", new String[] {"abstract"});
      tags.put("type", new String[] {"@"});
      List<String> keywords = plain.all("author_keywords", "keywords");
      String separator = String.join("", keywords).matches(".*[;；].*") ? "[;；]" : ",";
      Expected expected =
          of(plain, tags, parts(keywords, separator), parts(plain.all("author"), "\\sand\\s"));
      expected.fields().put("year", years(plain.all("year")));
      expected.fields().put("first page", firstPages(plain.all("pages")));
      expected.fields().computeIfPresent("abstract", (f, v) -> withoutMarks(v));
      all.add(expected);
    }
    return all;
  }

  /** Embase.com's table, where commas part names and index terms. */
  static List<Expected> embaseTable(Path file) throws IOException {
    List<Expected> all = new ArrayList<>();
    for (PlainReading plain : PlainReading.ofTable(file, ',')) {
      Map<String, String[]> tags = new LinkedHashMap<>();
      tags.put("title", new String[] {"Title"});
      tags.put("abstract", new String[] {"Abstract"});
      all.add(
          of(
              plain,
              tags,
              parts(plain.all("keywords"), ", (?![^(]*\\))"),
              parts(plain.all("Author Names"), ",")));
    }
    return all;
  }

  private static List<String> authorsOfTable(PlainReading plain) {
    String names =
        plain.first(
            "Author full names",
            "Author/s",
            "Author(s)",
            "Authors",
            "Author",
            "authors",
            "first_authors",
            "authorships.author.display_name");
    if (names.startsWith("[")) {
      return pythonList(names);
    }
    if (!plain.first("Citation").isEmpty()) {
      return split(names.replaceAll("\\.$", ""), ",");
    }
    if (names.contains(" and ")) {
      return split(names, " and ");
    }
    return split(names.replaceAll(" \\(\\d+\\)", ""), "[;|]");
  }

  private static List<String> keywordsOfTable(PlainReading plain) {
    List<String> words = new ArrayList<>();
    for (String cell :
        plain.all("Author Keywords", "Keywords", "keywords", "Subjects", "Manual Tags")) {
      words.addAll(cell.startsWith("[") ? pythonList(cell) : split(cell, ";"));
    }
    return words;
  }

  private static List<String> pythonList(String list) {
    return Pattern.compile("'([^']*)'").matcher(list).results().map(item -> item.group(1)).toList();
  }

  private static List<String> parts(List<String> lists, String separator) {
    return lists.stream().flatMap(list -> split(list, separator).stream()).toList();
  }

  private static List<String> split(String list, String separator) {
    return given(List.of(list.split(separator)));
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<String> given(List<String> values) {
    return values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }
}
