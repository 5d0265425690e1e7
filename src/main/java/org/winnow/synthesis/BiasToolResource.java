package org.winnow.synthesis;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.winnow.analysis.BiasTool;
import org.winnow.analysis.exchange.ReviewAnalyses;
import org.winnow.figure.Wording;
import org.winnow.team.SignedIn;

/** Tools for judging the risk of bias of studies. */
@Path("/api/v1/bias-tools")
class BiasToolResource {

  /**
   * A tool.
   *
   * @param domains in the order of D1, D2 …
   * @param judgements that it has, from the best
   */
  record BiasToolView(
      String tool, String title, List<Wording> domains, List<ToolJudgement> judgements) {}

  record ToolJudgement(String word, Wording label) {}

  @GET
  @SignedIn
  public List<BiasToolView> catalogue() {
    return Arrays.stream(BiasTool.values()).map(BiasToolResource::view).toList();
  }

  private static BiasToolView view(BiasTool tool) {
    return new BiasToolView(
        tool.word(),
        tool.title(),
        tool.domains(),
        tool.judgements().stream()
            .map(
                judgement ->
                    new ToolJudgement(
                        ReviewAnalyses.Level.of(judgement).word(), tool.name(judgement)))
            .toList());
  }
}
