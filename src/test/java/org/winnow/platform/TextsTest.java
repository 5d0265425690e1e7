package org.winnow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Pattern CODE =
      Pattern.compile(
          "(?:new RuleViolation|RuleViolation\\.invalid)\\(\\s*\"([a-z-]+)\""
              + "|RuleViolation\\.withStatus\\(\\s*\\d+,\\s*\"([a-z-]+)\"");

  @Test
  void everySentenceExistsInBothLanguages() throws IOException {
    assertThat(keys("messages/problems_zh.properties"))
        .isEqualTo(keys("messages/problems.properties"));
  }

  @Test
  void everyProblemHasATitleAndSaysWhatToDo() throws IOException {
    Set<String> known = keys("messages/problems.properties");
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(source));
        while (matcher.find()) {
          codes.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(10);
    assertThat(codes)
        .allSatisfy(code -> assertThat(known).contains(code + ".title", code + ".detail"));
  }

  private static Set<String> keys(String resource) throws IOException {
    Properties properties = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            TextsTest.class.getClassLoader().getResourceAsStream(resource),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
