package org.winnow.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.winnow.platform.RuleViolation;

class PdfStreamTest {
  private static final String END = "\nstartxref\n1234\n%%EOF\n";

  @Test
  void aPdfPassesByteForByte() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    byte[] pdf = joined("%PDF-1.7\n", noise, END);
    assertThat(read(pdf, 64 << 10)).isEqualTo(pdf);
    assertThat(read(pdf, 7)).isEqualTo(pdf);
  }

  @Test
  void bytesBeforeTheHeaderAndBehindTheEndAreLetThrough() throws IOException {
    byte[] pdf =
        joined("Received: by mail\r\n\r\n%PDF-1.4\n", new byte[5000], END + "\0".repeat(4000));
    assertThat(read(pdf, 512)).isEqualTo(pdf);
  }

  @Test
  void aPageThatAsksToSignInIsNoPdf() {
    assertRefused(
        bytes("<!DOCTYPE html><title>Sign in</title>" + " ".repeat(5000)), "not-a-pdf", 415);
    assertRefused(bytes("<!DOCTYPE html>"), "not-a-pdf", 415);
    assertRefused(new byte[0], "not-a-pdf", 415);
    assertRefused(joined(" ".repeat(2000) + "%PDF-1.7\n", new byte[0], END), "not-a-pdf", 415);
  }

  @Test
  void aDownloadThatBrokeOffIsRefusedAtItsEnd() {
    assertRefused(joined("%PDF-1.7\n", new byte[100_000], ""), "pdf-incomplete", 422);
    assertRefused(bytes("%PDF-1.7\n"), "pdf-incomplete", 422);
  }

  @Test
  void whatIsRefusedIsReadNoFurtherThanNeeded() throws IOException {
    InputStream endless =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            assertThat(read++).isLessThan(100_000);
            return 'x';
          }
        };
    try (PdfStream stream = new PdfStream(endless)) {
      assertThatThrownBy(() -> stream.readNBytes(1 << 20)).hasMessage("not-a-pdf");
    }
  }

  private static void assertRefused(byte[] file, String code, int status) {
    assertThatThrownBy(() -> read(file, 1000))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.status()).isEqualTo(status);
            });
  }

  private static byte[] read(byte[] file, int atOnce) throws IOException {
    try (PdfStream stream = new PdfStream(new ByteArrayInputStream(file))) {
      java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
      byte[] buffer = new byte[atOnce];
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        all.write(buffer, 0, n);
      }
      return all.toByteArray();
    }
  }

  private static byte[] joined(String before, byte[] middle, String after) {
    byte[] first = bytes(before);
    byte[] last = bytes(after);
    byte[] all = new byte[first.length + middle.length + last.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(middle, 0, all, first.length, middle.length);
    System.arraycopy(last, 0, all, first.length + middle.length, last.length);
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
