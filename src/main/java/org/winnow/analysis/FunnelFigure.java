package org.winnow.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.figure.plot.Axis;
import org.winnow.figure.plot.FunnelPlot;
import org.winnow.metaanalysis.Distributions;
import org.winnow.metaanalysis.EffectSizes;
import org.winnow.metaanalysis.SmallStudyEffects;
import org.winnow.metaanalysis.TrimAndFill;

/** The points, lines and texts of a funnel plot from an analysis. */
public final class FunnelFigure {
  private final Analysis analysis;
  private final FigureLanguage language;
  private final boolean contours;
  private final boolean trimAndFill;
  private final boolean ratio;

  public FunnelFigure(
      Analysis analysis, FigureLanguage language, boolean contours, boolean trimAndFill) {
    this.analysis = analysis;
    this.language = language;
    this.contours = contours;
    this.trimAndFill = trimAndFill;
    ratio = StudyEffects.ratio(analysis.settings().measure());
  }

  private String words(String en, String zh) {
    return new Wording(en, zh).in(language);
  }

  public FunnelPlot plot() {
    EffectScale scale = EffectScale.of(analysis.settings().measure());
    List<String> series = new ArrayList<>();
    List<FunnelPlot.Point> points = points(series);
    int filled = points.size() - analysis.rows().length;
    String name = scale.name(language);
    OptionalDouble none = scale.none().isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty();
    double z = Distributions.normalQuantile(0.975);
    return new FunnelPlot(
        words("Funnel plot: ", "漏斗图：") + name,
        description(name, filled),
        language.tag(),
        ratio ? Axis.Scale.LOG : Axis.Scale.LINEAR,
        points,
        series,
        OptionalDouble.of(analysis.summary().pooled().estimate()),
        z,
        none,
        contours && none.isPresent() ? bounds() : List.of(),
        new FunnelPlot.Legend(
            words("Pooled effect", "合并效应"),
            words("Pseudo 95% limits", "伪95%界限"),
            words("No effect", "无效线"),
            words("Added by trim and fill (" + filled + ")", "剪补法补充的研究（" + filled + "）")),
        ratio ? name + words(" (log scale)", "（对数尺度）") : name,
        ratio ? words("Standard error of the log", "对数的标准误") : words("Standard error", "标准误"),
        notes(filled));
  }

  private List<FunnelPlot.Point> points(List<String> series) {
    EffectSizes studies = analysis.model().studies();
    List<FunnelPlot.Point> points = new ArrayList<>();
    String column = analysis.settings().subgroup();
    for (int i = 0; i < studies.count(); i++) {
      int row = analysis.rows()[i];
      String label = column.isEmpty() ? words("Studies", "研究") : analysis.table().text(row, column);
      if (!series.contains(label)) {
        series.add(label);
      }
      points.add(
          new FunnelPlot.Point(
              analysis.study(row),
              studies.estimate(i),
              studies.standardError(i),
              series.indexOf(label),
              false));
    }
    if (trimAndFill && studies.count() > 1) {
      Optional<EffectSizes> added =
          TrimAndFill.of(
                  studies,
                  TrimAndFill.Estimator.L0,
                  Optional.empty(),
                  analysis.settings().modelOptions())
              .filled();
      if (added.isPresent()) {
        for (int i = 0; i < added.get().count(); i++) {
          points.add(
              new FunnelPlot.Point(
                  words("added", "补充") + " " + (i + 1),
                  added.get().estimate(i),
                  added.get().standardError(i),
                  0,
                  true));
        }
      }
    }
    return points;
  }

  private static List<FunnelPlot.Contour> bounds() {
    return List.of(
        new FunnelPlot.Contour(Distributions.normalQuantile(0.95), "0.05 < P < 0.1"),
        new FunnelPlot.Contour(Distributions.normalQuantile(0.975), "0.01 < P < 0.05"),
        new FunnelPlot.Contour(Distributions.normalQuantile(0.995), "P < 0.01"));
  }

  private List<String> notes(int filled) {
    List<String> notes = new ArrayList<>();
    if (trimAndFill && filled == 0) {
      notes.add(words("Trim and fill adds no study.", "剪补法未补充研究。"));
    }
    if (analysis.rows().length < SmallStudyEffects.ADVISED_STUDIES) {
      notes.add(
          words(
              "Fewer than "
                  + SmallStudyEffects.ADVISED_STUDIES
                  + " studies: asymmetry cannot be told from chance.",
              "研究少于" + SmallStudyEffects.ADVISED_STUDIES + "项：不对称可能出于偶然。"));
    }
    return notes;
  }

  private String description(String name, int filled) {
    int k = analysis.rows().length;
    return words(
        "Effects ("
            + name
            + ") of "
            + k
            + (k == 1 ? " study" : " studies")
            + " against their standard errors, the most precise on top"
            + (filled > 0 ? "; " + filled + " added by trim and fill." : "."),
        k + "项研究的效应（" + name + "）与其标准误，最精确者在上" + (filled > 0 ? "；剪补法补充" + filled + "项。" : "。"));
  }
}
