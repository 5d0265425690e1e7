package org.winnow.citation.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, part by part. */
public final class XlsxFile {
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private XlsxFile() {}

  /** With two sheets, of which the first is the second file, as after moving it in front. */
  public static XlsxFile ofRows(String... rows) {
    return new XlsxFile()
        .part(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        .part(
            "xl/workbook.xml",
            "<?xml version=\"1.0\"?><workbook"
                + MAIN
                + "><sheets><sheet name=\"b\" sheetId=\"2\" r:id=\"rId2\"/>"
                + "<sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
        .part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>")
        .part(
            "xl/worksheets/sheet1.xml",
            sheet("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>"))
        .part("xl/worksheets/sheet2.xml", sheet(rows));
  }

  static String sheet(String... rows) {
    return "<worksheet"
        + MAIN
        + "><sheetData>"
        + String.join("\n", rows)
        + "</sheetData></worksheet>";
  }

  /** A row of texts in the cells themselves. */
  public static String row(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  XlsxFile part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  XlsxFile part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  XlsxFile without(String name) {
    parts.remove(name);
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
