package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * Refer, BibIX and EndNote's {@code .enw}: a percent sign, a character, a blank, the value. Also
 * CNKI's and Wanfang's "EndNote" files.
 */
public final class EnwFormat implements CitationFormat {
  private static final String TAGS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@+?!#$&*()[]{}|~<>=^;:,'.-";

  static final TagLayout LAYOUT = new Layout();

  private static final Map<String, BiConsumer<CitationDraft, Field>> TABLE =
      Map.ofEntries(
          Map.entry("0", (draft, field) -> draft.type(field.joined())),
          Map.entry("T", (draft, field) -> draft.title(field.joined())),
          Map.entry("A", EnwFormat::authors),
          Map.entry("J", (draft, field) -> journal(draft, field.joined())),
          Map.entry("D", (draft, field) -> draft.year(field.joined())),
          Map.entry("V", (draft, field) -> draft.volume(field.joined())),
          Map.entry("N", (draft, field) -> draft.issue(field.joined())),
          Map.entry("P", (draft, field) -> draft.pages(field.joined())),
          Map.entry("@", (draft, field) -> issn(draft, field)),
          Map.entry("R", (draft, field) -> draft.doi(field.joined()).other("%R", field.joined())),
          Map.entry("X", (draft, field) -> draft.abstractText(field.paragraphs())),
          Map.entry("G", (draft, field) -> draft.language(field.joined())),
          Map.entry("M", (draft, field) -> draft.accession(field.joined())),
          Map.entry("~", (draft, field) -> draft.database(field.joined())),
          Map.entry("U", (draft, field) -> url(draft, field)));

  @Override
  public String name() {
    return "enw";
  }

  @Override
  public int recognises(String head) {
    int tags = 0;
    int titles = 0;
    int lines = 0;
    for (String line : Heads.lines(head, 200)) {
      lines++;
      TaggedLine tagged = LAYOUT.split(line);
      tags += tagged.hasTag() ? 1 : 0;
      titles += tagged.tag().equals("T") || tagged.tag().equals("0") ? 1 : 0;
    }
    boolean starts = LAYOUT.split(Heads.lines(head, 1).stream().findFirst().orElse("")).hasTag();
    return titles > 0 && (starts || tags * 2 > lines) && tags > 1 ? 92 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, EnwFormat::meaning, sink);
  }

  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      int at = 0;
      while (at < line.length() && at < 4 && line.charAt(at) <= ' ') {
        at++;
      }
      if (at + 1 >= line.length()
          || line.charAt(at) != '%'
          || TAGS.indexOf(line.charAt(at + 1)) < 0) {
        return TaggedLine.NONE;
      }
      boolean parted =
          at + 2 == line.length()
              || line.charAt(at + 2) <= ' '
              || line.charAt(at + 2) == '\u3000'
              || Texts.isWide(line.charAt(at + 2));
      return parted
          ? new TaggedLine(line.substring(at + 1, at + 2), Texts.trim(line.substring(at + 2)))
          : TaggedLine.NONE;
    }

    @Override
    public boolean startsParagraph(String line) {
      return line.startsWith("  ");
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      boolean typed = line.tag().equals("0");
      if (open.afterBlank()) {
        boolean again = (line.tag().equals("T") || line.tag().equals("A")) && open.has("T");
        return typed || again ? Boundary.STARTS : Boundary.OPENS;
      }
      // The type may follow the title (AIS) and may be written twice.
      boolean next = typed && open.has("0") && (open.has("T") || open.has("A"));
      return next ? Boundary.STARTS : Boundary.OPENS;
    }
  }

  private static Citation meaning(TaggedRecord record) {
    CitationDraft draft = new CitationDraft();
    for (Field field : record.fields()) {
      BiConsumer<CitationDraft, Field> use = TABLE.get(field.tag());
      if (field.tag().equals("K")) {
        keywords(draft, field, record);
      } else if (use == null) {
        draft.other("%" + field.tag(), field.joined());
      } else {
        use.accept(draft, field);
      }
    }
    for (String tag : new String[] {"B", "S"}) {
      if (!draft.hasTitle() && tag.equals("B")) {
        draft.title(first(record, tag));
      } else if (!draft.hasJournal()) {
        draft.journal(first(record, tag));
      }
    }
    String provider = first(record, "W");
    draft.database(provider).year(first(record, "8")).year(first(record, "7"));
    String number = first(record, "M");
    boolean medline =
        Texts.indexOfIgnoreCase(provider + first(record, "~"), "nlm") >= 0
            || Texts.indexOfIgnoreCase(provider + first(record, "~"), "pubmed") >= 0
            || Texts.indexOfIgnoreCase(provider + first(record, "~"), "medline") >= 0;
    if (medline || Texts.indexOfIgnoreCase(number, "pmid") >= 0) {
      draft.pmid(number);
    }
    if (Texts.startsWithIgnoreCase(first(record, "Z"), "pmid")) {
      draft.pmid(first(record, "Z"));
    }
    if (!draft.hasAuthors() && first(record, "0").equals("Edited Book")) {
      record.fields().stream().filter(f -> f.tag().equals("E")).forEach(f -> authors(draft, f));
    }
    return draft.citation(record.line(), record.raw());
  }

  private static String first(TaggedRecord record, String tag) {
    for (Field field : record.fields()) {
      if (field.tag().equals(tag)) {
        return field.joined();
      }
    }
    return "";
  }

  private static void authors(CitationDraft draft, Field field) {
    for (String line : lines(field)) {
      // Older CNKI files: several authors behind one another, each with its tag.
      for (String part : line.split("%A")) {
        if (!part.isBlank()) {
          Names.ofLine(part).forEach(name -> draft.author(Names.familyFirst(name)));
        }
      }
    }
  }

  private static void journal(CitationDraft draft, String value) {
    if (draft.hasJournal()) {
      draft.other("%J", value);
    }
    draft.journal(value);
  }

  private static void issn(CitationDraft draft, Field field) {
    lines(field).forEach(line -> Names.split(line, ";,").forEach(draft::issn));
  }

  private static void url(CitationDraft draft, Field field) {
    lines(field).forEach(line -> draft.url(line).doiOfLink(line).pmidOfLink(line));
  }

  private static void keywords(CitationDraft draft, Field field, TaggedRecord record) {
    if (!field.more().isEmpty() || !record.only("K")) {
      lines(field).forEach(line -> draft.keywords(line, ";；"));
    } else {
      ChineseLists.keywords(field.first(), draft);
    }
  }

  private static List<String> lines(Field field) {
    if (field.more().isEmpty()) {
      return List.of(field.first());
    }
    List<String> lines = new java.util.ArrayList<>();
    lines.add(field.first());
    lines.addAll(field.more());
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
