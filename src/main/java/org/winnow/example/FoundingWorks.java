package org.winnow.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * The works of the large example, made anew and always the same: as many records, full texts and
 * inclusions as a published review of mesenchymal stromal cells reports. Of the trials, those that
 * its sources name are taken from trials.csv; everything else is made up and says so.
 */
final class FoundingWorks {
  static final int RECORDS = 7_938;
  static final int INCLUDED = 42;

  /** Why full texts are excluded, by the words of the protocol's reasons. */
  private static final List<String> EXCLUDED_BECAUSE =
      List.of(
          "design",
          "design",
          "design",
          "design",
          "population",
          "population",
          "intervention",
          "comparison",
          "outcome",
          "outcome");

  private static final int ENGLISH = 5_180;
  private static final int CHINESE = 1_240;
  private static final int DISPUTED = 80;
  private static final long SEED = 20_250_115;

  private static final List<String> CELLS =
      List.of(
          "mesenchymal stromal cells|间充质干细胞",
          "bone marrow mesenchymal stromal cells|骨髓间充质干细胞",
          "umbilical cord mesenchymal stromal cells|脐带间充质干细胞",
          "adipose-derived mesenchymal stromal cells|脂肪间充质干细胞",
          "placenta-derived mesenchymal stromal cells|胎盘间充质干细胞",
          "extracellular vesicles of stromal cells|间充质干细胞外泌体",
          "gingival stromal cells|牙龈间充质干细胞",
          "synovial stromal cells|滑膜间充质干细胞");

  private static final List<String> DISEASES =
      List.of(
          "rheumatoid arthritis|类风湿关节炎",
          "systemic lupus erythematosus|系统性红斑狼疮",
          "lupus nephritis|狼疮性肾炎",
          "systemic sclerosis|系统性硬化症",
          "ankylosing spondylitis|强直性脊柱炎",
          "primary Sjögren's syndrome|原发性干燥综合征",
          "knee osteoarthritis|膝骨关节炎",
          "hip osteoarthritis|髋骨关节炎",
          "Crohn's disease|克罗恩病",
          "ulcerative colitis|溃疡性结肠炎",
          "multiple sclerosis|多发性硬化",
          "type 1 diabetes|1型糖尿病",
          "psoriasis|银屑病",
          "dermatomyositis|皮肌炎");

  private static final List<String> TOPICS =
      List.of(
          "regulatory T cells|调节性T细胞",
          "B cell maturation|B细胞成熟",
          "macrophage polarisation|巨噬细胞极化",
          "cartilage repair|软骨修复",
          "bone erosion|骨侵蚀",
          "fibrosis of the skin|皮肤纤维化",
          "interleukin 6 and tumour necrosis factor|白细胞介素6和肿瘤坏死因子",
          "pain and function|疼痛与功能",
          "homing after infusion|输注后的归巢",
          "storage and thawing|冻存与复苏",
          "culture under hypoxia|低氧培养",
          "dose finding|剂量探索",
          "cost and access|成本与可及性",
          "safety over five years|五年安全性",
          "the gut microbiome|肠道菌群",
          "gene expression|基因表达",
          "oxidative stress|氧化应激",
          "fatigue and sleep|疲劳与睡眠");

  private static final List<String> KINDS =
      List.of(
          "in a mouse model|小鼠模型研究",
          "in a rat model|大鼠模型研究",
          "in vitro|体外研究",
          "a case series|病例系列",
          "a cohort study|队列研究",
          "a narrative review|综述",
          "a systematic review|系统评价",
          "an open pilot study|开放性预试验",
          "a survey of clinicians|临床医生调查",
          "a protocol|研究方案");

  private static final List<String> FAMILIES =
      List.of(
          "Ahlberg|陈",
          "Petrov|王",
          "Castelli|李",
          "Hoffmann|张",
          "Santos|刘",
          "Vogel|杨",
          "Tanaka|赵",
          "Rossi|黄",
          "Patel|周",
          "Olsen|吴",
          "Sharma|徐",
          "Weber|孙",
          "Ueda|马",
          "Lindholm|朱",
          "Novak|胡",
          "Ferrari|郭",
          "Okoye|何",
          "Dubois|林",
          "Keller|罗",
          "Marin|高");

  private static final List<String> GIVEN =
      List.of(
          "Irene|建平",
          "David|静",
          "Jonas|伟",
          "Rosa|秀兰",
          "Clara|洋",
          "Hugo|刚",
          "Paul|娟",
          "Boris|兰",
          "Felix|敏",
          "Greta|志强",
          "Nadia|海燕",
          "Owen|晓",
          "Pilar|玉梅",
          "Quentin|国庆",
          "Ruth|雪");

  private static final List<String> JOURNALS =
      List.of(
          "Journal of Cell Therapy Examples|示例细胞治疗杂志",
          "Annals of Invented Rheumatology|虚构风湿病学杂志",
          "Example Reports in Regenerative Medicine|示例再生医学报告",
          "Made-up Archives of Immunology|虚构免疫学文献",
          "Specimen Journal of Orthopaedics|样本骨科杂志",
          "International Example Medicine|国际示例医学");

  /** What the screeners make of a work; a reason stands for its exclusion. */
  record Opinions(
      String annOnTitle, String bobOnTitle, String annOnFullText, String bobOnFullText) {
    private static final Opinions EXCLUDE = new Opinions("exclude", "exclude", "", "");

    String of(Person person, boolean fullText) {
      boolean ann = person == Person.ANN;
      return fullText ? (ann ? annOnFullText : bobOnFullText) : (ann ? annOnTitle : bobOnTitle);
    }
  }

  /**
   * A work with everything that databases write of it.
   *
   * @param titleZh empty for a work in English
   * @param note where its facts are from, or that it is made up
   */
  record Work(
      int number,
      String title,
      String titleZh,
      List<String> authors,
      int year,
      String journal,
      int volume,
      int issue,
      int page,
      String summary,
      String keyword,
      String note,
      Opinions opinions) {
    boolean isChinese() {
      return !titleZh.isEmpty();
    }

    String doi() {
      return "10.5555/winnow.founding.%04d".formatted(number);
    }

    int lastPage() {
      return page + 4 + number % 9;
    }
  }

  private final Random random = new Random(SEED);
  private final List<Work> works = new ArrayList<>();
  private final Map<ExampleSource, List<Work>> inSources = new EnumMap<>(ExampleSource.class);

  FoundingWorks() {
    addTrials();
    while (works.size() < ENGLISH + CHINESE) {
      works.add(madeUp(works.size() < ENGLISH));
    }
    distribute();
  }

  List<Work> all() {
    return works;
  }

  List<Work> in(ExampleSource source) {
    return Objects.requireNonNull(inSources.get(source));
  }

  private void addTrials() {
    List<String[]> known = readTrials();
    for (int i = 0; i < INCLUDED + EXCLUDED_BECAUSE.size(); i++) {
      works.add(i < known.size() ? known(known.get(i), passing(i)) : madeUpTrial(passing(i)));
    }
  }

  /** Of those that pass, some in a conflict that the adjudicator settles. */
  private static Opinions passing(int i) {
    String ann = i % 9 == 4 ? "exclude" : i % 13 == 5 ? "maybe" : "include";
    String bob = i % 9 == 8 ? "exclude" : "include";
    if (i < INCLUDED) {
      return new Opinions(ann, bob, "include", i == 7 || i == 30 ? "outcome" : "include");
    }
    String reason = EXCLUDED_BECAUSE.get(i - INCLUDED);
    return new Opinions(ann, bob, reason, i == INCLUDED ? "population" : reason);
  }

  private Work known(String[] trial, Opinions opinions) {
    String people =
        trial[3].isEmpty()
            ? ""
            : " %s people were given the cells%s."
                .formatted(
                    trial[3], trial[4].isEmpty() ? "" : ", %s a control".formatted(trial[4]));
    String registration = trial[5].isEmpty() ? "" : " Registration: " + trial[5] + ".";
    return work(
        "%s for %s: a randomised controlled trial (%s)"
            .formatted(capital(trial[2]), trial[1], trial[0]),
        "",
        List.of(trial[0].split(" ")[0]),
        "A randomised controlled trial of %s in %s.%s%s"
            .formatted(trial[2], trial[1], people, registration),
        trial[1],
        "A trial that sources of the example name (%s; in the published review: %s). Its facts are theirs, its wording is not."
            .formatted(trial[7], trial[6]),
        opinions);
  }

  private Work madeUpTrial(Opinions opinions) {
    int n = works.size();
    String disease = english(DISEASES.get(n % DISEASES.size()));
    String cells = english(CELLS.get(n % 4));
    return work(
        "%s against placebo in %s, trial %d: randomised and blinded"
            .formatted(capital(cells), disease, n),
        "",
        people(false),
        "METHODS: %d patients with %s were randomised to %s or placebo. RESULTS: Disease activity was followed for %d months. CONCLUSIONS: Larger trials are needed."
            .formatted(24 + random.nextInt(90), disease, cells, 6 + random.nextInt(18)),
        disease,
        "Made up for Winnow's example",
        opinions);
  }

  private Work madeUp(boolean english) {
    int n = works.size();
    // A stride that shares no factor with the number of combinations meets each of them once.
    int combinations = CELLS.size() * DISEASES.size() * TOPICS.size() * KINDS.size();
    int pick = (int) ((long) n * 7_919 % combinations);
    String cells = CELLS.get(pick % CELLS.size());
    String disease = DISEASES.get(pick / CELLS.size() % DISEASES.size());
    String topic = TOPICS.get(pick / CELLS.size() / DISEASES.size() % TOPICS.size());
    String kind = KINDS.get(pick / CELLS.size() / DISEASES.size() / TOPICS.size());
    int patients = 8 + random.nextInt(400);
    String title =
        "%s in %s and %s: %s"
            .formatted(capital(english(cells)), english(disease), english(topic), english(kind));
    String titleZh =
        english
            ? ""
            : "%s对%s中%s的影响：%s"
                .formatted(chinese(cells), chinese(disease), chinese(topic), chinese(kind));
    String summary =
        english
            ? "BACKGROUND: How %s act on %s in %s is not settled. METHODS: %s, %d observations in %d groups. RESULTS: A difference was seen in %d of %d measures. CONCLUSIONS: What follows for patients is open."
                .formatted(
                    english(cells),
                    english(topic),
                    english(disease),
                    capital(english(kind)),
                    patients,
                    2 + n % 3,
                    1 + n % 5,
                    6 + n % 4)
            : "目的：探讨%s对%s患者%s的影响。方法：%s，共%d例。结果：%d项指标中%d项有差异。结论：有待进一步研究。"
                .formatted(
                    chinese(cells),
                    chinese(disease),
                    chinese(topic),
                    chinese(kind),
                    patients,
                    6 + n % 4,
                    1 + n % 5);
    int between = ENGLISH / DISPUTED;
    boolean disputed = n % between == 11 && english;
    boolean annIncludes = n / between % 2 == 0;
    return work(
        title,
        titleZh,
        people(!english),
        summary,
        english ? english(disease) : chinese(disease),
        "Made up for Winnow's example",
        disputed
            ? new Opinions(
                annIncludes ? "include" : "exclude", annIncludes ? "exclude" : "include", "", "")
            : Opinions.EXCLUDE);
  }

  private Work work(
      String title,
      String titleZh,
      List<String> authors,
      String summary,
      String keyword,
      String note,
      Opinions opinions) {
    int n = works.size();
    String journal = JOURNALS.get(n % JOURNALS.size());
    return new Work(
        n + 1,
        title,
        titleZh,
        authors,
        2005 + n % 20,
        titleZh.isEmpty() ? english(journal) : chinese(journal),
        3 + n / JOURNALS.size() % 60,
        1 + n % 12,
        1 + (int) (n * 37L % 1_900),
        summary,
        keyword,
        note,
        opinions);
  }

  private List<String> people(boolean inChinese) {
    List<String> people = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
      String given = GIVEN.get(random.nextInt(GIVEN.size()));
      people.add(
          inChinese ? chinese(family) + chinese(given) : english(family) + ", " + english(given));
    }
    return people;
  }

  /** Every work in one database, and copies in others until there are as many records as said. */
  private void distribute() {
    for (ExampleSource source : ExampleSource.values()) {
      inSources.put(source, new ArrayList<>());
    }
    List<Set<ExampleSource>> of = new ArrayList<>();
    for (Work work : works) {
      ExampleSource first =
          work.opinions() == Opinions.EXCLUDE
              ? pick(ExampleSource.of(work.isChinese()))
              : ExampleSource.PUBMED;
      of.add(EnumSet.of(first));
    }
    int records = works.size();
    for (int i = 0; records < RECORDS; i = (i + 17) % works.size()) {
      Set<ExampleSource> holding = of.get(i);
      List<ExampleSource> others =
          ExampleSource.of(works.get(i).isChinese()).stream()
              .filter(source -> !holding.contains(source))
              .toList();
      if (!others.isEmpty()) {
        holding.add(pick(others));
        records++;
      }
    }
    for (int i = 0; i < works.size(); i++) {
      Work work = works.get(i);
      of.get(i).forEach(source -> in(source).add(work));
    }
  }

  private ExampleSource pick(List<ExampleSource> sources) {
    return sources.get(random.nextInt(sources.size()));
  }

  private static List<String[]> readTrials() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    FoundingWorks.class.getResourceAsStream("/example/trials.csv")),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String english(String both) {
    return both.substring(0, both.indexOf('|'));
  }

  private static String chinese(String both) {
    return both.substring(both.indexOf('|') + 1);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
