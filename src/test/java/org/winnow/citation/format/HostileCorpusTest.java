package org.winnow.citation.format;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileCorpusTest {
  private static final int LEAST_FILES = 500;

  @Test
  void everyHostileFileComesToWhatItShouldInASmallHeap(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFilesRun.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // only against a reader that never ends; each file's processor time has a limit of its own
    boolean ended = reader.waitFor(20, TimeUnit.MINUTES);
    reader.destroyForcibly();

    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(reader.exitValue()).as(said).isZero();
  }

  @Test
  void theCorpusIsLargeAndEachFileHasItsName() {
    assertThat(HostileFiles.all()).hasSizeGreaterThanOrEqualTo(LEAST_FILES);
    assertThat(HostileFiles.all()).extracting(HostileFile::name).doesNotHaveDuplicates();
  }

  @Test
  void theLibraryHasNothingToOpenConnectionsWith() {
    noClasses()
        .that()
        .resideInAPackage("org.winnow.citation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.winnow.citation"));
  }
}
