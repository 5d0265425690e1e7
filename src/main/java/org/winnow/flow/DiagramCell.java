package org.winnow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.winnow.figure.Colour;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Paragraph;
import org.winnow.figure.Run;
import org.winnow.figure.TextStyle;
import org.winnow.figure.Weight;
import org.winnow.figure.Wording;

/** What one box says, line by line, before it is known how wide the box is. */
record DiagramCell(List<Line> lines) {
  static final DiagramCell NONE = new DiagramCell(List.of());

  static final TextStyle NORMAL = new TextStyle(Weight.REGULAR, 13, Colour.INK);
  static final TextStyle NUMBER = new TextStyle(Weight.SEMIBOLD, 13, Colour.INK);
  static final TextStyle SMALL = new TextStyle(Weight.REGULAR, 12, Colour.INK_2);
  static final TextStyle SMALL_NUMBER = new TextStyle(Weight.SEMIBOLD, 12, Colour.INK);
  static final TextStyle WAITING = new TextStyle(Weight.REGULAR, 12, Colour.EXCLUDE);
  static final TextStyle WAITING_NUMBER = new TextStyle(Weight.SEMIBOLD, 12, Colour.EXCLUDE);

  private static final String NO_BREAK = "\u00a0";

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The box of the template that this is, or empty. */
  String id() {
    return lines.stream()
        .map(Line::box)
        .flatMap(List::stream)
        .map(FlowBox::boxId)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The names of all that the box counts. */
  String names() {
    return lines.stream()
        .flatMap(line -> line.box().stream())
        .map(FlowBox::dataName)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /**
   * One line, which may take several when it is too long.
   *
   * @param box what the line counts; none for a heading
   * @param indent how far from the edge of the box, in steps
   */
  record Line(List<FlowBox> box, int indent, Wording label, Figure figure, Look look) {

    static Line heading(Wording label) {
      return new Line(List.of(), 0, label, new Figure.Nothing(), Look.WHOLE);
    }

    static Line whole(FlowBox box, Wording label, OptionalInt n) {
      return new Line(List.of(box), 0, label, Figure.of(n), Look.WHOLE);
    }

    static Line part(FlowBox box, Wording label, OptionalInt n) {
      return new Line(List.of(box), 1, label, Figure.of(n), Look.PART);
    }

    static Line detail(FlowBox box, Wording label, int n) {
      return new Line(List.of(box), 1, label, new Figure.Number(n), Look.DETAIL);
    }

    static Line pending(FlowBox box, int n) {
      return new Line(List.of(box), 1, box.label(), new Figure.Number(n), Look.WAITING);
    }

    static Line sources(FlowBox box, List<FlowDetails.Line> sources) {
      return new Line(List.of(box), 2, Wording.same(""), new Figure.Each(sources), Look.DETAIL);
    }

    /** With a colon after the number. */
    Line followedByDetails() {
      return switch (figure) {
        case Figure.Number(int n) ->
            new Line(box, indent, label, new Figure.NumberAndMore(n), look);
        case Figure.Unknown(), Figure.NumberAndMore(int _), Figure.Each(var _), Figure.Nothing() ->
            this;
      };
    }

    /** The line broken to a width, in units of the scene. */
    List<Paragraph.Line> broken(FigureLanguage language, double width) {
      Locale locale = Locale.forLanguageTag(language.tag());
      return switch (figure) {
        case Figure.Each(List<FlowDetails.Line> sources) -> packed(sources, width, locale);
        case Figure.Nothing(),
            Figure.Number(int _),
            Figure.NumberAndMore(int _),
            Figure.Unknown() ->
            Paragraph.wrap(runs(language), width, locale);
      };
    }

    private List<Run> runs(FigureLanguage language) {
      return switch (figure) {
        case Figure.Nothing(), Figure.Each(var _) ->
            List.of(new Run(label.in(language), look.text));
        case Figure.Number(int n) -> labelled(language, bracketed(n), "");
        case Figure.NumberAndMore(int n) ->
            labelled(language, bracketed(n), new Wording(":", "：").in(language));
        case Figure.Unknown() ->
            labelled(language, new Wording("(not reported)", "（未报告）").in(language), "");
      };
    }

    private static String bracketed(int n) {
      return "(n = " + written(n) + ")";
    }

    private List<Run> labelled(FigureLanguage language, String number, String after) {
      List<Run> runs = new ArrayList<>();
      runs.add(new Run(label.in(language) + " ", look.text));
      runs.add(new Run(number.replace(" ", NO_BREAK), look.number));
      if (!after.isEmpty()) {
        runs.add(new Run(after, look.text));
      }
      return runs;
    }

    private List<Paragraph.Line> packed(
        List<FlowDetails.Line> sources, double width, Locale locale) {
      List<List<Run>> items =
          sources.stream()
              .map(
                  source ->
                      List.of(
                          new Run(source.name() + NO_BREAK, look.text),
                          new Run(written(source.n()), look.number)))
              .toList();
      return Paragraph.pack(items, new Run(" · ", look.text), width, locale);
    }

    private static String written(int n) {
      return Formula.written(n);
    }
  }

  /** The number behind a label. */
  sealed interface Figure {
    record Nothing() implements Figure {}

    record Unknown() implements Figure {}

    record Number(int n) implements Figure {}

    record NumberAndMore(int n) implements Figure {}

    record Each(List<FlowDetails.Line> sources) implements Figure {}

    static Figure of(OptionalInt n) {
      return n.isPresent() ? new Number(n.getAsInt()) : new Unknown();
    }
  }

  /** How a line is set, and how much height it takes. */
  enum Look {
    WHOLE(NORMAL, NUMBER, 20),
    PART(NORMAL, NUMBER, 20),
    DETAIL(SMALL, SMALL_NUMBER, 18),
    WAITING(DiagramCell.WAITING, WAITING_NUMBER, 18);

    final TextStyle text;
    final TextStyle number;
    final double leading;

    Look(TextStyle text, TextStyle number, double leading) {
      this.text = text;
      this.number = number;
      this.leading = leading;
    }
  }
}
