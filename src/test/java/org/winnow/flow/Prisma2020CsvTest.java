package org.winnow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;

class Prisma2020CsvTest {
  private static final FlowDetails DETAILS =
      new FlowDetails(
          List.of(new FlowDetails.Line("PubMed", 900), new FlowDetails.Line("中国知网", 1200)),
          List.of(new FlowDetails.Line("ClinicalTrials.gov", 12)),
          List.of(
              new FlowDetails.Reason("a", new Wording("Wrong population", "人群不符"), 7),
              new FlowDetails.Reason("b", new Wording("No comparison", "无对照"), 3)));

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBack(FigureLanguage language) {
    FlowBoxes boxes = boxes();

    Prisma2020Csv.Contents read = Prisma2020Csv.read(Prisma2020Csv.write(boxes, DETAILS, language));

    assertThat(read.problems()).isEmpty();
    assertThat(read.boxes()).isEqualTo(boxes);
    assertThat(read.details().databases()).isEqualTo(DETAILS.databases());
    assertThat(read.details().registers()).isEqualTo(DETAILS.registers());
    assertThat(read.details().reasons().stream().map(reason -> reason.label().in(language)))
        .isEqualTo(DETAILS.reasons().stream().map(reason -> reason.label().in(language)).toList());
  }

  @Test
  void everyRowOfTheTemplateIsWrittenAlsoWhenItDoesNotApply() {
    List<String> lines =
        Prisma2020Csv.write(boxes(), DETAILS, FigureLanguage.ENGLISH).lines().toList();

    assertThat(lines.getFirst()).isEqualTo("data,node,box,description,boxtext,tooltips,url,n");
    assertThat(lines).hasSize(35);
    assertThat(lines).anyMatch(line -> line.startsWith("website_results,") && line.endsWith(","));
  }

  // The package finds rows by substring, so a name may not hold another but for the known pairs.
  @Test
  void noRowIsFoundByTheNameOfAnother() {
    List<String> names =
        Prisma2020Csv.write(boxes(), DETAILS, FigureLanguage.ENGLISH)
            .lines()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .filter(name -> !name.equals("NA"))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
    for (String name : names) {
      assertThat(names.stream().filter(other -> other.contains(name) && !other.equals(name)))
          .allMatch(
              other -> other.equals(name + "_ma"),
              "only the synthesis rows extend another name: " + name);
    }
  }

  @Test
  void separatorsInLabelsAreReplacedAndListed() {
    FlowDetails details =
        new FlowDetails(
            List.of(),
            List.of(),
            List.of(
                new FlowDetails.Reason(
                    "a",
                    new Wording("Wrong population, adults only; no children", "人群不符，仅成人；无儿童"),
                    12)));
    FlowBoxes boxes = new FlowBoxes(Map.of(FlowBox.REPORTS_EXCLUDED, 12));

    assertThat(Prisma2020Csv.write(boxes, details, FigureLanguage.ENGLISH))
        .contains("\"Wrong population – adults only / no children, 12\"");
    assertThat(Prisma2020Csv.write(boxes, details, FigureLanguage.CHINESE))
        .contains("\"人群不符 – 仅成人 / 无儿童, 12\"");
    assertThat(Prisma2020Csv.changedLabels(details, FigureLanguage.ENGLISH))
        .containsExactly(
            Map.entry(
                "Wrong population, adults only; no children",
                "Wrong population – adults only / no children"));
  }

  @Test
  void aTotalWithoutReasonsIsReadBackAsATotal() {
    FlowBoxes boxes = new FlowBoxes(Map.of(FlowBox.REPORTS_EXCLUDED, 10));

    Prisma2020Csv.Contents read =
        Prisma2020Csv.read(Prisma2020Csv.write(boxes, FlowDetails.NONE, FigureLanguage.ENGLISH));

    assertThat(read.boxes()).isEqualTo(boxes);
    assertThat(read.details().reasons()).isEmpty();
  }

  @Test
  void reasonsOfOtherProgramsAreReadWithTheirCommas() {
    Prisma2020Csv.Contents read =
        Prisma2020Csv.read(
            Map.of("dbr_excluded", "Wrong population, adults only, 12; Late，3； Other, 1,234"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.details().reasons().stream().map(reason -> reason.label().en()))
        .containsExactly("Wrong population, adults only", "Late", "Other");
    assertThat(read.boxes().of(FlowBox.REPORTS_EXCLUDED)).hasValue(1249);
  }

  @Test
  void theEmptyTemplateHoldsNoNumbers() {
    String csv =
        """
        data,node,box,description,boxtext,tooltips,url,n
        NA,node4,prevstud,,,,,0
        duplicates,node8,box3,,,,,NA
        records_screened,node9,box4,,,,,xxx
        records_excluded,node10,box5,,,,,
        """;

    assertThat(Prisma2020Csv.read(csv).boxes().numbers()).isEmpty();
    assertThat(Prisma2020Csv.read(csv).problems()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsNamedAndTheRestIsRead() {
    String csv =
        """
        data,box,n
        duplicates,box3,about ten
        duplicates_within,box3,4
        records_screened,box4,"1,234"
        dbr_excluded,box9,no number here
        new_studies,box10,99999999999
        """;

    Prisma2020Csv.Contents read = Prisma2020Csv.read(csv);

    assertThat(read.boxes().byName()).containsExactly(Map.entry("records_screened", 1234));
    assertThat(read.problems().stream().map(Prisma2020Csv.Problem::line))
        .containsExactly(2L, 3L, 5L, 6L);
  }

  @Test
  void aFileOfAnotherKindIsRefusedWithAReason() {
    assertThat(Prisma2020Csv.read("a,b\n1,2\n").problems().getFirst().message())
        .isEqualTo("the columns data and n are needed");
    assertThat(Prisma2020Csv.read("").boxes().numbers()).isEmpty();
    assertThat(Prisma2020Csv.read("data,n\n\"open").problems()).isNotEmpty();
  }

  private static FlowBoxes boxes() {
    EnumMap<FlowBox, Integer> numbers = new EnumMap<>(FlowBox.class);
    numbers.put(FlowBox.DATABASE_RESULTS, 2100);
    numbers.put(FlowBox.REGISTER_RESULTS, 12);
    numbers.put(FlowBox.DUPLICATES, 112);
    numbers.put(FlowBox.RECORDS_SCREENED, 2000);
    numbers.put(FlowBox.RECORDS_EXCLUDED, 1948);
    numbers.put(FlowBox.SOUGHT, 52);
    numbers.put(FlowBox.ASSESSED, 52);
    numbers.put(FlowBox.REPORTS_EXCLUDED, 10);
    numbers.put(FlowBox.NEW_STUDIES, 42);
    numbers.put(FlowBox.NEW_REPORTS, 42);
    return new FlowBoxes(numbers);
  }
}
