package org.winnow.citation.format;

import java.util.function.LongConsumer;

/**
 * How a file is to be read.
 *
 * @param format a format's name, or {@link #AUTO}
 * @param charset a charset's name, or {@link #AUTO}
 * @param columns what the columns of a table mean, or {@link ColumnMapping#NONE}
 * @param progress told now and then how many bytes of the file were read; may throw to give up
 */
public record ReadOptions(
    String format, String charset, ColumnMapping columns, LongConsumer progress) {
  public static final String AUTO = "auto";

  public static ReadOptions automatic() {
    return of(AUTO, AUTO);
  }

  public static ReadOptions of(String format, String charset) {
    return new ReadOptions(format, charset, ColumnMapping.NONE, bytes -> {});
  }

  public ReadOptions withFormat(String name) {
    return new ReadOptions(name, charset, columns, progress);
  }

  public ReadOptions withCharset(String name) {
    return new ReadOptions(format, name, columns, progress);
  }

  public ReadOptions withColumns(ColumnMapping mapping) {
    return new ReadOptions(format, charset, mapping, progress);
  }

  public ReadOptions withProgress(LongConsumer hook) {
    return new ReadOptions(format, charset, columns, hook);
  }
}
