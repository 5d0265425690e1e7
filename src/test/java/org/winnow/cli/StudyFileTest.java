package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
  private static final List<Map<String, String>> TWO =
      List.of(
          Map.of("study", "A, B", "yi", "0.5", "vi", "0.1"),
          Map.of("study", "C", "yi", "-1.25", "vi", ""));

  @TempDir private Path folder = Path.of(".");

  @Test
  void whatSpreadsheetsWriteIsTheSameTable() {
    assertThat(StudyFile.read("study,yi,vi\n\"A, B\",0.5,0.1\nC,-1.25,\n").rows()).isEqualTo(TWO);
    assertThat(
            StudyFile.read("\uFEFF\"study\",\"yi\",\"vi\"\r\n\"A, B\",0.5,0.1\r\nC,-1.25,\r\n")
                .rows())
        .isEqualTo(TWO);
    assertThat(StudyFile.read("Study;YI;Vi\nA, B;0,5;0,1\nC; -1,25;\n").rows()).isEqualTo(TWO);
    assertThat(StudyFile.read("study\tyi\tvi\nA, B\t0,5\t0.1\nC\t-1,25\t\n").rows()).isEqualTo(TWO);
  }

  @Test
  void columnsThatSayNothingToUsKeepTheirNames() {
    assertThat(StudyFile.read("Route;N1I\nIV;3\n").rows())
        .isEqualTo(List.of(Map.of("Route", "IV", "n1i", "3")));
  }

  @Test
  void dashReadsWhatIsPipedIn() throws IOException {
    InputStream piped = new ByteArrayInputStream("yi,vi\n1,2\n".getBytes(StandardCharsets.UTF_8));

    assertThat(StudyFile.read(Path.of("-"), piped).rows()).hasSize(1);
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    assertThatThrownBy(() -> StudyFile.read("yi;vi\n1;2;3\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Row 1: 3 values, but the head names 2 columns");
    assertThatThrownBy(() -> StudyFile.read("yi,YI\n1,2\n"))
        .hasMessage("Two columns are called yi");
    assertThatThrownBy(() -> StudyFile.read(folder, InputStream.nullInputStream()))
        .hasMessageEndingWith("is a folder");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "study,yi\nMüller,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> StudyFile.read(latin, InputStream.nullInputStream()))
        .hasMessageEndingWith("is not written in UTF-8");
  }
}
