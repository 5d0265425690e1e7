package org.winnow.team;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the generated description of the API cannot know by itself: how one signs in, who may call
 * what, and that every refusal is a problem.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
  private static final String PREFIX = "/api/";
  private static final String SESSION = "session";
  private static final String PROBLEM = "Problem";
  private static final String MARK = "ChangesSomething";

  private final IndexView index;

  public ApiDescription(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, PathItem> paths = new TreeMap<>(api.getPaths().getPathItems());
    paths.keySet().removeIf(path -> !path.startsWith(PREFIX));
    paths.forEach(
        (path, item) ->
            item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    api.getPaths().setPathItems(paths);
    api.setTags(List.of());
    api.getComponents()
        .securitySchemes(
            Map.of(
                SESSION,
                OASFactory.createSecurityScheme()
                    .type(SecurityScheme.Type.APIKEY)
                    .in(SecurityScheme.In.COOKIE)
                    .name(SessionService.COOKIE)
                    .description(
                        "The cookie that POST /api/v1/session sets. A session ends when it is not"
                            + " used for a while, and after some hours in any case.")))
        .addParameter(MARK, mark())
        .addSchema(PROBLEM, problem())
        .addResponse(PROBLEM, refusal());
  }

  private void complete(String path, HttpMethod method, Operation operation) {
    // As the strategy CLASS_METHOD writes it.
    String[] names = Objects.requireNonNull(operation.getOperationId()).split("_", 2);
    ClassInfo resource = resource(names[0]);
    MethodInfo endpoint =
        resource.methods().stream()
            .filter(candidate -> candidate.name().equals(names[1]))
            .findFirst()
            .orElseThrow();
    String what = resource.simpleName().replaceFirst("Resource$", "");
    operation.setOperationId(
        what.substring(0, 1).toLowerCase(Locale.ROOT)
            + what.substring(1)
            + names[1].substring(0, 1).toUpperCase(Locale.ROOT)
            + names[1].substring(1));
    String room = resource.name().packagePrefix();
    operation.setTags(List.of(room.substring(room.lastIndexOf('.') + 1)));
    boolean open = annotation(PublicEndpoint.class, endpoint) != null;
    operation.setSecurity(
        open ? List.of() : List.of(OASFactory.createSecurityRequirement().addScheme(SESSION)));
    operation.setDescription(
        (operation.getDescription() == null ? "" : operation.getDescription() + "\n\n")
            + forWhom(open, path, endpoint));
    operation.setParameters(
        Stream.ofNullable(operation.getParameters())
            .flatMap(List::stream)
            .filter(parameter -> parameter.getIn() != Parameter.In.COOKIE)
            .toList());
    if (method != HttpMethod.GET) {
      operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + MARK));
    }
    APIResponses responses = operation.getResponses();
    responses.removeAPIResponse("400");
    responses.addAPIResponse(
        "default", OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
  }

  private ClassInfo resource(String name) {
    return index.getKnownClasses().stream()
        .filter(known -> known.name().toString().startsWith("org.winnow."))
        .filter(known -> name.equals(known.simpleName()))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable AnnotationInstance annotation(Class<?> kind, MethodInfo endpoint) {
    AnnotationInstance onMethod = endpoint.annotation(kind.getName());
    return onMethod != null
        ? onMethod
        : endpoint.declaringClass().declaredAnnotation(kind.getName());
  }

  private static String forWhom(boolean open, String path, MethodInfo endpoint) {
    if (open) {
      return "Needs no session.";
    }
    AnnotationInstance required = annotation(RequiresRole.class, endpoint);
    if (required == null || !path.contains("{reviewId}")) {
      return "For everybody who has signed in.";
    }
    if (required.value() == null || required.value().asEnumArray().length == 0) {
      return "For every member of the review.";
    }
    return "Roles: "
        + Arrays.stream(required.value().asEnumArray())
            .map(role -> role.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static Parameter mark() {
    return OASFactory.createParameter()
        .name("X-Winnow-Request")
        .in(Parameter.In.HEADER)
        .required(true)
        .description("Any value. A page of another site cannot send it.")
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).addExample("1"));
  }

  private static APIResponse refusal() {
    return OASFactory.createAPIResponse()
        .description(
            "A refusal or a fault, as RFC 9457 has it, in the language of Accept-Language (en or"
                + " zh)")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema problem() {
    Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .required(List.of("type", "title", "status", "detail", "code"))
        .addProperty("type", described("urn:winnow:problem: and the code"))
        .addProperty("title", text)
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", described("What was kept, and what to do"))
        .addProperty("code", described("Stable; for programs"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(
                    OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("field", text)
                        .addProperty("message", text)))
        .addProperty("errorId", described("Of a fault; the server's log has it with the cause"))
        .addProperty(
            "retryAfter",
            OASFactory.createSchema().addType(SchemaType.INTEGER).description("Seconds"));
  }

  private static Schema described(String what) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(what);
  }
}
