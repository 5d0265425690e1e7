package org.winnow.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The face of the imports to other rooms. Every method belongs to the caller's transaction. */
@ApplicationScoped
public class CommittedFiles {
  private final ImportRepository imports;

  CommittedFiles(ImportRepository imports) {
    this.imports = imports;
  }

  /**
   * The file of an import.
   *
   * @param sha256 its name in the file store
   * @param committed whether its records count in the review now
   */
  public record ImportedFile(String sha256, boolean committed) {}

  public Optional<ImportedFile> find(UUID reviewId, UUID importId) {
    return imports
        .find(reviewId, importId)
        .map(batch -> new ImportedFile(batch.sha256(), batch.state() == ImportState.COMMITTED));
  }
}
