package org.winnow.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.winnow.analysis.PlotKind;
import org.winnow.analysis.PlotOptions;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.SvgWriter;

/** The same mistakes as on the command line, as the page and the API meet them. */
class BadInputTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/analysis/bad-input.txt", delimiter = '|')
  void hasAResultOrIsRefusedWithItsRow(
      String name,
      String data,
      String measure,
      String method,
      String rows,
      String commandLine,
      String expected)
      throws IOException {
    DataKind kind = DataKind.of(data);
    Inputs inputs = new Inputs(kind, settings(measure, method), lines(kind, rows));
    String found;
    try {
      String json = inputs.json(inputs.analyse(Map.of()));
      assertThat(json).doesNotContain("NaN", "Infinity");
      assertThat(
              SvgWriter.write(
                  PlotKind.FOREST.draw(inputs.analyse(Map.of()), PlotOptions.of(Map.of())).scene(),
                  SvgWriter.Colours.FIXED))
          .doesNotContain("NaN", "Infinity");
      found = "k=" + new ObjectMapper().readTree(json).path("k").asText();
    } catch (NotAnalysable e) {
      Fault fault = e.fault();
      found = fault.code() + (fault.number() == null ? "" : "@" + fault.number());
      if (fault.code().equals("analysis-refused")) {
        assertThat(String.valueOf(fault.arguments(FigureLanguage.CHINESE)[0]))
            .containsPattern("\\p{IsHan}")
            .doesNotContain("该方法无法计算");
        assertThat(fault.reason()).isNotBlank();
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static List<Inputs.Line> lines(DataKind kind, String rows) {
    List<Inputs.Line> lines = new ArrayList<>();
    for (String row : rows == null ? new String[0] : rows.split(";")) {
      String[] cells = row.split(" ");
      Map<String, String> values = new HashMap<>();
      for (int i = 1; i < cells.length; i++) {
        values.put(kind.columns().get(i - 1), cells[i].equals("_") ? "" : cells[i]);
      }
      lines.add(
          new Inputs.Line(
              new UUID(0, lines.size() + 1), cells[0], null, null, null, values, null, null, true));
    }
    return lines;
  }

  private static Settings settings(String measure, String method) {
    return new Settings(
        measure, method, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null);
  }
}
