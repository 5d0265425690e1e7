package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.Set;

/**
 * EndNote's XML, also as Zotero, Mendeley and others write it: values bare or in any number of
 * {@code style} pieces, carriage returns parting values inside one element.
 */
public final class EndNoteXmlFormat implements CitationFormat {
  private static final String BREAKS = "\r\n";

  @Override
  public String name() {
    return "endnote-xml";
  }

  @Override
  public int recognises(String head) {
    boolean records =
        XmlCitations.recognises(head, "<records>", "<records ", "<RECORDS>", "<record>") > 0;
    boolean own =
        head.contains("<ref-type")
            || head.contains("<contributors>")
            || head.contains("<titles>")
            || head.contains("<foreign-keys>");
    return records ? own ? 97 : 45 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    XmlCitations.read(file, Set.of("record"), EndNoteXmlFormat::meaning, sink);
  }

  private static void meaning(XmlTree record, CitationDraft draft) {
    draft.type(record.at("ref-type").map(EndNoteXmlFormat::type).orElse(""));
    record.at("contributors").ifPresent(people -> people(people, draft));
    titles(record, draft);
    draft.volume(record.text("volume"));
    draft.issue(record.text("number")).issue(record.text("issue"));
    draft.pages(record.text("pages"));
    draft.year(record.text("dates", "year"));
    draft.year(record.text("dates", "pub-dates", "date"));
    draft.doi(record.text("electronic-resource-num"));
    String abstractText = record.text("abstract");
    draft.abstractText(abstractText.replace("\r\n", "\n").replace('\r', '\n'));
    record.at("keywords").ifPresent(list -> keywords(list, draft));
    Names.split(record.text("isbn"), BREAKS + ";").forEach(draft::issn);
    Names.split(record.text("issn"), BREAKS + ";").forEach(draft::issn);
    draft.language(record.text("language"));
    draft.database(record.text("remote-database-name"));
    numbers(record, draft);
    record.at("urls").ifPresent(urls -> urls(urls, draft));
    rest(record, draft);
  }

  private static String type(XmlTree type) {
    return type.attribute("name").isEmpty() ? type.text() : type.attribute("name");
  }

  private static void people(XmlTree people, CitationDraft draft) {
    for (XmlTree group : people.children()) {
      for (XmlTree person : group.children()) {
        for (String name : Names.split(person.text(), BREAKS)) {
          if (group.name().equals("authors")) {
            Names.ofLine(name).forEach(one -> draft.author(Names.familyFirst(one)));
          } else {
            draft.other(group.name(), name);
          }
        }
      }
    }
  }

  private static void titles(XmlTree record, CitationDraft draft) {
    Optional<XmlTree> titles = record.at("titles");
    titles.ifPresent(
        all -> {
          draft.title(all.text("title"));
          String translated = all.text("translated-title");
          draft.title(translated);
        });
    String secondary = titles.map(all -> all.text("secondary-title")).orElse("");
    String full = record.text("periodical", "full-title");
    String abbreviation = record.text("periodical", "abbr-1");
    draft.journal(secondary).journal(full);
    draft.journal(titles.map(all -> all.text("alt-title")).orElse(""));
    draft.journal(record.text("alt-periodical", "full-title")).journal(abbreviation);
    draft.other("abbr-1", abbreviation);
    titles.ifPresent(all -> draft.other("tertiary-title", all.text("tertiary-title")));
    if (!draft.hasTitle()) {
      draft.title(titles.map(all -> all.text("short-title")).orElse(""));
    }
  }

  private static void keywords(XmlTree list, CitationDraft draft) {
    var elements = list.all("keyword");
    for (XmlTree keyword : elements) {
      draft.keywords(keyword.text(), elements.size() == 1 ? BREAKS + ";；" : BREAKS);
    }
    if (elements.isEmpty()) {
      draft.keywords(list.text(), BREAKS + ";；");
    }
  }

  private static void numbers(XmlTree record, CitationDraft draft) {
    String accession = record.text("accession-num");
    draft.accession(accession);
    String provider =
        record.text("remote-database-provider") + " " + record.text("remote-database-name");
    boolean other =
        !provider.isBlank()
            && Texts.indexOfIgnoreCase(provider, "nlm") < 0
            && Texts.indexOfIgnoreCase(provider, "pubmed") < 0
            && Texts.indexOfIgnoreCase(provider, "medline") < 0;
    boolean digits = Texts.isDigits(accession) && accession.length() >= 5;
    if (digits && accession.length() <= 8 && !other) {
      draft.pmid(accession);
    } else if (Texts.indexOfIgnoreCase(accession, "pmid") >= 0) {
      draft.pmid(accession);
    }
    for (String custom : new String[] {"custom2", "custom5", "custom1", "custom7"}) {
      String value = record.text(custom);
      if (Texts.indexOfIgnoreCase(value, "pmid") >= 0) {
        draft.pmid(value);
      }
    }
    if (!draft.hasPages()) {
      String article = record.text("custom7");
      draft.pages(article.length() < 16 && article.indexOf(' ') < 0 ? article : "");
    }
    if (!draft.hasPages()) {
      draft.pages(record.text("article-number"));
    }
    String notes = record.text("notes");
    if (Texts.startsWithIgnoreCase(notes, "pmid")) {
      draft.pmid(notes);
    }
  }

  private static void urls(XmlTree urls, CitationDraft draft) {
    for (XmlTree kind : urls.children()) {
      for (XmlTree url : kind.children().isEmpty() ? java.util.List.of(kind) : kind.children()) {
        if (kind.name().equals("pdf-urls")) {
          draft.other("pdf-urls", url.text());
          continue;
        }
        for (String link : Names.split(url.text(), BREAKS)) {
          draft.url(link).doiOfLink(link).pmidOfLink(link);
        }
      }
    }
  }

  /** What no field above took: notes, customs, labels and the like. */
  private static void rest(XmlTree record, CitationDraft draft) {
    for (XmlTree child : record.children()) {
      switch (child.name()) {
        case "auth-address",
            "notes",
            "research-notes",
            "label",
            "caption",
            "custom1",
            "custom2",
            "custom3",
            "custom4",
            "custom5",
            "custom6",
            "custom7",
            "work-type",
            "edition",
            "publisher",
            "pub-location",
            "electronic-resource-num",
            "call-num",
            "section",
            "rec-number",
            "remote-database-provider" ->
            draft.other(child.name(), child.text());
        default -> {}
      }
    }
  }
}
