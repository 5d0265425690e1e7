package org.winnow.citation.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharsetsTest {
  private static final String CHINESE =
      "%0 Journal Article\n%T 示例药物治疗高血压的随机对照试验\n%A 张三\n%X 目的：观察疗效。方法：随机分组。\n";

  private static final String TRADITIONAL =
      "%0 Journal Article\n%T 臺灣高血壓病人之藥物治療研究\n%A 陳大文\n%X 目的：觀察療效與安全性，並討論結果。\n";

  private static final String WESTERN =
      "TY  - JOUR\nAU  - Müller, Jörg\nAU  - Núñez, José\nTI  - L’été à la plage – déjà vu\nER  - \n";

  @Test
  void eachCharsetIsFoundFromItsBytes() {
    assertThat(found(CHINESE, "UTF-8")).isEqualTo("UTF-8");
    assertThat(found(CHINESE, "GB18030")).isEqualTo("GB18030");
    assertThat(found(CHINESE, "GBK")).isEqualTo("GB18030");
    assertThat(found(TRADITIONAL, "Big5")).isEqualTo("Big5");
    assertThat(found(WESTERN, "windows-1252")).isEqualTo("windows-1252");
    assertThat(found(WESTERN, "UTF-16LE")).isEqualTo("UTF-16LE");
    assertThat(found(CHINESE, "UTF-16BE")).isEqualTo("UTF-16BE");
  }

  @Test
  void textIsTheSameInEveryCharset() {
    for (String charset : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16")) {
      Reading reading = Reading.of(CHINESE.getBytes(Charset.forName(charset)));
      assertThat(reading.titles()).as(charset).containsExactly("示例药物治疗高血压的随机对照试验");
    }
    assertThat(Reading.of(TRADITIONAL.getBytes(Charset.forName("Big5"))).titles())
        .containsExactly("臺灣高血壓病人之藥物治療研究");
    assertThat(Reading.of(WESTERN.getBytes(Charset.forName("windows-1252"))).titles())
        .containsExactly("L’été à la plage – déjà vu");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstTag() {
    assertThat(Reading.of("\uFEFF" + WESTERN).citations().getFirst().type()).isEqualTo("JOUR");
    assertThat(
            Reading.of(("\uFEFF" + WESTERN).getBytes(StandardCharsets.UTF_16LE))
                .citations()
                .getFirst()
                .type())
        .isEqualTo("JOUR");
  }

  @Test
  void aCharacterCutByTheEndOfTheBufferIsNotDamaged() {
    String title = "字".repeat(200_000);

    assertThat(Reading.of("TY  - JOUR\nTI  - x" + title + "\nER  - ").titles().getFirst())
        .isEqualTo("x" + title);
  }

  private static String found(String text, String charset) {
    return Charsets.find(text.getBytes(Charset.forName(charset))).charset().name();
  }

  @Test
  void textOfAnOldMacintoshIsToldFromThatOfWindows() {
    String text = "TY  - JOUR\nTI  - Thé contre le hoquet: étude naïve\nAU  - Müller, J.\nER  - \n";

    assertThat(Charsets.find(text.getBytes(Charsets.MAC_ROMAN)).charset())
        .isEqualTo(Charsets.MAC_ROMAN);
    assertThat(Charsets.find(text.getBytes(Charsets.WINDOWS_1252)).charset())
        .isEqualTo(Charsets.WINDOWS_1252);
    String quotes =
        "TI  - \u201CTea\u201D \u2013 it\u2019s good, said Nov\u00E1k and \u0160imi\u0161\n";
    assertThat(Charsets.find(quotes.getBytes(Charsets.WINDOWS_1252)).charset())
        .isEqualTo(Charsets.WINDOWS_1252);
  }
}
