package org.winnow.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.citation.Bilingual;
import org.winnow.citation.Citation;
import org.winnow.review.ScreeningPolicy.Mask;

/** A record as the API shows it; what a source did not give is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordView(
    int id,
    String title,
    BilingualView titles,
    List<String> authors,
    @Nullable Integer year,
    String journal,
    String volume,
    String issue,
    String pages,
    String doi,
    String pmid,
    @JsonProperty("abstract") String abstractText,
    BilingualView abstracts,
    List<String> keywords,
    String type,
    String url,
    String language,
    String accession,
    List<SourceName> sources,
    @Nullable UUID importId,
    @Nullable Integer duplicateOf) {

  /** A text in each language that there is. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record BilingualView(String en, String zh) {
    static BilingualView of(Bilingual text) {
      return new BilingualView(text.en(), text.zh());
    }
  }

  /** Where the record, or a duplicate of it, was found. */
  public record SourceName(UUID sourceId, String name) {}

  /** The record without what the protocol hides from reviewers. */
  public RecordView masked(Mask mask) {
    return new RecordView(
        id,
        title,
        titles,
        mask.authors() ? List.of() : authors,
        mask.year() ? null : year,
        mask.journal() ? "" : journal,
        mask.journal() ? "" : volume,
        mask.journal() ? "" : issue,
        mask.journal() ? "" : pages,
        mask.journal() ? "" : doi,
        mask.journal() ? "" : pmid,
        abstractText,
        abstracts,
        keywords,
        type,
        mask.journal() ? "" : url,
        language,
        mask.journal() ? "" : accession,
        sources,
        importId,
        duplicateOf);
  }

  static RecordView of(ResultSet row, List<SourceName> sources) throws SQLException {
    Citation citation = RecordRows.citation(row);
    int representative = row.getInt("representative_id");
    return new RecordView(
        row.getInt("id"),
        citation.title().first(),
        BilingualView.of(citation.title()),
        citation.authors(),
        citation.year() == 0 ? null : citation.year(),
        citation.journal(),
        citation.volume(),
        citation.issue(),
        citation.pages(),
        citation.doi(),
        citation.pmid(),
        citation.abstracts().first(),
        BilingualView.of(citation.abstracts()),
        citation.keywords(),
        citation.type(),
        citation.url(),
        citation.language(),
        citation.accession(),
        sources,
        row.getObject("import_id", UUID.class),
        representative == 0 ? null : representative);
  }
}
