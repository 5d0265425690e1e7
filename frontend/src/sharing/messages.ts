import { useMessages, type Messages } from '../lib/i18n';
import { sharing as en, type SharingMessages } from './messages.en';
import { sharing as zh } from './messages.zh';

export const sharingMessages: Messages<SharingMessages> = { en, zh };

export function useText(): SharingMessages {
  return useMessages(sharingMessages);
}
