package org.winnow.citation.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.winnow.citation.Citation;

/** Reads all hostile files in a small Java machine of its own and says what went wrong. */
public final class HostileFilesRun {
  private static final Set<String> OUTWARD = Set.of("http", "https", "ftp");
  private static final long MOST_PROCESSOR_TIME = 10_000_000_000L;

  private static String opened = "";

  private HostileFilesRun() {}

  public static void main(String[] args) throws IOException {
    URL.setURLStreamHandlerFactory(protocol -> OUTWARD.contains(protocol) ? new Watched() : null);
    requireThatConnectionsAreSeen();
    int faults = 0;
    int read = 0;
    for (HostileFile file : HostileFiles.all()) {
      String fault = faultOf(file);
      read++;
      if (!fault.isEmpty()) {
        faults++;
        System.out.println(file.name() + ": " + fault);
      }
    }
    System.out.println(read + " files, " + faults + " faults");
    System.exit(faults == 0 ? 0 : 1);
  }

  private static void requireThatConnectionsAreSeen() throws IOException {
    try {
      URI.create("http://127.0.0.1:9/").toURL().openStream();
      throw new IllegalStateException("connections are not seen");
    } catch (IOException e) {
      opened = "";
    }
  }

  private static String faultOf(HostileFile file) {
    byte[] bytes = file.bytes().get();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String fault = readingFault(file, bytes);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    if (!opened.isEmpty()) {
      fault = "opened " + opened;
      opened = "";
    }
    return took > MOST_PROCESSOR_TIME ? "took " + took / 1_000_000_000 + " s" : fault;
  }

  private static String readingFault(HostileFile file, byte[] bytes) {
    Seen seen = new Seen(new ArrayList<>(), new ArrayList<>());
    try {
      CitationReader.read(new ByteArrayInputStream(bytes), ReadOptions.automatic(), seen);
    } catch (UnreadableFile e) {
      return file.outcome().refusals().contains(e.code())
          ? ""
          : "refused with " + e.code() + ": " + e.getMessage();
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return "threw " + e + " at " + e.getStackTrace()[0];
    }
    return file.outcome().faultOf(seen.titles, seen.codes);
  }

  /** Keeps titles only: what the reader holds is measured, not what is done with it. */
  private record Seen(List<String> titles, List<String> codes) implements CitationSink {
    @Override
    public void citation(Citation citation) {
      String title = citation.title().first();
      titles.add(title.length() < 200 ? title : title.substring(0, 200));
    }

    @Override
    public void problem(ParseProblem problem) {
      codes.add(problem.code());
    }
  }

  private static final class Watched extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      opened = url.toString();
      throw new IOException("nothing is to be opened");
    }
  }
}
