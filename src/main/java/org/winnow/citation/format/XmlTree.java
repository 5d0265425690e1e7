package org.winnow.citation.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One record element with what is below it. No document type, no entities but XML's own five. */
final class XmlTree {
  private static final int DEEPEST = 100;
  private static final XMLInputFactory FACTORY = factory();

  /** Entities of HTML that exporters leave in XML without declaring them. */
  private static final Map<String, String> OF_HTML =
      Map.ofEntries(
          Map.entry("nbsp", "\u00A0"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("rsquo", "’"),
          Map.entry("lsquo", "‘"),
          Map.entry("rdquo", "”"),
          Map.entry("ldquo", "“"),
          Map.entry("hellip", "…"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("deg", "°"),
          Map.entry("plusmn", "±"),
          Map.entry("micro", "µ"),
          Map.entry("times", "×"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("uuml", "ü"),
          Map.entry("ouml", "ö"),
          Map.entry("auml", "ä"),
          Map.entry("szlig", "ß"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("ge", "≥"),
          Map.entry("le", "≤"),
          Map.entry("middot", "·"));

  private final String name;
  private final Map<String, String> attributes;
  private final List<Object> content = new ArrayList<>();

  private XmlTree(String name, Map<String, String> attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // Prefixes are declared above the record, where this parser never looks.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing is fetched.");
        });
    return factory;
  }

  /**
   * @throws XMLStreamException when the text is not well-formed or uses an entity
   */
  static XmlTree parse(String text) throws XMLStreamException {
    XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(printable(text)));
    try {
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      return element(reader, 0);
    } finally {
      reader.close();
    }
  }

  private static XmlTree element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("The elements are nested too deeply.", reader.getLocation());
    }
    Map<String, String> attributes = Map.of();
    if (reader.getAttributeCount() > 0) {
      attributes = new LinkedHashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
    }
    XmlTree tree = new XmlTree(reader.getLocalName(), attributes);
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> tree.content.add(element(reader, depth + 1));
        case XMLStreamConstants.END_ELEMENT -> {
          return tree;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            tree.content.add(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          String plain = OF_HTML.get(reader.getLocalName());
          if (plain == null) {
            throw new XMLStreamException(
                "The entity " + reader.getLocalName() + " is not used.", reader.getLocation());
          }
          tree.content.add(plain);
        }
        default -> {}
      }
    }
  }

  /** Control characters that XML forbids turn up in abstracts; they become blanks. */
  private static String printable(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad =
          c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\uFFFE' || c == '\uFFFF';
      if (bad) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, ' ');
      }
    }
    String printable = clean == null ? text : clean.toString();
    return printable.contains("&#") ? withoutForbiddenReferences(printable) : printable;
  }

  private static String withoutForbiddenReferences(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    int from = 0;
    int at;
    while ((at = text.indexOf("&#", from)) >= 0) {
      int end = at + 2;
      while (end < text.length() && end - at <= 10 && text.charAt(end) != ';') {
        end++;
      }
      if (end >= text.length() || end - at > 10) {
        clean.append(text, from, at + 2);
        from = at + 2;
        continue;
      }
      clean.append(text, from, at);
      clean.append(isAllowed(text.substring(at + 2, end)) ? text.substring(at, end + 1) : " ");
      from = end + 1;
    }
    return clean.append(text, from, text.length()).toString();
  }

  private static boolean isAllowed(String number) {
    try {
      int code =
          number.startsWith("x") || number.startsWith("X")
              ? Integer.parseInt(number.substring(1), 16)
              : Integer.parseInt(number);
      return code == 9
          || code == 10
          || code == 13
          || code >= 32 && code < 0xD800
          || code >= 0xE000 && code < 0xFFFE
          || code >= 0x10000 && code <= 0x10FFFF;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  String name() {
    return name;
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  List<XmlTree> children() {
    List<XmlTree> children = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlTree child) {
        children.add(child);
      }
    }
    return children;
  }

  /** Children of that name. */
  List<XmlTree> all(String child) {
    List<XmlTree> found = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlTree tree && tree.name.equals(child)) {
        found.add(tree);
      }
    }
    return found;
  }

  /** The first element at the end of a path of names. */
  Optional<XmlTree> at(String... path) {
    XmlTree here = this;
    for (String step : path) {
      List<XmlTree> found = here.all(step);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      here = found.getFirst();
    }
    return Optional.of(here);
  }

  /** The text directly in this element, blanks at its ends kept. */
  String rawText() {
    StringBuilder text = new StringBuilder();
    for (Object part : content) {
      if (part instanceof String characters) {
        text.append(characters);
      }
    }
    return text.toString();
  }

  /** All text below, markup left out; line breaks as in the file. */
  String text() {
    StringBuilder text = new StringBuilder();
    addTo(text);
    return Texts.trim(text.toString());
  }

  /** The text at the end of a path, empty when it is not there. */
  String text(String... path) {
    return at(path).map(XmlTree::text).orElse("");
  }

  private static boolean isIndent(String text) {
    return text.isBlank() && text.indexOf('\n') >= 0;
  }

  private void addTo(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof XmlTree child) {
        child.addTo(text);
      } else if (content.size() > 1 && isIndent(part.toString())) {
        // The indent between elements, or the blank between two words in italics.
        text.append(' ');
      } else {
        text.append(part);
      }
    }
  }
}
