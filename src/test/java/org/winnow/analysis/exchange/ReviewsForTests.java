package org.winnow.analysis.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Reviews of all kinds of data, with texts that files find hard to hold. */
final class ReviewsForTests {
  private static final List<String> WORDS =
      List.of(
          "Pain",
          "\"quoted\"",
          "a & b",
          "<tag>",
          "5 > 3",
          "O'Brien",
          "Müller",
          "研究",
          "naïve",
          "a;b",
          "a,b",
          "&amp;",
          "_x002d_",
          "two-part",
          "=1+1",
          "\\n",
          "${x}",
          "`tick`",
          "–",
          "😀",
          "%",
          "#hash",
          "/* c */",
          "]]>",
          "I²");

  private ReviewsForTests() {}

  /** What a program's files can hold of a review. */
  enum Scope {
    REVMAN5,
    REVMAN5_CSV,
    REVMAN_WEB
  }

  static Arbitrary<ReviewAnalyses> reviews(Scope scope) {
    return Arbitraries.randomValue(random -> new Maker(random, scope).review());
  }

  private static final class Maker {
    private final Random random;
    private final Scope scope;
    private final List<ReviewAnalyses.Study> studies = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();

    Maker(Random random, Scope scope) {
      this.random = random;
      this.scope = scope;
    }

    private boolean chance(double share) {
      return random.nextDouble() < share;
    }

    private String words(int most) {
      List<String> words = new ArrayList<>();
      for (int i = random.nextInt(most); i >= 0; i--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      return String.join(" ", words);
    }

    private String maybe() {
      return chance(0.5) ? "" : words(3);
    }

    private String fresh(Set<String> used) {
      String name = words(2);
      while (!used.add(name)) {
        name = words(2) + " " + random.nextInt(1000);
      }
      return name;
    }

    ReviewAnalyses review() {
      boolean bias = scope != Scope.REVMAN5_CSV && chance(0.7);
      List<String> domains = new ArrayList<>();
      Set<String> usedDomains = new LinkedHashSet<>();
      for (int i = bias ? random.nextInt(3) : 0; i > 0; i--) {
        domains.add(fresh(usedDomains));
      }
      List<ReviewAnalyses.Comparison> comparisons = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 2 + random.nextInt(5); i > 0; i--) {
        names.add(fresh(taken));
      }
      for (String name : names) {
        studies.add(
            new ReviewAnalyses.Study(
                name,
                chance(0.8) ? Integer.toString(1980 + random.nextInt(45)) : "",
                bias(domains)));
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        comparisons.add(comparison());
      }
      if (scope == Scope.REVMAN5_CSV) {
        // Its studies are those that have data, in the order that they come.
        Set<String> seen = new LinkedHashSet<>();
        comparisons.forEach(
            c -> c.outcomes().forEach(o -> o.rows().forEach(r -> seen.add(r.study()))));
        List<ReviewAnalyses.Study> ordered =
            seen.stream()
                .map(
                    n -> studies.stream().filter(s -> s.name().equals(n)).findFirst().orElseThrow())
                .toList();
        return new ReviewAnalyses("", domains, ordered, comparisons);
      }
      return new ReviewAnalyses(
          scope == Scope.REVMAN5 ? words(5) : "", domains, studies, comparisons);
    }

    private Map<String, ReviewAnalyses.Judgement> bias(List<String> domains) {
      Map<String, ReviewAnalyses.Judgement> bias = new HashMap<>();
      for (String domain : domains) {
        if (chance(0.8)) {
          List<ReviewAnalyses.Level> levels =
              Arrays.stream(ReviewAnalyses.Level.values())
                  .filter(level -> scope == Scope.REVMAN_WEB || level.inRevMan())
                  .toList();
          bias.put(
              domain,
              new ReviewAnalyses.Judgement(levels.get(random.nextInt(levels.size())), maybe()));
        }
      }
      return bias;
    }

    private ReviewAnalyses.Comparison comparison() {
      List<ReviewAnalyses.Outcome> outcomes = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        outcomes.add(outcome());
      }
      boolean named = scope == Scope.REVMAN_WEB;
      return new ReviewAnalyses.Comparison(
          words(4), named ? maybe() : "", named ? maybe() : "", outcomes);
    }

    private ReviewAnalyses.Outcome outcome() {
      ReviewAnalyses.Data data =
          List.of(
                  ReviewAnalyses.Data.DICHOTOMOUS,
                  ReviewAnalyses.Data.CONTINUOUS,
                  ReviewAnalyses.Data.EFFECT,
                  ReviewAnalyses.Data.OBSERVED_EXPECTED)
              .get(random.nextInt(4));
      String measure =
          switch (data) {
            case DICHOTOMOUS -> pick("RR", "OR", "RD", "PETO");
            case CONTINUOUS -> pick("MD", "SMD");
            case EFFECT -> pick("GEN", "HR", "RR", "MD", "RD");
            default -> pick("PETO", "HR");
          };
      String method =
          switch (data) {
            case DICHOTOMOUS -> measure.equals("PETO") ? "PETO" : pick("MH", "IV");
            case OBSERVED_EXPECTED -> "PETO";
            default -> "IV";
          };
      boolean random5 = !method.equals("PETO") && chance(0.5);
      boolean web = scope == Scope.REVMAN_WEB;
      Set<String> labels = new LinkedHashSet<>();
      List<String> groups = new ArrayList<>();
      for (int i = chance(0.5) ? 0 : 1 + random.nextInt(3); i > 0; i--) {
        groups.add(fresh(labels));
      }
      List<ReviewAnalyses.Row> rows = rows(data, groups);
      return new ReviewAnalyses.Outcome(
          words(4),
          data,
          Settings.of(
              measure,
              method,
              random5,
              web ? pick("DL", "REML") : "",
              web ? pick("wald", "hksj") : "wald",
              web ? pick("off", "z", "t-k1") : "off",
              pick(90.0, 95.0, 99.0),
              groups.isEmpty() ? "" : ReviewAnalyses.SUBGROUP,
              web ? "revman-web" : "revman5",
              data == ReviewAnalyses.Data.DICHOTOMOUS && chance(0.3),
              chance(0.7) ? "overall" : groups.isEmpty() ? "none" : pick("subgroups", "none"),
              pick(90.0, 95.0, 99.0)),
          scope == Scope.REVMAN5_CSV ? "" : maybe(),
          chance(0.8),
          List.of(maybe(), maybe()),
          List.of(maybe(), maybe()),
          rows,
          Map.of(),
          Map.of());
    }

    @SafeVarargs
    private <T> T pick(T... values) {
      return values[random.nextInt(values.length)];
    }

    private List<ReviewAnalyses.Row> rows(ReviewAnalyses.Data data, List<String> groups) {
      List<ReviewAnalyses.Row> rows = new ArrayList<>();
      List<String> of = groups.isEmpty() ? List.of("") : groups;
      for (String group : of) {
        List<ReviewAnalyses.Study> left = new ArrayList<>(studies);
        int count = 1 + random.nextInt(left.size());
        for (int i = 0; i < count; i++) {
          ReviewAnalyses.Study study = left.remove(random.nextInt(left.size()));
          // One row that is on and has an effect tells what a weight of 0 means in the others.
          boolean on = rows.isEmpty() || chance(0.85);
          boolean regular = rows.isEmpty() || !on;
          rows.add(
              new ReviewAnalyses.Row(
                  study.name(),
                  study.year(),
                  "",
                  group,
                  values(data, regular),
                  on,
                  "",
                  chance(0.2) ? words(6) : "",
                  Map.of()));
        }
      }
      List<String> names = rows.stream().map(ReviewAnalyses.Row::study).toList();
      return rows.stream()
          .map(
              r ->
                  names.indexOf(r.study()) == names.lastIndexOf(r.study())
                      ? r
                      : new ReviewAnalyses.Row(
                          r.study(),
                          r.year(),
                          r.study(),
                          r.subgroup(),
                          r.values(),
                          r.included(),
                          r.reason(),
                          r.footnote(),
                          r.stored()))
          .toList();
    }

    private Map<String, Double> values(ReviewAnalyses.Data data, boolean regular) {
      Map<String, Double> values = new HashMap<>();
      double n1 = 5 + random.nextInt(500);
      double n2 = 5 + random.nextInt(500);
      switch (data) {
        case DICHOTOMOUS -> {
          values.put("n1i", n1);
          values.put("n2i", n2);
          values.put("ai", events(n1, regular));
          values.put("ci", events(n2, regular));
        }
        case CONTINUOUS -> {
          values.put("n1i", n1);
          values.put("n2i", n2);
          values.put("m1i", random.nextGaussian() * 10);
          values.put("m2i", random.nextInt(20) / 4.0);
          values.put("sd1i", regular ? 0.1 + random.nextDouble() : random.nextInt(3) / 2.0);
          values.put("sd2i", 0.1 + random.nextDouble() * 5);
        }
        case EFFECT -> {
          values.put("yi", random.nextGaussian());
          values.put("sei", 0.05 + random.nextDouble());
          if (chance(0.5)) {
            values.put("n1i", n1);
            values.put("n2i", n2);
          }
        }
        default -> {
          values.put("oe", random.nextGaussian() * 4);
          values.put("v", 0.5 + random.nextDouble() * 20);
          if (chance(0.5)) {
            values.put("ai", 1 + events(n1 - 2, true));
            values.put("ci", 1 + events(n2 - 2, true));
            values.put("n1i", n1);
            values.put("n2i", n2);
          }
        }
      }
      return values;
    }

    private double events(double n, boolean regular) {
      if (!regular && chance(0.3)) {
        return chance(0.8) ? 0 : n;
      }
      return 1 + random.nextInt((int) n - 1);
    }
  }

  /** A review without what its file said of results. */
  static ReviewAnalyses plain(ReviewAnalyses review) {
    return new ReviewAnalyses(
        review.title(),
        review.domains(),
        review.studies(),
        review.comparisons().stream()
            .map(
                c ->
                    new ReviewAnalyses.Comparison(
                        c.name(),
                        c.experimental(),
                        c.control(),
                        c.outcomes().stream().map(ReviewsForTests::plain).toList()))
            .toList());
  }

  private static ReviewAnalyses.Outcome plain(ReviewAnalyses.Outcome o) {
    return new ReviewAnalyses.Outcome(
        o.name(),
        o.data(),
        o.settings(),
        o.unit(),
        o.subgroupTest(),
        o.groupLabels(),
        o.graphLabels(),
        o.rows().stream().map(ReviewsForTests::plain).toList(),
        Map.of(),
        Map.of());
  }

  private static ReviewAnalyses.Row plain(ReviewAnalyses.Row r) {
    Map<String, Double> values = new HashMap<>(r.values());
    // A logarithm that was written as its power comes back with another last digit.
    values.computeIfPresent("yi", (k, v) -> Math.rint(v * 1e12) / 1e12);
    return new ReviewAnalyses.Row(
        r.study(),
        r.year(),
        r.trial(),
        r.subgroup(),
        values,
        r.included(),
        r.reason(),
        r.footnote(),
        Map.of());
  }
}
