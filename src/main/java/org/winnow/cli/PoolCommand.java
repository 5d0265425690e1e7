package org.winnow.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One meta-analysis from a CSV file, as JSON with every number at full precision. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    description = "Pools the studies of a CSV file and writes every number as JSON.")
public final class PoolCommand implements Callable<Integer> {
  @Mixin private PoolOptions options = new PoolOptions();

  @Option(names = "--moderators", split = ",", description = "Regress on these columns.")
  private List<String> moderators = List.of();

  @Option(
      names = "--permutations",
      description = "Permute the moderators so many times for P values.")
  private int permutations;

  @Option(
      names = "--tests",
      split = ",",
      description =
          "egger[:sei|vi|ni|ninv|sqrtni|sqrtninv], egger-mixed[:…], begg, thompson, harbord,"
              + " peters, macaskill, deeks, ruecker, schwarzer, pustejovsky, peese, pet-peese,"
              + " trimfill[:L0|R0|Q0], fsn[:TARGET], excess, selection, limit, lfk.")
  private List<String> tests = List.of();

  @Option(
      names = "--sensitivity",
      split = ",",
      description =
          "leave1out, cumulative[:COLUMN], influence, trimfill[:L0|R0|Q0[:left|right]], baujat,"
              + " galbraith, labbe, gosh[:N], estimators, tau2-intervals.")
  private List<String> sensitivity = List.of();

  private final OutputStream output;
  private final PrintStream messages;

  public PoolCommand() {
    this(System.out, System.err);
  }

  PoolCommand(OutputStream output, PrintStream messages) {
    this.output = output;
    this.messages = messages;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Analysis analysis = options.analyse(moderators, permutations, tests, sensitivity);
      JsonGenerator json = new JsonFactory().createGenerator(output, JsonEncoding.UTF8);
      json.useDefaultPrettyPrinter();
      AnalysisJson.write(json, analysis);
      json.flush();
      output.write('\n');
      output.flush();
      return 0;
    } catch (IllegalArgumentException e) {
      messages.println("winnow: " + e.getMessage());
    }
    return Commands.UNREADABLE;
  }
}
