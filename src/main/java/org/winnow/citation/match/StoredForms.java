package org.winnow.citation.match;

import java.util.List;
import java.util.function.Consumer;

/**
 * Prepared records as bytes, about a quarter of a kilobyte each, so that they need not be prepared
 * again whenever others come in. Reads many blocks; texts that records share are held once.
 */
public final class StoredForms {
  /**
   * Changes whenever some record would be prepared otherwise than before, or written otherwise;
   * bytes of another version are not to be read.
   */
  public static final int VERSION = 2;

  private FormReader reader = new FormReader(new byte[0]);

  public static byte[] write(List<Normalised> records) {
    FormWriter out = new FormWriter();
    records.forEach(record -> record.writeTo(out));
    return out.written();
  }

  /**
   * Hands on the records of one block in their order.
   *
   * @throws IndexOutOfBoundsException when the bytes are none that {@link #write} gave
   */
  public void read(byte[] block, Consumer<Normalised> taker) {
    reader = reader.with(block);
    while (!reader.isAtEnd()) {
      taker.accept(new Normalised(reader));
    }
  }
}
