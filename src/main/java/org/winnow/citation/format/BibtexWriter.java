package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.citation.Citation;

/** BibTeX in UTF-8, with keys of the first author and the year. */
final class BibtexWriter implements CitationWriter {
  @Override
  public String name() {
    return "bibtex";
  }

  @Override
  public void write(Iterator<Citation> citations, Writer out) throws IOException {
    Map<String, Integer> keys = new HashMap<>();
    while (citations.hasNext()) {
      Citation c = citations.next();
      String key = key(c);
      int count = keys.merge(key, 1, Integer::sum);
      out.append('@').append(Kinds.of(c.type()).bibtex()).append('{').append(key);
      out.append(count == 1 ? "" : "-" + count).append(",\n");
      fields(c, out);
      out.append("}\n\n");
    }
  }

  private static void fields(Citation c, Writer out) throws IOException {
    field("title", Latex.escaped(c.title().first()), out);
    field("translatedtitle", c.title().zh().isEmpty() ? "" : Latex.escaped(c.title().en()), out);
    field(
        "author",
        c.authors().stream().map(BibtexWriter::name).collect(Collectors.joining(" and ")),
        out);
    field("year", c.year() == 0 ? "" : String.valueOf(c.year()), out);
    String container = Kinds.of(c.type()) == Kinds.ARTICLE ? "journal" : "booktitle";
    field(container, Latex.escaped(c.journal()), out);
    field("volume", Latex.escaped(c.volume()), out);
    field("number", Latex.escaped(c.issue()), out);
    field("pages", Latex.escaped(c.pages()), out);
    field("doi", Latex.escaped(c.doi()), out);
    field("pmid", c.pmid(), out);
    field("issn", Latex.escaped(c.issn()), out);
    field("language", Latex.escaped(c.language()), out);
    field("url", Latex.escaped(c.url()), out);
    field("database", Latex.escaped(c.database()), out);
    field("accession", Latex.escaped(c.accession()), out);
    field(
        "keywords",
        c.keywords().isEmpty() ? "" : Latex.escaped(ListCells.joined(c.keywords())),
        out);
    field("abstract", paragraphs(c.abstracts().first()), out);
    field(
        "translatedabstract",
        c.abstracts().zh().isEmpty() ? "" : paragraphs(c.abstracts().en()),
        out);
  }

  private static void field(String name, String value, Writer out) throws IOException {
    if (!value.isEmpty()) {
      out.append("  ").append(name).append(" = {").append(value).append("},\n");
    }
  }

  private static String paragraphs(String text) {
    return Latex.escaped(text).replace("\n", "\n\n");
  }

  /** A name without a comma is a group or Chinese: braces keep it whole. */
  private static String name(String author) {
    boolean whole = author.indexOf(',') < 0 || author.contains(" and ");
    return whole ? "{" + Latex.escaped(author) + "}" : Latex.escaped(author);
  }

  private static String key(Citation c) {
    String family = c.authors().isEmpty() ? "anon" : c.authors().getFirst().split(",")[0];
    String word = family.replaceAll("[^\\p{L}\\p{N}]", "");
    return (word.isEmpty() ? "anon" : word) + (c.year() == 0 ? "" : c.year());
  }
}
