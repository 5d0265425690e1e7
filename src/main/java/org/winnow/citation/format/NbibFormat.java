package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * PubMed's text format (MEDLINE display, {@code .nbib}): tags of up to four letters, a hyphen in
 * the fifth column. Tags after NLM's MEDLINE/PubMed Data Element Descriptions.
 */
public final class NbibFormat implements CitationFormat {
  private static final Set<String> COMMON =
      Set.of(
          "PMID", "OWN", "STAT", "DA", "TI", "AB", "AU", "FAU", "LA", "PT", "TA", "JT", "DP", "SO",
          "VI", "PG", "IS", "MH", "AID", "LID", "AD", "IP", "LR", "OT", "JID", "EDAT");

  static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "nbib";
  }

  @Override
  public int recognises(String head) {
    int numbers = 0;
    int tags = 0;
    int others = 0;
    for (String line : Heads.lines(head, 400)) {
      TaggedLine tagged = LAYOUT.split(line);
      if (tagged.tag().equals("PMID")) {
        numbers++;
      } else if (COMMON.contains(tagged.tag())) {
        tags++;
      } else if (tagged.tag().equals("TY") || tagged.tag().equals("ER")) {
        others++;
      }
    }
    if (others > 0) {
      return 0;
    }
    return numbers > 0 && tags > 1 ? 96 : numbers > 0 ? 70 : tags > 4 ? 60 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, NbibFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      int hyphen = line.indexOf('-');
      if (hyphen < 2 || hyphen > 5 || line.charAt(0) <= ' ') {
        return TaggedLine.NONE;
      }
      int end = 0;
      while (end < hyphen && isTagCharacter(line.charAt(end))) {
        end++;
      }
      boolean padded = end >= 2 && hyphen == 4 && line.substring(end, hyphen).isBlank();
      boolean parted = hyphen + 1 == line.length() || line.charAt(hyphen + 1) <= ' ';
      if (!padded || !parted) {
        return TaggedLine.NONE;
      }
      return new TaggedLine(line.substring(0, end), Texts.trim(line.substring(hyphen + 1)));
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      return switch (line.tag()) {
        case "PMID" -> Boundary.STARTS;
        default -> Boundary.OPENS;
      };
    }

    @Override
    public boolean blankLineEnds() {
      return true;
    }

    private static boolean isTagCharacter(char c) {
      return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    boolean fullName = false;
    String type = "";
    String book = "";
    String original = "";
    String otherAbstract = "";
    String source = "";
    String abbreviation = "";
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case "PMID" -> draft.pmid(value).accession(value);
        case "TI" -> draft.title(value);
        case "TT" -> original = value;
        case "BTI" -> book = value;
        case "FAU" -> draft.author(value);
        case "AU" -> {
          // Each full name is followed by its short form.
          if (!fullName) {
            draft.author(Names.familyFirst(value));
          }
        }
        case "CN" -> draft.author(value);
        case "JT" -> draft.journal(value);
        case "TA" -> abbreviation = value;
        case "DP" -> draft.year(value);
        case "VI" -> draft.volume(value);
        case "IP" -> draft.issue(value);
        case "PG" -> draft.pages(value);
        case "AB" -> draft.abstractText(value);
        case "OAB" -> otherAbstract = otherAbstract.isEmpty() ? value : otherAbstract;
        case "MH" -> {
          draft.keyword(value);
          draft.other("MH", value);
        }
        case "OT" -> draft.keyword(value);
        case "LA" -> draft.language(value);
        case "IS" -> draft.issn(value);
        case "SO" -> source = value;
        case "PT" -> {
          type = type.isEmpty() || value.equals("Journal Article") ? value : type;
          draft.other("PT", value);
        }
        case "LID", "AID" -> {
          if (value.endsWith("[doi]")) {
            draft.doi(value);
          } else {
            draft.other(field.tag(), value);
          }
        }
        default -> draft.other(field.tag(), value);
      }
      fullName = field.tag().equals("FAU");
    }
    draft.type(type.isEmpty() && record.has("BTI") ? "Book" : type);
    boolean chapter = draft.hasTitle();
    draft.title(book).title(withoutBrackets(original, draft));
    if (draft.hasJournal()) {
      draft.other("TA", abbreviation);
    }
    draft.journal(abbreviation).journal(chapter ? book : "");
    draft.abstractText(otherAbstract);
    draft.year(source);
    for (String tag : new String[] {"DEP", "EDAT", "CDAT"}) {
      draft.year(value(record, tag));
    }
    if (!draft.hasPages()) {
      draft.pages(pagesOf(source));
    }
    if (draft.hasPmid()) {
      draft.database("PubMed");
    }
    return draft.citation(record.line(), record.raw());
  }

  /** An original title in Latin script has no side of its own; it is kept by its tag. */
  private static String withoutBrackets(String original, CitationDraft draft) {
    if (!original.isEmpty() && !Bilingual.isChinese(original)) {
      draft.other("TT", original);
      return "";
    }
    return original;
  }

  private static String value(TaggedRecord record, String tag) {
    for (Field field : record.fields()) {
      if (field.tag().equals(tag)) {
        return field.joined();
      }
    }
    return "";
  }

  /** Pages out of {@code J Foo. 2019 May 3;14(1):e0210. doi: …}; empty when it gives none. */
  static String pagesOf(String source) {
    int semicolon = source.indexOf(';');
    int colon = semicolon < 0 ? -1 : source.indexOf(':', semicolon);
    if (colon < 0) {
      return "";
    }
    int end = colon + 1;
    while (end < source.length() && source.charAt(end) != '.' && source.charAt(end) != ' ') {
      end++;
    }
    String pages = source.substring(colon + 1, end);
    return pages.length() <= 20 ? pages : "";
  }
}
