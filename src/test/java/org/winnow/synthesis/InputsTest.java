package org.winnow.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.synthesis.Inputs.Change;
import org.winnow.synthesis.Inputs.Line;
import org.winnow.synthesis.Inputs.RowChange;

class InputsTest {
  @Test
  void namesEveryCellThatCannotBeMeant() {
    Inputs inputs =
        inputs(
            line(1, "14", "12", "3", "11"),
            line(2, "x", "12", "1,234", "-1"),
            line(3, "1", "9", "2", "9"));

    assertThat(inputs.faults())
        .extracting(f -> f.number() + " " + f.column() + " " + f.code())
        .containsExactly(
            "1 ai cell-more-events-than-people",
            "2 ai cell-not-a-number",
            "2 ci cell-two-meanings",
            "2 n2i cell-negative");
  }

  @Test
  void aFaultHindersOnlyWhenItsRowIsIncluded() {
    Line bad = line(1, "x", "12", "3", "11");
    Line good = line(2, "1", "12", "3", "11");

    assertThatThrownBy(() -> inputs(bad, good).analyse(Map.of()))
        .isInstanceOfSatisfying(
            NotAnalysable.class, refused -> assertThat(refused.fault().row()).isEqualTo(bad.id()));
    assertThat(inputs(leftOut(bad), good).analyse(Map.of()).rows()).hasSize(1);
  }

  @Test
  void saysThatNoStudyIsEstimable() {
    Inputs inputs = inputs(line(1, "0", "12", "0", "11"), line(2, "", "", "", ""));

    assertThatThrownBy(() -> inputs.analyse(Map.of()))
        .isInstanceOfSatisfying(
            NotAnalysable.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("analysis-none-estimable"));
  }

  @Test
  void saysThatASettingIsNotKnown() {
    Inputs inputs = inputs(line(1, "1", "12", "3", "11"));

    assertThatThrownBy(() -> inputs.analyse(Map.of("model", "magic")))
        .isInstanceOf(NotAnalysable.class);
    assertThatThrownBy(() -> inputs.analyse(Map.of("no-such", "1")))
        .isInstanceOf(NotAnalysable.class);
    assertThat(inputs.analyse(Map.of("tauSquared", "")).rows()).hasSize(1);
  }

  @Test
  void theHashHangsOnDataAndSettingsAlone() {
    Line line = line(1, "1", "12", "3", "11");
    Inputs inputs = inputs(line);

    assertThat(Inputs.read(inputs.text())).isEqualTo(inputs);
    assertThat(inputs(line).sha256()).isEqualTo(inputs.sha256());
    assertThat(inputs(leftOut(line)).sha256()).isNotEqualTo(inputs.sha256());
    assertThat(inputs(line(1, "2", "12", "3", "11")).sha256()).isNotEqualTo(inputs.sha256());
    assertThat(new Inputs(DataKind.DICHOTOMOUS, settings("OR"), List.of(line)).sha256())
        .isNotEqualTo(inputs.sha256());
  }

  @Test
  void tellsWhichRowsAndSettingsHaveChanged() {
    Inputs before = inputs(line(1, "1", "12", "3", "11"), line(2, "1", "9", "2", "9"));
    Inputs after =
        new Inputs(
            DataKind.DICHOTOMOUS,
            settings("OR"),
            List.of(line(1, "1", "12", "4", "11"), line(3, "1", "9", "2", "9")));

    assertThat(after.changesSince(before))
        .extracting(RowChange::study, RowChange::change)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Study 1", Change.CHANGED),
            org.assertj.core.groups.Tuple.tuple("Study 3", Change.ADDED),
            org.assertj.core.groups.Tuple.tuple("Study 2", Change.REMOVED));
    assertThat(after.settingsChangedSince(before)).containsExactly("measure");
    assertThat(before.changesSince(before)).isEmpty();
  }

  @Test
  void rowsOfOneTrialThatShareAnArmCountItsPeopleTwice() {
    Inputs shared = inputs(named(1, "Smith 2009a", "3"), named(2, "Smith 2009b", "3"));
    Inputs split = inputs(named(1, "Smith 2009a", "2"), named(2, "Smith 2009b", "1"));

    assertThat(shared.doubleCounted())
        .containsExactly(new Inputs.DoubleCount("Smith 2009", List.of(id(1), id(2)), true));
    assertThat(split.doubleCounted()).extracting(Inputs.DoubleCount::sameArm).containsOnly(false);
  }

  @Test
  void writesNoNumberThatIsNotFinite() {
    Inputs one = inputs(line(1, "1", "12", "3", "11"));

    assertThat(one.json(one.analyse(Map.of("ci", "hksj"))))
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  private static Inputs inputs(Line... lines) {
    return new Inputs(DataKind.DICHOTOMOUS, settings("RR"), new ArrayList<>(List.of(lines)));
  }

  private static Settings settings(String measure) {
    return new Settings(
        measure,
        "MH",
        "fixed",
        null,
        null,
        null,
        Percent.of(95),
        null,
        null,
        "revman5",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static Line line(int number, String ai, String n1i, String ci, String n2i) {
    return new Line(
        id(number),
        "Study " + number,
        null,
        null,
        null,
        Map.of("ai", ai, "n1i", n1i, "ci", ci, "n2i", n2i),
        null,
        null,
        true);
  }

  private static Line named(int number, String study, String ci) {
    return new Line(
        id(number),
        study,
        null,
        null,
        null,
        Map.of("ai", "" + number, "n1i", "12", "ci", ci, "n2i", "11"),
        null,
        null,
        true);
  }

  private static Line leftOut(Line line) {
    return new Line(
        line.id(),
        line.study(),
        line.trial(),
        line.year(),
        line.subgroup(),
        line.values(),
        line.properties(),
        line.bias(),
        false);
  }
}
