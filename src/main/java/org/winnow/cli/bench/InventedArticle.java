package org.winnow.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A trial that never was, with all that an abstract says of one. */
record InventedArticle(
    String title,
    List<Author> authors,
    int year,
    String journal,
    String abbreviatedJournal,
    int volume,
    int issue,
    int firstPage,
    int lastPage,
    String doi,
    int pmid,
    String summary,
    List<String> keywords) {

  record Author(String family, String given) {
    String initials() {
      return Stream.of(given.split(" "))
          .map(name -> name.charAt(0) + ".")
          .collect(Collectors.joining(" "));
    }
  }

  private static final String[] SYLLABLES =
      "ba be co da di fe fi ga lo lu ma mi mo na ne ni no pa po ra re ri ro sa se si so ta te ti to tra va ve vi xa zo"
          .split(" ");
  private static final String[] ENDINGS =
      "mab nib pril statin zole sartan gliptin vir cept xaban".split(" ");
  private static final String[] TREATMENTS = {
    "supervised exercise",
    "cognitive behavioural therapy",
    "mindfulness training",
    "acupuncture",
    "mesenchymal stromal cells",
    "platelet-rich plasma",
    "early mobilisation",
    "telephone coaching",
    "high-flow oxygen",
    "intermittent fasting",
    "vitamin D supplementation",
    "whole-body cryotherapy",
    "transcranial magnetic stimulation",
    "robot-assisted gait training",
    "a nurse-led clinic",
    "laparoscopic repair",
    "corticosteroid injection",
    "omega-3 fatty acids",
    "motivational interviewing",
    "remote monitoring",
    "a low-sodium diet",
    "music therapy",
    "virtual reality distraction",
    "dry needling"
  };
  private static final String[] CONDITIONS = {
    "knee osteoarthritis", "rheumatoid arthritis", "chronic heart failure", "type 2 diabetes",
    "acute ischaemic stroke", "major depressive disorder", "chronic low back pain", "severe asthma",
    "chronic kidney disease", "ulcerative colitis", "breast cancer", "multiple sclerosis",
    "postoperative delirium", "septic shock", "migraine without aura",
        "systemic lupus erythematosus",
    "obstructive sleep apnoea", "pulmonary hypertension", "atrial fibrillation", "hip fracture",
    "gestational diabetes", "plaque psoriasis", "Parkinson disease", "ankylosing spondylitis",
    "non-alcoholic steatohepatitis", "community-acquired pneumonia"
  };
  private static final String[] OUTCOMES = {
    "pain and function",
    "all-cause mortality",
    "quality of life",
    "length of stay",
    "disease activity",
    "exercise capacity",
    "glycaemic control",
    "readmission",
    "symptom burden",
    "return to work",
    "walking speed",
    "sleep quality",
    "blood pressure",
    "bone mineral density",
    "relapse",
    "fatigue"
  };
  private static final String[] DESIGNS = {
    "a randomised controlled trial", "a double-blind, placebo-controlled trial", "a pilot study",
    "a prospective cohort study", "a multicentre randomised trial", "a retrospective analysis",
    "protocol of a cluster-randomised trial", "a crossover study",
        "a propensity-matched comparison",
    "a systematic review and meta-analysis", "three-year follow-up", "a phase II trial"
  };
  private static final String[] FAMILIES =
      ("Adeyemi Andersson Bianchi Brown Castillo Chen Costa Dubois Eriksen Fernandes Fischer Garcia Gupta Haddad Hansen"
              + " Hoffmann Huang Ibrahim Ito Ivanov Jansen Johnson Kim Kowalski Kumar Larsson Lee Lopez Martin Meyer Moreau"
              + " Müller Nakamura Nguyen Novak Okafor Olsen Park Patel Petrov Popescu Rahman Rossi Santos Sato Schmidt"
              + " Silva Singh Smith Svensson Tanaka Taylor Thompson Vargas Virtanen Wang Weber Williams Yamamoto Yılmaz"
              + " Zhang Zhou")
          .split(" ");
  private static final String[] GIVEN =
      ("Ada Akira Amina Boris Carla Chidi Daniel Elena Emre Fatima Felix Greta Hana Igor Ines Jonas Julia Kenji Lars Lea Li"
              + " Maria Mei Nadia Olga Omar Paulo Qing Ravi Rosa Samir Sofia Tariq Uma Victor Wei Yusuf Zoe")
          .split(" ");
  private static final String[] FIELDS =
      "Cardiology Rheumatology Neurology Nephrology Oncology Surgery Psychiatry Rehabilitation Endocrinology Immunology"
          .split(" ");
  private static final String[] KINDS = {
    "Journal of ",
    "Annals of ",
    "European Journal of ",
    "Archives of ",
    "International Journal of ",
    "Clinical and Experimental "
  };
  private static final String[] SHORT_KINDS = {
    "J ", "Ann ", "Eur J ", "Arch ", "Int J ", "Clin Exp "
  };

  /** The article of a number, always the same. */
  static InventedArticle of(long seed, int work) {
    // Spread, since neighbouring seeds begin alike.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + work * 0xC2B2AE3D27D4EB4FL);
    String drug = drug(random);
    String treatment = random.nextBoolean() ? drug : pick(random, TREATMENTS) + " with " + drug;
    String condition = pick(random, CONDITIONS);
    String outcome = pick(random, OUTCOMES);
    String design = pick(random, DESIGNS);
    int kind = random.nextInt(KINDS.length);
    String field = pick(random, FIELDS);
    int year = 1995 + random.nextInt(30);
    int firstPage = 1 + random.nextInt(1900);
    return new InventedArticle(
        title(random, treatment, condition, outcome, design),
        authors(random),
        year,
        KINDS[kind] + field,
        SHORT_KINDS[kind] + field.substring(0, Math.min(field.length(), 6)),
        1 + year - 1980,
        1 + random.nextInt(12),
        firstPage,
        firstPage + 4 + random.nextInt(12),
        "10." + (1000 + random.nextInt(8000)) + "/bench." + year + "." + work,
        10_000_000 + work,
        summary(random, treatment, condition, outcome, design),
        List.of(treatment, condition, outcome, "humans", "adult", "treatment outcome"));
  }

  private static String drug(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(pick(random, SYLLABLES));
    }
    return name + pick(random, ENDINGS);
  }

  private static String title(
      Random random, String treatment, String condition, String outcome, String design) {
    return switch (random.nextInt(4)) {
      case 0 ->
          "Effect of "
              + treatment
              + " on "
              + outcome
              + " in patients with "
              + condition
              + ": "
              + design;
      case 1 ->
          capital(treatment)
              + " for "
              + condition
              + " and its effect on "
              + outcome
              + ": "
              + design;
      case 2 -> capital(outcome) + " after " + treatment + " in adults with " + condition;
      default ->
          "Does " + treatment + " improve " + outcome + " in " + condition + "? " + capital(design);
    };
  }

  private static List<Author> authors(Random random) {
    List<Author> authors = new ArrayList<>();
    int count = 2 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      authors.add(
          new Author(
              pick(random, FAMILIES),
              random.nextBoolean()
                  ? pick(random, GIVEN)
                  : pick(random, GIVEN) + " " + pick(random, GIVEN)));
    }
    return authors;
  }

  private static String summary(
      Random random, String treatment, String condition, String outcome, String design) {
    int patients = 24 + random.nextInt(900);
    int lost = random.nextInt(20);
    int weeks = 4 + random.nextInt(100);
    double difference = random.nextInt(300) / 100.0;
    return "BACKGROUND: The burden of "
        + condition
        + " is growing, and little is known of how "
        + treatment
        + " affects "
        + outcome
        + " when usual care has failed; earlier studies were small, short and at high risk of bias,"
        + " and none of them followed patients for longer than "
        + (weeks / 2 + 1)
        + " weeks. OBJECTIVE: To find out whether "
        + treatment
        + " is better than "
        + pick(random, TREATMENTS)
        + " for "
        + outcome
        + " in adults with "
        + condition
        + ". METHODS: In this study ("
        + design
        + ") we enrolled "
        + patients
        + " patients at "
        + (1 + random.nextInt(30))
        + " centres in "
        + (1 + random.nextInt(9))
        + " countries between "
        + (1993 + random.nextInt(20))
        + " and "
        + (2013 + random.nextInt(10))
        + ". Patients were allocated by a central computer, stratified by centre, age and severity;"
        + " assessors did not know the allocation. The primary outcome was "
        + outcome
        + " at "
        + weeks
        + " weeks, measured with a validated scale from 0 to 100; secondary outcomes were "
        + pick(random, OUTCOMES)
        + ", "
        + pick(random, OUTCOMES)
        + " and adverse events. Analysis was by intention to treat with mixed models. RESULTS: Of "
        + patients
        + " patients (mean age "
        + (35 + random.nextInt(40))
        + " years, "
        + (20 + random.nextInt(60))
        + " % women), "
        + (patients - lost)
        + " completed follow-up. The adjusted mean difference was "
        + difference
        + " points (95 % CI "
        + (difference - 1.1)
        + " to "
        + (difference + 1.1)
        + "; P = 0."
        + (10 + random.nextInt(80))
        + "). "
        + capital(pick(random, OUTCOMES))
        + " improved in "
        + random.nextInt(100)
        + " % against "
        + random.nextInt(100)
        + " %. Serious adverse events occurred in "
        + random.nextInt(12)
        + " and "
        + random.nextInt(12)
        + " patients; none was judged to be related to "
        + treatment
        + ". CONCLUSIONS: "
        + capital(treatment)
        + " changed "
        + outcome
        + " in "
        + condition
        + " by less than what patients notice; longer trials are needed before it can be recommended.";
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String pick(Random random, String[] words) {
    return words[random.nextInt(words.length)];
  }
}
