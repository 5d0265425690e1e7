package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.winnow.citation.Citation;

/** CSL-JSON of Zotero, Mendeley and others, and Crossref's own JSON, which has lists for titles. */
public final class CslJsonFormat implements CitationFormat {
  @Override
  public String name() {
    return "csl-json";
  }

  @Override
  public int recognises(String head) {
    String start = head.stripLeading();
    if (!start.startsWith("[") && !start.startsWith("{")) {
      return 0;
    }
    int known = 0;
    for (String field :
        List.of(
            "\"title\"",
            "\"author\"",
            "\"issued\"",
            "\"container-title\"",
            "\"DOI\"",
            "\"type\"")) {
      known += head.contains(field) ? 1 : 0;
    }
    return known >= 2 ? 95 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    new JsonObjects(file, (line, raw, whole) -> take(line, raw, whole, sink)).read();
  }

  private static void take(int line, String raw, boolean whole, CitationSink sink) {
    if (!whole) {
      sink.problem(notWhole(line, raw));
      return;
    }
    try {
      Records.handOn(meaning(JsonTree.parse(raw), line, raw), sink);
    } catch (IOException e) {
      sink.problem(malformed(line, raw));
    }
  }

  static ParseProblem notWhole(int line, String raw) {
    boolean large = raw.length() >= Limits.RECORD;
    return new ParseProblem(
        line,
        large ? "too-large-record" : "truncated-record",
        large
            ? "The record is longer than " + Limits.RECORD + " characters."
            : "The file ends within this record.",
        Limits.excerpt(raw));
  }

  static ParseProblem malformed(int line, String raw) {
    return new ParseProblem(
        line, "malformed-json", "The JSON of the record is not well-formed.", Limits.excerpt(raw));
  }

  private static Citation meaning(JsonTree item, int line, String raw) {
    CitationDraft draft = new CitationDraft();
    draft.type(text(item, "type"));
    draft.title(text(item, "title")).title(text(item, "original-title"));
    item.at("author").items().forEach(person -> draft.author(name(person)));
    for (String date :
        new String[] {"issued", "published", "published-print", "published-online"}) {
      draft.year(date(item.at(date)));
    }
    for (String name :
        new String[] {
          "container-title", "container-title-short", "journalAbbreviation", "collection-title"
        }) {
      draft.journal(text(item, name));
    }
    draft.volume(text(item, "volume")).issue(text(item, "issue"));
    draft.pages(text(item, "page"));
    for (String name : new String[] {"number", "article-number"}) {
      if (!draft.hasPages()) {
        draft.pages(text(item, name));
      }
    }
    draft.doi(text(item, "DOI"));
    draft.pmid(text(item, "PMID"));
    note(text(item, "note"), draft);
    draft.abstractText(withoutJats(text(item, "abstract")));
    draft.abstractText(text(item.at("custom"), "translated-abstract"));
    draft.title(text(item.at("custom"), "translated-title"));
    keywords(item, draft);
    draft.url(text(item, "URL")).doiOfLink(text(item, "URL")).pmidOfLink(text(item, "URL"));
    draft.language(text(item, "language"));
    draft.database(text(item, "source"));
    draft.accession(text(item, "archive_location"));
    for (String name : new String[] {"ISSN", "ISBN"}) {
      JsonTree value = item.at(name);
      if (value.items().isEmpty()) {
        Names.split(value.text(), ",;").forEach(draft::issn);
      }
      value.items().forEach(number -> draft.issn(number.text()));
    }
    for (String name :
        new String[] {
          "id",
          "publisher",
          "publisher-place",
          "note",
          "PMCID",
          "genre",
          "event-title",
          "container-title-short"
        }) {
      draft.other(name, text(item, name));
    }
    return draft.citation(line, raw);
  }

  /** Zotero writes what CSL has no field for into the note: {@code PMID: 123}. */
  private static void note(String note, CitationDraft draft) {
    for (String line : note.split("\n")) {
      if (Texts.startsWithIgnoreCase(line, "pmid")) {
        draft.pmid(line);
      }
    }
  }

  private static void keywords(JsonTree item, CitationDraft draft) {
    for (String name : new String[] {"keyword", "subject", "keywords", "categories"}) {
      JsonTree value = item.at(name);
      if (value.items().isEmpty()) {
        String list = value.text();
        draft.keywords(list, list.indexOf(';') >= 0 ? ";" : ",");
      }
      value.items().forEach(word -> draft.keyword(word.text()));
    }
  }

  private static String text(JsonTree item, String name) {
    return item.at(name).text();
  }

  private static String name(JsonTree person) {
    if (person instanceof JsonTree.Text(String name)) {
      return name;
    }
    String literal = text(person, "literal");
    String whole = literal.isEmpty() ? text(person, "name") : literal;
    String family = text(person, "family");
    if (family.isEmpty()) {
      return whole.isEmpty() ? text(person, "given") : whole;
    }
    String particle = text(person, "non-dropping-particle");
    String given = text(person, "given");
    if (Texts.hasHan(family)) {
      return family + given;
    }
    String dropping = text(person, "dropping-particle");
    String full = particle.isEmpty() ? family : particle + " " + family;
    full = given.isEmpty() ? full : full + ", " + given;
    full = dropping.isEmpty() ? full : full + " " + dropping;
    String suffix = text(person, "suffix");
    return suffix.isEmpty() ? full : full + ", " + suffix;
  }

  private static String date(JsonTree date) {
    String year = date.at("date-parts").items().stream().findFirst().map(JsonTree::text).orElse("");
    if (!year.isEmpty()) {
      return year;
    }
    for (String form : new String[] {"literal", "raw", "date"}) {
      String value = text(date, form);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return date.text();
  }

  /** Crossref gives abstracts as JATS: its headings begin lines, and its paragraphs end them. */
  private static String withoutJats(String text) {
    if (!text.contains("<jats:")) {
      return text;
    }
    String lines =
        text.replaceAll("(?i)<jats:title>\\s*(abstract|summary)\\s*</jats:title>", "")
            .replaceAll("<jats:title>\\s*([^<]*?)[\\s:]*</jats:title>\\s*", "\n$1: ")
            .replaceAll("</jats:p>", "\n")
            .replaceAll("</?jats:[^<>]*>", "");
    return lines.strip().replaceAll("[ \t]*\n\\s*", "\n");
  }
}
