package org.winnow.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.winnow.platform.RuleViolation;

/** What of a record a person may put right. */
public enum RecordField {
  TITLE_EN,
  TITLE_ZH,
  ABSTRACT_EN,
  ABSTRACT_ZH;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static RecordField fromString(String word) {
    for (RecordField field : values()) {
      if (field.word().equals(word)) {
        return field;
      }
    }
    throw RuleViolation.notFound();
  }
}
