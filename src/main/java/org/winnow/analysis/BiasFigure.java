package org.winnow.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.winnow.figure.plot.BiasBars;
import org.winnow.figure.plot.BiasTable;
import org.winnow.figure.plot.Judgement;

/**
 * The risk of bias of the studies, after robvis (McGuinness 2021): a table of traffic lights, or
 * the shares of the judgements of each domain, by the weights of the analysis or of studies alike.
 * A trial with several rows stands once in the table when its judgements agree.
 */
final class BiasFigure {
  private static final int ROWS_OF_A_PAGE = 40;

  private final Analysis analysis;
  private final PlotOptions options;
  private final FigureText text;
  private final BiasJudgements bias;
  private final List<String> columns;

  BiasFigure(Analysis analysis, PlotOptions options) {
    this.analysis = analysis;
    this.options = options;
    text = new FigureText(analysis, options);
    bias = new BiasJudgements(analysis.table(), options, text);
    columns = new ArrayList<>(bias.columns());
    if (!bias.overall().isEmpty()) {
      columns.add(bias.overall());
    }
    if (bias.columns().isEmpty()) {
      throw Refusal.of(RefusalReason.NO_JUDGEMENTS);
    }
  }

  Plot table() {
    Map<String, BiasTable.Row> rows = new LinkedHashMap<>();
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("study"));
    head.addAll(bias.domains());
    if (!bias.overall().isEmpty()) {
      head.add(bias.overallName());
    }
    table.add(head);
    for (int row : analysis.members()) {
      List<Judgement> judgements = columns.stream().map(c -> bias.judgement(row, c)).toList();
      BiasTable.Row shown = new BiasTable.Row(analysis.study(row), judgements);
      if (rows.putIfAbsent(shown.toString(), shown) == null) {
        List<String> fields = new ArrayList<>(List.of(shown.study()));
        judgements.forEach(j -> fields.add(word(j)));
        table.add(fields);
      }
    }
    List<String> letters = new ArrayList<>(bias.letters());
    if (!bias.overall().isEmpty()) {
      letters.add(bias.overallName());
    }
    BiasTable plot =
        new BiasTable(
            text.words("Risk of bias of each study", "各研究的偏倚风险"),
            text.words(
                "Judgements of "
                    + rows.size()
                    + (rows.size() == 1 ? " study" : " studies")
                    + " in "
                    + bias.columns().size()
                    + " domains.",
                rows.size() + "项研究在" + bias.columns().size() + "个领域的判断。"),
            text.language().tag(),
            text.words("Study", "研究"),
            letters,
            List.copyOf(rows.values()),
            bias.legend(),
            bias.signs(),
            options.layout() == JournalLayout.GRAYSCALE);
    return Plot.of(plot::scene, plot.pages(ROWS_OF_A_PAGE), table);
  }

  private static String word(Judgement judgement) {
    return judgement == Judgement.NONE
        ? ""
        : judgement.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  Plot summary() {
    boolean weighted = analysis.weighted() && options.weights() != PlotOptions.Weights.NONE;
    double[] weights = analysis.weights();
    ToDoubleFunction<Integer> weight = weighted ? row -> weights[row] : row -> 1;
    List<BiasBars.Bar> bars = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    List<Judgement.Sign> signs = bias.signs();
    List<String> head = new ArrayList<>(List.of("domain"));
    signs.forEach(sign -> head.add(word(sign.judgement()) + " in percent"));
    table.add(head);
    for (int c = 0; c < columns.size(); c++) {
      boolean overall = c == bias.columns().size();
      BiasBars.Bar bar =
          bar(
              overall ? bias.overallName() : bias.domains().get(c),
              columns.get(c),
              weight,
              signs,
              overall);
      bars.add(bar);
      List<String> fields = new ArrayList<>(List.of(bar.label()));
      bar.shares().forEach(share -> fields.add(FigureText.exact(share)));
      table.add(fields);
    }
    BiasBars plot =
        new BiasBars(
            text.words("Risk of bias by domain", "各领域的偏倚风险"),
            text.words(
                "Shares of judgements in "
                    + bias.columns().size()
                    + " domains"
                    + (weighted ? ", by the weights of the studies." : "."),
                bias.columns().size() + "个领域中各判断的比例" + (weighted ? "，按研究权重计。" : "。")),
            text.language().tag(),
            bars,
            weighted
                ? text.words("Share of the weight", "权重比例")
                : text.words("Share of the studies", "研究比例"),
            signs,
            options.layout() == JournalLayout.GRAYSCALE);
    return Plot.of(plot.scene(), table);
  }

  private BiasBars.Bar bar(
      String label,
      String column,
      ToDoubleFunction<Integer> weight,
      List<Judgement.Sign> signs,
      boolean overall) {
    double[] sums = new double[Judgement.values().length];
    double all = 0;
    for (int row : analysis.members()) {
      double share = weight.applyAsDouble(row);
      sums[bias.judgement(row, column).ordinal()] += share;
      all += share;
    }
    double unit = all > 0 ? 100 / all : 0;
    return new BiasBars.Bar(
        label,
        signs.stream().map(sign -> sums[sign.judgement().ordinal()] * unit).toList(),
        overall);
  }
}
