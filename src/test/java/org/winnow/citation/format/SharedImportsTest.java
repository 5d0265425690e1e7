package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.winnow.SharedData;
import org.winnow.citation.Citation;

/** Real exports of many databases, where they are at hand. */
class SharedImportsTest {
  private static final Pattern ROW = Pattern.compile("^\\| (\\S+/\\S+) \\| (\\d+) \\|");

  /** Counted there by another sign than a record's: one of the three has no type. */
  private static final Map<String, Integer> COUNTED_OTHERWISE = Map.of("enw/endnote-2.enl", 3);

  private static Path folder() {
    Optional<Path> folder = SharedData.folder("imports");
    assumeTrue(folder.isPresent());
    return folder.get();
  }

  private static Map<String, Integer> counts(Path folder) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("SOURCES.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.find() && !row.group(1).endsWith(".expected.bib")) {
        counts.put(row.group(1), Integer.parseInt(row.group(2)));
      }
    }
    counts.putAll(COUNTED_OTHERWISE);
    return counts;
  }

  @TestFactory
  Stream<DynamicTest> everyRecordIsReadOrReported() throws IOException {
    Path folder = folder();
    return counts(folder).entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      Reading reading =
                          Reading.of(Files.readAllBytes(folder.resolve(file.getKey())));
                      assertThat(reading.citations().size() + reading.problems().size())
                          .isEqualTo(file.getValue());
                      // Two of the records made of each type code are empty.
                      assertThat(reading.problems())
                          .hasSize(file.getKey().contains("all-types") ? 2 : 0);
                    }));
  }

  @Test
  void chineseFilesReadAsAnotherProgramReadsThem() throws IOException {
    Path folder = folder().resolve("chinese");
    for (String name : List.of("cnki-noteexpress-5", "noteexpress-line-break-in-address")) {
      Reading ours = Reading.of(Files.readAllBytes(folder.resolve(name + ".net")));
      Reading theirs = Reading.of(Files.readAllBytes(folder.resolve(name + ".expected.bib")));
      assertThat(ours.citations()).hasSameSizeAs(theirs.citations());
      for (int i = 0; i < ours.citations().size(); i++) {
        Citation a = ours.citations().get(i);
        Citation b = theirs.citations().get(i);
        assertThat(a.title()).isEqualTo(b.title());
        assertThat(a.journal()).isEqualTo(b.journal());
        assertThat(a.year()).isEqualTo(b.year());
        assertThat(a.volume()).isEqualTo(b.volume());
        assertThat(a.issue()).isEqualTo(b.issue());
        assertThat(a.pages()).isEqualTo(b.pages());
        assertThat(a.abstracts()).isEqualTo(b.abstracts());
        assertThat(a.authors()).hasSameSizeAs(b.authors());
      }
    }
  }

  @Test
  void referTagsReadAsAnotherProgramReadsThem() throws IOException {
    Path folder = folder().resolve("enw");
    Reading ours = Reading.of(Files.readAllBytes(folder.resolve("endnote-2.enl")));
    Reading theirs = Reading.of(Files.readAllBytes(folder.resolve("endnote-2.expected.bib")));

    assertThat(ours.citations())
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "title", "authors", "year", "journal", "volume", "issue", "pages", "url")
        .isEqualTo(theirs.citations());
  }

  /** Compared with the plainest reading of the tags that can be written down. */
  @TestFactory
  Stream<DynamicTest> risFieldsAreThoseOfTheirTags() throws IOException {
    Path folder = folder().resolve("ris");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> listed = files.filter(file -> !file.toString().contains("odd-")).sorted().toList();
      return listed.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }
  }

  private static void compare(Path file) throws IOException {
    List<Map<String, List<String>>> records =
        plainly(Files.readString(file, StandardCharsets.UTF_8));
    List<Citation> citations = Reading.of(Files.readAllBytes(file)).citations();
    assertThat(citations).hasSameSizeAs(records);
    int wrong = 0;
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      Map<String, List<String>> tags = records.get(i);
      Citation c = citations.get(i);
      List<String> before = List.copyOf(differences);
      check("title", same(c.title().first(), one(tags, "TI", "T1")), c, differences);
      check("authors", c.authors().size() == many(tags, "AU", "A1"), c, differences);
      check("year", one(tags, "PY", "Y1", "DA").contains(String.valueOf(c.year())), c, differences);
      check("volume", same(c.volume(), one(tags, "VL")), c, differences);
      check(
          "doi",
          one(tags, "DO").isEmpty() || one(tags, "DO").toLowerCase().contains(c.doi()),
          c,
          differences);
      check("type", c.type().equals(one(tags, "TY")), c, differences);
      check(
          "first page",
          one(tags, "SP").isEmpty()
              || one(tags, "SP").equals("No")
              || c.pages().startsWith(one(tags, "SP")),
          c,
          differences);
      String text = one(tags, "AB").isEmpty() ? one(tags, "N2") : one(tags, "AB");
      String sides = flat(c.abstracts().en()) + "\n" + flat(c.abstracts().zh());
      check("abstract", sides.contains(flat(text)), c, differences);
      wrong += differences.size() > before.size() ? 1 : 0;
    }
    assertThat(wrong * 100.0 / records.size()).as(differences.toString()).isLessThanOrEqualTo(3);
  }

  private static void check(String field, boolean right, Citation c, List<String> differences) {
    if (!right) {
      differences.add("line " + c.line() + " " + field);
    }
  }

  private static boolean same(String a, String b) {
    return flat(a).equals(flat(b));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String one(Map<String, List<String>> tags, String... names) {
    for (String name : names) {
      if (tags.containsKey(name)) {
        return tags.get(name).getFirst();
      }
    }
    return "";
  }

  private static int many(Map<String, List<String>> tags, String... names) {
    int count = 0;
    for (String name : names) {
      count += tags.getOrDefault(name, List.of()).size();
    }
    return count;
  }

  private static List<Map<String, List<String>>> plainly(String text) {
    List<Map<String, List<String>>> records = new ArrayList<>();
    Map<String, List<String>> record = new TreeMap<>();
    Pattern tag = Pattern.compile("^\\uFEFF?([A-Z][A-Z0-9])  -\\s*(.*)$");
    for (String line : text.split("\r?\n|\r(?=[A-Z][A-Z0-9]  -)")) {
      Matcher tagged = tag.matcher(line);
      if (!tagged.find()) {
        continue;
      }
      if (tagged.group(1).equals("TY")) {
        record = new TreeMap<>();
        records.add(record);
      }
      String value = tagged.group(2).strip();
      if (!value.isEmpty()) {
        record.computeIfAbsent(tagged.group(1), name -> new ArrayList<>()).add(value);
      }
    }
    return records;
  }
}
