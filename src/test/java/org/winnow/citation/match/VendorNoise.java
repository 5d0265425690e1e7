package org.winnow.citation.match;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;

/** Writes a record as yet another database might: some fields otherwise, some not at all. */
final class VendorNoise {
  private final Random random;

  VendorNoise(Random random) {
    this.random = random;
  }

  /**
   * @param changes how many changes, some of which may leave a record as it is
   */
  Citation disturb(Citation citation, int changes) {
    Citation disturbed = citation;
    for (int i = 0; i < changes; i++) {
      disturbed = disturb(disturbed);
    }
    return disturbed;
  }

  private Citation disturb(Citation c) {
    Draft d = new Draft(c);
    switch (random.nextInt(16)) {
      case 0 -> d.title = d.title.toUpperCase(Locale.ROOT);
      case 1 -> d.title = d.title.endsWith(".") ? "[" + d.title : d.title + ".";
      case 2 -> d.title = EnglishVendors.american(d.title);
      case 3 -> d.title = d.title.replace("-", random.nextBoolean() ? " " : "");
      case 4 -> d.title = EnglishVendors.capitals(d.title) + " [Review]";
      case 5 -> d.title = slipped(d.title);
      case 6 -> d.authors = d.authors.stream().map(EnglishVendors::plain).toList();
      case 7 -> d.authors = d.authors.stream().map(VendorNoise::initials).toList();
      case 8 -> d.authors = d.authors.stream().limit(1).toList();
      case 9 -> d.journal = d.journal.toUpperCase(Locale.ROOT) + " (England)";
      case 10 -> d.journal = "";
      case 11 -> d.pages = d.pages.replace("-", "–");
      case 12 -> d.pages = d.pages.replaceFirst("[-–].*", "");
      case 13 -> d.issue = "";
      case 14 -> d.doi = "";
      default -> {
        d.volume = "";
        d.issue = "";
      }
    }
    return d.make();
  }

  private String slipped(String title) {
    int at = random.nextInt(Math.max(1, title.length()));
    boolean inLongWord =
        title.substring(0, at).matches(".*[a-z]{3}$") && title.substring(at).matches("^[a-z]{4}.*");
    return inLongWord ? title.substring(0, at) + title.substring(at + 1) : title;
  }

  /** {@code Müller, Johann Karl} as {@code Müller, J. K.} */
  private static String initials(String author) {
    int comma = author.indexOf(',');
    if (comma < 0) {
      return author;
    }
    StringBuilder out = new StringBuilder(author.substring(0, comma + 1));
    for (String name : author.substring(comma + 1).strip().split("[ .-]+")) {
      out.append(name.isEmpty() ? "" : " " + name.charAt(0) + ".");
    }
    return out.toString();
  }

  private static final class Draft {
    private final Citation of;
    private String title;
    private List<String> authors;
    private String journal;
    private String volume;
    private String issue;
    private String pages;
    private String doi;

    Draft(Citation of) {
      this.of = of;
      this.title = of.title().en();
      this.authors = of.authors();
      this.journal = of.journal();
      this.volume = of.volume();
      this.issue = of.issue();
      this.pages = of.pages();
      this.doi = of.doi();
    }

    Citation make() {
      return new Citation(
          of.type(),
          new Bilingual(title, of.title().zh()),
          authors,
          of.year(),
          journal,
          volume,
          issue,
          pages,
          doi,
          of.pmid(),
          of.abstracts(),
          of.keywords(),
          of.url(),
          of.language(),
          of.database(),
          of.accession(),
          of.issn(),
          of.others(),
          of.line(),
          of.raw());
    }
  }
}
