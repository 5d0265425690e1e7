package org.winnow.identification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.winnow.citation.Citation;
import org.winnow.citation.format.CitationSink;
import org.winnow.citation.format.ParseProblem;

/**
 * Writes what a reader finds in stretches, each its own transaction, while the reader reads on. At
 * most two stretches are in memory: the one being written and the one being filled.
 */
final class Staging implements CitationSink, AutoCloseable {
  private static final int RECORDS = 1_000;

  /** Characters, so that few huge records make a stretch as well. */
  private static final int CHARACTERS = 8_000_000;

  private final ImportService service;
  private final Reading reading;
  private final BooleanSupplier stopping;
  private final DatabaseGuess guess = new DatabaseGuess();
  private final ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor();
  private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
  private List<Citation> citations = new ArrayList<>();
  private List<ParseProblem> problems = new ArrayList<>();
  private long characters;
  private Progress progress = Progress.NONE;

  Staging(ImportService service, Reading reading, BooleanSupplier stopping) {
    this.service = service;
    this.reading = reading;
    this.stopping = stopping;
  }

  @Override
  public void citation(Citation citation) {
    progress = progress.plus(citation);
    guess.see(citation);
    if (progress.records() > reading.staged()) {
      citations.add(citation);
      add(citation.raw());
    }
  }

  @Override
  public void problem(ParseProblem problem) {
    progress = progress.plus(problem);
    if (!problem.code().equals(Progress.BAD_BYTES)) {
      problems.add(problem);
      add(problem.raw());
    }
  }

  /** Told by the reader how many bytes it has read. */
  void reached(long bytes) {
    progress = progress.at(bytes);
  }

  /** Writes the rest and waits for it. */
  Progress finish() {
    write();
    await();
    return progress;
  }

  DatabaseGuess guess() {
    return guess;
  }

  private void add(String raw) {
    characters += raw.length();
    if (citations.size() + problems.size() >= RECORDS || characters >= CHARACTERS) {
      write();
    }
  }

  private void write() {
    await();
    if (stopping.getAsBoolean()) {
      throw new CancellationException("the server stops");
    }
    Stretch stretch =
        new Stretch(
            progress.records() - citations.size() + 1,
            citations,
            progress.quarantined() - problems.size() + 1,
            problems,
            progress);
    citations = new ArrayList<>();
    problems = new ArrayList<>();
    characters = 0;
    writing = CompletableFuture.runAsync(() -> service.keep(reading, stretch), writer);
  }

  private void await() {
    try {
      writing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
