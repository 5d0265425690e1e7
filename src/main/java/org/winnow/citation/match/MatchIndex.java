package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a review by the keys under which a copy of each would be found: identity numbers,
 * title, place with author, pairs of rare title words. Grows with every grouping; not thread-safe.
 *
 * <p>A key shared by very many records ("Editorial", one year and page) is not searched to its end,
 * and a record is compared with a bounded number of others, the surest keys first, so that time
 * stays linear; every record has keys of several kinds for that reason. Where a key of title words
 * is shared by more records than are worth a look, they are told apart by first author, then by
 * year.
 */
public final class MatchIndex {
  private static final int SEARCHED_PER_KEY = 40;
  private static final int COMPARED_PER_RECORD = 120;
  private static final int MOST_OF_SAME_WORDS = 16;
  private static final int FINEST = 2;

  /** Stands where a key's first link would, when its records are kept under finer keys. */
  private static final int SPLIT = -1;

  private final List<Normalised> records = new ArrayList<>();
  private int[] positionOfId = new int[1024];
  private long[] slots = new long[4096];
  private int[] heads = new int[4096];
  private int used;
  private int[] next = new int[4096];
  private int[] owner = new int[4096];
  private int links = 1;
  private int[] seenAt = new int[1024];
  private long compared;

  public static MatchIndex empty() {
    return new MatchIndex();
  }

  public static MatchIndex of(Iterable<Normalised> existing) {
    MatchIndex index = new MatchIndex();
    existing.forEach(index::add);
    return index;
  }

  private MatchIndex() {}

  /**
   * @throws IllegalArgumentException when a record with this id is there already, or it is negative
   */
  public void add(Normalised record) {
    if (record.id < 0 || position(record.id) >= 0) {
      throw new IllegalArgumentException("record " + record.id + " is there already or negative");
    }
    int position = records.size();
    records.add(record);
    if (record.id >= positionOfId.length) {
      int length = Math.max(record.id + 1, positionOfId.length + positionOfId.length / 2);
      positionOfId = Arrays.copyOf(positionOfId, length);
    }
    positionOfId[record.id] = position + 1;
    if (position == seenAt.length) {
      seenAt = Arrays.copyOf(seenAt, position * 2);
    }
    BlockingKeys.of(record, (key, ofWords) -> link(key, position, ofWords ? 0 : FINEST));
  }

  public int size() {
    return records.size();
  }

  /** Pairs of records that shared a key and were compared, since the index was made. */
  public long compared() {
    return compared;
  }

  Normalised at(int position) {
    return records.get(position);
  }

  /** Position of the record with this id, or -1. */
  int position(int id) {
    return id < positionOfId.length ? positionOfId[id] - 1 : -1;
  }

  interface CandidateSink {
    void candidate(int position);
  }

  /** Every record before {@code position} that shares a key with the record there, once each. */
  void candidates(int position, CandidateSink sink) {
    int mark = position + 1;
    int[] left = {COMPARED_PER_RECORD};
    Normalised record = records.get(position);
    BlockingKeys.of(
        record,
        (key, ofWords) -> {
          int link = first(key, record);
          for (int n = 0; link != 0 && n < SEARCHED_PER_KEY && left[0] > 0; link = next[link]) {
            int other = owner[link];
            if (other >= position) {
              continue;
            }
            n++;
            if (seenAt[other] != mark) {
              seenAt[other] = mark;
              left[0]--;
              compared++;
              sink.candidate(other);
            }
          }
        });
  }

  /** The first link of a key, or of the finer one under which the record would be found. */
  private int first(long key, Normalised record) {
    long finest = key;
    int link = heads[slot(key)];
    for (int level = 0; link == SPLIT; level++) {
      finest = BlockingKeys.finer(finest, record, level);
      link = heads[slot(finest)];
    }
    return link;
  }

  /**
   * @param level from which the key may be made finer; {@link #FINEST} when it may not
   */
  private void link(long key, int position, int level) {
    int slot = slot(key);
    if (heads[slot] == SPLIT) {
      link(BlockingKeys.finer(key, records.get(position), level), position, level + 1);
      return;
    }
    if (links == next.length) {
      next = Arrays.copyOf(next, links + links / 2);
      owner = Arrays.copyOf(owner, links + links / 2);
    }
    if (heads[slot] == 0) {
      slots[slot] = key;
      used++;
    }
    next[links] = heads[slot];
    owner[links] = position;
    heads[slot] = links++;
    if (level < FINEST && isFull(heads[slot])) {
      split(slot, level);
    }
    if (used * 3 > slots.length * 2) {
      grow();
    }
  }

  private boolean isFull(int link) {
    int length = 0;
    for (int at = link; at != 0 && length <= MOST_OF_SAME_WORDS; at = next[at]) {
      length++;
    }
    return length > MOST_OF_SAME_WORDS;
  }

  /** Keeps the records of a key under finer keys from now on, the latest still first. */
  private void split(int slot, int level) {
    long key = slots[slot];
    int[] members = new int[MOST_OF_SAME_WORDS + 1];
    int link = heads[slot];
    for (int i = MOST_OF_SAME_WORDS; i >= 0; i--) {
      members[i] = owner[link];
      link = next[link];
    }
    heads[slot] = SPLIT;
    for (int member : members) {
      link(BlockingKeys.finer(key, records.get(member), level), member, level + 1);
    }
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (heads[slot] != 0 && slots[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldSlots = slots;
    int[] oldHeads = heads;
    slots = new long[oldSlots.length * 2];
    heads = new int[oldSlots.length * 2];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldHeads[i] != 0) {
        int slot = slot(oldSlots[i]);
        slots[slot] = oldSlots[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
