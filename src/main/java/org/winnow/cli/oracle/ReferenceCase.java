package org.winnow.cli.oracle;

import com.fasterxml.jackson.databind.JsonNode;

/** One case: the call that was evaluated, on which data, and what came out. */
record ReferenceCase(
    String id,
    String kind,
    String data,
    String call,
    JsonNode spec,
    JsonNode expected,
    DataTable table) {

  String spec(String key, String otherwise) {
    return spec.path(key).asText(otherwise);
  }

  RExpression.Call parsed() {
    return (RExpression.Call) RExpression.parse(call);
  }
}
