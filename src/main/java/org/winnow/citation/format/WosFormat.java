package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * Web of Science's tagged text (plain text and {@code .ciw}), also of its other databases: two
 * characters, a blank, the value; three blanks before what continues it.
 */
public final class WosFormat implements CitationFormat {
  private static final Set<String> TYPES = Set.of("J", "B", "C", "S", "P");

  private static final TagLayout LAYOUT = new Layout();

  @Override
  public String name() {
    return "wos";
  }

  @Override
  public int recognises(String head) {
    int types = 0;
    int others = 0;
    boolean header = false;
    for (String line : Heads.lines(head, 200)) {
      TaggedLine tagged = LAYOUT.split(line);
      switch (tagged.tag()) {
        case "FN" -> header = true;
        case "PT" -> types += TYPES.contains(tagged.value()) ? 1 : 0;
        case "AU", "TI", "SO", "UT", "PY", "AF" -> others++;
        default -> {}
      }
    }
    return types > 0 && others > 1 ? (header ? 97 : 93) : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, WosFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      if (line.length() < 2
          || line.charAt(0) < 'A'
          || line.charAt(0) > 'Z'
          || !isUpperOrDigit(line.charAt(1))
          || line.length() > 2 && line.charAt(2) != ' ') {
        return TaggedLine.NONE;
      }
      String value = line.length() > 3 ? Texts.trim(line.substring(3)) : "";
      return value.startsWith("- ") ? TaggedLine.NONE : new TaggedLine(line.substring(0, 2), value);
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      return switch (line.tag()) {
        case "PT" -> Boundary.STARTS;
        case "ER" -> Boundary.ENDS;
        case "FN", "VR", "EF" -> line.value().length() > 80 ? Boundary.INSIDE : Boundary.HEADER;
        case "AU", "TI" -> Boundary.OPENS;
        default -> Boundary.INSIDE;
      };
    }

    private static boolean isUpperOrDigit(char c) {
      return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    String fullNames = record.has("AF") ? "AF" : "AU";
    List<String> article = new ArrayList<>();
    String kind = "";
    for (Field field : record.fields()) {
      String value = field.joined();
      switch (field.tag()) {
        case "PT" -> kind = value;
        case "DT" -> draft.type(value);
        case "AF", "AU" -> {
          if (field.tag().equals(fullNames)) {
            people(draft, field);
          }
        }
        case "CA" -> people(draft, field);
        case "TI" -> draft.title(value);
        case "FT" -> draft.title(value);
        case "SO" -> draft.journal(value);
        case "AB" -> draft.abstractText(value);
        case "DE", "ID" -> draft.keywords(value, ";");
        case "PY" -> draft.year(value);
        case "VL" -> draft.volume(value);
        case "IS" -> draft.issue(value);
        case "BP" -> draft.firstPage(value);
        case "EP" -> draft.lastPage(value);
        case "AR", "PS" -> article.add(value);
        case "DI", "D2" -> draft.doi(value);
        case "PM" -> draft.pmid(value);
        case "UT" -> draft.accession(value);
        case "AN" -> article.add("AN" + value);
        case "LA" -> draft.language(value);
        case "SN", "EI", "BN" -> draft.issn(value);
        default -> draft.other(field.tag(), value);
      }
    }
    draft.type(kind);
    for (String value : article) {
      if (value.startsWith("AN")) {
        draft.accession(value.substring(2));
      } else if (!draft.hasPages()) {
        draft.pages(value.startsWith("UNSP ") ? value.substring(5) : value);
      }
    }
    for (String tag : new String[] {"EY", "EA", "PD"}) {
      for (Field field : record.fields()) {
        if (field.tag().equals(tag)) {
          draft.year(field.joined());
        }
      }
    }
    draft.database("Web of Science");
    return draft.citation(record.line(), record.raw());
  }

  private static void people(CitationDraft draft, Field field) {
    draft.author(Names.familyFirst(withoutAddress(field.first())));
    for (String line : field.more()) {
      if (!line.isEmpty()) {
        draft.author(Names.familyFirst(withoutAddress(line)));
      }
    }
  }

  /** Zoological Record writes the mail address behind the name. */
  private static String withoutAddress(String name) {
    int open = name.endsWith(")") ? name.lastIndexOf(" (") : -1;
    return open > 0 && name.indexOf('@', open) > 0 ? name.substring(0, open) : name;
  }
}
