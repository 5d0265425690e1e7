package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;

class BibtexParentsTest {
  private static final String CHAPTER =
      "@inproceedings{a, title={A paper}, author={Gray, Ann}, pages={1--9}, crossref={Vol}}\n";
  private static final String VOLUME =
      "@proceedings{vol, title={Proceedings of Grass}, year=2019, series={Lawns},"
          + " doi={10.5555/whole}, abstract={Of the whole.}}\n";

  @Test
  void aPaperTakesYearAndTitleOfTheVolumeBehindIt() {
    Reading reading = Reading.of(CHAPTER + VOLUME);

    Citation paper = reading.citations().getLast();
    assertThat(reading.titles()).containsExactly("Proceedings of Grass", "A paper");
    assertThat(paper.journal()).isEqualTo("Proceedings of Grass");
    assertThat(paper.year()).isEqualTo(2019);
  }

  @Test
  void aPaperTakesThemOfTheVolumeBeforeIt() {
    assertThat(Reading.of(VOLUME + CHAPTER).citations().getLast().journal())
        .isEqualTo("Proceedings of Grass");
  }

  @Test
  void whatIsTheVolumesOwnIsNotThePapers() {
    Citation paper = Reading.of(VOLUME + CHAPTER).citations().getLast();

    assertThat(paper.doi()).isEmpty();
    assertThat(paper.abstracts().isEmpty()).isTrue();
    assertThat(paper.authors()).containsExactly("Gray, Ann");
  }

  @Test
  void whatAPaperSaysItselfStands() {
    String own = CHAPTER.replace("pages=", "year=2020, booktitle={Selected papers}, pages=");

    Citation paper = Reading.of(own + VOLUME).citations().getLast();

    assertThat(paper.year()).isEqualTo(2020);
    assertThat(paper.journal()).isEqualTo("Selected papers");
  }

  @Test
  void aPaperWhoseVolumeIsNotInTheFileIsReadAllTheSame() {
    assertThat(Reading.of(CHAPTER).titles()).containsExactly("A paper");
  }
}
