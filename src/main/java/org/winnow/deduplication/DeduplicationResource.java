package org.winnow.deduplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.deduplication.Clusters.Member;
import org.winnow.deduplication.Clusters.Summary;
import org.winnow.deduplication.JoinHistory.Joins;
import org.winnow.deduplication.RuleTexts.Reason;
import org.winnow.ledger.RecordedEvent;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.record.Join;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.record.Records;
import org.winnow.record.RecordsMerged;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.review.Stage;
import org.winnow.team.CurrentAccount;
import org.winnow.team.Members;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}/duplicates")
class DeduplicationResource {
  private static final String AUTOMATIC = "automatic";

  private final DeduplicationService service;
  private final Clusters clusters;
  private final Doubts doubts;
  private final JoinHistory history;
  private final Records records;
  private final RecordViews views;
  private final Members members;
  private final CurrentAccount current;
  private final RuleTexts texts;

  DeduplicationResource(
      DeduplicationService service,
      Clusters clusters,
      Doubts doubts,
      JoinHistory history,
      Records records,
      RecordViews views,
      Members members,
      CurrentAccount current,
      RuleTexts texts) {
    this.service = service;
    this.clusters = clusters;
    this.doubts = doubts;
    this.history = history;
    this.records = records;
    this.views = views;
    this.members = members;
    this.current = current;
    this.texts = texts;
  }

  /** See {@link Summary}; each rule with its text, and the open pairs by the rule that asks. */
  record SummaryView(
      int records,
      int unique,
      int duplicates,
      int clusters,
      int withinSource,
      int betweenSources,
      List<RuleView> byRule,
      int doubtful,
      List<RuleView> doubtfulByRule) {}

  record RuleView(String rule, Reason reason, int count) {}

  record ClusterView(int representative, List<MemberView> members) {}

  /**
   * A record of a cluster; the representative has no rule.
   *
   * @param stage where a person noticed it while screening
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MemberView(
      RecordView record,
      @Nullable String rule,
      @Nullable Reason reason,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable Stage stage) {}

  /** The stage is where it was noticed while screening, if it was. */
  record Merge(
      @NotNull Integer representative,
      @NotEmpty @Size(max = 1000) List<@NotNull Integer> members,
      @Nullable Stage stage) {}

  record Split(@NotNull Integer recordId) {}

  @GET
  @Path("summary")
  @RequiresRole
  @Transactional
  public SummaryView summary(@PathParam("reviewId") UUID reviewId) {
    Summary found = clusters.summary(reviewId);
    List<Doubts.RuleCount> open = doubts.byRule(reviewId);
    return new SummaryView(
        found.records(),
        found.unique(),
        found.duplicates(),
        found.clusters(),
        found.withinSource(),
        found.betweenSources(),
        found.byRule().stream()
            .map(rule -> new RuleView(rule.rule(), texts.reason(rule.rule()), rule.count()))
            .toList(),
        open.stream().mapToInt(Doubts.RuleCount::count).sum(),
        open.stream()
            .map(rule -> new RuleView(rule.rule(), texts.reason(rule.rule()), rule.count()))
            .toList());
  }

  @GET
  @RequiresRole
  @Transactional
  public Page<ClusterView> list(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asked,
      @QueryParam("rule") @Nullable String rule) {
    int size = Page.limit(asked);
    long after = Page.numericCursor(cursor, 0);
    List<Integer> found =
        rule == null || rule.isEmpty()
            ? clusters.representatives(reviewId, after, size + 1)
            : clusters.representatives(reviewId, rule, after, size + 1);
    Page<Integer> page = Page.of(found, size, id -> Integer.toString(id));
    return new Page<>(views(reviewId, page.items()), page.next());
  }

  @PUT
  @Path("merges/{mergeId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public ClusterView merge(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("mergeId") UUID mergeId,
      @NotNull @Valid Merge merge) {
    service.merge(
        reviewId,
        current.id(),
        new RecordsMerged(mergeId, merge.representative(), merge.members(), merge.stage()));
    return clusterOf(reviewId, merge.representative());
  }

  /** Takes a merge back as if it had never been; the records may be asked about again. */
  @DELETE
  @Path("merges/{mergeId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public void undoMerge(@PathParam("reviewId") UUID reviewId, @PathParam("mergeId") UUID mergeId) {
    service.undoMerge(reviewId, current.id(), mergeId);
  }

  @PUT
  @Path("splits/{splitId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public ClusterView split(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("splitId") UUID splitId,
      @NotNull @Valid Split split) {
    service.split(reviewId, current.id(), splitId, split.recordId());
    return clusterOf(reviewId, split.recordId());
  }

  /** Read when the decision is written, so that votes do not wait for what is shown of it. */
  private ClusterView clusterOf(UUID reviewId, int record) {
    return QuarkusTransaction.requiringNew().call(() -> readCluster(reviewId, record));
  }

  private ClusterView readCluster(UUID reviewId, int record) {
    int representative =
        records.representativeOf(reviewId, record).orElseThrow(RuleViolation::notFound);
    return views(reviewId, List.of(representative)).stream()
        .findFirst()
        .orElseThrow(RuleViolation::notFound);
  }

  private List<ClusterView> views(UUID reviewId, Collection<Integer> representatives) {
    Map<Integer, List<Member>> byRepresentative = clusters.members(reviewId, representatives);
    List<Member> all = byRepresentative.values().stream().flatMap(List::stream).toList();
    Map<Integer, RecordView> shown = views.of(reviewId, all.stream().map(Member::record).toList());
    Joins joins = history.of(reviewId);
    Map<UUID, String> names = names(joins);
    Mask mask = views.maskFor(reviewId, current);
    return representatives.stream()
        .filter(byRepresentative::containsKey)
        .map(
            representative -> {
              List<Member> cluster = byRepresentative.getOrDefault(representative, List.of());
              return new ClusterView(
                  representative,
                  cluster.stream()
                      .map(
                          member ->
                              view(
                                  member,
                                  cluster.getFirst(),
                                  Objects.requireNonNull(shown.get(member.record())).masked(mask),
                                  joins,
                                  names))
                      .toList());
            })
        .toList();
  }

  private MemberView view(
      Member member,
      Member representative,
      RecordView record,
      Joins joins,
      Map<UUID, String> names) {
    if (member.rule().isEmpty()) {
      return new MemberView(record, null, null, null, null, null);
    }
    boolean byRules = !member.rule().equals(Join.BY_HAND) && !Join.isAccepted(member.rule());
    Optional<RecordedEvent> event =
        byRules
            ? joins.byRule(Stream.of(member.importId(), representative.importId()))
            : Join.isAccepted(member.rule())
                ? joins.byAcceptance(member.record())
                : joins.byHand(member.record());
    return new MemberView(
        record,
        member.rule(),
        texts.reason(member.rule()),
        byRules ? AUTOMATIC : event.map(e -> nameOf(names, e.actor())).orElse(null),
        event.map(RecordedEvent::at).orElse(null),
        event
            .filter(one -> one.is(RecordsMerged.class))
            .map(one -> one.as(RecordsMerged.class).stage())
            .orElse(null));
  }

  private static @Nullable String nameOf(Map<UUID, String> names, @Nullable UUID account) {
    return account == null ? null : names.get(account);
  }

  private Map<UUID, String> names(Joins joins) {
    return members.namesOf(
        Stream.concat(joins.byRecord().values().stream(), joins.accepted().values().stream())
            .flatMap(event -> Stream.ofNullable(event.actor()))
            .distinct()
            .toList());
  }
}
