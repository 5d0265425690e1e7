package org.winnow.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
    @Nullable Integer duplicateOf,
    List<CorrectionView> corrections) {

  /** That a field is not as imported, and where its text comes from. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record CorrectionView(RecordField field, String origin, Instant at) {}

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
        duplicateOf,
        // Where a text was found can name the journal.
        mask.journal()
            ? corrections.stream().map(c -> new CorrectionView(c.field(), "", c.at())).toList()
            : corrections);
  }

  /** The record with what persons put in place of its fields. */
  RecordView corrected(List<Corrections.Correction> corrected) {
    if (corrected.isEmpty()) {
      return this;
    }
    Bilingual newTitles = new Bilingual(titles.en(), titles.zh());
    Bilingual newAbstracts = new Bilingual(abstracts.en(), abstracts.zh());
    for (Corrections.Correction correction : corrected) {
      String text = correction.text();
      switch (correction.field()) {
        case TITLE_EN -> newTitles = new Bilingual(text, newTitles.zh());
        case TITLE_ZH -> newTitles = new Bilingual(newTitles.en(), text);
        case ABSTRACT_EN -> newAbstracts = new Bilingual(text, newAbstracts.zh());
        case ABSTRACT_ZH -> newAbstracts = new Bilingual(newAbstracts.en(), text);
      }
    }
    return new RecordView(
        id,
        newTitles.first(),
        BilingualView.of(newTitles),
        authors,
        year,
        journal,
        volume,
        issue,
        pages,
        doi,
        pmid,
        newAbstracts.first(),
        BilingualView.of(newAbstracts),
        keywords,
        type,
        url,
        language,
        accession,
        sources,
        importId,
        duplicateOf,
        corrected.stream().map(c -> new CorrectionView(c.field(), c.origin(), c.at())).toList());
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
        representative == 0 ? null : representative,
        List.of());
  }
}
