package org.winnow.cli.oracle;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A CSV file by columns; a missing value is an empty text, and NaN where a number is asked for. */
final class DataTable {
  private final Map<String, List<String>> columns;
  private final int rows;

  private DataTable(Map<String, List<String>> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  static DataTable read(Path file) throws IOException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    int rows = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      List<List<String>> ordered = new ArrayList<>();
      for (CsvRecord record : reader) {
        if (ordered.isEmpty()) {
          for (String name : record.getFields()) {
            List<String> column = new ArrayList<>();
            ordered.add(column);
            columns.put(name, column);
          }
        } else {
          for (int i = 0; i < ordered.size(); i++) {
            String value = i < record.getFieldCount() ? record.getField(i) : "";
            ordered.get(i).add(value.equals("NA") ? "" : value);
          }
          rows++;
        }
      }
    }
    return new DataTable(columns, rows);
  }

  static DataTable empty() {
    return new DataTable(Map.of(), 0);
  }

  int rows() {
    return rows;
  }

  /** The table with one more column of numbers. */
  DataTable plus(String name, double[] values) {
    Map<String, List<String>> out = new LinkedHashMap<>(columns);
    out.put(
        name,
        Arrays.stream(values).mapToObj(v -> Double.isNaN(v) ? "" : String.valueOf(v)).toList());
    return new DataTable(out, rows);
  }

  Set<String> names() {
    return columns.keySet();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  List<String> texts(String column) {
    List<String> values = columns.get(column);
    if (values == null) {
      throw new IllegalArgumentException("No column " + column);
    }
    return values;
  }

  double[] numbers(String column) {
    return texts(column).stream()
        .mapToDouble(v -> v.isEmpty() ? Double.NaN : Double.parseDouble(v))
        .toArray();
  }

  boolean numeric(String column) {
    return texts(column).stream()
        .allMatch(v -> v.isEmpty() || v.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?"));
  }

  DataTable where(IntPredicate keep) {
    int[] kept = IntStream.range(0, rows).filter(keep).toArray();
    Map<String, List<String>> out = new LinkedHashMap<>();
    columns.forEach(
        (name, values) -> out.put(name, Arrays.stream(kept).mapToObj(values::get).toList()));
    return new DataTable(out, kept.length);
  }

  /** Values of an arithmetic expression over columns. */
  double[] evaluate(RExpression expression) {
    return switch (expression) {
      case RExpression.Number n -> {
        double[] out = new double[rows];
        Arrays.fill(out, n.value());
        yield out;
      }
      case RExpression.Name n -> numbers(n.value());
      case RExpression.Text t -> numbers(t.value());
      case RExpression.Call c -> evaluate(c);
    };
  }

  private double[] evaluate(RExpression.Call call) {
    List<RExpression> a = call.positional();
    return switch (call.function()) {
      case "$" -> evaluate(a.get(1));
      case "+" -> each(a, (x, y) -> x + y);
      case "-" -> each(a, (x, y) -> x - y);
      case "*" -> each(a, (x, y) -> x * y);
      case "/" -> each(a, (x, y) -> x / y);
      case "^" -> each(a, Math::pow);
      case "sqrt" -> Arrays.stream(evaluate(a.getFirst())).map(Math::sqrt).toArray();
      case "log" -> Arrays.stream(evaluate(a.getFirst())).map(Math::log).toArray();
      case "exp" -> Arrays.stream(evaluate(a.getFirst())).map(Math::exp).toArray();
      case "abs" -> Arrays.stream(evaluate(a.getFirst())).map(Math::abs).toArray();
      case "I" -> evaluate(a.getFirst());
      default -> throw new IllegalArgumentException("No arithmetic: " + call.function());
    };
  }

  private double[] each(List<RExpression> operands, DoubleBinaryOperator operator) {
    double[] left = evaluate(operands.get(0));
    double[] right = evaluate(operands.get(1));
    for (int i = 0; i < rows; i++) {
      left[i] = operator.applyAsDouble(left[i], right[i]);
    }
    return left;
  }
}
