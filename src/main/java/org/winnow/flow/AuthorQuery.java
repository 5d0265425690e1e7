package org.winnow.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.flow.PublishedFlow.Checked;

/** A question to the authors of a review whose numbers do not add up. */
final class AuthorQuery {
  private AuthorQuery() {}

  static Wording of(FlowBoxes boxes, List<Checked> checked) {
    List<Checked> failed = checked.stream().filter(each -> !each.holds()).toList();
    if (failed.isEmpty()) {
      return Wording.same("");
    }
    return new Wording(english(boxes, failed), chinese(boxes, failed));
  }

  private static String english(FlowBoxes boxes, List<Checked> failed) {
    StringBuilder text = new StringBuilder();
    text.append("Dear authors,\n\nFrom the flow of studies in your review we read: ")
        .append(numbers(boxes, FigureLanguage.ENGLISH))
        .append(".\n\nWe could not reconcile the following:\n");
    for (Checked each : failed) {
      text.append("- ")
          .append(each.label().en())
          .append(": ")
          .append(each.formula())
          .append(" (difference ")
          .append(Formula.written(Math.abs(each.difference())))
          .append("). Could it be that:\n");
      each.explanations().forEach(why -> text.append("    - ").append(why.en()).append('\n'));
    }
    return text.append("\nCould you tell us which numbers are right? Thank you.\n").toString();
  }

  private static String chinese(FlowBoxes boxes, List<Checked> failed) {
    StringBuilder text = new StringBuilder();
    text.append("尊敬的作者：\n\n我们从贵文的研究流程中读到：")
        .append(numbers(boxes, FigureLanguage.CHINESE))
        .append("。\n\n以下数字无法吻合：\n");
    for (Checked each : failed) {
      text.append("- ")
          .append(each.label().zh())
          .append("：")
          .append(each.formula())
          .append("（相差")
          .append(Formula.written(Math.abs(each.difference())))
          .append("）。可能的原因：\n");
      each.explanations().forEach(why -> text.append("    - ").append(why.zh()).append('\n'));
    }
    return text.append("\n能否告知哪些数字正确？谢谢。\n").toString();
  }

  private static String numbers(FlowBoxes boxes, FigureLanguage language) {
    String separator = new Wording("; ", "；").in(language);
    return boxes.numbers().entrySet().stream()
        .map(entry -> entry.getKey().label().in(language) + " " + Formula.written(entry.getValue()))
        .collect(Collectors.joining(separator));
  }
}
