package org.winnow.citation.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.winnow.citation.Citation;

/** RIS as the list of 2011 has it: what every reference manager reads. */
final class RisWriter implements CitationWriter {
  @Override
  public String name() {
    return "ris";
  }

  @Override
  public void write(Iterator<Citation> citations, Writer out) throws IOException {
    WrittenLines lines = new WrittenLines(out, RisFormat.LAYOUT, "  - ");
    while (citations.hasNext()) {
      write(citations.next(), lines);
    }
  }

  private static void write(Citation c, WrittenLines lines) throws IOException {
    boolean own = c.type().length() >= 3 && c.type().length() <= 7 && isCapital(c.type());
    lines.line("TY", own ? c.type() : Kinds.of(c.type()).ris());
    lines.line("TI", c.title().first());
    lines.line("TT", c.title().zh().isEmpty() ? "" : c.title().en());
    lines.lines("AU", c.authors());
    lines.line("PY", c.year() == 0 ? "" : String.valueOf(c.year()));
    lines.line("T2", c.journal());
    lines.line("VL", c.volume());
    lines.line("IS", c.issue());
    pages(c.pages(), lines);
    lines.line("DO", c.doi());
    lines.line("AN", c.accession());
    lines.line("N1", c.pmid().isEmpty() ? "" : "PMID: " + c.pmid());
    lines.paragraphs("AB", c.abstracts().zh());
    lines.paragraphs("AB", c.abstracts().en());
    lines.lines("KW", ListCells.alone(c.keywords()));
    lines.lines("SN", List.of(c.issn().split(" ")));
    lines.line("LA", c.language());
    lines.line("DB", c.database());
    lines.line("UR", c.url());
    lines.end("ER  - ");
    lines.end("");
  }

  private static void pages(String pages, WrittenLines lines) throws IOException {
    int hyphen = pages.indexOf('-');
    boolean range =
        hyphen > 0
            && pages.indexOf('-', hyphen + 1) < 0
            && hyphen + 1 < pages.length()
            && !pages.substring(0, hyphen).equals(pages.substring(hyphen + 1))
            && pages.indexOf('+') < 0
            && pages.indexOf(',') < 0
            && pages.indexOf(' ') < 0;
    lines.line("SP", range ? pages.substring(0, hyphen) : pages);
    lines.line("EP", range ? pages.substring(hyphen + 1) : "");
  }

  private static boolean isCapital(String word) {
    return word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }
}
