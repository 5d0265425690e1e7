package org.winnow.citation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.winnow.citation.match.BlockingKeys.Crowd;

/**
 * The records of a review by the keys under which a copy of each would be found: identity numbers,
 * title, place with author, pairs of rare title words. Grows with every grouping; not thread-safe.
 *
 * <p>A key shared by very many records ("Editorial", one year and page) is not searched to its end,
 * and a record is compared with a bounded number of others, the surest keys first, so that time
 * stays linear; every record has keys of several kinds for that reason. Where a key of title words
 * or of a place is shared by more records than are worth a look, they are told apart, see {@link
 * BlockingKeys.Crowd}.
 */
public final class MatchIndex {
  private static final int SEARCHED_PER_KEY = 40;
  private static final int COMPARED_PER_RECORD = 120;
  private static final int KEYS_PER_RECORD = 12;
  private static final double LOAD = 0.8;

  /** Stands where a key's records would, when they are kept under finer keys. */
  private static final int SPLIT = Integer.MIN_VALUE;

  private final List<Normalised> records;
  private int[] positionOfId;

  /** An open hash table: a key and, in the same place, the records that have it. */
  private int[] keys;

  /**
   * Nothing (0), the first link of a chain, or, as most keys have one record, ~ its position. A
   * chain goes on in the same way, the latest record first.
   */
  private int[] heads;

  private int used;
  private int[] next = new int[1024];
  private int[] owner = new int[1024];
  private int links = 1;
  private int[] seenAt;
  private long compared;

  public static MatchIndex empty() {
    return withRoomFor(100);
  }

  /**
   * An empty one that does not have to grow, which for a moment takes twice the memory.
   *
   * @param expected about how many records will be added
   */
  public static MatchIndex withRoomFor(int expected) {
    return new MatchIndex(Math.max(expected, 1));
  }

  public static MatchIndex of(Collection<Normalised> existing) {
    MatchIndex index = withRoomFor(existing.size());
    existing.forEach(index::add);
    return index;
  }

  private MatchIndex(int expected) {
    records = new ArrayList<>(expected);
    positionOfId = new int[expected];
    seenAt = new int[expected];
    int size = (int) Math.min(expected * (KEYS_PER_RECORD / LOAD), 1 << 30);
    keys = new int[size];
    heads = new int[size];
  }

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
    BlockingKeys.of(record, (key, crowd) -> put(key, position, crowd, 0));
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
        (key, crowd) -> {
          int at = first(key, record, crowd);
          for (int n = 0; at != 0 && n < SEARCHED_PER_KEY && left[0] > 0; at = after(at)) {
            int other = recordAt(at);
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

  private int recordAt(int at) {
    return at < 0 ? ~at : owner[at];
  }

  private int after(int at) {
    return at < 0 ? 0 : next[at];
  }

  /** The latest record of a key, or of the finer one under which the record would be found. */
  private int first(int key, Normalised record, Crowd crowd) {
    int finest = key;
    int at = heads[slot(key)];
    for (int level = 0; at == SPLIT; level++) {
      finest = crowd.finer(finest, record, level);
      at = heads[slot(finest)];
    }
    return at;
  }

  /**
   * @param level how often the key was made finer
   */
  private void put(int key, int position, Crowd crowd, int level) {
    int slot = slot(key);
    if (heads[slot] == SPLIT) {
      put(crowd.finer(key, records.get(position), level), position, crowd, level + 1);
    } else if (heads[slot] == 0) {
      keys[slot] = key;
      heads[slot] = ~position;
      if (++used > keys.length * LOAD) {
        grow();
      }
    } else {
      heads[slot] = link(position, heads[slot]);
      if (level < crowd.levels && isFull(heads[slot], crowd.most)) {
        split(slot, crowd, level);
      }
    }
  }

  private int link(int position, int before) {
    if (links == next.length) {
      next = Arrays.copyOf(next, links + links / 2);
      owner = Arrays.copyOf(owner, links + links / 2);
    }
    next[links] = before;
    owner[links] = position;
    return links++;
  }

  private boolean isFull(int first, int most) {
    int length = 0;
    for (int at = first; at != 0 && length <= most; at = after(at)) {
      length++;
    }
    return length > most;
  }

  /** Keeps the records of a key under finer keys from now on, the latest still first. */
  private void split(int slot, Crowd crowd, int level) {
    int key = keys[slot];
    int[] members = new int[crowd.most + 1];
    int at = heads[slot];
    for (int i = crowd.most; i >= 0; i--) {
      members[i] = recordAt(at);
      at = after(at);
    }
    heads[slot] = SPLIT;
    for (int member : members) {
      put(crowd.finer(key, records.get(member), level), member, crowd, level + 1);
    }
  }

  private int slot(int key) {
    int slot = (int) ((key & 0xFFFF_FFFFL) * keys.length >>> 32);
    while (heads[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 == keys.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldHeads = heads;
    int size = oldKeys.length + oldKeys.length / 2 + 1;
    keys = new int[size];
    heads = new int[size];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
