package org.winnow.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a longer list.
 *
 * @param next cursor of the stretch after it; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
  public static final int LARGEST = 200;

  /**
   * Makes a page from a list that was read one longer than the limit, to see whether it goes on.
   */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
    return oneMore.size() <= limit
        ? new Page<>(oneMore, null)
        : new Page<>(oneMore.subList(0, limit), cursor.apply(oneMore.get(limit - 1)));
  }

  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  public static int limit(@Nullable Integer asked) {
    return asked == null ? 50 : Math.clamp(asked, 1, LARGEST);
  }

  public static long numericCursor(@Nullable String cursor, long start) {
    if (cursor == null || cursor.isEmpty()) {
      return start;
    }
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw RuleViolation.invalid("bad-cursor");
    }
  }
}
