package org.winnow.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What Linux says of processes. */
final class ProcessTimes {
  /** USER_HZ, the same on every Linux that Java runs on. */
  private static final int TICKS_PER_SECOND = 100;

  private static final int USER = 13;
  private static final int OF_ENDED_CHILDREN = 15;

  private ProcessTimes() {}

  /** Seconds of processor time of one process. */
  static double ofProcess(long pid) {
    return ticks(pid, USER, OF_ENDED_CHILDREN) / (double) TICKS_PER_SECOND;
  }

  /** Seconds of processor time of a process, its children, and those that have ended. */
  static double ofFamily(long pid) {
    long ticks = ticks(pid, USER, OF_ENDED_CHILDREN + 2);
    ticks +=
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(child -> ticks(child.pid(), USER, OF_ENDED_CHILDREN + 2))
            .sum();
    return ticks / (double) TICKS_PER_SECOND;
  }

  /** Megabytes (2^20 bytes) of memory that a process occupies, shared pages included. */
  static double residentMegabytes(long pid) {
    return megabytes(pid, "VmRSS:");
  }

  /** The most of it that the process occupied at once. */
  static double peakResidentMegabytes(long pid) {
    return megabytes(pid, "VmHWM:");
  }

  private static double megabytes(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can be measured on Linux only", e);
    }
  }

  private static long ticks(long pid, int from, int end) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The second field is the command's name, which may hold blanks and brackets.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = from; field < end; field++) {
        ticks += Long.parseLong(fields[field - 2]);
      }
      return ticks;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      // A process that ends while it is asked; its parent has its time now.
      return 0;
    }
  }
}
