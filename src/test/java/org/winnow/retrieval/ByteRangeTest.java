package org.winnow.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
  @Test
  void aPartIsWhatLiesWithinTheFile() {
    assertThat(ByteRange.of("bytes=0-0", 10)).contains(new ByteRange(0, 1));
    assertThat(ByteRange.of("bytes=2-5", 10)).contains(new ByteRange(2, 4));
    assertThat(ByteRange.of("bytes=8-", 10)).contains(new ByteRange(8, 2));
    assertThat(ByteRange.of("bytes=5-99", 10)).contains(new ByteRange(5, 5));
    assertThat(ByteRange.of("bytes=-3", 10)).contains(new ByteRange(7, 3));
    assertThat(ByteRange.of("bytes=-30", 10)).contains(new ByteRange(0, 10));
  }

  @Test
  void whatLiesBehindTheEndIsNothing() {
    assertThat(ByteRange.of("bytes=10-", 10)).map(ByteRange::length).contains(0L);
    assertThat(ByteRange.of("bytes=99-100", 10)).map(ByteRange::length).contains(0L);
    assertThat(ByteRange.of("bytes=-0", 10)).map(ByteRange::length).contains(0L);
    assertThat(new ByteRange(10, 0).contentRange(10)).isEqualTo("bytes */10");
  }

  @Test
  void wordsThatNobodyHasToUnderstandMeanAllOfIt() {
    for (String header :
        new String[] {
          "",
          "bytes=",
          "bytes=-",
          "bytes=5-2",
          "bytes=0-1,3-4",
          "lines=0-1",
          "bytes=a-b",
          "bytes=0-99999999999999999999"
        }) {
      assertThat(ByteRange.of(header, 10)).as(header).isEmpty();
    }
    assertThat(ByteRange.of(null, 10)).isEqualTo(Optional.empty());
  }

  @Test
  void anAnswerNamesFirstLastAndSize() {
    assertThat(new ByteRange(2, 4).contentRange(10)).isEqualTo("bytes 2-5/10");
  }
}
