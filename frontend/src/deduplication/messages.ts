import { useMessages } from '../lib/i18n';
import { messages as en, type DuplicatesText } from './messages.en';
import { messages as zh } from './messages.zh';

export const messages = { en, zh };

export function useText(): DuplicatesText {
  return useMessages(messages);
}

/** A rule's name; one that this page does not know yet is shown as the server calls it. */
export function ruleName(id: string, text: DuplicatesText): string {
  return Object.entries(text.rules).find(([known]) => known === id)?.[1] ?? id;
}
