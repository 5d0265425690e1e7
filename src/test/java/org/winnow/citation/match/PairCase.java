package org.winnow.citation.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.winnow.citation.Citation;

/** Two records and whether they are duplicates, as labelled by BibDedupe's authors. */
record PairCase(String id, Citation a, Citation b, boolean duplicate) {

  static List<PairCase> read(Path file) throws IOException {
    List<PairCase> cases = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(file.toFile()).get("cases")) {
      cases.add(
          new PairCase(
              node.get("id").asText(),
              citation(node.get("record_a")),
              citation(node.get("record_b")),
              node.get("expected_duplicate").asBoolean()));
    }
    return cases;
  }

  Explanation why() {
    return DuplicateGroups.why(Normalised.of(1, a), Normalised.of(2, b), DecidedPairs.NONE);
  }

  boolean isJoined() {
    List<Normalised> pair = List.of(Normalised.of(1, a), Normalised.of(2, b));
    return !DuplicateGroups.find(pair, DecidedPairs.NONE).clusters().isEmpty();
  }

  @Override
  public String toString() {
    return id + ": " + why().verdict();
  }

  private static Citation citation(JsonNode node) {
    String journal = text(node, "journal");
    return new Citations()
        .type(text(node, "ENTRYTYPE"))
        .title(text(node, "title"))
        .authors(text(node, "author").split(" and |;"))
        .year(text(node, "year"))
        .journal(journal.isEmpty() ? text(node, "booktitle") : journal)
        .place(text(node, "volume"), text(node, "number"), text(node, "pages"))
        .doi(text(node, "doi"))
        .issn(text(node, "isbn"))
        .make();
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? "" : value.asText();
  }
}
