package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.citation.Citation;
import org.winnow.citation.format.BibtexParents.Placed;

/**
 * BibTeX and biblatex. Entries with the same key are all kept; a brace that is never closed spoils
 * its own entry only.
 */
public final class BibtexFormat implements CitationFormat {
  private static final int MOST_STRINGS = 10_000;
  private static final int LONGEST_STRING = 10_000;

  private static final Set<String> OWN =
      Set.of(
          "title",
          "author",
          "year",
          "date",
          "journal",
          "journaltitle",
          "booktitle",
          "volume",
          "number",
          "issue",
          "pages",
          "doi",
          "pmid",
          "abstract",
          "keywords",
          "author_keywords",
          "key words",
          "keyword",
          "url",
          "language",
          "langid",
          "issn",
          "isbn",
          "source",
          "eprint",
          "translatedtitle",
          "translatedabstract",
          "database",
          "accession",
          "art_number",
          "article-number",
          "eid",
          "unique-id",
          "document_type",
          "subtitle");

  @Override
  public String name() {
    return "bibtex";
  }

  @Override
  public int recognises(String head) {
    int entries = 0;
    for (String line : Heads.lines(head, 300)) {
      entries += startsEntry(line) >= 0 ? 1 : 0;
    }
    boolean fields = head.contains("=");
    return entries > 0 && fields ? 94 : 0;
  }

  /** Place of the brace if the line begins with {@code @word{}; else -1. */
  private static int startsEntry(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
    if (at >= line.length() || line.charAt(at) != '@') {
      return -1;
    }
    int end = at + 1;
    while (end < line.length() && Character.isLetter(line.charAt(end)) && end - at < 30) {
      end++;
    }
    int open = end;
    while (open < line.length() && line.charAt(open) <= ' ') {
      open++;
    }
    boolean opens = open < line.length() && (line.charAt(open) == '{' || line.charAt(open) == '(');
    return opens && end > at + 1 ? open : -1;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    new Cutter(new Lines(file, sink), sink).read();
  }

  /** Cuts the file into entries by their braces. */
  private static final class Cutter {
    private final Lines lines;
    private final CitationSink sink;
    private final Map<String, String> strings = new HashMap<>(MONTHS);
    private final StringBuilder entry = new StringBuilder();
    private int start;
    private int depth;
    private boolean tooLarge;
    private final BibtexParents parents;

    Cutter(Lines lines, CitationSink sink) {
      this.lines = lines;
      this.sink = sink;
      this.parents =
          new BibtexParents(
              placed -> Records.handOn(meaning(placed.entry(), placed.line(), placed.raw()), sink));
    }

    void read() throws IOException {
      while (lines.advance()) {
        String line = lines.text();
        if (depth > 0 && startsEntry(line) >= 0) {
          unclosed();
        }
        take(line);
      }
      if (depth > 0) {
        unclosed();
      }
      parents.finish();
    }

    private void take(String line) {
      int at = 0;
      while (at < line.length()) {
        if (depth == 0) {
          int sign = line.indexOf('@', at);
          int open = sign < 0 ? -1 : startsEntry(line.substring(sign));
          if (sign < 0) {
            return;
          }
          if (open < 0) {
            at = sign + 1;
            continue;
          }
          start = lines.number();
          entry.setLength(0);
          tooLarge = false;
          depth = 1;
          append(line, sign, sign + open + 1);
          at = sign + open + 1;
          continue;
        }
        int from = at;
        while (at < line.length() && depth > 0) {
          char c = line.charAt(at);
          if (c == '\\') {
            at++;
          } else if (c == '{') {
            depth++;
          } else if (c == '}') {
            depth--;
          } else if (c == ')' && depth == 1 && entry.indexOf("(") > 0 && isRound()) {
            depth--;
          }
          at++;
        }
        append(line, from, Math.min(at, line.length()));
        if (depth == 0) {
          closed();
        }
      }
      if (depth > 0) {
        append("\n", 0, 1);
      }
    }

    private boolean isRound() {
      int brace = entry.indexOf("{");
      int round = entry.indexOf("(");
      return round >= 0 && (brace < 0 || round < brace);
    }

    private void append(String text, int from, int to) {
      if (entry.length() + to - from > Limits.RECORD) {
        tooLarge = true;
      } else {
        entry.append(text, from, to);
      }
    }

    private void closed() {
      if (tooLarge) {
        report("too-large-record", "The entry is longer than " + Limits.RECORD + " characters.");
        return;
      }
      String raw = entry.toString();
      BibtexEntry parsed = BibtexEntry.parse(raw, strings);
      switch (parsed.type()) {
        case "comment", "preamble" -> {}
        case "string" -> {
          parsed.fields().forEach(this::string);
        }
        default -> parents.take(new Placed(parsed, start, raw));
      }
    }

    private void string(String name, String value) {
      if (strings.size() < MOST_STRINGS && value.length() <= LONGEST_STRING) {
        strings.put(name, value);
      }
    }

    private void unclosed() {
      depth = 0;
      if (!entry.toString().toLowerCase(Locale.ROOT).startsWith("@comment")) {
        report("unclosed-brace", "The entry is not closed before the next one or the end.");
      }
    }

    private void report(String code, String message) {
      sink.problem(new ParseProblem(start, code, message, Limits.excerpt(entry.toString())));
    }
  }

  private static final Map<String, String> MONTHS =
      Map.ofEntries(
          Map.entry("jan", "January"),
          Map.entry("feb", "February"),
          Map.entry("mar", "March"),
          Map.entry("apr", "April"),
          Map.entry("may", "May"),
          Map.entry("jun", "June"),
          Map.entry("jul", "July"),
          Map.entry("aug", "August"),
          Map.entry("sep", "September"),
          Map.entry("oct", "October"),
          Map.entry("nov", "November"),
          Map.entry("dec", "December"));

  private static Citation meaning(BibtexEntry entry, int line, String raw) {
    CitationDraft draft = new CitationDraft();
    draft.type(entry.type());
    String subtitle = plain(entry, "subtitle");
    String title = plain(entry, "title");
    draft.title(subtitle.isEmpty() || title.isEmpty() ? title : title + ": " + subtitle);
    draft.title(plain(entry, "translatedtitle"));
    // a volume of proceedings is often written for its papers only, with the name they use
    draft.title(
        entry.type().equals("proceedings") && title.isEmpty() ? plain(entry, "booktitle") : "");
    people(entry.field("author"), draft);
    draft.year(plain(entry, "year")).year(plain(entry, "date"));
    for (String name : new String[] {"journal", "journaltitle", "booktitle", "series"}) {
      draft.journal(plain(entry, name));
    }
    draft.volume(plain(entry, "volume"));
    draft.issue(plain(entry, "number")).issue(plain(entry, "issue"));
    draft.pages(plain(entry, "pages").replace("--", "-").replace("--", "-"));
    for (String name : new String[] {"art_number", "article-number", "eid", "articleno"}) {
      if (!draft.hasPages()) {
        draft.pages(plain(entry, name));
      }
    }
    draft.doi(link(entry, "doi"));
    String url = link(entry, "url");
    draft.url(url).doiOfLink(url).pmidOfLink(url);
    draft.pmid(plain(entry, "pmid")).pmid(plain(entry, "pubmed_id"));
    if (plain(entry, "eprinttype").equalsIgnoreCase("pubmed")) {
      draft.pmid(plain(entry, "eprint"));
    }
    draft.abstractText(paragraphs(entry.field("abstract")));
    draft.abstractText(paragraphs(entry.field("translatedabstract")));
    keywords(entry, draft);
    draft.language(plain(entry, "language")).language(plain(entry, "langid"));
    for (String name : new String[] {"issn", "isbn"}) {
      Names.split(plain(entry, name), ";,").forEach(draft::issn);
    }
    draft.database(plain(entry, "source")).database(plain(entry, "database"));
    draft
        .accession(plain(entry, "accession"))
        .accession(plain(entry, "unique-id"))
        .accession(scopusNumber(url));
    entry.fields().keySet().stream()
        .filter(name -> !OWN.contains(name))
        .forEach(name -> draft.other(name, plain(entry, name)));
    draft.other("document_type", plain(entry, "document_type"));
    draft.other("key", entry.key());
    return draft.citation(line, raw);
  }

  private static String plain(BibtexEntry entry, String name) {
    return Texts.oneLine(Latex.plain(entry.field(name)));
  }

  private static String link(BibtexEntry entry, String name) {
    return Texts.oneLine(Latex.link(entry.field(name)));
  }

  /** Lines were wrapped; a blank line begins a paragraph. */
  private static String paragraphs(String value) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : value.split("\n\\s*\n")) {
      paragraphs.add(Texts.oneLine(Latex.plain(paragraph)));
    }
    return String.join("\n", paragraphs);
  }

  private static void keywords(BibtexEntry entry, CitationDraft draft) {
    for (String name :
        new String[] {"author_keywords", "keywords", "key words", "keyword", "keywords-plus"}) {
      String list = plain(entry, name);
      draft.keywords(list, list.indexOf(';') >= 0 || list.indexOf('；') >= 0 ? ";；" : ",，");
    }
  }

  private static String scopusNumber(String url) {
    int at = url.indexOf("eid=2-s2.0-");
    int end = at < 0 ? -1 : url.indexOf('&', at);
    return at < 0 ? "" : url.substring(at + 4, end < 0 ? url.length() : end);
  }

  private static void people(String value, CitationDraft draft) {
    for (String name : splitAnd(value)) {
      boolean group =
          name.startsWith("{") && name.endsWith("}") && name.indexOf('}') == name.length() - 1;
      String plain = Texts.oneLine(Latex.plain(name));
      if (plain.equals("others") || plain.isEmpty()) {
        continue;
      }
      boolean whole = group && plain.indexOf(',') < 0;
      draft.author(whole || Texts.hasHan(plain) ? plain : Names.givenFirst(plain));
    }
  }

  /** The names between the word "and" outside of braces. */
  private static List<String> splitAnd(String value) {
    List<String> names = new ArrayList<>();
    String list = value.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    // WoS wraps the whole list in a second pair of braces.
    if (list.startsWith("{")
        && list.endsWith("}")
        && list.indexOf('}') == list.length() - 1
        && list.contains(" and ")) {
      list = list.substring(1, list.length() - 1);
    }
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 && c == ' ' && list.startsWith("and ", i + 1)) {
        names.add(list.substring(start, i).strip());
        start = i + 5;
        i += 3;
      }
    }
    names.add(start >= list.length() ? "" : list.substring(start).strip());
    return names;
  }
}
