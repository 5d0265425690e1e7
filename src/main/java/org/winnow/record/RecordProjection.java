package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Sql;

/** The record tables as the ledger says they must be. */
@ApplicationScoped
class RecordProjection implements Projection {
  private final Sql sql;
  private final Records records;
  private final Sources described;
  private final Corrections corrections;

  RecordProjection(Sql sql, Records records, Sources described, Corrections corrections) {
    this.sql = sql;
    this.records = records;
    this.described = described;
    this.corrections = corrections;
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new RecordReplay(reviewId);
  }

  private final class RecordReplay implements Replay {
    private final UUID reviewId;
    private final RecordRegister register = new RecordRegister(records::joins);
    private final Map<UUID, SourceDescribed> sources = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Map<String, String> corrected = new HashMap<>();

    RecordReplay(UUID reviewId) {
      this.reviewId = reviewId;
    }

    @Override
    public void apply(RecordedEvent event) {
      register.apply(event);
      if (event.is(RecordsAdded.class)) {
        lists.add(event.as(RecordsAdded.class).content());
      } else if (event.is(DuplicatesFound.class)) {
        lists.add(event.as(DuplicatesFound.class).content());
      }
      if (event.is(RecordCorrected.class)) {
        RecordCorrected correction = event.as(RecordCorrected.class);
        String key = correction.record() + " " + correction.field().word();
        if (correction.text().isEmpty()) {
          corrected.remove(key);
        } else {
          corrected.put(key, correction.origin() + ": " + correction.text());
        }
      }
      if (event.is(SourceDescribed.class)) {
        SourceDescribed described = event.as(SourceDescribed.class);
        sources.put(described.source(), described);
      }
    }

    @Override
    public List<Difference> differences() {
      List<Difference> differences = new ArrayList<>();
      lists.stream()
          .filter(list -> !records.keeps(list))
          .forEach(list -> differences.add(new Difference("files", list, "a file", "")));
      Map<Integer, String> contents = new HashMap<>();
      register
          .imports()
          .values()
          .forEach(added -> contents.putAll(records.contentHashes(added.content())));
      register.repairs().forEach(repaired -> contents.put(repaired.record(), repaired.content()));
      BitSet live = register.live();
      BitSet seen = new BitSet();
      sql.work(
          connection -> {
            RecordRows.stream(
                connection,
                "SELECT * FROM record WHERE review_id = ? AND source_id IS NOT NULL ORDER BY id",
                row -> {
                  int id = row.getInt("id");
                  seen.set(id);
                  compare(
                      differences,
                      id,
                      "content",
                      contents.getOrDefault(id, ""),
                      ContentHash.of(RecordRows.citation(row)));
                  compare(differences, id, "live", "" + live.get(id), "" + row.getBoolean("live"));
                  int representative = row.getInt("representative_id");
                  compare(
                      differences,
                      id,
                      "representative",
                      "" + register.representativeOf(id),
                      "" + (representative == 0 ? id : representative));
                  String rule = row.getString("joined_by");
                  compare(
                      differences, id, "joined_by", register.ruleOf(id), rule == null ? "" : rule);
                },
                reviewId);
            return 0;
          });
      contents.keySet().stream()
          .filter(id -> !seen.get(id))
          .forEach(id -> differences.add(new Difference("record", "" + id, "a record", "")));
      compareSeparated(differences);
      compareSources(differences);
      compareCorrections(differences);
      return differences;
    }

    private void compareSeparated(List<Difference> differences) {
      Set<List<Integer>> expected = register.separated();
      Set<List<Integer>> found = new HashSet<>(records.separated(reviewId));
      expected.stream()
          .filter(pair -> !found.contains(pair))
          .forEach(
              pair -> differences.add(new Difference("separated_pair", "" + pair, "a pair", "")));
      found.stream()
          .filter(pair -> !expected.contains(pair))
          .forEach(
              pair -> differences.add(new Difference("separated_pair", "" + pair, "", "a pair")));
    }

    private void compareCorrections(List<Difference> differences) {
      Map<String, String> found = new HashMap<>();
      corrections
          .of(reviewId)
          .forEach(
              (record, all) ->
                  all.forEach(
                      one ->
                          found.put(
                              record + " " + one.field().word(),
                              one.origin() + ": " + one.text())));
      Set<String> all = new HashSet<>(corrected.keySet());
      all.addAll(found.keySet());
      for (String key : all) {
        String expected = corrected.getOrDefault(key, "");
        String is = found.getOrDefault(key, "");
        if (!expected.equals(is)) {
          differences.add(new Difference("record_correction", key, expected, is));
        }
      }
    }

    private void compareSources(List<Difference> differences) {
      Map<UUID, SourceDescribed> found = new HashMap<>();
      described.list(reviewId).forEach(source -> found.put(source.source(), source));
      Set<UUID> all = new HashSet<>(sources.keySet());
      all.addAll(found.keySet());
      for (UUID source : all) {
        String expected = String.valueOf(sources.get(source));
        String is = String.valueOf(found.get(source));
        if (!expected.equals(is)) {
          differences.add(new Difference("source", source.toString(), expected, is));
        }
      }
    }

    private static void compare(
        List<Difference> differences, int id, String field, String expected, String found) {
      if (!expected.equals(found)) {
        differences.add(new Difference("record", id + " " + field, expected, found));
      }
    }
  }
}
