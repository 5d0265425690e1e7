package org.winnow.citation.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.winnow.citation.Citation;

/**
 * Records with the truth about their copies.
 *
 * @param works the truth: which records are one work; in a set that only flags copies, empty
 * @param flagged records that have a copy; in a set that says which, the members of its sets
 */
record LabelledSet(List<Citation> records, List<Set<Integer>> works, Set<Integer> flagged) {

  List<Normalised> normalised() {
    List<Normalised> list = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      list.add(Normalised.of(i, records.get(i)));
    }
    return list;
  }

  static LabelledSet ofCsv(Path folder, String name) throws IOException {
    List<Citation> records = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name + ".records.csv"))) {
      for (NamedCsvRecord row : csv) {
        ids.put(row.getField("ID"), records.size());
        records.add(
            new Citations()
                .type(row.getField("ENTRYTYPE"))
                .title(row.getField("title"))
                .authors(row.getField("author").split(" and "))
                .year(row.getField("year"))
                .journal(row.getField("journal"))
                .place(row.getField("volume"), row.getField("number"), row.getField("pages"))
                .make());
      }
    }
    List<Set<Integer>> works = new ArrayList<>();
    Set<Integer> flagged = new HashSet<>();
    for (String line : Files.readAllLines(folder.resolve(name + ".duplicate_sets.csv"))) {
      Set<Integer> work = new HashSet<>();
      for (String id : line.replace("\"", "").split(";")) {
        if (ids.containsKey(id)) {
          work.add(ids.get(id));
        }
      }
      if (work.size() > 1) {
        works.add(work);
        flagged.addAll(work);
      }
    }
    return new LabelledSet(records, works, flagged);
  }

  /** EndNote XML whose {@code <caption>} is {@code Duplicate} for every member of a set. */
  static LabelledSet ofEndNoteXml(Path file) throws IOException, XMLStreamException {
    List<Citation> records = new ArrayList<>();
    Set<Integer> flagged = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      Map<String, List<String>> fields = new HashMap<>();
      StringBuilder text = new StringBuilder();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (!xml.getLocalName().equals("style")) {
              text.setLength(0);
            }
            if (xml.getLocalName().equals("record")) {
              fields = new HashMap<>();
            } else if (xml.getLocalName().equals("ref-type")) {
              fields.put("type", List.of(xml.getAttributeValue(null, "name")));
            }
          }
          case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            String name = xml.getLocalName();
            if (name.equals("record")) {
              if (first(fields, "caption").equals("Duplicate")) {
                flagged.add(records.size());
              }
              records.add(citation(fields));
            } else if (!name.equals("style")) {
              fields.computeIfAbsent(name, n -> new ArrayList<>()).add(text.toString().strip());
              text.setLength(0);
            }
          }
          default -> {}
        }
      }
    }
    return new LabelledSet(records, List.of(), flagged);
  }

  private static Citation citation(Map<String, List<String>> fields) {
    String journal = first(fields, "secondary-title");
    return new Citations()
        .type(first(fields, "type"))
        .title(first(fields, "title"))
        .authors(fields.getOrDefault("author", List.of()).toArray(String[]::new))
        .year(first(fields, "year"))
        .journal(journal.isEmpty() ? first(fields, "full-title") : journal)
        .place(first(fields, "volume"), first(fields, "number"), first(fields, "pages"))
        .doi(first(fields, "electronic-resource-num"))
        .accession(first(fields, "accession-num"))
        .issn(first(fields, "isbn"))
        .abstractText(first(fields, "abstract"))
        .make();
  }

  private static String first(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }
}
