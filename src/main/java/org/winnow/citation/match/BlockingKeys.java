package org.winnow.citation.match;

/** The keys of a record: two records are compared when they share one. */
final class BlockingKeys {
  private static final int WORD_ORDERS = 5;

  interface Sink {
    /**
     * @param ofWords whether the key is made of title words, of which thousands of other works on
     *     one subject may have the same
     */
    void key(long key, boolean ofWords);
  }

  private BlockingKeys() {}

  static void of(Normalised record, Sink sink) {
    if (!record.doi.isEmpty()) {
      sink.key(key('d', hash(record.doi)), false);
    }
    if (record.pmid > 0) {
      sink.key(key('m', record.pmid), false);
    }
    if (record.cochrane > 0) {
      sink.key(key('c', record.cochrane), false);
    }
    if (!record.registration.isEmpty()) {
      sink.key(key('r', hash(record.registration)), false);
    }
    titleKeys(record, record.latin, record.latinWords, sink);
    titleKeys(record, record.han, record.hanPairs, sink);
    placeKeys(record, sink);
    rareWordKeys(record.latinWords, sink);
    rareWordKeys(record.hanPairs, sink);
  }

  private static void titleKeys(Normalised record, String title, int[] words, Sink sink) {
    if (title.isEmpty()) {
      return;
    }
    long whole = hash(Folding.withoutBlanks(title));
    // a title of many works is told apart by its place and author
    if (words.length < 5) {
      sink.key(key('a', whole * 31 + firstFamily(record)), false);
      sink.key(key('y', whole * 31 + record.year), false);
    }
    sink.key(key('t', whole), false);
  }

  /**
   * The three smallest words under several pseudo-random orders: two titles that share most words
   * share such a triple with high probability (min-wise hashing; Broder, SEQUENCES 1997:21).
   */
  private static void rareWordKeys(int[] words, Sink sink) {
    for (int order = 0; order < WORD_ORDERS && words.length >= 2; order++) {
      int multiplier = 0x85EBCA6B + 0x27D4EB2E * order | 1;
      int least = Integer.MAX_VALUE;
      int second = Integer.MAX_VALUE;
      int third = Integer.MAX_VALUE;
      for (int word : words) {
        int rank = word * multiplier;
        rank ^= rank >>> 15;
        if (rank < least) {
          third = second;
          second = least;
          least = rank;
        } else if (rank < second) {
          third = second;
          second = rank;
        } else if (rank < third) {
          third = rank;
        }
      }
      long three = ((long) least * 31 + second) * 0x9E3779B97F4A7C15L + third;
      sink.key(key((char) ('0' + order), three), true);
    }
  }

  /**
   * The key under which a record is kept instead when too many share one: with the first author,
   * then with the year.
   *
   * @param level how often the key was made finer before
   */
  static long finer(long key, Normalised record, int level) {
    return level == 0 ? key('w', key * 31 + firstFamily(record)) : key('z', key * 31 + record.year);
  }

  private static void placeKeys(Normalised record, Sink sink) {
    if (record.pages.isEmpty()) {
      return;
    }
    long page = hash(Pages.digits(record.pages.first()));
    if (!record.volume.isEmpty()) {
      long place = page * 31 + hash(record.volume);
      sink.key(key('p', place * 31 + record.year), false);
      long family = firstFamily(record);
      if (family != 0) {
        sink.key(key('f', place * 31 + family), false);
      }
    }
    if (record.is(Nature.CHINESE)) {
      // Chinese journals are often cited by year and issue alone
      if (!record.issue.isEmpty()) {
        sink.key(key('i', (page * 31 + hash(record.issue)) * 31 + record.year), false);
      }
      String family = AuthorAgreement.familyInPinyin(Names.first(record.authors));
      if (!family.isEmpty()) {
        sink.key(key('n', (page * 31 + hash(family)) * 31 + record.year), false);
      }
    }
  }

  private static long firstFamily(Normalised record) {
    String family = Names.family(Names.first(record.authors));
    return family.isEmpty() ? 0 : hash(family);
  }

  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  private static long key(char kind, long value) {
    long mixed = (value + kind * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 29;
    return mixed * 0x94D049BB133111EBL;
  }
}
