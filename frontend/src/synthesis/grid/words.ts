import type { SynthesisText } from '../messages.en';
import { wordsFor } from '../words';
import type { GridColumn } from './columns';

/** What a column is called: properties and domains have names of their own. */
export function columnWords(text: SynthesisText, { kind, name }: GridColumn): string {
  return kind === 'property' || (kind === 'bias' && name !== 'overall') ? name : wordsFor(text.columns, name);
}
