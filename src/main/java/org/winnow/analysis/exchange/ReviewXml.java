package org.winnow.analysis.exchange;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element with what is below it, of an XML text as RevMan 5 leaves it. A document type is passed
 * over, so no entity but XML's own five is ever replaced and nothing is fetched.
 */
final class ReviewXml {
  private static final int DEEPEST = 50;
  private static final int MOST_ELEMENTS = 2_000_000;

  /** A tag, a comment or a section that is taken as it is; or an ampersand. */
  private static final Pattern AMPERSAND =
      Pattern.compile(
          "<!\\[CDATA\\[.*?]]>|&(#[0-9]{1,7};|#x[0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)?",
          Pattern.DOTALL);

  private static final XMLInputFactory FACTORY = factory();

  private final String name;
  private final int line;
  private final Map<String, String> attributes;
  private final List<Object> content = new ArrayList<>();

  private ReviewXml(String name, int line, Map<String, String> attributes) {
    this.name = name;
    this.line = line;
    this.attributes = attributes;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing is fetched.");
        });
    return factory;
  }

  /**
   * @param passedOver names of elements that are not kept
   * @param met told of each of them that is not empty
   * @throws UnreadableReview when the text is not well-formed, with its line
   */
  static ReviewXml parse(String text, Set<String> passedOver, Consumer<String> met)
      throws UnreadableReview {
    try {
      XMLStreamReader reader =
          FACTORY.createXMLStreamReader(new StringReader(withoutDocumentType(repaired(text))));
      try {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        ReviewXml root = new Building(reader, passedOver, met).element(0);
        while (reader.hasNext()) {
          reader.next();
        }
        return root;
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw new UnreadableReview(
          "line " + line + ": this is not well-formed XML, perhaps the file was cut off",
          "第" + line + "行：不是格式正确的XML，文件可能不完整");
    }
  }

  private static final class Building {
    private final XMLStreamReader reader;
    private final Set<String> passedOver;
    private final Consumer<String> met;
    private int elements;

    Building(XMLStreamReader reader, Set<String> passedOver, Consumer<String> met) {
      this.reader = reader;
      this.passedOver = passedOver;
      this.met = met;
    }

    ReviewXml element(int depth) throws XMLStreamException, UnreadableReview {
      int line = reader.getLocation().getLineNumber();
      if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
        throw new UnreadableReview(
            "line " + line + ": more elements than a review has", "第" + line + "行：元素过多");
      }
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      ReviewXml tree = new ReviewXml(reader.getLocalName(), line, attributes);
      while (true) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (passedOver.contains(reader.getLocalName())) {
              pass();
            } else {
              tree.content.add(element(depth + 1));
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            return tree;
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              tree.content.add(reader.getText());
          default -> {}
        }
      }
    }

    private void pass() throws XMLStreamException {
      String name = reader.getLocalName();
      boolean text = false;
      int depth = 1;
      while (depth > 0) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text |= !reader.getText().isBlank();
          default -> {}
        }
      }
      if (text) {
        met.accept(name);
      }
    }
  }

  /** Escapes ampersands that stand for themselves, and drops what XML cannot hold. */
  private static String repaired(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= '\uFFFE' ? ' ' : c);
    }
    return AMPERSAND
        .matcher(clean)
        .replaceAll(found -> Matcher.quoteReplacement(ampersand(found.group(), found.group(1))));
  }

  private static String ampersand(String found, @Nullable String rest) {
    if (rest == null) {
      return found.equals("&") ? "&amp;" : found;
    }
    if (rest.startsWith("#")) {
      int code =
          rest.startsWith("#x")
              ? Integer.parseInt(rest, 2, rest.length() - 1, 16)
              : Integer.parseInt(rest, 1, rest.length() - 1, 10);
      boolean allowed =
          code == '\t'
              || code == '\n'
              || code == '\r'
              || code >= ' ' && code <= 0xD7FF
              || code >= 0xE000 && code <= 0xFFFD
              || code >= 0x10000 && code <= 0x10FFFF;
      return allowed ? found : " ";
    }
    return found;
  }

  /** What a document type declares is not used; its place is kept so that lines count on. */
  private static String withoutDocumentType(String text) {
    int start = text.indexOf("<!DOCTYPE");
    int root = text.indexOf("<COCHRANE_REVIEW");
    if (start < 0 || root < start) {
      return text;
    }
    String type = text.substring(start, root);
    return text.substring(0, start)
        + "\n".repeat((int) type.chars().filter(c -> c == '\n').count())
        + text.substring(root);
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  /** An attribute without blanks around it; empty when it is not there. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "").strip();
  }

  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  List<ReviewXml> children() {
    return content.stream().filter(ReviewXml.class::isInstance).map(ReviewXml.class::cast).toList();
  }

  List<ReviewXml> children(String child) {
    return children().stream().filter(c -> c.name.equals(child)).toList();
  }

  Optional<ReviewXml> child(String child) {
    return children(child).stream().findFirst();
  }

  /** The text of a child; empty when it is not there. */
  String text(String child) {
    return child(child).map(ReviewXml::text).orElse("");
  }

  /** All text inside, in one line unless breaks were written as references. */
  String text() {
    StringBuilder text = new StringBuilder();
    collect(text);
    return text.toString().strip();
  }

  private void collect(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof ReviewXml child) {
        if (!text.isEmpty() && child.name.equals("P")) {
          text.append('\n');
        }
        child.collect(text);
      } else {
        text.append(part);
      }
    }
  }
}
