package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.winnow.citation.Citation;

/** No content of a file makes a reader throw, and what is good in it is kept. */
class ReadingPropertiesTest {
  private static final List<byte[]> SAMPLES = samples();

  private static final CitationSink NOWHERE =
      new CitationSink() {
        @Override
        public void citation(Citation citation) {}

        @Override
        public void problem(ParseProblem problem) {}
      };

  @Property(tries = 400)
  void noFormatThrowsOnAnyText(@ForAll String text) {
    for (CitationFormat format : Formats.all()) {
      assertThatCode(
              () -> {
                format.recognises(text);
                format.read(new StringReader(text), NOWHERE);
              })
          .as(format.name())
          .doesNotThrowAnyException();
    }
  }

  @Property(tries = 400)
  void noFormatThrowsOnItsOwnSigns(@ForAll("signs") String text) {
    for (CitationFormat format : Formats.all()) {
      assertThatCode(() -> format.read(new StringReader(text), NOWHERE))
          .as(format.name())
          .doesNotThrowAnyException();
    }
  }

  @Property(tries = 1500)
  void aDamagedFileIsReadOrRefusedButNeverThrows(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] damaged = damaged(SAMPLES.get(random.nextInt(SAMPLES.size())).clone(), random);
    for (CitationFormat format : Formats.all()) {
      String text = new String(damaged, StandardCharsets.UTF_8);
      assertThatCode(() -> format.read(new StringReader(text), NOWHERE))
          .as(format.name())
          .doesNotThrowAnyException();
    }
    try {
      Reading.of(damaged);
    } catch (UncheckedIOException e) {
      assertThat(e.getCause()).isInstanceOf(UnreadableFile.class);
    }
  }

  @Property(tries = 300)
  void recordsBeforeAndAfterADamagedOneAreKept(@ForAll String garbage) {
    String inside = garbage.replace("\uFEFF", "");
    String file =
        "TY  - JOUR\nTI  - Before\nER  - \nTY  - JOUR\nTI  - Damaged\nAB  - "
            + inside
            + "\nER  - \nTY  - JOUR\nTI  - After\nER  - \n";

    List<String> titles =
        Reading.of(
                new java.io.ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                ReadOptions.automatic().withCharset("UTF-8"))
            .titles();

    assertThat(titles).startsWith("Before").endsWith("After");
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "TY  - ",
            "ER  - ",
            "TI  - x",
            "PMID- 1",
            "<record>",
            "</record>",
            "<title>",
            "&x;",
            "<!--",
            "<![CDATA[",
            "]]>",
            "@article{",
            "}",
            "{",
            "\"",
            "=",
            ",",
            "\\",
            "%0 ",
            "%T x",
            "PT J",
            "ER",
            "RT x",
            "<1>",
            "Record #1 of 2",
            "{Title}: x",
            "【标题】:x",
            "Title-题名: x",
            "DataType: 1",
            "[",
            "]",
            ":",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "\0",
            "\uFEFF",
            "\uD800",
            "Title,Year",
            "#",
            "~",
            "$")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged = file;
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(Math.max(1, damaged.length));
      switch (random.nextInt(4)) {
        case 0 -> damaged = java.util.Arrays.copyOf(damaged, at);
        case 1 -> {
          if (damaged.length > 0) {
            damaged[at] = (byte) random.nextInt(256);
          }
        }
        case 2 -> {
          byte[] twice = java.util.Arrays.copyOf(damaged, damaged.length + damaged.length - at);
          System.arraycopy(damaged, at, twice, damaged.length, damaged.length - at);
          damaged = twice;
        }
        default -> {
          byte[] without = java.util.Arrays.copyOf(damaged, damaged.length);
          int length = Math.min(random.nextInt(20), damaged.length - at);
          System.arraycopy(damaged, at + length, without, at, damaged.length - at - length);
          damaged = java.util.Arrays.copyOf(without, damaged.length - length);
        }
      }
    }
    return damaged;
  }

  private static List<byte[]> samples() {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/citation"))) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".expected.json"))
          .sorted()
          .map(ReadingPropertiesTest::bytes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
