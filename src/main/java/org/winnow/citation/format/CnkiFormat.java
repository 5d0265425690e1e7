package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * CNKI's E-Study and self-defined text: {@code Title-题名: …}, one field a line, {@code DataType}
 * before each record.
 */
public final class CnkiFormat implements CitationFormat {
  private static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "cnki";
  }

  @Override
  public int recognises(String head) {
    int titles = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 100)) {
      TaggedLine tagged = LAYOUT.split(line);
      titles += tagged.tag().equals("title") ? 1 : 0;
      tags += tagged.hasTag() ? 1 : 0;
    }
    return titles > 0 && tags > 2 ? 96 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, CnkiFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      int end = 0;
      while (end < line.length() && end < 24 && isLetter(line.charAt(end))) {
        end++;
      }
      if (end < 2 || end >= line.length()) {
        return TaggedLine.NONE;
      }
      int colon = end;
      if (line.charAt(end) == '-' || line.charAt(end) == '－') {
        colon++;
        while (colon < line.length()
            && colon < end + 16
            && (Texts.isWide(line.charAt(colon)) || isLetter(line.charAt(colon)))
            && line.charAt(colon) != '：') {
          colon++;
        }
      } else if (!line.startsWith("DataType")) {
        return TaggedLine.NONE;
      }
      boolean named = colon > end + 1 || line.startsWith("DataType");
      if (!named
          || colon >= line.length()
          || line.charAt(colon) != ':' && line.charAt(colon) != '：') {
        return TaggedLine.NONE;
      }
      String tag = line.substring(0, end).toLowerCase(Locale.ROOT);
      return new TaggedLine(tag, Texts.trim(line.substring(colon + 1)));
    }

    private static boolean isLetter(char c) {
      return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      // The self-defined text has the database first and no DataType.
      boolean first = !open.isEmpty() && open.fields().getFirst().tag().equals(line.tag());
      return line.tag().equals("datatype") || first ? Boundary.STARTS : Boundary.OPENS;
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    draft.database("CNKI");
    String published = "";
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case "datatype" -> {}
        case "srcdatabase" -> draft.type(value);
        case "title" -> draft.title(value);
        case "author" -> ChineseLists.authors(value, draft);
        case "source" -> draft.journal(value);
        case "year" -> draft.year(value);
        case "pubtime" -> {
          published = value;
          draft.other("PubTime", value);
        }
        case "keyword" -> ChineseLists.keywords(value, draft);
        case "summary" -> draft.abstractText(field.paragraphs());
        case "period" -> draft.issue(value);
        case "roll", "volume" -> draft.volume(value);
        case "page" -> draft.pages(value);
        case "pagecount" -> {
          // In the table form the range stands here.
          if (value.indexOf('-') > 0) {
            draft.pages(value);
          }
        }
        case "link", "url" -> draft.url(value);
        case "doi" -> draft.doi(value);
        case "issn" -> draft.issn(value);
        default -> draft.other(field.tag(), value);
      }
    }
    draft.year(published);
    return draft.citation(record.line(), record.raw());
  }
}
