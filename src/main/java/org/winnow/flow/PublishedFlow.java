package org.winnow.flow;

import static org.winnow.flow.FlowBox.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.winnow.figure.Wording;

/**
 * The numbers of a flow as somebody published them, all or some, and what can be said of them:
 * which equations fail and by how much, which missing numbers follow, what could explain a
 * difference. It claims no repair, since the right one cannot be known from the numbers alone.
 */
public record PublishedFlow(FlowBoxes boxes, FlowDetails details) {

  /**
   * An equation that the numbers given allow to check.
   *
   * @param id as in the list of identities; joined by {@code +} where numbers between are missing
   * @param difference what is stated less what follows; zero when it holds
   * @param formula the equation with the numbers in place
   * @param explanations what could be behind a failure, the most plausible first
   */
  public record Checked(
      String id,
      boolean holds,
      int difference,
      String formula,
      Wording label,
      List<Wording> explanations) {
    public Checked {
      explanations = List.copyOf(explanations);
    }
  }

  /**
   * @param missing numbers that were not given but follow from the others
   * @param authorQuery a question to the authors; empty when nothing is to be asked
   */
  public record Answer(
      List<Checked> identities, Map<FlowBox, Integer> missing, Wording authorQuery) {
    public Answer {
      identities = List.copyOf(identities);
      EnumMap<FlowBox, Integer> sorted = new EnumMap<>(FlowBox.class);
      sorted.putAll(missing);
      missing = Collections.unmodifiableMap(sorted);
    }

    public boolean holds() {
      return identities.stream().allMatch(Checked::holds);
    }

    public Map<String, Integer> missingByName() {
      return new FlowBoxes(missing).byName();
    }
  }

  public Answer check() {
    List<Checked> checked = new ArrayList<>();
    sumOfParts(
            "I1",
            DATABASE_RESULTS,
            details.databases().stream().map(FlowDetails.Line::n).toList(),
            new Wording("Databases = sum over the databases", "数据库 = 各数据库之和"))
        .ifPresent(checked::add);
    sumOfParts(
            "I1",
            REGISTER_RESULTS,
            details.registers().stream().map(FlowDetails.Line::n).toList(),
            new Wording("Registers = sum over the registers", "注册库 = 各注册库之和"))
        .ifPresent(checked::add);
    for (List<FlowStep> chain : chains()) {
      checked.addAll(new FlowChain(chain, boxes).checked());
    }
    sumOfParts(
            "I6b",
            REPORTS_EXCLUDED,
            details.reasons().stream().map(FlowDetails.Reason::n).toList(),
            new Wording("Reasons sum to excluded", "各排除原因之和 = 排除的报告"))
        .ifPresent(checked::add);
    sumOfParts(
            "I8c",
            OTHER_REPORTS_EXCLUDED,
            details.otherReasons().stream().map(FlowDetails.Reason::n).toList(),
            new Wording("Other methods: reasons sum to excluded", "其他途径：各排除原因之和 = 排除的报告"))
        .ifPresent(checked::add);
    subset(META_ANALYSIS_STUDIES, has(TOTAL_STUDIES) ? TOTAL_STUDIES : NEW_STUDIES)
        .ifPresent(checked::add);
    return new Answer(checked, missing(), AuthorQuery.of(boxes, checked));
  }

  /** The ways that records and reports take, each a row of steps that share the number between. */
  private List<List<FlowStep>> chains() {
    List<FlowStep> main = new ArrayList<>(List.of(FlowStep.IDENTIFICATION, FlowStep.SCREENING));
    main.add(FlowStep.RETRIEVAL);
    List<List<FlowStep>> chains = new ArrayList<>();
    if (hasOtherReports()) {
      chains.add(main);
      chains.add(List.of(FlowStep.OTHER_RETRIEVAL));
      chains.add(List.of(FlowStep.ELIGIBILITY_IN_BOTH));
    } else {
      main.add(FlowStep.ELIGIBILITY);
      chains.add(main);
    }
    chains.add(List.of(FlowStep.TOTAL_STUDIES));
    chains.add(List.of(FlowStep.TOTAL_REPORTS));
    return chains;
  }

  private boolean hasOtherReports() {
    return boxes.hasAny(
        List.of(OTHER_SOUGHT, OTHER_NOT_RETRIEVED, OTHER_ASSESSED, OTHER_REPORTS_EXCLUDED));
  }

  private boolean has(FlowBox box) {
    return boxes.of(box).isPresent();
  }

  private Optional<Checked> sumOfParts(
      String id, FlowBox whole, List<Integer> parts, Wording label) {
    OptionalInt stated = boxes.of(whole);
    if (parts.isEmpty() || stated.isEmpty()) {
      return Optional.empty();
    }
    Formula formula = new Formula();
    parts.forEach(formula::plus);
    int difference = stated.getAsInt() - formula.value();
    List<Wording> explanations =
        difference == 0 ? List.of() : Explanations.ofSum(whole, difference);
    return Optional.of(
        new Checked(
            id,
            difference == 0,
            difference,
            formula.equalTo(stated.getAsInt()),
            label,
            explanations));
  }

  private Optional<Checked> subset(FlowBox part, FlowBox whole) {
    if (!has(part) || !has(whole)) {
      return Optional.empty();
    }
    int more = Math.max(0, number(part) - number(whole));
    return Optional.of(
        new Checked(
            "I13",
            more == 0,
            more,
            Formula.written(number(part))
                + (more == 0 ? " ≤ " : " > ")
                + Formula.written(number(whole)),
            new Wording("No more studies in the meta-analysis than included", "Meta分析中的研究不多于纳入的研究"),
            more == 0 ? List.of() : Explanations.ofMetaAnalysis(more)));
  }

  private int number(FlowBox box) {
    return boxes.of(box).orElseThrow();
  }

  /** What follows step by step until nothing more does; a step that fails gives nothing. */
  private Map<FlowBox, Integer> missing() {
    EnumMap<FlowBox, Integer> known = new EnumMap<>(FlowBox.class);
    known.putAll(boxes.numbers());
    Map<FlowBox, Integer> found = new LinkedHashMap<>();
    boolean more = true;
    while (more) {
      Map<FlowBox, Integer> next = new EnumMap<>(FlowBox.class);
      FlowBoxes sofar = new FlowBoxes(known);
      for (List<FlowStep> chain : chains()) {
        next.putAll(new FlowChain(chain, sofar).follows());
      }
      next.keySet().removeAll((Collection<FlowBox>) known.keySet());
      known.putAll(next);
      found.putAll(next);
      more = !next.isEmpty();
    }
    return found;
  }
}
