package org.winnow.citation.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.winnow.SharedData;
import org.winnow.citation.format.PlainExports.Expected;

/** How many records of real exports have each field right, held against the plainest reading. */
class FidelityTest {
  /** Files are named by what they end in; hand-made oddities are left to the other tests. */
  private record Exports(String name, List<String> folders, String files, Oracle oracle) {
    List<Path> in(Path folder) throws IOException {
      List<Path> all = new ArrayList<>();
      for (String each : folders) {
        try (Stream<Path> listed = Files.list(folder.resolve(each))) {
          listed.filter(file -> file.getFileName().toString().matches(files)).forEach(all::add);
        }
      }
      return all.stream().sorted().toList();
    }
  }

  private interface Oracle {
    List<Expected> read(Path file) throws Exception;
  }

  private static final List<Exports> EXPORTS =
      List.of(
          new Exports("RIS", List.of("ris"), "(?!odd-).*", PlainExports::ris),
          new Exports("PubMed text", List.of("nbib"), ".*", PlainExports::nbib),
          new Exports("Web of Science", List.of("wos-tagged"), ".*", PlainExports::wos),
          new Exports("PubMed XML", List.of("pubmed-xml"), ".*", PlainExports::pubMedXml),
          new Exports("EndNote XML", List.of("endnote-xml"), ".*", PlainExports::endNoteXml),
          new Exports("tables", List.of("csv"), "(?!embase-com).*", PlainExports::csv),
          new Exports("Embase.com", List.of("csv"), "embase-com.*", PlainExports::embaseTable),
          new Exports("NoteExpress", List.of("chinese"), ".*\\.net", PlainExports::noteExpress),
          new Exports("CNKI text", List.of("chinese"), "cnki-estudy.*", PlainExports::cnki),
          new Exports("refer", List.of("enw"), ".*\\.enl", PlainExports::refer),
          new Exports(
              "BibTeX", List.of("bibtex", "enw", "chinese"), ".*\\.bib", PlainExports::bibtex));

  @TestFactory
  Stream<DynamicTest> fieldsOfRealExportsAreRight() {
    Optional<Path> folder = SharedData.folder("imports");
    assumeTrue(folder.isPresent());
    return EXPORTS.stream()
        .map(
            exports ->
                DynamicTest.dynamicTest(exports.name(), () -> compare(folder.get(), exports)));
  }

  private static void compare(Path folder, Exports exports) throws Exception {
    Fidelity fidelity = new Fidelity();
    for (Path file : exports.in(folder)) {
      fidelity.hold(
          file.getFileName().toString(),
          exports.oracle().read(file),
          Reading.of(Files.readAllBytes(file)).citations());
    }
    fidelity.requireEnough(exports.name());
  }

  /** Layouts without a real export here, with the records of those that have one. */
  @TestFactory
  Stream<DynamicTest> realRecordsAreReadInEveryOtherLayout() {
    Optional<Path> folder = SharedData.folder("imports");
    assumeTrue(folder.isPresent());
    return Stream.of(Transcription.values())
        .map(layout -> DynamicTest.dynamicTest(layout.name(), () -> compare(folder.get(), layout)));
  }

  private static void compare(Path folder, Transcription layout) throws Exception {
    List<Expected> records = new ArrayList<>();
    List<String> chinese = List.of("NoteExpress", "CNKI text");
    List<String> english = List.of("RIS", "PubMed text", "Web of Science");
    for (Exports exports : EXPORTS) {
      if ((layout == Transcription.SINOMED ? chinese : english).contains(exports.name())) {
        for (Path file : exports.in(folder)) {
          exports.oracle().read(file).stream()
              .map(layout::settled)
              .filter(layout::holds)
              .forEach(records::add);
        }
      }
    }
    Fidelity fidelity = new Fidelity();
    fidelity.hold(layout.name(), records, Reading.of(layout.file(records)).citations());
    fidelity.requireEnough(layout.name());
  }
}
