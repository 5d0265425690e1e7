package org.winnow.citation.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.winnow.citation.Citation;

/**
 * Invents articles and writes each as Medline, Embase, CINAHL, Scopus, Web of Science and CENTRAL
 * do, with one kind of difference at a time; and works that only look alike. The same seed gives
 * the same pairs. Names, titles and journals are put together at random.
 */
final class EnglishVendors {
  /** A pair and the truth. {@code kind} says what was done. */
  record LabelledPair(String kind, Citation a, Citation b, boolean duplicate) {}

  record Person(String given, String family) {
    String initials() {
      StringBuilder initials = new StringBuilder();
      for (String name : given.split("[ -]")) {
        initials.append(name.charAt(0));
      }
      return initials.toString();
    }
  }

  record Journal(String full, String abbreviated, String place, String issn) {}

  /** What a work is, before any database describes it. */
  record Work(
      String title,
      String subtitle,
      List<Person> authors,
      int year,
      Journal journal,
      int volume,
      int issue,
      int first,
      int last,
      String doi,
      String pmid) {

    String whole() {
      return subtitle.isEmpty() ? title : title + ": " + subtitle;
    }

    Work titled(String newTitle, String newSubtitle) {
      return new Work(
          newTitle, newSubtitle, authors, year, journal, volume, issue, first, last, doi, pmid);
    }

    Work unnumbered() {
      return new Work(title, subtitle, authors, year, journal, volume, issue, first, last, "", "");
    }

    /** Another work of these authors, some pages or years on. */
    Work moved(int years, int pages) {
      return new Work(
          title,
          subtitle,
          authors,
          year + years,
          journal,
          volume + years,
          years == 0 ? issue : issue % 12 + 1,
          first + pages,
          last + pages,
          "",
          "");
    }

    Work by(List<Person> others) {
      return new Work(
          title, subtitle, others, year, journal, volume, issue, first, last, doi, pmid);
    }

    Work in(Journal other) {
      return new Work(
          title,
          subtitle,
          authors,
          year,
          other,
          volume + 7,
          issue,
          first + 300,
          last + 300,
          "",
          "");
    }
  }

  private static final List<String> TREATMENTS =
      List.of(
          "early mobilisation",
          "inhaled budesonide",
          "oral iron supplementation",
          "intravenous tranexamic acid",
          "low-dose aspirin",
          "pelvic floor muscle training",
          "cognitive behavioural therapy",
          "continuous positive airway pressure",
          "subcutaneous heparin",
          "home-based rehabilitation",
          "nurse-led education",
          "peginterferon alfa-2a",
          "beta-blocker withdrawal",
          "rapid antigen testing",
          "liquid-based cytology",
          "mirror therapy",
          "high-intensity interval training");
  private static final List<String> CONDITIONS =
      List.of(
          "acute ischaemic stroke",
          "chronic obstructive pulmonary disease",
          "iron deficiency anaemia",
          "stress urinary incontinence",
          "sickle cell disease",
          "community-acquired pneumonia",
          "major depressive disorder",
          "type 2 diabetes mellitus",
          "cervical intraepithelial neoplasia",
          "atrial fibrillation",
          "knee osteoarthritis",
          "uncomplicated urinary tract infection",
          "acute lymphoblastic leukaemia",
          "heart failure with preserved ejection fraction",
          "postpartum haemorrhage");
  private static final List<String> PEOPLE =
      List.of(
          "older adults",
          "children under five years",
          "women in labour",
          "hospitalised patients",
          "adolescents",
          "primary care",
          "low-income countries",
          "nursing home residents",
          "the emergency department");
  private static final List<String> DESIGNS =
      List.of(
          "a randomised controlled trial",
          "a prospective cohort study",
          "a cross-sectional survey",
          "results of a multicentre trial",
          "a case-control study",
          "a double-blind, placebo-controlled trial",
          "one-year follow-up",
          "a pilot study");
  private static final List<Person> NAMES =
      List.of(
          new Person("Johann Karl", "Müller"), new Person("María José", "García López"),
          new Person("Søren", "Jørgensen"), new Person("Jan Willem", "van der Berg"),
          new Person("Aoife", "O'Sullivan"), new Person("Yuki", "Tanaka"),
          new Person("Xiao-Ming", "Zhang"), new Person("Charlotte Anne", "Smith-Jones"),
          new Person("Luís", "Gonçalves"), new Person("Priya", "Raghunathan"),
          new Person("Peter", "Novák"), new Person("Ewa", "Wiśniewska"),
          new Person("David Robert", "Thompson"), new Person("Fatma", "Yıldız"),
          new Person("Giulia", "De Santis"), new Person("Emily", "Watson"),
          new Person("Minh Anh", "Nguyen"), new Person("Björn", "Lindqvist"));
  private static final List<Journal> JOURNALS =
      List.of(
          new Journal("The New England Journal of Medicine", "N Engl J Med", "Boston", "0028-4793"),
          new Journal(
              "Archives of Physical Medicine and Rehabilitation",
              "Arch Phys Med Rehabil",
              "United States",
              "0003-9993"),
          new Journal("European Respiratory Journal", "Eur Respir J", "Switzerland", "0903-1936"),
          new Journal("British Journal of Haematology", "Br J Haematol", "England", "0007-1048"),
          new Journal(
              "American Journal of Obstetrics and Gynecology",
              "Am J Obstet Gynecol",
              "United States",
              "0002-9378"),
          new Journal("Acta Cytologica", "Acta Cytol", "Switzerland", "0001-5547"),
          new Journal("Journal of Clinical Nursing", "J Clin Nurs", "England", "0962-1067"),
          new Journal(
              "Diabetes Research and Clinical Practice",
              "Diabetes Res Clin Pract",
              "Ireland",
              "0168-8227"),
          new Journal(
              "Neurourology and Urodynamics", "Neurourol Urodyn", "United States", "0733-2467"));

  /** Ends the kinds of pairs of which one record says nothing of volume, issue and pages. */
  static final String WITHOUT_PLACE = ", no place";

  private final Random random;

  EnglishVendors(long seed) {
    this.random = new Random(seed);
  }

  /**
   * @param perKind how many pairs of each kind
   */
  List<LabelledPair> pairs(int perKind) {
    List<LabelledPair> pairs = new ArrayList<>();
    copies().forEach((kind, make) -> add(pairs, kind, make, true, perKind));
    titleKinds().forEach((kind, make) -> add(pairs, kind, make, true, perKind));
    titleKinds()
        .forEach(
            (kind, make) ->
                add(pairs, kind + WITHOUT_PLACE, w -> withoutPlace(make.apply(w)), true, perKind));
    lookalikes().forEach((kind, make) -> add(pairs, kind, make, false, perKind));
    return pairs;
  }

  private void add(
      List<LabelledPair> pairs,
      String kind,
      Function<Work, Citations[]> make,
      boolean same,
      int n) {
    for (int i = 0; i < n; i++) {
      Citations[] two = make.apply(work());
      pairs.add(new LabelledPair(kind, two[0].make(), two[1].make(), same));
    }
  }

  Work work() {
    int volume = 10 + random.nextInt(80);
    int issue = 1 + random.nextInt(12);
    int first = 100 + random.nextInt(1800);
    int year = 1995 + random.nextInt(28);
    Journal journal = one(JOURNALS);
    String title =
        "Effect%s of %s %s %s %s %s"
            .formatted(
                random.nextBoolean() ? "s" : "",
                one(TREATMENTS),
                random.nextBoolean() ? "in" : "on outcomes of",
                one(CONDITIONS),
                random.nextBoolean() ? "in" : "among",
                one(PEOPLE));
    return new Work(
        title,
        one(DESIGNS),
        authors(3 + random.nextInt(3)),
        year,
        journal,
        volume,
        issue,
        first,
        first + 5 + random.nextInt(7),
        "10.%d/%s.%d.%d".formatted(1000 + random.nextInt(8000), "j", year, random.nextInt(999_999)),
        String.valueOf(8_000_000 + random.nextInt(28_000_000)));
  }

  private List<Person> authors(int count) {
    List<Person> all = new ArrayList<>(NAMES);
    java.util.Collections.shuffle(all, random);
    return all.subList(0, count);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  // ---- databases -------------------------------------------------------------------------------

  Citations medline(Work w) {
    return new Citations()
        .type("JOUR")
        .title(w.whole() + ".")
        .authors(names(w, p -> p.family() + ", " + String.join(" ", p.initials().split(""))))
        .year(w.year())
        .journal(w.journal().abbreviated())
        .place(w.volume() + "", w.issue() + "", shortPages(w))
        .doi(w.doi())
        .pmid(w.pmid())
        .issn(w.journal().issn());
  }

  Citations embase(Work w) {
    return new Citations()
        .type("JOUR")
        .title(w.whole())
        .authors(names(w, p -> plain(p.family()) + ", " + dotted(p)))
        .year(w.year())
        .journal(w.journal().full())
        .place(w.volume() + "", w.issue() + "", w.first() + "-" + w.last());
  }

  Citations cinahl(Work w) {
    return new Citations()
        .type("JOUR")
        .title(capitals(w.whole()) + ".")
        .authors(names(w, p -> p.family() + ", " + p.given()))
        .year(w.year())
        .journal(w.journal().full())
        .place(
            w.volume() + "",
            w.issue() + "",
            w.first() + "-" + w.last() + " " + (w.last() - w.first() + 1) + "p");
  }

  Citations scopus(Work w) {
    return new Citations()
        .type("Article")
        .title(w.whole())
        .authors(names(w, p -> p.family() + ", " + dotted(p)))
        .year(w.year())
        .journal(w.journal().full())
        .place(w.volume() + "", w.issue() + "", w.first() + "-" + w.last())
        .doi(w.doi());
  }

  Citations webOfScience(Work w) {
    return new Citations()
        .type("Article")
        .title(w.whole())
        .authors(names(w, p -> plain(p.family()) + ", " + p.initials()))
        .year(w.year())
        .journal(w.journal().full().toUpperCase(Locale.ROOT))
        .place(w.volume() + "", w.issue() + "", w.first() + "-" + w.last())
        .doi(w.doi())
        .accession("WOS:0002" + w.first() + w.volume());
  }

  Citations central(Work w) {
    return new Citations()
        .type("JOUR")
        .title(w.whole())
        .authors(names(w, p -> p.family() + " " + p.initials()))
        .year(w.year())
        .journal(w.journal().full())
        .place(w.volume() + "", w.issue() + "", w.first() + "‐" + w.last())
        .accession("CN-00" + w.first() + w.volume());
  }

  private Citations any(Work w) {
    List<Function<Work, Citations>> all =
        List.of(
            this::medline,
            this::embase,
            this::cinahl,
            this::scopus,
            this::webOfScience,
            this::central);
    return one(all).apply(w);
  }

  /** A database without identity numbers, so that text and place alone must tell. */
  private Citations anyUnnumbered(Work w) {
    return any(w.unnumbered());
  }

  private static String[] names(Work w, Function<Person, String> form) {
    return w.authors().stream().map(form).toArray(String[]::new);
  }

  private static String dotted(Person p) {
    return p.initials().chars().mapToObj(c -> (char) c + ".").collect(Collectors.joining());
  }

  private static String shortPages(Work w) {
    String first = "" + w.first();
    String last = "" + w.last();
    int same = 0;
    while (first.length() == last.length() && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return first + "-" + last.substring(same);
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ı", "i");
  }

  static String capitals(String text) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (char c : text.toCharArray()) {
      out.append(start ? Character.toUpperCase(c) : c);
      start = c == ' ' || c == '-';
    }
    return out.toString();
  }

  static String american(String text) {
    return text.replace("aemia", "emia")
        .replace("aemic", "emic")
        .replace("haem", "hem")
        .replace("isation", "ization")
        .replace("omised", "omized")
        .replace("alised", "alized")
        .replace("centre", "center")
        .replace("labour", "labor")
        .replace("behaviour", "behavior");
  }

  // ---- one work in two descriptions
  // --------------------------------------------------------------

  private Map<String, Function<Work, Citations[]>> copies() {
    Map<String, Function<Work, Citations[]>> kinds = new LinkedHashMap<>();
    kinds.put("two databases", w -> pair(anyUnnumbered(w), any(w)));
    kinds.put("first author only", authors(a -> List.of(a.getFirst())));
    kinds.put("et al.", authors(a -> List.of(a.getFirst(), "et al.")));
    kinds.put("initials and full names", w -> pair(embase(w), cinahl(w)));
    kinds.put(
        "consortium first",
        authors(
            a -> {
              List<String> more = new ArrayList<>(List.of("CRASH Trial Collaborators"));
              more.addAll(a);
              return more;
            }));
    kinds.put("consortium only", authors(_ -> List.of("The CRASH Trial Collaborators")));
    kinds.put(
        "consortium only, no journal",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w).authors("Stroke Rehabilitation Study Group").journal("")));
    kinds.put("no authors", authors(_ -> List.of()));
    kinds.put("authors in one text", authors(a -> List.of(String.join("; ", a))));
    kinds.put(
        "authors in one text with commas",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w)
                    .authors(
                        w.authors().stream()
                            .map(p -> p.family() + " " + dotted(p))
                            .collect(Collectors.joining(", ")))));
    kinds.put(
        "given name first",
        w ->
            pair(anyUnnumbered(w), embase(w).authors(names(w, p -> p.given() + " " + p.family()))));
    kinds.put(
        "initials first",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w).authors(names(w, p -> p.initials() + " " + p.family()))));
    kinds.put(
        "journal with place",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w).journal(w.journal().full() + " (" + w.journal().place() + ")")));
    kinds.put(
        "journal abbreviated with stops",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w).journal(w.journal().abbreviated().replace(" ", ". ") + ".")));
    kinds.put("no journal", w -> pair(anyUnnumbered(w), embase(w).journal("")));
    kinds.put("first page only", places((w, c) -> c.place(w.volume() + "", "", "" + w.first())));
    kinds.put(
        "pages with letters",
        places(
            (w, c) -> c.place(w.volume() + "", w.issue() + "", "e" + w.first() + "-e" + w.last())));
    kinds.put("no pages", places((w, c) -> c.place(w.volume() + "", w.issue() + "", "")));
    kinds.put("no place", places((_, c) -> c.place("", "", "")));
    kinds.put("no volume", places((w, c) -> c.place("", "", w.first() + "-" + w.last())));
    kinds.put(
        "issue in volume",
        places(
            (w, c) ->
                c.place(w.volume() + " (" + w.issue() + ")", "", w.first() + "-" + w.last())));
    kinds.put(
        "article number for pages",
        places((w, c) -> c.place(w.volume() + "", w.issue() + "", "e10" + w.first())));
    kinds.put(
        "article number for pages, no issue",
        places((w, c) -> c.place(w.volume() + "", "", "e10" + w.first())));
    kinds.put(
        "long article number for pages, no issue",
        places((w, c) -> c.place(w.volume() + "", "", "10" + w.first())));
    kinds.put(
        "pages from one",
        places(
            (w, c) -> c.place(w.volume() + "", w.issue() + "", "1-" + (w.last() - w.first() + 1))));
    kinds.put(
        "a volume mistyped",
        places((w, c) -> c.place(w.volume() + 1 + "", w.issue() + "", w.first() + "-" + w.last())));
    kinds.put(
        "online first",
        w -> pair(anyUnnumbered(w), embase(w).year(w.year() - 1).place("", "", "")));
    kinds.put("one year off", w -> pair(anyUnnumbered(w), embase(w).year(w.year() + 1)));
    kinds.put("no year", w -> pair(anyUnnumbered(w), embase(w).year(0)));
    kinds.put(
        "DOI in capitals and as a link",
        w ->
            pair(
                scopus(w),
                webOfScience(w)
                    .place("", "", "")
                    .journal("")
                    .doi("https://doi.org/" + w.doi().toUpperCase(Locale.ROOT))));
    kinds.put(
        "DOI with what stands behind",
        w ->
            pair(
                scopus(w),
                medline(w).pmid("").journal("").place("", "", "").doi(w.doi() + " [doi]")));
    kinds.put(
        "two DOIs of one article",
        w -> pair(scopus(w), webOfScience(w).doi("10.9999/mirror." + w.first())));
    kinds.put(
        "translated, title in Spanish",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w)
                    .title("Efecto del tratamiento en los pacientes con la enfermedad crónica")));
    kinds.put(
        "short title, no volume",
        w ->
            pair(
                embase(w.titled("Spatial neglect", "")).place("", "", w.first() + "-" + w.last()),
                cinahl(w.titled("Spatial neglect", ""))));
    kinds.put(
        "short title, journal and year",
        w ->
            pair(
                embase(w.titled("Rethinking spatial neglect", "")).place("", "", ""),
                cinahl(w.titled("Rethinking spatial neglect", ""))));
    kinds.put(
        "the same without authors and place",
        w ->
            pair(
                embase(w).authors().place("", "", "").journal(""),
                embase(w)
                    .title(w.whole().toUpperCase(Locale.ROOT))
                    .authors()
                    .place("", "", "")
                    .journal("")));
    kinds.put(
        "a number of Embase for PubMed's",
        w ->
            pair(
                medline(w).doi(""),
                embase(w).pmid("3" + w.pmid().substring(1, Math.min(8, w.pmid().length())))));
    kinds.put(
        "one entry of a register by two ways",
        w ->
            pair(
                registration(w, "NCT0" + (1_000_000 + w.first())),
                registration(w.titled(w.title(), ""), "nct0" + (1_000_000 + w.first()))
                    .journal("ClinicalTrials.gov")
                    .accession("NCT0" + (1_000_000 + w.first()))));
    kinds.put(
        "title, year and author alone",
        w -> pair(embase(w).place("", "", "").journal(""), central(w).place("", "", "")));
    return kinds;
  }

  /** The title alone is written otherwise. */
  private Map<String, Function<Work, Citations[]>> titleKinds() {
    Map<String, Function<Work, Citations[]>> kinds = new LinkedHashMap<>();
    kinds.put("trailing stop and note", titles(t -> t + ". [Review] [42 refs]"));
    kinds.put("title in brackets", titles(t -> "[" + t + "]."));
    kinds.put(
        "subtitle dropped", w -> pair(anyUnnumbered(w), anyUnnumbered(w.titled(w.title(), ""))));
    kinds.put("all capitals", titles(t -> t.toUpperCase(Locale.ROOT)));
    kinds.put("British and American", titles(EnglishVendors::american));
    kinds.put("hyphens", titles(t -> t.replace("-", random.nextBoolean() ? "" : " ")));
    kinds.put(
        "versus",
        changed(
            w -> w.titled(w.title().replace(" in ", " versus usual care in "), w.subtitle()),
            t -> t.replace("versus", "vs.")));
    kinds.put(
        "Greek letters",
        changed(
            w -> w.titled("Serum TNF-α and β-amyloid: " + lower(w.title()), w.subtitle()),
            t -> t.replace("α", "alpha").replace("β", "beta")));
    kinds.put(
        "Greek letters lost",
        changed(
            w -> w.titled("Serum TNF-α and β-amyloid: " + lower(w.title()), w.subtitle()),
            t -> t.replace('α', '?').replace('β', '?')));
    kinds.put(
        "accents lost",
        changed(
            w -> w.titled("Sjögren and Ménière: " + lower(w.title()), w.subtitle()),
            t -> t.replace('ö', '?').replace('é', '?').replace('è', '?')));
    kinds.put(
        "markup",
        changed(
            w -> w.titled("H2O2 & CO2 at 5% <p>: ".replace("<p>", "") + w.title(), w.subtitle()),
            t -> t.replace("2", "<sub>2</sub>").replace("&", "&amp;")));
    kinds.put(
        "percent",
        changed(
            w -> w.titled("A 5% solution for " + lower(w.title()), w.subtitle()),
            t -> t.replace("5%", "5 percent")));
    kinds.put(
        "numbers in words",
        changed(
            w -> w.titled("Two trials with four arms of " + lower(w.title()), w.subtitle()),
            t -> t.replace("Two", "2").replace("four", "4")));
    kinds.put(
        "Roman numbers",
        changed(
            w -> w.titled(w.title() + ". Part II", w.subtitle()),
            t -> t.replace("Part II", "Part 2")));
    kinds.put("a slip of typing", titles(this::slipped));
    kinds.put("title cut short", titles(t -> t.substring(0, t.length() * 3 / 4) + "..."));
    kinds.put(
        "original title behind",
        titles(t -> t + " [Wirkung der Behandlung auf den Verlauf der Krankheit]"));
    return kinds;
  }

  private static Citations[] withoutPlace(Citations[] two) {
    return pair(two[0], two[1].place("", "", ""));
  }

  private static Citations[] pair(Citations a, Citations b) {
    return new Citations[] {a, b};
  }

  private static String lower(String title) {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  private Function<Work, Citations[]> titles(UnaryOperator<String> change) {
    return changed(UnaryOperator.identity(), change);
  }

  /** Records of one work in some databases, with slips and omissions. */
  List<Citation> copies(Work work) {
    VendorNoise noise = new VendorNoise(random);
    List<Citation> copies = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      copies.add(noise.disturb(any(work).make(), random.nextInt(3)));
    }
    return copies;
  }

  /** The same work, once with the title as it is and once as another database writes it. */
  private Function<Work, Citations[]> changed(
      UnaryOperator<Work> first, UnaryOperator<String> change) {
    return w -> {
      Work work = first.apply(w);
      return pair(anyUnnumbered(work), anyUnnumbered(work).title(change.apply(work.whole())));
    };
  }

  private Function<Work, Citations[]> authors(UnaryOperator<List<String>> change) {
    return w ->
        pair(
            anyUnnumbered(w),
            embase(w)
                .authors(
                    change
                        .apply(List.of(names(w, p -> p.family() + ", " + dotted(p))))
                        .toArray(String[]::new)));
  }

  private Function<Work, Citations[]> places(BiFunction<Work, Citations, Citations> change) {
    return w -> pair(anyUnnumbered(w), change.apply(w, embase(w)));
  }

  private String slipped(String title) {
    String[] words = title.split(" ");
    int at = random.nextInt(words.length);
    while (words[at].length() < 7) {
      at = random.nextInt(words.length);
    }
    int cut = 1 + random.nextInt(words[at].length() - 2);
    words[at] = words[at].substring(0, cut) + words[at].substring(cut + 1);
    return String.join(" ", words);
  }

  // ---- two works
  // ---------------------------------------------------------------------------------

  private Map<String, Function<Work, Citations[]>> lookalikes() {
    Map<String, Function<Work, Citations[]>> kinds = new LinkedHashMap<>();
    kinds.put(
        "part I and part II",
        w ->
            pair(
                anyUnnumbered(w.titled(w.title() + ". Part I", w.subtitle())),
                anyUnnumbered(w.moved(0, 15).titled(w.title() + ". Part II", w.subtitle()))));
    kinds.put(
        "numbered I. and II. in the middle",
        w ->
            pair(
                anyUnnumbered(w.titled("Studies of lung function. I. " + w.title(), "")),
                anyUnnumbered(
                    w.moved(0, 15).titled("Studies of lung function. II. " + w.title(), ""))));
    kinds.put(
        "erratum",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(w.moved(0, 200).titled("Erratum: " + w.title(), w.subtitle()))));
    kinds.put(
        "erratum behind",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(w.moved(0, 200))
                    .title(
                        w.whole()
                            + " (vol "
                            + w.volume()
                            + ", pg "
                            + w.first()
                            + ", "
                            + w.year()
                            + ")")));
    kinds.put(
        "erratum by its type",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w.unnumbered())
                    .type("Erratum")
                    .place(w.volume() + "", w.issue() + "", "" + (w.first() + 200))));
    kinds.put(
        "retraction notice",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(w.moved(1, 200).titled("Retraction: " + w.title(), w.subtitle()))));
    kinds.put(
        "reply",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(w.moved(0, 200).titled(w.title() + " - Reply", ""))));
    kinds.put(
        "comment of others",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(
                    w.moved(0, 90).by(authors(1)).titled("Comment on: " + w.title(), ""))));
    kinds.put(
        "comment of others under the same title",
        w -> pair(anyUnnumbered(w), anyUnnumbered(w.moved(0, 90).by(others(w)))));
    kinds.put(
        "protocol and result",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(
                    w.moved(-2, 70).titled(w.title(), "study protocol for " + w.subtitle()))));
    kinds.put(
        "design and result",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(w.moved(-2, 70).titled(w.title(), "rationale and design"))));
    kinds.put("yearly report", w -> pair(anyUnnumbered(w), anyUnnumbered(w.moved(1, 40))));
    kinds.put(
        "yearly report, years in the title",
        w ->
            pair(
                embase(w.titled("Annual report of the registry " + w.year(), "")).place("", "", ""),
                embase(w.titled("Annual report of the registry " + (w.year() + 1), ""))
                    .year(w.year() + 1)
                    .place("", "", "")));
    kinds.put(
        "meeting abstract and article",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w)
                    .journal(w.journal().full() + ". Conference: 5th Annual Congress")
                    .place(w.volume() + "", "SUPPL. 1", "S" + (w.first() % 300))));
    kinds.put(
        "meeting abstract in another journal",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w.in(otherJournal(w))).place("12", "SUPPL. 2", "A" + w.first())));
    kinds.put(
        "two meeting abstracts of one group",
        w ->
            pair(
                embase(w.titled(w.title(), "")).place(w.volume() + "", "SUPPL. 1", "S" + w.first()),
                embase(w.titled("Predictors of response to " + lower(w.title().substring(11)), ""))
                    .place(w.volume() + "", "SUPPL. 1", "S" + w.first())));
    kinds.put(
        "companion paper",
        w ->
            pair(
                anyUnnumbered(w),
                anyUnnumbered(w.moved(0, 12).titled(w.title(), "cost-effectiveness analysis"))));
    kinds.put(
        "companion paper without a place",
        w ->
            pair(
                anyUnnumbered(w),
                embase(w.titled(w.title(), "cost-effectiveness analysis")).place("", "", "")));
    kinds.put(
        "one-year and five-year results",
        w ->
            pair(
                anyUnnumbered(w.titled("Two-year results of " + lower(w.title()), "")),
                anyUnnumbered(
                    w.moved(3, 55).titled("Five-year results of " + lower(w.title()), ""))));
    kinds.put(
        "results after years, no place",
        w ->
            pair(
                embase(w.titled("Two-year results of " + lower(w.title()), "")).place("", "", ""),
                embase(w.titled("Five-year results of " + lower(w.title()), ""))
                    .place("", "", "")));
    kinds.put(
        "one letter is another drug",
        w ->
            pair(
                embase(w.titled("Peginterferon alfa2a for " + lower(w.title()), ""))
                    .place("", "", ""),
                embase(w.titled("Peginterferon alfa2b for " + lower(w.title()), ""))
                    .place("", "", "")));
    kinds.put(
        "trial registration and article",
        w -> pair(anyUnnumbered(w), registration(w, "NCT0" + (1_000_000 + w.first()))));
    kinds.put(
        "two registrations of one sponsor",
        w ->
            pair(
                registration(w, "NCT0" + (1_000_000 + w.first())),
                registration(w, "NCT0" + (2_000_000 + w.first()))));
    kinds.put(
        "thesis and article",
        w ->
            pair(
                anyUnnumbered(w.by(w.authors().subList(0, 1))),
                embase(w.by(w.authors().subList(0, 1)))
                    .type("THES")
                    .journal("")
                    .place("", "", "215 p")));
    kinds.put(
        "book and chapter",
        w ->
            pair(
                embase(w).type("BOOK").journal("").place("", "", ""),
                embase(w).type("CHAP").journal("").place("", "", w.first() + "-" + w.last())));
    kinds.put(
        "preprint and article",
        w ->
            pair(
                scopus(w),
                embase(w).journal("medRxiv").place("", "", "").doi("10.1101/" + w.first())));
    kinds.put(
        "another article of the same short title",
        w ->
            pair(
                anyUnnumbered(w.titled("Stroke rehabilitation", "")),
                anyUnnumbered(
                    w.in(otherJournal(w)).by(others(w)).titled("Stroke rehabilitation", ""))));
    kinds.put(
        "another editorial of the same author",
        w ->
            pair(
                anyUnnumbered(w.titled("Editorial", "")),
                anyUnnumbered(w.moved(0, 100).titled("Editorial", ""))));
    kinds.put(
        "another column of the same author and title",
        w ->
            pair(
                anyUnnumbered(w.titled("From the editor's desk", "")),
                anyUnnumbered(w.moved(0, 100).titled("From the editor's desk", ""))));
    kinds.put(
        "another trial of the same title in another year, nothing else",
        w ->
            pair(
                embase(w).authors().place("", "", "").journal(""),
                embase(w).authors().place("", "", "").journal("").year(w.year() + 2)));
    kinds.put(
        "one DOI for a whole supplement",
        w ->
            pair(scopus(w), scopus(w.by(others(w)).titled("Abstracts of the autumn meeting", ""))));
    kinds.put(
        "another PubMed number",
        w -> pair(medline(w), medline(w.moved(0, 50)).pmid("1" + w.pmid().substring(1, 7))));
    return kinds;
  }

  private Citations registration(Work w, String number) {
    return new Citations()
        .type("JOUR")
        .title(w.whole())
        .authors(w.authors().getFirst().family())
        .year(w.year())
        .journal("https://clinicaltrials.gov/show/" + number)
        .accession("CN-01" + w.first() + w.volume());
  }

  private List<Person> others(Work w) {
    List<Person> others = new ArrayList<>(NAMES);
    others.removeAll(w.authors());
    java.util.Collections.shuffle(others, random);
    return others.subList(0, 3);
  }

  private Journal otherJournal(Work w) {
    Journal other = one(JOURNALS);
    while (other.equals(w.journal())) {
      other = one(JOURNALS);
    }
    return other;
  }
}
