package org.winnow.migration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.winnow.citation.Citation;
import org.winnow.citation.format.ForeignDecisions;
import org.winnow.citation.format.ForeignDecisions.Decision;
import org.winnow.identification.CommittedFiles;
import org.winnow.identification.CommittedFiles.ImportedFile;
import org.winnow.ledger.Ledger;
import org.winnow.migration.NotCarried.Why;
import org.winnow.platform.RuleViolation;
import org.winnow.record.Records;
import org.winnow.review.Protocol;
import org.winnow.review.Reviews;
import org.winnow.review.Stage;
import org.winnow.screening.Takeovers;
import org.winnow.screening.Takeovers.Judgement;
import org.winnow.screening.Takeovers.Order;
import org.winnow.screening.Takeovers.Takeover;
import org.winnow.screening.Verdict;
import org.winnow.screening.VotesTakenOver.Mapping;
import org.winnow.team.Members;

/**
 * Reads what a file says of screening elsewhere, and has it become votes as far as a lead maps it.
 * Nothing of it is stored but by the import's records themselves.
 */
@ApplicationScoped
class MigrationService {
  private final Records records;
  private final CommittedFiles imports;
  private final Takeovers takeovers;
  private final Reviews reviews;
  private final Members members;
  private final Ledger ledger;

  MigrationService(
      Records records,
      CommittedFiles imports,
      Takeovers takeovers,
      Reviews reviews,
      Members members,
      Ledger ledger) {
    this.records = records;
    this.imports = imports;
    this.takeovers = takeovers;
    this.reviews = reviews;
    this.members = members;
    this.ledger = ledger;
  }

  @Transactional
  Tally tally(UUID reviewId, UUID importId) {
    if (imports.find(reviewId, importId).isEmpty()) {
      throw RuleViolation.notFound();
    }
    Tally tally = new Tally();
    records.eachOfImport(
        reviewId, importId, (_, citation) -> ForeignDecisions.of(citation).ifPresent(tally::take));
    return tally;
  }

  /** Takes over what the mapping covers; the same id again changes nothing. */
  @Transactional
  Takeover takeOver(
      UUID reviewId, UUID lead, UUID importId, UUID takeoverId, Stage stage, Mapping mapping) {
    ledger.lock(reviewId);
    ImportedFile file = imports.find(reviewId, importId).orElseThrow(RuleViolation::notFound);
    if (takeovers.find(reviewId, takeoverId).isPresent()) {
      return known(reviewId, importId, takeoverId, stage);
    }
    if (!file.committed()) {
      throw new RuleViolation("not-committed");
    }
    check(reviewId, mapping);
    Sorting sorting = new Sorting(mapping);
    records.eachOfImport(
        reviewId,
        importId,
        (record, citation) ->
            ForeignDecisions.of(citation)
                .ifPresent(found -> sorting.take(record, citation, found)));
    Takeovers.Sorted sorted = takeovers.sort(reviewId, stage, sorting.judgements.keySet());
    sorted
        .hindered()
        .forEach((judgement, hindrance) -> sorting.leave(judgement, Why.valueOf(hindrance.name())));
    if (sorted.votes().isEmpty()) {
      throw RuleViolation.invalid("nothing-to-take-over");
    }
    takeovers.cast(
        reviewId,
        lead,
        new Order(takeoverId, importId, file.sha256(), stage, mapping),
        sorted.votes(),
        (int) sorting.left.stream().filter(left -> left.why().isDecision()).count(),
        sorting.left.stream().map(NotCarried::line).collect(Collectors.joining("\n")));
    return takeovers.find(reviewId, takeoverId).orElseThrow();
  }

  @Transactional
  void withdraw(UUID reviewId, UUID lead, UUID importId, UUID takeover) {
    ofImport(reviewId, importId, takeover);
    takeovers.withdraw(reviewId, lead, takeover);
  }

  @Transactional
  List<Takeover> takeovers(UUID reviewId, UUID importId) {
    return takeovers.ofImport(reviewId, importId);
  }

  /** What a takeover left, in the order of the file. */
  @Transactional
  List<NotCarried> notCarried(UUID reviewId, UUID importId, UUID takeover) {
    String content = ofImport(reviewId, importId, takeover).notCarriedContent();
    return takeovers.keptLines(content).stream().map(NotCarried::read).toList();
  }

  private Takeover ofImport(UUID reviewId, UUID importId, UUID takeover) {
    return takeovers
        .find(reviewId, takeover)
        .filter(found -> found.importId().equals(importId))
        .orElseThrow(RuleViolation::notFound);
  }

  private Takeover known(UUID reviewId, UUID importId, UUID takeover, Stage stage) {
    return takeovers
        .find(reviewId, takeover)
        .filter(found -> found.importId().equals(importId) && found.stage() == stage)
        .orElseThrow(() -> RuleViolation.invalid("takeover-id-used"));
  }

  private void check(UUID reviewId, Mapping mapping) {
    for (UUID account : mapping.people().values()) {
      if (members.rolesOf(reviewId, account).isEmpty()) {
        throw RuleViolation.invalid("not-a-member");
      }
    }
    Set<UUID> known =
        reviews.protocol(reviewId).protocol().reasons().stream()
            .map(Protocol.Reason::id)
            .collect(Collectors.toSet());
    if (!known.containsAll(mapping.reasons().values())) {
      throw RuleViolation.invalid("unknown-reason");
    }
  }

  /** Puts decisions into the words of the review, and notes what has none there. */
  private static final class Sorting {
    private final Mapping mapping;
    private final Map<Judgement, Decision> judgements = new java.util.LinkedHashMap<>();
    private final Map<Integer, String> titles = new HashMap<>();
    private final List<NotCarried> left = new ArrayList<>();

    Sorting(Mapping mapping) {
      this.mapping = mapping;
    }

    void take(int record, Citation citation, ForeignDecisions found) {
      titles.put(record, citation.title().first());
      for (Decision decision : found.decisions()) {
        UUID person = mapping.people().get(decision.by());
        Verdict verdict = mapping.verdicts().get(decision.verdict());
        if (person == null) {
          leave(record, decision.by(), said(decision), Why.PERSON_NOT_MAPPED);
        } else if (verdict == null) {
          leave(record, decision.by(), said(decision), Why.VERDICT_NOT_MAPPED);
        } else {
          judgements.put(
              new Judgement(record, person, verdict, reasons(record, decision, verdict)), decision);
        }
      }
      found.labels().forEach(label -> leave(record, "", label, Why.LABEL));
      found.notes().forEach(note -> leave(record, "", note, Why.NOTE));
    }

    private List<UUID> reasons(int record, Decision decision, Verdict verdict) {
      if (verdict != Verdict.EXCLUDE) {
        return List.of();
      }
      for (String reason : decision.reasons()) {
        if (!mapping.reasons().containsKey(reason)) {
          leave(record, decision.by(), reason, Why.REASON_NOT_MAPPED);
        }
      }
      // The empty word stands for decisions that name no reason.
      Stream<String> named =
          decision.reasons().isEmpty() ? Stream.of("") : decision.reasons().stream();
      return named
          .map(reason -> mapping.reasons().get(reason))
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }

    void leave(Judgement judgement, Why why) {
      Decision decision = Objects.requireNonNull(judgements.get(judgement));
      leave(judgement.record(), decision.by(), said(decision), why);
    }

    private void leave(int record, String by, String said, Why why) {
      left.add(new NotCarried(record, titles.getOrDefault(record, ""), by, said, why));
    }

    private static String said(Decision decision) {
      return Stream.concat(Stream.of(decision.verdict()), decision.reasons().stream())
          .filter(word -> !word.isEmpty())
          .collect(Collectors.joining("; "));
    }
  }
}
