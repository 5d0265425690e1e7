package org.winnow.citation.format;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.winnow.citation.Citation;

/**
 * The JSON export of EPPI-Reviewer: code sets, then references with the codes they were given. A
 * code counts as a verdict when its code set is for screening or its own kind says so; any other is
 * a label.
 */
public final class EppiJsonFormat implements CitationFormat {
  private record Code(String tag, String text) {}

  @Override
  public String name() {
    return "eppi-json";
  }

  @Override
  public int recognises(String head) {
    String start = head.stripLeading();
    boolean sets = head.contains("\"CodeSets\"") && head.contains("\"SetName\"");
    boolean references = head.contains("\"References\"") && head.contains("\"ItemId\"");
    return start.startsWith("{") && (sets || references) ? 98 : 0;
  }

  @Override
  public void read(Reader file, CitationSink sink) throws IOException {
    Map<String, Code> codes = new HashMap<>();
    new JsonObjects(file, (line, raw, whole) -> take(line, raw, whole, codes, sink)).read();
  }

  private static void take(
      int line, String raw, boolean whole, Map<String, Code> codes, CitationSink sink) {
    if (!whole) {
      sink.problem(CslJsonFormat.notWhole(line, raw));
      return;
    }
    try {
      JsonTree item = JsonTree.parse(raw);
      if (item.has("SetName")) {
        codes(item, codes);
      } else {
        Records.handOn(meaning(item, codes, line, raw), sink);
      }
    } catch (IOException e) {
      sink.problem(CslJsonFormat.malformed(line, raw));
    }
  }

  private static void codes(JsonTree set, Map<String, Code> codes) {
    boolean screening =
        set.at("SetType").at("SetTypeName").text().toLowerCase(Locale.ROOT).contains("screen");
    codes(set.at("Attributes"), set.at("SetName").text().strip(), screening, codes);
  }

  private static void codes(
      JsonTree attributes, String set, boolean screening, Map<String, Code> codes) {
    for (JsonTree attribute : attributes.at("AttributesList").items()) {
      String name = attribute.at("AttributeName").text().strip();
      String kind = attribute.at("AttributeType").text().toLowerCase(Locale.ROOT);
      String said = screening && !isVerdict(kind) ? name.toLowerCase(Locale.ROOT) : kind;
      String tag =
          said.startsWith("include")
              ? ForeignDecisions.EPPI_INCLUDE
              : said.startsWith("exclude")
                  ? ForeignDecisions.EPPI_EXCLUDE
                  : ForeignDecisions.EPPI_CODE;
      codes.put(
          attribute.at("AttributeId").text(),
          new Code(tag, set + ForeignDecisions.EPPI_SIGN + name));
      codes(attribute.at("Attributes"), set, screening, codes);
    }
  }

  private static boolean isVerdict(String kind) {
    return kind.startsWith("include") || kind.startsWith("exclude");
  }

  private static Citation meaning(JsonTree item, Map<String, Code> codes, int line, String raw) {
    CitationDraft draft = new CitationDraft();
    draft.type(text(item, "TypeName")).title(text(item, "Title"));
    Names.split(text(item, "Authors"), ";").forEach(draft::author);
    draft.year(text(item, "Year")).journal(text(item, "ParentTitle"));
    draft.volume(text(item, "Volume")).issue(text(item, "Issue")).pages(text(item, "Pages"));
    draft.doi(text(item, "DOI")).abstractText(text(item, "Abstract"));
    String keywords = text(item, "Keywords");
    draft.keywords(keywords, keywords.indexOf(';') >= 0 ? ";" : "\n");
    draft.url(text(item, "URL")).doiOfLink(text(item, "URL")).pmidOfLink(text(item, "URL"));
    draft.issn(text(item, "StandardNumber"));
    for (String name : new String[] {"ItemId", "ShortTitle", "OldItemId", "Comments"}) {
      draft.other(name, text(item, name));
    }
    for (JsonTree given : item.at("Codes").items()) {
      String id = text(given, "AttributeId");
      Code code = codes.getOrDefault(id, new Code(ForeignDecisions.EPPI_CODE, id));
      draft.other(code.tag(), code.text());
    }
    return draft.citation(line, raw);
  }

  private static String text(JsonTree item, String name) {
    return item.at(name).text();
  }
}
