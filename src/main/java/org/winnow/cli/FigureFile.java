package org.winnow.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.PdfWriter;
import org.winnow.figure.PngWriter;
import org.winnow.figure.Scene;
import org.winnow.figure.SvgWriter;

/** Writes a figure in the format that the ending of its file names. */
final class FigureFile {
  private FigureFile() {}

  /**
   * Writes a figure, or SVG to standard output.
   *
   * @param whole what an SVG or PNG shows
   * @param pages what a PDF shows
   * @throws IllegalArgumentException for an ending that is not known
   */
  static void write(@Nullable Path target, Scene whole, List<Scene> pages) throws IOException {
    if (target == null) {
      System.out.write(svg(whole));
      System.out.flush();
      return;
    }
    Path name = target.getFileName();
    switch (ending(name == null ? "" : name.toString())) {
      case "svg" -> Files.write(target, svg(whole));
      case "pdf" -> {
        try (OutputStream out = Files.newOutputStream(target)) {
          PdfWriter.write(pages, out);
        }
      }
      case "png" -> {
        try (OutputStream out = Files.newOutputStream(target)) {
          PngWriter.write(whole, out);
        }
      }
      default -> throw new IllegalArgumentException(target + " must end in .svg, .pdf or .png");
    }
  }

  private static byte[] svg(Scene scene) {
    return SvgWriter.write(scene, SvgWriter.Colours.FIXED).getBytes(StandardCharsets.UTF_8);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
