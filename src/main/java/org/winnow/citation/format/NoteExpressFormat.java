package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * NoteExpress: {@code {Field}: value}, with colons of both widths and blanks where the writer liked
 * them. As CNKI, Wanfang, VIP, SinoMed and Yiigle export it.
 */
public final class NoteExpressFormat implements CitationFormat {
  private static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "noteexpress";
  }

  @Override
  public int recognises(String head) {
    int types = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 200)) {
      TaggedLine tagged = LAYOUT.split(line);
      types += tagged.tag().equals("reference type") || tagged.tag().equals("title") ? 1 : 0;
      tags += tagged.hasTag() ? 1 : 0;
    }
    return types > 0 && tags > 2 ? 97 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, NoteExpressFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      int open = 0;
      while (open < line.length() && line.charAt(open) <= ' ') {
        open++;
      }
      if (open >= line.length() || line.charAt(open) != '{') {
        return TaggedLine.NONE;
      }
      int close = line.indexOf('}', open);
      if (close < 0 || close - open > 40 || close - open < 3) {
        return TaggedLine.NONE;
      }
      int colon = close + 1;
      while (colon < line.length() && line.charAt(colon) <= ' ') {
        colon++;
      }
      if (colon >= line.length() || line.charAt(colon) != ':' && line.charAt(colon) != '：') {
        return TaggedLine.NONE;
      }
      String tag = Texts.trim(line.substring(open + 1, close)).toLowerCase(Locale.ROOT);
      return new TaggedLine(tag, Texts.trim(line.substring(colon + 1)));
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      boolean next = open.afterBlank() && line.tag().equals("title") && open.has("title");
      return line.tag().equals("reference type") || next ? Boundary.STARTS : Boundary.OPENS;
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    String container = "";
    String date = "";
    boolean oneByOne = !record.only("keywords");
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case "reference type" -> draft.type(value);
        case "title" -> draft.title(value);
        case "translated title" -> draft.title(value);
        case "author" -> ChineseLists.authors(value, draft);
        case "journal" -> draft.journal(value);
        case "secondary title", "tertiary title" -> {
          container = container.isEmpty() ? value : container;
          draft.other(field.tag(), value);
        }
        case "year" -> draft.year(value);
        case "date", "pub date", "publication date" -> {
          date = value;
          draft.other(field.tag(), value);
        }
        case "volume" -> draft.volume(value);
        case "issue" -> draft.issue(value);
        case "pages" -> draft.pages(value);
        case "keywords" -> {
          if (oneByOne) {
            draft.keywords(value, ";；");
          } else {
            ChineseLists.keywords(value, draft);
          }
        }
        case "abstract" -> draft.abstractText(field.paragraphs());
        case "translated abstract" -> draft.abstractText(field.paragraphs());
        case "isbn/issn", "issn", "isbn" -> Names.split(value, ";,").forEach(draft::issn);
        case "url" -> draft.url(value).doiOfLink(value);
        case "doi" -> draft.doi(value).other("doi", value);
        case "pmid" -> draft.pmid(value);
        case "accession number" -> draft.accession(value);
        case "language" -> draft.language(value);
        case "database provider" -> draft.database(value);
        default -> draft.other(field.tag(), value);
      }
    }
    draft.journal(container);
    if (draft.hasTitle() && !draft.hasJournal()) {
      for (Field field : record.fields()) {
        if (field.tag().equals("translated journal")) {
          draft.journal(field.joined());
        }
      }
    }
    draft.year(date);
    return draft.citation(record.line(), record.raw());
  }
}
