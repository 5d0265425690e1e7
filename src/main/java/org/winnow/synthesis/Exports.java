package org.winnow.synthesis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.figure.FigureLanguage;
import org.winnow.platform.RuleViolation;
import org.winnow.review.Reviews;
import org.winnow.review.Reviews.Review;

/** The analyses of a review as they leave it. */
@ApplicationScoped
class Exports {
  private final Syntheses syntheses;
  private final Reviews reviews;

  Exports(Syntheses syntheses, Reviews reviews) {
    this.syntheses = syntheses;
    this.reviews = reviews;
  }

  /**
   * @param language in which texts are wanted; that of the review when it is null
   */
  ExportedAnalyses of(UUID reviewId, @Nullable String language) {
    Review review = reviews.find(reviewId).orElseThrow(RuleViolation::notFound);
    return new ExportedAnalyses(
        review.title(),
        syntheses.comparisons(reviewId),
        syntheses.all(reviewId),
        FigureLanguage.of(language == null ? review.language() : language));
  }
}
