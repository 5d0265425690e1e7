package org.winnow.annotation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.annotation.AnnotationService.Owner;
import org.winnow.platform.Page;
import org.winnow.platform.RuleViolation;
import org.winnow.team.CurrentAccount;
import org.winnow.team.RequiresRole;
import org.winnow.team.ReviewRole;

@Path("/api/v1/reviews/{reviewId}")
class AnnotationResource {
  private final AnnotationService service;
  private final Annotations annotations;
  private final OwnHighlights highlights;
  private final CurrentAccount current;

  AnnotationResource(
      AnnotationService service,
      Annotations annotations,
      OwnHighlights highlights,
      CurrentAccount current) {
    this.service = service;
    this.annotations = annotations;
    this.highlights = highlights;
    this.current = current;
  }

  record NoteText(@NotNull @Size(max = 10_000) String text) {}

  record PutTag(
      @NotBlank @Size(max = 60) String name,
      @NotNull @Pattern(regexp = "member|review") String owner,
      @Min(0) @Max(1_000_000) int place,
      @Nullable TagKind kind,
      @Nullable @Size(max = 50) List<@NotBlank @Size(max = 60) String> options) {
    /** Null where nothing is said of it. */
    @Nullable TagShape shape() {
      if (kind == null) {
        return null;
      }
      List<String> stripped =
          options == null ? List.of() : options.stream().map(String::strip).toList();
      boolean isChoice = kind == TagKind.CHOICE;
      if (isChoice == stripped.isEmpty()
          || stripped.stream().map(option -> option.toLowerCase(Locale.ROOT)).distinct().count()
              < stripped.size()) {
        throw RuleViolation.invalid("tag-options");
      }
      return new TagShape(kind, stripped);
    }
  }

  /** What a tag says of a record: absent for a plain one. */
  record TagValue(@Nullable @Size(max = 500) String value) {}

  record Target(@NotNull UUID into) {}

  /** Notes and tags on some records; only one's own while one is blinded. */
  @GET
  @Path("annotations")
  @RequiresRole
  @Transactional
  public Page<Annotations.OnRecord> list(
      @PathParam("reviewId") UUID reviewId, @QueryParam("ids") @Nullable String ids) {
    return Page.whole(annotations.of(reviewId, current, numbers(ids)));
  }

  @PUT
  @Path("records/{recordId}/note")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void note(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("recordId") int record,
      @NotNull @Valid NoteText note) {
    service.write(reviewId, current.id(), record, note.text().strip());
  }

  @PUT
  @Path("records/{recordId}/tags/{tagId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void tag(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("recordId") int record,
      @PathParam("tagId") UUID tag,
      @Nullable @Valid TagValue tagged) {
    String value = tagged == null || tagged.value() == null ? "" : tagged.value();
    service.tag(reviewId, current, record, tag, value.replaceAll("\\p{Cntrl}+", " ").strip());
  }

  @DELETE
  @Path("records/{recordId}/tags/{tagId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void untag(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("recordId") int record,
      @PathParam("tagId") UUID tag) {
    service.untag(reviewId, current.id(), record, tag);
  }

  /** The review's tags and one's own. */
  @GET
  @Path("tags")
  @RequiresRole
  @Transactional
  public Page<Annotations.TagView> tags(@PathParam("reviewId") UUID reviewId) {
    return Page.whole(annotations.tags(reviewId, current.id()));
  }

  @PUT
  @Path("tags/{tagId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void put(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("tagId") UUID tag,
      @NotNull @Valid PutTag put) {
    Owner owner = put.owner().equals("review") ? Owner.REVIEW : Owner.MEMBER;
    service.put(reviewId, current, tag, owner, put.name().strip(), put.place(), put.shape());
  }

  @PUT
  @Path("tags/{tagId}/merger")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void merge(
      @PathParam("reviewId") UUID reviewId,
      @PathParam("tagId") UUID tag,
      @NotNull @Valid Target target) {
    service.merge(reviewId, current, tag, target.into());
  }

  @DELETE
  @Path("tags/{tagId}")
  @RequiresRole({ReviewRole.LEAD, ReviewRole.REVIEWER, ReviewRole.ADJUDICATOR})
  public void remove(@PathParam("reviewId") UUID reviewId, @PathParam("tagId") UUID tag) {
    service.remove(reviewId, current, tag);
  }

  /** The words that a member wants marked besides the protocol's. */
  @GET
  @Path("own-highlights")
  @RequiresRole
  @Transactional
  public OwnHighlights.Terms ownHighlights(@PathParam("reviewId") UUID reviewId) {
    return highlights.of(reviewId, current.id());
  }

  @PUT
  @Path("own-highlights")
  @RequiresRole
  @Transactional
  public OwnHighlights.Terms putOwnHighlights(
      @PathParam("reviewId") UUID reviewId, @NotNull @Valid OwnHighlights.Terms terms) {
    highlights.put(reviewId, current.id(), terms);
    return terms;
  }

  private static List<Integer> numbers(@Nullable String ids) {
    List<Integer> numbers = new ArrayList<>();
    for (String id : ids == null || ids.isEmpty() ? new String[0] : ids.split(",")) {
      try {
        numbers.add(Integer.parseInt(id.strip()));
      } catch (NumberFormatException e) {
        throw RuleViolation.invalid("bad-fields", "ids");
      }
    }
    return numbers.stream().distinct().limit(Page.LARGEST).toList();
  }
}
