package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a number came to be.
 *
 * @param method the name of the conversion, when it was converted
 * @param inputs what it was converted from, by name, as texts
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Origin(
    @NotNull Kind kind,
    @Nullable @Size(max = 100) String method,
    @Nullable @Size(max = 40) Map<@Size(max = 60) String, @NotNull @Size(max = 100) String> inputs,
    @Nullable @Size(max = 2000) String note) {
  enum Kind {
    REPORTED,
    CONVERTED,
    CALCULATED,
    FIGURE,
    AUTHORS;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
