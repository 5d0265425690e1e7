package org.winnow.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.Citation;
import org.winnow.ledger.Ledger;
import org.winnow.platform.FileStore;
import org.winnow.platform.RuleViolation;
import org.winnow.platform.Sql;
import org.winnow.review.Reviews.ReviewOpened;

/**
 * The face of the records to other rooms. Every method belongs to the caller's transaction; those
 * that change which records count append to the ledger.
 */
@ApplicationScoped
public class Records {
  private static final int ATTEMPTS = 3;

  private final Sql sql;
  private final Ledger ledger;
  private final FileStore files;
  private final MergeHistory history;
  private final Event<ClustersChanged> clustersChanged;

  Records(
      Sql sql,
      Ledger ledger,
      FileStore files,
      MergeHistory history,
      Event<ClustersChanged> clustersChanged) {
    this.sql = sql;
    this.ledger = ledger;
    this.files = files;
    this.history = history;
    this.clustersChanged = clustersChanged;
  }

  void open(@Observes ReviewOpened opened) {
    sql.update("INSERT INTO record_counter (review_id, next_id) VALUES (?, 1)", opened.reviewId());
    sql.update(
        "INSERT INTO record_revision (review_id, revision) VALUES (?, 0)", opened.reviewId());
  }

  /**
   * Writes a stretch of an import's records, unseen by anyone until {@link #add}. Repeating a
   * stretch, after a crash, changes nothing.
   *
   * @param position place of the first of them in the import, from 1
   * @return the number of the first of them; the others follow it without a gap
   */
  public int stage(UUID reviewId, UUID importId, int position, List<Citation> citations) {
    Optional<Integer> already =
        sql.one(
            "SELECT id FROM record WHERE review_id = ? AND import_id = ? AND position = ?",
            row -> row.getInt(1),
            reviewId,
            importId,
            position);
    if (already.isPresent()) {
      return already.get();
    }
    int first =
        (int)
            sql.number(
                "UPDATE record_counter SET next_id = next_id + ? WHERE review_id = ?"
                    + " RETURNING next_id - ?",
                citations.size(),
                reviewId,
                citations.size());
    sql.work(
        connection -> {
          RecordCopy.write(connection, reviewId, importId, first, position, citations);
          return citations.size();
        });
    return first;
  }

  /** Forgets records that were staged and never added. */
  public void discardStaged(UUID reviewId, UUID importId) {
    sql.update(
        "DELETE FROM record WHERE review_id = ? AND import_id = ? AND source_id IS NULL",
        reviewId,
        importId);
  }

  /**
   * Records that {@link #add} is to let in.
   *
   * @param content hash of the kept list of their content hashes
   */
  public record Incoming(
      UUID importId, UUID sourceId, String file, List<IdRange> ranges, int count, String content) {}

  /**
   * Writes an import's staged records as they are once they are in the review, which takes its time
   * and keeps nobody waiting. Nobody sees it before the transaction ends, and {@link #add} is to
   * follow in it.
   */
  public Incoming prepare(UUID reviewId, UUID importId, UUID sourceId, String file) {
    List<IdRange> ranges = new ArrayList<>();
    String content =
        files.store(
            out ->
                sql.work(
                    connection -> {
                      RecordRows.stream(
                          connection,
                          "SELECT id, content_hash FROM record WHERE review_id = ? AND import_id ="
                              + " ? ORDER BY id",
                          row -> {
                            write(out, row.getInt(1) + " " + row.getString(2) + "\n");
                            addTo(ranges, row.getInt(1));
                          },
                          reviewId,
                          importId);
                      return 0;
                    }));
    int count =
        sql.update(
            "UPDATE record SET live = true, source_id = ? WHERE review_id = ? AND import_id = ?",
            sourceId,
            reviewId,
            importId);
    return new Incoming(importId, sourceId, file, ranges, count, content);
  }

  private static void addTo(List<IdRange> ranges, int id) {
    if (!ranges.isEmpty() && ranges.getLast().last() == id - 1) {
      ranges.add(new IdRange(ranges.removeLast().first(), id));
    } else {
      ranges.add(new IdRange(id, id));
    }
  }

  /** Lets prepared records into the review. */
  public void add(UUID reviewId, UUID by, Incoming incoming) {
    begin(reviewId);
    ledger.append(
        reviewId,
        by,
        new RecordsAdded(
            incoming.importId(),
            incoming.sourceId(),
            incoming.file(),
            incoming.ranges(),
            incoming.count(),
            incoming.content()));
  }

  /**
   * Writes a record that was staged after its import was added as it is once it is in the review;
   * {@link #add(UUID, UUID, RecordRepaired)} is to follow in the same transaction.
   *
   * @param place its place among all of the file that could not be read
   * @param position its position in the import
   */
  public RecordRepaired prepare(
      UUID reviewId, UUID importId, UUID sourceId, int place, int position) {
    return sql.one(
            "UPDATE record SET live = true, source_id = ? WHERE review_id = ? AND import_id = ? AND"
                + " position = ? RETURNING id, content_hash",
            row -> new RecordRepaired(importId, place, row.getInt(1), row.getString(2)),
            sourceId,
            reviewId,
            importId,
            position)
        .orElseThrow();
  }

  /** Lets a prepared record into the review after the others of its import. */
  public void add(UUID reviewId, UUID by, RecordRepaired repaired) {
    begin(reviewId);
    ledger.append(reviewId, by, repaired);
  }

  /**
   * Takes an import out of the review; what was voted on its records stays readable. Votes wait for
   * the event and for the votes that move, not for the rows of the records.
   */
  public void withdraw(UUID reviewId, UUID by, UUID importId, String reason) {
    Set<Integer> concerned =
        ahead(
            reviewId,
            () -> {
              sql.update(
                  "UPDATE record SET live = false WHERE review_id = ? AND import_id = ?",
                  reviewId,
                  importId);
              List<Integer> stood =
                  sql.list(
                      "SELECT r.id FROM record r WHERE r.review_id = ? AND r.import_id = ? AND"
                          + " EXISTS (SELECT 1 FROM record d WHERE d.review_id = r.review_id AND"
                          + " d.representative_id = r.id)",
                      row -> row.getInt(1),
                      reviewId,
                      importId);
              return rewrite(
                  reviewId,
                  clusters(reviewId, stood),
                  register ->
                      register.withdraw(stood.stream().map(id -> new IdRange(id, id)).toList()));
            });
    ledger.append(reviewId, by, new RecordsWithdrawn(importId, reason));
    tell(reviewId, concerned);
  }

  /**
   * Writes that rules found records to be duplicates, of those that come in with this transaction:
   * nobody else sees or changes them, so it keeps nobody waiting. Each duplicate stands alone so
   * far; each representative stands for itself. {@link #joinFound} is to follow.
   */
  public DuplicatesFound prepareJoins(UUID reviewId, UUID run, List<Join> joins) {
    Map<String, Integer> byRule = new TreeMap<>();
    joins.forEach(join -> byRule.merge(join.rule(), 1, Integer::sum));
    sql.update(
        "UPDATE record r SET representative_id = j.representative, joined_by = j.rule"
            + " FROM unnest(?::int[], ?::int[], ?::text[]) AS j (duplicate, representative, rule)"
            + " WHERE r.review_id = ? AND r.id = j.duplicate",
        joins.stream().map(Join::duplicate).toList(),
        joins.stream().map(Join::representative).toList(),
        joins.stream().map(Join::rule).toList(),
        reviewId);
    return new DuplicatesFound(run, joins.size(), byRule, keep(joins));
  }

  /** Takes prepared joins back before they count. */
  public void takeBackJoins(UUID reviewId, List<Join> joins) {
    sql.update(
        "UPDATE record SET representative_id = NULL, joined_by = NULL WHERE review_id = ? AND id ="
            + " ANY(?::int[])",
        reviewId,
        joins.stream().map(Join::duplicate).toList());
  }

  /** Lets prepared joins count. Nobody can have voted on what has only just come in. */
  public void joinFound(UUID reviewId, @Nullable UUID by, DuplicatesFound found) {
    begin(reviewId);
    ledger.append(reviewId, by, found);
  }

  /** A person's judgement that records are one entry; repeating it changes nothing. */
  public void merge(UUID reviewId, UUID by, RecordsMerged merged) {
    hold(reviewId);
    begin(reviewId);
    int representative = merged.representative();
    List<Integer> all = new ArrayList<>(merged.members());
    all.add(representative);
    List<Integer> live =
        sql.list(
            "SELECT id FROM record WHERE review_id = ? AND id = ANY(?::int[]) AND live",
            row -> row.getInt(1),
            reviewId,
            all);
    if (all.stream().distinct().count() < 2 || !live.containsAll(all)) {
      throw RuleViolation.invalid("records-not-mergeable");
    }
    Map<Integer, List<ClusterRow>> clusters = clustersOf(reviewId, all);
    if (clusters.size() == 1 && clusters.containsKey(representative)) {
      return;
    }
    ledger.append(reviewId, by, merged);
    tell(reviewId, rewrite(reviewId, clusters, register -> register.merge(merged)));
  }

  /** A person's judgement that a record is another entry than the rest of its cluster. */
  public void split(UUID reviewId, UUID by, UUID split, int record) {
    hold(reviewId);
    begin(reviewId);
    Map<Integer, List<ClusterRow>> clusters = clustersOf(reviewId, List.of(record));
    if (clusters.isEmpty()) {
      throw RuleViolation.notFound();
    }
    if (clusters.values().iterator().next().size() < 2) {
      return;
    }
    ledger.append(reviewId, by, new RecordSplit(split, record));
    tell(reviewId, rewrite(reviewId, clusters, register -> register.split(record)));
  }

  /**
   * A person's judgement that two records of two entries are not one; repeating it changes nothing.
   */
  public void separate(UUID reviewId, UUID by, UUID separation, int a, int b) {
    hold(reviewId);
    begin(reviewId);
    List<Integer> entries =
        sql.list(
            "SELECT COALESCE(representative_id, id) FROM record WHERE review_id = ? AND id ="
                + " ANY(?::int[]) AND live",
            row -> row.getInt(1),
            reviewId,
            List.of(a, b));
    if (entries.stream().distinct().count() < 2) {
      throw RuleViolation.invalid("records-not-separable");
    }
    List<Integer> pair = RecordRegister.pair(a, b);
    if (!isSeparated(reviewId, pair)) {
      ledger.append(
          reviewId, by, new RecordsSeparated(separation, pair.getFirst(), pair.getLast()));
      sql.update(
          "INSERT INTO separated_pair (review_id, a, b) VALUES (?, ?, ?)",
          reviewId,
          pair.getFirst(),
          pair.getLast());
    }
  }

  /** Takes a separation back, so that the two may be joined again; repeating changes nothing. */
  public void lift(UUID reviewId, UUID by, RecordsSeparated separation) {
    hold(reviewId);
    begin(reviewId);
    if (isSeparated(reviewId, List.of(separation.a(), separation.b()))) {
      ledger.append(
          reviewId,
          by,
          new SeparationLifted(separation.separation(), separation.a(), separation.b()));
      sql.update(
          "DELETE FROM separated_pair WHERE review_id = ? AND a = ? AND b = ?",
          reviewId,
          separation.a(),
          separation.b());
    }
  }

  /**
   * Takes a merge back, so that its records are the entries they were; repeating changes nothing.
   *
   * @throws RuleViolation when the cluster was changed since, or there is no such merge
   */
  public void undoMerge(UUID reviewId, UUID by, UUID merge) {
    Written<Optional<MergeUndone>> written =
        ahead(
            reviewId,
            () -> {
              Optional<MergeUndone> undoing = history.undoing(reviewId, merge, this::joins);
              return new Written<>(
                  undoing, undoing.map(undone -> rewrite(reviewId, undone)).orElseGet(Set::of));
            });
    written.decided().ifPresent(undone -> ledger.append(reviewId, by, undone));
    tell(reviewId, written.clusters());
  }

  private Set<Integer> rewrite(UUID reviewId, MergeUndone undone) {
    List<Integer> representatives =
        undone.entries().stream().map(MergeUndone.Entry::representative).toList();
    return rewrite(
        reviewId, clustersOf(reviewId, representatives), register -> register.undo(undone));
  }

  /**
   * A person's judgement on many doubtful pairs at once, all of one rule. The records may be of
   * clusters, which are joined whole.
   *
   * @param acceptable says which pairs may be joined as the clusters stand; asked again when they
   *     have changed meanwhile
   * @return how many pairs were joined
   */
  public int accept(
      UUID reviewId, UUID by, UUID acceptance, String rule, Supplier<List<Join>> acceptable) {
    Written<List<Join>> written =
        ahead(
            reviewId,
            () -> {
              List<Join> joins = acceptable.get();
              return new Written<>(joins, rewrite(reviewId, joins));
            });
    List<Join> joins = written.decided();
    if (!joins.isEmpty()) {
      ledger.append(reviewId, by, new DoubtsAccepted(acceptance, rule, joins.size(), keep(joins)));
      tell(reviewId, written.clusters());
    }
    return joins.size();
  }

  private Set<Integer> rewrite(UUID reviewId, List<Join> joins) {
    List<Integer> records =
        joins.stream().flatMap(join -> Stream.of(join.duplicate(), join.representative())).toList();
    return rewrite(
        reviewId, clustersOf(reviewId, records), register -> joins.forEach(register::join));
  }

  /**
   * What was decided and written before the ledger was held.
   *
   * @param clusters records of the clusters concerned
   */
  private record Written<T>(T decided, Set<Integer> clusters) {}

  /**
   * Waits, to the end of the transaction, for others who decide about the same review's records.
   * Call it before the ledger is held; votes and imports do not wait for it.
   */
  public void hold(UUID reviewId) {
    sql.list(
        "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> true,
        "records of " + reviewId);
  }

  /**
   * Works something out about the review's records and writes it, and only then holds the ledger;
   * an event is to follow. When an import came in meanwhile, what was written is taken back and
   * done again, the third time with the ledger held.
   */
  private <T> T ahead(UUID reviewId, Supplier<T> work) {
    hold(reviewId);
    for (int attempt = 1; ; attempt++) {
      sql.update("SAVEPOINT ahead");
      if (attempt == ATTEMPTS) {
        ledger.lock(reviewId);
      }
      long before = revision(reviewId);
      T done = work.get();
      ledger.lock(reviewId);
      if (revision(reviewId) == before) {
        begin(reviewId);
        return done;
      }
      // lets go of the ledger too
      sql.update("ROLLBACK TO SAVEPOINT ahead");
    }
  }

  /** Holds the review's ledger and makes known that its records are about to change. */
  private void begin(UUID reviewId) {
    ledger.lock(reviewId);
    sql.update("UPDATE record_revision SET revision = revision + 1 WHERE review_id = ?", reviewId);
  }

  /** Goes up whenever something about the review's records was decided. */
  public long revision(UUID reviewId) {
    return sql.number("SELECT revision FROM record_revision WHERE review_id = ?", reviewId);
  }

  private boolean isSeparated(UUID reviewId, List<Integer> pair) {
    return sql.number(
            "SELECT count(*) FROM separated_pair WHERE review_id = ? AND a = ? AND b = ?",
            reviewId,
            pair.getFirst(),
            pair.getLast())
        > 0;
  }

  /** Takes a record. */
  @FunctionalInterface
  public interface MatchTaker {
    void take(int record, Citation citation);
  }

  /**
   * Reads of every live record in ranges of numbers what matching needs, in rising order of number;
   * abstracts are cut short, and raw text and other tags are left out.
   */
  public void eachLiveToMatch(UUID reviewId, List<IdRange> ranges, MatchTaker taker) {
    ranges.forEach(
        range -> stream(RecordRows.LIVE_TO_MATCH, taker, reviewId, range.first(), range.last()));
  }

  /** Reads the same of an import's records, committed or not. */
  public void eachOfImportToMatch(
      UUID reviewId, UUID importId, List<IdRange> ranges, MatchTaker taker) {
    ranges.forEach(
        range ->
            stream(
                RecordRows.IMPORT_TO_MATCH,
                taker,
                reviewId,
                range.first(),
                range.last(),
                importId));
  }

  /**
   * Reads of every record of an import, committed or not, what its file says beside the citation;
   * authors, abstracts and raw text are left out.
   */
  public void eachOfImport(UUID reviewId, UUID importId, MatchTaker taker) {
    stream(RecordRows.TAGS_OF_IMPORT, taker, reviewId, importId);
  }

  private void stream(String query, MatchTaker taker, Object... arguments) {
    sql.work(
        connection -> {
          RecordRows.stream(
              connection,
              query,
              row -> taker.take(row.getInt("id"), RecordRows.citation(row)),
              arguments);
          return 0;
        });
  }

  /**
   * Reads what matching needs of some records, by number; also of those whose imports were
   * withdrawn.
   */
  public Map<Integer, Citation> toMatch(UUID reviewId, Collection<Integer> ids) {
    Map<Integer, Citation> found = new HashMap<>();
    sql.list(
        RecordRows.SOME_TO_MATCH,
        row -> found.put(row.getInt("id"), RecordRows.citation(row)),
        reviewId,
        ids);
    return found;
  }

  /** The record that stands for this one; empty when there is no such record in the review. */
  public Optional<Integer> representativeOf(UUID reviewId, int record) {
    return Optional.ofNullable(representativesOf(reviewId, List.of(record)).get(record));
  }

  /** The record that stands for each of these, without those that are not in the review. */
  public Map<Integer, Integer> representativesOf(UUID reviewId, Collection<Integer> ids) {
    Map<Integer, Integer> found = new HashMap<>();
    sql.list(
        "SELECT id, COALESCE(representative_id, id) FROM record WHERE review_id = ? AND id ="
            + " ANY(?::int[]) AND source_id IS NOT NULL",
        row -> found.put(row.getInt(1), row.getInt(2)),
        reviewId,
        ids);
    return found;
  }

  /** The entries that hold these records, each with all its members. */
  public List<Set<Integer>> entriesOf(UUID reviewId, List<Integer> ids) {
    return clustersOf(reviewId, ids).values().stream()
        .<Set<Integer>>map(
            rows ->
                rows.stream().map(ClusterRow::id).collect(Collectors.toCollection(TreeSet::new)))
        .toList();
  }

  /** The record each live duplicate is counted under. */
  public Map<Integer, Integer> representatives(UUID reviewId) {
    Map<Integer, Integer> found = new HashMap<>();
    sql.list(
        "SELECT id, representative_id FROM record WHERE review_id = ? AND representative_id IS NOT"
            + " NULL",
        row -> found.put(row.getInt(1), row.getInt(2)),
        reviewId);
    return found;
  }

  /** Pairs that a person judged different, the smaller number first. */
  public List<List<Integer>> separated(UUID reviewId) {
    return sql.list(
        "SELECT a, b FROM separated_pair WHERE review_id = ?",
        row -> List.of(row.getInt(1), row.getInt(2)),
        reviewId);
  }

  /** Whether a list that an event names is still kept. */
  boolean keeps(String content) {
    return files.holds(content);
  }

  /** Reads a kept list of joins; none when the list is gone, which is a difference of its own. */
  public List<Join> joins(String content) {
    if (!keeps(content)) {
      return List.of();
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(content), StandardCharsets.UTF_8))) {
      return lines.lines().map(Records::readJoin).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The content hashes of an import's records by number, as they were when it was added. */
  Map<Integer, String> contentHashes(String content) {
    if (!keeps(content)) {
      return Map.of();
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(content), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(parts -> Integer.parseInt(parts[0]), parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record ClusterRow(int id, boolean live, String rule) {}

  /** The clusters that hold these records, whole, by representative. */
  private Map<Integer, List<ClusterRow>> clustersOf(UUID reviewId, List<Integer> records) {
    return clusters(
        reviewId,
        sql.list(
            "SELECT DISTINCT COALESCE(representative_id, id) FROM record WHERE review_id = ? AND id"
                + " = ANY(?::int[])",
            row -> row.getInt(1),
            reviewId,
            records));
  }

  /** The clusters of these representatives, whole. */
  private Map<Integer, List<ClusterRow>> clusters(UUID reviewId, List<Integer> representatives) {
    Map<Integer, List<ClusterRow>> clusters = new TreeMap<>();
    // Asked in two parts, each of which has an index.
    sql.list(
        "SELECT id, id AS representative, live, joined_by FROM record WHERE review_id = ? AND id ="
            + " ANY(?::int[]) UNION ALL SELECT id, representative_id, live, joined_by FROM record"
            + " WHERE review_id = ? AND representative_id = ANY(?::int[]) ORDER BY 1",
        row ->
            clusters
                .computeIfAbsent(row.getInt(2), _ -> new ArrayList<>())
                .add(
                    new ClusterRow(
                        row.getInt(1),
                        row.getBoolean(3),
                        Objects.requireNonNullElse(row.getString(4), ""))),
        reviewId,
        representatives,
        reviewId,
        representatives);
    return clusters;
  }

  /**
   * Works an operation out on the clusters concerned and writes them as they are afterwards; {@link
   * #tell} is to follow.
   *
   * @return the records of these clusters
   */
  private Set<Integer> rewrite(
      UUID reviewId, Map<Integer, List<ClusterRow>> clusters, Consumer<RecordRegister> operation) {
    if (clusters.isEmpty()) {
      return Set.of();
    }
    RecordRegister register = new RecordRegister(this::joins);
    List<Integer> ids = new ArrayList<>();
    clusters.forEach(
        (representative, rows) -> {
          Map<Integer, String> rules = new TreeMap<>();
          BitSet live = new BitSet();
          for (ClusterRow row : rows) {
            rules.put(row.id(), row.rule());
            live.set(row.id(), row.live());
            ids.add(row.id());
          }
          register.seed(representative, rules, live);
        });
    operation.accept(register);
    sql.update(
        "UPDATE record r SET representative_id = NULLIF(c.representative, c.id), joined_by ="
            + " NULLIF(c.rule, '') FROM unnest(?::int[], ?::int[], ?::text[]) AS c (id, representative, rule)"
            + " WHERE r.review_id = ? AND r.id = c.id",
        ids,
        ids.stream().map(register::representativeOf).toList(),
        ids.stream().map(register::ruleOf).toList(),
        reviewId);
    sql.update(
        "DELETE FROM separated_pair p USING record a, record b WHERE p.review_id = ?"
            + " AND a.review_id = p.review_id AND b.review_id = p.review_id"
            + " AND a.id = p.a AND b.id = p.b AND a.id = ANY(?::int[])"
            + " AND COALESCE(a.representative_id, a.id) = COALESCE(b.representative_id, b.id)",
        reviewId,
        ids);
    List<List<Integer>> pairs = List.copyOf(register.separated());
    sql.update(
        "INSERT INTO separated_pair (review_id, a, b) SELECT ?, p.a, p.b FROM unnest(?::int[], ?::int[]) AS p"
            + " (a, b) ON CONFLICT DO NOTHING",
        reviewId,
        pairs.stream().map(List::getFirst).toList(),
        pairs.stream().map(List::getLast).toList());
    return Set.copyOf(ids);
  }

  private void tell(UUID reviewId, Set<Integer> records) {
    if (!records.isEmpty()) {
      clustersChanged.fire(new ClustersChanged(reviewId, records));
    }
  }

  private String keep(List<Join> joins) {
    return files.store(
        out ->
            joins.forEach(
                join ->
                    write(
                        out,
                        join.duplicate()
                            + " "
                            + join.representative()
                            + " "
                            + join.rule()
                            + "\n")));
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Join readJoin(String line) {
    String[] parts = line.split(" ");
    return new Join(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }
}
