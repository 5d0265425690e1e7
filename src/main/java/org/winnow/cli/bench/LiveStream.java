package org.winnow.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An open page's event stream, read as it comes. */
final class LiveStream implements AutoCloseable {
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

  private final InputStream body;
  private final List<Frame> frames = new CopyOnWriteArrayList<>();

  private LiveStream(InputStream body) {
    this.body = body;
  }

  /**
   * Something that the page was told.
   *
   * @param nanos when, by {@link System#nanoTime}
   * @param sequence of the last event that it is of; 0 for those who must not know
   */
  record Frame(long nanos, long sequence) {}

  static LiveStream of(InputStream body) throws IOException {
    LiveStream stream = new LiveStream(body);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 256);
    if (lines.readLine() == null) {
      throw new IOException("The stream ends before it begins");
    }
    Thread.startVirtualThread(() -> stream.read(lines));
    return stream;
  }

  List<Frame> frames() {
    return List.copyOf(frames);
  }

  private void read(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          Matcher sequence = SEQUENCE.matcher(line);
          frames.add(
              new Frame(
                  System.nanoTime(), sequence.find() ? Long.parseLong(sequence.group(1)) : 0));
        }
      }
    } catch (IOException e) {
      // Closed by either side, which ends what it has to tell.
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
