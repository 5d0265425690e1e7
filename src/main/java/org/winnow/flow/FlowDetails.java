package org.winnow.flow;

import java.util.List;
import org.winnow.figure.Wording;

/** What the diagram lists below a number: the sources, and the reasons for excluding reports. */
public record FlowDetails(
    List<Line> databases, List<Line> registers, List<Reason> reasons, List<Reason> otherReasons) {
  public static final FlowDetails NONE =
      new FlowDetails(List.of(), List.of(), List.of(), List.of());

  /** One database or register and its records, duplicates included. */
  public record Line(String name, int n) {}

  /** One reason and the reports excluded for it. */
  public record Reason(String id, Wording label, int n) {}

  public FlowDetails {
    databases = List.copyOf(databases);
    registers = List.copyOf(registers);
    reasons = List.copyOf(reasons);
    otherReasons = List.copyOf(otherReasons);
  }

  public FlowDetails(List<Line> databases, List<Line> registers, List<Reason> reasons) {
    this(databases, registers, reasons, List.of());
  }
}
