package org.winnow.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.Plot;
import org.winnow.analysis.PlotKind;
import org.winnow.analysis.PlotOptions;
import org.winnow.analysis.StudyTable;
import org.winnow.figure.PdfWriter;
import org.winnow.figure.SvgWriter;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.Inference;
import org.winnow.metaanalysis.Influence;
import org.winnow.metaanalysis.InformationCriteria;
import org.winnow.metaanalysis.Interval;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.ModelOptions;
import org.winnow.metaanalysis.PredictionInterval;
import org.winnow.metaanalysis.TauSquaredEstimator;

/** Pooling by REML with everything that is printed of it, leaving one out, and a forest plot. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StatisticsBenchmark {
  private static final ModelOptions REML =
      ModelOptions.of(TauSquaredEstimator.REML, Inference.HARTUNG_KNAPP);

  private static EffectSizes studies(int k) {
    Random random = new Random(k);
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = 0.01 + 0.2 * random.nextDouble();
      y[i] = 0.3 + 0.3 * random.nextGaussian() + Math.sqrt(v[i]) * random.nextGaussian();
    }
    return EffectSizes.of(y, v);
  }

  /** So many studies. */
  @State(Scope.Benchmark)
  public static class Pooled {
    @Param({"20", "100", "1000", "5000", "10000", "100000", "1000000"})
    public int k;

    private EffectSizes studies = studies(1);

    @Setup
    public void draw() {
      studies = studies(k);
    }
  }

  /** What is printed of a model. */
  public record Everything(
      MixedModel model,
      Interval interval,
      double p,
      double iSquared,
      double hSquared,
      double qP,
      Interval qProfile,
      Optional<Interval> prediction,
      Optional<InformationCriteria> criteria,
      double[] weights) {}

  @Benchmark
  public Everything remlWithEverything(Pooled in) {
    MixedModel model = MixedModel.pool(in.studies, REML);
    return new Everything(
        model,
        model.interval(),
        model.pValue(0).orElseThrow(),
        model.iSquared(),
        model.hSquared(),
        model.residualQPValue(),
        model.qProfile(),
        model.prediction(PredictionInterval.T_RESIDUAL),
        model.informationCriteria(),
        model.weightsPercent());
  }

  /** A hundred studies. */
  @State(Scope.Benchmark)
  public static class Hundred {
    private final EffectSizes studies = studies(100);
  }

  @Benchmark
  public List<MixedModel> leaveOneOutOfAHundred(Hundred in) {
    return Influence.leaveOneOut(in.studies, REML);
  }

  /** Twenty studies as a table. */
  @State(Scope.Benchmark)
  public static class Twenty {
    private final String csv;

    public Twenty() {
      EffectSizes studies = studies(20);
      StringBuilder text = new StringBuilder("study,yi,vi\n");
      for (int i = 0; i < studies.count(); i++) {
        text.append("Study ").append(i).append(',').append(studies.estimate(i)).append(',');
        text.append(studies.variance(i)).append('\n');
      }
      csv = text.toString();
    }

    private Plot plot() throws IOException {
      return PlotKind.FOREST.draw(
          AnalysisSettings.of(Map.of("measure", "MD"))
              .analyse(StudyTable.read(new StringReader(csv))),
          PlotOptions.of(Map.of()));
    }
  }

  /** From the table to the text of the figure. */
  @Benchmark
  public String forestAsSvg(Twenty in) throws IOException {
    return SvgWriter.write(in.plot().scene(), SvgWriter.Colours.FIXED);
  }

  @Benchmark
  public byte[] forestAsPdf(Twenty in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfWriter.write(in.plot().pages(), out);
    return out.toByteArray();
  }
}
