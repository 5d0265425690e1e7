import { useMessages, type Messages } from '../../lib/i18n';
import { outbox as en, type OutboxMessages } from './messages.en';
import { outbox as zh } from './messages.zh';

export const outboxMessages: Messages<OutboxMessages> = { en, zh };

export function useOutboxMessages(): OutboxMessages {
  return useMessages(outboxMessages);
}

/** The entry for a word that comes from outside, if there is one. */
export function wordFor(words: { readonly [word: string]: string }, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
