package org.winnow.citation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredFormsTest {
  private static List<Normalised> records() {
    InventedCitations invented = new InventedCitations(new Random(11));
    List<Normalised> records = new ArrayList<>();
    for (int id = 0; id < 300; id++) {
      records.add(invented.next().normalised(id * 70));
    }
    records.add(new Citations().normalised(300_000_000));
    records.add(
        new Citations().title("w".repeat(3_000)).doi("10.1/" + "d".repeat(70_000)).normalised(2));
    return records;
  }

  private static List<Normalised> read(byte[]... blocks) {
    StoredForms forms = new StoredForms();
    List<Normalised> read = new ArrayList<>();
    for (byte[] block : blocks) {
      forms.read(block, read::add);
    }
    return read;
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    List<Normalised> written = records();

    List<Normalised> read =
        read(
            StoredForms.write(written.subList(0, 100)),
            StoredForms.write(written.subList(100, written.size())));

    assertThat(read).hasSameSizeAs(written);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).looksLike(written.get(i))).as("%s", written.get(i)).isTrue();
      assertThat(read.get(i).id()).isEqualTo(written.get(i).id());
      assertThat(read.get(i).fullness).isEqualTo(written.get(i).fullness);
      assertThat(keys(read.get(i))).isEqualTo(keys(written.get(i)));
    }
  }

  @Test
  void whatRecordsShareIsHeldOnce() {
    Citations citation = new Citations().title("A title").journal("The Journal of Journals");
    byte[] block = StoredForms.write(List.of(citation.normalised(1), citation.normalised(2)));

    List<Normalised> read = read(block, StoredForms.write(List.of(citation.normalised(3))));

    assertThat(read.get(1).journal).isSameAs(read.get(0).journal);
    assertThat(read.get(2).journal).isSameAs(read.get(0).journal);
  }

  /**
   * Servers keep these bytes. Whoever makes this test fail changes how a record is prepared, raises
   * {@link StoredForms#VERSION}, and writes the new fingerprint down here.
   */
  @Test
  void theSameRecordsGiveTheSameBytesWithinAVersion() throws NoSuchAlgorithmException {
    byte[] bytes = StoredForms.write(records());

    assertThat(StoredForms.VERSION).isEqualTo(2);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8))
        .isEqualTo("2b4aa2a59ca1611a");
  }

  private static List<Integer> keys(Normalised record) {
    List<Integer> keys = new ArrayList<>();
    BlockingKeys.of(record, (key, _) -> keys.add(key));
    return keys;
  }
}
