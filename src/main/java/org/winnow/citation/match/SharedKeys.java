package org.winnow.citation.match;

import java.util.Collection;

/**
 * The keys of records that come in. Of those that were there before, only the ones that have a key
 * of them can be compared with any: an index of these alone finds what an index of all would.
 */
public final class SharedKeys {
  private static final int KEYS_PER_RECORD = 12;

  /** An open hash table of keys; 0 is no key there. */
  private int[] table;

  private int used;
  private boolean zero;

  private SharedKeys(int expected) {
    table = new int[Math.max(16, expected * KEYS_PER_RECORD * 2)];
  }

  public static SharedKeys of(Collection<Normalised> records) {
    SharedKeys keys = new SharedKeys(records.size());
    records.forEach(record -> BlockingKeys.of(record, (key, _) -> keys.add(key)));
    return keys;
  }

  /** Whether a record has one of the keys. */
  public boolean holdAnyOf(Normalised record) {
    boolean[] found = {false};
    BlockingKeys.of(record, (key, _) -> found[0] = found[0] || holds(key));
    return found[0];
  }

  private boolean holds(int key) {
    return key == 0 ? zero : table[place(key)] == key;
  }

  private void add(int key) {
    if (key == 0) {
      zero = true;
      return;
    }
    int place = place(key);
    if (table[place] == 0) {
      table[place] = key;
      if (++used * 2 > table.length) {
        grow();
      }
    }
  }

  private int place(int key) {
    int place = (int) ((key & 0xFFFF_FFFFL) * table.length >>> 32);
    while (table[place] != 0 && table[place] != key) {
      place = place + 1 == table.length ? 0 : place + 1;
    }
    return place;
  }

  private void grow() {
    int[] old = table;
    table = new int[old.length * 2];
    for (int key : old) {
      if (key != 0) {
        table[place(key)] = key;
      }
    }
  }
}
