package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * Ovid's own text: {@code <1>} before each record, then short tags with a hyphen or whole field
 * names on lines of their own, the values indented below.
 */
public final class OvidFormat implements CitationFormat {
  private static final String START = "<";

  /** Field names of the long form, and the tags that mean the same. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("accession number", "UI"),
          Map.entry("unique identifier", "UI"),
          Map.entry("title", "TI"),
          Map.entry("original title", "OT"),
          Map.entry("author", "AU"),
          Map.entry("authors", "AU"),
          Map.entry("authors full name", "FA"),
          Map.entry("source", "SO"),
          Map.entry("abstract", "AB"),
          Map.entry("database", "DB"),
          Map.entry("year of publication", "YR"),
          Map.entry("publication year", "YR"),
          Map.entry("publication type", "PT"),
          Map.entry("document type", "PT"),
          Map.entry("subject headings", "MH"),
          Map.entry("index terms", "KW"),
          Map.entry("mesh subject headings", "MH"),
          Map.entry("keyword heading", "KW"),
          Map.entry("keywords", "KW"),
          Map.entry("key concepts", "KW"),
          Map.entry("identifiers", "KW"),
          Map.entry("digital object identifier", "DO"),
          Map.entry("doi", "DO"),
          Map.entry("language", "LG"),
          Map.entry("languages", "LG"),
          Map.entry("issn", "IS"),
          Map.entry("issn print", "IS"),
          Map.entry("issn electronic", "IS"),
          Map.entry("institution", "IN"),
          Map.entry("country of publication", "CP"),
          Map.entry("publisher", "PB"),
          Map.entry("url", "UR"),
          Map.entry("link to the ovid full text or citation", "UR"),
          Map.entry("journal name", "JN"),
          Map.entry("volume", "VO"),
          Map.entry("pmid", "PM"),
          Map.entry("status", "ST"),
          Map.entry("date of publication", "DP"),
          Map.entry("correspondence address", "CA"),
          Map.entry("book title", "BT"),
          Map.entry("record owner", "RO"),
          Map.entry("version id", "VI"),
          Map.entry("copyright", "CR"),
          Map.entry("notes", "NT"));

  /** Fields of the long form that are kept under their names. */
  private static final Set<String> OTHER_NAMES =
      Set.of(
          "abbreviated source",
          "age group",
          "author nameid",
          "authors nameid",
          "book author",
          "candidate term words",
          "cas registry number",
          "cas registry numbers",
          "citation",
          "cited references",
          "classification code",
          "clinical trial number",
          "comments",
          "conference",
          "conference information",
          "conference name",
          "conflict of interest",
          "corporate author",
          "correction date",
          "create date",
          "date completed",
          "date created",
          "date delivered",
          "drug index terms",
          "drug manufacturer",
          "electronic date of publication",
          "embase section headings",
          "emtree heading",
          "entry date",
          "entry week",
          "full text",
          "grant information",
          "grant number",
          "heading word",
          "investigator",
          "isbn",
          "issn linking",
          "journal subset",
          "keyword heading owner",
          "local messages",
          "methodology",
          "nlm journal code",
          "nlm journal name",
          "other abstract",
          "other id",
          "other index terms",
          "personal name as subject",
          "population group",
          "publication history status",
          "publishing model",
          "pui",
          "registry number/name of substance",
          "release date",
          "revision date",
          "subject headings owner",
          "summary language",
          "tests & measures",
          "trade name",
          "update date",
          "usage");

  private static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "ovid";
  }

  @Override
  public int recognises(String head) {
    int starts = 0;
    int titles = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 200)) {
      TaggedLine tagged = LAYOUT.split(line);
      switch (tagged.tag()) {
        case START -> starts++;
        case "TI" -> titles++;
        case "TY" -> starts -= 1000;
        default -> tags += tagged.hasTag() ? 1 : 0;
      }
    }
    return starts > 0 && titles > 0 && tags > 1 ? 97 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, OvidFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      String text = Texts.trim(line);
      if (isStart(text)) {
        return new TaggedLine(START, text);
      }
      int indent = 0;
      while (indent < line.length() && line.charAt(indent) == ' ') {
        indent++;
      }
      if (indent > 1) {
        return TaggedLine.NONE;
      }
      String name = NAMES.get(lowered(text));
      if (name != null) {
        return new TaggedLine(name, "");
      }
      if (OTHER_NAMES.contains(lowered(text))) {
        return new TaggedLine(text, "");
      }
      int hyphen = text.indexOf('-');
      if (hyphen < 2
          || hyphen > 6
          || hyphen + 1 < text.length() && text.charAt(hyphen + 1) != ' ') {
        return TaggedLine.NONE;
      }
      String tag = Texts.trim(text.substring(0, hyphen));
      boolean written = tag.length() >= 2 && tag.length() <= 4 && tag.length() < hyphen;
      for (int i = 0; i < tag.length(); i++) {
        written &= Character.isUpperCase(tag.charAt(i)) || Character.isDigit(tag.charAt(i));
      }
      return written
          ? new TaggedLine(tag, Texts.trim(text.substring(hyphen + 1)))
          : TaggedLine.NONE;
    }

    private static String lowered(String text) {
      String name =
          text.endsWith(".") || text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
      return name.length() > 40 ? "" : name.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    }

    private static boolean isStart(String text) {
      if (text.length() < 3 || text.charAt(0) != '<' || text.charAt(text.length() - 1) != '>') {
        return false;
      }
      String number = text.substring(1, text.length() - 1).replace(".", "").replace(" ", "");
      return number.length() < 8 && Texts.isDigits(number);
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      return line.tag().equals(START) ? Boundary.STARTS : Boundary.INSIDE;
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    String people = record.has("FA") ? "FA" : "AU";
    String source = "";
    String types = "";
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case START, "VN" -> {}
        case "DB" -> draft.database(value);
        case "UI", "AN" -> draft.accession(number(value));
        case "TI" -> draft.title(withoutKind(value));
        case "OT", "TT" -> {
          if (Texts.hasHan(value)) {
            draft.title(value);
          } else {
            draft.other(field.tag(), value);
          }
        }
        case "AU", "FA" -> {
          if (field.tag().equals(people)) {
            lines(field).forEach(line -> people(line, draft));
          }
        }
        case "SO" -> source = value;
        case "JN", "JT", "JA" -> draft.journal(value);
        case "AB" -> draft.abstractText(value);
        case "MH", "KW", "SH", "HW" -> lines(field).forEach(line -> draft.keywords(line, ";"));
        case "ID", "DE" -> lines(field).forEach(line -> phrases(line, field.tag(), draft));
        case "YR" -> draft.year(value);
        case "DO", "DI" -> draft.doi(value);
        case "PM" -> draft.pmid(value);
        case "PT" -> type(field, value, draft);
        case "DT" -> types = types.isEmpty() ? value : types;
        case "LG", "LA" -> draft.language(value);
        case "IS" -> lines(field).forEach(draft::issn);
        case "UR" -> draft.url(value);
        case "VO" -> draft.volume(value);
        case "IP" -> draft.issue(value);
        case "PG" -> draft.pages(value);
        default -> draft.other(field.tag(), value);
      }
    }
    source(source, draft);
    draft.type(types.endsWith(".") ? types.substring(0, types.length() - 1) : types);
    record.fields().stream()
        .filter(field -> field.tag().equals("PT"))
        .forEach(field -> draft.type(field.joined()));
    if (isMedline(record, draft)) {
      record.fields().stream()
          .filter(field -> field.tag().equals("UI"))
          .forEach(field -> draft.pmid(field.joined()));
    }
    return draft.citation(record.line(), record.raw());
  }

  /** Its accession numbers are PubMed's; what it calls the owner of a record says the database. */
  private static boolean isMedline(TaggedRecord record, CitationDraft draft) {
    return Texts.indexOfIgnoreCase(draft.database(), "medline") >= 0
        || record.fields().stream()
            .filter(field -> field.tag().equals("RO"))
            .anyMatch(field -> Texts.indexOfIgnoreCase(field.joined(), "from medline") >= 0);
  }

  private static List<String> lines(Field field) {
    List<String> lines = new java.util.ArrayList<>();
    lines.add(field.first());
    lines.addAll(field.more());
    lines.removeIf(String::isBlank);
    return lines;
  }

  /** PsycINFO says under it in which kind of publication an article stands, too. */
  private static void type(Field field, String value, CitationDraft draft) {
    String type = field.first().isEmpty() ? value : field.first();
    if (!type.equals("Journal") && !type.equals("Peer Reviewed Journal")) {
      draft.type(type);
    }
  }

  /** PsycINFO: {@code Peer Reviewed Journal: 2015-33942-012.} */
  private static String number(String value) {
    String number = value.substring(value.lastIndexOf(": ") + 1).strip();
    return number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
  }

  private static final Pattern KIND =
      Pattern.compile(
          "\\s*\\[(?:References|Article|Articles|Original Article|Original Articles|Review|Report|"
              + "Letter|Letters|Editorial|Miscellaneous|Case Report|Correspondence|Abstract)\\]\\.?$");

  /** The title without what kind of article it is, which some databases write behind it. */
  private static String withoutKind(String title) {
    return KIND.matcher(title).replaceFirst("");
  }

  /** Key phrases, parted by commas or semicolons; other databases write sentences there. */
  private static void phrases(String line, String tag, CitationDraft draft) {
    List<String> parts = Names.split(line, line.indexOf(';') >= 0 ? ";" : ",");
    if (parts.stream().allMatch(part -> part.length() <= 60 && part.indexOf(':') < 0)) {
      parts.forEach(draft::keyword);
    } else {
      draft.other(tag, line);
    }
  }

  /** Marks of affiliations behind a name: {@code 1,2,+} and {@code *}. */
  private static final Pattern MARKS = Pattern.compile("[\\s,]+[\\d*+#,\u2020\u2021]+\\.?$");

  private static final Pattern DEGREES =
      Pattern.compile(
          "(?:[\\s,]+(?:M\\.?D|Ph\\.?\\s?D|M\\.?Sc|B\\.?Sc|M\\.?P\\.?H|R\\.?N|D\\.?O|M\\.?A|M\\.?S|B\\.?S|"
              + "Dr\\.?P\\.?H|Pharm\\.?D|Ed\\.?D|M\\.?B|M\\.?B\\.?A|MBBS|MBChB|F[A-Z]{2,5}|MRCP|DPhil)\\.?)+$");

  private static void people(String line, CitationDraft draft) {
    for (String name : Names.ofLine(ChineseLists.withoutMarks(line))) {
      String plain = MARKS.matcher(Texts.trim(name)).replaceFirst("");
      // "Li, MA" has these initials; degrees come behind a given name only.
      Matcher degrees = DEGREES.matcher(plain);
      int comma = plain.indexOf(',');
      if (degrees.find() && comma > 0 && degrees.start() > comma + 1) {
        plain = plain.substring(0, degrees.start());
      }
      plain =
          plain.endsWith(".") && !plain.matches(".*\\b\\p{Lu}\\.$")
              ? plain.substring(0, plain.length() - 1)
              : plain;
      draft.author(Names.familyFirst(plain));
    }
  }

  /** {@code JAMA. 319(7):698-710, 2018 Feb 20.} */
  private static final Pattern NUMBERS_FIRST =
      Pattern.compile(
          "(?<![\\dA-Za-z])([\\dA-Za-z]{1,8})?\\s?\\(((?:[^()]|\\([^()]*\\)){1,20})\\)\\s?(?::\\s?|,?\\s*pp?\\.?\\s*)?([A-Za-z]{0,4}\\d[\\dA-Za-z\\-]*)?");

  private static final Pattern VOLUME_PAGES =
      Pattern.compile("(?<![\\dA-Za-z])(\\d{1,4}[A-Z]?):\\s?([A-Za-z]{0,4}\\d[\\dA-Za-z\\-]*)");

  /** {@code BMJ Open. 8 (3) (pp e019847), 2018}, a conference's name before the volume or not. */
  private static final Pattern EMBASE =
      Pattern.compile(
          "^(.{2,300}?)\\.\\s+(?:Conference:.{1,600}?\\.\\s+)?(?:([\\dA-Za-z][\\dA-Za-z\\- ]{0,20}?)\\s+)?"
              + "(?:\\(((?:[^()]|\\([^()]*\\)){1,40})\\)\\s+)?\\((?:pp?\\s+([^()]{1,60})|no pagination)\\)");

  private static final Pattern ARTICLE = Pattern.compile("Article Number:\\s*([^.\\s]{1,40})");

  /** A chapter: {@code Methods in proteome analysis.:371-397, 2004.} */
  private static final Pattern CHAPTER =
      Pattern.compile("^(.{2,600}?)\\.:\\s?([A-Za-z]?\\d[\\dA-Za-z\\-]*),");

  /** {@code Journal of Political Studies, 12, 2007: 7-14.} */
  private static final Pattern YEAR_BETWEEN =
      Pattern.compile(
          "^(.{2,300}?),\\s(\\d{1,4}),\\s(?:1[89]|20)\\d\\d:\\s?([A-Za-z]?\\d[\\dA-Za-z\\-]*)");

  private static final Pattern PAGES =
      Pattern.compile("\\bpp?\\.\\s*([A-Za-z]{0,4}\\d[\\dA-Za-z\\-]*)");

  /** {@code Vol.43(5), Sep 2015} and {@code Vol 36, 2001}. */
  private static final Pattern VOLUME_NAMED =
      Pattern.compile(
          "\\bVol\\.?\\s?([\\dA-Za-z]{1,8}(?:-\\d{1,4})?)(?:\\s?\\(((?:[^()]|\\([^()]*\\)){1,20})\\))?");

  /** {@code Vaccine. 38, 2020 Jan.} */
  private static final Pattern VOLUME_ALONE =
      Pattern.compile("(?<=\\.\\s)(\\d{1,4}[A-Z]?(?:[-/]\\d{1,4})?),\\s(?=(?:1[89]|20)\\d\\d)");

  /** Journal, volume, issue, pages and date out of Ovid's one string, in any of its forms. */
  static void source(String source, CitationDraft draft) {
    if (source.isEmpty()) {
      return;
    }
    draft.year(lastYear(source));
    if (isOfEmbase(source, draft) || isChapter(source, draft)) {
      return;
    }
    Matcher pages = PAGES.matcher(source);
    int start = source.length();
    if (pages.find()) {
      draft.pages(pages.group(1));
      start = pages.start();
    }
    Matcher named = VOLUME_NAMED.matcher(source);
    if (named.find()) {
      draft.volume(named.group(1)).issue(named.group(2) == null ? "" : named.group(2));
      start = named.start();
    }
    Matcher issue = NUMBERS_FIRST.matcher(source);
    while (!draft.hasVolume() && issue.find()) {
      boolean volume =
          issue.group(1) != null && issue.group(1).chars().anyMatch(Character::isDigit);
      boolean issueOnly = issue.group(1) == null && source.startsWith("):", issue.end(2));
      if (volume || issueOnly) {
        draft.volume(volume ? issue.group(1) : "").issue(issue.group(2));
        draft.pages(issue.group(3) == null ? "" : issue.group(3));
        start = issue.start();
        break;
      }
    }
    Matcher plain = VOLUME_PAGES.matcher(source);
    if (!draft.hasVolume() && plain.find()) {
      draft.volume(plain.group(1)).pages(plain.group(2));
      start = plain.start();
    }
    Matcher alone = VOLUME_ALONE.matcher(source);
    if (!draft.hasVolume() && alone.find()) {
      draft.volume(alone.group(1));
      start = alone.start();
    }
    journal(source.substring(0, start), draft);
  }

  private static boolean isOfEmbase(String source, CitationDraft draft) {
    Matcher embase = EMBASE.matcher(source);
    if (!embase.find()) {
      return false;
    }
    draft.journal(embase.group(1)).volume(group(embase, 2)).issue(group(embase, 3));
    draft.pages(group(embase, 4));
    Matcher article = ARTICLE.matcher(source);
    if (!draft.hasPages() && article.find()) {
      draft.pages(article.group(1));
    }
    return true;
  }

  private static boolean isChapter(String source, CitationDraft draft) {
    Matcher chapter = CHAPTER.matcher(source);
    if (chapter.find()) {
      String book = chapter.group(1);
      int editors = book.lastIndexOf("]. ");
      draft.journal(editors < 0 ? book : book.substring(editors + 3)).pages(chapter.group(2));
      return true;
    }
    Matcher between = YEAR_BETWEEN.matcher(source);
    if (between.find()) {
      draft.journal(between.group(1)).volume(between.group(2)).pages(between.group(3));
      return true;
    }
    return false;
  }

  private static String group(Matcher matcher, int group) {
    String value = matcher.group(group);
    return value == null ? "" : value;
  }

  private static String lastYear(String source) {
    Matcher year = Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d)(?!\\d)").matcher(source);
    String last = "";
    while (year.find()) {
      last = year.group(1);
    }
    return last;
  }

  private static final Pattern DATE =
      Pattern.compile(
          "[.,;]?\\s*(Vol\\.?\\s*|v\\.\\s*)?$|[.,;]?\\s*(?:[A-Z][a-z]+(?:/[A-Z][a-z]+)?\\.?\\s)?(?:\\d{1,2},?\\s)?(?:1[89]|20)\\d\\d(?:\\s[A-Z][a-z]{2,8}\\.?(?:\\s\\d{1,2})?)?[;,.]?$");

  private static void journal(String before, CitationDraft draft) {
    String journal = before;
    for (int i = 0; i < 3; i++) {
      journal = DATE.matcher(Texts.trim(journal)).replaceFirst("");
    }
    journal = Texts.trim(journal);
    if (journal.length() > 2) {
      draft.journal(journal);
    }
  }
}
