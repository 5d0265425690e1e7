import { useMessages, type Messages } from '../../lib/i18n';
import { reader as en, type ReaderMessages } from './messages.en';
import { reader as zh } from './messages.zh';

export const readerMessages: Messages<ReaderMessages> = { en, zh };

export function useReaderMessages(): ReaderMessages {
  return useMessages(readerMessages);
}
