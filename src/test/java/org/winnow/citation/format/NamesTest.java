package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Smith J|Smith, J",
        "Smith, John A., Jr|Smith, John A., Jr",
        "Smith JA Jr|Smith, JA, Jr",
        "Smith,John|Smith, John",
        "J. A. Smith|Smith, J. A.",
        "J.A. van der Berg|van der Berg, J.A.",
        "van der Berg P|van der Berg, P",
        "U.S. Tea Board|U.S. Tea Board",
        "St. Mary|St. Mary",
        "The Tea Investigators|The Tea Investigators",
        "John Smith|John Smith",
        "李雷|李雷"
      })
  void aNameIsPutFamilyFirstWhereItTellsItsFamilyName(String written, String name) {
    assertThat(Names.familyFirst(written)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Smith J; Jones K|2",
        "Smith, J., Jones, K.|2",
        "Smith J, Jones K, Brown L|3",
        "Smith, John and Jones, Kate|2",
        "Smith and Nephew Group|1",
        "Smith, John A., Jr|1",
        "张三;李四;|2",
        "欧阳修，司马光|2",
        "张, 晓明|1"
      })
  void aLineIsPartedIntoAsManyNamesAsItHolds(String line, int names) {
    assertThat(Names.ofLine(line)).hasSize(names);
  }
}
