package org.winnow.flow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.team.SignedIn;

/** The checker for flows that others published. */
@Path("/api/v1/flow-checks")
class FlowCheckResource {
  /** Numbers by the names of the PRISMA2020 CSV, any subset of them. */
  @POST
  @SignedIn
  public FlowCheck check(@NotNull @Size(max = 100) Map<String, @Nullable Object> numbers) {
    Map<String, String> values = new LinkedHashMap<>();
    numbers.forEach(
        (name, value) -> {
          if (value != null) {
            values.put(name, value.toString());
          }
        });
    return FlowCheck.of(Prisma2020Csv.read(values));
  }
}
