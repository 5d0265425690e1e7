package org.winnow.lookup;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.Query;
import org.winnow.ledger.Ledger;
import org.winnow.platform.RuleViolation;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.record.SourceDescribed;
import org.winnow.record.Sources;
import org.winnow.review.ScreeningPolicy.Mask;

/** Answers what people look for. Nothing in an answer depends on votes. */
@ApplicationScoped
class LookupService {
  private static final Duration WAIT_FOR_INDEX = Duration.ofMillis(700);
  private static final long SEARCH_MILLIS = 1_000;

  private final RecordIndexes indexes;
  private final Ledger ledger;
  private final Sources sources;
  private final RecordViews views;

  LookupService(RecordIndexes indexes, Ledger ledger, Sources sources, RecordViews views) {
    this.indexes = indexes;
    this.ledger = ledger;
    this.sources = sources;
    this.views = views;
  }

  /** Whether everything that the ledger has was searched. */
  enum Completeness {
    COMPLETE,
    INDEX_BEHIND
  }

  /**
   * A record that was found.
   *
   * @param record the one that stands for its cluster
   * @param found the one whose text matched; mostly the same
   */
  record Hit(RecordView record, RecordView found, Highlights.InRecord highlights) {}

  record Answer(int total, List<Hit> hits, Completeness completeness) {}

  /**
   * @param skip how many of the best to leave out
   * @param mask what the asker does not see of a record, and so cannot search by
   * @throws RuleViolation {@code query-not-understood}, {@code query-too-slow}, {@code
   *     search-masked}
   */
  Answer find(UUID reviewId, String text, Mask mask, long skip, int limit) {
    LookupQuery query = parsed(text);
    if (query.isEmpty()) {
      return new Answer(0, List.of(), Completeness.COMPLETE);
    }
    Asked asked = QuarkusTransaction.requiringNew().call(() -> asked(reviewId, query, mask));
    boolean complete = indexes.upTo(reviewId, asked.head(), WAIT_FOR_INDEX);
    Optional<Groups> groups =
        indexes
            .of(reviewId)
            .search(
                (searcher, representatives) -> {
                  Groups found = new Groups(representatives);
                  searcher.setTimeout(new QueryTimeoutImpl(SEARCH_MILLIS));
                  searcher.search(asked.query(), found);
                  if (searcher.timedOut()) {
                    throw RuleViolation.invalid("query-too-slow");
                  }
                  return found;
                });
    List<Groups.Found> found = groups.map(all -> all.from(skip, limit)).orElse(List.of());
    return new Answer(
        groups.map(Groups::count).orElse(0),
        QuarkusTransaction.requiringNew().call(() -> hits(reviewId, found, query, mask)),
        complete && groups.isPresent() ? Completeness.COMPLETE : Completeness.INDEX_BEHIND);
  }

  private record Asked(long head, Query query) {}

  private static LookupQuery parsed(String text) {
    try {
      return LookupParser.parse(text);
    } catch (NotUnderstood e) {
      throw e.asViolation();
    }
  }

  private Asked asked(UUID reviewId, LookupQuery query, Mask mask) {
    return new Asked(
        ledger.head(reviewId).sequence(),
        new LuceneQueries(hidden(mask), name -> sourcesNamed(reviewId, name)).of(query));
  }

  private static Set<LookupField> hidden(Mask mask) {
    Set<LookupField> hidden = EnumSet.noneOf(LookupField.class);
    if (mask.authors()) {
      hidden.add(LookupField.AUTHOR);
    }
    if (mask.journal()) {
      hidden.addAll(List.of(LookupField.JOURNAL, LookupField.DOI, LookupField.PMID));
    }
    if (mask.year()) {
      hidden.add(LookupField.YEAR);
    }
    return hidden;
  }

  private List<UUID> sourcesNamed(UUID reviewId, String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return sources.list(reviewId).stream()
        .filter(source -> source.name().toLowerCase(Locale.ROOT).contains(wanted))
        .map(SourceDescribed::source)
        .toList();
  }

  private List<Hit> hits(UUID reviewId, List<Groups.Found> found, LookupQuery query, Mask mask) {
    Set<Integer> shown = new LinkedHashSet<>();
    found.forEach(
        each -> {
          shown.add(each.representative());
          shown.add(each.member());
        });
    Map<Integer, RecordView> records = views.of(reviewId, shown);
    List<Hit> hits = new ArrayList<>();
    for (Groups.Found each : found) {
      RecordView member = records.get(each.member());
      RecordView representative = records.get(each.representative());
      if (member != null && representative != null) {
        hits.add(
            new Hit(representative.masked(mask), member.masked(mask), highlights(member, query)));
      }
    }
    return hits;
  }

  private static Highlights.InRecord highlights(RecordView record, LookupQuery query) {
    return new Highlights.InRecord(
        Highlights.whole(both(record.titles()), query, LookupField.TITLE),
        Highlights.snippets(both(record.abstracts()), query, LookupField.ABSTRACT));
  }

  /** Chinese first, as pages show it. */
  private static List<String> both(RecordView.BilingualView text) {
    return List.of(text.zh(), text.en());
  }
}
