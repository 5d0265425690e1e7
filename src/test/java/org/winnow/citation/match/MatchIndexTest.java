package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thousands of works on one subject, with titles that differ by one word. */
class MatchIndexTest {
  private static final int WORKS = 8_000;
  private static final int MOST_COMPARED_PER_RECORD = 20;

  /** Names in letters that are more than a slip apart. */
  private static String drug(int number) {
    return Long.toString((number + 1) * 2_654_435_761L % 4_294_967_291L)
        .chars()
        .mapToObj(digit -> "batocevidu".substring(digit - '0', digit - '0' + 1))
        .collect(Collectors.joining());
  }

  private static Citations work(int number) {
    return new Citations()
        .title("Effect of " + drug(number) + " on pain in adults with knee osteoarthritis: a trial")
        .authors("Family" + Integer.toString(number * 7 % 211, 26) + ", A.", "Other, B.")
        .journal("Journal of Trials")
        .year(1990 + number % 30);
  }

  @Test
  void aRecordMeetsFewOthersHoweverManyAreOnItsSubject() {
    MatchIndex index = MatchIndex.empty();

    DuplicateGroups.find(index, works(), DecidedPairs.NONE);

    assertThat(index.compared()).isLessThan((long) WORKS * MOST_COMPARED_PER_RECORD);
  }

  @Test
  void aCopyWithASlipInItsRarestWordIsFoundAmongThem() {
    List<Normalised> records = works();
    records.add(
        work(11)
            .title(
                "Effect of "
                    + drug(11).substring(0, drug(11).length() - 1)
                    + " on pain in adults with knee osteoarthritis: a trial")
            .normalised(WORKS));

    Grouping grouping = DuplicateGroups.find(records, DecidedPairs.NONE);

    assertThat(grouping.clusters()).hasSize(1);
    assertThat(grouping.clusters().getFirst().representative()).isIn(11, WORKS);
  }

  /** "Volume 30, page 1, 2009" is a place in every journal of that age. */
  @Test
  void aRecordMeetsFewOthersHoweverManyHaveItsPlace() {
    MatchIndex index = MatchIndex.empty();
    List<Normalised> records = new ArrayList<>();
    for (int number = 0; number < WORKS; number++) {
      records.add(
          work(number)
              .title(drug(number) + " " + drug(number + WORKS) + " " + drug(number + 2 * WORKS))
              .place("30", "", "1-" + (2 + number % 997))
              .normalised(number));
    }

    DuplicateGroups.find(index, records, DecidedPairs.NONE);

    assertThat(index.compared()).isLessThan((long) WORKS * MOST_COMPARED_PER_RECORD);
  }

  private static List<Normalised> works() {
    List<Normalised> records = new ArrayList<>();
    for (int number = 0; number < WORKS; number++) {
      records.add(work(number).normalised(number));
    }
    return records;
  }
}
