package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * RefWorks tagged text: two characters, a blank, the value, no hyphen; {@code RT} begins a record.
 * Also CNKI's and VIP's "RefWorks" files, which leave the blank out before Chinese text, write some
 * tags in lower case and the whole page range into {@code OP}.
 */
public final class RefWorksFormat implements CitationFormat {
  private static final Set<String> KNOWN =
      Set.of(
          ("RT SR ID A1 A2 A3 A4 A5 A6 T1 T2 T3 JF JO YR FD VO IS SP OP K1 AB NO ED PB PP AD AU SN AV"
                  + " AN LA CL SF OT LK DO CN DB DS IP RD ST U1 U2 U3 U4 U5 UL SL LL CR WT A7 WV WP OL"
                  + " PMID PMCID CA TA")
              .split(" "));

  private static final String END = "ER";
  private static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "refworks";
  }

  @Override
  public int recognises(String head) {
    int types = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 200)) {
      TaggedLine tagged = LAYOUT.split(line);
      if (tagged.tag().equals("RT")) {
        types++;
      } else if (tagged.hasTag()) {
        tags++;
      }
    }
    return types > 0 && tags > 1 ? 93 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, RefWorksFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      if (line.startsWith("PMID ") || line.startsWith("PMCID ")) {
        int blank = line.indexOf(' ');
        return new TaggedLine(line.substring(0, blank), Texts.trim(line.substring(blank)));
      }
      int at = 0;
      while (at < line.length() && at < 3 && line.charAt(at) <= ' ') {
        at++;
      }
      if (at + 2 > line.length()) {
        return TaggedLine.NONE;
      }
      String tag = line.substring(at, at + 2);
      if (tag.equals(END)) {
        // only some programs write it, and always alone
        return Texts.trim(line).equals(END) ? new TaggedLine(END, "") : TaggedLine.NONE;
      }
      boolean end = at + 2 == line.length();
      char after = end ? ' ' : line.charAt(at + 2);
      if (after != ' ' && after != '\t' && !Texts.isWide(after)) {
        return TaggedLine.NONE;
      }
      // "vo" is CNKI's; any other word of two small letters is text.
      String upper = tag.toUpperCase(Locale.ROOT);
      boolean written = tag.equals(upper) || tag.equals("vo") || tag.equals("is") && isShort(line);
      if (!written || !KNOWN.contains(upper)) {
        return TaggedLine.NONE;
      }
      String value = end ? "" : Texts.trim(line.substring(at + 2));
      // "IS - 3" is RIS.
      return value.startsWith("- ") ? TaggedLine.NONE : new TaggedLine(upper, value);
    }

    private static boolean isShort(String line) {
      return line.length() < 12;
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      return switch (line.tag()) {
        case "RT" -> Boundary.STARTS;
        case "T1" -> Boundary.OPENS;
        case END -> Boundary.ENDS;
        default -> Boundary.INSIDE;
      };
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    String abbreviation = "";
    String date = "";
    String secondary = "";
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case "RT" -> draft.type(value);
        case "A1", "AU" -> people(draft, value);
        case "T1" -> draft.title(value);
        case "OT" -> draft.title(value);
        case "T2" -> secondary = value;
        case "JF" -> draft.journal(value);
        case "JO" -> abbreviation = value;
        case "YR" -> draft.year(value);
        case "FD" -> date = value;
        case "VO" -> draft.volume(value);
        case "IS" -> draft.issue(value);
        case "SP" -> draft.firstPage(value);
        case "OP" -> {
          if (isRange(value)) {
            draft.pages(value);
          } else {
            draft.lastPage(value);
          }
        }
        case "K1" -> {
          if (field.more().isEmpty()) {
            ChineseLists.keywords(value, draft);
          } else {
            draft.keywords(field.first(), ";；");
            field.more().forEach(line -> draft.keywords(line, ";；"));
          }
        }
        case "AB" -> draft.abstractText(field.paragraphs());
        case "SN" -> Names.split(value, ";,").forEach(draft::issn);
        case "LA" ->
            draft.language(value.endsWith(";") ? value.substring(0, value.length() - 1) : value);
        case "DS", "DB" -> draft.database(value);
        case "DO" -> draft.doi(value);
        case "PMID" -> draft.pmid(value);
        case "AN" -> draft.accession(value);
        case "LK", "UL" -> draft.url(value).doiOfLink(value).pmidOfLink(value);
        case "SR", "ID", END -> {}
        default -> draft.other(field.tag(), value);
      }
    }
    if (draft.hasJournal()) {
      draft.other("JO", abbreviation);
    }
    draft.journal(abbreviation).journal(secondary).year(date);
    return draft.citation(record.line(), record.raw());
  }

  private static void people(CitationDraft draft, String value) {
    if (Texts.hasHan(value)) {
      ChineseLists.authors(value, draft);
      return;
    }
    for (String name : Names.ofLine(value)) {
      int comma = name.indexOf(',');
      boolean tight = comma > 0 && comma + 1 < name.length() && name.charAt(comma + 1) != ' ';
      draft.author(
          tight
              ? name.substring(0, comma) + ", " + name.substring(comma + 1)
              : Names.familyFirst(name));
    }
  }

  /** CNKI: {@code 1-7}, {@code 12-18+45}. */
  private static boolean isRange(String value) {
    return value.indexOf('-') > 0 || value.indexOf('+') > 0 || value.indexOf(',') > 0;
  }
}
