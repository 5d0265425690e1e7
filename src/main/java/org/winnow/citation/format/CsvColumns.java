package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which column of a table means what, by the names in its header. */
final class CsvColumns {
  enum Meaning {
    TITLE(
        "title articletitle documenttitle primarytitle studytitle displayname ti t1 publicationtitletext"
            + " 题名 标题 篇名 title题名 中文题名 论文标题 papertitle itemtitle scientifictitle publictitle"),
    OTHER_TITLE("originaltitle translatedtitle englishtitle 英文题名 英文标题 foreigntitle"),
    AUTHORS(
        "authorfullnames authornames authors author authorss authorsname authorname"
            + " authorshipsauthordisplayname firstauthors primaryauthors af au a1 作者 author作者 creator"
            + " creators rawauthornames authorlist"),
    ABSTRACT(
        "abstract abstractnote abstracttext ab n2 摘要 summary摘要 summary briefsummary description"
            + " notesabstract"),
    OTHER_ABSTRACT("translatedabstract originalabstract 英文摘要"),
    YEAR(
        "year publicationyear publishedyear pubyear py yearpublished yr 年 year年 年份 出版年"
            + " dateofpublication publicationdate datepublished pubdate coverdate date published pd"
            + " 发表时间 pubtime出版时间 出版时间 startdate firstposted earlyaccessdate createdate"),
    JOURNAL(
        "sourcetitle journaltitle journal publicationtitle journalbook primarylocationsourcedisplayname"
            + " hostvenuedisplayname containertitle publicationname secondarytitle t2 jf jo so 刊名"
            + " source刊名 文献来源 source文献来源 来源 periodical venue publication abbreviatedsourcetitle"
            + " journalabbreviation"),
    SOURCE("source"),
    VOLUME("volume vol vl bibliovolume 卷 roll卷 卷号"),
    ISSUE("issue issuenumber is biblioissue number issueno 期 period期 期号"),
    PAGES("pages pagination page pagerange pagenumbers pg 页码 page页码 pagecount页数"),
    FIRST_PAGE("startpage firstpage pagestart sp bp bibliofirstpage"),
    LAST_PAGE("endpage lastpage pageend ep bibliolastpage"),
    PAGE_COUNT("pagecount"),
    ARTICLE("artno articlenumber ar c7"),
    CITATION("citation"),
    DOI("doi itemdoi di do doinumber doilink digitalobjectidentifier"),
    PMID("pmid pubmedid medlinepmid idspmid pm pubmedpmid medlineid"),
    ACCESSION(
        "eid publicationid accessionnumber accessionnum embaseaccessionid centralid lensid nctnumber trialid ut"
            + " utuniquewosid uniqueid accession an key recordid openalexid id"),
    KEYWORDS("keywords authorkeywords keyword kw de 关键词 keyword关键词 manualtags tags"),
    INDEX_TERMS(
        "indexkeywords automatictags subjects subject meshterms emtreemedicalindextermsmajorfocus"
            + " emtreemedicalindexterms emtreedrugindextermsmajorfocus emtreedrugindexterms"
            + " medicalindexterms drugindexterms keywordsplus conditions mesh"),
    URL(
        "url link studyurl plink sourceurls externalurl fulltexturl ur link链接 链接 articleurl embaselink fulltextlink pdflink 网址 weburl"),
    LANGUAGE("language languageoforiginaldocument articlelanguage la 语种 语言"),
    TYPE(
        "documenttype doctype dt contenttype itemtype publicationtype typeofreference referencetype studytype ty pt"
            + " type worktype 文献类型"),
    ISSN("issn issns primarylocationsourceissnl sn eissn printissn isbn isbns"),
    DATABASE("databasename database db librarycatalog srcdatabase来源库");

    private final List<String> names;

    Meaning(String names) {
      this.names = List.of(names.split("\\s+"));
    }
  }

  private final List<String> header;
  private final Map<Meaning, List<Integer>> places = new EnumMap<>(Meaning.class);
  private final boolean[] taken;

  CsvColumns(List<String> header) {
    this.header = header;
    this.taken = new boolean[header.size()];
    List<String> plain = header.stream().map(CsvColumns::plain).toList();
    for (Meaning meaning : Meaning.values()) {
      List<Integer> found = new ArrayList<>();
      for (String name : meaning.names) {
        for (int i = 0; i < plain.size(); i++) {
          if (plain.get(i).equals(name) && !found.contains(i)) {
            found.add(i);
          }
        }
      }
      places.put(meaning, found);
    }
    if (plain.contains("pagecount") && plain.contains("srcdatabase来源库")) {
      places.put(Meaning.PAGE_COUNT, List.of());
    }
    if (plain.contains("ut") && plain.contains("de") && plain.contains("id")) {
      // Web of Science's table: ID is its own keywords.
      places.put(Meaning.INDEX_TERMS, List.of(plain.indexOf("id")));
    }
    if (plain.contains("covidence")) {
      // Covidence's tags are the team's labels, not the article's keywords.
      places.computeIfPresent(
          Meaning.KEYWORDS,
          (_, found) -> found.stream().filter(i -> !plain.get(i).equals("tags")).toList());
    }
    places.values().forEach(found -> found.forEach(i -> taken[i] = true));
  }

  /** A column's name without case, blanks and signs. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  boolean has(Meaning meaning) {
    return !places.getOrDefault(meaning, List.of()).isEmpty();
  }

  /** Number of fields of a citation that the header names. */
  int known() {
    int known = 0;
    for (Meaning meaning : Meaning.values()) {
      known += has(meaning) ? 1 : 0;
    }
    return known;
  }

  /** Whether this may be the header of a table of records. */
  boolean isHeader() {
    boolean named =
        has(Meaning.TITLE) || has(Meaning.DOI) || has(Meaning.PMID) || has(Meaning.ABSTRACT);
    return named && known() >= 2;
  }

  int size() {
    return header.size();
  }

  boolean names(String column) {
    return header.stream().anyMatch(name -> plain(name).equals(column));
  }

  boolean isLink(int column) {
    return column < header.size() && plain(header.get(column)).contains("link");
  }

  /** The first of the columns with that meaning that is filled in this row. */
  String value(List<String> row, Meaning meaning) {
    for (int place : places.getOrDefault(meaning, List.of())) {
      if (place < row.size() && !row.get(place).isEmpty()) {
        return row.get(place);
      }
    }
    return "";
  }

  /** All filled columns with that meaning. */
  List<String> values(List<String> row, Meaning meaning) {
    List<String> values = new ArrayList<>();
    for (int place : places.getOrDefault(meaning, List.of())) {
      if (place < row.size() && !row.get(place).isEmpty()) {
        values.add(row.get(place));
      }
    }
    return values;
  }

  /** Hands the columns that mean nothing here to the draft, by their names. */
  void others(List<String> row, CitationDraft draft) {
    for (int i = 0; i < row.size() && i < header.size(); i++) {
      if (!taken[i] && !row.get(i).isEmpty()) {
        draft.other(header.get(i), row.get(i));
      }
    }
  }
}
