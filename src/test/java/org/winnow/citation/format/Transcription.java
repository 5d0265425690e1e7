package org.winnow.citation.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.citation.format.PlainExports.Expected;

/**
 * Real records written down in a layout of which no real export is at hand, as that layout is
 * described. Shares no code with the readers and writers.
 */
enum Transcription {
  /** Long values go on below, six blanks in; the place is one string, in two of its forms. */
  OVID("pmid") {
    @Override
    void write(int number, Expected r, StringBuilder out) {
      out.append('<').append(number).append(">\nVN  - Ovid Technologies\nDB  - Embase\n");
      wrapped(out, "AN", List.of(Integer.toString(600_000_000 + number)));
      wrapped(out, "TI", r.fields().get("title"));
      r.authors().forEach(name -> wrapped(out, "FA", List.of(name)));
      boolean numbered = !one(r, "volume").isEmpty() || !one(r, "issue").isEmpty();
      boolean first = number % 2 == 0 || one(r, "volume").isEmpty();
      wrapped(out, "SO", List.of(numbered && first ? numbersFirst(r) : pagesLast(r)));
      wrapped(out, "AB", r.fields().get("abstract"));
      String tag = "KW  - ";
      for (String word : r.keywords()) {
        out.append(tag).append(word).append('\n');
        tag = "      ";
      }
      for (String doi : r.fields().get("doi")) {
        out.append("DO  - https://dx.doi.org/").append(doi).append('\n');
      }
      wrapped(out, "YR", r.fields().get("year"));
      out.append('\n');
    }

    private static String numbersFirst(Expected r) {
      return one(r, "journal") + ". " + place(r) + ", " + one(r, "year") + " Jan.";
    }

    private static String pagesLast(Expected r) {
      String pages = one(r, "first page");
      return one(r, "journal")
          + (one(r, "volume").isEmpty() ? "." : ". Vol." + one(r, "volume"))
          + (one(r, "issue").isEmpty() ? "" : "(" + one(r, "issue") + ")")
          + (one(r, "volume").isEmpty() ? " Jan " : ", Jan ")
          + one(r, "year")
          + (pages.isEmpty() ? "." : ", pp. " + pages + ".");
    }

    private static void wrapped(StringBuilder out, String tag, List<String> values) {
      for (String value : values) {
        out.append(tag).append("  - ");
        int column = 0;
        for (String word : value.split(" ")) {
          if (column > 0 && column + word.length() > 72) {
            out.append("\n      ");
            column = 0;
          }
          out.append(column == 0 ? "" : " ").append(word);
          column += word.length() + 1;
        }
        out.append('\n');
      }
    }
  },

  /** A value a line, lines ended with a carriage return. */
  COCHRANE {
    @Override
    void write(int number, Expected r, StringBuilder out) {
      StringBuilder record = new StringBuilder("Record #" + number + " of 9999\n");
      line(record, "ID: CN-", Integer.toString(10_000_000 + number));
      r.authors().forEach(name -> line(record, "AU: ", name));
      line(record, "TI: ", one(r, "title"));
      line(record, "SO: ", one(r, "journal"));
      line(record, "YR: ", one(r, "year"));
      line(record, "VL: ", one(r, "volume"));
      line(record, "NO: ", one(r, "issue"));
      line(record, "PG: ", one(r, "first page"));
      line(record, "PM: PUBMED ", one(r, "pmid"));
      line(record, "KY: ", String.join("; ", r.keywords()));
      line(record, "DOI: ", one(r, "doi"));
      line(record, "AB: ", one(r, "abstract"));
      out.append(record.append('\n').toString().replace('\n', '\r'));
    }
  },

  /** Two letters and a blank; family and given name parted by a comma alone. */
  REFWORKS("pmid") {
    @Override
    void write(int number, Expected r, StringBuilder out) {
      line(out, "RT ", "Journal Article");
      line(out, "SR ", "Electronic(1)");
      line(out, "ID ", Integer.toString(number));
      r.authors().forEach(name -> line(out, "A1 ", name.replaceFirst(", ", ",")));
      line(out, "T1 ", one(r, "title"));
      line(out, "JF ", one(r, "journal"));
      line(out, "YR ", one(r, "year"));
      line(out, "VO ", one(r, "volume"));
      line(out, "IS ", one(r, "issue"));
      line(out, "SP ", one(r, "first page"));
      r.keywords().forEach(word -> line(out, "K1 ", word));
      line(out, "AB ", one(r, "abstract"));
      line(out, "DO ", one(r, "doi"));
      out.append('\n');
    }
  },

  /** Labels in Chinese brackets; the place is one string that has a year. */
  SINOMED("pmid", "doi") {
    @Override
    boolean holds(Expected r) {
      return !one(r, "year").isEmpty();
    }

    @Override
    void write(int number, Expected r, StringBuilder out) {
      out.append(number).append(".\n");
      line(out, "【流水号】: ", Integer.toString(2_016_000_000 + number));
      line(out, "【标题】: ", one(r, "title"));
      line(out, "【作者】: ", String.join("; ", r.authors()));
      line(out, "【出处】: ", one(r, "journal") + ";" + one(r, "year") + ";" + place(r));
      line(out, "【摘要】: ", one(r, "abstract"));
      line(out, "【关键词】: ", String.join("; ", r.keywords()));
      out.append('\n');
    }
  },

  CSL_JSON {
    @Override
    void write(int number, Expected r, StringBuilder out) {
      ObjectNode item = new ObjectMapper().createObjectNode();
      item.put("id", "item-" + number).put("type", "article-journal");
      item.put("title", one(r, "title")).put("container-title", one(r, "journal"));
      item.put("volume", one(r, "volume")).put("issue", one(r, "issue"));
      item.put("page", one(r, "first page")).put("DOI", one(r, "doi"));
      item.put("PMID", one(r, "pmid")).put("abstract", one(r, "abstract"));
      item.put("keyword", String.join("; ", r.keywords()));
      ArrayNode dates = item.putObject("issued").putArray("date-parts");
      r.fields().get("year").forEach(year -> dates.addArray().add(Integer.parseInt(year)));
      ArrayNode people = item.putArray("author");
      for (String name : r.authors()) {
        String[] parts = name.split(", ", 2);
        if (parts.length == 2) {
          people.addObject().put("family", parts[0]).put("given", parts[1]);
        } else {
          people.addObject().put("literal", name);
        }
      }
      out.append(number == 1 ? "[" : ",\n").append(item);
    }

    @Override
    String end() {
      return "]";
    }
  };

  private static final List<String> FIELDS =
      List.of(
          "title", "journal", "year", "volume", "issue", "first page", "doi", "pmid", "abstract");

  private final List<String> without;

  /**
   * @param without fields that the layout has no place for
   */
  Transcription(String... without) {
    this.without = List.of(without);
  }

  /** Whether the layout can say where the record was published. */
  boolean holds(Expected r) {
    return true;
  }

  abstract void write(int number, Expected r, StringBuilder out);

  String end() {
    return "";
  }

  /** The file that holds the records, numbered from 1. */
  byte[] file(List<Expected> records) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      write(i + 1, records.get(i), out);
    }
    return out.append(end()).toString().getBytes(UTF_8);
  }

  /**
   * The record with one value for each field and on one line each, as a layout can hold it:
   * keywords have no semicolon and stand there once.
   */
  Expected settled(Expected record) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String field : FIELDS) {
      List<String> values = new ArrayList<>();
      record.fields().getOrDefault(field, List.of()).stream()
          .map(value -> value.replaceAll("\\s+", " ").strip())
          .filter(value -> !value.isEmpty())
          .findFirst()
          .ifPresent(values::add);
      fields.put(field, values);
    }
    fields.computeIfPresent(
        "doi", (f, v) -> v.stream().map(doi -> doi.replaceAll("^.*?(?=10\\.)| .*$", "")).toList());
    fields.keySet().removeAll(without);
    List<String> keywords =
        record.keywords().stream()
            .map(word -> word.replaceAll("\\s+", " ").strip())
            .filter(word -> !word.contains(";"))
            .distinct()
            .toList();
    return new Expected(fields, keywords, record.authors());
  }

  private static String one(Expected r, String field) {
    return String.join("", r.fields().getOrDefault(field, List.of()));
  }

  /** {@code 38(4):310}, as far as it is known. */
  private static String place(Expected r) {
    return one(r, "volume")
        + (one(r, "issue").isEmpty() ? "" : "(" + one(r, "issue") + ")")
        + (one(r, "first page").isEmpty() ? "" : ":" + one(r, "first page"));
  }

  private static void line(StringBuilder out, String tag, String value) {
    if (!value.isEmpty()) {
      out.append(tag).append(value).append('\n');
    }
  }
}
