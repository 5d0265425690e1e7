package org.winnow.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.winnow.lookup.Highlights.Piece;

class HighlightsTest {
  @Test
  void aWordIsFoundInItsOtherForms() throws NotUnderstood {
    assertThat(title("Cells transplanted into mice", "cell transplantation"))
        .isEqualTo("[Cells] [transplanted] into mice");
  }

  @Test
  void aPhraseIsFoundInItsOwnFormOnly() throws NotUnderstood {
    assertThat(title("Stem cell; stem cells", "\"stem cells\""))
        .isEqualTo("Stem cell; [stem cells]");
  }

  @Test
  void aBeginningMarksTheWholeWord() throws NotUnderstood {
    assertThat(title("Hypertension and hypotension", "hypert*"))
        .isEqualTo("[Hypertension] and hypotension");
  }

  @Test
  void chineseIsFoundAsItStands() throws NotUnderstood {
    assertThat(title("间充质干细胞治疗2型糖尿病的随机对照试验", "糖尿病 干细胞")).isEqualTo("间充质[干细胞]治疗2型[糖尿病]的随机对照试验");
    assertThat(title("肺癌与胃癌", "癌")).isEqualTo("肺[癌]与胃[癌]");
  }

  @Test
  void fullWidthLettersAndAccentsAreNoObstacle() throws NotUnderstood {
    assertThat(title("Ｍｅｓｅｎｃｈｙｍａｌ naïve Müller", "mesenchymal naive muller"))
        .isEqualTo("[Ｍｅｓｅｎｃｈｙｍａｌ] [naïve] [Müller]");
  }

  @Test
  void whatIsUnwantedOrOfAnotherFieldIsNotMarked() throws NotUnderstood {
    assertThat(title("Lupus in mice", "lupus -mice abstract:in")).isEqualTo("[Lupus] in mice");
  }

  @Test
  void theLanguageThatHoldsTheHitIsShown() throws NotUnderstood {
    assertThat(
            Highlights.whole(
                List.of("红斑狼疮", "Lupus"), LookupParser.parse("lupus"), LookupField.TITLE))
        .containsExactly(new Piece("Lupus", true));
  }

  @Test
  void ofALongTextOnlyTheNeighbourhoodsAreShown() throws NotUnderstood {
    String filler = "neither here nor there ".repeat(40);

    List<List<Piece>> snippets =
        Highlights.snippets(
            List.of("", filler + "a hit stands here " + filler + "another hit"),
            LookupParser.parse("hit"),
            LookupField.ABSTRACT);

    assertThat(snippets).hasSize(2).allSatisfy(s -> assertThat(text(s)).hasSizeLessThan(260));
    assertThat(text(snippets.getFirst()))
        .startsWith("… ")
        .endsWith(" …")
        .contains("a [hit] stands");
    assertThat(text(snippets.getLast())).endsWith("another [hit]");
  }

  @Test
  void thePiecesOfAWholeTextGiveTheTextAgain() throws NotUnderstood {
    String text = "Effect of “MSC” on 类风湿关节炎 (RA): 𝒂 trial";
    String again =
        Highlights.whole(List.of(text), LookupParser.parse("effect trial 关节炎"), LookupField.TITLE)
            .stream()
            .map(Piece::text)
            .collect(Collectors.joining());
    assertThat(again).isEqualTo(text);
  }

  private static String title(String title, String query) throws NotUnderstood {
    return text(Highlights.whole(List.of(title), LookupParser.parse(query), LookupField.TITLE));
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.hit() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
