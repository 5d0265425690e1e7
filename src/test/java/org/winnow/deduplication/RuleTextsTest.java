package org.winnow.deduplication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.citation.match.MatchRule;
import org.winnow.record.Join;

class RuleTextsTest {
  @Test
  void everyRuleThatJoinsIsExplainedToReviewers() {
    ResourceBundle texts = ResourceBundle.getBundle("messages/problems");
    Stream<String> joining =
        Arrays.stream(MatchRule.values())
            .filter(rule -> rule.effect() == MatchRule.Effect.JOINS)
            .map(MatchRule::key);
    assertThat(Stream.concat(joining, Stream.of(Join.BY_HAND)))
        .allSatisfy(rule -> assertThat(texts.containsKey("rule." + rule)).as(rule).isTrue());
  }
}
