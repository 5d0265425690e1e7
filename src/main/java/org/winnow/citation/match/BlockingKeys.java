package org.winnow.citation.match;

/** The keys of a record: two records are compared when they share one. */
final class BlockingKeys {
  private static final int WORD_ORDERS = 5;
  private static final int BEGINNING_WORDS = 4;

  /** What tells the records of a key apart when more of them have it than are worth a look. */
  enum Crowd {
    /**
     * Nothing: identity numbers and whole titles. Asked nevertheless when such a key is by chance
     * the same as one that was made finer.
     */
    STAYS(0, 0) {
      @Override
      long part(Normalised record, int level) {
        return 0;
      }
    },
    /** Thousands of works on one subject share words: the first author, then the year. */
    BY_AUTHOR(16, 2) {
      @Override
      long part(Normalised record, int level) {
        return level == 0 ? firstFamily(record) : record.year;
      }
    },
    /** Journals without number have a page 1 in a volume 30: the last page, then what is left. */
    BY_LAST_PAGE(6, 2) {
      @Override
      long part(Normalised record, int level) {
        return level == 0
            ? hash(Pages.digits(record.pages.last()))
            : hash(record.volume) * 31 + hash(record.issue);
      }
    };

    /** Records of one key that are worth a look, all of them. */
    final int most;

    /** How often a key is made finer when there are more. */
    final int levels;

    Crowd(int most, int levels) {
      this.most = most;
      this.levels = levels;
    }

    /**
     * @param level how often the key was made finer before
     */
    abstract long part(Normalised record, int level);

    /** The key under which a record is kept instead when too many share one. */
    int finer(int key, Normalised record, int level) {
      return BlockingKeys.key(level == 0 ? 'w' : 'z', key * 31L + part(record, level));
    }
  }

  interface Sink {
    void key(int key, Crowd crowd);
  }

  private BlockingKeys() {}

  static void of(Normalised record, Sink sink) {
    if (!record.doi.isEmpty()) {
      sink.key(key('d', hash(record.doi)), Crowd.STAYS);
    }
    if (record.pmid > 0) {
      sink.key(key('m', record.pmid), Crowd.STAYS);
    }
    if (record.cochrane > 0) {
      sink.key(key('c', record.cochrane), Crowd.STAYS);
    }
    if (!record.registration.isEmpty()) {
      sink.key(key('r', hash(record.registration)), Crowd.STAYS);
    }
    titleKeys(record, record.latin, record.latinWords, sink);
    titleKeys(record, record.han, record.hanPairs, sink);
    beginningKey(record.words, sink);
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
      sink.key(key('a', whole * 31 + firstFamily(record)), Crowd.STAYS);
      sink.key(key('y', whole * 31 + record.year), Crowd.STAYS);
    }
    sink.key(key('t', whole), Crowd.STAYS);
  }

  /** A title without its subtitle, cut off, or with another behind it still begins alike. */
  private static void beginningKey(int[] words, Sink sink) {
    long beginning = 0;
    int content = 0;
    for (int i = 0; i < words.length && content < BEGINNING_WORDS; i++) {
      if (TitleWords.isContent(words[i])) {
        beginning = beginning * 31 + TitleWords.hash(words[i]);
        content++;
      }
    }
    if (content == BEGINNING_WORDS) {
      sink.key(key('b', beginning), Crowd.BY_AUTHOR);
    }
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
      sink.key(key((char) ('0' + order), three), Crowd.BY_AUTHOR);
    }
  }

  private static void placeKeys(Normalised record, Sink sink) {
    if (record.pages.isEmpty()) {
      return;
    }
    long page = hash(Pages.digits(record.pages.first()));
    if (!record.volume.isEmpty()) {
      long place = page * 31 + hash(record.volume);
      sink.key(key('p', place * 31 + record.year), Crowd.BY_LAST_PAGE);
      long family = firstFamily(record);
      if (family != 0) {
        sink.key(key('f', place * 31 + family), Crowd.STAYS);
      }
    }
    if (record.is(Nature.CHINESE)) {
      // Chinese journals are often cited by year and issue alone
      if (!record.issue.isEmpty()) {
        sink.key(key('i', (page * 31 + hash(record.issue)) * 31 + record.year), Crowd.BY_LAST_PAGE);
      }
      String family = AuthorAgreement.familyInPinyin(Names.first(record.authors));
      if (!family.isEmpty()) {
        sink.key(key('n', (page * 31 + hash(family)) * 31 + record.year), Crowd.STAYS);
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

  /** Half of a hash: where two keys agree by chance, two records are compared in vain. */
  private static int key(char kind, long value) {
    long mixed = (value + kind * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 29;
    return (int) (mixed * 0x94D049BB133111EBL >>> 32);
  }
}
