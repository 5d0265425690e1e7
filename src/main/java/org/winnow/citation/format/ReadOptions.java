package org.winnow.citation.format;

import java.util.function.LongConsumer;

/**
 * How a file is to be read.
 *
 * @param format a format's name, or {@link #AUTO}
 * @param charset a charset's name, or {@link #AUTO}
 * @param progress told now and then how many bytes of the file were read; may throw to give up
 */
public record ReadOptions(String format, String charset, LongConsumer progress) {
  public static final String AUTO = "auto";

  public static ReadOptions automatic() {
    return new ReadOptions(AUTO, AUTO, bytes -> {});
  }

  public ReadOptions withFormat(String name) {
    return new ReadOptions(name, charset, progress);
  }

  public ReadOptions withCharset(String name) {
    return new ReadOptions(format, name, progress);
  }

  public ReadOptions withProgress(LongConsumer hook) {
    return new ReadOptions(format, charset, hook);
  }
}
