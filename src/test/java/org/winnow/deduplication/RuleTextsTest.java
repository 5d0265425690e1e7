package org.winnow.deduplication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.citation.match.MatchRule;
import org.winnow.platform.Texts;
import org.winnow.record.Join;

class RuleTextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyRuleIsExplainedToReviewers(String language) {
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "messages/problems",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Stream<String> rules = Arrays.stream(MatchRule.values()).map(MatchRule::key);
    assertThat(Stream.concat(rules, Stream.of(Join.BY_HAND, "accepted")))
        .allSatisfy(rule -> assertThat(texts.containsKey("rule." + rule)).as(rule).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-title-other-page", "same-title-little-else"})
  void aRulesPairsThatWereAcceptedAreExplainedByTheRule(String rule) {
    RuleTexts texts = new RuleTexts(new Texts());
    assertThat(texts.reason(Join.accepted(rule)).en())
        .isEqualTo(texts.reason(rule).en() + " (accepted by a person)");
    assertThat(texts.reason(Join.accepted(rule)).zh()).startsWith(texts.reason(rule).zh());
  }
}
