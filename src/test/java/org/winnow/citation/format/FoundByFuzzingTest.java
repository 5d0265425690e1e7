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
}
