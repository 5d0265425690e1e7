package org.winnow.deduplication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.winnow.platform.Texts;
import org.winnow.record.Join;

/** Rules in the words of reviewers. */
@ApplicationScoped
class RuleTexts {
  private final Texts texts;

  RuleTexts(Texts texts) {
    this.texts = texts;
  }

  record Reason(String en, String zh) {}

  Reason reason(String rule) {
    return new Reason(text(Locale.ENGLISH, rule), text(Locale.CHINESE, rule));
  }

  private String text(Locale language, String rule) {
    if (Join.isAccepted(rule)) {
      return texts.text(language, "rule.accepted", text(language, Join.acceptedRule(rule)));
    }
    String key = "rule." + rule;
    // A rule of a later version, after a step back, is shown by its name.
    return texts.has(key) ? texts.text(language, key) : rule;
  }
}
