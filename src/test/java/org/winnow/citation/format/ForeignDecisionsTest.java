package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.winnow.SharedData;
import org.winnow.citation.Citation;
import org.winnow.citation.format.ForeignDecisions.Decision;
import org.winnow.citation.format.ForeignDecisions.Tool;

class ForeignDecisionsTest {
  private static final String RAYYAN =
      "RAYYAN-INCLUSION: {\"Mia\"=>\"Included\", \"Jon \\\"J\\\" Oe\" => \"Excluded\", \"李雷\"=>\"Maybe\"}"
          + " | RAYYAN-LABELS: pilot,__EXR__animal study | RAYYAN-EXCLUSION-REASONS: wrong"
          + " outcome,wrong population | USER-NOTES: {\"Mia\"=>[\"see table 2\", \"ask, author\"]}";

  private static List<Citation> read(byte[] file) throws IOException {
    List<Citation> citations = new ArrayList<>();
    CitationSink sink =
        new CitationSink() {
          @Override
          public void citation(Citation citation) {
            citations.add(citation);
          }

          @Override
          public void problem(ParseProblem problem) {
            throw new AssertionError(problem);
          }
        };
    try (InputStream in = new ByteArrayInputStream(file)) {
      CitationReader.read(in, ReadOptions.automatic(), sink);
    }
    return citations;
  }

  private static List<Citation> read(String file) throws IOException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static ForeignDecisions only(String file) throws IOException {
    List<Citation> citations = read(file);
    assertThat(citations).hasSize(1);
    return ForeignDecisions.of(citations.getFirst()).orElseThrow();
  }

  private static String ris(String... lines) {
    return "TY  - JOUR\nTI  - A trial\nAU  - Doe, J\nPY  - 2020\n"
        + String.join("\n", lines)
        + "\nER  - \n";
  }

  private static void assertIsRayyan(ForeignDecisions found) {
    assertThat(found.tool()).isEqualTo(Tool.RAYYAN);
    assertThat(found.decisions())
        .containsExactly(
            new Decision("Mia", "Included", List.of()),
            new Decision(
                "Jon \"J\" Oe",
                "Excluded",
                List.of("wrong outcome", "wrong population", "animal study")),
            new Decision("李雷", "Maybe", List.of()));
    assertThat(found.labels()).containsExactly("pilot");
    assertThat(found.notes()).containsExactly("Mia: see table 2", "Mia: ask, author");
  }

  @Test
  void rayyansVerdictsStandInTheNotesOfRisCsvAndBibtex() throws IOException {
    assertIsRayyan(only(ris("N1  - " + RAYYAN)));
    assertIsRayyan(
        only(
            "key,title,year,authors,notes,doi\nrayyan-1,A trial,2020,\"Doe, J\",\""
                + RAYYAN.replace("\"", "\"\"")
                + "\",\n"));
    ForeignDecisions bibtex =
        only("@article{a,\n title={A trial},\n year={2020},\n note={" + RAYYAN + "}\n}\n");
    assertThat(bibtex.tool()).isEqualTo(Tool.RAYYAN);
    assertThat(bibtex.decisions()).extracting(Decision::verdict).contains("Included", "Maybe");
  }

  @Test
  void rayyansKeysMayStandOnLinesOfTheirOwn() throws IOException {
    ForeignDecisions found =
        only(
            ris(
                "N1  - Published online",
                "N1  - RAYYAN-INCLUSION: {\"Mia\"=>\"Excluded\"}",
                "N1  - RAYYAN-EXCLUSION-REASONS: wrong outcome"));
    assertThat(found.decisions())
        .containsExactly(new Decision("Mia", "Excluded", List.of("wrong outcome")));
  }

  @Test
  void covidenceNamesNobodyAndItsListIsTheVerdict() throws IOException {
    List<Citation> citations =
        read(
            "Title,Authors,Published Year,Journal,DOI,Ref,Covidence #,Study,Notes,Tags\n"
                + "A trial,\"Doe, J.\",2020,BMJ,,,#1,Doe 2020,,\n"
                + "A cohort,\"Roe, R.\",2021,BMJ,,,#2,Roe 2021,\"Exclusion reason: Wrong study"
                + " design; Mia: unclear\",\"priority; Asia\"\n");
    ForeignDecisions listed = ForeignDecisions.of(citations.getFirst()).orElseThrow();
    assertThat(listed.tool()).isEqualTo(Tool.COVIDENCE);
    assertThat(listed.decisions()).containsExactly(new Decision("", "", List.of()));
    ForeignDecisions excluded = ForeignDecisions.of(citations.getLast()).orElseThrow();
    assertThat(excluded.decisions())
        .containsExactly(new Decision("", "Excluded", List.of("Wrong study design")));
    assertThat(excluded.labels()).containsExactly("priority", "Asia");
    assertThat(excluded.notes()).containsExactly("Mia: unclear");
    assertThat(citations.getLast().keywords()).isEmpty();
  }

  @Test
  void asreviewLabelsByNumberInTablesAndByWordInRis() throws IOException {
    List<Citation> table =
        read(
            "title,authors,year,asreview_label,asreview_prior,asreview_note,asreview_tag_phase\n"
                + "One,\"Doe, J\",2020,1,1,good,1\n"
                + "Two,\"Doe, J\",2020,0,0,,0\n"
                + "Three,\"Doe, J\",2020,-1,0,,0\n");
    ForeignDecisions one = ForeignDecisions.of(table.getFirst()).orElseThrow();
    assertThat(one.tool()).isEqualTo(Tool.ASREVIEW);
    assertThat(one.decisions()).containsExactly(new Decision("", "relevant", List.of()));
    assertThat(one.labels()).containsExactly("ASReview_prior", "phase");
    assertThat(one.notes()).containsExactly("good");
    assertThat(ForeignDecisions.of(table.get(1)).orElseThrow().decisions())
        .containsExactly(new Decision("", "irrelevant", List.of()));
    assertThat(ForeignDecisions.of(table.getLast()).orElseThrow().decisions()).isEmpty();
    assertThat(only(ris("N1  - ASReview_relevant")).decisions())
        .containsExactly(new Decision("", "relevant", List.of()));
    assertThat(only(ris("N1  - ASReview_irrelevant")).decisions())
        .containsExactly(new Decision("", "irrelevant", List.of()));
    assertThat(only(ris("N1  - ASReview_not_seen")).decisions()).isEmpty();
  }

  @Test
  void eppiReviewersCodesAreVerdictsOnlyInCodeSetsForScreening() throws IOException {
    List<Citation> citations =
        read(
            """
            {"CodeSets":[
            {"SetName":"Screen on abstract","SetId":1,"SetType":{"SetTypeName":"Screening"},
             "Attributes":{"AttributesList":[
              {"AttributeId":11,"AttributeName":"INCLUDE on abstract","AttributeType":"Include"},
              {"AttributeId":12,"AttributeName":"EXCLUDE on date","AttributeType":"Exclude"}]}},
            {"SetName":"Region","SetId":2,"SetType":{"SetTypeName":"Standard"},
             "Attributes":{"AttributesList":[
              {"AttributeId":21,"AttributeName":"Asia","AttributeType":"Selectable",
               "Attributes":{"AttributesList":[
                {"AttributeId":22,"AttributeName":"Includes China","AttributeType":"Selectable"}]}}]}}],
            "References":[
            {"ItemId":7,"Title":"A trial","Authors":"Doe J; Roe R;","Year":"2020","DOI":"10.1/a",
             "ParentTitle":"BMJ","Codes":[{"AttributeId":11},{"AttributeId":22}]},
            {"ItemId":8,"Title":"A cohort","Authors":"Roe R;","Year":"1980","DOI":"",
             "ParentTitle":"BMJ","Codes":[{"AttributeId":12,"AdditionalText":""}]}]}
            """);
    assertThat(citations).extracting(c -> c.title().first()).containsExactly("A trial", "A cohort");
    assertThat(citations.getFirst().authors()).containsExactly("Doe J", "Roe R");
    ForeignDecisions trial = ForeignDecisions.of(citations.getFirst()).orElseThrow();
    assertThat(trial.tool()).isEqualTo(Tool.EPPI_REVIEWER);
    assertThat(trial.decisions())
        .containsExactly(new Decision("Screen on abstract", "Include", List.of()));
    assertThat(trial.labels()).containsExactly("Region › Includes China");
    assertThat(ForeignDecisions.of(citations.getLast()).orElseThrow().decisions())
        .containsExactly(new Decision("Screen on abstract", "Exclude", List.of("EXCLUDE on date")));
  }

  @Test
  void aNumberInTheLabelTagOfRisDecidesNothing() throws IOException {
    assertThat(ForeignDecisions.of(read(ris("LB  - 1")).getFirst())).isEmpty();
    assertThat(ForeignDecisions.of(read(ris("N1  - 1", "LB  - 0", "KW  - included")).getFirst()))
        .isEmpty();
  }

  @Test
  void aColumnOfLabelsThatAreNotZeroOrOneDecidesNothing() throws IOException {
    List<Citation> table = read("title,authors,year,label\nOne,\"Doe, J\",2020,blue\n");
    assertThat(ForeignDecisions.of(table.getFirst())).isEmpty();
  }

  @Test
  void realExportsOfRayyanAndCovidenceAreKnown() throws IOException {
    Optional<Path> folder = SharedData.folder("imports");
    Assumptions.assumeTrue(folder.isPresent());
    Path csv = folder.orElseThrow().resolve("csv");
    ForeignDecisions rayyan =
        ForeignDecisions.of(read(Files.readAllBytes(csv.resolve("rayyan-first-2.csv"))).getFirst())
            .orElseThrow();
    assertThat(rayyan.decisions()).containsExactly(new Decision("Emily", "Included", List.of()));
    assertThat(read(Files.readAllBytes(csv.resolve("covidence-first-2.csv"))))
        .allSatisfy(
            citation ->
                assertThat(ForeignDecisions.of(citation).orElseThrow().tool())
                    .isEqualTo(Tool.COVIDENCE));
  }

  @Test
  void exportsOfDatabasesBringNoDecisions() throws IOException {
    Optional<Path> folder = SharedData.folder("imports");
    Assumptions.assumeTrue(folder.isPresent());
    List<Path> files;
    try (var found = Files.walk(folder.orElseThrow())) {
      files =
          found
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().matches(".*(rayyan|covidence|SOURCES).*"))
              .toList();
    }
    assertThat(files).hasSizeGreaterThan(40);
    for (Path file : files) {
      List<Citation> citations = new ArrayList<>();
      try (InputStream in = Files.newInputStream(file)) {
        CitationReader.read(in, ReadOptions.automatic(), ignoringProblems(citations));
      }
      assertThat(citations)
          .as(file.toString())
          .allSatisfy(citation -> assertThat(ForeignDecisions.of(citation)).isEmpty());
    }
  }

  private static CitationSink ignoringProblems(List<Citation> citations) {
    return new CitationSink() {
      @Override
      public void citation(Citation citation) {
        citations.add(citation);
      }

      @Override
      public void problem(ParseProblem problem) {
        // Files with faults are in the collection on purpose.
      }
    };
  }
}
