package org.winnow.cli.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of R's grammar that the calls of reference cases are written in. */
sealed interface RExpression {
  record Number(double value) implements RExpression {}

  record Text(String value) implements RExpression {}

  record Name(String value) implements RExpression {}

  /** Also infix operators, named as they are written; {@code ~} has one argument or two. */
  record Call(String function, List<Argument> arguments) implements RExpression {
    Optional<RExpression> named(String name) {
      return arguments.stream()
          .filter(a -> name.equals(a.name().orElse(null)))
          .map(Argument::value)
          .findFirst();
    }

    /** The unnamed arguments, in their order. */
    List<RExpression> positional() {
      return arguments.stream().filter(a -> a.name().isEmpty()).map(Argument::value).toList();
    }

    String text(String name, String otherwise) {
      return named(name).map(RExpression::text).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
      String value = text(name, otherwise ? "TRUE" : "FALSE");
      return value.equals("TRUE") || value.equals("T");
    }

    double number(String name, double otherwise) {
      return named(name).map(e -> e instanceof Number n ? n.value() : otherwise).orElse(otherwise);
    }
  }

  record Argument(Optional<String> name, RExpression value) {}

  /** A text, a name or a number as it is written; the function of a call. */
  default String text() {
    return switch (this) {
      case Text t -> t.value();
      case Name n -> n.value();
      case Number n -> String.valueOf(n.value());
      case Call c -> c.function();
    };
  }

  static RExpression parse(String source) {
    Parser parser = new Parser(source);
    RExpression expression = parser.expression(0);
    parser.end();
    return expression;
  }

  /** A precedence climber. */
  final class Parser {
    private static final List<List<String>> LEVELS =
        List.of(
            List.of("~"),
            List.of("|"),
            List.of("==", "!=", "<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/"),
            List.of(":"),
            List.of("^"));
    private final String source;
    private int at;

    Parser(String source) {
      this.source = source;
    }

    RExpression expression(int level) {
      if (level == LEVELS.size()) {
        return postfix();
      }
      if (level == 0 && take("~")) {
        return call("~", expression(1));
      }
      RExpression left = expression(level + 1);
      while (true) {
        String operator = LEVELS.get(level).stream().filter(this::take).findFirst().orElse("");
        if (operator.isEmpty()) {
          return left;
        }
        left = call(operator, left, expression(operator.equals("^") ? level : level + 1));
      }
    }

    private static Call call(String function, RExpression... arguments) {
      List<Argument> list = new ArrayList<>();
      for (RExpression argument : arguments) {
        list.add(new Argument(Optional.empty(), argument));
      }
      return new Call(function, list);
    }

    private RExpression postfix() {
      RExpression left = primary();
      while (true) {
        if (take("$")) {
          left = call("$", left, primary());
        } else if (take("(")) {
          left = new Call(nameOf(left), arguments(")"));
        } else if (take("[[")) {
          left = call("[[", left, arguments("]]").getFirst().value());
        } else if (take("[")) {
          left = call("[", left, arguments("]").getFirst().value());
        } else {
          return left;
        }
      }
    }

    private String nameOf(RExpression e) {
      if (e instanceof Name name) {
        return name.value();
      }
      throw new IllegalArgumentException("No function name before ( in: " + source);
    }

    private List<Argument> arguments(String closing) {
      List<Argument> list = new ArrayList<>();
      while (!take(closing)) {
        int start = at;
        skipSpace();
        String name = word();
        skipSpace();
        if (!name.isEmpty()
            && at < source.length()
            && source.charAt(at) == '='
            && !source.startsWith("==", at)) {
          at++;
          list.add(new Argument(Optional.of(name), expression(0)));
        } else {
          at = start;
          list.add(new Argument(Optional.empty(), expression(0)));
        }
        take(",");
      }
      return list;
    }

    private RExpression primary() {
      skipSpace();
      if (take("(")) {
        RExpression inner = expression(0);
        if (!take(")")) {
          throw new IllegalArgumentException("No ) in: " + source);
        }
        return inner;
      }
      if (take("-")) {
        return call("-", new Number(0), postfix());
      }
      char c = at < source.length() ? source.charAt(at) : 0;
      if (c == '"' || c == '\'') {
        int end = source.indexOf(c, at + 1);
        String text = source.substring(at + 1, end);
        at = end + 1;
        return new Text(text);
      }
      if (Character.isDigit(c)
          || c == '.' && at + 1 < source.length() && Character.isDigit(source.charAt(at + 1))) {
        int start = at;
        while (at < source.length()
            && (Character.isDigit(source.charAt(at))
                || source.charAt(at) == '.'
                || source.charAt(at) == 'e'
                || ((source.charAt(at) == '-' || source.charAt(at) == '+')
                    && source.charAt(at - 1) == 'e'))) {
          at++;
        }
        Number number = new Number(Double.parseDouble(source.substring(start, at)));
        take("L");
        return number;
      }
      String word = word();
      if (word.isEmpty()) {
        throw new IllegalArgumentException("Not understood at " + at + ": " + source);
      }
      return new Name(word);
    }

    private String word() {
      int start = at;
      while (at < source.length()
          && (Character.isLetterOrDigit(source.charAt(at))
              || source.charAt(at) == '.'
              || source.charAt(at) == '_'
              || source.startsWith("::", at)
              || (at > 0 && source.startsWith("::", at - 1)))) {
        at++;
      }
      return source.substring(start, at);
    }

    private boolean take(String token) {
      skipSpace();
      if (source.startsWith(token, at)
          && !(token.equals("[") && source.startsWith("[[", at))
          && !(token.equals(":") && source.startsWith("::", at))) {
        at += token.length();
        return true;
      }
      return false;
    }

    private void skipSpace() {
      while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
    }

    void end() {
      skipSpace();
      if (at < source.length()) {
        throw new IllegalArgumentException("Not understood at " + at + ": " + source);
      }
    }
  }
}
