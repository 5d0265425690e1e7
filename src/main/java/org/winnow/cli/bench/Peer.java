package org.winnow.cli.bench;

import java.util.List;

/**
 * What another program made of a labelled set, counted in the same unit as ours, as the BibDedupe
 * project last published it: output/current_results.md of github.com/CoLRev-Environment/bib-dedupe
 * at commit 05c158cde54a1e443c27d80d8f959b13f387ff9f, MIT licence. Not measured here. They leave
 * out records without a title, so that haematology has two others less; no program of the list asks
 * about the pairs it leaves.
 *
 * @param seconds wall time there, on a machine that is not described
 */
record Peer(String set, String program, LabelledScore figures, int seconds) {
  private static final List<Peer> PUBLISHED =
      List.of(
          of("haematology", "BibDedupe", 120, 135, 0, 1278, 8),
          of("haematology", "ASySD", 109, 135, 0, 1278, 4),
          of("haematology", "ASReview Datatools", 119, 135, 46, 1278, 0),
          of("stroke", "BibDedupe", 312, 314, 0, 978, 7),
          of("stroke", "ASySD", 302, 314, 0, 978, 3),
          of("stroke", "ASReview Datatools", 314, 314, 12, 978, 0));

  private static Peer of(
      String set, String program, int found, int copies, int wrong, int others, int seconds) {
    return new Peer(
        set, program, new LabelledScore("copies", found, copies, wrong, others, 0), seconds);
  }

  /** All known figures on a set; none for copper and tafenoquine. */
  static List<Peer> on(String set) {
    return PUBLISHED.stream().filter(peer -> peer.set.equals(set)).toList();
  }

  String name() {
    return program + " (published)";
  }

  String score() {
    return figures.withoutReview() + ", " + (seconds == 0 ? "under a second" : seconds + " s");
  }
}
