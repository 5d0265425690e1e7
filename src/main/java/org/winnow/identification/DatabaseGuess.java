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
    BY_NAME.put("中华医学杂志", "Yiigle");
    BY_NAME.put("sinomed", "SinoMed");
    BY_NAME.put("cbm", "SinoMed");
    BY_NAME.put("clinicaltrials", "ClinicalTrials.gov");
    BY_NAME.put("ictrp", "WHO ICTRP");
  }

  /** What EBSCOhost calls its databases in an export. */
  private static final Map<String, String> CODES_OF_EBSCO =
      Map.ofEntries(
          Map.entry("aph", "Academic Search Premier"),
          Map.entry("a9h", "Academic Search Complete"),
          Map.entry("asn", "Academic Search Ultimate"),
          Map.entry("psyh", "PsycInfo"),
          Map.entry("pdh", "PsycArticles"),
          Map.entry("rzh", "CINAHL"),
          Map.entry("ccm", "CINAHL"),
          Map.entry("cin20", "CINAHL"),
          Map.entry("cmedm", "MEDLINE"),
          Map.entry("mnh", "MEDLINE"),
          Map.entry("ecn", "EconLit"),
          Map.entry("eric", "ERIC"),
          Map.entry("i3h", "Criminal Justice Abstracts"),
          Map.entry("s3h", "SPORTDiscus"),
          Map.entry("sih", "SocINDEX"),
          Map.entry("bth", "Business Source Complete"),
          Map.entry("buh", "Business Source Premier"));

  /** Places that only one database links to. */
  private static final Map<String, String> BY_LINK =
      Map.ofEntries(
          Map.entry("lens.org/", "The Lens"),
          Map.entry("openalex.org/", "OpenAlex"),
          Map.entry("app.dimensions.ai/", "Dimensions"),
          Map.entry("clinicaltrials.gov/", "ClinicalTrials.gov"),
          Map.entry("embase.com/", "Embase"),
          Map.entry("cnki.net/", "CNKI"),
          Map.entry("wanfangdata.com.cn/", "Wanfang"),
          Map.entry("cqvip.com/", "VIP"),
          Map.entry("sinomed.ac.cn/", "SinoMed"),
          Map.entry("pesquisa.bvsalud.org/", "BVS"),
          Map.entry("koreamed.org/", "KoreaMed"),
          Map.entry("jstage.jst.go.jp/", "J-STAGE"),
          Map.entry("ieeexplore.ieee.org/", "IEEE Xplore"),
          Map.entry("semanticscholar.org/", "Semantic Scholar"),
          Map.entry("jstor.org/", "JSTOR"));

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
    if (citation.accession().matches("CN-\\d{6,9}")) {
      return "Cochrane CENTRAL";
    }
    String ebsco = CODES_OF_EBSCO.get(citation.database().toLowerCase(Locale.ROOT));
    if (ebsco != null) {
      return ebsco;
    }
    String known = known(citation.database());
    if (!known.isEmpty() || !citation.database().isEmpty()) {
      return known.isEmpty() ? shortened(citation.database()) : known;
    }
    if (citation.accession().startsWith("pub.")) {
      return "Dimensions";
    }
    return byLink(citation.url());
  }

  private static String byLink(String url) {
    String link = url.toLowerCase(Locale.ROOT);
    return BY_LINK.entrySet().stream()
        .filter(place -> link.contains(place.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
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
