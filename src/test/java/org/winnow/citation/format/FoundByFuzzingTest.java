package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FoundByFuzzingTest {
  @Test
  void whatTheFuzzerFoundOnceStaysMended() throws IOException {
    for (byte[] input : ReadersFuzzTest.found()) {
      assertThatCode(() -> ReadersFuzzer.fuzzerTestOneInput(input)).doesNotThrowAnyException();
    }
  }

  /** The fuzzer's own good records have to come out before it may blame a reader. */
  @Test
  void goodRecordsOfTheFuzzerComeOutBehindNothing() {
    for (int choice = 0; choice < 2 * Formats.all().size(); choice++) {
      byte[] nothing = {(byte) choice};
      assertThatCode(() -> ReadersFuzzer.fuzzerTestOneInput(nothing)).doesNotThrowAnyException();
    }
  }
}
