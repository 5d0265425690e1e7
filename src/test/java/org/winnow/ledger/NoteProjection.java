package org.winnow.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands for a room: its "table" is a map that tests may change behind the ledger's back. */
@ApplicationScoped
class NoteProjection implements Projection {
  private final Map<UUID, String> lastNotes = new HashMap<>();

  void tableSays(UUID reviewId, String text) {
    lastNotes.put(reviewId, text);
  }

  @Override
  public Replay replay(UUID reviewId) {
    return new Replay() {
      private String expected = "";

      @Override
      public void apply(RecordedEvent event) {
        if (event.is(Noted.class)) {
          expected = event.as(Noted.class).text();
        }
      }

      @Override
      public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        String found = lastNotes.getOrDefault(reviewId, expected);
        if (!found.equals(expected)) {
          differences.add(new Difference("note", "last", expected, found));
        }
        return differences;
      }
    };
  }
}
