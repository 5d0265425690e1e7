package org.winnow.cli.bench;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A review of invented records, made over HTTP as a lead would. */
final class InventedReview {
  private InventedReview() {}

  /**
   * @param file with the records
   * @return the path of the review
   */
  static String make(Visitor lead, Path file) {
    String review = "/reviews/" + UUID.randomUUID();
    UUID source = UUID.randomUUID();
    lead.put(review, Map.of("title", "Invented records", "language", "en"));
    lead.put(review + "/sources/" + source, Map.of("kind", "database", "name", "Invented"));
    String path = review + "/imports/" + UUID.randomUUID();
    try {
      lead.upload(path + "?fileName=invented.ris", BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
    await(lead, path, "ready");
    lead.put(path + "/commitment", Map.of("sourceId", source));
    await(lead, path, "committed");
    return review;
  }

  private static void await(Visitor lead, String path, String state) {
    while (!lead.get(path).get("state").asText().equals(state)) {
      ServerProcess.pause(50);
    }
  }
}
