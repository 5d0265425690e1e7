package org.winnow.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The protocol of the example review. */
final class ExampleProtocol {
  private ExampleProtocol() {}

  static Map<String, Object> of(Map<String, UUID> reasons) {
    Map<String, Object> protocol = new LinkedHashMap<>();
    protocol.put(
        "question",
        Map.of(
            "text",
            text(
                "Do mesenchymal stromal cells help patients with autoimmune or rheumatic disease? This"
                    + " review is an example: its records are invented.",
                "间充质干细胞对自身免疫性和风湿性疾病患者是否有效？本评价为示例，其中的记录均为虚构。"),
            "population",
            "Patients with an autoimmune or rheumatic disease",
            "intervention",
            "Mesenchymal stromal cells, alone or combined",
            "comparison",
            "Placebo or a treatment without the cells",
            "outcome",
            "Disease activity, pain, function, adverse events",
            "design",
            "Randomised controlled trial"));
    protocol.put("registration", "");
    protocol.put(
        "criteria",
        criteria(
            text("Randomised controlled trial", "随机对照试验"),
            text("Autoimmune or rheumatic disease by accepted criteria", "符合公认标准的自身免疫性或风湿性疾病"),
            text("Mesenchymal stromal cells, alone or combined", "单用或联用间充质干细胞"),
            text("Compared with a treatment without them", "与不含该细胞的治疗比较"),
            text("An efficacy or safety outcome", "疗效或安全性结局")));
    protocol.put(
        "reasons",
        List.of(
            reason(reasons, "design", "Not a randomised trial", "非随机对照试验"),
            reason(reasons, "population", "Other disease", "其他疾病"),
            reason(reasons, "intervention", "No mesenchymal stromal cells", "未使用间充质干细胞"),
            reason(reasons, "comparison", "No eligible comparison", "无合格对照"),
            reason(reasons, "outcome", "No eligible outcome", "无合格结局")));
    protocol.put(
        "policy",
        Map.of(
            "titleAbstractVotes",
            2,
            "fullTextVotes",
            2,
            "conflictRule",
            "adjudicator",
            "adjudicatorMayHaveVoted",
            false,
            "order",
            "random",
            "reasonsAtTitleAbstract",
            false,
            "mask",
            Map.of("authors", false, "journal", false, "year", false),
            "countsForVotingLead",
            false));
    protocol.put(
        "highlights",
        List.of(
            Map.of("group", "include", "terms", List.of("randomi*", "placebo", "随机", "安慰剂")),
            Map.of(
                "group",
                "exclude",
                "terms",
                List.of("mouse", "rat", "rats", "rabbit", "canine", "mice", "case series", "动物模型")),
            Map.of(
                "group",
                "population",
                "terms",
                List.of("arthritis", "osteoarthritis", "lupus", "spondylitis", "关节炎", "红斑狼疮")),
            Map.of(
                "group",
                "intervention",
                "terms",
                List.of("mesenchymal st* cell*", "MSC", "间充质干细胞"))));
    protocol.put("explanation", "First version");
    return protocol;
  }

  private static List<Map<String, Object>> criteria(List<Map<String, String>> texts) {
    List<Map<String, Object>> criteria = new ArrayList<>();
    for (Map<String, String> text : texts) {
      criteria.add(
          Map.of(
              "id",
              new UUID(0x57494E4E4F570005L, criteria.size() + 1L),
              "kind",
              "inclusion",
              "text",
              text));
    }
    return criteria;
  }

  @SafeVarargs
  private static List<Map<String, Object>> criteria(Map<String, String>... texts) {
    return criteria(List.of(texts));
  }

  private static Map<String, Object> reason(
      Map<String, UUID> reasons, String word, String en, String zh) {
    return Map.of("id", java.util.Objects.requireNonNull(reasons.get(word)), "label", text(en, zh));
  }

  private static Map<String, String> text(String en, String zh) {
    return Map.of("en", en, "zh", zh);
  }
}
