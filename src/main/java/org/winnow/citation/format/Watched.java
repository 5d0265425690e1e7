package org.winnow.citation.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that tells how much of it was read. */
final class Watched extends FilterInputStream {
  private static final long STEP = 1 << 18;

  private final LongConsumer progress;
  private long told;
  long count;

  Watched(InputStream stream, LongConsumer progress) {
    super(stream);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    add(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    add(Math.max(read, 0));
    return read;
  }

  private void add(int bytes) {
    count += bytes;
    if (count - told >= STEP) {
      report();
    }
  }

  void report() {
    told = count;
    progress.accept(count);
  }
}
