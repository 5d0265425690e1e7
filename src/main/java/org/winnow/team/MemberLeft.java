package org.winnow.team;

import java.util.UUID;
import org.winnow.ledger.EventType;
import org.winnow.ledger.LedgerEvent;

@EventType("member-left")
public record MemberLeft(UUID account) implements LedgerEvent {}
