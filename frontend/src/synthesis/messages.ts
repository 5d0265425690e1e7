import { useMessages, type Messages } from '../lib/i18n';
import { synthesis as en, type SynthesisText } from './messages.en';
import { synthesis as zh } from './messages.zh';

export const synthesisMessages: Messages<SynthesisText> = { en, zh };

export function useText(): SynthesisText {
  return useMessages(synthesisMessages);
}
