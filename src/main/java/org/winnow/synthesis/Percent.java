package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A level of confidence in percent, with up to two decimals. A whole one is a number in JSON,
 * another one a text, since canonical JSON has one spelling for whole numbers only.
 */
@Schema(
    type = SchemaType.NUMBER,
    description = "In percent. A whole level is answered as a number, another one as a text")
record Percent(
    @DecimalMin("50") @DecimalMax("99.99") @Digits(integer = 2, fraction = 2) BigDecimal value) {
  Percent {
    value = value.stripTrailingZeros();
    value = value.scale() < 0 ? value.setScale(0) : value;
  }

  static Percent of(double percent) {
    return new Percent(BigDecimal.valueOf(Math.round(percent * 100), 2));
  }

  /** From a number or a text. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Percent of(BigDecimal value) {
    return new Percent(value);
  }

  @JsonValue
  Object json() {
    return value.scale() == 0 ? (Object) value.intValue() : value.toPlainString();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
