import { useMessages, type Messages } from '../lib/i18n';
import { screening as en, type ScreeningMessages } from './messages.en';
import { screening as zh } from './messages.zh';

export const screeningMessages: Messages<ScreeningMessages> = { en, zh };

export function useScreeningMessages(): ScreeningMessages {
  return useMessages(screeningMessages);
}
