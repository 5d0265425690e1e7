package org.winnow.citation.format;

import java.util.List;
import java.util.Locale;

/** Kinds of documents in the words of each format that is written. */
enum Kinds {
  ARTICLE("JOUR", "Journal Article", "article", "Journal Article", "article-journal"),
  BOOK("BOOK", "Book", "book", "Book", "book"),
  CHAPTER("CHAP", "Book Chapter", "incollection", "Book Section", "chapter"),
  CONFERENCE("CONF", "Congress", "inproceedings", "Conference Proceedings", "paper-conference"),
  THESIS("THES", "Academic Dissertation", "phdthesis", "Thesis", "thesis"),
  REPORT("RPRT", "Technical Report", "techreport", "Report", "report"),
  WEB("ELEC", "Webcast", "online", "Web Page", "webpage"),
  PATENT("PAT", "Patent", "patent", "Patent", "patent"),
  DATASET("DATA", "Dataset", "dataset", "Dataset", "dataset"),
  OTHER("GEN", "Journal Article", "misc", "Generic", "document");

  private final String ris;
  private final String nbib;
  private final String bibtex;
  private final String enw;
  private final String csl;

  Kinds(String ris, String nbib, String bibtex, String enw, String csl) {
    this.ris = ris;
    this.nbib = nbib;
    this.bibtex = bibtex;
    this.enw = enw;
    this.csl = csl;
  }

  String ris() {
    return ris;
  }

  String nbib() {
    return nbib;
  }

  String bibtex() {
    return bibtex;
  }

  String enw() {
    return enw;
  }

  String csl() {
    return csl;
  }

  /** The kind that a word of any format means. */
  static Kinds of(String type) {
    String word = type.toLowerCase(Locale.ROOT);
    for (Kinds kind : values()) {
      if (List.of(kind.ris, kind.nbib, kind.bibtex, kind.enw, kind.csl).contains(type)) {
        return kind;
      }
    }
    if (word.contains("chapter")
        || word.contains("section")
        || word.equals("inbook")
        || word.equals("echap")) {
      return CHAPTER;
    }
    if (word.contains("thesis")
        || word.contains("dissertation")
        || word.contains("学位")
        || word.contains("博士")
        || word.contains("硕士")) {
      return THESIS;
    }
    if (word.contains("conference")
        || word.contains("proceeding")
        || word.equals("cpaper")
        || word.contains("会议")) {
      return CONFERENCE;
    }
    if (word.contains("journal")
        || word.contains("article")
        || word.equals("j")
        || word.contains("review")
        || word.contains("期刊")
        || word.equals("ejour")
        || word.equals("editorial")
        || word.equals("letter")) {
      return ARTICLE;
    }
    if (word.contains("book") || word.equals("b")) {
      return BOOK;
    }
    if (word.contains("report")) {
      return REPORT;
    }
    if (word.contains("web") || word.equals("blog")) {
      return WEB;
    }
    if (word.contains("patent") || word.contains("专利")) {
      return PATENT;
    }
    return word.contains("dataset") ? DATASET : OTHER;
  }
}
