import { common as en, type Common } from './common.en';
import { common as zh } from './common.zh';
import { useMessages, type Messages } from './messages';

export const common: Messages<Common> = { en, zh };

export function useCommon(): Common {
  return useMessages(common);
}
