package org.winnow.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.winnow.ledger.CanonicalJson;
import org.winnow.ledger.Projection;
import org.winnow.ledger.RecordedEvent;

/** The tables of this room as the ledger says they must be. */
@ApplicationScoped
class ReviewProjection implements Projection {
  private final Reviews reviews;

  ReviewProjection(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new ReviewReplay(reviewId);
  }

  private final class ReviewReplay implements Replay {
    private final UUID reviewId;
    private final Map<Integer, String> protocols = new TreeMap<>();
    private final Map<Stage, Boolean> closed = new EnumMap<>(Stage.class);
    private String title = "";

    ReviewReplay(UUID reviewId) {
      this.reviewId = reviewId;
    }

    @Override
    public void apply(RecordedEvent event) {
      if (event.is(ReviewCreated.class)) {
        title = event.as(ReviewCreated.class).title();
        for (Stage stage : Stage.values()) {
          closed.put(stage, false);
        }
      } else if (event.is(ProtocolAmended.class)) {
        ProtocolAmended amended = event.as(ProtocolAmended.class);
        protocols.put(amended.version(), CanonicalJson.write(amended.protocol()));
      } else if (event.is(StageClosed.class)) {
        closed.put(event.as(StageClosed.class).stage(), true);
      } else if (event.is(StageReopened.class)) {
        closed.put(event.as(StageReopened.class).stage(), false);
      }
    }

    @Override
    public List<Difference> differences() {
      List<Difference> differences = new ArrayList<>();
      compare(
          differences,
          "review",
          "title",
          title,
          reviews.find(reviewId).map(Reviews.Review::title).orElse(""));
      Map<Integer, String> found = new TreeMap<>();
      reviews
          .protocols(reviewId)
          .forEach(v -> found.put(v.version(), CanonicalJson.write(v.protocol())));
      TreeSet<Integer> versions = new TreeSet<>(protocols.keySet());
      versions.addAll(found.keySet());
      versions.forEach(
          version ->
              compare(
                  differences,
                  "protocol",
                  "" + version,
                  protocols.getOrDefault(version, ""),
                  found.getOrDefault(version, "")));
      reviews
          .stages(reviewId)
          .forEach(
              state ->
                  compare(
                      differences,
                      "stage",
                      state.stage().word(),
                      "" + closed.get(state.stage()),
                      "" + state.closed()));
      return differences;
    }

    private static void compare(
        List<Difference> differences, String table, String key, String expected, String found) {
      if (!expected.equals(found)) {
        differences.add(new Difference(table, key, expected, found));
      }
    }
  }
}
