package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.winnow.metaanalysis.MetaRegression;
import org.winnow.metaanalysis.MixedModel;

/** The meta-regression of an analysis on its moderators. */
final class RegressionTree {
  /** Where random orders start, so that the same data have the same P values. */
  private static final long SEED = 1;

  private RegressionTree() {}

  static Tree of(Analysis a) {
    AnalysisSettings settings = a.settings();
    Moderators moderators = Moderators.of(a, settings.moderators());
    MetaRegression regression = moderators.regression();
    int[] in = moderators.in();
    int[] rows = a.rows();
    String[] names = settings.moderators().toArray(String[]::new);
    MixedModel fitted = regression.model();
    double[] permuted =
        settings.permutations() == 0
            ? new double[0]
            : regression.permutationPValues(settings.permutations(), random());
    double[] inflation = regression.varianceInflation();
    List<Tree> coefficients = new ArrayList<>();
    for (int j = 0; j < fitted.coefficientCount(); j++) {
      Tree one =
          new Tree()
              .put("name", regression.names().get(j))
              .put("estimate", fitted.coefficients()[j])
              .put("se", fitted.standardError(j))
              .put(fitted.interval(j))
              .put("statistic", fitted.statistic(j))
              .put("p", fitted.pValue(j));
      if (j > 0) {
        one.put("varianceInflation", inflation[j - 1]);
      }
      if (permuted.length > 0) {
        one.put("permutationP", permuted[j]);
      }
      coefficients.add(one);
    }
    List<String> left =
        IntStream.of(rows).filter(r -> a.table().missing(r, names)).mapToObj(a::study).toList();
    Tree out =
        new Tree()
            .put("k", fitted.studyCount())
            .put("leftOut", left)
            .put("coefficients", coefficients)
            .put("df", fitted.degreesOfFreedom())
            .put("tauSquared", fitted.tauSquared().value())
            .put("tauSquaredError", fitted.tauSquared().standardError())
            .put("residualQ", fitted.residualQ())
            .put("residualDf", fitted.residualDegreesOfFreedom())
            .put("residualP", fitted.residualQPValue())
            .put("iSquared", fitted.iSquared())
            .put("rSquared", regression.rSquared());
    fitted
        .omnibus()
        .ifPresent(
            test ->
                out.put("omnibus", test.statistic())
                    .put("omnibusDf", test.df())
                    .put("omnibusDenominatorDf", test.denominatorDf())
                    .put("omnibusP", test.pValue()));
    fitted
        .informationCriteria()
        .ifPresent(
            c ->
                out.put("logLikelihood", c.logLikelihood())
                    .put("aic", c.aic())
                    .put("bic", c.bic())
                    .put("aicc", c.aicc()));
    if (permuted.length > 0) {
      out.put("permutations", settings.permutations());
    }
    List<Tree> predictions = new ArrayList<>();
    for (int i = 0; i < in.length; i++) {
      MixedModel.Prediction p = fitted.predict(regression.row(i));
      predictions.add(
          new Tree()
              .put("study", a.study(rows[in[i]]))
              .put("estimate", p.estimate())
              .put("se", p.standardError())
              .put(p.interval())
              .put("prediction", p.predictionInterval()));
    }
    return out.put("predictions", predictions);
  }

  static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  }
}
