package org.winnow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ParagraphTest {
  private static final TextStyle STYLE = new TextStyle(Weight.REGULAR, 13, Colour.INK);
  private static final TextStyle BOLD = new TextStyle(Weight.SEMIBOLD, 13, Colour.INK);

  @Test
  void latinTextBreaksBetweenWords() {
    assertThat(wrapped("No eligible comparison with another treatment", 150))
        .containsExactly("No eligible comparison", "with another treatment");
  }

  @Test
  void chineseTextBreaksBetweenCharacters() {
    List<String> lines = wrapped("对照组患者同样接受了间充质干细胞治疗", 100);

    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines.getFirst()).hasSize(7);
  }

  @Test
  void noChineseLineBeginsWithAComma() {
    for (int width = 30; width < 200; width++) {
      assertThat(wrapped("人群不符，仅成人，无儿童；无对照。", width)).noneMatch(line -> line.matches("^[，；。].*"));
    }
  }

  @Test
  void aNumberStaysInOnePieceAndIsWrittenWithPlainSpaces() {
    List<Run> runs =
        List.of(
            new Run("Reports assessed for eligibility ", STYLE),
            new Run("(n\u00a0=\u00a07,938)", BOLD));

    assertThat(lines(Paragraph.wrap(runs, 230, Locale.ENGLISH)))
        .containsExactly("Reports assessed for eligibility", "(n = 7,938)");
  }

  @Test
  void aWordThatIsTooLongIsCutWhereTheLineIsFull() {
    List<Paragraph.Line> lines =
        Paragraph.wrap(List.of(new Run("W".repeat(40), STYLE)), 100, Locale.ENGLISH);

    assertThat(lines).allMatch(line -> line.width() <= 100);
    assertThat(String.join("", lines(lines))).isEqualTo("W".repeat(40));
  }

  @Test
  void itemsArePackedWholeAndSeparatedOnlyWithinALine() {
    List<List<Run>> items =
        List.of(
            List.of(new Run("PubMed", STYLE)),
            List.of(new Run("Web of Science", STYLE)),
            List.of(new Run("SinoMed", STYLE)));

    assertThat(lines(Paragraph.pack(items, new Run(" · ", STYLE), 130, Locale.ENGLISH)))
        .containsExactly("PubMed", "Web of Science", "SinoMed");
    assertThat(lines(Paragraph.pack(items, new Run(" · ", STYLE), 170, Locale.ENGLISH)))
        .containsExactly("PubMed · Web of Science", "SinoMed");
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    assertThat(wrapped("", 100)).containsExactly("");
  }

  @Property(tries = 500)
  void nothingIsLostAndNoLineIsTooWide(
      @ForAll String text, @ForAll @DoubleRange(min = 60, max = 400) double width) {
    Run run = new Run(text, STYLE);

    List<Paragraph.Line> lines = Paragraph.wrap(List.of(run), width, Locale.ENGLISH);

    assertThat(withoutSpaces(String.join("", lines(lines)))).isEqualTo(withoutSpaces(run.text()));
    assertThat(lines).allMatch(line -> line.width() <= width);
  }

  private static List<String> wrapped(String text, double width) {
    return lines(Paragraph.wrap(List.of(new Run(text, STYLE)), width, Locale.ENGLISH));
  }

  private static List<String> lines(List<Paragraph.Line> lines) {
    return lines.stream()
        .map(line -> line.runs().stream().map(Run::text).collect(Collectors.joining()))
        .toList();
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("[ \u00a0]", "");
  }
}
