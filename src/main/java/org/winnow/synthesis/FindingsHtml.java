package org.winnow.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.analysis.Certainty;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.review.Protocol.Text;
import org.winnow.synthesis.Findings.Finding;
import org.winnow.synthesis.Findings.PerThousand;
import org.winnow.synthesis.Findings.Relative;
import org.winnow.synthesis.Findings.Risk;

/** A summary of findings as a page of its own: no script, nothing from elsewhere, fit for paper. */
final class FindingsHtml {
  private static final String STYLE =
      """
      body{font:14px/1.45 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;
        color:#1f2321;background:#fff;margin:2rem}
      h1{font-size:1.3rem;margin:0 0 .3rem}
      p{margin:.2rem 0}
      table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}
      caption{text-align:left;font-weight:600;padding-bottom:.4rem}
      th,td{border:1px solid #8a8f8c;padding:.35rem .5rem;text-align:left;vertical-align:top}
      thead th{background:#f2f0ea}
      thead{display:table-header-group}
      tr{break-inside:avoid}
      .signs{white-space:nowrap;letter-spacing:.05em}
      .notes{padding-left:0;list-style:none}
      @media print{body{margin:0;font-size:10pt}@page{size:A4 landscape;margin:12mm}}
      """;

  private final Comparison comparison;
  private final FigureLanguage language;
  private final List<String> notes = new ArrayList<>();
  private final StringBuilder html = new StringBuilder();

  FindingsHtml(Comparison comparison, FigureLanguage language) {
    this.comparison = comparison;
    this.language = language;
  }

  String of(List<Finding> findings) {
    String title = words("Summary of findings", "结果总结表");
    String name = in(comparison.name());
    String experimental = or(in(comparison.experimental()), words("intervention", "干预组"));
    String control = or(in(comparison.control()), words("control", "对照组"));
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language == FigureLanguage.CHINESE ? "zh-CN" : "en")
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escaped(name.isEmpty() ? title : title + words(": ", "：") + name))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n");
    element("h1", title);
    element("p", name);
    element(
        "p",
        words("Intervention: ", "干预：")
            + experimental
            + words(". Comparison: ", "。对照：")
            + control
            + words(".", "。"));
    html.append("<table>\n<thead>\n<tr>");
    for (String head :
        List.of(
            words("Outcome", "结局"),
            words("Participants (studies)", "受试者数（研究数）"),
            words("Relative effect (CI)", "相对效应（置信区间）"),
            words("Risk with ", "风险：") + control,
            words("Risk with ", "风险：") + experimental,
            words("Difference", "差值"),
            words("Number needed to treat", "需治疗人数"),
            words("Certainty of the evidence (GRADE)", "证据质量（GRADE）"))) {
      html.append("<th scope=\"col\">").append(escaped(head)).append("</th>");
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
    findings.forEach(this::rows);
    html.append("</tbody>\n</table>\n");
    if (!notes.isEmpty()) {
      html.append("<ul class=\"notes\">\n");
      for (int i = 0; i < notes.size(); i++) {
        html.append("<li><sup>")
            .append(sign(i))
            .append("</sup> ")
            .append(escaped(notes.get(i)))
            .append("</li>\n");
      }
      html.append("</ul>\n");
    }
    element(
        "p",
        words(
            "Risks are events among 1,000 people. The risk with the intervention and its interval"
                + " follow from the assumed risk and the relative effect. NNTB, NNTH: number needed"
                + " to treat for an additional beneficial or harmful outcome. ⊕ counts the levels of"
                + " certainty, from ⊕◯◯◯ (very low) to ⊕⊕⊕⊕ (high).",
            "风险为每1000人中的事件数；干预组风险及其区间由假定风险与相对效应推得。NNTB、NNTH：多一例获益或受害所需治疗的人数。"
                + "⊕的个数表示证据质量等级，由⊕◯◯◯（极低）至⊕⊕⊕⊕（高）。"));
    return html.append("</body>\n</html>\n").toString();
  }

  private void rows(Finding finding) {
    List<Optional<Risk>> risks =
        finding.risks().isEmpty()
            ? List.of(Optional.empty())
            : finding.risks().stream().map(Optional::of).toList();
    String span = risks.size() == 1 ? "" : " rowspan=\"" + risks.size() + "\"";
    String outcome = in(finding.outcome());
    String when = finding.timePoint() == null ? "" : words(", ", "，") + finding.timePoint();
    for (int i = 0; i < risks.size(); i++) {
      html.append("<tr>");
      if (i == 0) {
        html.append("<th scope=\"row\"")
            .append(span)
            .append('>')
            .append(escaped(outcome + when))
            .append("</th>");
        cell(span, people(finding));
        cell(span, relative(Optional.ofNullable(finding.relative())));
      }
      Optional<Risk> risk = risks.get(i);
      cell("", risk.map(this::assumed).orElse("–"));
      cell("", risk.map(r -> perThousand(r.with())).orElse("–"));
      cell("", risk.map(r -> difference(r.difference())).orElse("–"));
      cell("", risk.map(r -> in(r.numberNeeded())).orElse("–"));
      if (i == 0) {
        certainty(finding, span);
      }
      html.append("</tr>\n");
    }
  }

  private void certainty(Finding finding, String span) {
    html.append("<td").append(span).append('>');
    if (finding.certainty() == null) {
      html.append(words("not judged", "尚未评价"));
    } else {
      Certainty.Level level = Certainty.Level.named(finding.certainty());
      html.append("<span class=\"signs\">")
          .append(level.signs())
          .append("</span> ")
          .append(escaped(level.title().in(language)));
    }
    List<String> signs = new ArrayList<>();
    for (String note : finding.footnotes()) {
      if (!notes.contains(note)) {
        notes.add(note);
      }
      signs.add(sign(notes.indexOf(note)));
    }
    if (!signs.isEmpty()) {
      html.append("<sup>").append(String.join(",", signs)).append("</sup>");
    }
    html.append("</td>");
  }

  /** a, b … z, then aa, bb … */
  private static String sign(int index) {
    return Character.toString('a' + index % 26).repeat(1 + index / 26);
  }

  private String people(Finding finding) {
    Double participants = finding.participants();
    return (participants == null ? "–" : String.format(Locale.ROOT, "%.0f", participants))
        + words(" (", "（")
        + finding.studies()
        + words(")", "）");
  }

  private String relative(Optional<Relative> found) {
    return found
        .map(
            r ->
                r.measure()
                    + " "
                    + number(r.estimate())
                    + words(" (", "（")
                    + number(r.lower())
                    + words(" to ", "至")
                    + number(r.upper())
                    + words(")", "）"))
        .orElse("–");
  }

  private static String number(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? "∞" : minus(String.format(Locale.ROOT, "%.2f", value));
  }

  private String assumed(Risk risk) {
    String source =
        switch (risk.source()) {
          case "median" -> words("median of the control groups", "对照组中位数");
          case "lowest" -> words("lowest of the control groups", "对照组最低值");
          case "highest" -> words("highest of the control groups", "对照组最高值");
          default -> words("typed in", "输入值");
        };
    return whole(risk.assumed()) + words(" per 1,000 (", "/1000（") + source + words(")", "）");
  }

  private String perThousand(PerThousand risk) {
    return whole(risk.per1000())
        + words(" per 1,000 (", "/1000（")
        + whole(risk.lower())
        + words(" to ", "至")
        + whole(risk.upper())
        + words(")", "）");
  }

  private String difference(PerThousand difference) {
    String count = whole(Math.abs(difference.per1000()));
    String side =
        difference.per1000() < 0
            ? words(count + " fewer", "少" + count)
            : words(count + " more", "多" + count);
    return side
        + words(" per 1,000 (", "/1000（")
        + signed(difference.lower())
        + words(" to ", "至")
        + signed(difference.upper())
        + words(")", "）");
  }

  private String signed(double value) {
    String count = whole(Math.abs(value));
    return count.equals("0")
        ? "0"
        : value < 0 ? words(count + " fewer", "少" + count) : words(count + " more", "多" + count);
  }

  private static String whole(double value) {
    return minus(String.format(Locale.ROOT, "%.0f", value));
  }

  private static String minus(String number) {
    return number.replace('-', '\u2212');
  }

  private void cell(String span, String text) {
    html.append("<td").append(span).append('>').append(escaped(text)).append("</td>");
  }

  private void element(String name, String text) {
    if (!text.isEmpty()) {
      html.append('<').append(name).append('>').append(escaped(text));
      html.append("</").append(name).append(">\n");
    }
  }

  private String words(String en, String zh) {
    return new Wording(en, zh).in(language);
  }

  private String in(Text text) {
    return Languages.in(language, text);
  }

  private static String or(String text, String other) {
    return text.isEmpty() ? other : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
