package org.winnow.flow;

import org.winnow.record.SourceKind;

/**
 * What has become of one imported record. Every entry of every committed import is one record, also
 * when it was found to be a duplicate; records of withdrawn imports are left out.
 *
 * @param sourceId the source whose import brought the record in
 * @param screening counts only while the record is not removed; a duplicate shares its survivor's
 */
public record RecordFate(
    int id, SourceKind kind, String sourceId, Removal removal, Screening screening) {

  /** A record that stands for itself. */
  public static RecordFate kept(int id, SourceKind kind, String sourceId, Screening screening) {
    return new RecordFate(id, kind, sourceId, new Removal.None(), screening);
  }

  /** A record that another one stands for. */
  public static RecordFate duplicate(int id, SourceKind kind, String sourceId, int of) {
    return new RecordFate(id, kind, sourceId, new Removal.Duplicate(of), Screening.PENDING);
  }

  /** Why a record is not screened. */
  public sealed interface Removal {
    record None() implements Removal {}

    /**
     * @param of the record that stands for this one; may itself have become a duplicate since, and
     *     may belong to a withdrawn import
     */
    record Duplicate(int of) implements Removal {}

    record Automation() implements Removal {}

    record Other() implements Removal {}
  }

  /** The decision on title and abstract; a conflict is pending until it is adjudicated. */
  public enum Screening {
    PENDING,
    EXCLUDED,
    EXCLUDED_BY_TOOL,
    PASSED
  }
}
