import { useMessages, type Messages } from '../lib/i18n';
import { cockpit as en, type CockpitMessages } from './messages.en';
import { cockpit as zh } from './messages.zh';

export const cockpitMessages: Messages<CockpitMessages> = { en, zh };

export function useCockpitMessages(): CockpitMessages {
  return useMessages(cockpitMessages);
}
