package org.winnow.figure;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** One font file of the class path, read when it is first needed and kept. */
enum Face {
  INTER_REGULAR("Inter_400Regular.ttf"),
  INTER_SEMIBOLD("Inter_600SemiBold.ttf"),
  INTER_REGULAR_TABULAR("Inter_400Regular.ttf", "tnum"),
  INTER_SEMIBOLD_TABULAR("Inter_600SemiBold.ttf", "tnum"),
  NOTO_SANS_SC("NotoSansSC_400Regular.ttf");

  /** A font file that has been read in part has one position, shared by all who read on. */
  static final Object READING = new Object();

  private static final int MISSING = 0;

  private final String file;
  private final List<String> features;
  private final ConcurrentHashMap<Integer, Path2D> outlines = new ConcurrentHashMap<>();
  private volatile @Nullable Loaded loaded;

  /**
   * A face.
   *
   * @param features of OpenType that replace one glyph by one other
   */
  Face(String file, String... features) {
    this.file = file;
    this.features = List.of(features);
  }

  /** Whether the font has a glyph for the character. */
  boolean has(int codePoint) {
    return loaded().glyph(codePoint) != MISSING;
  }

  /** The advance of a character, in ems. */
  double advance(int codePoint) {
    Loaded font = loaded();
    int glyph = font.glyph(codePoint);
    return font.advances[Math.min(glyph, font.advances.length - 1)];
  }

  /** The outline of a character, in ems, its base line at zero and y upwards. */
  Path2D outline(int codePoint) {
    return outlines.computeIfAbsent(loaded().glyph(codePoint), this::readOutline);
  }

  /** To be read only by who holds {@link #READING}. */
  TrueTypeFont file() {
    return loaded().font;
  }

  private Path2D readOutline(int glyph) {
    synchronized (READING) {
      return outlineOf(glyph);
    }
  }

  private Path2D outlineOf(int glyph) {
    try {
      GlyphData data = loaded().font.getGlyph().getGlyph(glyph);
      Path2D path = new Path2D.Double();
      if (data != null) {
        double scale = 1.0 / loaded().font.getUnitsPerEm();
        path.append(
            data.getPath()
                .getPathIterator(java.awt.geom.AffineTransform.getScaleInstance(scale, scale)),
            false);
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Loaded loaded() {
    Loaded here = loaded;
    return here == null ? load() : here;
  }

  private Loaded load() {
    synchronized (READING) {
      return loadOnce();
    }
  }

  private Loaded loadOnce() {
    Loaded here = loaded;
    if (here != null) {
      return here;
    }
    try (InputStream in = Face.class.getResourceAsStream("/fonts/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            "The font /fonts/" + file + " is not on the class path; build with Maven to copy it.");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      // Ligatures would make the text of a PDF differ from what was laid out.
      font.setEnableGsub(false);
      CmapLookup plain = font.getUnicodeCmapLookup(false);
      features.forEach(font::enableGsubFeature);
      Map<Integer, Integer> replaced =
          features.isEmpty() ? Map.of() : replaced(plain, font.getUnicodeCmapLookup(false));
      here = new Loaded(font, plain, replaced, advances(font));
      loaded = here;
      return here;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] advances(TrueTypeFont font) throws IOException {
    double[] advances = new double[font.getNumberOfGlyphs()];
    for (int glyph = 0; glyph < advances.length; glyph++) {
      advances[glyph] = (double) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
    }
    return advances;
  }

  /** Read at once, since a lookup with features keeps what it found and is not safe for threads. */
  private static Map<Integer, Integer> replaced(CmapLookup plain, CmapLookup withFeatures) {
    Map<Integer, Integer> replaced = new HashMap<>();
    for (int codePoint = 0; codePoint <= Character.MAX_VALUE; codePoint++) {
      int glyph = plain.getGlyphId(codePoint);
      int other = glyph == MISSING ? MISSING : withFeatures.getGlyphId(codePoint);
      if (glyph != other) {
        replaced.put(codePoint, other);
      }
    }
    return Map.copyOf(replaced);
  }

  private record Loaded(
      TrueTypeFont font, CmapLookup cmap, Map<Integer, Integer> replaced, double[] advances) {
    int glyph(int codePoint) {
      Integer other = replaced.get(codePoint);
      return other == null ? cmap.getGlyphId(codePoint) : other;
    }
  }
}
