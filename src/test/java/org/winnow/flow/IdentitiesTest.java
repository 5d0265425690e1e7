package org.winnow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.winnow.flow.FlowBox.*;
import static org.winnow.flow.RecordFate.Screening.EXCLUDED;
import static org.winnow.flow.RecordFate.Screening.PASSED;
import static org.winnow.flow.RecordFate.Screening.PENDING;
import static org.winnow.flow.ReportFate.Retrieval.NOT_RETRIEVED;
import static org.winnow.flow.ReportFate.Retrieval.RETRIEVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.flow.ReportFate.FullText;
import org.winnow.record.SourceKind;

class IdentitiesTest {
  private final FlowSets whole =
      Fates.of()
          .record(1, "PubMed", PASSED)
          .duplicate(2, "PubMed", 1)
          .duplicate(3, "Embase", 1)
          .record(4, "Embase", EXCLUDED)
          .record(5, "Embase", PENDING)
          .record(6, "CNKI", PASSED)
          .record(7, "CNKI", PASSED)
          .report(1, RETRIEVED, new FullText.Included())
          .report(6, RETRIEVED, new FullText.Excluded("not-randomised"))
          .report(7, NOT_RETRIEVED, new FullText.Pending())
          .sets();

  @Test
  void allHoldInTheMiddleOfAReview() {
    assertThat(Identities.of(whole)).allMatch(Identity::holds);
    assertThat(Identities.of(whole)).allMatch(identity -> identity.difference() == 0);
  }

  @Test
  void whatWaitsIsATermOfTheEquation() {
    assertThat(identity(whole, "I3").formula()).isEqualTo("5 − 1 − 1 = 3");
    assertThat(identity(whole, "I5").formula()).isEqualTo("3 − 1 = 2");
  }

  @ParameterizedTest(name = "{0} without its first id breaks {1}")
  @CsvSource({
    "database_results, I2, 1",
    "duplicates, I2, -1",
    "records_screened, I2, -1",
    "records_excluded, I3, -1",
    "records_passed, I3, -1",
    "dbr_sought_reports, I4, -1",
    "dbr_notretrieved_reports, I5, -1",
    "dbr_assessed, I5, -1",
    "dbr_excluded, I6b, -1",
    "new_reports, I10, -1",
    "new_studies, I11, -1",
    "within_source, I2b, 1"
  })
  void aSetThatLostAnIdIsFound(String name, String identity, int difference) {
    FlowBox box = FlowBox.named(name).orElseThrow();
    IdSet first = whole.of(box).after(0, 1);

    FlowSets broken = whole.replacing(box, whole.of(box).without(first));

    assertThat(identity(broken, identity).holds()).isFalse();
    assertThat(identity(broken, identity).difference()).isEqualTo(difference);
  }

  @Test
  void aSetOfTheRightSizeButTheWrongIdsIsFound() {
    FlowSets broken = whole.replacing(RECORDS_EXCLUDED, IdSet.of(5));

    assertThat(identity(broken, "I3").holds()).isFalse();
    assertThat(identity(broken, "I3").difference()).isEqualTo(2);
    assertThat(identity(broken, "I0").holds()).isFalse();
  }

  @Test
  void aReportWithoutAPassedRecordIsFound() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", EXCLUDED)
            .report(1, RETRIEVED, new FullText.Included())
            .sets();

    assertThat(identity(sets, "I0").holds()).isFalse();
    assertThat(identity(sets, "I4").holds()).isFalse();
    assertThat(identity(sets, "I4").formula()).isEqualTo("0 ≠ 1");
  }

  @Test
  void anInclusionOfWhatWasNeverRetrievedIsFound() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PASSED)
            .report(1, NOT_RETRIEVED, new FullText.Included())
            .sets();

    assertThat(identity(sets, "I0").holds()).isFalse();
    assertThat(identity(sets, "I6").holds()).isFalse();
  }

  @Test
  void aPassedRecordWithoutAReportIsFound() {
    FlowSets sets = Fates.of().record(1, "PubMed", PASSED).sets();

    assertThat(identity(sets, "I4").holds()).isFalse();
    assertThat(identity(sets, "I4").difference()).isEqualTo(-1);
  }

  @Test
  void recordsThatShareAReportAndFurtherReportsAreTermsOfI4() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PASSED)
            .record(2, "PubMed", PASSED)
            .report(1, List.of(1, 2), RETRIEVED, new FullText.Pending(), List.of())
            .report(8, List.of(1), RETRIEVED, new FullText.Pending(), List.of())
            .sets();

    assertThat(identity(sets, "I4").formula()).isEqualTo("2 − 1 + 1 = 2");
    assertThat(identity(sets, "I4").holds()).isTrue();
  }

  @Test
  void aSourceThatClaimsMoreThanItGaveIsFound() {
    List<RecordFate> records = List.of(RecordFate.kept(1, SourceKind.DATABASE, "PubMed", PENDING));
    FlowSets sets =
        FlowSets.of(
            records,
            List.of(),
            List.of(new SourceTally("PubMed", SourceKind.DATABASE, "PubMed", 2)));

    assertThat(identity(sets, "I1").holds()).isTrue();
    assertThat(identity(sets, "I1b").holds()).isFalse();
    assertThat(identity(sets, "I1b").difference()).isEqualTo(-1);
  }

  @Test
  void aStudyInTheSynthesisThatIsNotIncludedIsFound() {
    FlowSets broken = whole.replacing(META_ANALYSIS_STUDIES, IdSet.of(1, 99));

    assertThat(identity(broken, "I13").holds()).isFalse();
  }

  private static Identity identity(FlowSets sets, String id) {
    return Identities.of(sets).stream()
        .filter(identity -> identity.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
