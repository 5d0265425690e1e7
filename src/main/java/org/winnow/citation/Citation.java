package org.winnow.citation;

import java.util.List;
import java.util.Map;

/**
 * One bibliographic record as a source described it. Texts are as given there (markup of titles and
 * abstracts kept, surrounding blanks gone); what the source does not give is empty, never null.
 *
 * @param type kind of document in the words of the source's format, e.g. {@code JOUR}
 * @param title title, in each language the source gives
 * @param authors in order, {@code Family, Given} for names in Latin script, whole for Chinese names
 * @param year year of publication, 0 when the source gives none that can be read
 * @param journal journal or container title as given
 * @param pages pages as given, e.g. {@code 349-69} or an article number
 * @param doi lower case, without resolver or {@code doi:} prefix
 * @param pmid PubMed's number, digits only
 * @param abstracts abstract, in each language; structured ones have one {@code LABEL: text} a line
 * @param keywords in order, without duplicates
 * @param language as given, e.g. {@code eng}
 * @param database the database that the record names as its own, e.g. {@code Embase}
 * @param accession the database's own number for the record
 * @param issn as given; several joined with a blank
 * @param others tags that no field above took, by tag
 * @param line line of the file at which the record starts, from 1; 0 when it came from no file
 * @param raw the record's own lines, unchanged but for the line ends
 */
public record Citation(
    String type,
    Bilingual title,
    List<String> authors,
    int year,
    String journal,
    String volume,
    String issue,
    String pages,
    String doi,
    String pmid,
    Bilingual abstracts,
    List<String> keywords,
    String url,
    String language,
    String database,
    String accession,
    String issn,
    Map<String, List<String>> others,
    int line,
    String raw) {

  public Citation {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
    others = Map.copyOf(others);
  }

  /** The same citation, said to come from another place and text. */
  public Citation from(int otherLine, String otherRaw) {
    return new Citation(
        type, title, authors, year, journal, volume, issue, pages, doi, pmid, abstracts, keywords,
        url, language, database, accession, issn, others, otherLine, otherRaw);
  }
}
