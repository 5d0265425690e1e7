import { useMessages } from '../lib/i18n';
import { messages as en, type AppText } from './messages.en';
import { messages as zh } from './messages.zh';

export const messages = { en, zh };

export function useText(): AppText {
  return useMessages(messages);
}
