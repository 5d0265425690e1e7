package org.winnow.flow;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/** An unchangeable set of record, report or study numbers, in ascending order. */
public final class IdSet {
  public static final IdSet EMPTY = new IdSet(new int[0]);

  private final int[] ids;

  private IdSet(int[] sorted) {
    this.ids = sorted;
  }

  public static IdSet of(int... ids) {
    return of(IntStream.of(ids));
  }

  public static IdSet of(Collection<Integer> ids) {
    return of(ids.stream().mapToInt(Integer::intValue));
  }

  public static IdSet of(IntStream ids) {
    int[] sorted = ids.sorted().distinct().toArray();
    return sorted.length == 0 ? EMPTY : new IdSet(sorted);
  }

  public int size() {
    return ids.length;
  }

  public boolean isEmpty() {
    return ids.length == 0;
  }

  public boolean contains(int id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  public IntStream stream() {
    return IntStream.of(ids);
  }

  /** At most {@code limit} ids that follow {@code id}, for reading a long set page by page. */
  public IdSet after(int id, int limit) {
    return of(stream().filter(each -> each > id).limit(limit));
  }

  public IdSet and(IdSet other) {
    return of(IntStream.concat(stream(), other.stream()));
  }

  public IdSet without(IdSet other) {
    return of(stream().filter(id -> !other.contains(id)));
  }

  public IdSet common(IdSet other) {
    return of(stream().filter(other::contains));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdSet that && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids);
  }
}
