package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.winnow.citation.Bilingual;

/** PubMed's XML (NLM's PubMed DTD), articles and book chapters. */
public final class PubMedXmlFormat implements CitationFormat {
  private static final Set<String> RECORDS =
      Set.of("PubmedArticle", "PubmedBookArticle", "MedlineCitation");

  @Override
  public String name() {
    return "pubmed-xml";
  }

  @Override
  public int recognises(String head) {
    return XmlCitations.recognises(
        head, "<PubmedArticle", "<PubmedBookArticle", "<MedlineCitation");
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    XmlCitations.read(file, RECORDS, PubMedXmlFormat::meaning, sink);
  }

  private static void meaning(XmlTree record, CitationDraft draft) {
    draft.database("PubMed");
    if (record.name().equals("PubmedBookArticle")) {
      record.at("BookDocument").ifPresent(book -> book(book, record, draft));
      return;
    }
    XmlTree citation = record.at("MedlineCitation").orElse(record);
    draft.pmid(citation.text("PMID")).accession(citation.text("PMID"));
    citation.at("Article").ifPresent(article -> article(article, draft));
    draft.journal(citation.text("MedlineJournalInfo", "MedlineTA"));
    keywords(citation, draft);
    for (XmlTree other : citation.all("OtherAbstract")) {
      draft.abstractText(structured(other));
    }
    Optional<XmlTree> data = record.at("PubmedData");
    data.ifPresent(pubmed -> identifiers(pubmed, draft));
    citation
        .at("CommentsCorrectionsList")
        .ifPresent(
            list ->
                list.children()
                    .forEach(
                        note ->
                            draft.other(
                                note.attribute("RefType"),
                                (note.text("RefSource") + " " + note.text("PMID")).strip())));
    data.flatMap(pubmed -> pubmed.at("History"))
        .ifPresent(history -> history.children().forEach(date -> draft.year(date.text("Year"))));
  }

  private static void article(XmlTree article, CitationDraft draft) {
    String title = Texts.oneLine(article.text("ArticleTitle"));
    String original = Texts.oneLine(article.text("VernacularTitle"));
    draft.title(title);
    if (Bilingual.isChinese(original)) {
      draft.title(original);
    } else {
      draft.other("VernacularTitle", original);
      if (!draft.hasTitle()) {
        draft.title(original);
      }
    }
    article.at("Journal").ifPresent(journal -> journal(journal, draft));
    article.at("AuthorList").ifPresent(list -> authors(list, draft));
    article.at("Abstract").ifPresent(text -> draft.abstractText(structured(text)));
    article.at("Pagination").ifPresent(pages -> pages(pages, draft));
    for (XmlTree location : article.all("ELocationID")) {
      if (location.attribute("EIdType").equals("doi")
          && !location.attribute("ValidYN").equals("N")) {
        draft.doi(location.text());
      }
    }
    article.all("Language").forEach(language -> draft.language(language.text()));
    types(article, draft);
    draft.year(article.text("ArticleDate", "Year"));
    article
        .at("DataBankList")
        .ifPresent(
            banks ->
                banks
                    .children()
                    .forEach(
                        bank ->
                            bank.at("AccessionNumberList")
                                .ifPresent(
                                    numbers ->
                                        numbers
                                            .children()
                                            .forEach(n -> draft.other("SI", n.text())))));
    if (!draft.hasPages()) {
      for (XmlTree location : article.all("ELocationID")) {
        if (location.attribute("EIdType").equals("pii") && isArticleNumber(location.text())) {
          draft.pages(location.text());
        }
      }
    }
  }

  /** {@code e0123456}, {@code 1234}: not the S0048-9697(17)30912-9 of other publishers. */
  private static boolean isArticleNumber(String pii) {
    String digits = pii.startsWith("e") || pii.startsWith("E") ? pii.substring(1) : pii;
    return pii.length() <= 9 && Texts.isDigits(digits);
  }

  private static void journal(XmlTree journal, CitationDraft draft) {
    draft.journal(journal.text("Title"));
    if (draft.hasJournal()) {
      draft.other("TA", journal.text("ISOAbbreviation"));
    }
    draft.journal(journal.text("ISOAbbreviation"));
    draft.issn(journal.text("ISSN"));
    draft.volume(journal.text("JournalIssue", "Volume"));
    draft.issue(journal.text("JournalIssue", "Issue"));
    draft.year(journal.text("JournalIssue", "PubDate", "Year"));
    draft.year(journal.text("JournalIssue", "PubDate", "MedlineDate"));
  }

  private static void authors(XmlTree list, CitationDraft draft) {
    if (list.attribute("Type").equals("editors")) {
      list.all("Author").forEach(editor -> draft.other("editor", name(editor)));
      return;
    }
    list.all("Author").forEach(author -> draft.author(name(author)));
  }

  private static String name(XmlTree author) {
    String group = author.text("CollectiveName");
    if (!group.isEmpty()) {
      return group;
    }
    String family = author.text("LastName");
    String given = author.text("ForeName");
    given = given.isEmpty() ? author.text("Initials") : given;
    String suffix = author.text("Suffix");
    if (Texts.hasHan(family)) {
      return family + given;
    }
    String name = given.isEmpty() ? family : family + ", " + given;
    return suffix.isEmpty() ? name : name + ", " + suffix;
  }

  /** Parts with a label stand on a line of their own. */
  private static String structured(XmlTree text) {
    List<String> parts = new ArrayList<>();
    for (XmlTree part : text.all("AbstractText")) {
      String label = part.attribute("Label");
      String value = Texts.oneLine(part.text());
      if (!value.isEmpty()) {
        parts.add(label.isEmpty() || label.equals("UNLABELLED") ? value : label + ": " + value);
      }
    }
    return String.join("\n", parts);
  }

  private static void pages(XmlTree pagination, CitationDraft draft) {
    draft.pages(pagination.text("MedlinePgn"));
    draft.firstPage(pagination.text("StartPage")).lastPage(pagination.text("EndPage"));
  }

  private static void types(XmlTree article, CitationDraft draft) {
    Optional<XmlTree> list = article.at("PublicationTypeList");
    List<XmlTree> types =
        list.map(XmlTree::children).orElseGet(() -> article.all("PublicationType"));
    types.stream()
        .map(XmlTree::text)
        .filter(type -> type.equals("Journal Article"))
        .forEach(draft::type);
    for (XmlTree type : types) {
      draft.type(type.text());
      draft.other("PT", type.text());
    }
  }

  private static void keywords(XmlTree citation, CitationDraft draft) {
    citation
        .at("MeshHeadingList")
        .ifPresent(list -> list.all("MeshHeading").forEach(heading -> heading(heading, draft)));
    for (XmlTree list : citation.all("KeywordList")) {
      list.all("Keyword").forEach(keyword -> draft.keyword(keyword.text()));
    }
  }

  /** A heading with its qualifiers, as PubMed's text format writes it. */
  private static void heading(XmlTree heading, CitationDraft draft) {
    String descriptor = heading.text("DescriptorName");
    List<XmlTree> qualifiers = heading.all("QualifierName");
    if (qualifiers.isEmpty()) {
      draft.keyword(descriptor);
    }
    StringBuilder all = new StringBuilder(descriptor);
    qualifiers.forEach(qualifier -> all.append('/').append(qualifier.text()));
    if (!qualifiers.isEmpty()) {
      draft.keyword(all.toString());
    }
  }

  /** Only the article's own list: the lists of cited papers lie deeper. */
  private static void identifiers(XmlTree pubmed, CitationDraft draft) {
    pubmed
        .at("ArticleIdList")
        .ifPresent(
            list -> {
              for (XmlTree id : list.all("ArticleId")) {
                switch (id.attribute("IdType")) {
                  case "doi" -> draft.doi(id.text());
                  case "pubmed" -> draft.pmid(id.text());
                  case "pmc" -> draft.other("PMC", id.text());
                  default -> {}
                }
              }
            });
  }

  private static void book(XmlTree document, XmlTree record, CitationDraft draft) {
    draft.pmid(document.text("PMID")).accession(document.text("PMID"));
    String chapter = document.text("ArticleTitle");
    String book = document.text("Book", "BookTitle");
    draft.title(chapter.isEmpty() ? book : chapter);
    draft.journal(chapter.isEmpty() ? "" : book);
    document.all("AuthorList").forEach(list -> authors(list, draft));
    document
        .at("Book")
        .ifPresent(b -> b.all("AuthorList").forEach(list -> bookAuthors(list, chapter, draft)));
    draft.year(document.text("Book", "PubDate", "Year"));
    draft.year(document.text("ContributionDate", "Year"));
    document.at("Abstract").ifPresent(text -> draft.abstractText(structured(text)));
    document.at("Pagination").ifPresent(pages -> pages(pages, draft));
    document.all("Language").forEach(language -> draft.language(language.text()));
    types(document, draft);
    draft.type(chapter.isEmpty() ? "Book" : "Book Chapter");
    document.at("Book").ifPresent(b -> b.all("Isbn").forEach(isbn -> draft.issn(isbn.text())));
    for (XmlTree list : document.all("KeywordList")) {
      list.all("Keyword").forEach(keyword -> draft.keyword(keyword.text()));
    }
    identifiers(document, draft);
    record.at("PubmedBookData").ifPresent(data -> identifiers(data, draft));
  }

  private static void bookAuthors(XmlTree list, String chapter, CitationDraft draft) {
    if (chapter.isEmpty() && !draft.hasAuthors()) {
      authors(list, draft);
    } else if (!chapter.isEmpty()
        && !list.attribute("Type").equals("editors")
        && !draft.hasAuthors()) {
      authors(list, draft);
    }
  }
}
