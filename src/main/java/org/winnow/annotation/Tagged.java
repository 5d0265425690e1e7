package org.winnow.annotation;

/** What other rooms may ask of tags inside their own queries. */
public final class Tagged {
  private Tagged() {}

  /**
   * A condition on {@code r}, a representative of the record table: the member (first argument) has
   * put the tag (second argument) on it or on a duplicate that it stands for, and it says there
   * what the third and the fourth argument say; both are empty where it may say anything.
   */
  public static final String BY_MEMBER =
      " AND EXISTS (SELECT 1 FROM record_tag rt JOIN record tagged ON tagged.review_id = rt.review_id"
          + " AND tagged.id = rt.record_id WHERE rt.review_id = r.review_id AND rt.member_id = ? AND"
          + " rt.tag_id = ? AND (? = '' OR rt.value = ?) AND COALESCE(tagged.representative_id, tagged.id) = r.id)";
}
