package org.winnow.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.winnow.Api;
import org.winnow.Api.Person;
import org.winnow.DatabaseForTests;
import org.winnow.citation.format.HostileFile;
import org.winnow.citation.format.HostileFiles;

/** Hostile files on the way they really come: uploaded, kept and read by the server's own job. */
@QuarkusTest
@WithTestResource(DatabaseForTests.class)
class HostileUploadsTest {
  private static final int OF_EACH_CLASS = 4;
  private static final int LEAST_FILES = 60;

  private ImportsForTests imports =
      ImportsForTests.of(new Person(UUID.randomUUID(), "", ""), UUID.randomUUID());

  @BeforeEach
  void aReview() {
    Person lead = Api.somebody("lead");
    imports = ImportsForTests.of(lead, Api.reviewOf(lead));
  }

  @Test
  void everyClassOfHostileFileEndsInAnAnswerAndTheServerGoesOn() {
    List<HostileFile> sample = sample();
    assertThat(sample).hasSizeGreaterThanOrEqualTo(LEAST_FILES);
    Map<UUID, HostileFile> uploaded = new LinkedHashMap<>();
    for (HostileFile file : sample) {
      UUID id = UUID.randomUUID();
      ExtractableResponse<Response> answer =
          imports.put(id, file.name().replace('/', ' '), file.bytes().get()).extract();
      if (answer.statusCode() == 202) {
        uploaded.put(id, file);
      } else {
        assertThat(answer.statusCode()).as(file.name()).isBetween(400, 499);
        assertThat(answer.<String>path("code")).as(file.name()).matches("[a-z]+(-[a-z]+)*");
      }
    }

    uploaded.forEach(this::endsWell);

    UUID good = imports.read("good.ris", Ris.distinct(3));
    imports.one(good).body("state", is("ready")).body("records", is(3));
  }

  private void endsWell(UUID id, HostileFile file) {
    imports.settled(id);
    ExtractableResponse<Response> read = imports.one(id).extract();
    String state = read.path("state");
    assertThat(state).as(file.name()).isIn("ready", "failed");
    int kept = file.outcome().keeps().size();
    if (state.equals("failed")) {
      assertThat(read.<String>path("problem.code")).as(file.name()).isIn(refusals(file));
      assertThat(kept).as(file.name()).isZero();
    } else {
      assertThat(read.<Integer>path("records")).as(file.name()).isGreaterThanOrEqualTo(kept);
      imports.get("/imports/" + id + "/preview?limit=5").statusCode(200);
    }
  }

  private static Set<String> refusals(HostileFile file) {
    Set<String> codes = new HashSet<>(file.outcome().refusals());
    codes.add("no-records");
    return codes;
  }

  /** Some files of each class, spread over its formats. */
  private static List<HostileFile> sample() {
    Map<String, List<HostileFile>> classes =
        HostileFiles.all().stream()
            .collect(
                Collectors.groupingBy(
                    file -> file.name().substring(0, file.name().indexOf('/')),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<HostileFile> sample = new ArrayList<>();
    for (List<HostileFile> files : classes.values()) {
      int step = Math.max(1, files.size() / OF_EACH_CLASS);
      for (int i = 0; i < files.size() && i / step < OF_EACH_CLASS; i += step) {
        sample.add(files.get(i));
      }
    }
    return sample;
  }
}
