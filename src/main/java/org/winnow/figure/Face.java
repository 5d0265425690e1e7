package org.winnow.figure;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  NOTO_SANS_SC("NotoSansSC_400Regular.ttf");

  /** A font file that has been read in part has one position, shared by all who read on. */
  static final Object READING = new Object();

  private static final int MISSING = 0;

  private final String file;
  private final ConcurrentHashMap<Integer, Path2D> outlines = new ConcurrentHashMap<>();
  private volatile @Nullable Loaded loaded;

  Face(String file) {
    this.file = file;
  }

  /** Whether the font has a glyph for the character. */
  boolean has(int codePoint) {
    return loaded().cmap.getGlyphId(codePoint) != MISSING;
  }

  /** The advance of a character, in ems. */
  double advance(int codePoint) {
    Loaded font = loaded();
    int glyph = font.cmap.getGlyphId(codePoint);
    return font.advances[Math.min(glyph, font.advances.length - 1)];
  }

  /** The outline of a character, in ems, its base line at zero and y upwards. */
  Path2D outline(int codePoint) {
    return outlines.computeIfAbsent(loaded().cmap.getGlyphId(codePoint), this::readOutline);
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
      here = new Loaded(font, font.getUnicodeCmapLookup(false), advances(font));
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

  private record Loaded(TrueTypeFont font, CmapLookup cmap, double[] advances) {}
}
