package org.winnow.deduplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.match.Explanation;
import org.winnow.citation.match.Explanation.FieldComparison;
import org.winnow.citation.match.MatchRule;
import org.winnow.deduplication.Comparisons.Hindrance;
import org.winnow.deduplication.Comparisons.Prepared;
import org.winnow.deduplication.Doubts.Doubt;
import org.winnow.deduplication.RuleTexts.Reason;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.record.RecordView;
import org.winnow.record.RecordViews;
import org.winnow.record.Records;
import org.winnow.review.ScreeningPolicy.Mask;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

/** The questions that the rules leave to people, and their answers. */
@Path("/api/v1/reviews/{reviewId}/duplicates")
class DoubtResource {
  private static final Set<String> HIDDEN_WITH_JOURNAL =
      Set.of("journal", "volume", "issue", "page", "doi", "pmid");

  private final DeduplicationService service;
  private final Doubts doubts;
  private final Comparisons comparisons;
  private final Overlap overlap;
  private final Records records;
  private final RecordViews views;
  private final CurrentAccount current;
  private final RuleTexts texts;

  DoubtResource(
      DeduplicationService service,
      Doubts doubts,
      Comparisons comparisons,
      Overlap overlap,
      Records records,
      RecordViews views,
      CurrentAccount current,
      RuleTexts texts) {
    this.service = service;
    this.doubts = doubts;
    this.comparisons = comparisons;
    this.overlap = overlap;
    this.records = records;
    this.views = views;
    this.current = current;
    this.texts = texts;
  }

  /** A pair to judge; see {@link Doubt}. */
  record DoubtView(
      RecordView a,
      RecordView b,
      double score,
      String rule,
      List<RuleReason> reasons,
      List<FieldView> fields) {}

  record RuleReason(String rule, Reason reason) {}

  record FieldView(String field, String agreement) {}

  /**
   * Why two records are one entry or not.
   *
   * @param together whether they are one now
   * @param rule what the rules say of the two alone
   * @param effect what the rule does: joins, asks, keeps-apart or leaves-open
   * @param hindrance what keeps their entries apart beside that
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WhyView(
      RecordView a,
      RecordView b,
      boolean together,
      String rule,
      Reason reason,
      String effect,
      @Nullable HindranceView hindrance,
      List<ComparedField> fields) {}

  record HindranceView(int a, int b, String rule, Reason reason) {}

  /** One field of both records in the form in which it was compared. */
  record ComparedField(String field, String a, String b, String agreement) {}

  record Separation(@NotNull Integer a, @NotNull Integer b) {}

  record Acceptance(@NotBlank String rule) {}

  /**
   * What came of accepting a rule's pairs.
   *
   * @param left pairs of the rule that are still open
   */
  record Accepted(int accepted, int left) {}

  @GET
  @Path("candidates")
  @RequiresRole
  @Transactional
  public Page<DoubtView> candidates(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer asked) {
    int size = Page.limit(asked);
    List<Doubt> found =
        cursor == null || cursor.isEmpty()
            ? doubts.first(reviewId, size + 1)
            : doubts.after(reviewId, cursor, size + 1);
    Page<Doubt> page = Page.of(found, size, Doubt::cursor);
    return new Page<>(views(reviewId, page.items()), page.next());
  }

  @GET
  @Path("why")
  @RequiresRole
  @Transactional
  public WhyView why(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("a") @Nullable Integer a,
      @QueryParam("b") @Nullable Integer b) {
    if (a == null || b == null || a.equals(b)) {
      throw RuleViolation.invalid("bad-fields", a == null ? "a" : "b");
    }
    int one = records.representativeOf(reviewId, a).orElseThrow(RuleViolation::notFound);
    int other = records.representativeOf(reviewId, b).orElseThrow(RuleViolation::notFound);
    Set<Integer> members = new TreeSet<>();
    Set<Integer> others = new TreeSet<>();
    records
        .entriesOf(reviewId, List.of(a, b))
        .forEach(entry -> (entry.contains(a) ? members : others).addAll(entry));
    Prepared prepared =
        comparisons.prepare(
            reviewId, Stream.concat(members.stream(), others.stream()).distinct().toList());
    Explanation explanation = prepared.why(a, b);
    MatchRule rule = explanation.verdict().rule();
    Optional<Hindrance> hindrance =
        one == other ? Optional.empty() : prepared.between(members, others, rule);
    Mask mask = views.maskFor(reviewId, current);
    Map<Integer, RecordView> shown = views.of(reviewId, List.of(a, b));
    return new WhyView(
        Objects.requireNonNull(shown.get(a)).masked(mask),
        Objects.requireNonNull(shown.get(b)).masked(mask),
        one == other,
        rule.key(),
        texts.reason(rule.key()),
        effect(rule),
        hindrance
            .map(
                pair ->
                    new HindranceView(
                        pair.a(), pair.b(), pair.rule().key(), texts.reason(pair.rule().key())))
            .orElse(null),
        explanation.fields().stream()
            .filter(field -> shows(mask, field))
            .map(field -> new ComparedField(field.field(), field.a(), field.b(), agreement(field)))
            .toList());
  }

  @GET
  @Path("overlap")
  @RequiresRole
  @Transactional
  public Overlap.Matrix overlap(@PathParam("reviewId") UUID reviewId) {
    return overlap.of(reviewId);
  }

  /** Two records are two entries, whatever the rules may think. */
  @PUT
  @Path("separations/{separationId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public void separate(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("separationId") UUID separationId,
      @NotNull @Valid Separation separation) {
    service.separate(reviewId, current.id(), separationId, separation.a(), separation.b());
  }

  @DELETE
  @Path("separations/{separationId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER})
  public void lift(
      @PathParam("reviewId") UUID reviewId, @PathParam("separationId") UUID separationId) {
    service.lift(reviewId, current.id(), separationId);
  }

  @PUT
  @Path("acceptances/{acceptanceId}")
  @RequiresRole(ReviewRole.LEAD)
  @Transactional
  public Accepted accept(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("acceptanceId") UUID acceptanceId,
      @NotNull @Valid Acceptance acceptance) {
    MatchRule rule =
        MatchRule.of(acceptance.rule())
            .orElseThrow(() -> RuleViolation.invalid("bad-fields", "rule"));
    int accepted = service.accept(reviewId, current.id(), acceptanceId, rule);
    return new Accepted(accepted, doubts.ofRule(reviewId, rule.key()).size());
  }

  private List<DoubtView> views(UUID reviewId, List<Doubt> pairs) {
    List<Integer> ids =
        pairs.stream().flatMap(pair -> Stream.of(pair.a(), pair.b())).distinct().toList();
    Map<Integer, RecordView> shown = views.of(reviewId, ids);
    Prepared prepared = comparisons.prepare(reviewId, ids);
    Mask mask = views.maskFor(reviewId, current);
    return pairs.stream()
        .map(
            pair ->
                new DoubtView(
                    Objects.requireNonNull(shown.get(pair.a())).masked(mask),
                    Objects.requireNonNull(shown.get(pair.b())).masked(mask),
                    pair.score(),
                    pair.rule(),
                    pair.reasons().stream()
                        .map(rule -> new RuleReason(rule, texts.reason(rule)))
                        .toList(),
                    prepared.why(pair.a(), pair.b()).fields().stream()
                        .filter(field -> shows(mask, field))
                        .map(field -> new FieldView(field.field(), agreement(field)))
                        .toList()))
        .toList();
  }

  private static boolean shows(Mask mask, FieldComparison field) {
    return switch (field.field()) {
      case "authors" -> !mask.authors();
      case "year" -> !mask.year();
      default -> !(mask.journal() && HIDDEN_WITH_JOURNAL.contains(field.field()));
    };
  }

  private static String agreement(FieldComparison field) {
    return field.agreement().name().toLowerCase(Locale.ROOT);
  }

  private static String effect(MatchRule rule) {
    return switch (rule.effect()) {
      case JOINS -> "joins";
      case ASKS, ASKS_AND_PARTS -> "asks";
      case PARTS -> "keeps-apart";
      case SILENT -> "leaves-open";
    };
  }
}
