package org.winnow.cli.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The columns a, n1, c and n2 (events and people of two arms) that calls speak of where the table
 * has them under other names: those that another call on the same table gives to them, else those
 * whose names say so.
 */
final class ArmColumns {
  private static final List<String> ROLES = List.of("a", "n1", "c", "n2");
  private static final String FIRST = "(1|t|e|trt|tr|treat\\w*|exp\\w*|int\\w*|active)";
  private static final String SECOND = "(2|c|0|ctl|ctrl|con|control\\w*|pla\\w*|p)";
  private static final String EVENTS = "(x|r|d|e|ev|events?|deaths?|dead|cases|pos)";
  private static final String PEOPLE = "(n|total|tot|size)";

  private static final Map<String, Pattern> NAMES =
      Map.of(
          "a", named("a", EVENTS, FIRST),
          "n1", named("n1", PEOPLE, FIRST),
          "c", named("c", EVENTS, SECOND),
          "n2", named("n2", PEOPLE, SECOND));

  private ArmColumns() {}

  /** Such as ai, x1i, r1, ped.xti, events.trt, control_arm_total. */
  private static Pattern named(String plain, String what, String arm) {
    return Pattern.compile(
        "(.*[._])?("
            + plain
            + "|"
            + what
            + "[._]?"
            + arm
            + "|"
            + arm
            + "([._]\\w+)?[._]?"
            + what
            + ")i?",
        Pattern.CASE_INSENSITIVE);
  }

  static DataTable named(DataTable table, List<String> calls) {
    if (ROLES.stream().allMatch(table::has)) {
      return table;
    }
    for (String source : calls) {
      Optional<RExpression.Call> call = parsed(source).flatMap(c -> withCells(c, table));
      if (call.isPresent()) {
        return named(table, call.get());
      }
    }
    DataTable out = table;
    for (String role : ROLES) {
      Optional<String> column =
          first(table, name -> matches(role, name))
              .or(() -> role.equals("a") ? other(table, "c", EVENTS) : Optional.empty())
              .or(() -> role.equals("n1") ? other(table, "n2", PEOPLE) : Optional.empty());
      if (!out.has(role) && column.isPresent()) {
        out = out.plus(role, table.numbers(column.get()));
      }
    }
    return out;
  }

  /** The column of the arm that is not the control, whatever it is called. */
  private static Optional<String> other(DataTable table, String control, String what) {
    Pattern either = Pattern.compile(".*[._]" + what + "|" + what + "[._].*");
    return first(table, name -> either.matcher(name).matches() && !matches(control, name));
  }

  private static boolean matches(String role, String name) {
    return Objects.requireNonNull(NAMES.get(role)).matcher(name).matches();
  }

  private static Optional<String> first(DataTable table, Predicate<String> wanted) {
    return table.names().stream()
        .filter(name -> wanted.test(name) && table.numeric(name))
        .findFirst();
  }

  private static Optional<RExpression.Call> parsed(String source) {
    try {
      return Optional.of(RExpression.parse(source))
          .filter(RExpression.Call.class::isInstance)
          .map(RExpression.Call.class::cast);
    } catch (IllegalArgumentException e) {
      // Not every call is in the grammar; such a one says nothing of columns.
      return Optional.empty();
    }
  }

  /** The call itself or one inside it that names all cells by columns of the table. */
  private static Optional<RExpression.Call> withCells(RExpression.Call call, DataTable table) {
    boolean totals = isColumn(call, "n1i", table) && isColumn(call, "n2i", table);
    boolean cells = isColumn(call, "bi", table) && isColumn(call, "di", table);
    if (isColumn(call, "ai", table) && isColumn(call, "ci", table) && (totals || cells)) {
      return Optional.of(call);
    }
    return call.arguments().stream()
        .map(RExpression.Argument::value)
        .filter(RExpression.Call.class::isInstance)
        .map(RExpression.Call.class::cast)
        .flatMap(inner -> withCells(inner, table).stream())
        .findFirst();
  }

  private static boolean isColumn(RExpression.Call call, String argument, DataTable table) {
    return call.named(argument).orElse(null) instanceof RExpression.Name name
        && table.has(name.value());
  }

  private static DataTable named(DataTable table, RExpression.Call call) {
    boolean totals = call.named("n1i").isPresent();
    double[] a = column(table, call, "ai");
    double[] c = column(table, call, "ci");
    return table
        .plus("a", a)
        .plus("n1", totals ? column(table, call, "n1i") : sum(a, column(table, call, "bi")))
        .plus("c", c)
        .plus("n2", totals ? column(table, call, "n2i") : sum(c, column(table, call, "di")));
  }

  private static double[] column(DataTable table, RExpression.Call call, String argument) {
    return table.numbers(call.text(argument, ""));
  }

  private static double[] sum(double[] x, double[] y) {
    double[] out = new double[x.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i] + y[i];
    }
    return out;
  }
}
