package org.winnow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Scene;
import org.winnow.figure.Shape;
import org.winnow.figure.SvgWriter;
import org.winnow.figure.Wording;
import org.winnow.flow.RecordFate.Removal;
import org.winnow.flow.RecordFate.Screening;
import org.winnow.flow.ReportFate.FullText;
import org.winnow.flow.ReportFate.Retrieval;
import org.winnow.record.SourceKind;

/** Whatever becomes of records and reports, the sets add up and the figure says what they hold. */
class FlowPropertyTest {
  private static final Pattern NUMBER = Pattern.compile("\\(n = ([\\d,]+)\\)");

  @Property(tries = 300)
  void allIdentitiesHold(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
    FlowSets sets = new RandomReview(seed, size).sets();

    assertThat(Identities.of(sets)).isNotEmpty().allMatch(Identity::holds);
  }

  @Property(tries = 300)
  void anyIdTakenFromAnyPrintedSetBreaksAnIdentity(@ForAll long seed) {
    RandomReview review = new RandomReview(seed, 40);
    FlowSets sets = review.sets();
    List<FlowBox> filled =
        sets.sets().entrySet().stream()
            .filter(entry -> entry.getKey().printed() && !entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    FlowBox box = filled.get(review.random.nextInt(filled.size()));
    int[] ids = sets.of(box).stream().toArray();
    IdSet taken = IdSet.of(ids[review.random.nextInt(ids.length)]);

    FlowSets broken = sets.replacing(box, sets.of(box).without(taken));

    assertThat(Identities.of(broken)).anyMatch(identity -> !identity.holds());
  }

  @Property(tries = 60)
  void theNumbersInTheFigureAreTheSizesOfTheSets(@ForAll long seed) {
    FlowSets sets = new RandomReview(seed, 50).sets();
    FlowBoxes boxes = FlowBoxes.of(sets);

    for (FigureLanguage language : FigureLanguage.values()) {
      Scene scene =
          new FlowDiagram(boxes, FlowDetails.NONE, Template.fitting(boxes), Progress.interim(sets))
              .scene(language);
      Map<FlowBox, Integer> drawn = drawn(SvgWriter.write(scene, SvgWriter.Colours.FIXED));

      assertThat(drawn).containsAllEntriesOf(boxes.numbers());
      drawn.forEach((box, number) -> assertThat(number).isEqualTo(sets.count(box)));
    }
  }

  @Property(tries = 60)
  void noTwoBoxesOfTheFigureOverlap(@ForAll long seed) {
    RandomReview review = new RandomReview(seed, 50);
    FlowSets sets = review.sets();
    FlowBoxes boxes = FlowBoxes.of(sets);
    FlowDetails details = review.details(sets);
    Scene scene =
        new FlowDiagram(boxes, details, Template.fitting(boxes), Progress.interim(sets))
            .scene(FigureLanguage.ENGLISH);

    List<Shape.Rectangle> rectangles = rectangles(scene);
    for (int i = 0; i < rectangles.size(); i++) {
      Shape.Rectangle one = rectangles.get(i);
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(scene.width());
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(scene.height());
      for (Shape.Rectangle other : rectangles.subList(i + 1, rectangles.size())) {
        assertThat(overlap(one, other)).as("%s and %s", one, other).isFalse();
      }
    }
  }

  private static List<Shape.Rectangle> rectangles(Scene scene) {
    List<Shape.Rectangle> rectangles = new ArrayList<>();
    for (Shape shape : scene.shapes()) {
      if (shape instanceof Shape.Group group) {
        group.shapes().stream()
            .filter(Shape.Rectangle.class::isInstance)
            .map(Shape.Rectangle.class::cast)
            .forEach(rectangles::add);
      }
    }
    return rectangles;
  }

  private static boolean overlap(Shape.Rectangle a, Shape.Rectangle b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }

  /** The number of every line that names what it counts, read from the text of the picture. */
  private static Map<FlowBox, Integer> drawn(String svg) {
    Map<FlowBox, Integer> drawn = new java.util.EnumMap<>(FlowBox.class);
    Matcher group =
        Pattern.compile("<g data-box=\"([a-z_]+)\">(.*?)</g>", Pattern.DOTALL).matcher(svg);
    while (group.find()) {
      String text = group.group(2).replaceAll("<[^>]*>", "");
      Matcher number = NUMBER.matcher(text);
      if (number.find()) {
        drawn.put(
            FlowBox.named(group.group(1)).orElseThrow(),
            Integer.parseInt(number.group(1).replace(",", "")));
      }
    }
    return drawn;
  }

  /** A review in which anything valid may have happened to anything. */
  private static final class RandomReview {
    final SplittableRandom random;
    private final List<RecordFate> records = new ArrayList<>();
    private final List<ReportFate> reports = new ArrayList<>();

    RandomReview(long seed, int size) {
      random = new SplittableRandom(seed);
      List<Integer> passed = new ArrayList<>();
      for (int id = 1; id <= size + 1; id++) {
        record(id, passed);
      }
      reports(passed);
    }

    FlowSets sets() {
      return FlowSets.of(records, reports, List.of());
    }

    private void record(int id, List<Integer> passed) {
      SourceKind kind = pick(SourceKind.values());
      String source = kind + "-" + random.nextInt(3);
      // A record may stand for one whose import has been withdrawn: its number is then unknown.
      if (id > 1 && random.nextInt(4) == 0) {
        records.add(RecordFate.duplicate(id, kind, source, random.nextInt(id)));
        return;
      }
      Removal removal =
          switch (random.nextInt(12)) {
            case 0 -> new Removal.Automation();
            case 1 -> new Removal.Other();
            default -> new Removal.None();
          };
      boolean databases = kind == SourceKind.DATABASE || kind == SourceKind.REGISTER;
      Screening screening = pick(Screening.values());
      records.add(
          new RecordFate(id, kind, source, databases ? removal : new Removal.None(), screening));
      boolean kept = removal instanceof Removal.None || !databases;
      if (kept && screening == Screening.PASSED) {
        passed.add(id);
      }
    }

    /** Every passed record leads to a report of its own or to an earlier one, some to more. */
    private void reports(List<Integer> passed) {
      Map<Integer, TreeSet<Integer>> origins = new java.util.TreeMap<>();
      for (int record : passed) {
        int report =
            origins.isEmpty() || random.nextInt(5) > 0
                ? record
                : List.copyOf(origins.keySet()).get(random.nextInt(origins.size()));
        origins.computeIfAbsent(report, key -> new TreeSet<>()).add(record);
        if (random.nextInt(6) == 0) {
          origins.computeIfAbsent(1000 + record, key -> new TreeSet<>()).add(record);
        }
      }
      origins.forEach(
          (report, from) -> {
            Retrieval retrieval = pick(Retrieval.values());
            FullText fullText =
                retrieval == Retrieval.RETRIEVED ? fullText() : new FullText.Pending();
            reports.add(
                new ReportFate(report, List.copyOf(from), retrieval, fullText, studies(report)));
          });
    }

    private FullText fullText() {
      return switch (random.nextInt(3)) {
        case 0 -> new FullText.Pending();
        case 1 -> new FullText.Excluded("reason-" + random.nextInt(4));
        default -> new FullText.Included();
      };
    }

    private List<Integer> studies(int report) {
      return random.nextInt(4) == 0 ? List.of(report, 1) : List.of(report);
    }

    FlowDetails details(FlowSets sets) {
      String name = "A reason or a name that may be short ".repeat(1 + random.nextInt(4)).strip();
      return new FlowDetails(
          sets.bySource().entrySet().stream()
              .filter(entry -> entry.getKey().startsWith("DATABASE"))
              .map(entry -> new FlowDetails.Line(entry.getKey() + name, entry.getValue().size()))
              .toList(),
          List.of(),
          sets.byReason().entrySet().stream()
              .map(
                  entry ->
                      new FlowDetails.Reason(
                          entry.getKey(), Wording.same(name), entry.getValue().size()))
              .toList());
    }

    private <T> T pick(T[] values) {
      return values[random.nextInt(values.length)];
    }
  }
}
