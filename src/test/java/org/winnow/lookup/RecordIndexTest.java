package org.winnow.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.winnow.lookup.LibraryForTests.titled;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.DatabaseForTests;
import org.winnow.lookup.LibraryForTests.Shelf;

/** An index in a folder of its own, as a server that starts finds it. */
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RecordIndexTest {
  @Inject RecordTexts texts;
  @Inject LibraryForTests library;
  @TempDir Path folder;

  @Test
  void anIndexThatIsMissingIsBuilt() {
    Shelf shelf = shelfWithRecords();

    assertThat(idsAfterStart(shelf)).isEqualTo(library.liveIds(shelf));
  }

  @Test
  void anIndexThatWasKeptIsReadOnFromWhereItStands() throws IOException {
    Shelf shelf = shelfWithRecords();
    idsAfterStart(shelf);
    long before = Files.getLastModifiedTime(folder.resolve("_0.si")).toMillis();
    UUID added = library.add(shelf, "Embase", titled("Added while away"));

    assertThat(idsAfterStart(shelf)).isEqualTo(library.liveIds(shelf)).contains(121);
    assertThat(Files.getLastModifiedTime(folder.resolve("_0.si")).toMillis()).isEqualTo(before);

    library.withdraw(shelf, added);

    assertThat(idsAfterStart(shelf)).isEqualTo(library.liveIds(shelf)).doesNotContain(121);
  }

  @Test
  void anIndexWhoseFilesWereDeletedOrCutIsBuiltAnew() throws IOException {
    Shelf shelf = shelfWithRecords();
    idsAfterStart(shelf);
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (!name.equals("write.lock")) {
        Files.delete(folder.resolve(name));
        assertThat(idsAfterStart(shelf)).as("without " + name).isEqualTo(library.liveIds(shelf));
      }
    }
    for (int i = 0; i < files().size(); i++) {
      Path file = files().get(i);
      for (long size : new long[] {0, Files.size(file) / 2, Math.max(0, Files.size(file) - 1)}) {
        if (Files.exists(file) && !file.endsWith("write.lock")) {
          cut(file, size);
          assertThat(idsAfterStart(shelf))
              .as(file.getFileName() + " cut to " + size)
              .isEqualTo(library.liveIds(shelf));
        }
      }
    }
  }

  @Test
  void anIndexInWhichAByteChangedIsBuiltAnew() throws IOException {
    Shelf shelf = shelfWithRecords();
    idsAfterStart(shelf);
    Path largest =
        files().stream()
            .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(largest, bytes);

    assertThat(idsAfterStart(shelf)).isEqualTo(library.liveIds(shelf));
  }

  @Test
  void aFolderOfRubbishIsReplaced() throws IOException {
    Shelf shelf = shelfWithRecords();
    Files.writeString(folder.resolve("segments_1"), "rubbish");
    Files.writeString(folder.resolve("_0.cfs"), "rubbish");

    assertThat(idsAfterStart(shelf)).isEqualTo(library.liveIds(shelf));
  }

  @Test
  void theIndexOfAnotherReviewOrHistoryIsNotTaken() {
    Shelf other = shelfWithRecords();
    idsAfterStart(other);
    Shelf shelf = library.shelf();
    library.add(shelf, "PubMed", titled("The only one"));

    assertThat(idsAfterStart(shelf)).containsExactly(1);
  }

  @Test
  void anIndexThatIsDeletedWhileItIsInUseIsBuiltAnewOnTheNextNews() throws IOException {
    Shelf shelf = shelfWithRecords();
    RecordIndex index = new RecordIndex(shelf.review(), folder, texts);
    index.catchUp();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    library.add(shelf, "Embase", titled("One more"));

    index.catchUp();

    assertThat(ids(index)).isEqualTo(library.liveIds(shelf));
    index.close();
  }

  @Test
  void aServerThatDiedBeforeItsFirstCommitLeavesNothingThatHurts() throws IOException {
    Shelf shelf = shelfWithRecords();
    try (OpenIndex dying = OpenIndex.create(shelf.review(), folder)) {
      texts.inOneMoment(
          () -> {
            texts.each(shelf.review(), dying::add);
            return true;
          });
      dying.show();
    }

    assertThat(idsAfterStart(shelf)).isEqualTo(library.liveIds(shelf));
  }

  private Shelf shelfWithRecords() {
    Shelf shelf = library.shelf();
    library.add(
        shelf,
        "PubMed",
        IntStream.rangeClosed(1, 120)
            .mapToObj(
                i ->
                    titled(
                        "Record number " + i,
                        more -> more.abstractText = "Some words about lupus " + i))
            .toList());
    return shelf;
  }

  /** What a server finds that starts with the folder as it is. */
  private List<Integer> idsAfterStart(Shelf shelf) {
    RecordIndex index = new RecordIndex(shelf.review(), folder, texts);
    index.catchUp();
    assertThat(index.hasReached(1, Duration.ZERO)).isTrue();
    try {
      return ids(index);
    } finally {
      index.close();
    }
  }

  private static List<Integer> ids(RecordIndex index) {
    return index
        .search(
            (searcher, representatives) -> {
              Groups all = new Groups(representatives);
              searcher.search(MatchAllDocsQuery.INSTANCE, all);
              return all.from(0, 10_000).stream().map(Groups.Found::member).sorted().toList();
            })
        .orElseThrow();
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }
}
