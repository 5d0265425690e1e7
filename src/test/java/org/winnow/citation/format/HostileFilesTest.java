package org.winnow.citation.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break a reader, by accident or not. */
class HostileFilesTest {
  private static final String GOOD = "TY  - JOUR\nTI  - Good\nER  - \n";

  private static final String ARTICLE =
      "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>%s</ArticleTitle>"
          + "</Article></MedlineCitation></PubmedArticle>";

  @Test
  void anExternalEntityIsNotReadAndOnlyItsRecordIsLost(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String file =
        "<?xml version=\"1.0\"?><!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\"> <!ENTITY % p SYSTEM \"http://127.0.0.1:9/p.dtd\"> %p;]><PubmedArticleSet>"
            + ARTICLE.formatted("&x;")
            + ARTICLE.formatted("Good")
            + "</PubmedArticleSet>";

    Reading reading = Reading.of(file);

    assertThat(reading.titles()).containsExactly("Good");
    assertThat(reading.codes()).containsExactly("entities-refused", "entities-refused");
    assertThat(reading.citations().toString()).doesNotContain("secret");
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    StringBuilder file =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE xml [<!ENTITY a \"ha\">");
    for (char c = 'b'; c < 'l'; c++) {
      file.append("<!ENTITY ")
          .append(c)
          .append(" \"")
          .append(("&" + (char) (c - 1) + ";").repeat(10))
          .append("\">");
    }
    file.append("]><xml><records><record><titles><title>&k;</title></titles></record>");
    file.append("<record><titles><title>Good</title></titles></record></records></xml>");

    Reading reading = Reading.of(file.toString());

    assertThat(reading.titles()).containsExactly("Good");
    assertThat(reading.codes()).contains("entities-refused");
  }

  @Test
  void malformedXmlLosesOnlyTheRecordWithTheFault() {
    String file =
        "<PubmedArticleSet>\n"
            + ARTICLE.formatted("First")
            + "\n"
            + ARTICLE.formatted("<i>not closed")
            + "\n"
            + ARTICLE.formatted("Third")
            + "\n<PubmedArticle><MedlineCitation>";

    Reading reading = Reading.of(file);

    assertThat(reading.titles()).containsExactly("First", "Third");
    assertThat(reading.problems()).extracting(ParseProblem::line).containsExactly(3, 5);
    assertThat(reading.codes()).containsExactly("malformed-xml", "truncated-record");
  }

  @Test
  void elementsNestedWithoutEndAreRefused() {
    String deep = "<i>".repeat(100_000) + "</i>".repeat(100_000);

    Reading reading =
        Reading.of("<PubmedArticleSet>" + ARTICLE.formatted(deep) + ARTICLE.formatted("Good"));

    assertThat(reading.titles()).containsExactly("Good");
  }

  @Test
  void anEmptyFileAndBlanksAreSaidToBeEmpty() {
    assertThat(Reading.refusal(new byte[0])).isEqualTo("empty-file");
    assertThat(Reading.refusal("  \r\n \n".getBytes(UTF_8))).isEqualTo("empty-file");
    assertThat(Reading.refusal(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}))
        .isEqualTo("empty-file");
  }

  @Test
  void whatIsNoTextIsSaidToBeNone() {
    byte[] noise = new byte[5000];
    new java.util.Random(7).nextBytes(noise);

    assertThat(Reading.refusal("%PDF-1.7\n1 0 obj".getBytes(UTF_8))).isEqualTo("not-text");
    assertThat(Reading.refusal("\u00D0\u00CF\u0011\u00E0".getBytes(ISO_8859_1)))
        .isEqualTo("not-text");
    assertThat(Reading.refusal(new byte[4096])).isEqualTo("not-text");
    assertThat(Reading.refusal(noise)).isEqualTo("not-text");
  }

  @Test
  void proseAndWebPagesAreInNoKnownFormat() {
    assertThat(Reading.refusal("Dear colleagues, see below.\nRegards".getBytes(UTF_8)))
        .isEqualTo("unknown-format");
    assertThat(
            Reading.refusal(
                "<!DOCTYPE html><html><head><title>x</title></head></html>".getBytes(UTF_8)))
        .isEqualTo("unknown-format");
  }

  @Test
  void nulCharactersAreLeftOut() {
    assertThat(Reading.of("TY  - JOUR\nTI  - A\0B\0\nER  - \n").titles()).containsExactly("AB");
  }

  @Test
  void markupInAFieldStaysText() {
    String title = "<script>alert(1)</script> & <b>bold</b> \u202E reversed";

    assertThat(Reading.of("TY  - JOUR\nTI  - " + title + "\nER  - ").titles())
        .containsExactly(title);
  }

  @Test
  void everyLineEndEndsALine() {
    String file = GOOD + GOOD;

    assertThat(Reading.of(file.replace("\n", "\r\n")).titles()).containsExactly("Good", "Good");
    assertThat(Reading.of(file.replace("\n", "\r")).titles()).containsExactly("Good", "Good");
    assertThat(Reading.of(GOOD + GOOD.replace("\n", "\r") + GOOD).titles())
        .containsExactly("Good", "Good", "Good");
    assertThat(Reading.of("TY  - JOUR\r\r\nTI  - Good\r\r\nER  - \r\r\n").titles())
        .containsExactly("Good");
  }

  @Test
  void aLoneCarriageReturnInsideAValueIsABlank() {
    assertThat(Reading.of("TY  - JOUR\nTI  - One\rtwo\nER  - \n").titles())
        .containsExactly("One two");
  }

  @Test
  void aRecordWithoutEndEndsAtTheNextOne() {
    assertThat(Reading.of("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two").titles())
        .containsExactly("One", "Two");
  }

  @Test
  void aRecordThatSaysNothingIsReported() {
    Reading reading = Reading.of("TY  - JOUR\nER  - \n" + GOOD);

    assertThat(reading.titles()).containsExactly("Good");
    assertThat(reading.problems())
        .containsExactly(
            new ParseProblem(
                1,
                "no-content",
                "The record has no title, no authors and no other content.",
                "TY  - JOUR\nER  - \n"));
  }

  @Test
  void bytesOfAnotherCharsetAreReplacedAndReportedWithTheirLine() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ("TY  - JOUR\nTI  - Müller über Größe, ö, ä, ü, é, è, ñ, ø, å, ß, ï, ÿ\nER  - \n")
            .getBytes(UTF_8));
    file.writeBytes("TY  - JOUR\nTI  - Caf".getBytes(UTF_8));
    file.write(0xE9);
    file.writeBytes("\nER  - \n".getBytes(UTF_8));

    Reading reading = Reading.of(file.toByteArray());

    assertThat(reading.summary().charset()).isEqualTo("UTF-8");
    assertThat(reading.titles().getLast()).isEqualTo("Caf\uFFFD");
    assertThat(reading.problems()).extracting(ParseProblem::line).containsExactly(5);
  }

  @Test
  void theFirstAccentAfterALongAsciiStartStillDecidesTheCharset() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(GOOD.repeat(20_000).getBytes(UTF_8));
    file.writeBytes("TY  - JOUR\nTI  - Café Müller\nER  - \n".getBytes(ISO_8859_1));

    Reading reading = Reading.of(file.toByteArray());

    assertThat(reading.titles().getLast()).isEqualTo("Café Müller");
    assertThat(reading.summary().charset()).isEqualTo("windows-1252");
  }

  @Test
  void aLineOfAGigabyteIsCutAndTheNextRecordRead() {
    byte[] megabyte = "word ".repeat(209_715).getBytes(UTF_8);
    Iterator<InputStream> parts =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("TY  - JOUR\nTI  - Long\nAB  - ".getBytes(UTF_8)),
                    Collections.nCopies(1000, megabyte).stream()),
                java.util.stream.Stream.of(("\nER  - \n" + GOOD).getBytes(UTF_8)))
            .<InputStream>map(ByteArrayInputStream::new)
            .iterator();
    InputStream file =
        new SequenceInputStream(
            new java.util.Enumeration<InputStream>() {
              @Override
              public boolean hasMoreElements() {
                return parts.hasNext();
              }

              @Override
              public InputStream nextElement() {
                return parts.next();
              }
            });

    Reading reading = Reading.of(file, ReadOptions.automatic());

    assertThat(reading.titles()).containsExactly("Long", "Good");
    assertThat(reading.codes()).containsExactly("line-too-long");
  }

  @Test
  void aMillionTagsInOneRecordAreCutAndTheNextRecordRead() {
    String file =
        "TY  - JOUR\nTI  - Crowd\n" + "AU  - Name, N\n".repeat(1_000_000) + "ER  - \n" + GOOD;

    Reading reading = Reading.of(file);

    assertThat(reading.titles()).containsExactly("Crowd", "Good");
    assertThat(reading.codes()).containsExactly("too-large-record");
  }

  @Test
  void workGrowsNoFasterThanTheFile() {
    String names = "A1  - Name, N\n".repeat(200_000);
    String words = "KW  - word\nUR  - http://x/ovidweb.cgi?&AN=1\n".repeat(60_000);
    String doi = "DO  - " + "10.".repeat(300_000) + ")".repeat(300_000) + "\n";

    assertThat(Reading.of("TY  - JOUR\nTI  - Crowd\n" + names + words + doi + "ER  - \n").titles())
        .containsExactly("Crowd");
    assertThat(Reading.of("<PubmedArticleSet>" + ARTICLE.formatted("&#".repeat(1_000_000))).codes())
        .containsExactly("malformed-xml");
    assertThat(Reading.of("%0 Book\n%T x\n" + "\n%A x\n%K y\n".repeat(200_000)).titles())
        .contains("x");
  }

  @Test
  void anUnclosedQuoteLosesItsOwnRowOnly() {
    Reading reading =
        Reading.of("Title,Authors,Year\nOne,\"A, B\",2001\nTwo,\"C, D,2002\nThree,E,2003\n");

    assertThat(reading.titles()).containsExactly("One", "Three");
    assertThat(reading.problems()).extracting(ParseProblem::line).containsExactly(3);
  }

  @Test
  void aRowWithMoreColumnsThanTheHeaderIsReported() {
    Reading reading = Reading.of("Title,Authors,Year\nOne, two and three,A,2001\nFour,B,2002\n");

    assertThat(reading.titles()).containsExactly("Four");
    assertThat(reading.codes()).containsExactly("too-many-columns");
  }

  @Test
  void anUnclosedBraceLosesItsOwnEntryOnly() {
    Reading reading =
        Reading.of(
            "@article{a, title={One {never closed}, year=2001}\n@article{b, title={Two}}\n@article{c, title={Thr");

    assertThat(reading.titles()).containsExactly("Two");
    assertThat(reading.codes()).containsExactly("unclosed-brace", "unclosed-brace");
  }

  @Test
  void brokenJsonLosesItsOwnObjectOnly() {
    Reading reading =
        Reading.of(
            "[{\"type\":\"book\",\"title\":\"One\"},{\"title\" \"Two\"},{\"title\":\"Three\"},{\"title\":\"Fo");

    assertThat(reading.titles()).containsExactly("One", "Three");
    assertThat(reading.codes()).containsExactly("malformed-json", "truncated-record");
  }

  @Test
  void archivesAreReadFileByFile() throws IOException {
    byte[] zip =
        zip(
            List.of("a.ris", "../../etc/passwd", "notes.txt", "__MACOSX/._a.ris"),
            List.of(GOOD, GOOD, "prose only", "x"));

    Reading reading = Reading.of(zip);

    assertThat(reading.titles()).containsExactly("Good", "Good");
    assertThat(reading.codes()).containsExactly("unknown-format");
    assertThat(Reading.of(gzip(GOOD.getBytes(UTF_8))).titles()).containsExactly("Good");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    String bomb = GOOD + "N1  - " + "0".repeat(60_000_000);

    assertThat(Reading.refusal(gzip(bomb.getBytes(UTF_8)))).isEqualTo("too-much-inside");
    assertThat(Reading.refusal(zip(List.of("a.ris"), List.of(bomb)))).isEqualTo("too-much-inside");
  }

  @Test
  void anArchiveInAnArchiveIsNotOpened() throws IOException {
    byte[] inner = zip(List.of("a.ris"), List.of(GOOD));

    assertThat(Reading.refusal(gzip(inner))).isEqualTo("nested-container");
    assertThat(Reading.refusal(zip(List.of(), List.of()))).isNotEmpty();
  }

  @Test
  void aDamagedArchiveGivesWhatCameBefore() throws IOException {
    byte[] zip = zip(List.of("a.ris", "b.ris"), List.of(GOOD, GOOD.repeat(1000)));

    Reading reading = Reading.of(java.util.Arrays.copyOf(zip, zip.length - 150));

    assertThat(reading.titles()).contains("Good");
    assertThat(reading.codes()).contains("broken-archive");
  }

  @Test
  void everyTruncationOfAFileReadsWithoutFault() throws IOException {
    byte[] file =
        Files.readAllBytes(Path.of("src/test/resources/citation/pubmed-xml/articles.xml"));

    for (int length = 1; length < file.length; length += 37) {
      byte[] cut = java.util.Arrays.copyOf(file, length);
      assertThat(Reading.refusal(cut)).isIn("", "unknown-format");
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(List<String> names, List<String> contents) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (int i = 0; i < names.size(); i++) {
        out.putNextEntry(new ZipEntry(names.get(i)));
        out.write(contents.get(i).getBytes(UTF_8));
        out.closeEntry();
      }
    }
    return packed.toByteArray();
  }
}
