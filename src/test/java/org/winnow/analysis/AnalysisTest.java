package org.winnow.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings make of a table, read back from JSON: vaccination against tuberculosis. */
class AnalysisTest {
  private static final String BCG =
      """
      study,year,ablat,alloc,ai,n1i,ci,n2i
      Aronson,1948,44,random,4,123,11,139
      Ferguson,1949,55,random,6,306,29,303
      Rosenthal,1960,42,random,3,231,11,220
      Hart,1977,52,random,62,13598,248,12867
      Frimodt,1973,13,alternate,33,5069,47,5808
      Stein,1953,44,alternate,180,1541,372,1451
      Vandiviere,1973,19,random,8,2545,10,629
      TPT,1980,13,random,505,88391,499,88391
      Coetzee,1968,27,random,29,7499,45,7277
      Rosenthal II,1961,42,systematic,17,1716,65,1665
      Comstock,1974,18,systematic,186,50634,141,27338
      Comstock II,1969,33,systematic,5,2498,3,2341
      Comstock III,1976,33,systematic,27,16913,29,17854
      """;

  private static JsonNode analyse(String csv, String... words) throws IOException {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      settings.put(words[i], words[i + 1]);
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      AnalysisJson.write(
          json, AnalysisSettings.of(settings).analyse(StudyTable.read(new StringReader(csv))));
    }
    assertThat(text.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    return new ObjectMapper().readTree(text.toString());
  }

  private static boolean warns(JsonNode answer, String code) {
    for (JsonNode note : answer.path("warnings")) {
      if (note.path("code").asText().equals(code)) {
        assertThat(note.path("zh").asText()).matches("(?s).*\\p{IsHan}.*");
        assertThat(note.path("en").asText()).isNotBlank();
        return true;
      }
    }
    return false;
  }

  @Test
  void mantelHaenszelOfMetaforPoolsRawCells() throws IOException {
    String zero = "study,ai,n1i,ci,n2i\na,0,20,3,20\nb,4,40,9,40\nc,2,30,5,28\n";
    double r = 0;
    double s = 0;
    for (double[] t : new double[][] {{0, 20, 3, 20}, {4, 40, 9, 40}, {2, 30, 5, 28}}) {
      r += t[0] * (t[3] - t[2]) / (t[1] + t[3]);
      s += (t[1] - t[0]) * t[2] / (t[1] + t[3]);
    }
    JsonNode raw = analyse(zero, "measure", "OR", "method", "MH");
    assertThat(raw.path("model").asText()).isEqualTo("fixed");
    assertThat(raw.at("/pooled/estimate").asDouble()).isCloseTo(Math.log(r / s), within(1e-12));
    assertThat(raw.at("/cells/tarone/df").asInt()).isEqualTo(2);

    JsonNode revMan =
        analyse(zero, "measure", "OR", "method", "MH", "model", "fixed", "convention", "revman5");
    r += (0.5 * 17.5 / 42) - 0;
    s += (20.5 * 3.5 / 42) - (20.0 * 3 / 40);
    assertThat(revMan.at("/pooled/estimate").asDouble()).isCloseTo(Math.log(r / s), within(1e-12));
  }

  @Test
  void mantelHaenszelWithRemlIsInverseVarianceByAnotherName() throws IOException {
    JsonNode iv =
        analyse(
            BCG, "measure", "RR", "convention", "revman-web", "ci", "hksj", "tauSquared", "REML");
    JsonNode mh =
        analyse(
            BCG,
            "measure",
            "RR",
            "method",
            "MH",
            "model",
            "random",
            "convention",
            "revman-web",
            "ci",
            "hksj");
    for (String at : new String[] {"estimate", "se", "lower", "upper", "p", "tauSquared"}) {
      assertThat(mh.at("/pooled/" + at).asDouble())
          .as(at)
          .isCloseTo(iv.at("/pooled/" + at).asDouble(), within(1e-12));
    }
    assertThat(mh.at("/pooled/df").asInt()).isEqualTo(12);
    assertThat(mh.at("/heterogeneity/q").asDouble())
        .isNotCloseTo(iv.at("/heterogeneity/q").asDouble(), within(0.01));
  }

  @Test
  void theRuleSaysWhichBranchFiredAndWarns() throws IOException {
    JsonNode random = analyse(BCG, "measure", "RR", "model", "i-squared-rule");
    assertThat(random.at("/rule/model").asText()).isEqualTo("random");
    assertThat(random.at("/rule/iSquared").asDouble()).isGreaterThan(90);
    assertThat(random.path("model").asText()).isEqualTo("random");
    assertThat(warns(random, "i-squared-rule")).isTrue();

    JsonNode fixed = analyse("study,yi,vi\na,0.1,0.1\nb,0.2,0.1\n", "model", "i-squared-rule");
    assertThat(fixed.at("/rule/model").asText()).isEqualTo("fixed");
    assertThat(fixed.path("model").asText()).isEqualTo("fixed");
    assertThat(fixed.at("/pooled/estimate").asDouble()).isCloseTo(0.15, within(1e-12));
  }

  @Test
  void subgroupsHaveBothTests() throws IOException {
    JsonNode answer = analyse(BCG, "measure", "RR", "subgroup", "alloc");
    double q = 0;
    double weights = 0;
    double mean = 0;
    for (JsonNode group : answer.path("subgroups")) {
      double w = 1 / Math.pow(group.at("/pooled/se").asDouble(), 2);
      weights += w;
      mean += w * group.at("/pooled/estimate").asDouble();
    }
    for (JsonNode group : answer.path("subgroups")) {
      double d = group.at("/pooled/estimate").asDouble() - mean / weights;
      q += d * d / Math.pow(group.at("/pooled/se").asDouble(), 2);
    }
    assertThat(answer.at("/subgroupDifferences/q").asDouble()).isCloseTo(q, within(1e-10));
    // metafor's documentation of these data: QM(df = 2) = 1.77, p = 0.41.
    assertThat(answer.at("/subgroupDifferencesMixed/statistic").asDouble())
        .isCloseTo(1.7675, within(1e-3));
    assertThat(answer.at("/subgroupDifferencesMixed/p").asDouble()).isCloseTo(0.4132, within(1e-3));
  }

  @Test
  void weightsOfSubgroupsWithoutAnOverallTotalSumToAHundredEach() throws IOException {
    JsonNode answer = analyse(BCG, "measure", "RR", "subgroup", "alloc", "totals", "subgroups");
    for (JsonNode group : answer.path("subgroups")) {
      assertThat(group.path("weight").asDouble()).isCloseTo(100, within(1e-9));
    }
  }

  @Test
  void exchangedEventsTurnAnOddsRatioRound() throws IOException {
    double plain = analyse(BCG, "measure", "OR").at("/pooled/estimate").asDouble();
    double swapped =
        analyse(BCG, "measure", "OR", "swapEvents", "true").at("/pooled/estimate").asDouble();
    assertThat(swapped).isCloseTo(-plain, within(1e-9));
  }

  @Test
  void regressionHasPredictionsAndPermutations() throws IOException {
    JsonNode answer =
        analyse(BCG, "measure", "RR", "moderators", "ablat", "ci", "hksj", "permutations", "200");
    assertThat(answer.at("/regression/coefficients/1/estimate").asDouble())
        .isCloseTo(-0.0291, within(1e-4));
    assertThat(answer.at("/regression/coefficients/1/permutationP").asDouble())
        .isBetween(0.0, 0.05);
    assertThat(answer.at("/regression/predictions")).hasSize(13);
    assertThat(answer.at("/regression/predictions/0/predictionLower").asDouble())
        .isLessThan(answer.at("/regression/predictions/0/lower").asDouble());
    assertThat(answer.at("/regression/rSquared").asDouble()).isBetween(60.0, 90.0);
  }

  @Test
  void everyTestAndSensitivityAnalysisIsAnswered() throws IOException {
    JsonNode answer =
        analyse(
            BCG,
            "measure",
            "OR",
            "tests",
            "egger,egger:ninv,egger-mixed:sqrtninv,begg,thompson,harbord,peters,macaskill,deeks,"
                + "ruecker,schwarzer,peese,pet-peese,trimfill:R0,trimfill:Q0,fsn,fsn:0.1,excess,"
                + "selection,limit,lfk",
            "sensitivity",
            "leave1out,cumulative:year,influence,trimfill:L0:right,baujat,galbraith,labbe,gosh:50,"
                + "estimators,tau2-intervals");
    assertThat(answer.path("tests")).hasSize(22);
    answer.path("tests").forEach(test -> assertThat(test.has("notDefined")).isFalse());
    answer.path("sensitivity").forEach(one -> assertThat(one.has("notDefined")).isFalse());
    assertThat(answer.at("/sensitivity/gosh:50")).hasSize(50);
    assertThat(answer.at("/sensitivity/cumulative:year/0/added").asText()).isEqualTo("Aronson");
    assertThat(answer.at("/sensitivity/cumulative:year/2/added").asText()).isEqualTo("Stein");
    assertThat(answer.at("/sensitivity/leave1out/12/left").asText()).isEqualTo("Comstock III");
    for (String kind :
        new String[] {"qProfile", "jackson", "biggerstaffJackson", "profileLikelihood"}) {
      JsonNode interval = answer.at("/sensitivity/tau2-intervals/" + kind);
      double tau2 = answer.at("/heterogeneity/tauSquared").asDouble();
      assertThat(interval.path("tauSquaredLower").asDouble()).as(kind).isBetween(0.0, tau2);
      assertThat(interval.path("tauSquaredUpper").asDouble()).as(kind).isGreaterThan(tau2);
      assertThat(interval.path("iSquaredUpper").asDouble()).as(kind).isBetween(90.0, 100.0);
    }
  }

  @Test
  void leavingOneOutFollowsTheMethod() throws IOException {
    JsonNode whole = analyse(BCG, "measure", "OR", "method", "MH", "sensitivity", "leave1out");
    JsonNode without =
        analyse(BCG.replaceFirst("Aronson.*\n", ""), "measure", "OR", "method", "MH");
    assertThat(whole.at("/sensitivity/leave1out/0/pooled/estimate").asDouble())
        .isCloseTo(without.at("/pooled/estimate").asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLMM", "GLMM-UM.RS", "GLMM-CM.EL", "GLMM-CM.AL", "PENALISED", "PETO"})
  void rareEventMethodsPoolWhatInverseVarianceCorrects(String method) throws IOException {
    String rare =
        "study,ai,n1i,ci,n2i\na,0,200,3,200\nb,1,300,4,310\nc,2,150,5,148\nd,0,90,0,90\n"
            + "e,1,120,2,121\n";
    JsonNode answer = analyse(rare, "measure", "OR", "method", method);
    assertThat(answer.at("/pooled/estimate").asDouble()).isBetween(-2.0, -0.3);
    assertThat(answer.at("/pooled/shown/upper").asDouble()).isLessThan(1.2);
    assertThat(warns(answer, "double-zero")).isTrue();
    assertThat(warns(analyse(rare, "measure", "OR"), "rare-events")).isTrue();
  }

  @Test
  void sameEffectsHaveNoHartungKnappTest() throws IOException {
    JsonNode answer = analyse("study,yi,vi\na,1,1\nb,1,1\n", "ci", "hksj");
    assertThat(answer.at("/pooled/estimate").asDouble()).isEqualTo(1);
    for (String at : new String[] {"statistic", "p", "lower", "upper"}) {
      assertThat(answer.at("/pooled/" + at).isNull()).as(at).isTrue();
    }
    assertThat(warns(answer, "not-defined")).isTrue();
  }

  @Test
  void oneStudyIsShownAndSaidToBeOne() throws IOException {
    JsonNode answer = analyse("study,yi,vi\na,1,4\n", "ci", "hksj");
    assertThat(answer.at("/pooled/upper").asDouble()).isCloseTo(4.919927969080108, within(1e-9));
    assertThat(answer.path("prediction").isNull()).isTrue();
    assertThat(warns(answer, "one-study")).isTrue();
    assertThat(warns(answer, "knapp-one-study")).isTrue();
  }

  @Test
  void twoStudiesHaveTheirIntervalOnOneDegreeOfFreedom() throws IOException {
    JsonNode answer = analyse("study,yi,vi\na,1,1\nb,2,1\n", "ci", "hksj-adhoc", "tests", "egger");
    assertThat(answer.at("/pooled/df").asInt()).isEqualTo(1);
    assertThat(answer.at("/pooled/upper").asDouble())
        .isCloseTo(1.5 + 12.706204736174707 * Math.sqrt(0.5), within(1e-9));
    assertThat(answer.at("/tests/egger/notDefined").asText()).contains("three studies");
    assertThat(warns(answer, "knapp-two-studies")).isTrue();
  }

  @Test
  void aSubgroupForWhichTheMethodHasNoResultIsNotEstimableAndSaysWhy() throws IOException {
    JsonNode answer =
        analyse(
            "study,g,ai,n1i,ci,n2i\na,x,0,10,2,10\nb,x,0,9,1,9\nc,y,3,10,4,10\nd,y,2,9,4,9\n",
            "measure",
            "OR",
            "method",
            "MH",
            "convention",
            "metafor",
            "subgroup",
            "g");
    assertThat(answer.at("/pooled/estimate").isNumber()).isTrue();
    assertThat(answer.at("/subgroups/0/pooled").isNull()).isTrue();
    assertThat(answer.at("/subgroups/0/notEstimable/en").asText()).startsWith("Not estimable");
    assertThat(answer.at("/subgroups/0/notEstimable/zh").asText()).startsWith("不可估计");
    assertThat(answer.at("/subgroups/1/pooled/estimate").isNumber()).isTrue();
  }

  @Test
  void anEmptyCellInARowThatIsLeftOutDoesNotCorrectTheOthers() throws IOException {
    String rows = "study,ai,n1i,ci,n2i,excluded\na,3,10,2,10,\nb,2,9,4,9,\n";
    String[] settings = {"measure", "OR", "zero", "if0all"};
    assertThat(analyse(rows + "c,0,9,4,9,late\n", settings).at("/pooled/estimate").asDouble())
        .isEqualTo(analyse(rows, settings).at("/pooled/estimate").asDouble());
  }

  @Test
  void namesThatStandTwiceAndLostRowsAreSaid() throws IOException {
    JsonNode answer =
        analyse(
            "study,ai,n1i,ci,n2i\na,1,9,3,9\na,2,9,3,9\nb,,9,3,9\nc,0,9,0,9\n",
            "measure",
            "OR",
            "convention",
            "meta");
    assertThat(answer.path("k").asInt()).isEqualTo(2);
    assertThat(warns(answer, "duplicate-study")).isTrue();
    assertThat(warns(answer, "double-counted")).isTrue();
    assertThat(warns(answer, "not-estimable")).isTrue();
    assertThat(answer.at("/studies/2/notEstimable").asText()).isEqualTo("MISSING");
    assertThat(answer.at("/studies/3/notEstimable").asText()).isEqualTo("NO_EVENTS");
  }

  @Test
  void aStudyThatStandsOnceInEachSubgroupIsToldOfOnlyWhereThereIsATotal() throws IOException {
    String table =
        "study,when,ai,n1i,ci,n2i\na,early,1,9,3,9\nb,early,2,9,4,9\n"
            + "a,late,2,9,3,9\nb,late,3,9,4,9\n";
    String[] settings = {"measure", "OR", "subgroup", "when", "totals", "overall"};
    assertThat(warns(analyse(table, settings), "duplicate-study")).isTrue();
    assertThat(warns(analyse(table, settings), "double-counted")).isTrue();
    settings[5] = "subgroups";
    assertThat(warns(analyse(table, settings), "duplicate-study")).isFalse();
    assertThat(warns(analyse(table, settings), "double-counted")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'study,yi,vi\na,5d,1\n' | GEN | IV | Row 1, yi: no number: 5d",
        "'study,yi,vi\na,1,1\nb,\"1,5\",1\n' | GEN | IV | Row 2, yi: write decimals with a point",
        "'study,yi,vi\na,1,5,1\n' | GEN | IV | Row 1: 4 values, but the head names 3 columns",
        "'study,yi,yi\na,1,5\n' | GEN | IV | duplicate",
        "'study,yi,vi\na,NaN,1\n' | GEN | IV | Row 1, yi: not finite",
        "'study,yi,vi\na,1e40,1\n' | GEN | IV | Row 1: beyond what can be pooled",
        "'study,yi,vi\na,1e29,1e-59\nb,1,1e59\n' | GEN | IV | does not settle",
        "'study,yi,sei\na,1,-1\n' | GEN | IV | Row 1: a standard error is not negative",
        "'study,ai,n1i,ci,n2i\na,1,5,-1,5\n' | OR | IV | Row 1: Cells must be counts",
        "'study,ai,n1i,ci,n2i\na,0,5,1,5\nb,0,5,2,5\n' | OR | MH | Not estimable",
        "'study,ai,n1i,ci,n2i\na,0,5,1,5\nb,0,5,2,5\n' | OR | GLMM | The estimate is infinite",
        "'study,m1i,sd1i,n1i,m2i,sd2i,n2i\na,1,-1,5,1,1,5\n' | MD | IV | Row 1: A standard deviation",
        "'study,m1i,sd1i,n1i,m2i,sd2i,n2i\na,1,1,-5,1,1,5\n' | MD | IV | Row 1: A number of people",
        "'study,m1i,sd1i,n1i,m2i,sd2i,n2i\na,1,0,5,1,0,5\n' | MD | IV | row 1 NO_SPREAD",
        "'study,xi,ni\na,6,5\n' | PLO | IV | Row 1: Events among people",
        "'study,x1i,t1i,x2i,t2i\na,6,5,1,0\n' | IRR | IV | Row 1: Events in person-time",
        "'study,ri,ni\na,1.5,50\n' | ZCOR | IV | Row 1: A correlation",
        "'study,yi,vi\n' | GEN | IV | No study in the table",
        "'study,yi,vi\na,1,1\n' | GEN | MH | Method MH needs ai, n1i, ci and n2i",
        "'study,yi,vi\na,1,1\n' | GEN | XY | No method XY"
      })
  void badInputIsRefusedWithItsRow(String csv, String measure, String method, String message) {
    assertThatThrownBy(() -> analyse(csv, "measure", measure, "method", method))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "model, zz, No model zz",
    "ci, zz, No interval zz",
    "prediction, zz, No prediction zz",
    "level, 100, level is a percentage",
    "level, x, level is a number",
    "totals, zz, No totals zz",
    "zero, zz, No rule for empty cells zz",
    "tests, zz, No test zz",
    "tests, harbord, Test harbord needs ai",
    "tests, egger:zz, No predictor zz",
    "sensitivity, zz, No sensitivity analysis zz",
    "sensitivity, gosh:0, From 1 to 100000 subsets",
    "moderators, zz, No column zz",
    "subgroup, zz, No column zz",
    "permutations, -1, Permutations from 0",
    "colour, red, No setting colour"
  })
  void unknownWordsAreRefused(String name, String value, String message) {
    assertThatThrownBy(() -> analyse("study,yi,vi\na,1,1\nb,2,1\nc,2,2\n", name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
