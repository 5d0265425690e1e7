package org.winnow.citation.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.citation.Citation;

class ColumnMappingTest {
  private static final String UNKNOWN =
      """
      Titel;Verfasser;Erscheinungsjahr;Zusammenfassung;Notiz
      "Akupunktur; eine Studie";Meier, A. / Huber, B.;2019;"Erste Zeile
      zweite; Zeile";gut
      Yoga;Kurz, C.;2020;Ein Text;
      """;

  private static TableColumns columns(byte[] file, ColumnMapping mapping) throws IOException {
    return CitationReader.columns(
            new ByteArrayInputStream(file), ReadOptions.automatic().withColumns(mapping))
        .orElseThrow();
  }

  private static TableColumns columns(String text) throws IOException {
    return columns(text.getBytes(UTF_8), ColumnMapping.NONE);
  }

  private static Reading read(byte[] file, ColumnMapping mapping) {
    return Reading.of(new ByteArrayInputStream(file), ReadOptions.automatic().withColumns(mapping));
  }

  private static ColumnMapping german() throws IOException {
    ColumnMapping mapping =
        columns(UNKNOWN)
            .mapping()
            .with("Titel", TableField.TITLE)
            .with("Verfasser", TableField.AUTHORS)
            .with("Erscheinungsjahr", TableField.YEAR)
            .with("Zusammenfassung", TableField.ABSTRACT);
    return new ColumnMapping(mapping.header(), mapping.fields(), " / ");
  }

  @Test
  void aTableWhoseColumnsNobodyKnowsIsRefusedWithTheirNames() {
    assertThatThrownBy(() -> Reading.of(UNKNOWN))
        .cause()
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> {
              assertThat(e.code()).isEqualTo("unknown-columns");
              assertThat(e.args())
                  .containsExactly("Titel, Verfasser, Erscheinungsjahr, Zusammenfassung, Notiz");
            });
  }

  @Test
  void itsColumnsAreListedWithSamples() throws IOException {
    TableColumns table = columns(UNKNOWN);

    assertThat(table.known()).isFalse();
    assertThat(table.columns())
        .extracting(TableColumns.Column::name)
        .containsExactly("Titel", "Verfasser", "Erscheinungsjahr", "Zusammenfassung", "Notiz");
    assertThat(table.columns())
        .extracting(TableColumns.Column::field)
        .containsOnly(TableField.NONE);
    assertThat(table.columns().getFirst().samples())
        .containsExactly("Akupunktur; eine Studie", "Yoga");
    assertThat(table.columns().getLast().samples()).containsExactly("gut");
  }

  @Test
  void itIsReadAsAPersonSaysAndWhatIsIgnoredIsKept() throws IOException {
    Reading reading = read(UNKNOWN.getBytes(UTF_8), german());

    assertThat(reading.problems()).isEmpty();
    Citation first = reading.citations().getFirst();
    assertThat(first.title().first()).isEqualTo("Akupunktur; eine Studie");
    assertThat(first.authors()).containsExactly("Meier, A.", "Huber, B.");
    assertThat(first.year()).isEqualTo(2019);
    assertThat(first.abstracts().first()).contains("Erste Zeile").contains("zweite; Zeile");
    assertThat(first.others()).containsEntry("Notiz", List.of("gut"));
    assertThat(reading.titles()).containsExactly("Akupunktur; eine Studie", "Yoga");
  }

  @Test
  void aMappingHoldsForItsOwnHeaderOnly() throws IOException {
    assertThat(Reading.of("Title,Authors,Year\nA,B,2001\n").titles()).containsExactly("A");
    assertThat(read("Title,Authors,Year\nA,B,2001\n".getBytes(UTF_8), german()).titles())
        .containsExactly("A");
    assertThat(read("TY  - JOUR\nTI  - A\nER  - \n".getBytes(UTF_8), german()).titles())
        .containsExactly("A");
  }

  @Test
  void aKnownGuessCanBeCorrectedWhileTheOtherColumnsKeepTheirs() throws IOException {
    String file = "Title,Study name,Authors,Year\nTRIAL-7,Yoga for back pain,Meier A,2001\n";
    TableColumns table = columns(file);
    assertThat(table.known()).isTrue();
    assertThat(table.columns())
        .extracting(TableColumns.Column::field)
        .containsExactly(TableField.TITLE, TableField.NONE, TableField.AUTHORS, TableField.YEAR);

    Reading reading =
        read(file.getBytes(UTF_8), table.mapping().with("Study name", TableField.TITLE));

    Citation citation = reading.citations().getFirst();
    assertThat(citation.title().first()).isEqualTo("Yoga for back pain");
    assertThat(citation.year()).isEqualTo(2001);
    assertThat(citation.authors()).containsExactly("Meier, A");
    assertThat(citation.others()).containsEntry("Title", List.of("TRIAL-7"));
  }

  @Test
  void theGuessAsAMappingReadsTheSameAsNoMapping() throws IOException {
    for (String vendor :
        List.of(
            "EID,Authors,Title,Year,Source title,Source,Page start,Page end\n"
                + "2-s2.0-1,\"Meier, A.; Huber, B.\",A,2001,J,Scopus,1,9\n",
            "PMID,Title,Authors,Citation,Journal/Book\n"
                + "11,A,\"Griffin DK, Larkin DM.\",Biol Rev. 2011 Feb;86(1):117-55. doi: x.,Biol Rev\n")) {
      Reading plain = Reading.of(vendor);
      assertThat(plain.citations()).hasSize(1);
      assertThat(read(vendor.getBytes(UTF_8), columns(vendor).mapping()).citations())
          .isEqualTo(plain.citations());
    }
  }

  @Test
  void theHeaderIsFoundBelowLinesThatAreNoneOfIt() throws IOException {
    String file = "Exported by hand\n\n" + UNKNOWN;
    ColumnMapping mapping =
        columns(file)
            .mapping()
            .with("Titel", TableField.TITLE)
            .with("Verfasser", TableField.AUTHORS);

    assertThat(mapping.header()).startsWith("Titel", "Verfasser");
    assertThat(read(file.getBytes(UTF_8), mapping).titles())
        .containsExactly("Akupunktur; eine Studie", "Yoga");
  }

  @Test
  void columnsOfTheSameNameAreToldApartByTheirPlace() throws IOException {
    String file = "Name\tName\tJahr\nMeier, A.\tYoga\t2001\nHuber, B.\tQigong\t2002\n";
    ColumnMapping mapping =
        new ColumnMapping(
            columns(file).mapping().header(),
            List.of(TableField.AUTHORS, TableField.TITLE, TableField.YEAR),
            "");

    Reading reading = read(file.getBytes(UTF_8), mapping);

    assertThat(reading.titles()).containsExactly("Yoga", "Qigong");
    assertThat(reading.citations().getLast().authors()).containsExactly("Huber, B.");
  }

  @Test
  void chineseTablesOfAnyEncodingAreMapped() throws IOException {
    byte[] file =
        "论文名,撰写人,何时\n针刺治疗坐骨神经痛,张三、李四,2019\n艾灸,王五,2020\n".getBytes(Charset.forName("GB18030"));
    ColumnMapping mapping =
        columns(file, ColumnMapping.NONE)
            .mapping()
            .with("论文名", TableField.TITLE)
            .with("撰写人", TableField.AUTHORS)
            .with("何时", TableField.YEAR);

    Reading reading = read(file, new ColumnMapping(mapping.header(), mapping.fields(), "、"));

    assertThat(reading.titles()).containsExactly("针刺治疗坐骨神经痛", "艾灸");
    assertThat(reading.citations().getFirst().authors()).containsExactly("张三", "李四");
  }

  @Test
  void workbooksAreMappedLikewise() throws IOException {
    byte[] file =
        XlsxFile.ofRows(
                XlsxFile.row("Meine Liste"),
                XlsxFile.row("Titel", "Verfasser", "Jahr"),
                XlsxFile.row("Yoga", "Meier, A.", "2001"),
                XlsxFile.row("Qigong", "", "2002"))
            .bytes();
    assertThat(Reading.refusal(file)).isEqualTo("unknown-columns");
    ColumnMapping mapping =
        columns(file, ColumnMapping.NONE)
            .mapping()
            .with("Titel", TableField.TITLE)
            .with("Jahr", TableField.YEAR);

    Reading reading = read(file, mapping);

    assertThat(reading.titles()).containsExactly("Yoga", "Qigong");
    assertThat(reading.citations().getFirst().year()).isEqualTo(2001);
    assertThat(columns(file, mapping).known()).isTrue();
  }

  @Test
  void aRowWithASeparatorTooManyDoesNotHideTheHeader() throws IOException {
    TableColumns table = columns(UNKNOWN + "zu;viele;1;2;3;4;5;6;7;8\n");

    assertThat(table.columns()).hasSize(5).first().extracting("name").isEqualTo("Titel");
  }

  @Test
  void samplesAreFewAndShort() throws IOException {
    String longText = "x".repeat(5_000);
    StringBuilder file = new StringBuilder("Erste,Zweite\n");
    for (int i = 0; i < 50; i++) {
      file.append(i).append(',').append(longText).append('\n');
    }

    List<TableColumns.Column> table = columns(file.toString()).columns();

    assertThat(table.getFirst().samples()).containsExactly("0", "1", "2");
    assertThat(table.getLast().samples()).singleElement().asString().hasSize(201).endsWith("…");
  }

  @Test
  void textThatIsNoTableHasNoColumns() throws IOException {
    assertThat(
            CitationReader.columns(
                new ByteArrayInputStream("TY  - JOUR\nTI  - A, b, c\nER  - \n".getBytes(UTF_8)),
                ReadOptions.automatic()))
        .isEmpty();
  }

  private static final String UNNAMED =
      """
      Our list of trials
      7,Tea against hiccups in adults: a randomised trial,"Smith, J.; Doe, A.",2019,Journal of Tea,10.1000/tea.1
      8,"Milk, warm, for sleep in older people at home","Kurz, C.; North, B.",2020,Milk Letters,10.1000/milk.7
      """;

  @Test
  void aTableThatBeginsWithARecordIsRefusedForHavingNoColumnNames() {
    assertThatThrownBy(() -> Reading.of(UNNAMED))
        .cause()
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e -> {
              assertThat(e.code()).isEqualTo("no-column-names");
              assertThat(e.args().getFirst()).startsWith("7, Tea against hiccups");
            });
  }

  @Test
  void itsColumnsAreGuessedByWhatTheyHold() throws IOException {
    TableColumns table = columns(UNNAMED);

    assertThat(table.known()).isFalse();
    assertThat(table.named()).isFalse();
    assertThat(table.columns())
        .extracting(TableColumns.Column::alike)
        .containsExactly(
            TableField.NONE,
            TableField.TITLE,
            TableField.AUTHORS,
            TableField.YEAR,
            TableField.JOURNAL,
            TableField.DOI);
    assertThat(table.columns().get(3).name()).isEqualTo("2019");
    assertThat(table.columns().get(3).samples()).containsExactly("2020");
  }

  @Test
  void itIsReadByThePlacesOfItsColumnsFromTheFirstRecordOn() throws IOException {
    ColumnMapping mapping =
        columns(UNNAMED)
            .mapping()
            .withPlace(1, TableField.TITLE)
            .withPlace(2, TableField.AUTHORS)
            .withPlace(3, TableField.YEAR);

    Reading reading = read(UNNAMED.getBytes(UTF_8), mapping);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.titles())
        .containsExactly(
            "Tea against hiccups in adults: a randomised trial",
            "Milk, warm, for sleep in older people at home");
    Citation first = reading.citations().getFirst();
    assertThat(first.authors()).containsExactly("Smith, J.", "Doe, A.");
    assertThat(first.year()).isEqualTo(2019);
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.others())
        .containsEntry("Column 1", List.of("7"))
        .containsEntry("Column 6", List.of("10.1000/tea.1"));
    assertThat(columns(UNNAMED.getBytes(UTF_8), mapping).known()).isTrue();
  }

  @Test
  void aRowThatWasCorrectedIsReadByTheSamePlaces() throws IOException {
    List<Citation> citations = new ArrayList<>();
    CitationReader.readText(
        "9,Coffee,\"Doe, A.\"",
        "csv",
        ColumnMapping.byPlace(List.of(TableField.NONE, TableField.TITLE, TableField.AUTHORS), ""),
        new CitationSink() {
          @Override
          public void citation(Citation citation) {
            citations.add(citation);
          }

          @Override
          public void problem(ParseProblem problem) {
            throw new AssertionError(problem.message());
          }
        });

    assertThat(citations).singleElement().extracting(c -> c.title().first()).isEqualTo("Coffee");
  }

  @Test
  void workbooksWithoutColumnNamesAreReadLikewise() throws IOException {
    byte[] file =
        XlsxFile.ofRows(
                XlsxFile.row("Tea against hiccups in adults", "Smith, J.", "2019"),
                XlsxFile.row("Milk for sleep in older people", "Kurz, C.", "2020"))
            .bytes();
    assertThat(Reading.refusal(file)).isEqualTo("no-column-names");

    Reading reading = read(file, columns(file, ColumnMapping.NONE).likely());

    assertThat(reading.titles())
        .containsExactly("Tea against hiccups in adults", "Milk for sleep in older people");
    assertThat(reading.citations().getFirst().year()).isEqualTo(2019);
  }

  @Test
  void yearsAsNamesOfColumnsAreNamesAllTheSame() throws IOException {
    TableColumns table = columns("Land,2019,2020\nHessen,17,23\nBayern,4,\n");

    assertThat(table.named()).isTrue();
    assertThat(table.columns()).extracting("name").containsExactly("Land", "2019", "2020");
  }

  @Test
  void aPersonMayTakeTheHeaderForARecordAndBack() throws IOException {
    assertThat(
            read(
                    UNKNOWN.getBytes(UTF_8),
                    columns(UNKNOWN).mapping(false).withPlace(0, TableField.TITLE))
                .titles())
        .containsExactly("Titel", "Akupunktur; eine Studie", "Yoga");
    assertThat(
            read(
                    UNNAMED.getBytes(UTF_8),
                    columns(UNNAMED).mapping(true).withPlace(1, TableField.TITLE))
                .titles())
        .containsExactly("Milk, warm, for sleep in older people at home");
  }

  @Test
  void aColumnWithoutNameAtTheEndIsNeitherLostNorInTheWay() throws IOException {
    String file = "Titel,Jahr,\nTee,2019,gut\nMilch,2020,\n";
    ColumnMapping mapping = columns(file).mapping().with("Titel", TableField.TITLE);

    assertThat(mapping.header()).containsExactly("Titel", "Jahr");
    assertThat(read(file.getBytes(UTF_8), mapping).titles()).containsExactly("Tee", "Milch");
    assertThat(
            read(file.getBytes(UTF_8), mapping.withPlace(2, TableField.ABSTRACT))
                .citations()
                .getFirst()
                .abstracts()
                .first())
        .isEqualTo("gut");
  }

  @Test
  void proseWithCommasAndYearsIsNoTable() {
    assertThat(
            Reading.refusal(
                ("Dear colleagues, here is what we found in 2019, and more.\n"
                        + "Smith wrote to us, in 2020, that tea helps.\nYours, Ann\n")
                    .getBytes(UTF_8)))
        .isEqualTo("unknown-format");
  }
}
