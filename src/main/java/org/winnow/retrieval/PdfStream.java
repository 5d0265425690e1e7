package org.winnow.retrieval;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.winnow.platform.RuleViolation;

/**
 * Lets a PDF pass and nothing else, by what frames it (ISO 32000-1, 7.5): the header with the
 * version at its beginning, where readers allow for some bytes before it, and the place of the
 * cross-reference table at its end. What is between is for the reader's own browser to make sense
 * of: the server never unpacks what a file holds. In constant memory.
 */
final class PdfStream extends FilterInputStream {
  /** Readers look for the header in so many bytes (ISO 32000-1, annex H, note 13). */
  private static final int HEAD = 1024;

  /** Some writers and mail gateways leave bytes behind the end. */
  private static final int TAIL = 8192;

  private static final Pattern HEADER = Pattern.compile("%PDF-\\d\\.\\d");
  private static final Pattern END = Pattern.compile("startxref\\s+\\d+");

  private final ByteArrayOutputStream head = new ByteArrayOutputStream(HEAD);
  private byte[] tail = new byte[0];
  private boolean begun;

  PdfStream(InputStream content) {
    super(content);
  }

  /**
   * Reads on.
   *
   * @throws RuleViolation {@code not-a-pdf} when it does not begin like one, {@code pdf-incomplete}
   *     at its end when that is missing
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      take(buffer, offset, n);
    } else if (n < 0) {
      refuseUnlessBegun();
      if (!END.matcher(text(tail)).find()) {
        throw RuleViolation.invalid("pdf-incomplete");
      }
    }
    return n;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int n = read(one, 0, 1);
    return n < 0 ? n : one[0] & 0xff;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void take(byte[] buffer, int offset, int length) {
    if (!begun) {
      head.write(buffer, offset, Math.min(length, HEAD - head.size()));
      if (head.size() == HEAD) {
        refuseUnlessBegun();
      }
    }
    byte[] all = Arrays.copyOf(tail, tail.length + length);
    System.arraycopy(buffer, offset, all, tail.length, length);
    tail = all.length > TAIL ? Arrays.copyOfRange(all, all.length - TAIL, all.length) : all;
  }

  private void refuseUnlessBegun() {
    if (!begun && !HEADER.matcher(text(head.toByteArray())).find()) {
      throw RuleViolation.withStatus(415, "not-a-pdf");
    }
    begun = true;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
