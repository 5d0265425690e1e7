import { useMessages, type Messages } from '../../lib/i18n';
import { keys as en, type KeyMessages } from './messages.en';
import { keys as zh } from './messages.zh';

export const keyMessages: Messages<KeyMessages> = { en, zh };

export function useKeyMessages(): KeyMessages {
  return useMessages(keyMessages);
}
