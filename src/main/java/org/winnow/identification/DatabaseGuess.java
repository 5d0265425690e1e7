package org.winnow.identification;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.winnow.citation.Citation;

/** Which database a file seems to come from: what its records say, then its format, its name. */
final class DatabaseGuess {
  private static final int LOOKED_AT = 200;
  private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("pubmed", "PubMed");
    BY_NAME.put("medline", "MEDLINE");
    BY_NAME.put("embase", "Embase");
    BY_NAME.put("scopus", "Scopus");
    BY_NAME.put("cochrane", "Cochrane Library");
    BY_NAME.put("central", "Cochrane CENTRAL");
    BY_NAME.put("webofscience", "Web of Science");
    BY_NAME.put("savedrecs", "Web of Science");
    BY_NAME.put("wos", "Web of Science");
    BY_NAME.put("cinahl", "CINAHL");
    BY_NAME.put("psycinfo", "PsycInfo");
    BY_NAME.put("cnki", "CNKI");
    BY_NAME.put("知网", "CNKI");
    BY_NAME.put("wanfang", "Wanfang");
    BY_NAME.put("万方", "Wanfang");
    BY_NAME.put("weipu", "VIP");
    BY_NAME.put("维普", "VIP");
    BY_NAME.put("sinomed", "SinoMed");
    BY_NAME.put("cbm", "SinoMed");
    BY_NAME.put("clinicaltrials", "ClinicalTrials.gov");
    BY_NAME.put("ictrp", "WHO ICTRP");
  }

  private final Map<String, Integer> named = new HashMap<>();
  private int seen;

  void see(Citation citation) {
    if (seen++ < LOOKED_AT) {
      String name = nameIn(citation);
      if (!name.isEmpty()) {
        named.merge(name, 1, Integer::sum);
      }
    }
  }

  /** The name of the database; empty when nothing tells. */
  String of(String format, String fileName) {
    String most =
        named.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse("");
    // A few records with a name say little about the many without.
    if (!most.isEmpty() && named.getOrDefault(most, 0) * 2 >= Math.min(seen, LOOKED_AT)) {
      return most;
    }
    if (format.equals("nbib") || format.equals("pubmed-xml")) {
      return "PubMed";
    }
    return known(fileName);
  }

  private static String nameIn(Citation citation) {
    if (citation.accession().startsWith("WOS:")) {
      return "Web of Science";
    }
    if (citation.accession().startsWith("2-s2.0-") || citation.url().contains("eid=2-s2.0-")) {
      return "Scopus";
    }
    String known = known(citation.database());
    return known.isEmpty() ? shortened(citation.database()) : known;
  }

  private static String known(String text) {
    String folded = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    return BY_NAME.entrySet().stream()
        .filter(name -> folded.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String shortened(String name) {
    return name.length() > 80 ? "" : name;
  }
}
