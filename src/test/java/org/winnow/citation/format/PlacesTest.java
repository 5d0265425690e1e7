package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.citation.Citation;

/** Journal, volume, issue and pages that a database writes into one string. */
class PlacesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAMA. 319(7):698-710, 2018 Feb 20. | JAMA | 319 | 7 | 698-710 | 2018",
        "Compass. January/February 2010;14(1):56-61 | Compass | 14 | 1 | 56-61 | 2010",
        "Weather. Vol.43(5), Sep 2015, pp. 623-634. | Weather | 43 | 5 | 623-634 | 2015",
        "Weather. Vol.43, Sep 2015, pp. 623-634. | Weather | 43 | '' | 623-634 | 2015",
        "Weather. Vol 43, 2015, pp. e12. | Weather | 43 | '' | e12 | 2015",
        "Abstracts A. Vol.79(5-A(E)), 2018, pp. 7. | Abstracts A | 79 | 5-A(E) | 7 | 2018",
        "Harefuah. (3):210-5, 2010 Jan. | Harefuah | '' | 3 | 210-5 | 2010",
        "Vaccine. 38, 2020 Jan. | Vaccine | 38 | '' | '' | 2020",
        "Annals of Botany. Jan 2024, pp. mcae033. | Annals of Botany | '' | '' | mcae033 | 2024",
        "Farmers Weekly. Jan 2024. | Farmers Weekly | '' | '' | '' | 2024"
      })
  void ofOvid(String source, String journal, String volume, String issue, String pages, int year) {
    Citation read =
        Reading.of("<1>\nUI  - 1\nTI  - A\nSO  - " + source + "\n").citations().getFirst();

    assertThat(read.journal()).isEqualTo(journal);
    assertThat(read.volume()).isEqualTo(volume);
    assertThat(read.issue()).isEqualTo(issue);
    assertThat(read.pages()).isEqualTo(pages);
    assertThat(read.year()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "示例杂志;2016;38(4):310-320 | 示例杂志 | 38 | 4 | 310-320",
        "示例杂志 2015年12卷3期 45-49页 | 示例杂志 | 12 | 3 | 45-49",
        "示例杂志;2021;:1-7 | 示例杂志 | '' | '' | 1-7"
      })
  void ofSinoMed(String source, String journal, String volume, String issue, String pages) {
    Citation read =
        Reading.of("1.\n【流水号】: 1\n【标题】: 示例\n【作者】: 张三\n【出处】: " + source + "\n")
            .citations()
            .getFirst();

    assertThat(read.journal()).isEqualTo(journal);
    assertThat(read.volume()).isEqualTo(volume);
    assertThat(read.issue()).isEqualTo(issue);
    assertThat(read.pages()).isEqualTo(pages);
  }

  @Test
  void proceedingsWithoutATitleHaveTheOneTheirPapersUse() {
    Citation read =
        Reading.of("@proceedings{a, booktitle={Proceedings of the First}, year={2015}}")
            .citations()
            .getFirst();

    assertThat(read.title().first()).isEqualTo("Proceedings of the First");
  }
}
