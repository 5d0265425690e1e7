package org.winnow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.winnow.flow.FlowBox.*;
import static org.winnow.flow.RecordFate.Screening.EXCLUDED;
import static org.winnow.flow.RecordFate.Screening.EXCLUDED_BY_TOOL;
import static org.winnow.flow.RecordFate.Screening.PASSED;
import static org.winnow.flow.RecordFate.Screening.PENDING;
import static org.winnow.flow.ReportFate.Retrieval.NOT_RETRIEVED;
import static org.winnow.flow.ReportFate.Retrieval.RETRIEVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.flow.RecordFate.Removal;
import org.winnow.flow.ReportFate.FullText;
import org.winnow.flow.ReportFate.Retrieval;

class FlowSetsTest {
  private static final FullText INCLUDED = new FullText.Included();
  private static final FullText UNDECIDED = new FullText.Pending();

  @Test
  void everyImportedEntryIsIdentifiedAlsoWhenItIsADuplicate() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PENDING)
            .duplicate(2, "Embase", 1)
            .record(3, "ClinicalTrials.gov", PENDING)
            .sets();

    assertThat(sets.of(DATABASE_RESULTS)).isEqualTo(IdSet.of(1, 2));
    assertThat(sets.of(REGISTER_RESULTS)).isEqualTo(IdSet.of(3));
    assertThat(sets.of(RECORDS_SCREENED)).isEqualTo(IdSet.of(1, 3));
  }

  @Test
  void duplicatesWithinASourceAndBetweenSourcesAreCountedApart() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PENDING)
            .duplicate(2, "PubMed", 1)
            .duplicate(3, "Embase", 1)
            .duplicate(4, "Embase", 1)
            .sets();

    assertThat(sets.of(DUPLICATES_WITHIN_SOURCE)).isEqualTo(IdSet.of(2, 4));
    assertThat(sets.of(DUPLICATES_BETWEEN_SOURCES)).isEqualTo(IdSet.of(3));
    assertThat(sets.links().clusters()).containsExactly(4);
  }

  @Test
  void aDuplicateOfADuplicateBelongsToTheSameGroup() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PASSED)
            .duplicate(2, "Embase", 1)
            .duplicate(3, "CNKI", 2)
            .report(1, List.of(3), Retrieval.PENDING, UNDECIDED, List.of())
            .sets();

    assertThat(sets.links().clusters()).containsExactly(3);
    assertThat(sets.of(SOUGHT)).isEqualTo(IdSet.of(1));
    assertThat(Identities.of(sets)).allMatch(Identity::holds);
  }

  @Test
  void whenTheSurvivorsImportIsWithdrawnTheFirstDuplicateTakesItsPlace() {
    FlowSets sets = Fates.of().duplicate(2, "Embase", 1).duplicate(3, "CNKI", 1).sets();

    assertThat(sets.of(RECORDS_SCREENED)).isEqualTo(IdSet.of(2));
    assertThat(sets.of(DUPLICATES)).isEqualTo(IdSet.of(3));
    assertThat(Identities.of(sets)).allMatch(Identity::holds);
  }

  @Test
  void recordsThatStandForEachOtherInACircleStillCountOnce() {
    FlowSets sets = Fates.of().duplicate(1, "PubMed", 2).duplicate(2, "Embase", 1).sets();

    assertThat(sets.count(RECORDS_SCREENED)).isEqualTo(1);
    assertThat(Identities.of(sets)).allMatch(Identity::holds);
  }

  @Test
  void recordsRemovedBeforeScreeningAreNotScreened() {
    FlowSets sets =
        Fates.of()
            .removed(1, "PubMed", new Removal.Automation())
            .removed(2, "PubMed", new Removal.Other())
            .record(3, "PubMed", EXCLUDED)
            .record(4, "PubMed", EXCLUDED_BY_TOOL)
            .sets();

    assertThat(sets.of(EXCLUDED_AUTOMATIC)).isEqualTo(IdSet.of(1));
    assertThat(sets.of(EXCLUDED_OTHER)).isEqualTo(IdSet.of(2));
    assertThat(sets.of(RECORDS_EXCLUDED)).isEqualTo(IdSet.of(3, 4));
    assertThat(sets.of(FlowBox.EXCLUDED_BY_TOOL)).isEqualTo(IdSet.of(4));
  }

  @Test
  void aDocumentFoundInBothArmsIsCountedWithTheDatabases() {
    FlowSets sets =
        Fates.of()
            .record(1, "reference lists", PASSED)
            .duplicate(2, "PubMed", 1)
            .report(1, List.of(1), RETRIEVED, INCLUDED, List.of(1))
            .sets();

    assertThat(sets.of(RECORDS_PASSED)).isEqualTo(IdSet.of(2));
    assertThat(sets.of(OTHER_NOT_PURSUED)).isEqualTo(IdSet.of(1));
    assertThat(sets.of(SOUGHT)).isEqualTo(IdSet.of(1));
    assertThat(sets.of(OTHER_SOUGHT)).isEqualTo(IdSet.EMPTY);
    assertThat(Identities.of(sets)).allMatch(Identity::holds);
  }

  @Test
  void otherMethodsAreNotScreenedButLeadToReportsOfTheirOwn() {
    FlowSets sets =
        Fates.of()
            .record(1, "reference lists", PASSED)
            .record(2, "who.int", EXCLUDED)
            .report(1, NOT_RETRIEVED, UNDECIDED)
            .sets();

    assertThat(sets.usesOtherMethods()).isTrue();
    assertThat(sets.of(RECORDS_SCREENED)).isEqualTo(IdSet.EMPTY);
    assertThat(sets.of(OTHER_NOT_RETRIEVED)).isEqualTo(IdSet.of(1));
    assertThat(sets.of(OTHER_NOT_PURSUED)).isEqualTo(IdSet.of(2));
    assertThat(FlowBoxes.of(sets).byName()).containsEntry("citations_results", 1);
  }

  @Test
  void oneReportOfTwoTrialsIsOneReportAndTwoStudies() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PASSED)
            .report(1, List.of(1), RETRIEVED, INCLUDED, List.of(7, 8))
            .sets();

    assertThat(sets.count(NEW_REPORTS)).isEqualTo(1);
    assertThat(sets.of(NEW_STUDIES)).isEqualTo(IdSet.of(7, 8));
  }

  @Test
  void studiesOfThePreviousVersionAreNotNew() {
    FlowSets sets =
        Fates.of()
            .record(1, "PubMed", PASSED)
            .report(1, List.of(1), RETRIEVED, INCLUDED, List.of(7, 8))
            .sets()
            .updating(IdSet.of(7, 9), IdSet.of(100));

    assertThat(sets.of(NEW_STUDIES)).isEqualTo(IdSet.of(8));
    assertThat(sets.of(TOTAL_STUDIES)).isEqualTo(IdSet.of(7, 8, 9));
    assertThat(sets.of(TOTAL_REPORTS)).isEqualTo(IdSet.of(1, 100));
    assertThat(Identities.of(sets)).allMatch(Identity::holds);
  }

  @Test
  void greyColumnsAreAbsentWhereTheyDoNotApply() {
    FlowBoxes boxes = FlowBoxes.of(Fates.of().record(1, "PubMed", PENDING).sets());

    assertThat(boxes.of(PREVIOUS_STUDIES)).isEmpty();
    assertThat(boxes.of(OTHER_SOUGHT)).isEmpty();
    assertThat(boxes.of(REGISTER_RESULTS)).hasValue(0);
    assertThat(Template.fitting(boxes)).isEqualTo(Template.NEW_DATABASES);
  }

  @Test
  void twoRecordsWithOneNumberAreRefused() {
    Fates fates = Fates.of().record(1, "PubMed", PENDING).record(1, "Embase", PENDING);

    assertThatThrownBy(fates::sets).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongSetIsReadPageByPage() {
    IdSet ids = IdSet.of(5, 1, 9, 3);

    assertThat(ids.after(0, 2)).isEqualTo(IdSet.of(1, 3));
    assertThat(ids.after(3, 2)).isEqualTo(IdSet.of(5, 9));
    assertThat(ids.after(9, 2)).isEqualTo(IdSet.EMPTY);
  }
}
