package org.winnow.annotation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;
import org.winnow.ledger.Visibility;

/**
 * A tag of a member's own was made, renamed, moved or given other options.
 *
 * @param kind absent for a plain tag
 * @param options those of a choice; absent for the other kinds
 */
@EventType(value = "own-tag-put", visibility = Visibility.ACTOR)
record OwnTagPut(
    UUID tag, String name, int place, @Nullable TagKind kind, @Nullable List<String> options)
    implements LedgerEvent {
  TagShape shape() {
    return TagShape.told(kind, options);
  }
}
