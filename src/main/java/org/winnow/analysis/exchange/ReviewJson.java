package org.winnow.analysis.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.winnow.analysis.AnalysisJson;
import org.winnow.figure.Wording;

/**
 * A review as JSON: everything that was read, each outcome analysed anew at full precision, and
 * where the file has results, how far ours are from them.
 */
public final class ReviewJson {
  private final JsonGenerator json;

  private ReviewJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one object. */
  public static void write(JsonGenerator json, ReviewAnalyses.Reading reading) throws IOException {
    new ReviewJson(json).write(reading);
  }

  private void write(ReviewAnalyses.Reading reading) throws IOException {
    ReviewAnalyses review = reading.review();
    json.writeStartObject();
    json.writeStringField("title", review.title());
    strings("domains", review.domains());
    json.writeArrayFieldStart("studies");
    for (ReviewAnalyses.Study study : review.studies()) {
      study(study, review.domains());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("comparisons");
    for (ReviewAnalyses.Comparison comparison : review.comparisons()) {
      json.writeStartObject();
      json.writeStringField("name", comparison.name());
      json.writeStringField("experimental", comparison.experimental());
      json.writeStringField("control", comparison.control());
      json.writeArrayFieldStart("outcomes");
      for (ReviewAnalyses.Outcome outcome : comparison.outcomes()) {
        outcome(outcome);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    for (ReviewAnalyses.Problem problem : reading.problems()) {
      json.writeStartObject();
      if (problem.line() > 0) {
        json.writeNumberField("line", problem.line());
      }
      json.writeStringField("message", problem.message().en());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings("notCarried", reading.notCarried().stream().map(Wording::en).toList());
    json.writeEndObject();
  }

  private void study(ReviewAnalyses.Study study, List<String> domains) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", study.name());
    json.writeStringField("year", study.year());
    json.writeObjectFieldStart("bias");
    for (String domain : domains) {
      ReviewAnalyses.Judgement judgement = study.bias().get(domain);
      if (judgement != null) {
        json.writeObjectFieldStart(domain);
        json.writeStringField("level", judgement.level().word());
        json.writeStringField("support", judgement.support());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void outcome(ReviewAnalyses.Outcome outcome) throws IOException {
    ComputedOutcome computed = ComputedOutcome.of(outcome);
    json.writeStartObject();
    json.writeStringField("name", outcome.name());
    json.writeStringField("data", outcome.data().word());
    json.writeStringField("measure", outcome.settings().measure());
    json.writeStringField("method", outcome.settings().method());
    json.writeStringField("model", outcome.settings().model());
    json.writeStringField("totals", outcome.settings().totals());
    json.writeBooleanField("subgroupTest", outcome.subgroupTest());
    json.writeStringField("unit", outcome.unit());
    strings("groupLabels", outcome.groupLabels());
    strings("graphLabels", outcome.graphLabels());
    json.writeArrayFieldStart("rows");
    for (ReviewAnalyses.Row row : outcome.rows()) {
      row(row, outcome);
    }
    json.writeEndArray();
    if (computed.analysis().isPresent()) {
      json.writeFieldName("analysis");
      AnalysisJson.write(json, computed.analysis().get());
    } else {
      json.writeStringField("problem", computed.problem());
    }
    Differences differences = Differences.of(computed);
    json.writeNumberField("compared", differences.compared());
    json.writeNumberField("largestDifference", differences.largest());
    json.writeArrayFieldStart("differences");
    for (Differences.Difference difference : differences.list()) {
      json.writeStartObject();
      json.writeStringField("of", difference.of());
      json.writeStringField("number", difference.number());
      json.writeNumberField("stored", difference.stored());
      if (difference.computed().isPresent()) {
        json.writeNumberField("computed", difference.computed().getAsDouble());
      } else {
        json.writeNullField("computed");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void row(ReviewAnalyses.Row row, ReviewAnalyses.Outcome outcome) throws IOException {
    json.writeStartObject();
    json.writeStringField("study", row.study());
    json.writeStringField("year", row.year());
    json.writeStringField("trial", row.trial());
    json.writeStringField("subgroup", row.subgroup());
    json.writeObjectFieldStart("values");
    for (String column : outcome.data().columns()) {
      value(column, row.values());
    }
    for (String column : outcome.data().shown()) {
      value(column, row.values());
    }
    json.writeEndObject();
    json.writeBooleanField("included", row.included());
    json.writeStringField("reason", row.reason());
    json.writeStringField("footnote", row.footnote());
    json.writeEndObject();
  }

  private void value(String column, Map<String, Double> values) throws IOException {
    Double value = values.get(column);
    if (value != null) {
      json.writeNumberField(column, value);
    }
  }

  private void strings(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
