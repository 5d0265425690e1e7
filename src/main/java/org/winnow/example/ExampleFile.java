package org.winnow.example;

import java.util.Map;
import java.util.UUID;

/** An invented export of the example review, and the search that it stands for. */
enum ExampleFile {
  PUBMED("pubmed.nbib", "database", "PubMed", "PubMed", 96),
  EMBASE("embase.ris", "database", "Embase", "Embase.com", 106),
  CENTRAL("central.ris", "database", "CENTRAL", "Cochrane Library", 31),
  CNKI("cnki.net", "database", "CNKI", "中国知网", 34),
  WANFANG("wanfang.net", "database", "Wanfang", "万方数据", 20),
  CLINICAL_TRIALS("clinicaltrials.csv", "register", "ClinicalTrials.gov", "ClinicalTrials.gov", 14);

  final String file;
  private final String kind;
  private final String name;
  private final String platform;
  private final int hits;

  ExampleFile(String file, String kind, String name, String platform, int hits) {
    this.file = file;
    this.kind = kind;
    this.name = name;
    this.platform = platform;
    this.hits = hits;
  }

  UUID source() {
    return new UUID(0x57494E4E4F570001L, ordinal() + 1L);
  }

  UUID importId() {
    return new UUID(0x57494E4E4F570002L, ordinal() + 1L);
  }

  Map<String, Object> description() {
    return Map.of(
        "kind",
        kind,
        "name",
        name,
        "platform",
        platform,
        "searchedOn",
        "2025-01-15",
        "query",
        name.equals("CNKI") || name.equals("Wanfang")
            ? "主题=间充质干细胞 AND (骨关节炎 OR 类风湿关节炎 OR 红斑狼疮) AND 随机"
            : "(mesenchymal stromal cell* OR mesenchymal stem cell*) AND (arthritis OR lupus OR"
                + " spondylitis OR sclerosis) AND random*",
        "hitsReported",
        hits);
  }
}
