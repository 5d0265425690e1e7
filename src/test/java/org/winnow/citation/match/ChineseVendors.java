package org.winnow.citation.match;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.winnow.citation.Citation;

/**
 * Invents Chinese articles and writes each as CNKI, Wanfang, VIP, SinoMed, a Taiwanese database and
 * PubMed would export it, with the slips that are usual there; and articles that only look alike.
 * The same seed gives the same pairs. Names, titles and journals are put together at random.
 */
final class ChineseVendors {
  /** A pair and the truth. {@code kind} says what was done. */
  record LabelledPair(String kind, Citation a, Citation b, boolean duplicate) {}

  private record Term(String zh, String en) {}

  private record Journal(String zh, String pinyin, String en, String issn) {}

  private record Person(String zh, String pinyin) {}

  /** What an article is, before any database describes it. */
  private record Article(
      String zh,
      String en,
      List<Person> authors,
      int year,
      Journal journal,
      int volume,
      int issue,
      int first,
      int last,
      String doi,
      String pmid) {

    Article titled(String newZh, String newEn) {
      return new Article(
          newZh, newEn, authors, year, journal, volume, issue, first, last, doi, pmid);
    }

    /** Somewhere else: other volume, issue, pages and numbers. */
    Article moved(int years, int pages) {
      return new Article(
          zh,
          en,
          authors,
          year + years,
          journal,
          volume + years,
          issue % 12 + 1,
          first + pages,
          last + pages,
          "",
          "");
    }

    Article by(List<Person> others) {
      return new Article(zh, en, others, year, journal, volume, issue, first, last, doi, pmid);
    }

    Article in(Journal other) {
      return new Article(zh, en, authors, year, other, volume, issue, first, last, "", "");
    }
  }

  private static final List<Term> TREATMENTS =
      List.of(
          new Term("脐带间充质干细胞移植", "umbilical cord mesenchymal stem cell transplantation"),
          new Term("骨髓间充质干细胞移植", "bone marrow mesenchymal stem cell transplantation"),
          new Term("环磷酰胺冲击", "cyclophosphamide pulse therapy"),
          new Term("来氟米特联合甲氨蝶呤", "leflunomide combined with methotrexate"),
          new Term("雷公藤多苷", "tripterygium glycosides"),
          new Term("羟氯喹", "hydroxychloroquine"),
          new Term("硫唑嘌呤", "azathioprine"),
          new Term("针刺", "acupuncture"),
          new Term("大剂量丙种球蛋白", "high-dose intravenous immunoglobulin"),
          new Term("血浆置换", "plasma exchange"));
  private static final List<Term> DISEASES =
      List.of(
          new Term("系统性红斑狼疮", "systemic lupus erythematosus"),
          new Term("类风湿关节炎", "rheumatoid arthritis"),
          new Term("强直性脊柱炎", "ankylosing spondylitis"),
          new Term("干燥综合征", "Sjogren's syndrome"),
          new Term("系统性硬化症", "systemic sclerosis"),
          new Term("克罗恩病", "Crohn's disease"),
          new Term("多发性硬化症", "multiple sclerosis"),
          new Term("急性痛风性关节炎", "acute gouty arthritis"),
          new Term("慢性肾小球肾炎", "chronic glomerulonephritis"),
          new Term("狼疮性肾炎", "lupus nephritis"));
  private static final List<Term> ENDS =
      List.of(
          new Term("的临床疗效观察", "clinical observation"),
          new Term("的疗效及安全性分析", "efficacy and safety analysis"),
          new Term("的随机对照研究", "a randomized controlled trial"),
          new Term("的前瞻性队列研究", "a prospective cohort study"),
          new Term("的临床研究", "a clinical study"),
          new Term("30例报告", "report of 30 cases"));
  private static final List<Journal> JOURNALS =
      List.of(
          new Journal(
              "中华风湿病学杂志",
              "Zhonghua Feng Shi Bing Xue Za Zhi",
              "Chinese Journal of Rheumatology",
              "1007-7480"),
          new Journal(
              "中华内科杂志",
              "Zhonghua Nei Ke Za Zhi",
              "Chinese Journal of Internal Medicine",
              "0578-1426"),
          new Journal(
              "中国实用内科杂志",
              "Zhongguo Shi Yong Nei Ke Za Zhi",
              "Chinese Journal of Practical Internal Medicine",
              "1005-2194"),
          new Journal(
              "临床检验杂志（电子版）",
              "Lin Chuang Jian Yan Za Zhi",
              "Chinese Journal of Clinical Laboratory Science",
              "2095-2422"),
          new Journal(
              "中国组织工程研究",
              "Zhongguo Zu Zhi Gong Cheng Yan Jiu",
              "Chinese Journal of Tissue Engineering Research",
              "2095-4344"),
          new Journal(
              "南京医科大学学报",
              "Nanjing Yi Ke Da Xue Xue Bao",
              "Acta Universitatis Medicinalis Nanjing",
              "1007-4368"));
  private static final List<String> VENDORS =
      List.of("cnki", "wanfang", "vip", "sinomed", "taiwan", "pubmed");
  private static final String FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗曾谢单吕翟覃";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉力玉兰";

  private final Random random;
  private final Transliterator traditional = Transliterator.getInstance("Simplified-Traditional");

  ChineseVendors(long seed) {
    random = new Random(seed);
  }

  /** For each article all pairs of vendors, and for each way to look alike one pair. */
  List<LabelledPair> pairs(int articles) {
    List<LabelledPair> pairs = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      Article article = article();
      List<String> vendors = new ArrayList<>(VENDORS);
      Collections.shuffle(vendors, random);
      for (int v = 0; v + 1 < vendors.size(); v++) {
        String kind = vendors.get(v) + " " + vendors.get(v + 1);
        Citation a = as(vendors.get(v), article);
        pairs.add(new LabelledPair(kind, a, as(vendors.get(v + 1), article), true));
      }
      pairs.addAll(lookalikes(article));
    }
    return pairs;
  }

  private List<LabelledPair> lookalikes(Article article) {
    List<LabelledPair> pairs = new ArrayList<>();
    pairs.add(other("two parts", part(article, "一", "I"), part(article, "二", "II").moved(0, 9)));
    pairs.add(other("other disease, same authors", article, otherDisease(article).moved(0, 40)));
    pairs.add(other("neighbour in the issue", article, neighbour(article)));
    pairs.add(other("same title by others", article, article.by(people()).moved(2, 33)));
    pairs.add(other("erratum", article, erratum(article)));
    pairs.add(other("printed again after years", article, article.moved(3, 100)));
    pairs.add(other("same place in another journal", article, elsewhere(article)));
    return pairs;
  }

  private LabelledPair other(String kind, Article a, Article b) {
    return new LabelledPair(kind, as(vendor(), a), as(vendor(), b), false);
  }

  private static Article part(Article article, String zh, String en) {
    return article.titled(article.zh() + "（" + zh + "）", article.en() + " (part " + en + ")");
  }

  private Article otherDisease(Article article) {
    Article fresh = article();
    while (fresh.zh().equals(article.zh())) {
      fresh = article();
    }
    return article.titled(fresh.zh(), fresh.en());
  }

  private Article neighbour(Article article) {
    Article fresh = otherDisease(article);
    return new Article(
        fresh.zh(),
        fresh.en(),
        people(),
        article.year(),
        article.journal(),
        article.volume(),
        article.issue(),
        article.last() + 1,
        article.last() + 5,
        "",
        "");
  }

  private static Article erratum(Article article) {
    Article moved = article.moved(0, 400);
    return moved.titled("更正：" + article.zh(), "Erratum: " + article.en());
  }

  private Article elsewhere(Article article) {
    Article fresh = otherDisease(article);
    Journal journal = JOURNALS.get((JOURNALS.indexOf(article.journal()) + 1) % JOURNALS.size());
    return fresh.by(people()).in(journal);
  }

  private Article article() {
    Term treatment = pick(TREATMENTS);
    Term disease = pick(DISEASES);
    Term end = pick(ENDS);
    int first = 1 + random.nextInt(900);
    int number = random.nextInt(1_000_000);
    return new Article(
        treatment.zh() + "治疗" + disease.zh() + end.zh(),
        treatment.en() + " in the treatment of " + disease.en() + ": " + end.en(),
        people(),
        2000 + random.nextInt(24),
        pick(JOURNALS),
        10 + random.nextInt(40),
        1 + random.nextInt(12),
        first,
        first + 2 + random.nextInt(6),
        "10.3760/cma.j.issn." + number,
        Integer.toString(10_000_000 + number));
  }

  private List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      StringBuilder zh =
          new StringBuilder().append(FAMILIES.charAt(random.nextInt(FAMILIES.length())));
      for (int g = 1 + random.nextInt(2); g > 0; g--) {
        zh.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
      }
      people.add(new Person(zh.toString(), pinyin(zh.toString())));
    }
    return people;
  }

  private static String pinyin(String zh) {
    String family =
        switch (zh.charAt(0)) {
          case '曾' -> "zeng";
          case '单' -> "shan";
          case '翟' -> "zhai";
          case '覃' -> "qin";
          case '吕' -> "lyu";
          default -> Folding.pinyin(zh.charAt(0));
        };
    StringBuilder initials = new StringBuilder();
    for (int i = 1; i < zh.length(); i++) {
      initials.append(Character.toUpperCase(Folding.pinyin(zh.charAt(i)).charAt(0)));
    }
    return Character.toUpperCase(family.charAt(0)) + family.substring(1) + ", " + initials;
  }

  private Citation as(String vendor, Article article) {
    return switch (vendor) {
      case "cnki" -> cnki(article);
      case "wanfang" -> wanfang(article);
      case "vip" -> vip(article);
      case "sinomed" -> sinomed(article);
      case "taiwan" -> taiwan(article);
      default -> pubmed(article);
    };
  }

  /**
   * Year and issue with leading zero, no volume, a page range with a gap now and then; an article
   * taken before its issue was printed has neither.
   */
  private Citation cnki(Article article) {
    boolean printed = !now(0.1);
    return new Citations()
        .titles("", now(0.2) ? wide(article.zh()) : article.zh())
        .authors(chinese(article))
        .year(article.year())
        .journal(article.journal().zh())
        .place(
            "", printed ? String.format("%02d", article.issue()) : "", printed ? gap(article) : "")
        .issn(article.journal().issn())
        .make();
  }

  /** Title in both languages, DOI, the journal without its brackets. */
  private Citation wanfang(Article article) {
    return new Citations()
        .titles(now(0.3) ? retranslated(article.en()) : article.en(), slipped(article.zh()))
        .authors(chinese(article))
        .year(article.year())
        .journal(article.journal().zh().replace("（电子版）", ""))
        .place("" + article.volume(), "" + article.issue(), range(article, "-"))
        .doi(now(0.7) ? article.doi() : "")
        .make();
  }

  /** Full-width punctuation, the volume, only the first page now and then. */
  private Citation vip(Article article) {
    String pages = now(0.3) ? "" + article.first() : range(article, "～");
    return new Citations()
        .titles("", subtitled(article.zh()).replace("的", now(0.3) ? "之" : "的"))
        .authors(chinese(article))
        .year(article.year())
        .journal(article.journal().zh())
        .place(now(0.7) ? "" + article.volume() : "", "" + article.issue(), pages)
        .make();
  }

  /** Title in both languages, the Chinese one first. */
  private Citation sinomed(Article article) {
    return new Citations()
        .titles(retranslated(article.en()), article.zh())
        .authors(chinese(article))
        .year(article.year())
        .journal(article.journal().zh())
        .place("" + article.volume(), "" + article.issue(), range(article, "-"))
        .pmid(now(0.2) ? article.pmid() : "")
        .make();
  }

  private Citation taiwan(Article article) {
    return new Citations()
        .titles("", traditional.transliterate(article.zh()))
        .authors(
            article.authors().stream()
                .map(p -> traditional.transliterate(p.zh()))
                .toArray(String[]::new))
        .year(article.year())
        .journal(traditional.transliterate(article.journal().zh()))
        .place("" + article.volume(), "" + article.issue(), "頁" + range(article, "-"))
        .make();
  }

  /** The English title in brackets, pinyin, no Chinese character at all. */
  private Citation pubmed(Article article) {
    return new Citations()
        .titles("[" + article.en() + "].", "")
        .authors(article.authors().stream().map(Person::pinyin).toArray(String[]::new))
        .year(article.year())
        .journal(now(0.2) ? article.journal().en() : article.journal().pinyin())
        .place("" + article.volume(), now(0.15) ? "" : "" + article.issue(), shortened(article))
        .doi(now(0.4) ? article.doi() : "")
        .pmid(article.pmid())
        .make();
  }

  private String[] chinese(Article article) {
    List<String> names = article.authors().stream().map(Person::zh).collect(Collectors.toList());
    if (now(0.15)) {
      names = names.subList(0, 1);
    }
    return names.toArray(String[]::new);
  }

  /** A database's own translation of the same title. */
  private static String retranslated(String en) {
    return "Effect of "
        + en.replace(" in the treatment of ", " on patients with ")
            .replace("clinical observation", "an observation of curative effect")
            .replace("transplantation", "infusion");
  }

  /** One wrong character of the same sound, now and then. */
  private String slipped(String zh) {
    return now(0.15) ? zh.replace("症", "征") : zh;
  }

  /** A subtitle that another database leaves out, a full stop, or nothing. */
  private String subtitled(String zh) {
    return now(0.15) ? zh + "——附2例典型病例" : now(0.2) ? zh + "。" : zh;
  }

  private static String wide(String zh) {
    StringBuilder out = new StringBuilder();
    for (char c : zh.toCharArray()) {
      out.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
    }
    return out.toString();
  }

  private String gap(Article article) {
    return now(0.3)
        ? article.first() + "-" + (article.last() - 1) + "+" + (article.last() + 30)
        : range(article, "-");
  }

  /** "349-69" for 349 to 369. */
  private static String shortened(Article article) {
    String first = "" + article.first();
    String last = "" + article.last();
    boolean sameHead =
        first.length() == 3 && last.length() == 3 && first.charAt(0) == last.charAt(0);
    return first + "-" + (sameHead ? last.substring(1) : last);
  }

  private static String range(Article article, String dash) {
    return article.first() + dash + article.last();
  }

  private String vendor() {
    return pick(VENDORS);
  }

  private boolean now(double share) {
    return random.nextDouble() < share;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
