package org.winnow.analysis.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.analysis.Analysis;
import org.winnow.analysis.AnalysisSettings;
import org.winnow.analysis.StudyTable;

/** Needs no R: scripts are read by a reader of our own, and their numbers are ours. */
class ScriptsTest {
  private static final String EVENTS =
      "study,group,dose,ai,n1i,ci,n2i\nA,x,1,4,123,11,139\nB,x,2,6,306,29,303\nC,y,3,62,598,48,567\n"
          + "D,y,4,33,97,18,100\nE,y,5,3,30,9,31\n";
  private static final String SPARSE =
      "study,group,dose,ai,n1i,ci,n2i\nA,x,1,0,12,0,13\nB,x,2,6,30,0,30\nC,y,3,5,5,6,6\nD,y,4,3,9,1,10\n"
          + "E,y,5,3,30,9,31\n";
  private static final String MEANS =
      "study,group,dose,m1i,sd1i,n1i,m2i,sd2i,n2i\nA,x,1,5,2,20,4,2,21\nB,x,2,6,2,30,7,1,31\n"
          + "C,y,3,6,2,30,4,1,31\nD,y,4,6,0,30,5,1,31\n";
  private static final String RATES =
      "study,group,dose,x1i,t1i,x2i,t2i\nA,x,1,5,120,9,121\nB,x,2,16,230,17,131\nC,y,3,6,230,14,131\n";
  private static final String SHARES =
      "study,group,dose,xi,ni\nA,x,1,5,20\nB,x,2,16,30\nC,y,3,6,33\nD,y,4,9,44\n";
  private static final String CORRELATIONS =
      "study,group,dose,ri,ni\nA,x,1,0.5,20\nB,x,2,0.1,30\nC,y,3,-0.2,33\nD,y,4,0.3,44\n";
  private static final String TYPED =
      "study,group,dose,yi,vi\nA,x,1,0.5,0.2\nB,x,2,0.1,0.3\nC,y,3,-0.2,0.1\nD,y,4,,\n";

  private static Analysis analysis(String csv, String... words) throws IOException {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "subgroup",
                "group",
                "moderators",
                "dose,group",
                "tests",
                "egger,egger-mixed,begg,fsn,peese,harbord,trimfill",
                "sensitivity",
                "leave1out,cumulative,influence,trimfill"));
    for (int i = 0; i < words.length; i += 2) {
      settings.put(words[i], words[i + 1]);
    }
    return AnalysisSettings.of(settings).analyse(StudyTable.read(new StringReader(csv)));
  }

  private static String script(ScriptTool tool, Analysis analysis) {
    return tool.script(
        "Review", List.of(new ScriptPart("Pain", List.of("", ""), List.of("", ""), analysis)));
  }

  private static String csv(String name) {
    return switch (name) {
      case "EVENTS" -> EVENTS;
      case "SPARSE" -> SPARSE;
      case "MEANS" -> MEANS;
      case "RATES" -> RATES;
      case "SHARES" -> SHARES;
      case "CORRELATIONS" -> CORRELATIONS;
      default -> TYPED;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "EVENTS, RR, MH, fixed",
    "EVENTS, RR, MH, random",
    "EVENTS, OR, MH, fixed",
    "EVENTS, RD, MH, random",
    "EVENTS, PETO, PETO, fixed",
    "EVENTS, OR, IV, random",
    "EVENTS, AS, IV, random",
    "EVENTS, OR, GLMM, random",
    "EVENTS, OR, PENALISED, fixed",
    "EVENTS, RR, IV, i-squared-rule",
    "SPARSE, RR, MH, fixed",
    "SPARSE, RR, MH, random",
    "SPARSE, OR, MH, fixed",
    "SPARSE, RD, MH, fixed",
    "SPARSE, RD, IV, random",
    "SPARSE, OR, IV, random",
    "SPARSE, PETO, PETO, fixed",
    "MEANS, MD, IV, random",
    "MEANS, SMD, IV, random",
    "MEANS, ROM, IV, fixed",
    "RATES, IRR, IV, random",
    "RATES, IRR, MH, fixed",
    "RATES, IRD, IV, fixed",
    "SHARES, PLO, IV, random",
    "SHARES, PAS, IV, random",
    "SHARES, PFT, IV, random",
    "SHARES, PLO, GLMM, random",
    "CORRELATIONS, ZCOR, IV, random",
    "TYPED, GEN, IV, random",
    "TYPED, HR, IV, fixed"
  })
  void scriptsAreWholeAndCallFunctionsWithArgumentsThatTheyHave(
      String data, String measure, String method, String model) throws IOException {
    String[][] ways = {
      {"revman5", "", "wald", "t-k1"},
      {"revman-web", "REML", "hksj", "hksj"},
      {"metafor", "PM", "hksj-adhoc", "z"},
      {"meta", "HSK", "kr", "kr"},
      {"metafor", "DL", "wald-t", "tau"},
      {"meta", "EB", "hksj-ci", "t-k2"},
      {"revman-web", "DL", "hksj", "t-k1"}
    };
    for (String[] way : ways) {
      Analysis analysis;
      try {
        analysis =
            analysis(
                csv(data),
                "measure",
                measure,
                "method",
                method,
                "model",
                model,
                "convention",
                way[0],
                "tauSquared",
                way[1],
                "ci",
                way[2],
                "prediction",
                way[3]);
      } catch (IllegalArgumentException e) {
        // An arm without events in a subgroup of raw cells has no Mantel-Haenszel estimate.
        assertThat(e.getMessage()).contains("Not estimable");
        continue;
      }
      for (ScriptTool tool : List.of(ScriptTool.METAFOR, ScriptTool.META)) {
        String script = script(tool, analysis);
        assertThat(RSyntax.faults(script)).as(script).isEmpty();
        assertThat(script).contains("sessionInfo()", "forest(", "# Reported by Winnow: ");
        assertThat(script).containsPattern("stopifnot\\(all\\.equal|Not compared");
      }
      assertThat(script(ScriptTool.STATA, analysis))
          .contains("meta set yi sei", "meta summarize", "meta forestplot")
          .doesNotContain("NaN");
    }
  }

  @Test
  void settingsAreNamedOneByOne() throws IOException {
    Analysis analysis =
        analysis(
            MEANS.replace(",0,30,", ",3,30,"),
            "measure",
            "MD",
            "convention",
            "metafor",
            "tauSquared",
            "REML",
            "ci",
            "hksj",
            "prediction",
            "hksj",
            "level",
            "90");

    assertThat(script(ScriptTool.METAFOR, analysis))
        .contains(
            "escalc(measure = \"MD\", m1i = m1i, sd1i = sd1i, n1i = n1i, m2i = m2i, sd2i = sd2i,"
                + " n2i = n2i,",
            "method = \"REML\"",
            "test = \"knha\"",
            "level = 90",
            "mods = ~ dose + group.f,",
            "dat$group.f <- factor(dat$group,",
            "regtest(iv, model = \"lm\")",
            "ranktest(iv)",
            "leave1out(iv)");
    assertThat(script(ScriptTool.META, analysis))
        .contains(
            "metacont(",
            "method.tau = \"REML\"",
            "method.random.ci = \"HK\"",
            "adhoc.hakn.ci = \"\"",
            "method.predict = \"HK\"",
            "level.ma = 0.9",
            "subgroup = group");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ci=wald|test = \"z\"|method.random.ci = \"classic\"",
        "ci=hksj|test = \"knha\"|method.random.ci = \"HK\"",
        "ci=hksj-adhoc|test = \"adhoc\"|adhoc.hakn.ci = \"se\"",
        "ci=wald-t|test = \"t\"|no interval wald-t",
        "ci=hksj-ci|no interval hksj-ci|adhoc.hakn.ci = \"ci\"",
        "ci=hksj-iqwig6|no interval hksj-iqwig6|adhoc.hakn.ci = \"IQWiG6\"",
        "ci=kr|no interval kr|method.random.ci = \"KR\"",
        "tauSquared=DL|method = \"DL\"|method.tau = \"DL\"",
        "tauSquared=REML|method = \"REML\"|method.tau = \"REML\"",
        "tauSquared=ML|method = \"ML\"|method.tau = \"ML\"",
        "tauSquared=PM|method = \"PM\"|method.tau = \"PM\"",
        "tauSquared=PMM|method = \"PMM\"|meta has no estimator PMM",
        "tauSquared=EB|method = \"EB\"|method.tau = \"EB\"",
        "tauSquared=SJ|method = \"SJ\"|method.tau = \"SJ\"",
        "tauSquared=HS|method = \"HS\"|method.tau = \"HS\"",
        "tauSquared=HSK|method = \"HSk\"|meta has no estimator HSk",
        "tauSquared=HE|method = \"HE\"|method.tau = \"HE\"",
        "model=fixed|method = \"EE\"|common = TRUE",
        "model=random|addpred = TRUE|random = TRUE",
        "prediction=t-k1|interval t-k1|method.predict = \"V\"",
        "prediction=t-k2|interval t-k2|method.predict = \"HTS\"",
        "prediction=hksj|interval hksj|method.predict = \"HK\"",
        "prediction=hksj-k2|interval hksj-k2|method.predict = \"HK-PR\"",
        "prediction=kr|the prediction interval kr|method.predict = \"KR\"",
        "prediction=off|# Reported by Winnow|prediction = FALSE",
        "level=90|level = 90|level.ma = 0.9",
        "convention=revman5|rma(yi, vi|settings.meta(\"RevMan5\")",
        "convention=meta|rma(yi, vi|settings.meta(\"reset\")"
      })
  void eachSettingHasItsArgument(String setting, String metafor, String meta) throws IOException {
    int equals = setting.indexOf('=');
    Analysis analysis =
        analysis(
            EVENTS,
            "measure",
            "OR",
            "method",
            "IV",
            setting.substring(0, equals),
            setting.substring(equals + 1));

    assertThat(script(ScriptTool.METAFOR, analysis)).contains(metafor);
    assertThat(script(ScriptTool.META, analysis)).contains(meta);
  }

  /** Each was found by running the scripts in R with metafor 3.8. */
  @Test
  void whatMetaforDoesOtherwiseIsToldItOrNotCompared() throws IOException {
    String everyTable =
        script(
            ScriptTool.METAFOR,
            analysis(
                EVENTS + "F,x,6,0,20,0,22\n",
                "measure",
                "OR",
                "method",
                "MH",
                "model",
                "fixed",
                "convention",
                "revman5"));
    assertThat(everyTable).contains("drop00 = c(TRUE, TRUE), correct = FALSE");

    String ratioOfMeans =
        script(
            ScriptTool.METAFOR,
            analysis(MEANS.replace(",0,30,", ",3,30,"), "measure", "ROM", "convention", "metafor"));
    assertThat(ratioOfMeans).contains("correct = FALSE", "yi <- yi + (sd1i^2 / (n1i * m1i^2)");

    String withoutVariance =
        script(
            ScriptTool.METAFOR,
            analysis(EVENTS + "F,x,6,0,20,0,22\n", "measure", "RD", "zero", "none"));
    assertThat(withoutVariance).contains("dat$yi[6] <- NA", "dat$vi[6] <- NA");

    String differences =
        script(
            ScriptTool.METAFOR,
            analysis(
                EVENTS,
                "measure",
                "RD",
                "method",
                "MH",
                "model",
                "fixed",
                "convention",
                "revman5"));
    assertThat(differences)
        .contains("Not compared: the interval. rma.mh()", "all.equal(as.numeric(res$beta[1])")
        .doesNotContain("as.numeric(res$ci.lb[1])", "as.numeric(between$QE)");
  }

  @Test
  void revManIsFollowedWhereThePackagesCan() throws IOException {
    Analysis analysis =
        analysis(
            EVENTS, "measure", "RR", "method", "MH", "convention", "revman5", "model", "fixed");

    assertThat(script(ScriptTool.META, analysis))
        .contains(
            "settings.meta(\"RevMan5\")",
            "method = \"MH\"",
            "RR.Cochrane = TRUE",
            "Q.Cochrane = TRUE",
            "layout = \"RevMan5\"");
    assertThat(script(ScriptTool.METAFOR, analysis))
        .contains("rma.mh(measure = \"RR\"", "add = c(0.5, 0.5), to = c(\"only0\", \"only0\")");
  }

  @Test
  void whereEverybodyHadTheEventNothingIsComparedThatCannotAgree() throws IOException {
    Analysis analysis =
        analysis(
            SPARSE, "measure", "RR", "method", "MH", "convention", "revman5", "model", "fixed");

    assertThat(script(ScriptTool.METAFOR, analysis))
        .contains("Not compared: in a study everybody had the event")
        .contains("dat$yi[3] <- 0")
        .doesNotContain("res$beta[1])");
  }

  @Test
  void theNumbersThatAreComparedAreThoseOfTheAnalysis() throws IOException {
    Analysis analysis = analysis(EVENTS, "measure", "OR", "tauSquared", "DL");
    Analysis.Summary summary = analysis.summary();
    String script = script(ScriptTool.METAFOR, analysis);

    assertThat(expected(script, "res$beta[1]")).isCloseTo(summary.pooled().estimate(), within(0.0));
    assertThat(expected(script, "res$ci.lb[1]")).isCloseTo(summary.interval().lower(), within(0.0));
    assertThat(expected(script, "res$tau2"))
        .isCloseTo(summary.tauSquared().orElseThrow(), within(0.0));
    assertThat(expected(script, "res$QE")).isCloseTo(summary.heterogeneity().q(), within(0.0));
    assertThat(expected(script, "between$QE"))
        .isCloseTo(Analysis.differences(analysis.groups()).orElseThrow().q(), within(0.0));
  }

  private static double expected(String script, String expression) {
    Matcher check =
        Pattern.compile(
                "all\\.equal\\(as\\.numeric\\(" + Pattern.quote(expression) + "\\), ([^,]+),")
            .matcher(script);
    assertThat(check.find()).as("%s in %s", expression, script).isTrue();
    return Double.parseDouble(check.group(1));
  }

  @Test
  void desirableEventsAreSwappedInTheScriptToo() throws IOException {
    Analysis analysis =
        analysis(EVENTS, "measure", "RR", "convention", "revman5", "swapEvents", "true");

    assertThat(script(ScriptTool.METAFOR, analysis)).contains("dat$ai <- dat$n1i - dat$ai");
    assertThat(script(ScriptTool.META, analysis)).contains("dat$ci <- dat$n2i - dat$ci");
  }

  @Test
  void textsStayTexts() throws IOException {
    String csv =
        "study,\"group\"\"); q(\",yi,vi\n\"A\"\"); system(\"\"rm\"\") #\",\"x\\\",0.5,0.2\n"
            + "\"B\nC\t\u2028D\",研究,0.1,0.3\n\"$HOME `id` 😀\",x,0.2,0.3\n";
    Analysis analysis =
        AnalysisSettings.of(Map.of("subgroup", "group\"); q(", "moderators", "group\"); q("))
            .analyse(StudyTable.read(new StringReader(csv)));
    ScriptPart part =
        new ScriptPart(
            "Pain\nq() # \u2028q()",
            List.of("\"", "\\"),
            List.of("a\nb", "\u0000c\uD800"),
            analysis);
    for (ScriptTool tool : List.of(ScriptTool.METAFOR, ScriptTool.META)) {
      String script = tool.script("A\nB", List.of(part, part));
      assertThat(RSyntax.faults(script)).as(script).isEmpty();
      assertThat(script).contains("\"A\\\"); system(\\\"rm\\\") #\"", "\"B\\nC\\t\\u2028D\"");
      assertThat(script.lines()).noneMatch(line -> line.startsWith("q("));
      assertThat(script).contains("dat1 <- ", "dat2 <- ");
    }
    String stata = ScriptTool.STATA.script("A\nB", List.of(part));
    assertThat(stata).doesNotContain("`", "$").contains("＄HOME ‘id‘ 😀");
    assertThat(stata.lines().filter(line -> line.startsWith("\"")))
        .hasSize(3)
        .allMatch(line -> line.chars().filter(c -> c == '"').count() == 4);
  }

  @Property(tries = 15)
  void scriptsOfWholeReviewsAreWhole(@ForAll("reviews") ReviewAnalyses review) throws IOException {
    for (ExportFormat format : List.of(ExportFormat.R_METAFOR, ExportFormat.R_META)) {
      java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
      format.write(review, RevManWebPackage.ForestPlots.NONE, out);
      assertThat(RSyntax.faults(out.toString(java.nio.charset.StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Provide
  Arbitrary<ReviewAnalyses> reviews() {
    return ReviewsForTests.reviews(ReviewsForTests.Scope.REVMAN_WEB);
  }

  @Test
  void theReaderOfScriptsSeesFaults() {
    assertThat(RSyntax.faults("x <- c(1, 2")).isNotEmpty();
    assertThat(RSyntax.faults("x <- \"a\\q\"")).isNotEmpty();
    assertThat(RSyntax.faults("x <- \"a")).isNotEmpty();
    assertThat(RSyntax.faults("rma(yi, vi, methode = \"DL\")")).isNotEmpty();
    assertThat(RSyntax.faults("x <- NaN")).isNotEmpty();
    assertThat(RSyntax.faults("x <- (1]")).isNotEmpty();
    assertThat(RSyntax.faults("# an \"open quote (\nrma(yi, vi, method = \"DL\")\n")).isEmpty();
  }

  @Test
  void tablesForOtherProgramsHoldWhatTheyAskFor() throws IOException {
    ReviewAnalyses review =
        RevMan5File.read(new ByteArrayInputStream(RevMan5FileTest.file())).review();
    ReviewAnalyses.Comparison comparison = review.comparisons().getFirst();
    ReviewAnalyses.Outcome falls = comparison.outcomes().get(1);

    assertThat(RobvisCsv.write(review).lines())
        .containsExactly(
            "Study,D1,D2,Overall,Weight",
            "Alpha 2001,Low,No information,Low,1",
            "Beta & Söhne 2002,Some concerns,No information,Some concerns,1",
            "Gamma 2003,No information,High,High,1");
    assertThat(TabSeparated.write(comparison, falls, TabSeparated.usual(falls)).lines().limit(2))
        .containsExactly("study\tsubgroup\tai\tn1i\tci\tn2i", "Alpha 2001\tMen\t3\t20\t6\t21");
    assertThat(JaspCsv.table(ScriptPart.of(comparison, comparison.outcomes().getFirst())).lines())
        .containsExactly(
            "study,yi,sei,m1i,sd1i,n1i,m2i,sd2i,n2i",
            "Alpha 2001,2,0.7071067811865476,10,2,16,8,2,16",
            "Beta & Söhne 2002,1,0.7071067811865476,5,3,36,4,3,36");
  }
}
