package org.winnow.citation.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.winnow.citation.format.HostileFile.Outcome;

/** Files made to break a reader, the same ones every time, each with what has to come of it. */
public final class HostileFiles {
  private static final String[] THREE = {"First", "Second", "Third"};
  private static final String GOOD = "TY  - JOUR\nTI  - Good\nER  - \n";

  /** How a format writes records of which only the title matters. */
  private record Layout(String head, String record, String between, String tail) {
    String of(String... titles) {
      List<String> records = new ArrayList<>();
      for (String title : titles) {
        records.add(record.replace("%s", title));
      }
      return head + String.join(between, records) + tail;
    }

    /** Where the record of that number ends, from 1. */
    int end(int number) {
      return of(Arrays.copyOf(THREE, number)).length() - tail.length();
    }

    String escaped(String format, String title) {
      return switch (format) {
        case "pubmed-xml", "endnote-xml" ->
            title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        case "csv" -> title.replace("\"", "\"\"");
        case "csl-json" -> title.replace("\\", "\\\\").replace("\"", "\\\"");
        case "bibtex" -> title.replaceAll("([&%$#_{}])", "\\\\$1");
        default -> title;
      };
    }
  }

  private static final Map<String, Layout> LAYOUTS = layouts();

  private final List<HostileFile> files = new ArrayList<>();

  private HostileFiles() {}

  private static Map<String, Layout> layouts() {
    Map<String, Layout> all = new LinkedHashMap<>();
    all.put("ris", new Layout("", "TY  - JOUR\nTI  - %s\nPY  - 2001\nER  - \n", "\n", "\n"));
    all.put("nbib", new Layout("", "PMID- 1\nTI  - %s\nDP  - 2001\nPT  - Article\n", "\n", "\n"));
    all.put(
        "pubmed-xml",
        new Layout(
            "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n",
            "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>%s"
                + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>",
            "\n",
            "\n</PubmedArticleSet>"));
    all.put(
        "endnote-xml",
        new Layout(
            "<xml><records>\n",
            "<record><titles><title>%s</title></titles></record>",
            "\n",
            "\n</records></xml>"));
    all.put("enw", new Layout("", "%0 Journal Article\n%T %s\n%D 2001\n", "\n", "\n"));
    all.put("bibtex", new Layout("", "@article{key,\n title={%s},\n year=2001}\n", "\n", "\n"));
    all.put(
        "wos", new Layout("FN x\nVR 1.0\n", "PT J\nTI %s\nPY 2001\nSO X\nER\n", "\n", "\nEF\n"));
    all.put("refworks", new Layout("", "RT Journal Article\nT1 %s\nYR 2001\n", "\n", "\n"));
    all.put("ovid", new Layout("", "<1>\nUI  - 1\nTI  - %s\nYR  - 2001\n", "\n", "\n"));
    all.put("cochrane", new Layout("", "Record #1 of 3\nID: CD1\nTI: %s\nYR: 2001\n", "\n", "\n"));
    all.put(
        "noteexpress",
        new Layout(
            "", "{Reference Type}: Journal Article\n{Title}: %s\n{Year}: 2001\n", "\n", "\n"));
    all.put("cnki", new Layout("", "DataType: 1\nTitle-题名: %s\nYear-年: 2001\n", "", ""));
    all.put("sinomed", new Layout("", "1.\n【流水号】: 1\n【标题】: %s\n【作者】: 张三\n", "\n", "\n"));
    all.put("csl-json", new Layout("[", "{\"type\":\"book\",\"title\":\"%s\"}", ",\n", "]"));
    all.put("csv", new Layout("Title,Authors,Year\n", "\"%s\",\"A, B\",2001\n", "", ""));
    return all;
  }

  public static List<HostileFile> all() {
    HostileFiles corpus = new HostileFiles();
    LAYOUTS.forEach(corpus::everyFormat);
    corpus.markup("pubmed-xml", "<PubmedArticleSet>", LAYOUTS.get("pubmed-xml"));
    corpus.markup("endnote-xml", "<xml><records>", LAYOUTS.get("endnote-xml"));
    corpus.archives();
    corpus.workbooks();
    corpus.binaries();
    corpus.tables();
    corpus.oneOfAKind();
    return List.copyOf(corpus.files);
  }

  private void add(String name, Outcome outcome, Supplier<byte[]> bytes) {
    files.add(new HostileFile(name, bytes, outcome));
  }

  private void text(String name, Outcome outcome, String text) {
    add(name, outcome, () -> text.getBytes(UTF_8));
  }

  private void everyFormat(String format, Layout layout) {
    truncated(format, layout);
    charsets(format, layout);
    lineEnds(format, layout);
    payloads(format, layout);
    sizes(format, layout);
  }

  private void truncated(String format, Layout layout) {
    String whole = layout.of(THREE);
    for (int part = 1; part <= 12; part++) {
      int cut = whole.length() * part / 13;
      // what ends a record may be the beginning of the next one
      int complete = 0;
      while (complete < 2 && cut > layout.end(complete + 1) + 18) {
        complete++;
      }
      Outcome outcome = Outcome.keeps(Arrays.copyOf(THREE, complete)).among(complete + 2);
      text(
          "truncated/" + format + "/" + part,
          complete == 0 ? outcome.orRefused("unknown-format", "empty-file", "not-text") : outcome,
          whole.substring(0, cut));
    }
  }

  private void charsets(String format, Layout layout) {
    String whole = layout.of(THREE);
    add("charset/" + format + "/utf-8-mark", Outcome.keeps(THREE), () -> marked(whole, UTF_8));
    add("charset/" + format + "/utf-16le", Outcome.keeps(THREE), () -> marked(whole, UTF_16LE));
    add("charset/" + format + "/utf-16be", Outcome.keeps(THREE), () -> marked(whole, UTF_16BE));
    String[] chinese = {"高血压病的治疗研究进展", "糖尿病的护理观察与分析", "冠心病的临床研究综述"};
    add(
        "charset/" + format + "/gb18030",
        Outcome.keeps(chinese),
        () -> layout.of(chinese).getBytes(Charset.forName("GB18030")));
    boolean json = format.equals("csl-json");
    add(
        "charset/" + format + "/invalid-bytes",
        Outcome.keeps("First", "Third", chinese[0]).among(4),
        () -> {
          String bad = "é\u0001\u0002\u0003\u0004\u0005";
          byte[] bytes = layout.of("First", bad, "Third", chinese[0]).getBytes(UTF_8);
          byte[] wrong = {(byte) 0xFF, (byte) 0xC0, (byte) 0xED, (byte) 0xA0, (byte) 0x80};
          int at = indexOf(bytes, (byte) 1);
          System.arraycopy(wrong, 0, bytes, at, wrong.length);
          return bytes;
        });
    text(
        "nul/" + format + "/inside",
        Outcome.keeps("First", "Third").among(json ? 2 : 3),
        layout.of("First", "Sec\0ond", "Third"));
    text(
        "nul/" + format + "/only-zeros-behind",
        Outcome.refused("not-text"),
        layout.of(THREE) + "\0".repeat(layout.of(THREE).length() * 4));
  }

  private void lineEnds(String format, Layout layout) {
    String whole = layout.of(THREE);
    for (Map.Entry<String, String> end :
        Map.of("crlf", "\r\n", "cr", "\r", "cr-cr-lf", "\r\r\n", "trailing-blanks", "  \n")
            .entrySet()) {
      text(
          "line-ends/" + format + "/" + end.getKey(),
          Outcome.keeps(THREE),
          whole.replace("\n", end.getValue()));
    }
    text("line-ends/" + format + "/many-before", Outcome.keeps(THREE), "\n".repeat(500) + whole);
  }

  private static final Map<String, String> PAYLOADS =
      Map.ofEntries(
          Map.entry("script", "<script>alert(1)</script>"),
          Map.entry("svg", "<svg/onload=alert(1)>"),
          Map.entry("formula", "=HYPERLINK(\"http://127.0.0.1:9/\",\"x\")"),
          Map.entry("dde", "+cmd|' /C calc'!A0"),
          Map.entry("at", "@SUM(1+1)"),
          Map.entry("minus", "-2+3"),
          Map.entry("sql", "'; DROP TABLE record; --"),
          Map.entry("template", "${jndi:ldap://127.0.0.1:9/a} {{7*7}} #{1}"),
          Map.entry("path", "../../../../etc/passwd"),
          Map.entry("bidi", "abc \u202E cba \u2066 x \u200F y"),
          Map.entry("zero-width", "a\u200Bb\u200Dc\u2060d"),
          Map.entry("lone-high-surrogate", "a\uD800b"),
          Map.entry("lone-low-surrogate", "a\uDC00b"),
          Map.entry("beyond-the-plane", "\uD83D\uDE00 \uD840\uDC00"),
          Map.entry("combining", "a" + "\u0301".repeat(2000)),
          Map.entry("entities", "&amp;lt;b&#62; &nosuch; &#xD800; &#99999999;"),
          Map.entry("percent", "%s %n %x %0 %1$s"),
          Map.entry("control", "a\u0001\u0008\u001B[31mb\u007F\u0085"));

  private void payloads(String format, Layout layout) {
    PAYLOADS.forEach(
        (name, payload) ->
            text(
                "payload/" + format + "/" + name,
                Outcome.keeps("First", "Third").among(3),
                layout.of("First", layout.escaped(format, payload), "Third")));
  }

  private void sizes(String format, Layout layout) {
    add(
        "size/" + format + "/million-characters",
        Outcome.keeps("First", "Third").among(3),
        () -> layout.of("First", "word ".repeat(200_000) + "end", "Third").getBytes(UTF_8));
    add(
        "size/" + format + "/million-letters",
        Outcome.keeps("First", "Third").among(3),
        () -> layout.of("First", "x".repeat(1_000_000), "Third").getBytes(UTF_8));
    add(
        "size/" + format + "/brackets",
        Outcome.keeps("First", "Third").among(3),
        () -> layout.of("First", "([".repeat(100_000), "Third").getBytes(UTF_8));
    add(
        "size/" + format + "/many-empty-records",
        Outcome.keeps("First", "Third").among(-1),
        () -> {
          String[] titles = new String[20_002];
          Arrays.fill(titles, "");
          titles[0] = "First";
          titles[titles.length - 1] = "Third";
          return layout.of(titles).getBytes(UTF_8);
        });
  }

  private void markup(String format, String root, Layout layout) {
    String first = layout.record().replace("%s", "First");
    String third = layout.record().replace("%s", "Third");
    String using = layout.record().replace("%s", "&x;");
    Map<String, String> types = new LinkedHashMap<>();
    types.put("file", "<!ENTITY x SYSTEM \"file:///etc/hostname\">");
    types.put("http", "<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">");
    types.put("ftp", "<!ENTITY x SYSTEM \"ftp://127.0.0.1:9/x\">");
    types.put("jar", "<!ENTITY x SYSTEM \"jar:http://127.0.0.1:9/x.jar!/x\">");
    types.put(
        "parameter", "<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p.dtd\"> %p; <!ENTITY x \"a\">");
    types.put("quadratic", "<!ENTITY x \"" + "a".repeat(100_000) + "\">");
    types.put("recursive", "<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">");
    StringBuilder laughs = new StringBuilder("<!ENTITY a0 \"ha\">");
    for (int i = 1; i <= 30; i++) {
      laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    types.put("laughs", laughs + "<!ENTITY x \"&a30;\">");
    types.forEach(
        (name, declared) ->
            text(
                "entities/" + format + "/" + name,
                Outcome.keeps("First", "Third").reporting("entities-refused"),
                "<?xml version=\"1.0\"?><!DOCTYPE r ["
                    + declared
                    + "]>"
                    + root
                    + first
                    + using
                    + third));
    text(
        "entities/" + format + "/outer-type",
        Outcome.keeps("First", "Third"),
        "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/r.dtd\">" + root + first + third);
    text(
        "entities/" + format + "/include",
        Outcome.keeps("First", "Third").among(3),
        root
            + first
            + layout
                .record()
                .replace(
                    "%s",
                    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                        + " href=\"file:///etc/hostname\"/>")
            + third);
    text(
        "entities/" + format + "/style-sheet",
        Outcome.keeps("First", "Third"),
        "<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\" type=\"text/xsl\"?>"
            + root
            + first
            + third);
    Map<String, String> inside = new LinkedHashMap<>();
    inside.put("deep", "<i>".repeat(50_000) + "</i>".repeat(50_000));
    inside.put("never-closed", "<i>".repeat(50_000));
    inside.put("attributes", "<i " + manyAttributes() + ">x</i>");
    inside.put("long-attribute", "<i a=\"" + "x".repeat(500_000) + "\">x</i>");
    inside.put("comments", "<!-- x -->".repeat(50_000));
    inside.put("instructions", "<?x y?>".repeat(50_000));
    inside.put("sections", "<![CDATA[<x>]]>".repeat(20_000));
    inside.put("references", "&#65;".repeat(100_000));
    inside.put("forbidden-references", "&#0;&#xFFFF;&#xD800;&#999999999999;".repeat(1000));
    inside.put("half-references", "&#".repeat(100_000));
    inside.put("ampersands", "&&&&&" + "&".repeat(100_000));
    inside.put("wrong-end", "</x></y></z>");
    inside.put("many-elements", "<b/>".repeat(200_000));
    inside.forEach(
        (name, content) ->
            text(
                "markup/" + format + "/" + name,
                Outcome.keeps("First", "Third").among(3),
                root + first + layout.record().replace("%s", content) + third));
    for (String open : List.of("<!--", "<![CDATA[", "<?x ", "<!DOCTYPE x [", "<a b=\"", "<")) {
      text(
          "markup/" + format + "/left-open-" + open.replaceAll("\\W", "_"),
          Outcome.keeps("First").among(2),
          root + first + open + third);
    }
  }

  private static String manyAttributes() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      attributes.append("a").append(i).append("=\"x\" ");
    }
    return attributes.toString();
  }

  private void archives() {
    byte[] good = GOOD.getBytes(UTF_8);
    add("archive/slip", Outcome.keeps("Good"), () -> zip(Map.of("../../../etc/x.ris", good)));
    add("archive/absolute", Outcome.keeps("Good"), () -> zip(Map.of("/etc/passwd", good)));
    add("archive/drive", Outcome.keeps("Good"), () -> zip(Map.of("C:\\windows\\x.ris", good)));
    add("archive/bidi-name", Outcome.keeps("Good"), () -> zip(Map.of("a\u202Esir.exe", good)));
    add("archive/long-name", Outcome.keeps("Good"), () -> zip(Map.of("x".repeat(60_000), good)));
    add("archive/wrong-extension", Outcome.keeps("Good"), () -> zip(Map.of("a.pdf", good)));
    add(
        "archive/nested",
        Outcome.refused("nothing-inside"),
        () -> zip(Map.of("a.zip", zip(Map.of("a.ris", good)))));
    add(
        "archive/nested-beside-good",
        Outcome.keeps("Good").reporting("nested-container"),
        () -> zip(ordered("a.zip", zip(Map.of("a.ris", good)), "b.ris", good)));
    add(
        "archive/zip-in-gzip",
        Outcome.refused("nested-container"),
        () -> gzip(zip(Map.of("a", good))));
    add("archive/gzip-in-gzip", Outcome.refused("nested-container"), () -> gzip(gzip(good)));
    add("archive/empty", Outcome.refused("nothing-inside", "not-text"), () -> zip(Map.of()));
    add(
        "archive/folders-only",
        Outcome.refused("nothing-inside"),
        () -> zip(Map.of("a/", new byte[0])));
    add(
        "archive/system-only",
        Outcome.refused("nothing-inside"),
        () -> zip(Map.of("__MACOSX/x", good)));
    add(
        "archive/folder-between",
        Outcome.keeps("Good", "Good"),
        () -> zip(ordered("a/", new byte[0], "a/a.ris", good, "b.ris", good)));
    for (String name : List.of("a.ris", "__MACOSX/a", ".hidden", "Thumbs.db", "picture.png")) {
      add(
          "bomb/zip/" + name.replaceAll("\\W", "_"),
          Outcome.refused("too-much-inside"),
          () -> zipOfZeros(name, name.equals("a.ris") ? good : new byte[0]));
    }
    add("bomb/gzip", Outcome.refused("too-much-inside"), () -> gzipOfLetters(good));
    add(
        "bomb/gzip-of-zeros",
        Outcome.refused("not-text", "too-much-inside"),
        () -> gzipOfLetters(new byte[9000]));
    add(
        "bomb/many-entries",
        Outcome.refused("too-many-entries").among(2000),
        () -> {
          Map<String, byte[]> many = new LinkedHashMap<>();
          for (int i = 0; i < 3000; i++) {
            many.put(i + ".ris", good);
          }
          return zip(many);
        });
    byte[] packed = gzip(GOOD.repeat(3000).getBytes(UTF_8));
    byte[] two = zip(ordered("a.ris", good, "b.ris", noise(60_000)));
    for (int part = 1; part < 10; part++) {
      int share = part;
      add(
          "archive/gzip-cut/" + part,
          new Outcome(
              List.of(),
              3000,
              java.util.Set.of(),
              java.util.Set.of("nothing-inside", "unknown-format", "empty-file")),
          () -> Arrays.copyOf(packed, packed.length * share / 10));
      add(
          "archive/zip-cut/" + part,
          Outcome.keeps("Good").reporting("broken-archive"),
          () -> Arrays.copyOf(two, 120 + (two.length - 400) * share / 10));
    }
    add(
        "archive/gzip-head-only",
        Outcome.refused("nothing-inside"),
        () -> Arrays.copyOf(packed, 9));
    add(
        "archive/gzip-wrong-sum",
        Outcome.keeps("Good").among(3000).reporting("broken-archive"),
        () -> changed(packed, packed.length - 6));
    add("archive/gzip-twice", Outcome.keeps("Good", "Good"), () -> joined(gzip(good), gzip(good)));
    add(
        "archive/gzip-and-noise",
        Outcome.keeps("Good").among(1),
        () -> joined(gzip(good), noise(50)));
    add(
        "archive/encrypted",
        Outcome.refused("nothing-inside"),
        () -> changed(zip(Map.of("a.ris", good)), 6));
    add(
        "archive/unknown-method",
        Outcome.refused("nothing-inside"),
        () -> {
          byte[] zip = zip(Map.of("a.ris", good));
          zip[8] = 99;
          return zip;
        });
    add(
        "archive/noise-behind",
        Outcome.keeps("Good"),
        () -> joined(zip(Map.of("a.ris", good)), noise(999)));
    add(
        "archive/signature-only",
        Outcome.refused("nothing-inside"),
        () -> "PK\u0003\u0004".getBytes(ISO_8859_1));
  }

  private void workbooks() {
    String head = XlsxFile.row("Title", "Year");
    String good = XlsxFile.row("Good", "2001");
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put(
        "formula",
        "<row><c t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f><v>Evil</v></c></row>");
    rows.put("no-such-text", "<row><c t=\"s\"><v>99999</v></c><c t=\"s\"><v>-1</v></c></row>");
    rows.put("far-column", "<row><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
    rows.put("far-row", "<row r=\"99999999999999\"><c><v>1e999999999</v></c></row>");
    rows.put("huge-number", "<row><c><v>1E+2000000000</v></c><c><v>1E-2000000000</v></c></row>");
    rows.put("entity", "<row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row>");
    rows.put("not-closed", "<row><c t=\"inlineStr\"><is><t>x</t></c></row>");
    rows.put("deep", "<row>" + "<r>".repeat(10_000) + "</r>".repeat(10_000) + "</row>");
    rows.put("wrong-kind", "<row><c t=\"nosuch\"><v>x</v></c><c t=\"b\"><v>7</v></c></row>");
    rows.put("many-cells", "<row>" + "<c><v>1</v></c>".repeat(30_000) + "</row>");
    rows.forEach(
        (name, row) ->
            add(
                "workbook/" + name,
                Outcome.keeps("Good", "Good").among(3),
                () -> XlsxFile.ofRows(head, good, row, good).bytes()));
    add(
        "workbook/outer-links",
        Outcome.keeps("Good"),
        () ->
            XlsxFile.ofRows(head, good)
                .part(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink><externalBook r:id=\"rId1\"/></externalLink>")
                .part(
                    "xl/externalLinks/_rels/externalLink1.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Target=\"http://127.0.0.1:9/\""
                        + " TargetMode=\"External\"/></Relationships>")
                .bytes());
    for (String part : List.of("xl/media/image1.png", "xl/sharedStrings.xml", "xl/styles.xml")) {
      add(
          "bomb/workbook/" + part.replaceAll("\\W", "_"),
          Outcome.refused("too-much-inside"),
          () -> XlsxFile.ofRows(head, good).part(part, new byte[40_000_000]).bytes());
    }
    byte[] whole = XlsxFile.ofRows(head, good).bytes();
    for (int part = 1; part < 8; part++) {
      int share = part;
      add(
          "workbook/cut/" + part,
          Outcome.refused("broken-workbook", "nothing-inside", "not-text").among(1),
          () -> Arrays.copyOf(whole, whole.length * share / 16));
    }
    for (String part : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
      add(
          "workbook/without/" + part.replaceAll("\\W", "_"),
          new Outcome(
              List.of(), 1, java.util.Set.of(), java.util.Set.of("not-text", "nothing-inside")),
          () -> XlsxFile.ofRows(head, good).without(part).bytes());
    }
  }

  private void binaries() {
    Map<String, String> starts = new LinkedHashMap<>();
    starts.put("pdf", "%PDF-1.7\n1 0 obj <</JS (app.alert(1))>> endobj\n");
    starts.put("old-office", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1");
    starts.put("png", "\u0089PNG\r\n\u001A\n");
    starts.put("gif", "GIF89a");
    starts.put("jpeg", "\u00FF\u00D8\u00FF\u00E0");
    starts.put("rtf", "{\\rtf1\\ansi TY  - JOUR}");
    starts.put("rar", "Rar!\u001A\u0007");
    starts.put("seven-zip", "7z\u00BC\u00AF\u0027\u001C");
    starts.put("bzip", "BZh91AY&SY");
    starts.put("program", "\u007FELF\u0002\u0001\u0001" + "\0".repeat(300));
    starts.put("class", "\u00CA\u00FE\u00BA\u00BE\0\0\0\u0041" + "\0\u0001\u0002\u0003".repeat(80));
    starts.put("database", "SQLite format 3\0\u0010\0\u0001\u0001" + "\0".repeat(300));
    starts.put("zeros", "\0".repeat(5000));
    starts.forEach(
        (name, start) ->
            add("binary/" + name, Outcome.refused("not-text"), () -> start.getBytes(ISO_8859_1)));
    add("binary/noise", Outcome.refused("not-text"), () -> noise(50_000));
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("prose", "Dear colleagues,\nplease find nothing below.\n");
    texts.put("web-page", "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
    texts.put(
        "drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    texts.put("shell", "#!/bin/sh\nrm -rf /\n");
    texts.put("letters", "x".repeat(3_000_000));
    texts.put("json-number", "42");
    texts.put("json-text", "\"title\"");
    texts.put("mail", "From: a@example.org\nSubject: references\n\nnone\n");
    texts.forEach(
        (name, content) ->
            text("no-citations/" + name, Outcome.refused("unknown-format"), content));
    text("empty/nothing", Outcome.refused("empty-file"), "");
    text("empty/blanks", Outcome.refused("empty-file"), " \t\r\n".repeat(1000));
    text("empty/mark", Outcome.refused("empty-file"), "\uFEFF");
    add(
        "empty/wide-mark",
        Outcome.refused("empty-file"),
        () -> new byte[] {(byte) 0xFF, (byte) 0xFE});
  }

  private void tables() {
    String head = "Title,Authors,Year\n";
    String good = "Good,\"A, B\",2001\n";
    text(
        "table/quote-left-open",
        Outcome.keeps("Good", "Good").among(3).reporting("unclosed-quote"),
        head + good + "\"Bad,A,2001\n" + good);
    text(
        "table/quotes-left-open",
        Outcome.keeps("Good", "Good").among(2002),
        head + good + "\"Bad,A,2001\n".repeat(2001) + good);
    text(
        "table/only-quotes",
        Outcome.keeps("Good").among(-1),
        head + good + "\"".repeat(100_001) + "\n" + good);
    text(
        "table/many-columns",
        Outcome.keeps("Good", "Good").reporting("too-many-columns"),
        head + good + "x,".repeat(100_000) + "x\n" + good);
    text(
        "table/wide-header",
        Outcome.keeps("Good"),
        "Title,Authors,Year" + ",Note".repeat(20_000) + "\n" + good);
    text(
        "table/one-column-short",
        Outcome.keeps("Good", "Short", "Good"),
        head + good + "Short\n" + good);
    text("table/header-only", Outcome.nothing(), head);
    text(
        "table/blank-rows",
        Outcome.keeps("Good", "Good"),
        head + good + ",,\n".repeat(100_000) + good);
    text(
        "table/twice-the-header",
        Outcome.keeps("Good", "Good").among(3),
        head + good + head + good);
    text("table/guards", Outcome.keeps("Good"), "Title,Year\n=\"Good\",=\"2001\"\n");
    text(
        "table/mixed-separators",
        Outcome.keeps("Good", "Good").among(3),
        head + good + "x;y;z\n" + good);
  }

  private void oneOfAKind() {
    text(
        "entries/string-bomb",
        Outcome.keeps("Good", "Good").among(3),
        stringBomb() + "@book{b,title=s40}\n@book{c,title={Good}}\n");
    text(
        "entries/strings",
        Outcome.keeps("Good"),
        "@string{a = \"x\"}\n".repeat(50_000) + "@book{b,title={Good}}\n");
    text(
        "entries/braces",
        Outcome.keeps("Good").among(2),
        "@book{b,title={" + "{".repeat(100_000) + "\n@book{c,title={Good}}\n");
    text(
        "entries/joins",
        Outcome.keeps("Good").among(2),
        "@book{b,title=" + "\"x\" # ".repeat(100_000) + "\"y\"}\n@book{c,title={Good}}\n");
    text(
        "entries/commands",
        Outcome.keeps("Good").among(2),
        "@book{b,title={" + "\\'\\`\\^".repeat(50_000) + "}}\n@book{c,title={Good}}\n");
    text(
        "entries/and",
        Outcome.keeps("Good").among(2),
        "@book{b,title={x},author={" + "a and ".repeat(100_000) + "b}}\n@book{c,title={Good}}\n");
    text("entries/own-volume", Outcome.keeps("Good"), "@book{a,title={Good},crossref={a}}\n");
    text(
        "entries/volumes-in-a-circle",
        Outcome.keeps("Good", "Good"),
        "@book{a,title={Good},crossref={b}}\n@book{b,title={Good},crossref={a}}\n");
    text(
        "entries/no-volume",
        Outcome.keeps("Good").among(10_001),
        "@book{a,title={x},crossref={none}}\n".repeat(10_000) + "@book{c,title={Good}}\n");
    text(
        "json/deep",
        Outcome.keeps("Good").among(2),
        "[{\"type\":\"book\",\"title\":\"Good\"},{\"title\":" + "[".repeat(200_000));
    text(
        "json/deep-objects",
        Outcome.keeps("Good").among(2),
        "[{\"type\":\"book\",\"title\":\"Good\"},{\"title\":" + "{\"a\":".repeat(200_000));
    text(
        "json/twice-the-key",
        Outcome.keeps("Good").among(2),
        "[{\"type\":\"book\",\"title\":\"Good\"},{\"title\":\"a\",\"title\":\"b\"}]");
    text(
        "json/huge-number",
        Outcome.keeps("Good", "x"),
        "[{\"type\":\"book\",\"title\":\"Good\"},{\"title\":\"x\",\"volume\":1e999999999,\"issued\":{\"date-parts\":[[99999999999]]}}]");
    text(
        "json/wrong-kinds",
        Outcome.keeps("Good").among(2),
        "[{\"type\":\"book\",\"title\":\"Good\"},{\"title\":{\"a\":[1]},\"author\":7,\"issued\":\"x\",\"DOI\":[[]]}]");
    text(
        "json/nothing",
        Outcome.keeps("Good").among(2),
        "[{\"type\":\"book\",\"title\":\"Good\"},null,7,\"x\",[],{}]");
    text(
        "json/escapes",
        Outcome.keeps("Good").among(2),
        "[{\"type\":\"book\",\"title\":\"Good\"},{\"title\":\"\\ud800\\u0000x\"}]");
    text(
        "tags/twice",
        Outcome.keeps("One", "Good"),
        "TY  - JOUR\nTI  - One\nTI  - Two\nPY  - 2001\nPY  - 2002\nDO  - 10.1/a\nDO  - 10.1/b\nER  - \n"
            + GOOD);
    text("tags/no-end", Outcome.keeps("Good", "Good"), (GOOD + GOOD).replace("ER  - \n", ""));
    text("tags/ends-only", Outcome.keeps("Good"), "ER  - \n".repeat(50_000) + GOOD);
    text("tags/types-only", Outcome.keeps("Good").among(1), "TY  - JOUR\n".repeat(50_000) + GOOD);
    text(
        "tags/many-authors",
        Outcome.keeps("Crowd", "Good"),
        "TY  - JOUR\nTI  - Crowd\n" + "AU  - A, B\n".repeat(100_000) + "ER  - \n" + GOOD);
    text(
        "tags/many-unknown",
        Outcome.keeps("Crowd", "Good"),
        "TY  - JOUR\nTI  - Crowd\n" + "ZZ  - x\n".repeat(100_000) + "ER  - \n" + GOOD);
    text(
        "tags/two-line-ends",
        Outcome.keeps("Good", "Good", "Good"),
        GOOD + GOOD.replace("\n", "\r") + GOOD.replace("\n", "\r\n"));
    text(
        "tags/two-formats",
        Outcome.keeps("Good").among(3),
        GOOD + "@book{c,title={x}}\nPMID- 1\nTI  - y\n");
    for (int before : new int[] {32_766, 32_767, 32_768, 131_071, 131_072, 262_143, 262_144}) {
      add(
          "charset/wrong-byte-at/" + before,
          Outcome.keeps("Good").among(2),
          () ->
              joined(
                  filled(before),
                  new byte[] {(byte) 0xFF, (byte) 0xFF},
                  ("\nER  - \n" + GOOD).getBytes(UTF_8)));
    }
    add(
        "charset/two-charsets",
        Outcome.keeps("Good").among(3),
        () ->
            joined(
                "TY  - JOUR\nTI  - 高血压\nER  - \n".getBytes(Charset.forName("GB18030")),
                "TY  - JOUR\nTI  - 高血压\nER  - \n".getBytes(UTF_8),
                GOOD.getBytes(UTF_8)));
  }

  /** Each abbreviation stands for the one before it twice. */
  private static String stringBomb() {
    StringBuilder bomb = new StringBuilder("@book{a,title={Good}}\n@string{s0 = \"ha\"}\n");
    for (int i = 1; i <= 40; i++) {
      bomb.append("@string{s" + i + " = s" + (i - 1) + " # s" + (i - 1) + "}\n");
    }
    return bomb.toString();
  }

  private static byte[] filled(int length) {
    byte[] head = "TY  - JOUR\nTI  - Long\nAB  - ".getBytes(UTF_8);
    byte[] all = new byte[length];
    Arrays.fill(all, (byte) 'a');
    System.arraycopy(head, 0, all, 0, head.length);
    return all;
  }

  private static byte[] marked(String text, Charset charset) {
    return ("\uFEFF" + text).getBytes(charset);
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    int at = 0;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static Map<String, byte[]> ordered(Object... namesAndContents) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
    }
    return entries;
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static byte[] gzip(byte[] content) {
    return gzip(out -> out.write(content));
  }

  private static byte[] gzip(Content content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] gzipOfLetters(byte[] head) {
    return gzip(
        out -> {
          out.write(head);
          byte[] letters = "a".repeat(1_000_000).getBytes(UTF_8);
          for (int i = 0; i < 60; i++) {
            out.write(letters);
          }
        });
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] zipOfZeros(String name, byte[] head) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(head);
      for (int i = 0; i < 60; i++) {
        out.write(new byte[1_000_000]);
      }
      out.closeEntry();
      out.putNextEntry(new ZipEntry("good.ris"));
      out.write(GOOD.getBytes(UTF_8));
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
