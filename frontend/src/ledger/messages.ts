import { useMessages } from '../lib/i18n';
import { messages as en, type AuditText } from './messages.en';
import { messages as zh } from './messages.zh';

export const messages = { en, zh };

export function useText(): AuditText {
  return useMessages(messages);
}

/** An event's name; one that this page does not know yet is shown as the ledger calls it. */
export function typeName(id: string, text: AuditText): string {
  return Object.entries(text.types).find(([known]) => known === id)?.[1] ?? id;
}
