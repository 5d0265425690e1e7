package org.winnow.cli.bench;

import java.util.Locale;

/** The habits of a database when it writes RIS. */
enum Vendor {
  /** Initials, shortened last page, a full stop after the title. */
  BRIEF {
    @Override
    String write(InventedArticle article) {
      StringBuilder out = begin(article.title() + ".");
      article
          .authors()
          .forEach(author -> line(out, "AU", author.family() + ", " + author.initials()));
      place(out, article, article.journal());
      line(out, "SP", article.firstPage() + "-" + shortened(article));
      line(out, "DO", article.doi());
      line(out, "AN", Integer.toString(article.pmid()));
      line(out, "DB", "PubMed");
      return end(out, article);
    }
  },
  /** Given names in full, pages in two tags, the title as it is. */
  FULL {
    @Override
    String write(InventedArticle article) {
      StringBuilder out = begin(article.title());
      article.authors().forEach(author -> line(out, "A1", author.family() + ", " + author.given()));
      place(out, article, article.journal());
      line(out, "SP", Integer.toString(article.firstPage()));
      line(out, "EP", Integer.toString(article.lastPage()));
      line(out, "DO", "https://doi.org/" + article.doi().toUpperCase(Locale.ROOT));
      line(out, "DB", "Embase");
      return end(out, article);
    }
  },
  /** A title in capitals of each word, the journal abbreviated, no DOI. */
  ABBREVIATED {
    @Override
    String write(InventedArticle article) {
      StringBuilder out = begin(capitalised(article.title()));
      article
          .authors()
          .forEach(author -> line(out, "AU", author.family() + ", " + author.initials()));
      place(out, article, article.abbreviatedJournal());
      line(out, "SP", Integer.toString(article.firstPage()));
      line(out, "EP", Integer.toString(article.lastPage()));
      line(out, "DB", "Web of Science");
      return end(out, article);
    }
  };

  abstract String write(InventedArticle article);

  private static StringBuilder begin(String title) {
    StringBuilder out = new StringBuilder(2560);
    line(out, "TY", "JOUR");
    line(out, "TI", title);
    return out;
  }

  private static void place(StringBuilder out, InventedArticle article, String journal) {
    line(out, "T2", journal);
    line(out, "PY", Integer.toString(article.year()));
    line(out, "VL", Integer.toString(article.volume()));
    line(out, "IS", Integer.toString(article.issue()));
  }

  private static String end(StringBuilder out, InventedArticle article) {
    line(out, "AB", article.summary());
    article.keywords().forEach(keyword -> line(out, "KW", keyword));
    line(out, "LA", "English");
    out.append("ER  - \n\n");
    return out.toString();
  }

  private static void line(StringBuilder out, String tag, String value) {
    out.append(tag).append("  - ").append(value).append('\n');
  }

  /** 349-69 for 349-369. */
  private static String shortened(InventedArticle article) {
    String first = Integer.toString(article.firstPage());
    String last = Integer.toString(article.lastPage());
    int same = 0;
    while (first.length() == last.length()
        && same < last.length() - 1
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return last.substring(same);
  }

  private static String capitalised(String title) {
    StringBuilder out = new StringBuilder(title.length());
    char before = ' ';
    for (char c : title.toCharArray()) {
      out.append(before == ' ' ? Character.toUpperCase(c) : c);
      before = c;
    }
    return out.toString();
  }
}
