package org.winnow.example;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.winnow.example.FoundingWorks.Work;

/** The databases of the large example, each with the layout of its export. */
enum ExampleSource {
  PUBMED("PubMed", "PubMed", "nbib", "") {
    @Override
    String entry(Work work) {
      return lines(
          "PMID- " + (90_100_000 + work.number()),
          "TI  - " + work.title() + ".",
          "AB  - " + work.summary(),
          each("FAU - ", work),
          "LA  - eng",
          "PT  - Journal Article",
          "DP  - " + work.year(),
          "JT  - " + work.journal(),
          "VI  - " + work.volume(),
          "IP  - " + work.issue(),
          "PG  - " + work.page() + "-" + work.lastPage(),
          "AID - " + work.doi() + " [doi]",
          "OT  - " + work.keyword(),
          "GN  - " + work.note(),
          "");
    }
  },
  EMBASE("Embase", "Embase.com", "ris", "") {
    @Override
    String entry(Work work) {
      return lines(
          "TY  - JOUR",
          "T1  - " + work.title().replace("randomised", "randomized"),
          each("A1  - ", work),
          "Y1  - " + work.year() + "//",
          "N2  - " + work.summary(),
          "JF  - " + work.journal(),
          "VL  - " + work.volume(),
          "IS  - " + work.issue(),
          "SP  - " + work.page(),
          "EP  - " + work.lastPage(),
          "KW  - " + work.keyword(),
          "DO  - " + work.doi(),
          "AN  - L9" + work.number(),
          "DB  - Embase",
          "N1  - " + work.note(),
          "ER  - ",
          "");
    }
  },
  CENTRAL("CENTRAL", "Cochrane Library", "ris", "") {
    @Override
    String entry(Work work) {
      return lines(
          "TY  -  JOUR",
          "AN  -  CN-9" + work.number(),
          each("A1  -  ", work),
          "T1  -  " + work.title(),
          "JA  -  " + work.journal(),
          "PY  -  " + work.year(),
          "VL  -  " + work.volume(),
          "IS  -  " + work.issue(),
          "SP  -  " + work.page() + "-" + work.lastPage(),
          "M3  -  Journal article",
          "DOI -  " + work.doi(),
          "N2  -  " + work.summary(),
          "N1  -  " + work.note(),
          "ER  -  ",
          "");
    }
  },
  WEB_OF_SCIENCE(
      "Web of Science", "Clarivate", "ciw", "FN Clarivate Analytics Web of Science\nVR 1.0\n") {
    @Override
    String entry(Work work) {
      return lines(
          "PT J",
          "AU " + String.join("\n   ", work.authors()),
          "TI " + work.title(),
          "SO " + work.journal().toUpperCase(java.util.Locale.ROOT),
          "LA English",
          "DT Article",
          "DE " + work.keyword(),
          "AB " + work.summary(),
          "PY " + work.year(),
          "VL " + work.volume(),
          "IS " + work.issue(),
          "BP " + work.page(),
          "EP " + work.lastPage(),
          "DI " + work.doi(),
          "UT WOS:0009" + work.number(),
          "ER",
          "");
    }
  },
  CNKI("CNKI", "中国知网", "net", "") {
    @Override
    String entry(Work work) {
      return lines(
          "{Reference Type}: Journal Article",
          "{Title}: " + work.titleZh(),
          "{Author}: " + String.join(";", work.authors()) + ";",
          "{Journal}: " + work.journal(),
          "{Year}: " + work.year(),
          "{Volume}: " + work.volume(),
          "{Issue}: %02d".formatted(work.issue()),
          "{Pages}: " + work.page() + "-" + work.lastPage(),
          "{Keywords}: " + work.keyword(),
          "{Abstract}: <正>" + work.summary(),
          "{Notes}: " + work.note(),
          "{Database Provider}: CNKI",
          "",
          "");
    }
  },
  WANFANG("Wanfang", "万方数据", "net", "") {
    @Override
    String entry(Work work) {
      return lines(
          "{Reference Type}: Journal Article",
          "{Title}: " + work.titleZh(),
          "{Translated Title}: " + work.title(),
          each("{Author}: ", work),
          "{Journal}: " + work.journal(),
          "{Year}: " + work.year(),
          "{Volume}: " + work.volume(),
          "{Issue}: " + work.issue(),
          "{Pages}: " + work.page() + "-" + work.lastPage(),
          "{Keywords}: " + work.keyword(),
          "{Abstract}: " + work.summary(),
          "{Database Provider}: 北京万方数据股份有限公司",
          "{Language}: chi",
          "");
    }
  },
  VIP("VIP", "维普资讯", "net", "") {
    @Override
    String entry(Work work) {
      return lines(
          "{Reference Type}:Journal Article",
          "{Title}:" + work.titleZh(),
          each("{Author}:", work),
          "{Journal}:" + work.journal(),
          "{Year}:" + work.year(),
          "{Volume} : " + work.volume(),
          "{Issue}:" + work.issue(),
          "{Pages}:" + work.page() + "-" + work.lastPage(),
          "{Keywords}:" + work.keyword(),
          "{Abstract}:" + work.summary(),
          "{Database Provider}:重庆维普资讯有限公司",
          "");
    }
  },
  SINOMED("SinoMed", "中国生物医学文献服务系统", "txt", "") {
    @Override
    String entry(Work work) {
      return lines(
          "【标题】:" + work.titleZh(),
          "【作者】:" + String.join(";", work.authors()),
          "【出处】:%s;%d.%d(%d):%d-%d"
              .formatted(
                  work.journal(),
                  work.year(),
                  work.volume(),
                  work.issue(),
                  work.page(),
                  work.lastPage()),
          "【摘要】:" + work.summary(),
          "【关键词】:" + work.keyword(),
          "");
    }
  };

  private static final String SEARCHED_ON = "2025-01-15";

  private final String databaseName;
  private final String platform;
  private final String extension;
  private final String head;

  ExampleSource(String databaseName, String platform, String extension, String head) {
    this.databaseName = databaseName;
    this.platform = platform;
    this.extension = extension;
    this.head = head;
  }

  /** A work as this database writes it. */
  abstract String entry(Work work);

  static List<ExampleSource> of(boolean chinese) {
    return chinese
        ? List.of(CNKI, WANFANG, VIP, SINOMED)
        : List.of(PUBMED, EMBASE, CENTRAL, WEB_OF_SCIENCE);
  }

  String fileName() {
    return databaseName.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "." + extension;
  }

  String export(List<Work> works) {
    return head + works.stream().map(this::entry).collect(Collectors.joining());
  }

  UUID source() {
    return new UUID(0x57494E4E4F570001L, 100L + ordinal());
  }

  UUID importId() {
    return new UUID(0x57494E4E4F570002L, 100L + ordinal());
  }

  Map<String, Object> description(int hits) {
    return Map.of(
        "kind",
        "database",
        "name",
        databaseName,
        "platform",
        platform,
        "searchedOn",
        SEARCHED_ON,
        "query",
        of(true).contains(this)
            ? "主题=间充质干细胞 AND (关节炎 OR 红斑狼疮 OR 硬化 OR 肠炎)"
            : "(mesenchymal stromal cell* OR mesenchymal stem cell*) AND (arthritis OR lupus OR"
                + " sclerosis OR spondylitis OR colitis)",
        "hitsReported",
        hits);
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static String each(String tag, Work work) {
    return work.authors().stream().map(author -> tag + author).collect(Collectors.joining("\n"));
  }
}
