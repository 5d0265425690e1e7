package org.winnow.allocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a stage's work is shared out. They ask who votes, never what anybody voted.
 *
 * @param experienced reviewers whom a lead marked so
 * @param experiencedInEachPair whether one of those who vote on an item must be experienced
 * @param apart reviewers who never both vote on one item
 * @param quotas how many items somebody votes on at most; without one, as many as there are
 * @param parts who votes on which records: the first part that a record is in counts; what is in
 *     none is for everybody
 * @param handovers whose share another has taken over
 */
public record Allocation(
    @NotNull @Size(max = 200) List<@NotNull UUID> experienced,
    boolean experiencedInEachPair,
    @NotNull @Size(max = 200) List<@NotNull @Valid Apart> apart,
    @NotNull @Size(max = 200) List<@NotNull @Valid Quota> quotas,
    @NotNull @Size(max = 60) List<@NotNull @Valid Part> parts,
    @NotNull @Size(max = 200) List<@NotNull @Valid Handover> handovers) {

  /** Everybody votes on everything, with whomever. */
  public static final Allocation NONE =
      new Allocation(List.of(), false, List.of(), List.of(), List.of(), List.of());

  /** In no part. */
  public static final int NO_PART = -1;

  /** Two who never both vote on one item. */
  public record Apart(@NotNull UUID first, @NotNull UUID second) {
    Optional<UUID> other(UUID one) {
      return one.equals(first)
          ? Optional.of(second)
          : one.equals(second) ? Optional.of(first) : Optional.empty();
    }
  }

  /**
   * How many items somebody votes on at most: a number of them, or hundredths of those that they
   * could be given, rounded up.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Quota(
      @NotNull UUID reviewer,
      @Nullable @Min(0) @Max(10_000_000) Integer votes,
      @Nullable @Min(0) @Max(100) Integer percent) {

    @JsonIgnore
    boolean isOfOneKind() {
      return (votes == null) != (percent == null);
    }

    /**
     * @param items how many items there are for them
     */
    public long of(long items) {
      return votes != null ? votes : percent == null ? items : (items * percent + 99) / 100;
    }
  }

  /** By what a part is told. */
  public enum Kind {
    /** Records of one import. */
    IMPORT,
    /** Records of one source. */
    SOURCE,
    /** Records with numbers from one to another, both included. */
    RECORDS,
    /** Records on which a lead has put a tag of the review, or on a duplicate of theirs. */
    TAG;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Records that are for named reviewers alone.
   *
   * @param id of the import, source or tag
   * @param from first record, for a range
   * @param to last record, for a range
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(
      @NotNull Kind kind,
      @Nullable UUID id,
      @Nullable @Min(1) Integer from,
      @Nullable @Min(1) Integer to,
      @NotEmpty @Size(max = 200) List<@NotNull UUID> reviewers) {

    @JsonIgnore
    boolean isWhole() {
      return kind == Kind.RECORDS
          ? id == null && from != null && to != null && from <= to
          : id != null && from == null && to == null;
    }
  }

  /** What somebody has not yet voted on, another votes on in their place. */
  public record Handover(@NotNull UUID from, @NotNull UUID to) {}

  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }

  /** Whether it matters who votes together with whom. */
  @JsonIgnore
  public boolean asksOfPairs() {
    return experiencedInEachPair || !apart.isEmpty();
  }

  public boolean hasHandedOver(UUID reviewer) {
    return handovers.stream().anyMatch(handover -> handover.from().equals(reviewer));
  }

  /** Those whose shares have come to somebody, from hand to hand. */
  public Set<UUID> takenOverBy(UUID reviewer) {
    Set<UUID> found = new LinkedHashSet<>();
    Deque<UUID> open = new ArrayDeque<>(List.of(reviewer));
    while (!open.isEmpty()) {
      UUID to = open.pop();
      for (Handover handover : handovers) {
        if (handover.to().equals(to)
            && !handover.from().equals(reviewer)
            && found.add(handover.from())) {
          open.push(handover.from());
        }
      }
    }
    return found;
  }

  public Optional<Quota> quotaOf(UUID reviewer) {
    return quotas.stream().filter(quota -> quota.reviewer().equals(reviewer)).findFirst();
  }

  /** Whether what is in a part is for somebody, by their own name or one whose share they have. */
  public boolean isFor(int part, UUID reviewer) {
    if (hasHandedOver(reviewer)) {
      return false;
    }
    if (part == NO_PART) {
      return true;
    }
    List<UUID> named = parts.get(part).reviewers();
    return named.contains(reviewer) || takenOverBy(reviewer).stream().anyMatch(named::contains);
  }

  public Set<UUID> apartFrom(UUID reviewer) {
    return apart.stream()
        .flatMap(two -> two.other(reviewer).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an experienced reviewer still has to come to whoever is not one. */
  public boolean waitsForExperience(UUID reviewer) {
    return experiencedInEachPair && !experienced.contains(reviewer);
  }

  /**
   * Whether somebody may vote on an item on which others have.
   *
   * @param others who has voted on it, without the newcomer
   * @param votesNeeded how many votes it needs in all
   */
  public boolean permits(UUID newcomer, Collection<UUID> others, int votesNeeded) {
    if (apartFrom(newcomer).stream().anyMatch(others::contains)) {
      return false;
    }
    return !waitsForExperience(newcomer)
        || others.size() + 1 < votesNeeded
        || experienced.stream().anyMatch(others::contains);
  }

  /** Whether those who have voted on an item may stand together. */
  public boolean permits(Collection<UUID> all) {
    return all.stream().noneMatch(one -> apartFrom(one).stream().anyMatch(all::contains))
        && (!experiencedInEachPair || experienced.stream().anyMatch(all::contains));
  }

  /** Somebody hands their share to another; who had handed theirs to them has it back. */
  Allocation handedOver(UUID from, UUID to) {
    List<Handover> now =
        Stream.concat(
                handovers.stream()
                    .filter(old -> !old.from().equals(from) && !old.from().equals(to)),
                Stream.of(new Handover(from, to)))
            .toList();
    return new Allocation(experienced, experiencedInEachPair, apart, quotas, parts, now);
  }

  /** Everybody whom the rules name. */
  Set<UUID> named() {
    return Stream.of(
            experienced.stream(),
            apart.stream().flatMap(two -> Stream.of(two.first(), two.second())),
            quotas.stream().map(Quota::reviewer),
            parts.stream().flatMap(part -> part.reviewers().stream()),
            handovers.stream().flatMap(one -> Stream.of(one.from(), one.to())))
        .flatMap(ids -> ids)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What of it cannot be meant: the name of the list; empty when all is well. */
  Optional<String> flaw() {
    if (apart.stream().anyMatch(two -> two.first().equals(two.second()))) {
      return Optional.of("apart");
    }
    if (!quotas.stream().allMatch(Quota::isOfOneKind)
        || quotas.stream().map(Quota::reviewer).distinct().count() < quotas.size()) {
      return Optional.of("quotas");
    }
    if (!parts.stream().allMatch(Part::isWhole)) {
      return Optional.of("parts");
    }
    boolean circular =
        handovers.stream().anyMatch(one -> one.from().equals(one.to()) || leadsBackTo(one.from()));
    return circular || handovers.stream().map(Handover::from).distinct().count() < handovers.size()
        ? Optional.of("handovers")
        : Optional.empty();
  }

  private boolean leadsBackTo(UUID reviewer) {
    return takenOverBy(reviewer).stream()
        .anyMatch(
            from ->
                handovers.stream()
                    .anyMatch(one -> one.from().equals(reviewer) && one.to().equals(from)));
  }
}
