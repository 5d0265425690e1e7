import { useMessages, type Messages } from '../lib/i18n';
import { agreement as en, type AgreementMessages } from './messages.en';
import { agreement as zh } from './messages.zh';

export const agreementMessages: Messages<AgreementMessages> = { en, zh };

export function useAgreementMessages(): AgreementMessages {
  return useMessages(agreementMessages);
}
