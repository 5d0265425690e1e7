package org.winnow.citation.format;

import java.util.List;
import java.util.Optional;

/** The formats that can be read. */
public final class Formats {
  /** Below this, a format is not taken for certain enough to read a whole file with it. */
  private static final int SURE_ENOUGH = 40;

  private static final List<CitationFormat> ALL =
      List.of(
          new RisFormat(),
          new NbibFormat(),
          new PubMedXmlFormat(),
          new EndNoteXmlFormat(),
          new IctrpXmlFormat(),
          new EnwFormat(),
          new BibtexFormat(),
          new WosFormat(),
          new RefWorksFormat(),
          new OvidFormat(),
          new CochraneFormat(),
          new NoteExpressFormat(),
          new CnkiFormat(),
          new SinoMedFormat(),
          new CslJsonFormat(),
          new EppiJsonFormat(),
          new CsvFormat());

  private Formats() {}

  public static List<CitationFormat> all() {
    return ALL;
  }

  public static Optional<CitationFormat> named(String name) {
    return ALL.stream().filter(format -> format.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The format that a file is written in, by its first characters. */
  public static Optional<CitationFormat> sniff(String head) {
    CitationFormat best = ALL.getFirst();
    int score = 0;
    for (CitationFormat format : ALL) {
      int here = format.recognises(head);
      if (here > score) {
        best = format;
        score = here;
      }
    }
    return score >= SURE_ENOUGH ? Optional.of(best) : Optional.empty();
  }
}
