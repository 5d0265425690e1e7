package org.winnow.citation.format;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;

/** Tables in workbooks, as spreadsheets write them and as somebody who means harm might. */
class XlsxTest {
  private static final String HEADER = XlsxFile.row("Title", "Authors", "Year", "DOI");
  private static final String GOOD = XlsxFile.row("Good", "Wang, Li", "2021", "10.1000/a");

  @Test
  void theFirstSheetIsReadWhereverItsFileStands() {
    Reading reading = Reading.of(XlsxFile.ofRows(HEADER, GOOD, GOOD).bytes());

    assertThat(reading.summary().format()).isEqualTo("xlsx");
    assertThat(reading.summary().records()).isEqualTo(2);
    assertThat(reading.titles()).containsExactly("Good", "Good");
    Citation first = reading.citations().getFirst();
    assertThat(first.authors()).containsExactly("Wang, Li");
    assertThat(first.year()).isEqualTo(2021);
    assertThat(first.doi()).isEqualTo("10.1000/a");
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.raw()).isEqualTo("\"Good\",\"Wang, Li\",\"2021\",\"10.1000/a\"");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void sharedTextsStandInTheirCellsWithRunsJoinedAndReadingsLeftOut() {
    Reading reading =
        Reading.of(
            XlsxFile.ofRows(
                    "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c></row>",
                    "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>2</v></c><c r=\"C5\"><v>2.02E3</v></c></row>",
                    "<row r=\"6\"><c r=\"A6\" t=\"s\"><v>3</v></c><c r=\"C6\"><v>2021</v></c></row>",
                    "<row r=\"7\"><c r=\"A7\" t=\"s\"><v>99</v></c><c r=\"C7\" t=\"e\"><v>#N/A</v></c></row>")
                .part(
                    "xl/sharedStrings.xml",
                    "<sst><si><t>Title</t></si><si><t>Year</t></si>"
                        + "<si><r><t xml:space=\"preserve\">Trial of </t></r><r><rPr><i/></rPr>"
                        + "<t>E. coli</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>"
                        + "<si><t>针刺 &amp; 艾灸_x000D_</t></si></sst>")
                .bytes());

    assertThat(reading.citations())
        .extracting(one -> one.title().first(), Citation::year, Citation::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Trial of E. coli", 2020, 5),
            org.assertj.core.groups.Tuple.tuple("针刺 & 艾灸", 2021, 6));
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void namesWithAPrefixAreTheSameElements() {
    String row = GOOD.replace("<", "<x:").replace("<x:/", "</x:");
    String header = HEADER.replace("<", "<x:").replace("<x:/", "</x:");

    assertThat(Reading.of(XlsxFile.ofRows(header, row).bytes()).titles()).containsExactly("Good");
  }

  @Test
  void aDateIsReadAsItIsShown() {
    String styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"0.0 &quot;days&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>";
    String rows = "";
    for (int style = 0; style < 4; style++) {
      rows +=
          "<row><c t=\"inlineStr\"><is><t>T"
              + style
              + "</t></is></c><c s=\""
              + style
              + "\"><v>"
              + (style == 0 ? "2019" : "43831")
              + "</v></c></row>";
    }

    Reading reading =
        Reading.of(
            XlsxFile.ofRows(XlsxFile.row("Title", "Publication Date"), rows)
                .part("xl/styles.xml", styles)
                .bytes());

    assertThat(reading.citations()).extracting(Citation::year).startsWith(2019, 2020, 2020);
    assertThat(reading.citations().get(1).raw()).isEqualTo("\"T1\",\"2020-01-01\"");
    assertThat(reading.citations().get(3).raw()).isEqualTo("\"T3\",\"43831\"");
  }

  @Test
  void aFaultyRowIsReportedAsTextThatCanBeReadWithItsHeader() throws IOException {
    Reading reading =
        Reading.of(
            XlsxFile.ofRows(HEADER, XlsxFile.row("A", "B", "2001", "", "surplus"), GOOD).bytes());

    assertThat(reading.titles()).containsExactly("Good");
    assertThat(reading.codes()).containsExactly("too-many-columns");
    assertThat(reading.problems().getFirst().line()).isEqualTo(2);
    String raw = reading.problems().getFirst().raw();
    assertThat(raw)
        .isEqualTo("\"Title\",\"Authors\",\"Year\",\"DOI\"\n\"A\",\"B\",\"2001\",,\"surplus\"");
    assertThat(Reading.of(raw.replace(",,\"surplus\"", "")).titles()).containsExactly("A");
  }

  @Test
  void aSheetWithoutAHeaderSaysSo() {
    Reading reading = Reading.of(XlsxFile.ofRows(XlsxFile.row("Dear", "colleagues")).bytes());

    assertThat(reading.citations()).isEmpty();
    assertThat(reading.codes()).containsExactly("no-header");
  }

  @Test
  void otherOfficeDocumentsAreNoText() {
    byte[] document =
        XlsxFile.ofRows().without("xl/workbook.xml").part("word/document.xml", "<w/>").bytes();

    assertThat(Reading.refusal(document)).isEqualTo("not-text");
    assertThat(Reading.refusal(Arrays.copyOf(document, 60)))
        .isIn("not-text", "broken-workbook", "nothing-inside");
  }

  @Test
  void anArchiveWhoseNamesLookLikeAWorkbooksIsAnArchive() {
    byte[] archive =
        XlsxFile.ofRows()
            .without("[Content_Types].xml")
            .part("xl/a.ris", "TY  - JOUR\nTI  - Good\nER  - \n")
            .bytes();

    assertThat(Reading.of(archive).titles()).contains("Good");
  }

  @Test
  void workbooksInAnArchiveAreReadBesideOtherFiles() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("../../a.xlsx"));
      zip.write(XlsxFile.ofRows(HEADER, GOOD).bytes());
      zip.putNextEntry(new ZipEntry("b.ris"));
      zip.write(
          "TY  - JOUR\nTI  - Other\nER  - \n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Reading reading = Reading.of(packed.toByteArray());

    assertThat(reading.titles()).containsExactly("Good", "Other");
    assertThat(reading.summary().format()).isEqualTo("ris, xlsx");
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(twice)) {
      gzip.write(XlsxFile.ofRows(HEADER, GOOD).bytes());
    }
    assertThat(Reading.of(twice.toByteArray()).titles()).containsExactly("Good");
  }

  @Test
  void anotherFormatThanATableIsNotForcedOnAWorkbook() {
    byte[] file = XlsxFile.ofRows(HEADER, GOOD).bytes();

    assertThat(
            Reading.of(new ByteArrayInputStream(file), ReadOptions.automatic().withFormat("csv"))
                .titles())
        .containsExactly("Good");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    Reading.of(
                        new ByteArrayInputStream(file), ReadOptions.automatic().withFormat("ris"))))
        .hasCauseInstanceOf(UnreadableFile.class);
  }

  @Test
  void aSheetInAnotherCharsetIsRead() {
    byte[] file =
        XlsxFile.ofRows()
            .part("xl/worksheets/sheet2.xml", XlsxFile.sheet(HEADER, GOOD).getBytes(UTF_16))
            .bytes();

    assertThat(Reading.of(file).titles()).containsExactly("Good");
  }

  @Test
  void cellsFarBeyondEverySheetAreLeftOut() {
    String far =
        "<row><c t=\"inlineStr\"><is><t>Good</t></is></c>"
            + "<c r=\"ZZZZZZZZZZ2\"><v>1</v></c><c r=\"XFE2\"><v>1</v></c>"
            + "<c r=\"D2\"><v>1e999999999</v></c><c r=\"C2\" t=\"s\"><v>-7</v></c></row>";

    Reading reading = Reading.of(XlsxFile.ofRows(HEADER, far).bytes());

    assertThat(reading.titles()).containsExactly("Good");
  }

  @Test
  void entitiesAreNotFollowedAndSpoilTheirRowOnly() {
    String sheet =
        "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + XlsxFile.sheet(HEADER, XlsxFile.row("&x;", "B", "2001", ""), GOOD);

    Reading reading = Reading.of(XlsxFile.ofRows().part("xl/worksheets/sheet2.xml", sheet).bytes());

    assertThat(reading.titles()).containsExactly("Good");
    assertThat(reading.codes()).contains("malformed-xml");
    assertThat(reading.citations().toString()).doesNotContain("root:");
  }

  @Test
  void bombsAreNotUnpacked() {
    byte[] much = new byte[60_000_000];

    for (String part :
        List.of("xl/sharedStrings.xml", "xl/media/image1.png", "xl/worksheets/sheet2.xml")) {
      assertThat(Reading.refusal(XlsxFile.ofRows(HEADER).part(part, much).bytes()))
          .as(part)
          .isEqualTo("too-much-inside");
    }
  }

  @Test
  void aTextRepeatedInEveryCellIsABombToo() {
    String cell = "<c t=\"s\"><v>0</v></c>";
    String[] rows = new String[3_000];
    Arrays.fill(rows, "<row>" + cell.repeat(4) + "</row>");
    rows[0] = HEADER;

    byte[] file =
        XlsxFile.ofRows(rows)
            .part("xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(39_000) + "</t></si></sst>")
            .bytes();

    assertThat(Reading.refusal(file)).isEqualTo("too-much-inside");
  }

  @Test
  void tooManyPartsAreRefused() {
    XlsxFile file = XlsxFile.ofRows(HEADER, GOOD);
    for (int i = 0; i < 2_500; i++) {
      file.part("xl/media/" + i, "");
    }

    assertThat(Reading.refusal(file.bytes())).isEqualTo("too-many-entries");
  }

  @Test
  void everyTruncationIsReadOrRefused() {
    byte[] file =
        XlsxFile.ofRows(HEADER, GOOD)
            .part("xl/sharedStrings.xml", "<sst><si><t>Title</t></si></sst>")
            .bytes();

    for (int length = 40; length < file.length; length += 7) {
      assertThat(Reading.refusal(Arrays.copyOf(file, length)))
          .isIn("", "broken-workbook", "not-text", "nothing-inside", "unknown-format");
    }
  }

  @Test
  void aSheetOfManyRowsIsReadWhole() {
    String[] rows = new String[40_001];
    Arrays.fill(rows, XlsxFile.row("Good", "Wang, Li", "2021", ""));
    rows[0] = HEADER;

    assertThat(Reading.of(XlsxFile.ofRows(rows).bytes()).citations()).hasSize(40_000);
  }
}
