package org.winnow.citation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.citation.Citation;

/**
 * What the fuzzer calls with bytes of its making. The first byte picks the reader, the rest is the
 * file: read by itself by whatever the file seems to be, or behind a good record of the reader's
 * own format, which has to come out whatever follows it.
 */
public final class ReadersFuzzer {
  static final String GOOD = "Good record";

  /** A good record of each format, closed, with what the format wants before the next one. */
  private static final Map<String, String> BEFORE =
      Map.ofEntries(
          Map.entry("ris", "TY  - JOUR\nTI  - " + GOOD + "\nER  - \n\nTY  - JOUR\n"),
          Map.entry("nbib", "PMID- 1\nTI  - " + GOOD + "\nPT  - Journal Article\n\nPMID- 2\n"),
          Map.entry(
              "pubmed-xml",
              "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>"
                  + "<ArticleTitle>"
                  + GOOD
                  + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n"),
          Map.entry(
              "endnote-xml",
              "<xml><records><record><titles><title>" + GOOD + "</title></titles></record>\n"),
          Map.entry(
              "ictrp-xml",
              "<Trials_downloaded_from_ICTRP><Trial><TrialID>A1</TrialID><Public_title>"
                  + GOOD
                  + "</Public_title></Trial>\n"),
          Map.entry("enw", "%0 Journal Article\n%T " + GOOD + "\n%D 2001\n\n%0 Book\n"),
          Map.entry("bibtex", "@article{a, title={" + GOOD + "}, year=2001}\n"),
          Map.entry("wos", "FN x\nVR 1.0\nPT J\nTI " + GOOD + "\nPY 2001\nER\n\nPT J\n"),
          Map.entry("refworks", "RT Journal Article\nT1 " + GOOD + "\nYR 2001\n\nRT Book\n"),
          Map.entry("ovid", "<1>\nUI  - 1\nTI  - " + GOOD + "\nYR  - 2001\n\n<2>\n"),
          Map.entry(
              "cochrane",
              "Record #1 of 2\nID: CD1\nTI: " + GOOD + "\nYR: 2001\n\nRecord #2 of 2\n"),
          Map.entry(
              "noteexpress",
              "{Reference Type}: Journal Article\n{Title}: "
                  + GOOD
                  + "\n{Year}: 2001\n\n\n{Reference Type}: Journal Article\n"),
          Map.entry("cnki", "DataType: 1\nTitle-题名: " + GOOD + "\nYear-年: 2001\nDataType: 1\n"),
          Map.entry("sinomed", "1.\n【流水号】: 1\n【标题】: " + GOOD + "\n【作者】: 张三\n\n2.\n"),
          Map.entry("csl-json", "[{\"type\":\"book\",\"title\":\"" + GOOD + "\"},\n"),
          Map.entry("eppi-json", "{\"References\":[{\"ItemId\":1,\"Title\":\"" + GOOD + "\"},\n"),
          Map.entry("csv", "Title,Authors,Year\n" + GOOD + ",\"A, B\",2001\n"));

  /** Good records that the formats find again behind anything, since a line starts them. */
  private static final Map<String, String> BEHIND =
      Map.of(
          "ris", "\n\nTY  - JOUR\nTI  - " + GOOD + "\nER  - \n",
          "wos", "\nER\n\nPT J\nTI " + GOOD + "\nPY 2001\nER\n",
          "bibtex", "\n@article{z, title={" + GOOD + "}, year=2001}\n");

  private ReadersFuzzer() {}

  /** Named as the fuzzer wants it. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    int choice = (input[0] & 0xFF) % (2 * Formats.all().size() + 1);
    byte[] file = new byte[input.length - 1];
    System.arraycopy(input, 1, file, 0, file.length);
    if (choice == 2 * Formats.all().size()) {
      readAsItSeems(file);
      return;
    }
    CitationFormat format = Formats.all().get(choice / 2);
    String text = new String(file, StandardCharsets.UTF_8);
    if (choice % 2 == 0 || !BEHIND.containsKey(format.name())) {
      mustHoldGoodRecord(format, BEFORE.get(format.name()) + text);
    } else {
      // A lone carriage return parts lines in files without line feeds only.
      mustHoldGoodRecord(format, "\n" + text.replace('\r', '\n') + BEHIND.get(format.name()));
    }
  }

  /** The bytes that the fuzzer starts from, for a sample of a format. */
  static byte[] seed(String format, byte[] sample) {
    int choice = 2 * Formats.all().size();
    for (int i = 0; i < Formats.all().size(); i++) {
      choice = Formats.all().get(i).name().equals(format) ? 2 * i : choice;
    }
    byte[] seed = new byte[sample.length + 1];
    seed[0] = (byte) choice;
    System.arraycopy(sample, 0, seed, 1, sample.length);
    return seed;
  }

  private static void readAsItSeems(byte[] file) throws IOException {
    try {
      CitationReader.read(
          new ByteArrayInputStream(file), ReadOptions.automatic(), new Titles(new ArrayList<>()));
    } catch (UnreadableFile e) {
      if (e.code().isEmpty()) {
        throw new AssertionError("refused without a reason", e);
      }
    }
  }

  private static void mustHoldGoodRecord(CitationFormat format, String text) throws IOException {
    List<String> titles = new ArrayList<>();
    format.recognises(text);
    format.read(new StringReader(text), new Titles(titles));
    if (!titles.contains(GOOD)) {
      throw new AssertionError(format.name() + " lost a good record: " + titles);
    }
  }

  private record Titles(List<String> titles) implements CitationSink {
    @Override
    public void citation(Citation citation) {
      titles.add(citation.title().first());
    }

    @Override
    public void problem(ParseProblem problem) {
      if (problem.code().isEmpty() || problem.raw().length() > Limits.PROBLEM) {
        throw new AssertionError("a problem without a reason or with too much of the file");
      }
    }
  }
}
