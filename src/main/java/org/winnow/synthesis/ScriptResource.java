package org.winnow.synthesis;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.exchange.ScriptPart;
import org.winnow.analysis.exchange.ScriptTool;
import org.winnow.platform.RuleViolation;
import org.winnow.team.RequiresRole;

/** A script that computes all analyses of a review anew. */
@Path("/api/v1/reviews/{reviewId}/syntheses/script")
class ScriptResource {
  private final Exports exports;

  ScriptResource(Exports exports) {
    this.exports = exports;
  }

  /** For the analyses that have a result; the tool is metafor, meta or stata. */
  @GET
  @RequiresRole
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  @Transactional
  public Response all(
      @PathParam("reviewId") UUID reviewId,
      @QueryParam("tool") @Nullable String tool,
      @QueryParam("language") @Nullable String language) {
    ExportedAnalyses exported = exports.of(reviewId, language);
    return script(tool(tool), exported.title(), exported.parts(), "all-");
  }

  static ScriptTool tool(@Nullable String word) {
    try {
      return ScriptTool.named(Objects.requireNonNullElse(word, ""));
    } catch (IllegalArgumentException e) {
      throw RuleViolation.invalid("bad-fields", "tool");
    }
  }

  static Response script(ScriptTool tool, String title, List<ScriptPart> parts, String prefix) {
    return AnalysesExportResource.attachment(
        tool.script(title, parts),
        "text/plain;charset=utf-8",
        prefix + tool.name().toLowerCase(Locale.ROOT) + tool.extension());
  }
}
