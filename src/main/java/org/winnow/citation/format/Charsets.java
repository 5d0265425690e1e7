package org.winnow.citation.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the charset of a text from its first bytes: a byte order mark, then strict UTF-8, then
 * UTF-16 by its zero bytes, then GB18030 and Big5 by where their characters lie, confirmed by ICU's
 * statistics, else Mac OS Roman by where its accented letters lie, else windows-1252.
 */
final class Charsets {
  static final Charset GB18030 = Charset.forName("GB18030");
  static final Charset BIG5 = Charset.forName("Big5");
  static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Enough for the statistics; they are slow on more. */
  private static final int SAMPLE = 1 << 16;

  private static final int MOST_DAMAGED = 6;

  private Charsets() {}

  /**
   * @param charset what the bytes are written in
   * @param mark length of the byte order mark, in bytes
   * @param certain false when all bytes were ASCII, so that later ones may still decide
   */
  record Found(Charset charset, int mark, boolean certain) {}

  static Found find(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Found(StandardCharsets.UTF_8, 3, true);
    }
    if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
      return new Found(Charset.forName(head[0] == 0 ? "UTF-32BE" : "UTF-32LE"), 4, true);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Found(StandardCharsets.UTF_16LE, 2, true);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Found(StandardCharsets.UTF_16BE, 2, true);
    }
    if (looksLikeUtf16(head, 1)) {
      return new Found(StandardCharsets.UTF_16LE, 0, true);
    }
    if (looksLikeUtf16(head, 0)) {
      return new Found(StandardCharsets.UTF_16BE, 0, true);
    }
    int high = 0;
    for (byte b : head) {
      high += b < 0 ? 1 : 0;
    }
    if (high == 0) {
      return new Found(StandardCharsets.UTF_8, 0, false);
    }
    int bad = malformed(head, StandardCharsets.UTF_8);
    // A few damaged characters do not make it another charset, in which nearly all would be bad.
    if (bad == 0 || bad * MOST_DAMAGED < high) {
      return new Found(StandardCharsets.UTF_8, 0, true);
    }
    return new Found(ofEightBits(head), 0, true);
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tags, digits and blanks leave every second byte zero, and only every second; a line feed has
   * its zero beside it, which it has not in an eight-bit text with stray zero bytes.
   */
  private static boolean looksLikeUtf16(byte[] head, int zeroPlace) {
    int zero = 0;
    int wrong = 0;
    int feeds = 0;
    int paired = 0;
    int pairs = Math.min(head.length, SAMPLE) / 2;
    for (int i = 0; i + 1 < pairs * 2; i += 2) {
      byte high = head[i + zeroPlace];
      byte low = head[i + 1 - zeroPlace];
      zero += high == 0 ? 1 : 0;
      wrong += low == 0 ? 1 : 0;
      feeds += low == '\n' || high == '\n' ? 1 : 0;
      paired += low == '\n' && high == 0 ? 1 : 0;
    }
    boolean ends = feeds == 0 ? zero * 5 > pairs * 2 : paired * 2 > feeds;
    return pairs > 4 && zero * 12 > pairs && wrong * 20 < zero && ends;
  }

  private static Charset ofEightBits(byte[] head) {
    byte[] sample = head.length <= SAMPLE ? head : Arrays.copyOf(head, SAMPLE);
    sample = hasHigh(sample) ? sample : head;
    double gb = share(sample, 0xB0, 0xD7, 0xA1);
    double big = share(sample, 0xA4, 0xC6, 0x40);
    boolean gbValid = malformed(sample, GB18030) * 50 <= high(sample);
    boolean bigValid = malformed(sample, BIG5) * 50 <= high(sample);
    if (gbValid && gb > 0.75 && gb >= big) {
      return GB18030;
    }
    if (bigValid && big > 0.75 && big > gb) {
      return BIG5;
    }
    for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
      if (match.getConfidence() < 40) {
        break;
      }
      switch (match.getName()) {
        case "GB18030" -> {
          if (gbValid && gb > 0.4) {
            return GB18030;
          }
        }
        case "Big5" -> {
          if (bigValid && big > 0.4) {
            return BIG5;
          }
        }
        default -> {}
      }
    }
    return looksLikeMac(sample) ? MAC_ROMAN : WINDOWS_1252;
  }

  /**
   * Bytes that are lower-case accented letters on an old Macintosh and nearly nothing elsewhere.
   */
  private static boolean isMacLetter(int b) {
    return b >= 0x87 && b <= 0x90 || b == 0x9B || b == 0x9D || b == 0x9F;
  }

  /** Whether accented letters stand where Mac OS Roman has them, and not where windows-1252 has. */
  private static boolean looksLikeMac(byte[] sample) {
    int mac = 0;
    int windows = 0;
    for (int i = 1; i < sample.length; i++) {
      int b = sample[i] & 0xFF;
      boolean inWord = sample[i - 1] >= 'a' && sample[i - 1] <= 'z';
      boolean before = i + 1 < sample.length && sample[i + 1] >= 'a' && sample[i + 1] <= 'z';
      mac += isMacLetter(b) && (inWord || before) ? 1 : 0;
      windows += b >= 0xC0 && (inWord || before) ? 1 : 0;
    }
    return mac > windows * 2;
  }

  /**
   * Share of the two-byte characters that are common ones or punctuation of a Chinese charset, if
   * the bytes were read so. Accented letters of Western texts pair with plain ones and fall out.
   */
  private static double share(byte[] sample, int firstLead, int lastLead, int lowestTrail) {
    int characters = 0;
    int common = 0;
    for (int i = 0; i < sample.length; i++) {
      int lead = sample[i] & 0xFF;
      if (lead < 0x81) {
        continue;
      }
      int trail = i + 1 < sample.length ? sample[i + 1] & 0xFF : 0;
      characters++;
      boolean trails = trail >= lowestTrail && (trail <= 0x7E || trail >= 0xA1);
      if (trails && (lead >= firstLead && lead <= lastLead || lead >= 0xA1 && lead <= 0xA3)) {
        common++;
      }
      if (trail >= 0x40) {
        i++;
      }
    }
    return characters == 0 ? 0 : (double) common / characters;
  }

  private static boolean hasHigh(byte[] bytes) {
    return high(bytes) > 0;
  }

  private static int high(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high;
  }

  /** Places that are no character of the charset; one cut off at the end does not count. */
  private static int malformed(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    int bad = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      out.clear();
      if (result.isUnderflow()) {
        return bad;
      }
      if (result.isError()) {
        bad++;
        in.position(in.position() + result.length());
      }
    }
  }
}
