package org.winnow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.metaanalysis.Distributions;

class PreparationTest {
  private static Preparation.Outcome convert(String method, String inputs) {
    Map<String, String> texts = new HashMap<>();
    for (String input : inputs.split(" ", -1)) {
      String[] parts = input.split("=", -1);
      texts.put(parts[0], parts[1]);
    }
    return Preparation.named(method).convert(texts);
  }

  @ParameterizedTest
  @CsvSource({
    "sd-from-se, se=1.37 n=25, sd, 6.85",
    "sd-from-ci, lower=30 upper=34.2 n=25, sd, 5.08745933313578",
    "sd-from-ci, lower=30 upper=34.2 n=250, sd, 16.9410844758762",
    "sd-from-ci, lower=2 upper=5 n=18 level=90, sd, 3.65827570984242",
    "se-of-difference-from-t, difference=3.8 t=2.78 n1=25 n2=22, se, 1.36690647482014",
    "se-of-difference-from-p, difference=3.8 p=0.008 n1=25 n2=22, se, 1.36910030070529",
    "se-of-difference-from-ci, lower=1.04 upper=6.56 n1=25 n2=22, se, 1.37033680358068",
    "sd-of-difference-from-se, se=1.37 n1=25 n2=22, sd, 4.68654706625841",
    "sd-of-change, sdBaseline=4 sdFinal=4.4 r=0.78, sd, 2.81140534252889",
    "correlation-from-sds, sdBaseline=4 sdFinal=4.4 sdChange=2.8, r, 0.781818181818182",
    "combine-arms, n1=50 mean1=26.5 sd1=4.5 n2=50 mean2=32.9 sd2=5.8, sd, 6.08409916308591",
    "split-control, n=61 events=7 comparisons=2, n, 30.5",
    "split-control-whole, n=61 events=7 comparisons=2, n1, 31",
    "split-control-whole, n=61 events=7 comparisons=2, events2, 3",
    "mean-sd-from-range, min=2.1 median=7.2 max=19.5 n=48, mean, 7.84759684473407",
    "mean-sd-from-quartiles, q1=5.4 median=7.2 q3=10.1 n=48, sd, 3.59192140584208",
    "mean-sd-from-five-numbers, min=2.1 q1=5.4 median=7.2 q3=10.1 max=19.5 n=48, sd,"
        + " 3.77486858410065",
    "mean-sd-from-five-numbers-wan, min=2.1 q1=5.4 median=7.2 q3=10.1 max=19.5 n=48, sd,"
        + " 3.74057673828841",
    "mean-sd-from-quartiles-log-normal, q1=5.4 median=7.2 q3=10.1 n=48, mean, 8.16274097031176",
    "skewness-screen, q1=5.4 median=7.2 q3=10.1 n=48, statistic, 0.234042553191489",
    "cluster-sample-size, n=292 clusterSize=17.1 icc=0.02 events=63, events, 47.6550680786687",
    "crossover-difference, mean1=7 sd1=2.38 mean2=6.5 sd2=2.21 r=0.68 n=10, se, 0.582681044826413",
    "crossover-smd, mean1=7 sd1=2.38 mean2=6.5 sd2=2.21 r=0.68 n=10, se, 0.255962503771485",
    "crossover-odds-ratio, both=6 onlyExperimental=9 onlyControl=3 neither=12, or, 2.33333333333333",
    "hr-from-oe-v, oe=-9.2 v=27.4, yi, -0.335766423357664",
    "hr-from-logrank-p, events=84 n1=110 n2=108 p=0.03 direction=-1, yi, -0.473572474061151",
    "log-ratio-from-ci, ratio=1.12 lower=0.82 upper=1.54, sei, 0.160776769399993",
    "log-ratio-from-p, ratio=0.73 p=0.02, sei, 0.135281033568316",
    "smd-to-log-or, smd=-0.46 se=0.14, yi, -0.83434770754774",
    "or-to-rr, or=0.53 controlRisk=0.44, rr, 0.668179525970751",
    "log-ratio-of-means, mean1=12 sd1=3 n1=20 mean2=10 sd2=2.5 n2=21, sei, 0.0781101176301155",
    "reverse-scale, mean=63 sd=12 lowest=0 highest=100, mean, 37",
    "rescale, mean=7.2 sd=1.1 factor=10.929 offset=-23.5, mean, 55.1888"
  })
  void agreesWithTheHandbookAndTheSources(
      String method, String inputs, String output, double expected) {
    assertThat(convert(method, inputs).outputs().get(output))
        .isCloseTo(expected, within(1e-10 * Math.abs(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "sd-from-se, se=-1 n=25, se: must be above 0: -1",
    "sd-from-se, 'se=1,5 n=25', 'se: write decimals with a point: 1,5'",
    "sd-from-se, se=x n=25, se: no number: x",
    "sd-from-se, se=1, sd-from-se needs n",
    "sd-from-se, se=1 n=5 m=4, 'sd-from-se has no input m; it takes se, n'",
    "sd-from-se, se=Infinity n=5, se: must be above 0: Infinity",
    "sd-of-change, sdBaseline=1 sdFinal=1 r=1.2, r: must lie from -1 to 1: 1.2",
    "correlation-from-sds, sdBaseline=1 sdFinal=1 sdChange=9, These SDs do not go together",
    "split-control, n=10 comparisons=1.5, comparisons: must be a whole number from 1: 1.5",
    "combine-arms, n1=5 mean1=1 sd1=1 n2=5 mean2=1 sd2=1 n3=4, Arm 3 is not complete",
    "combine-events, events1=6 n1=5 events2=1 n2=5, More events than people",
    "mean-sd-from-range, min=5 median=2 max=9 n=20, median must not be below min",
    "log-ratio-from-ci, ratio=3 lower=0.8 upper=1.5, outside its interval",
    "mean-sd-by-box-cox, q1=-1 median=2 q3=3 n=20, Positive values",
    "hr-from-logrank-p, events=84 n1=110 n2=108 p=0.03 direction=2, 'direction: -1 or 1'"
  })
  void badInputIsRefusedByName(String method, String inputs, String message) {
    assertThatThrownBy(() -> convert(method, inputs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "mean-sd-by-quantile-estimation, 0.002",
    "mean-sd-by-box-cox, 0.06",
    "mean-sd-by-maximum-likelihood, 0.06"
  })
  void skewedMethodsFindTheMomentsOfLogNormalQuantiles(String method, double off) {
    double sigma = 0.5;
    double n = 400;
    double mean = Math.exp(1 + sigma * sigma / 2);
    double sd = mean * Math.sqrt(Math.expm1(sigma * sigma));
    Preparation.Outcome found =
        convert(
            method,
            "min="
                + quantile(1 / n, sigma)
                + " q1="
                + quantile(0.25, sigma)
                + " median="
                + quantile(0.5, sigma)
                + " q3="
                + quantile(0.75, sigma)
                + " max="
                + quantile(1 - 1 / n, sigma)
                + " n=400");

    assertThat(found.outputs().get("mean")).isCloseTo(mean, within(off * mean));
    assertThat(found.outputs().get("sd")).isCloseTo(sd, within(3 * off * sd));
  }

  private static double quantile(double p, double sigma) {
    return Math.exp(1 + sigma * Distributions.normalQuantile(p));
  }

  @Test
  void skewedDataAreWarnedOf() {
    assertThat(convert("mean-sd-from-quartiles", "q1=1 median=1.5 q3=9 n=60").warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.en()).contains("skewed"))
        .satisfies(w -> assertThat(w.zh()).contains("偏态"));
    assertThat(convert("mean-sd-from-quartiles", "q1=5 median=7 q3=9 n=60").warnings()).isEmpty();
  }

  @Test
  void anIntervalThatIsNotSymmetricIsWarnedOf() {
    assertThat(convert("log-ratio-from-ci", "ratio=0.70 lower=0.49 upper=1.00").warnings())
        .isEmpty();
    assertThat(convert("log-ratio-from-ci", "ratio=0.90 lower=0.49 upper=1.00").warnings())
        .hasSize(1);
  }

  @Test
  void everyConversionIsNamedOnceInBothLanguages() {
    HashSet<String> names = new HashSet<>();
    for (Preparation.Conversion conversion : Preparation.catalogue()) {
      assertThat(names.add(conversion.method())).as(conversion.method()).isTrue();
      assertThat(conversion.method()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(conversion.title().en()).isNotBlank();
      assertThat(conversion.title().zh()).matches(".*\\p{IsHan}.*");
      assertThat(conversion.source()).isNotBlank();
      assertThat(conversion.outputs()).isNotEmpty();
      conversion
          .inputs()
          .forEach(i -> assertThat(i.label().zh()).as(i.name()).matches(".*\\p{IsHan}.*"));
    }
    assertThat(names).hasSizeGreaterThan(40);
  }
}
