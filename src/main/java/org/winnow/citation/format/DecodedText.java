package org.winnow.citation.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * A stream of bytes as characters. Bytes that are no character of the charset become U+FFFD and are
 * reported once a line. While all bytes were ASCII, the first other one still decides the charset.
 */
final class DecodedText extends Reader {
  private static final int MOST_REPORTS = 100;

  private final InputStream bytes;
  private final CitationSink sink;
  private final ByteBuffer in;
  private final CharBuffer out = CharBuffer.allocate(1 << 15);
  private CharsetDecoder decoder;
  private boolean certain;
  private boolean ended;
  private boolean flushed;
  private int line = 1;
  private int reportedLine;
  private int reports;
  private boolean wasReturn;

  /**
   * @param head the first bytes of the stream, already taken from it, without byte order mark
   */
  DecodedText(byte[] head, InputStream bytes, Charset charset, boolean certain, CitationSink sink) {
    this.bytes = bytes;
    this.sink = sink;
    this.certain = certain;
    this.decoder = strict(charset);
    this.in = ByteBuffer.allocate(Math.max(head.length, 1 << 17));
    in.put(head).flip();
    out.limit(0);
  }

  String charset() {
    return decoder.charset().name();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!out.hasRemaining() && !decodeMore()) {
      return -1;
    }
    int count = Math.min(length, out.remaining());
    out.get(target, offset, count);
    return count;
  }

  private boolean decodeMore() throws IOException {
    out.clear();
    // room for the sign that takes the place of bytes which are no character
    out.limit(out.capacity() - 1);
    while (out.position() == 0 && !flushed) {
      CoderResult result = decoder.decode(in, out, ended);
      if (result.isError()) {
        replace(result.length());
      } else if (result.isUnderflow()) {
        if (ended) {
          decoder.flush(out);
          flushed = true;
        } else if (out.position() == 0) {
          refill();
        }
      }
    }
    out.flip();
    follow();
    return out.hasRemaining();
  }

  private void refill() throws IOException {
    in.compact();
    int count = bytes.read(in.array(), in.position(), in.remaining());
    if (count < 0) {
      ended = true;
    } else {
      in.position(in.position() + count);
    }
    in.flip();
  }

  private void replace(int length) {
    if (!certain && !hasHigh()) {
      certain = true;
      byte[] rest = Arrays.copyOfRange(in.array(), in.position(), in.limit());
      decoder = strict(Charsets.find(rest).charset());
      return;
    }
    in.position(in.position() + length);
    out.limit(out.capacity());
    out.put('\uFFFD');
    int here = line;
    for (int i = 0; i < out.position(); i++) {
      here += out.get(i) == '\n' ? 1 : 0;
    }
    if (here != reportedLine && reports < MOST_REPORTS) {
      reports++;
      reportedLine = here;
      sink.problem(
          new ParseProblem(
              here,
              "bad-bytes",
              "Bytes that are no character of " + charset() + " were replaced.",
              ""));
    }
  }

  private boolean hasHigh() {
    for (int i = 0; i < out.position(); i++) {
      if (out.get(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  /** Counts the lines of what is handed out. */
  private void follow() {
    int ends = 0;
    boolean high = false;
    for (int i = 0; i < out.limit(); i++) {
      char c = out.get(i);
      ends += c == '\r' || c == '\n' && !wasReturn ? 1 : 0;
      wasReturn = c == '\r';
      high |= c >= 0x80;
    }
    line += ends;
    certain |= high;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
