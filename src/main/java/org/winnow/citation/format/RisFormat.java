package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.winnow.citation.Citation;
import org.winnow.citation.format.TaggedRecord.Field;

/**
 * RIS, in the dialects of all who write it. Tags after the two lists that Research Information
 * Systems gave out (2001, 2011); what vendors made of them is noted where it is read.
 */
public final class RisFormat implements CitationFormat {
  private static final Set<String> KNOWN =
      Set.of(
          ("TY ER TI T1 T2 T3 TT CT BT JF JO JA J1 J2 AU A1 A2 A3 A4 A5 A6 ED AB N2 N1 PY Y1 Y2 DA"
                  + " VL IS CP SP EP SN DO KW UR L1 L2 L3 L4 LK LA DB DP AN ID M1 M2 M3 M4 C1 C2 C3"
                  + " C4 C5 C6 C7 C8 U1 U2 U3 U4 U5 AD PB CY ST ET SE TA TS RP RN RI OP NV CN CA LB"
                  + " AV PT NL AI PP PU PI PA J9 JI WE FU FX PM CC NO RD")
              .split(" "));

  static final TagLayout LAYOUT = new Layout();

  /** How Cochrane counts its records. */
  private static final Pattern COUNTED = Pattern.compile("Record #\\d+ of \\d+");

  @Override
  public String name() {
    return "ris";
  }

  @Override
  public int recognises(String head) {
    int types = 0;
    int tags = 0;
    for (String line : Heads.lines(head, 400)) {
      TaggedLine tagged = LAYOUT.split(line);
      if (tagged.tag().equals("TY")) {
        types++;
      } else if (tagged.hasTag() && KNOWN.contains(tagged.tag())) {
        tags++;
      }
    }
    return types > 0 ? 95 : tags > 5 ? 40 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    TaggedRecords.read(file, LAYOUT, record -> new Meaning(record).citation(), sink);
  }

  /** Two characters, blanks, a hyphen no later than the sixth column. */
  private static final class Layout implements TagLayout {
    @Override
    public TaggedLine split(String line) {
      int length = line.length();
      int at = 0;
      while (at < length && line.charAt(at) <= ' ') {
        at++;
      }
      if (at + 2 == length && line.startsWith("ER", at)) {
        return new TaggedLine("ER", "");
      }
      if (at + 2 >= length || at > 8) {
        return TaggedLine.NONE;
      }
      int hyphen = at + 2;
      while (hyphen < length && hyphen < at + 5 && isBlank(line.charAt(hyphen))) {
        hyphen++;
      }
      int blanks = hyphen - at - 2;
      if (blanks == 0 || hyphen >= length || line.charAt(hyphen) != '-') {
        return TaggedLine.NONE;
      }
      boolean upper = isUpper(line.charAt(at)) && isUpperOrDigit(line.charAt(at + 1));
      boolean parted = hyphen + 1 == length || isBlank(line.charAt(hyphen + 1));
      boolean exact = upper && at == 0 && blanks >= 2 && parted;
      String tag = line.substring(at, at + 2);
      if (!exact) {
        tag = tag.toUpperCase(Locale.ROOT);
        boolean alike = upper || blanks == 2;
        boolean tabbed = line.charAt(at + 2) == '\t';
        if (!alike || !KNOWN.contains(tag) || !(blanks == 2 || parted || tabbed)) {
          return TaggedLine.NONE;
        }
      }
      return new TaggedLine(tag, Texts.trim(line.substring(hyphen + 1)));
    }

    @Override
    public Boundary boundary(TaggedLine line, TaggedRecord open) {
      return switch (line.tag()) {
        case "TY" -> Boundary.STARTS;
        case "ER" -> Boundary.ENDS;
        // A record whose first line was lost.
        case "TI", "T1", "AU", "A1" -> Boundary.OPENS;
        default -> Boundary.INSIDE;
      };
    }

    @Override
    public boolean startsParagraph(String line) {
      return line.startsWith("  ");
    }

    @Override
    public boolean isNoise(String line) {
      String text = Texts.trim(line);
      return isNumber(text)
          || COUNTED.matcher(text).matches()
          || text.startsWith("Provider: ")
          || text.startsWith("Content: text/plain")
          || text.startsWith("Link to the Ovid Full Text")
          || text.startsWith("Database: ") && text.length() < 40;
    }

    /** {@code 12.}, {@code <12>} or {@code <12. >}: how Ovid counts its records. */
    private static boolean isNumber(String text) {
      int digits = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
          digits++;
        } else if (c != '.' && c != '<' && c != '>' && c != ' ') {
          return false;
        }
      }
      return digits > 0
          && digits < 7
          && (text.startsWith("<") && text.endsWith(">") || text.endsWith("."));
    }

    private static boolean isBlank(char c) {
      return c <= ' ' || c == '\u00A0';
    }

    private static boolean isUpper(char c) {
      return c >= 'A' && c <= 'Z';
    }

    private static boolean isUpperOrDigit(char c) {
      return isUpper(c) || c >= '0' && c <= '9';
    }
  }

  /** What the fields of one record say together. */
  private static final class Meaning {
    private final TaggedRecord record;
    private final boolean medline;
    private final CitationDraft draft = new CitationDraft();
    private final List<String> abstracts = new ArrayList<>();
    private final List<String> summaries = new ArrayList<>();
    private final List<String> databases = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    Meaning(TaggedRecord record) {
      this.record = record;
      this.medline = isMedline();
    }

    Citation citation() {
      String type = first("TY");
      draft.type(type);
      record.fields().forEach(this::take);
      titles(type.toUpperCase(Locale.ROOT));
      containers(type.toUpperCase(Locale.ROOT));
      abstracts();
      databases();
      dates();
      numbers();
      identifiers();
      links();
      return draft.citation(record.line(), record.raw());
    }

    /** Fields that mean the same wherever they stand; the others wait until all are known. */
    private void take(Field field) {
      switch (field.tag()) {
        case "TY", "TI", "T1", "CT", "JF", "SP", "EP", "DO", "PY", "VL", "IS" -> {}
        case "AU", "A1" -> authors(field);
        case "AB" -> abstracts.add(field.paragraphs());
        case "N2" -> summaries.add(field.paragraphs());
        case "KW" -> keywords(field);
        case "SN" -> eachLine(field, this::issn);
        case "LA" -> draft.language(field.joined());
        case "DB" -> databases.add(field.joined());
        case "AD", "UR", "N1", "L1", "L2" ->
            eachLine(field, line -> draft.other(field.tag(), line));
        default -> draft.other(field.tag(), field.joined());
      }
    }

    private void authors(Field field) {
      eachLine(
          field, line -> Names.ofLine(line).forEach(name -> draft.author(Names.familyFirst(name))));
    }

    /** EconLit writes semicolons inside a descriptor: only a single line can be a whole list. */
    private void keywords(Field field) {
      if (field.more().isEmpty() && record.only("KW")) {
        ListCells.parts(field.first()).forEach(draft::keyword);
      } else {
        eachLine(field, draft::keyword);
      }
    }

    private void issn(String line) {
      Names.split(line, ",;").forEach(draft::issn);
    }

    private void titles(String type) {
      for (String tag : new String[] {"TI", "T1", "CT"}) {
        draft.title(first(tag));
      }
      if (!draft.hasTitle() && !first("BT").isEmpty()) {
        draft.title(first("BT"));
        used.add("BT");
      }
      if (!draft.hasTitle() && (type.equals("BOOK") || type.equals("SER"))) {
        draft.title(first("T2"));
      }
      draft.title(first("ST")).title(first("TT"));
      // EBSCO puts the English title of a Chinese article into T2, the journal into JF.
      if (Texts.hasHan(first("T1")) && !first("JF").isEmpty() && !Texts.hasHan(first("T2"))) {
        draft.title(first("T2"));
        used.add("T2");
      }
    }

    private void containers(String type) {
      boolean part =
          type.equals("CHAP")
              || type.equals("ECHAP")
              || type.startsWith("C") && (type.equals("CONF") || type.equals("CPAPER"));
      String[] order =
          part
              ? new String[] {"T2", "BT", "JF", "JO", "JA", "J1", "J2", "T3", "C3"}
              : new String[] {"JF", "T2", "JO", "JA", "J1", "BT", "J2", "JI", "J9", "T3"};
      for (String tag : order) {
        if (tag.equals("T3") && !part && !type.equals("JOUR")) {
          continue;
        }
        if (!used.contains(tag) && !draft.hasJournal()) {
          draft.journal(first(tag));
        }
      }
      other("JF");
    }

    private void abstracts() {
      List<String> own = abstracts.stream().filter(text -> !isNotice(text)).toList();
      List<String> texts = own.isEmpty() ? summaries : own;
      String[] sides = {"", ""};
      for (String text : texts) {
        int side = Texts.hasHan(text) && org.winnow.citation.Bilingual.isChinese(text) ? 1 : 0;
        sides[side] = sides[side].isEmpty() ? text : sides[side] + "\n" + text;
      }
      draft.abstractText(sides[1]).abstractText(sides[0]);
      if (!own.isEmpty()) {
        summaries.forEach(text -> draft.other("N2", text));
      }
    }

    /** EBSCO's second abstract is about the rights in the first. */
    private static boolean isNotice(String text) {
      return text.startsWith("Copyright of ")
          || text.startsWith("[Copyright ")
          || text.startsWith("Abstract Copyright");
    }

    private void databases() {
      databases.forEach(draft::database);
      if (databases.size() > 1) {
        databases.forEach(name -> draft.other("DB", name));
      }
      draft.database(first("DP"));
    }

    private void dates() {
      draft.year(first("PY")).year(first("Y1")).year(first("DA"));
      if (!draft.hasYear() && record.has("A1")) {
        draft.year(first("Y2"));
      }
      other("PY");
    }

    private void numbers() {
      draft.volume(first("VL"));
      if (isJournalCode(first("IS"))) {
        other("IS");
      } else {
        draft.issue(first("IS"));
      }
      String note = first("M1");
      if (!draft.hasIssue() && Texts.isDigits(first("CP"))) {
        draft.issue(first("CP"));
      }
      if (!draft.hasIssue() && Texts.isDigits(note) && note.length() < 4) {
        draft.issue(note);
      }
      draft.firstPage(first("SP")).lastPage(first("EP"));
      if (!draft.hasPages()) {
        draft.pages(articleNumber(first("C7")));
      }
      if (!draft.hasPages()) {
        draft.pages(articleNumber(note));
      }
    }

    /** Ovid MEDLINE records after a manager: NLM's two codes of the journal, in either order. */
    private static boolean isJournalCode(String issue) {
      int comma = issue.indexOf(", ");
      if (comma < 0 || issue.length() > 16) {
        return isNlm(issue);
      }
      String first = issue.substring(0, comma);
      String last = issue.substring(comma + 2);
      return isNlm(first) && last.length() < 4 || isNlm(last) && first.length() < 4;
    }

    private static boolean isNlm(String code) {
      return code.length() >= 7 && code.length() <= 9 && Texts.isDigits(code.substring(0, 7));
    }

    /** EndNote and Scopus give articles without pages a number; a sentence is none. */
    private static String articleNumber(String value) {
      String number = value;
      for (String label : new String[] {"Unsp ", "Article no.", "Article ", "Art. No."}) {
        if (Texts.startsWithIgnoreCase(number, label)) {
          number = Texts.trim(number.substring(label.length()));
        }
      }
      boolean labelled = number.length() < value.length();
      boolean digit = false;
      for (int i = 0; i < number.length(); i++) {
        digit |= Character.isDigit(number.charAt(i));
        if (number.charAt(i) <= ' ') {
          return "";
        }
      }
      return digit && number.length() <= 20 && (labelled || number.length() < 16) ? number : "";
    }

    private void identifiers() {
      draft.doi(first("DO")).doi(first("DI")).doi(first("L3"));
      if (Texts.indexOfIgnoreCase(first("M3"), "doi") >= 0) {
        draft.doi(first("M3"));
      }
      draft.accession(first("AN"));
      if (medline && Texts.isDigits(first("AN"))) {
        draft.pmid(first("AN"));
      }
      draft.pmid(first("PM"));
      if (isNumber(first("C5"))) {
        draft.pmid(first("C5"));
      }
      if (isNumber(first("C2"))) {
        draft.pmid(first("C2"));
      }
      for (Field field : record.fields()) {
        String value = field.first();
        switch (field.tag()) {
          case "C3" -> {
            if (value.startsWith("PUBMED ")) {
              draft.pmid(value);
            }
          }
          case "U1", "AN", "M2" -> {
            if (Texts.indexOfIgnoreCase(value, "[pmid]") > 0
                || Texts.startsWithIgnoreCase(value, "pmid")) {
              draft.pmid(value);
            }
          }
          case "N1", "RN", "M1" -> note(value);
          case "U2" -> {
            if (value.length() > 4
                && value.charAt(0) == 'L'
                && Texts.isDigits(value.substring(1))) {
              draft.accession(value);
            }
          }
          default -> {}
        }
      }
      if (record.has("A1") || record.has("DB")) {
        draft.accession(first("ID"));
      }
      if (medline && isNumber(first("ID"))) {
        draft.pmid(first("ID"));
      }
    }

    private void note(String value) {
      if (Texts.startsWithIgnoreCase(value, "pmid")) {
        draft.pmid(value);
      } else if (Texts.startsWithIgnoreCase(value, "doi")) {
        draft.doi(value);
      } else if (value.startsWith("Accession Number: ")) {
        int end = value.indexOf(';');
        String number = value.substring(18, end < 0 ? value.length() : end);
        int stop = number.indexOf(". ");
        draft.accession(stop < 0 ? number : number.substring(0, stop));
        int pmid = value.indexOf("PMID: ");
        if (pmid > 0 && pmid < 60) {
          draft.pmid(value.substring(pmid));
        }
      }
    }

    private static boolean isNumber(String value) {
      return value.length() >= 5 && value.length() <= 8 && Texts.isDigits(value);
    }

    private boolean isMedline() {
      return names("DB", "medline")
          || names("DP", "nlm")
          || names("DB", "pubmed")
          || names("DP", "pubmed")
          || names("DB", "nlm");
    }

    private boolean names(String tag, String database) {
      return Texts.indexOfIgnoreCase(first(tag), database) >= 0;
    }

    private void links() {
      for (String tag : new String[] {"UR", "LK", "L2", "L1"}) {
        for (Field field : record.fields()) {
          if (field.tag().equals(tag)) {
            draft.url(field.first()).doiOfLink(field.first()).pmidOfLink(field.first());
            ovidNumber(field.first());
            if (tag.equals("UR")) {
              scopusNumber(field.first());
            }
          }
        }
      }
    }

    /** A link into Ovid carries the number of the record: in MEDLINE, PubMed's. */
    private void ovidNumber(String link) {
      int at = link.contains("ovidweb.cgi") ? link.indexOf("&AN=") : -1;
      if (at >= 0) {
        int end = link.indexOf('&', at + 1);
        String number = link.substring(at + 4, end < 0 ? link.length() : end);
        draft.accession(number);
        if (medline && isNumber(number)) {
          draft.pmid(number);
        }
      }
    }

    private void scopusNumber(String link) {
      int at = link.indexOf("eid=2-s2.0-");
      if (at >= 0) {
        int end = link.indexOf('&', at);
        draft.accession(link.substring(at + 4, end < 0 ? link.length() : end));
      }
    }

    private String first(String tag) {
      for (Field field : record.fields()) {
        if (field.tag().equals(tag)) {
          String value = field.joined();
          if (!value.isEmpty()) {
            return value;
          }
        }
      }
      return "";
    }

    private void other(String tag) {
      draft.other(tag, first(tag));
    }

    private static void eachLine(Field field, java.util.function.Consumer<String> use) {
      use.accept(field.first());
      field.more().forEach(use);
    }
  }
}
