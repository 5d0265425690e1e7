package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.citation.format.HostileFile;
import org.winnow.citation.format.HostileFiles;

/** A sample of the hostile files, as a lead would upload them. */
@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class HostileUploadTest {
  private static final int EVERY = 31;
  private static final List<String> NAMES =
      List.of(
          "a.ris",
          "a.pdf",
          "../../etc/passwd",
          "C:\\windows\\a.txt",
          "<script>alert(1)</script>.csv",
          "a\u202Esir.exe",
          "=1+1.xlsx",
          "名字.txt",
          "x".repeat(180));

  @Test
  void aHostileFileIsReadOrRefusedAndTheServerGoesOn() {
    Person lead = Api.somebody("lead");
    ImportsForTests imports = ImportsForTests.of(lead, Api.reviewOf(lead));
    List<HostileFile> files = HostileFiles.all();
    for (int i = 0; i < files.size(); i += EVERY) {
      upload(imports, files.get(i), NAMES.get(i % NAMES.size()));
    }
    UUID good = imports.read("good.ris", "TY  - JOUR\nTI  - Good\nER  - \n");
    imports.one(good).body("state", is("ready")).body("records", is(1));
  }

  private static void upload(ImportsForTests imports, HostileFile file, String name) {
    UUID id = UUID.randomUUID();
    int status =
        imports.put(id, name, file.bytes().get()).statusCode(lessThan(500)).extract().statusCode();
    if (status != 202) {
      return;
    }
    imports.settled(id);
    var answer = imports.one(id).extract().jsonPath();
    String state = answer.getString("state");
    if (state.equals("failed")) {
      assertThat(file.outcome().refusals())
          .as(file.name())
          .contains(answer.getString("problem.code"));
    } else {
      assertThat(state).as(file.name()).isEqualTo("ready");
      assertThat(answer.getInt("records"))
          .as(file.name())
          .isGreaterThanOrEqualTo(file.outcome().keeps().size());
    }
    imports.get("/imports/" + id + "/preview").statusCode(lessThan(500));
    imports.get("/imports/" + id + "/quarantine").statusCode(lessThan(500));
  }
}
