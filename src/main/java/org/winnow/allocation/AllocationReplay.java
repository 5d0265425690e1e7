package org.winnow.allocation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.RecordedEvent;
import org.winnow.review.Stage;

/** The versions of the rules: a fold over the ledger. */
final class AllocationReplay {
  private final Map<Stage, Allocation> current = new EnumMap<>(Stage.class);
  private final Map<String, String> versions = new TreeMap<>();

  void apply(RecordedEvent event) {
    if (event.is(AllocationChanged.class)) {
      AllocationChanged changed = event.as(AllocationChanged.class);
      put(changed.stage(), changed.version(), changed.allocation());
    } else if (event.is(ShareHandedOver.class)) {
      ShareHandedOver handed = event.as(ShareHandedOver.class);
      put(
          handed.stage(),
          handed.version(),
          current
              .getOrDefault(handed.stage(), Allocation.NONE)
              .handedOver(handed.from(), handed.to()));
    }
  }

  /** Every version by its stage and number. */
  Map<String, String> versions() {
    return versions;
  }

  static String key(Stage stage, int version) {
    return stage.word() + " " + version;
  }

  private void put(Stage stage, int version, Allocation allocation) {
    current.put(stage, allocation);
    versions.put(key(stage, version), CanonicalJson.write(allocation));
  }
}
