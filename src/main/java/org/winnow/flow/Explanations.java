package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.winnow.figure.Wording;

/**
 * What could make a published equation fail. Plausibility is a matter of experience, not of proof.
 */
final class Explanations {
  private final List<FlowStep> steps;
  private final FlowBoxes boxes;
  private final int difference;
  private final String n;

  /**
   * @param difference what is stated at the end less what should come out there; not zero
   */
  Explanations(List<FlowStep> steps, FlowBoxes boxes, int difference) {
    this.steps = steps;
    this.boxes = boxes;
    this.difference = difference;
    this.n = Formula.written(Math.abs(difference));
  }

  List<Wording> inOrder() {
    List<Wording> slips = slips().filter(Slip::small).map(Slip::wording).toList();
    List<Wording> all = new ArrayList<>(slips);
    if (difference > 0) {
      tooMany(all);
    } else {
      tooFew(all);
    }
    if (slips.isEmpty()) {
      all.add(typingError());
    }
    return List.copyOf(all);
  }

  private void tooMany(List<Wording> all) {
    if (steps.contains(FlowStep.SCREENING) || steps.contains(FlowStep.RETRIEVAL)) {
      all.add(
          say(
              "%s reports came from other methods (citation searching, websites, experts) and are"
                  + " not among the records counted here.",
              "%s篇报告来自其他途径（引文检索、网站、专家），不在此处计数的记录之内。"));
    }
    if (steps.contains(FlowStep.SCREENING)) {
      all.add(
          say(
              "Records that passed led to %s further reports: one record can have several.",
              "通过筛选的记录另外带出%s篇报告：一条记录可对应多篇报告。"));
      all.add(
          say(
              "The excluded records contain duplicates, and %s of them were taken off twice.",
              "排除的记录中包含重复记录，其中%s条被扣除了两次。"));
    } else if (steps.contains(FlowStep.IDENTIFICATION)) {
      all.add(
          say(
              "%s duplicates were counted twice, within their source and between sources.",
              "%s条重复记录被计数两次：同一来源内一次，不同来源间一次。"));
    }
    if (steps.contains(FlowStep.IDENTIFICATION)) {
      all.add(
          say(
              "The number identified was taken before a later search or a register added %s records.",
              "识别的记录数取自后续检索或注册库补充之前，补充了%s条记录。"));
    }
    if (eligibility()) {
      all.add(
          say(
              "%s reports were excluded for several reasons and counted under each.",
              "%s篇报告因多个原因被排除，并在每个原因下各计一次。"));
      all.add(say("%s included reports came from other methods.", "%s篇纳入的报告来自其他途径。"));
      all.add(
          say(
              "The end counts studies, not reports: one report can tell of several studies (%s more).",
              "末项计的是研究而非报告：一篇报告可涉及多项研究（多出%s）。"));
    }
    if (totals()) {
      all.add(
          say(
              "%s of the total belong to a version or a search that is not shown.",
              "合计中有%s来自未列出的版本或检索。"));
    }
  }

  private void tooFew(List<Wording> all) {
    if (steps.contains(FlowStep.IDENTIFICATION)) {
      all.add(
          say(
              "%s records were removed for reasons that are not stated (other reasons, automation).",
              "%s条记录因未说明的原因被移除（其他原因、自动化工具）。"));
    }
    if (steps.contains(FlowStep.SCREENING)) {
      all.add(
          say(
              "Several records share one report, which leaves %s fewer reports than records.",
              "多条记录对应同一篇报告，因此报告比记录少%s。"));
      all.add(
          say(
              "%s records that passed still await a decision or were never sought.",
              "%s条通过筛选的记录仍待决定，或从未获取全文。"));
    }
    if (steps.contains(FlowStep.RETRIEVAL) || steps.contains(FlowStep.OTHER_RETRIEVAL)) {
      all.add(say("%s reports were not retrieved and are not stated.", "%s篇报告未能获取，但未予说明。"));
    }
    if (eligibility()) {
      all.add(
          say(
              "The end counts studies, not reports: several reports of one study (%s fewer).",
              "末项计的是研究而非报告：同一研究有多篇报告（少%s）。"));
      all.add(
          say(
              "%s reports await classification or tell of studies that still run.",
              "%s篇报告待分类，或其研究仍在进行。"));
      all.add(
          say("A reason for excluding %s reports is missing from the list.", "排除原因清单中缺少%s篇报告的原因。"));
    }
    if (totals()) {
      all.add(
          say(
              "%s of the previous version were dropped or are counted again as new.",
              "上一版中有%s被剔除，或被重复计为新纳入。"));
    }
  }

  static List<Wording> ofSum(FlowBox whole, int difference) {
    String n = Formula.written(Math.abs(difference));
    boolean reasons = whole == REPORTS_EXCLUDED || whole == OTHER_REPORTS_EXCLUDED;
    List<Wording> all = new ArrayList<>();
    if (difference > 0) {
      all.add(
          reasons
              ? say("The list lacks the reason of %s reports.", "清单中缺少%s篇报告的原因。", n)
              : say("The list lacks a source of %s records.", "清单中缺少一个含%s条记录的来源。", n));
    } else {
      all.add(
          reasons
              ? say(
                  "%s reports have several reasons and are counted under each.",
                  "%s篇报告有多个原因，并在每个原因下各计一次。", n)
              : say(
                  "The sum leaves out %s records, as when it was taken after removing duplicates.",
                  "合计少计%s条记录，例如在去除重复之后才求和。", n));
    }
    all.add(say("One of the numbers has a typing error of %s.", "其中一个数字有笔误，相差%s。", n));
    return all;
  }

  static List<Wording> ofMetaAnalysis(int more) {
    String n = Formula.written(more);
    return List.of(
        say("Comparisons or arms were counted as studies (%s more).", "将比较或组别当作研究计数（多出%s）。", n),
        say("One of the numbers has a typing error of %s.", "其中一个数字有笔误，相差%s。", n));
  }

  private boolean eligibility() {
    return steps.contains(FlowStep.ELIGIBILITY) || steps.contains(FlowStep.ELIGIBILITY_IN_BOTH);
  }

  private boolean totals() {
    return steps.contains(FlowStep.TOTAL_STUDIES) || steps.contains(FlowStep.TOTAL_REPORTS);
  }

  private Wording typingError() {
    List<String> en = new ArrayList<>();
    List<String> zh = new ArrayList<>();
    slips()
        .forEach(
            slip -> {
              en.add(slip.changed() + " instead of " + slip.written());
              zh.add(slip.changed() + "（而非" + slip.written() + "）");
            });
    return new Wording(
        "A typing error in one of the numbers: %s would fit.".formatted(String.join(", or ", en)),
        "其中一个数字有笔误：%s可使等式成立。".formatted(String.join("，或", zh)));
  }

  /** Every number given, as it would have to be if it alone were wrong. */
  private Stream<Slip> slips() {
    List<Slip> slips = new ArrayList<>();
    for (FlowBox box : steps.getFirst().from()) {
      boxes.of(box).ifPresent(number -> slips.add(new Slip(box, number, number + difference)));
    }
    for (FlowStep step : steps) {
      for (FlowBox box : step.removed()) {
        boxes.of(box).ifPresent(number -> slips.add(new Slip(box, number, number - difference)));
      }
    }
    FlowBox end = steps.getLast().to();
    boxes.of(end).ifPresent(number -> slips.add(new Slip(end, number, number - difference)));
    return slips.stream().filter(slip -> slip.fitting() >= 0);
  }

  private Wording say(String en, String zh) {
    return say(en, zh, n);
  }

  private static Wording say(String en, String zh, String n) {
    return new Wording(en.formatted(n), zh.formatted(n));
  }

  /** One number and the one that would fit in its place. */
  private record Slip(FlowBox box, int given, int fitting) {
    String written() {
      return Formula.written(given);
    }

    String changed() {
      return Formula.written(fitting);
    }

    /** Two neighbouring digits exchanged, or one of three or more digits mistaken. */
    boolean small() {
      String a = Integer.toString(given);
      String b = Integer.toString(fitting);
      if (a.length() != b.length()) {
        return false;
      }
      List<Integer> apart =
          java.util.stream.IntStream.range(0, a.length())
              .filter(i -> a.charAt(i) != b.charAt(i))
              .boxed()
              .toList();
      if (apart.size() == 1) {
        return a.length() >= 3;
      }
      return apart.size() == 2
          && apart.get(1) == apart.get(0) + 1
          && a.charAt(apart.get(0)) == b.charAt(apart.get(1))
          && a.charAt(apart.get(1)) == b.charAt(apart.get(0));
    }

    Wording wording() {
      return new Wording(
          "A slip of digits: %s (%s) should read %s."
              .formatted(written(), box.label().en(), changed()),
          "数字笔误：%s（%s）应为%s。".formatted(written(), box.label().zh(), changed()));
    }
  }
}
