package org.winnow.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.ArrayUtil;

/**
 * Gathers what matches by the record it is counted under: of each cluster the member that matches
 * best, the representative where it is no worse.
 */
final class Groups extends SimpleCollector {
  private final int[] representatives;
  private float[] bestScore = new float[0];
  private int[] bestMember = new int[0];
  private int count;
  private NumericDocValues ids = DocValues.emptyNumeric();
  private Scorable scorer = new NoScore();

  Groups(int[] representatives) {
    this.representatives = representatives;
  }

  /** A cluster that matches, by the member that does. */
  record Found(int representative, int member) {}

  int count() {
    return count;
  }

  /** The best from a place on; equal ones by number. */
  List<Found> from(long skip, int limit) {
    long[] order = new long[count];
    int n = 0;
    for (int id = 0; id < bestMember.length; id++) {
      if (bestMember[id] != 0) {
        // Scores are not negative, so their bits are in their order.
        order[n++] = ((long) (Integer.MAX_VALUE - Float.floatToIntBits(bestScore[id])) << 32) | id;
      }
    }
    Arrays.sort(order);
    List<Found> found = new ArrayList<>();
    for (long i = skip; i < count && found.size() < limit; i++) {
      int id = (int) order[(int) i];
      found.add(new Found(id, bestMember[id]));
    }
    return found;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    ids = DocValues.getNumeric(context.reader(), "id");
  }

  @Override
  public void setScorer(Scorable newScorer) {
    scorer = newScorer;
  }

  @Override
  public void collect(int document) throws IOException {
    if (!ids.advanceExact(document)) {
      return;
    }
    int member = (int) ids.longValue();
    int group =
        member < representatives.length && representatives[member] > 0
            ? representatives[member]
            : member;
    if (group >= bestMember.length) {
      bestMember = ArrayUtil.grow(bestMember, group + 1);
      bestScore = ArrayUtil.growExact(bestScore, bestMember.length);
    }
    keepBetter(group, member, scorer.score());
  }

  private void keepBetter(int group, int member, float score) {
    if (bestMember[group] == 0) {
      count++;
    } else if (score < bestScore[group] || (score == bestScore[group] && member != group)) {
      return;
    }
    bestMember[group] = member;
    bestScore[group] = score;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE;
  }

  private static final class NoScore extends Scorable {
    @Override
    public float score() {
      return 0;
    }
  }
}
