package org.winnow.citation.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * The plainest reading of a file that can be written down, to hold the readers against: lines with
 * their tags, the paths of an XML document, the columns of a table. Shares no code with them.
 *
 * @param values by tag, path or column, in the order of the file
 */
record PlainReading(Map<String, List<String>> values) {
  List<String> all(String... names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(values.getOrDefault(name, List.of()));
    }
    return all;
  }

  String first(String... names) {
    List<String> all = all(names);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /**
   * @param line what a line with a tag looks like: the tag, then its value
   * @param start the tags that start a record
   * @param continued what a line looks like that goes on with the value before it
   */
  static List<PlainReading> ofLines(Path file, Pattern line, List<String> start, Pattern continued)
      throws IOException {
    List<PlainReading> records = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String each : text(file).split("\r\n|\n|\r(?=[A-Z][A-Z0-9]  -)")) {
      Matcher tagged = line.matcher(each);
      Matcher more = continued.matcher(each);
      if (tagged.matches()) {
        String tag = tagged.group(1);
        if (start.contains(tag)) {
          records.add(new PlainReading(new LinkedHashMap<>()));
        }
        if (!records.isEmpty()) {
          open = records.getLast().values.computeIfAbsent(tag, t -> new ArrayList<>());
          open.add(tagged.group(2) == null ? "" : tagged.group(2).strip());
        }
      } else if (more.matches() && !open.isEmpty()) {
        open.set(open.size() - 1, open.getLast() + "\n" + more.group(1).strip());
      }
    }
    return records;
  }

  static List<PlainReading> ofXml(Path file, String record, Map<String, String> paths)
      throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(text(file))));
    XPath xpath = XPathFactory.newInstance().newXPath();
    NodeList nodes = (NodeList) xpath.evaluate(record, document, XPathConstants.NODESET);
    List<PlainReading> records = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Map<String, List<String>> values = new LinkedHashMap<>();
      for (Map.Entry<String, String> path : paths.entrySet()) {
        NodeList found =
            (NodeList) xpath.evaluate(path.getValue(), nodes.item(i), XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int j = 0; j < found.getLength(); j++) {
          texts.add(found.item(j).getTextContent().strip());
        }
        values.put(path.getKey(), texts);
      }
      records.add(new PlainReading(values));
    }
    return records;
  }

  /** BibTeX whose values stand in braces; the kind of an entry is the value of {@code @}. */
  static List<PlainReading> ofBraces(Path file) throws IOException {
    String text = text(file);
    List<PlainReading> records = new ArrayList<>();
    Matcher heads =
        Pattern.compile("(?m)^@(\\w+)\\{|^\\s*([A-Za-z_][\\w ]*?)\\s*=\\s*\\{").matcher(text);
    int from = 0;
    while (heads.find(from)) {
      from = heads.end();
      if (heads.group(1) != null) {
        records.add(new PlainReading(new LinkedHashMap<>()));
        records.getLast().put("@", heads.group(1));
        continue;
      }
      int depth = 1;
      while (depth > 0) {
        char c = text.charAt(from++);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      records
          .getLast()
          .put(
              heads.group(2).toLowerCase(Locale.ROOT),
              text.substring(heads.end(), from - 1).replaceAll("\\\\(?=[&%$#_])", "").strip());
    }
    return records;
  }

  private void put(String name, String value) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  static List<PlainReading> ofTable(Path file, char separator) throws IOException {
    String text = text(file);
    List<PlainReading> records = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        row.getFieldsAsMap()
            .forEach((name, value) -> values.put(name.strip(), List.of(value.strip())));
        values.values().removeIf(list -> list.getFirst().isEmpty());
        records.add(new PlainReading(values));
      }
    }
    return records;
  }

  private static String text(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
