package org.winnow.annotation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/**
 * A tag of the whole review was made, renamed, moved or given other options by a lead.
 *
 * @param kind absent for a plain tag
 * @param options those of a choice; absent for the other kinds
 */
@EventType(value = "review-tag-put", visibility = Visibility.TEAM)
record ReviewTagPut(
    UUID tag, String name, int place, @Nullable TagKind kind, @Nullable List<String> options)
    implements LedgerEvent {
  TagShape shape() {
    return TagShape.told(kind, options);
  }
}
