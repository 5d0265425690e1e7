import { useMessages } from '../lib/i18n';
import { messages as en, type ImportText } from './messages.en';
import { messages as zh } from './messages.zh';

export const messages = { en, zh };

export function useText(): ImportText {
  return useMessages(messages);
}
