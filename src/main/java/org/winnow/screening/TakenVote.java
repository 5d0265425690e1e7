package org.winnow.screening;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A vote of a takeover as the kept list has it. */
record TakenVote(UUID vote, int item, UUID reviewer, Verdict verdict, List<UUID> reasons) {
  /** The same judgement of the same takeover is the same vote. */
  static TakenVote of(UUID takeover, Takeovers.Judgement judgement) {
    String name = takeover + " " + judgement.record() + " " + judgement.reviewer();
    return new TakenVote(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        judgement.record(),
        judgement.reviewer(),
        judgement.verdict(),
        judgement.reasons());
  }

  String line() {
    return String.join(
        " ",
        vote.toString(),
        Integer.toString(item),
        reviewer.toString(),
        verdict.name(),
        reasonList());
  }

  /** The reasons with commas between them. */
  String reasonList() {
    return String.join(",", reasons.stream().map(UUID::toString).toList());
  }

  static TakenVote read(String line) {
    String[] parts = line.split(" ", -1);
    return new TakenVote(
        UUID.fromString(parts[0]),
        Integer.parseInt(parts[1]),
        UUID.fromString(parts[2]),
        Verdict.valueOf(parts[3]),
        Stream.of(parts[4].split(",")).filter(id -> !id.isEmpty()).map(UUID::fromString).toList());
  }
}
