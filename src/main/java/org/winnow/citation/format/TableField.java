package org.winnow.citation.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table says about a record, and the names by which exporters call it. */
public enum TableField {
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
          + " 发表时间 pubtime出版时间 pubtime发表时间 出版时间 年期 startdate firstposted earlyaccessdate createdate dateregistration3 dateregistration dateofregistration"),
  JOURNAL(
      "sourcetitle journaltitle journal publicationtitle journalbook primarylocationsourcedisplayname"
          + " hostvenuedisplayname containertitle publicationname secondarytitle t2 jf jo so 刊名"
          + " source刊名 文献来源 source文献来源 来源 periodical venue publication abbreviatedsourcetitle"
          + " journalabbreviation booktitle conferencename proceedingstitle"),
  SOURCE("source"),
  VOLUME("volume vol vl bibliovolume 卷 roll卷 volume卷 卷号"),
  ISSUE("issue issuenumber is biblioissue number issueno 期 period期 期号"),
  PAGES("pages pagination page pagerange pagenumbers pg 页码 page页码 pagecount页码 pagecount页数 起止页码 页"),
  FIRST_PAGE("startpage firstpage pagestart sp bp bibliofirstpage"),
  LAST_PAGE("endpage lastpage pageend ep bibliolastpage"),
  PAGE_COUNT("pagecount"),
  ARTICLE("artno articlenumber ar c7"),
  CITATION("citation"),
  DOI("doi itemdoi di do doinumber doilink digitalobjectidentifier doidoi"),
  PMID("pmid pubmedid medlinepmid idspmid pm pubmedpmid medlineid"),
  ACCESSION(
      "eid publicationid accessionnumber accessionnum embaseaccessionid centralid lensid nctnumber trialid ut"
          + " utuniquewosid uniqueid accession an key recordid openalexid id"),
  KEYWORDS("keywords authorkeywords keyword kw de 关键词 keyword关键词 manualtags tags"),
  INDEX_TERMS(
      "indexkeywords automatictags subjects subject meshterms emtreemedicalindextermsmajorfocus"
          + " emtreemedicalindexterms emtreedrugindextermsmajorfocus emtreedrugindexterms"
          + " medicalindexterms drugindexterms keywordsplus conditions condition mesh ieeeterms inspeccontrolledterms inspecnoncontrolledterms acmterms descriptors"),
  URL(
      "url link studyurl plink sourceurls externalurl fulltexturl ur link链接 链接 articleurl embaselink fulltextlink pdflink 网址 weburl url网址 webaddress htmllink"),
  LANGUAGE("language languageoforiginaldocument articlelanguage la 语种 语言"),
  TYPE(
      "documenttype doctype dt contenttype itemtype publicationtype typeofreference referencetype studytype ty pt"
          + " type worktype entrytype 文献类型"),
  ISSN("issn issns primarylocationsourceissnl sn eissn printissn isbn isbns issn国际标准刊号 国际标准刊号"),
  DATABASE("databasename database db librarycatalog srcdatabase来源库 来源库 数据库 sourceregister"),
  /** Read into no field; kept among the record's other tags. */
  NONE("");

  private final List<String> names;

  TableField(String names) {
    this.names = List.of(names.split("\\s+"));
  }

  /** Its stable name, e.g. {@code first-page}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The field of that name. */
  public static Optional<TableField> named(String key) {
    for (TableField field : values()) {
      if (field.key().equalsIgnoreCase(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Names of its columns without case, blanks and signs, the best one first. */
  List<String> names() {
    return names;
  }
}
