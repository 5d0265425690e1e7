package org.winnow.identification;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** RIS text for tests. */
final class Ris {
  private Ris() {}

  static String record(String... lines) {
    return "TY  - JOUR\n" + String.join("\n", lines) + "\nER  - \n\n";
  }

  static String titled(String title) {
    return record("TI  - " + title, "AU  - Wang, Li", "PY  - 2021");
  }

  /** Records that are all different entries. */
  static String distinct(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                record(
                    "TI  - Acupuncture trial number " + i + " of " + Integer.toString(i * 7919, 36),
                    "AU  - Author" + i + ", A",
                    "PY  - 2020",
                    "DO  - 10.1000/trial." + i,
                    "AB  - The abstract of record " + i + "."))
        .collect(Collectors.joining());
  }
}
