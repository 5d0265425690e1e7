package org.winnow.synthesis;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.winnow.analysis.Preparation;
import org.winnow.analysis.Preparation.Conversion;
import org.winnow.analysis.Preparation.Outcome;
import org.winnow.analysis.Refusal;
import org.winnow.figure.FigureLanguage;
import org.winnow.figure.Wording;
import org.winnow.platform.RuleViolation;
import org.winnow.team.SignedIn;

/** Named conversions from what papers print to what a table needs. */
@Path("/api/v1/conversions")
class ConversionResource {

  record ConversionView(
      String method, Wording title, List<InputView> inputs, List<String> outputs, String source) {}

  record InputView(String name, Wording label, boolean optional) {}

  /**
   * @param inputs as they were read
   * @param warnings what a reader should know, in their language
   */
  record Converted(
      String method,
      Map<String, String> inputs,
      Map<String, Double> outputs,
      List<String> warnings) {}

  @GET
  @SignedIn
  public List<ConversionView> catalogue() {
    return Preparation.catalogue().stream().map(ConversionResource::view).toList();
  }

  private static ConversionView view(Conversion conversion) {
    return new ConversionView(
        conversion.method(),
        conversion.title(),
        conversion.inputs().stream()
            .map(input -> new InputView(input.name(), input.label(), input.optional()))
            .toList(),
        conversion.outputs(),
        conversion.source());
  }

  /** Converts the numbers of the query, which has them by the names of the inputs. */
  @GET
  @Path("{method}")
  @SignedIn
  public Converted convert(
      @PathParam("method") String method,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language,
      @Context UriInfo uri) {
    Conversion conversion = named(method);
    Map<String, String> inputs = new TreeMap<>();
    uri.getQueryParameters()
        .forEach((name, values) -> inputs.put(name, Cell.of(values.getFirst()).value()));
    FigureLanguage spoken = FigureLanguage.of(SynthesisResource.spoken(language).getLanguage());
    Outcome outcome;
    try {
      outcome = conversion.convert(inputs);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw RuleViolation.invalid("not-convertible", Refusal.from(e).in(spoken));
    }
    inputs.values().removeIf(String::isBlank);
    return new Converted(
        method,
        inputs,
        outcome.outputs(),
        outcome.warnings().stream().map(warning -> warning.in(spoken)).toList());
  }

  private static Conversion named(String method) {
    try {
      return Preparation.named(method);
    } catch (IllegalArgumentException e) {
      throw RuleViolation.notFound();
    }
  }
}
