package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Why two records were joined or not.
 *
 * @param verdict what the rules say of the pair alone; a cluster's other members may still hinder
 * @param fields field by field, in the order of a citation
 */
public record Explanation(Verdict verdict, List<FieldComparison> fields) {
  public Explanation {
    fields = List.copyOf(fields);
  }

  /**
   * One field in the form in which it was compared.
   *
   * @param field title, authors, year, journal, volume, issue, page, doi or pmid
   */
  public record FieldComparison(String field, String a, String b, Agreement agreement) {}

  /** Shows the two in the order in which they are asked about, however they were compared. */
  static Explanation of(Normalised a, Normalised b, Comparison c, Verdict verdict) {
    List<FieldComparison> fields = new ArrayList<>();
    fields.add(new FieldComparison("title", title(a), title(b), title(c.title().degree())));
    fields.add(new FieldComparison("authors", a.authors, b.authors, c.authors()));
    fields.add(new FieldComparison("year", number(a.year), number(b.year), c.year()));
    fields.add(new FieldComparison("journal", a.journal, b.journal, c.journal()));
    fields.add(new FieldComparison("volume", a.volume, b.volume, c.volume()));
    fields.add(new FieldComparison("issue", a.issue, b.issue, c.issue()));
    fields.add(new FieldComparison("page", a.pages.first(), b.pages.first(), c.page()));
    fields.add(new FieldComparison("doi", a.doi, b.doi, c.doi()));
    fields.add(new FieldComparison("pmid", number(a.pmid), number(b.pmid), c.pmid()));
    return new Explanation(verdict, fields);
  }

  private static String title(Normalised record) {
    return record.latin.isEmpty() ? record.han : record.latin;
  }

  private static String number(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }

  private static Agreement title(TitleLikeness.Degree degree) {
    return switch (degree) {
      case EQUAL, SPELLING -> Agreement.SAME;
      case CONTAINED, CLOSE, PARTLY -> Agreement.NEAR;
      case DIFFERENT -> Agreement.DIFFERENT;
      case OTHER_LANGUAGE, MISSING -> Agreement.UNKNOWN;
    };
  }
}
