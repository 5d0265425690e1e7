package org.winnow.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.BiasTool;
import org.winnow.figure.FigureLanguage;
import org.winnow.review.Protocol.Text;

/**
 * What the judgements of bias of a synthesis are made with.
 *
 * @param tool rob2, rob1, robins-i or quadas-2; left out, none of them
 * @param domains own names of D1, D2 …, in place of those of the tool where they are not empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RiskOfBias(
    @Nullable @Pattern(regexp = "rob2|rob1|robins-i|quadas-2") String tool,
    @Nullable @Size(max = 20) List<@NotNull @Valid Text> domains) {
  RiskOfBias {
    domains = domains == null || domains.isEmpty() ? null : List.copyOf(domains);
  }

  private Optional<BiasTool> known() {
    return Optional.ofNullable(tool).map(BiasTool::named);
  }

  /**
   * The names of the domains in a language.
   *
   * @param least how many are there at least; one without a name is called D6, or as it is
   */
  List<String> names(int least, FigureLanguage language) {
    List<Text> own = Objects.requireNonNullElse(domains, List.of());
    int ofTool = known().map(t -> t.domains().size()).orElse(0);
    List<String> names = new ArrayList<>();
    for (int d = 0; d < Math.max(least, Math.max(own.size(), ofTool)); d++) {
      String name = d < own.size() ? Languages.in(language, own.get(d)) : "";
      if (name.isEmpty() && d < ofTool) {
        name = known().orElseThrow().domains().get(d).in(language);
      }
      names.add(name.isEmpty() ? "D" + (d + 1) : name);
    }
    return names;
  }

  /** The tool whose domains are called so, or else the names themselves. */
  static RiskOfBias of(List<String> names) {
    for (BiasTool tool : BiasTool.values()) {
      for (FigureLanguage language : FigureLanguage.values()) {
        List<String> domains = tool.domains().stream().map(d -> d.in(language)).toList();
        if (domains.equals(names)) {
          return new RiskOfBias(tool.word(), null);
        }
      }
    }
    return new RiskOfBias(null, names.stream().map(ImportedAnalyses::text).toList());
  }
}
