package org.winnow.citation.format;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file made to break a reader, with what has to come of it.
 *
 * @param name class and case, e.g. {@code truncated/ris/40}
 * @param bytes made when asked for: some are large
 */
public record HostileFile(String name, Supplier<byte[]> bytes, Outcome outcome) {

  /**
   * @param keeps titles that have to be read, in this order, whatever is read beside them
   * @param mostRecords records that may come out at most, or -1 when no number is right
   * @param reports codes of problems that have to be reported
   * @param refusals codes with which the file may be refused as a whole; empty when it must not be
   */
  public record Outcome(
      List<String> keeps, int mostRecords, Set<String> reports, Set<String> refusals) {

    static Outcome keeps(String... titles) {
      return new Outcome(List.of(titles), titles.length, Set.of(), Set.of());
    }

    static Outcome nothing() {
      return new Outcome(List.of(), 0, Set.of(), Set.of());
    }

    static Outcome refused(String... codes) {
      return new Outcome(List.of(), 0, Set.of(), Set.of(codes));
    }

    Outcome among(int records) {
      return new Outcome(keeps, records, reports, refusals);
    }

    Outcome reporting(String... codes) {
      return new Outcome(keeps, mostRecords, Set.of(codes), refusals);
    }

    Outcome orRefused(String... codes) {
      return new Outcome(keeps, mostRecords, reports, Set.of(codes));
    }

    /** What is wrong with a reading; empty when nothing is. */
    String faultOf(List<String> titles, List<String> problems) {
      int found = 0;
      for (String title : titles) {
        found += found < keeps.size() && title.equals(keeps.get(found)) ? 1 : 0;
      }
      if (found < keeps.size()) {
        return "lost " + keeps.get(found) + ", read " + shortened(titles);
      }
      if (mostRecords >= 0 && titles.size() > mostRecords) {
        return "read " + titles.size() + " records instead of " + mostRecords;
      }
      if (!problems.containsAll(reports)) {
        return "reported " + shortened(problems) + " instead of " + reports;
      }
      return keeps.isEmpty() && !refusals.isEmpty() && mostRecords == 0
          ? "was read instead of refused with " + refusals
          : "";
    }

    private static String shortened(List<String> texts) {
      String all = texts.toString();
      return all.length() < 300 ? all : all.substring(0, 300);
    }
  }
}
