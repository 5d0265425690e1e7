package org.winnow.citation.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;

/** Makes citations for tests, field by field; what is not said stays empty. */
final class Citations {
  private String type = "";
  private Bilingual title = Bilingual.NONE;
  private List<String> authors = List.of();
  private int year;
  private String journal = "";
  private String volume = "";
  private String issue = "";
  private String pages = "";
  private String doi = "";
  private String pmid = "";
  private String abstractText = "";
  private String accession = "";
  private String issn = "";

  Citations type(String value) {
    type = value;
    return this;
  }

  Citations title(String value) {
    title = Bilingual.of(value);
    return this;
  }

  Citations titles(String en, String zh) {
    title = new Bilingual(en, zh);
    return this;
  }

  Citations authors(String... names) {
    authors = Arrays.stream(names).filter(name -> !name.isBlank()).toList();
    return this;
  }

  Citations year(int value) {
    year = value;
    return this;
  }

  Citations year(String value) {
    year = value.isEmpty() ? 0 : Integer.parseInt(value);
    return this;
  }

  Citations journal(String value) {
    journal = value;
    return this;
  }

  Citations place(String volumeText, String issueText, String pagesText) {
    volume = volumeText;
    issue = issueText;
    pages = pagesText;
    return this;
  }

  Citations doi(String value) {
    doi = value.toLowerCase(Locale.ROOT);
    return this;
  }

  Citations pmid(String value) {
    pmid = value;
    return this;
  }

  Citations accession(String value) {
    accession = value;
    return this;
  }

  Citations issn(String value) {
    issn = value;
    return this;
  }

  Citations abstractText(String value) {
    abstractText = value;
    return this;
  }

  Citation make() {
    return new Citation(
        type,
        title,
        authors,
        year,
        journal,
        volume,
        issue,
        pages,
        doi,
        pmid,
        Bilingual.of(abstractText),
        List.of(),
        "",
        "",
        "",
        accession,
        issn,
        Map.of(),
        0,
        "");
  }

  Normalised normalised(int id) {
    return Normalised.of(id, make());
  }
}
