package org.winnow.citation.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gives entries what they take over from the volume that their {@code crossref} names. BibTeX has
 * the volume behind its chapters, biblatex anywhere: of volumes that passed, what chapters take
 * over is kept; chapters whose volume did not come yet wait for it. Both are bounded.
 */
final class BibtexParents {
  private static final int MOST = 5_000;
  private static final int MOST_WAITING_CHARACTERS = 8_000_000;
  private static final int LONGEST_VALUE = 1_000;

  /** Kinds of entries that others are part of. */
  private static final Set<String> VOLUMES =
      Set.of(
          "book",
          "mvbook",
          "collection",
          "mvcollection",
          "proceedings",
          "mvproceedings",
          "reference",
          "mvreference",
          "periodical");

  /** What a part shares with its volume; a DOI, an abstract or authors are the volume's own. */
  private static final List<String> SHARED =
      List.of(
          "booktitle",
          "journal",
          "journaltitle",
          "year",
          "date",
          "volume",
          "number",
          "series",
          "issn",
          "isbn",
          "publisher",
          "editor",
          "address",
          "location",
          "organization",
          "language");

  /**
   * An entry with its place in the file.
   *
   * @param line line at which it starts, from 1
   */
  record Placed(BibtexEntry entry, int line, String raw) {}

  private final Consumer<Placed> next;
  private final Map<String, Map<String, String>> volumes = new LinkedHashMap<>();
  private final List<Placed> waiting = new ArrayList<>();
  private int waitingCharacters;

  BibtexParents(Consumer<Placed> next) {
    this.next = next;
  }

  void take(Placed placed) {
    BibtexEntry entry = placed.entry();
    String parent = key(entry.field("crossref"));
    if (parent.isEmpty()) {
      next.accept(placed);
      if (VOLUMES.contains(entry.type()) && !entry.key().isEmpty()) {
        volume(key(entry.key()), shared(entry));
      }
    } else if (volumes.containsKey(parent)) {
      next.accept(withParent(placed, volumes.get(parent)));
    } else {
      waiting.add(placed);
      waitingCharacters += placed.raw().length();
      if (waiting.size() > MOST || waitingCharacters > MOST_WAITING_CHARACTERS) {
        finish();
      }
    }
  }

  /** Hands on what still waits, for the file has no volume for it. */
  void finish() {
    waiting.forEach(next);
    waiting.clear();
    waitingCharacters = 0;
  }

  private void volume(String key, Map<String, String> shared) {
    if (volumes.size() < MOST) {
      volumes.putIfAbsent(key, shared);
    }
    waiting.removeIf(
        placed -> {
          boolean ours = key(placed.entry().field("crossref")).equals(key);
          if (ours) {
            waitingCharacters -= placed.raw().length();
            next.accept(withParent(placed, shared));
          }
          return ours;
        });
  }

  private static String key(String key) {
    return key.strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> shared(BibtexEntry volume) {
    Map<String, String> shared = new LinkedHashMap<>();
    for (String name : SHARED) {
      String value = volume.field(name);
      if (!value.isEmpty() && value.length() <= LONGEST_VALUE) {
        shared.put(name, value);
      }
    }
    String title = volume.field("title");
    if (!title.isEmpty()
        && title.length() <= LONGEST_VALUE
        && !volume.type().equals("periodical")) {
      shared.putIfAbsent("booktitle", title);
    } else if (!title.isEmpty() && title.length() <= LONGEST_VALUE) {
      shared.putIfAbsent("journaltitle", title);
    }
    return shared;
  }

  private static Placed withParent(Placed placed, Map<String, String> shared) {
    BibtexEntry entry = placed.entry();
    Map<String, String> fields = new LinkedHashMap<>(entry.fields());
    shared.forEach(fields::putIfAbsent);
    return new Placed(
        new BibtexEntry(entry.type(), entry.key(), fields), placed.line(), placed.raw());
  }
}
