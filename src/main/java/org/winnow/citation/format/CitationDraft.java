package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;

/**
 * Collects what a record says, in any order, and makes a citation of it. The rules that hold for
 * every format are here: the first value of a field stands, texts in the other script go beside it,
 * numbers and names are brought to one form.
 */
final class CitationDraft {
  private String type = "";
  private Bilingual title = Bilingual.NONE;
  private final List<String> authors = new ArrayList<>();
  private int year;
  private String journal = "";
  private String volume = "";
  private String issue = "";
  private String pages = "";
  private String firstPage = "";
  private String lastPage = "";
  private String doi = "";
  private String pmid = "";
  private Bilingual abstracts = Bilingual.NONE;
  private final Set<String> keywords = new LinkedHashSet<>();
  private String url = "";
  private String language = "";
  private String database = "";
  private String accession = "";
  private final Set<String> issn = new LinkedHashSet<>();
  private final Map<String, List<String>> others = new LinkedHashMap<>();

  CitationDraft type(String value) {
    type = type.isEmpty() ? Texts.oneLine(value) : type;
    return this;
  }

  CitationDraft title(String value) {
    title = title.or(sided(Texts.oneLine(value)));
    return this;
  }

  boolean hasTitle() {
    return !title.isEmpty();
  }

  /** An author whose name is already in the form that it shall have. */
  CitationDraft author(String name) {
    String trimmed = Texts.oneLine(name);
    if (!trimmed.isEmpty()) {
      authors.add(trimmed);
    }
    return this;
  }

  boolean hasAuthors() {
    return !authors.isEmpty();
  }

  CitationDraft year(String date) {
    year = year == 0 ? Identifiers.year(date) : year;
    return this;
  }

  boolean hasYear() {
    return year != 0;
  }

  CitationDraft journal(String value) {
    journal = journal.isEmpty() ? Texts.oneLine(value) : journal;
    return this;
  }

  boolean hasJournal() {
    return !journal.isEmpty();
  }

  CitationDraft volume(String value) {
    volume = volume.isEmpty() ? Texts.oneLine(value) : volume;
    return this;
  }

  boolean hasVolume() {
    return !volume.isEmpty();
  }

  CitationDraft issue(String value) {
    issue = issue.isEmpty() ? Texts.oneLine(value) : issue;
    return this;
  }

  boolean hasIssue() {
    return !issue.isEmpty();
  }

  CitationDraft pages(String value) {
    pages = pages.isEmpty() ? Pages.clean(value) : pages;
    return this;
  }

  CitationDraft firstPage(String value) {
    firstPage = firstPage.isEmpty() ? Pages.clean(value) : firstPage;
    return this;
  }

  CitationDraft lastPage(String value) {
    lastPage = lastPage.isEmpty() ? Pages.clean(value) : lastPage;
    return this;
  }

  boolean hasPages() {
    return !pages.isEmpty() || !firstPage.isEmpty();
  }

  CitationDraft doi(String value) {
    doi = doi.isEmpty() ? Identifiers.doi(value) : doi;
    return this;
  }

  CitationDraft doiOfLink(String link) {
    doi = doi.isEmpty() ? Identifiers.doiOfLink(link) : doi;
    return this;
  }

  boolean hasDoi() {
    return !doi.isEmpty();
  }

  CitationDraft pmid(String value) {
    pmid = pmid.isEmpty() ? Identifiers.pmid(value) : pmid;
    return this;
  }

  CitationDraft pmidOfLink(String link) {
    pmid = pmid.isEmpty() ? Identifiers.pmidOfLink(link) : pmid;
    return this;
  }

  boolean hasPmid() {
    return !pmid.isEmpty();
  }

  CitationDraft abstractText(String value) {
    abstracts = abstracts.or(sided(Marks.removed(Texts.trim(value))));
    return this;
  }

  boolean hasAbstract() {
    return !abstracts.isEmpty();
  }

  CitationDraft keyword(String value) {
    String keyword = Texts.oneLine(value);
    // MEDLINE and Ovid mark a major topic with a star before it.
    if (keyword.length() > 1 && keyword.charAt(0) == '*') {
      keyword = Texts.trim(keyword.substring(1));
    }
    if (!keyword.isEmpty()) {
      keywords.add(keyword);
    }
    return this;
  }

  CitationDraft keywords(String list, String marks) {
    Names.split(list, marks).forEach(this::keyword);
    return this;
  }

  boolean hasKeywords() {
    return !keywords.isEmpty();
  }

  CitationDraft url(String value) {
    url = url.isEmpty() ? firstWord(value) : url;
    return this;
  }

  CitationDraft language(String value) {
    language = language.isEmpty() ? Texts.oneLine(value) : language;
    return this;
  }

  CitationDraft database(String value) {
    database = database.isEmpty() ? Texts.oneLine(value) : database;
    return this;
  }

  String database() {
    return database;
  }

  CitationDraft accession(String value) {
    accession = accession.isEmpty() ? Texts.oneLine(value) : accession;
    return this;
  }

  boolean hasAccession() {
    return !accession.isEmpty();
  }

  CitationDraft issn(String value) {
    int bracket = value.indexOf('(');
    String number = Texts.oneLine(bracket < 0 ? value : value.substring(0, bracket));
    if (!number.isEmpty()) {
      issn.add(number);
    }
    return this;
  }

  CitationDraft other(String tag, String value) {
    String text = Texts.trim(value);
    if (!text.isEmpty()) {
      others.computeIfAbsent(tag, t -> new ArrayList<>()).add(text);
    }
    return this;
  }

  Citation citation(int line, String raw) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    others.forEach(
        (tag, values) -> {
          if (values.size() > 1 || !isTaken(values.getFirst())) {
            kept.put(tag, List.copyOf(values));
          }
        });
    return new Citation(
        type,
        title,
        authors,
        year,
        journal,
        volume,
        issue,
        pages.isEmpty() ? Pages.range(firstPage, lastPage) : pages,
        doi,
        pmid,
        abstracts,
        List.copyOf(keywords),
        url,
        language,
        database,
        accession,
        String.join(" ", issn),
        kept,
        line,
        raw);
  }

  /** Whether a value already stands in a field of its own. */
  private boolean isTaken(String value) {
    return value.equals(journal)
        || value.equals(url)
        || value.equals(accession)
        || value.equals(volume)
        || value.equals(issue)
        || value.equals(doi)
        || value.equals(pages)
        || value.equals(database)
        || value.equals(title.en())
        || value.length() <= 8 && value.replace("/", "").equals(String.valueOf(year));
  }

  private static Bilingual sided(String text) {
    return text.isEmpty()
        ? Bilingual.NONE
        : Texts.hasHan(text) ? Bilingual.of(text) : new Bilingual(text, "");
  }

  private static String firstWord(String value) {
    String text = Texts.trim(value);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return text.substring(0, i);
      }
    }
    return text;
  }
}
