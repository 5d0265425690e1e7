package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/** The Cochrane Library's text export: {@code Record #1 of 271}, then {@code TI: …}. */
public final class CochraneFormat implements CitationFormat {
  private static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "cochrane";
  }

  @Override
  public int recognises(String head) {
    int records = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 200)) {
      TaggedLine tagged = LAYOUT.split(line);
      if (tagged.tag().equals("Record")) {
        records++;
      } else if (tagged.hasTag()) {
        tags++;
      }
    }
    return records > 0 && tags > 2 ? 91 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, CochraneFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      if (line.startsWith("Record #")) {
        return new TaggedLine("Record", line.substring(8));
      }
      int colon = line.indexOf(':');
      if (colon < 2 || colon > 4 || colon + 1 < line.length() && line.charAt(colon + 1) > ' ') {
        return TaggedLine.NONE;
      }
      for (int i = 0; i < colon; i++) {
        if (line.charAt(i) < 'A' || line.charAt(i) > 'Z') {
          return TaggedLine.NONE;
        }
      }
      return new TaggedLine(line.substring(0, colon), Texts.trim(line.substring(colon + 1)));
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      return switch (line.tag()) {
        case "Record" -> Boundary.STARTS;
        case "ID", "TI" -> Boundary.OPENS;
        default -> Boundary.INSIDE;
      };
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case "Record" -> {}
        case "ID" -> draft.accession(value);
        case "AU" -> {
          people(field.first(), draft);
          field.more().forEach(line -> people(line, draft));
        }
        case "TI" -> draft.title(value);
        case "SO" -> draft.journal(value);
        case "YR" -> draft.year(value);
        case "VL" -> draft.volume(value);
        case "NO" -> draft.issue(value);
        case "PG" -> draft.pages(value);
        case "PM" -> draft.pmid(value);
        case "XR" -> {
          draft.pmid(Texts.startsWithIgnoreCase(value, "pubmed") ? value : "");
          draft.other("XR", value);
        }
        case "PT" -> draft.type(value);
        case "KY" -> draft.keywords(value, ";");
        case "DOI" -> draft.doi(value);
        case "AB" -> draft.abstractText(field.paragraphs());
        case "US" -> draft.url(value).doiOfLink(value);
        case "SN" -> draft.issn(value);
        case "LA" -> draft.language(value);
        default -> draft.other(field.tag(), value);
      }
    }
    draft.database("Cochrane Library");
    return draft.citation(record.line(), record.raw());
  }

  private static void people(String line, CitationDraft draft) {
    Names.ofLine(line).forEach(name -> draft.author(Names.familyFirst(name)));
  }
}
