import { useMessages, type Messages } from '../lib/i18n';
import { lookup as en, type LookupMessages } from './messages.en';
import { lookup as zh } from './messages.zh';

export const lookupMessages: Messages<LookupMessages> = { en, zh };

export function useLookupMessages(): LookupMessages {
  return useMessages(lookupMessages);
}
