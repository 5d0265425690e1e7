package org.winnow.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        "-2.38|-2.38",
        "1,5|1.5",
        "0,123|0.123",
        ",5|.5",
        "−2.38|-2.38",
        "–0,7|-0.7",
        "０．７２|0.72",
        "0·72|0.72",
        "1e-3|1e-3",
        "12,3456|12.3456"
      })
  void readsNumbersAsPapersPrintThem(String typed, String number) {
    Cell cell = Cell.of(typed);

    assertThat(cell.state()).isEqualTo(Cell.State.NUMBER);
    assertThat(cell.value()).isEqualTo(number);
    assertThat(cell.wasRespelt()).isEqualTo(!typed.equals(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234|TWO_MEANINGS",
        "-12,345|TWO_MEANINGS",
        "<0.001|NOT_A_NUMBER",
        "4/12|NOT_A_NUMBER",
        "1.2.3|NOT_A_NUMBER",
        "1,2,3|NOT_A_NUMBER",
        "NaN|NOT_A_NUMBER",
        "Infinity|NOT_A_NUMBER",
        "0x1p3|NOT_A_NUMBER",
        "1e999|NOT_FINITE",
        "NA|EMPTY"
      })
  void keepsWhatIsNoNumberAndSaysWhy(String typed, Cell.State state) {
    Cell cell = Cell.of(typed);

    assertThat(cell.state()).isEqualTo(state);
    assertThat(cell.typed()).isEqualTo(typed);
    assertThat(cell.wasRespelt()).isFalse();
  }

  @Test
  void aRowRemembersHowANumberWasTypedUntilItIsTypedAnew() {
    StudyRow read = row(Map.of("m1i", "1,5", "n1i", "a few"), Map.of()).read();

    assertThat(read.values()).isEqualTo(Map.of("m1i", "1.5", "n1i", "a few"));
    assertThat(read.spellings()).isEqualTo(Map.of("m1i", "1,5"));

    StudyRow savedAgain = row(Map.of("m1i", "1.5"), read.spellings()).read();
    assertThat(savedAgain.spellings()).isEqualTo(Map.of("m1i", "1,5"));

    StudyRow typedAnew = row(Map.of("m1i", "1.6"), read.spellings()).read();
    assertThat(typedAnew.spellings()).isEmpty();
  }

  private static StudyRow row(Map<String, String> values, Map<String, String> typed) {
    return new StudyRow(
        new UUID(0, 1),
        0,
        "Smith 2009",
        null,
        null,
        null,
        null,
        values,
        null,
        null,
        null,
        null,
        null,
        null,
        typed);
  }
}
