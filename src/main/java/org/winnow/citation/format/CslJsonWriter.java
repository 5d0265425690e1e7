package org.winnow.citation.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.winnow.citation.Citation;

/** CSL-JSON 1.0.2; the second language goes into its {@code custom} object. */
final class CslJsonWriter implements CitationWriter {
  @Override
  public String name() {
    return "csl-json";
  }

  @Override
  public void write(Iterator<Citation> citations, Writer out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartArray();
    int id = 0;
    while (citations.hasNext()) {
      json.writeRaw('\n');
      write(++id, citations.next(), json);
    }
    json.writeEndArray();
    json.close();
    out.append('\n');
  }

  private static void write(int id, Citation c, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", String.valueOf(id));
    json.writeStringField("type", Kinds.of(c.type()).csl());
    field("title", c.title().first(), json);
    if (!c.authors().isEmpty()) {
      json.writeArrayFieldStart("author");
      for (String author : c.authors()) {
        name(author, json);
      }
      json.writeEndArray();
    }
    if (c.year() != 0) {
      json.writeObjectFieldStart("issued");
      json.writeArrayFieldStart("date-parts");
      json.writeStartArray();
      json.writeNumber(c.year());
      json.writeEndArray();
      json.writeEndArray();
      json.writeEndObject();
    }
    field("container-title", c.journal(), json);
    field("volume", c.volume(), json);
    field("issue", c.issue(), json);
    field("page", c.pages(), json);
    field("DOI", c.doi(), json);
    field("PMID", c.pmid(), json);
    field("abstract", c.abstracts().first(), json);
    field("keyword", c.keywords().isEmpty() ? "" : ListCells.joined(c.keywords()), json);
    field("URL", c.url(), json);
    field("language", c.language(), json);
    field("source", c.database(), json);
    field("archive_location", c.accession(), json);
    field("ISSN", c.issn().replace(" ", ", "), json);
    String title = c.title().zh().isEmpty() ? "" : c.title().en();
    String second = c.abstracts().zh().isEmpty() ? "" : c.abstracts().en();
    if (!title.isEmpty() || !second.isEmpty()) {
      json.writeObjectFieldStart("custom");
      field("translated-title", title, json);
      field("translated-abstract", second, json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void name(String author, JsonGenerator json) throws IOException {
    json.writeStartObject();
    int comma = author.indexOf(", ");
    if (comma > 0 && comma + 2 < author.length()) {
      json.writeStringField("family", author.substring(0, comma));
      json.writeStringField("given", author.substring(comma + 2));
    } else {
      json.writeStringField("literal", author);
    }
    json.writeEndObject();
  }

  private static void field(String name, String value, JsonGenerator json) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
