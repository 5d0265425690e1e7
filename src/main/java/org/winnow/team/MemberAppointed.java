package org.winnow.team;

import java.util.List;
import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

@EventType("member-appointed")
public record MemberAppointed(UUID account, List<ReviewRole> roles) implements LedgerEvent {}
