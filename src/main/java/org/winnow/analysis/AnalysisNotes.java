package org.winnow.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.winnow.figure.Wording;
import org.winnow.metaanalysis.Convention;
import org.winnow.metaanalysis.MixedModel;
import org.winnow.metaanalysis.PooledInterval;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.StudyEffect;
import org.winnow.metaanalysis.TauSquaredEstimator;
import org.winnow.metaanalysis.TwoByTwo;

/** What a reader of an analysis should know beside its numbers. */
public final class AnalysisNotes {
  private static final double RARE = 0.05;
  private static final double UNBALANCED = 2;
  private static final double LARGE_LOG_ODDS = Math.log(2);
  private static final int STUDIES_PER_MODERATOR = 10;

  private final Analysis a;
  private final AnalysisSettings settings;
  private final List<Note> notes = new ArrayList<>();

  private AnalysisNotes(Analysis a) {
    this.a = a;
    settings = a.settings();
  }

  /**
   * A note.
   *
   * @param code its name, for programs
   * @param rows of the table that it is about, from 0; empty when it is about all
   */
  public record Note(String code, Wording text, List<Integer> rows) {
    Tree tree() {
      Tree out = new Tree().put("code", code).put(text);
      return rows.isEmpty() ? out : out.put("rows", rows.stream().map(row -> row + 1).toList());
    }
  }

  /** The notes of an analysis, the weightiest first. */
  public static List<Note> of(Analysis analysis) {
    AnalysisNotes notes = new AnalysisNotes(analysis);
    notes.model();
    notes.studies();
    notes.rare();
    notes.intervals();
    notes.requested();
    return List.copyOf(notes.notes);
  }

  private void add(String code, String en, String zh) {
    notes.add(new Note(code, new Wording(en, zh), List.of()));
  }

  private void add(String code, List<Integer> rows, String en, String zh) {
    notes.add(new Note(code, new Wording(en, zh), rows));
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private void model() {
    a.rule()
        .ifPresent(
            rule ->
                add(
                    AnalysisSettings.I_SQUARED_RULE,
                    "The rule took the "
                        + (rule.random() ? "random" : "fixed")
                        + "-effects model, since I² is "
                        + rounded(rule.iSquared())
                        + " %. The Cochrane Handbook (10.10.4) advises against choosing a model by a"
                        + " statistic of heterogeneity: decide beforehand, by the question.",
                    "该规则采用了"
                        + (rule.random() ? "随机" : "固定")
                        + "效应模型，因为I² = "
                        + rounded(rule.iSquared())
                        + "%。Cochrane手册（10.10.4）不建议依据异质性统计量选择模型：应根据研究问题预先确定。"));
    String method = settings.method();
    if (method.equals("MH") && !settings.fixed() && settings.preset() == Convention.METAFOR) {
      add(
          "mh-random",
          "metafor pools by Mantel-Haenszel with fixed effects only; this is the random-effects"
              + " model by inverse variance.",
          "metafor的Mantel-Haenszel法仅适用于固定效应；此处为逆方差随机效应模型。");
    }
    if ((method.equals("PETO") || method.equals("PENALISED")) && !settings.fixed()) {
      add("fixed-only", "This method has a fixed-effect model only.", "该方法仅有固定效应模型。");
    }
    if (!settings.ci().equals("wald")
        && settings.fixed()
        && List.of("MH", "PETO", "PENALISED").contains(method)) {
      add(
          "interval-not-used",
          "With this method and a fixed effect the interval is the usual one, not "
              + settings.ci()
              + ".",
          "该方法的固定效应模型采用常规置信区间，而非" + settings.ci() + "。");
    }
    if (settings.ci().equals("kr") && settings.estimator() != TauSquaredEstimator.REML) {
      add(
          "kenward-roger",
          "Kenward and Roger's interval is made for τ² by REML.",
          "Kenward-Roger区间仅适用于REML估计的τ²。");
    }
    if (settings.swapEvents() && a.effects().tables().isEmpty()) {
      add(
          "swap-not-used",
          "Events were not exchanged: the data are not events and totals.",
          "未交换事件：数据不是事件数与总数。");
    }
  }

  private void studies() {
    List<Integer> lost = new ArrayList<>();
    for (int row : a.members()) {
      if (a.effects().effects().get(row) instanceof StudyEffect.NotEstimable) {
        lost.add(row);
      }
    }
    a.effects()
        .unreadable()
        .forEach(
            (row, why) ->
                add(
                    "excluded-unreadable",
                    List.of(row),
                    "A row that is left out could not be read. " + why.en(),
                    "有一行已排除的数据无法读取。" + why.zh()));
    if (!lost.isEmpty()) {
      add(
          "not-estimable",
          lost,
          lost.size()
              + (lost.size() == 1 ? " row is" : " rows are")
              + " not estimable and not pooled.",
          "有" + lost.size() + "行不可估计，未参与合并。");
    }
    String apart = settings.pooledApart();
    Map<List<String>, List<Integer>> names = new LinkedHashMap<>();
    if (a.table().has("study")) {
      for (int row : a.members()) {
        String part = apart.isEmpty() ? "" : a.table().text(row, apart);
        names.computeIfAbsent(List.of(part, a.study(row)), n -> new ArrayList<>()).add(row);
      }
    }
    names.forEach(
        (place, rows) -> {
          String name = place.getLast();
          if (rows.size() > 1 && !name.isEmpty()) {
            add(
                "duplicate-study",
                rows,
                "The study " + name + " stands in " + rows.size() + " rows.",
                "研究“" + name + "”出现在" + rows.size() + "行中。");
          }
        });
    for (DoubleCounting.Shared shared :
        DoubleCounting.of(
            a.table(), Arrays.stream(a.members()).boxed().toList(), a.settings().pooledApart())) {
      if (shared.sameArm()) {
        add(
            "double-counted",
            shared.rows(),
            "Rows of the trial "
                + shared.trial()
                + " have an arm with the same numbers: its people are counted more than once unless"
                + " the arm is split or the arms are combined.",
            "试验“" + shared.trial() + "”的多行含数据相同的组：除非拆分该组或合并各组，其受试者将被重复计数。");
      }
    }
    if (a.rows().length == 1) {
      add("one-study", "Only one study: nothing is pooled.", "仅一项研究：未进行合并。");
    }
  }

  private void rare() {
    Optional<List<TwoByTwo>> tables = a.effects().tables();
    if (tables.isEmpty()) {
      return;
    }
    double events = 0;
    double people = 0;
    List<Integer> zero = new ArrayList<>();
    List<Integer> none = new ArrayList<>();
    boolean unbalanced = false;
    for (int row : a.members()) {
      TwoByTwo t = tables.get().get(row);
      if (t.total() == 0) {
        continue;
      }
      events += t.events();
      people += t.total();
      if (t.doubleZero()) {
        none.add(row);
      } else if (t.hasZero()) {
        zero.add(row);
      }
      double ratio = t.n1() / t.n2();
      unbalanced |= ratio > UNBALANCED || ratio < 1 / UNBALANCED;
    }
    boolean rare = people > 0 && events / people < RARE;
    boolean counts = settings.method().startsWith("GLMM") || settings.method().equals("PENALISED");
    if (rare && settings.method().equals("IV") && !settings.measure().equals("AS")) {
      add(
          "rare-events",
          "Events are rare ("
              + String.format(Locale.ROOT, "%.1f", 100 * events / people)
              + " %): inverse variance is biased then. Consider Peto (balanced arms, small effects),"
              + " Mantel-Haenszel without correction, or a mixed model of the counts (GLMM).",
          "事件罕见（"
              + String.format(Locale.ROOT, "%.1f", 100 * events / people)
              + "%）：此时逆方差法有偏倚。可考虑Peto法（组间均衡、效应小）、不作校正的Mantel-Haenszel法，或计数的混合模型（GLMM）。");
    }
    if (!none.isEmpty()) {
      boolean kept = a.effects().effects().get(none.getFirst()) instanceof StudyEffect.Estimable;
      add(
          "double-zero",
          none,
          none.size()
              + (none.size() == 1 ? " study has" : " studies have")
              + " no event in either arm: "
              + (kept && !counts
                  ? "pooled with a correction."
                  : "left out, since they say nothing of a ratio."),
          "有" + none.size() + "项研究两组均无事件：" + (kept && !counts ? "经校正后纳入合并。" : "因不提供比值信息而未纳入。"));
    }
    if (!zero.isEmpty() && settings.method().equals("IV") && !settings.zero().equals("none")) {
      add(
          "continuity-correction",
          zero,
          "A continuity correction was added to "
              + zero.size()
              + (zero.size() == 1 ? " study" : " studies")
              + " with an empty cell; see whether the result depends on it.",
          "对" + zero.size() + "项含零单元格的研究加了连续性校正；请检查结果是否依赖于此。");
    }
    if (settings.method().equals("PETO")
        && (unbalanced || Math.abs(a.summary().pooled().estimate()) > LARGE_LOG_ODDS)) {
      add(
          "peto-bias",
          "Peto's method is biased where arms are of very different size or the effect is large.",
          "当两组人数悬殊或效应较大时，Peto法有偏倚。");
    }
  }

  private void intervals() {
    Analysis.Summary s = a.summary();
    int k = a.rows().length;
    boolean knapp = settings.ci().startsWith("hksj");
    if (s.tauSquared().isPresent() && s.tauSquared().getAsDouble() == 0 && k > 1) {
      add(
          "no-tau",
          "τ² is 0: the random-effects result is the fixed one.",
          "τ² = 0：随机效应结果与固定效应相同。");
    }
    if (knapp && k == 1) {
      add(
          "knapp-one-study",
          "One study: the Hartung-Knapp interval does not exist, the normal one is given.",
          "仅一项研究：不存在Hartung-Knapp区间，给出正态区间。");
    }
    if (knapp && k == 2) {
      add(
          "knapp-two-studies",
          "Two studies: the Hartung-Knapp interval rests on one degree of freedom (t = 12.7).",
          "仅两项研究：Hartung-Knapp区间仅有1个自由度（t = 12.7）。");
    }
    if (knapp && k > 1 && !settings.method().startsWith("GLMM")) {
      MixedModel model = a.model();
      PooledInterval wald =
          PooledInterval.classic(model.studies(), s.tauSquared().orElse(0), settings.level() / 100);
      double width = s.interval().upper() - s.interval().lower();
      if (width < wald.interval().upper() - wald.interval().lower()) {
        add(
            "knapp-narrower",
            String.format(
                Locale.ROOT,
                "The Hartung-Knapp interval is narrower than the classic one (%.4g to %.4g on the"
                    + " scale of analysis): report both, or use the ad hoc correction.",
                wald.interval().lower(),
                wald.interval().upper()),
            String.format(
                Locale.ROOT,
                "Hartung-Knapp区间窄于经典区间（分析尺度上为%.4g至%.4g）：请同时报告两者，或采用ad hoc校正。",
                wald.interval().lower(),
                wald.interval().upper()));
      }
    }
    if (s.statistic().isEmpty() && s.pValue().isEmpty()) {
      add(
          "not-defined",
          "The test statistic is not defined: the standard error is 0.",
          "检验统计量无定义：标准误为0。");
    }
    if (s.tauSquared().isPresent()
        && !settings.predictionKind().equals("off")
        && a.prediction().isEmpty()) {
      add("no-prediction", "Too few studies for this prediction interval.", "研究过少，无法计算该预测区间。");
    }
  }

  private void requested() {
    int k = a.rows().length;
    if (!settings.tests().isEmpty() && k < SmallStudyEffects.ADVISED_STUDIES) {
      add(
          "few-studies",
          "Fewer than ten studies: tests for funnel plot asymmetry say little (Cochrane Handbook"
              + " 13.3.5.4).",
          "研究少于十项：漏斗图不对称检验的把握度很低（Cochrane手册13.3.5.4）。");
    }
    if (!settings.moderators().isEmpty()
        && k < STUDIES_PER_MODERATOR * settings.moderators().size()) {
      add(
          "few-studies-per-moderator",
          "Fewer than ten studies for each moderator (Cochrane Handbook 10.11.5.1).",
          "每个调节变量对应的研究少于十项（Cochrane手册10.11.5.1）。");
    }
  }
}
