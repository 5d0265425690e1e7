import { keyName } from '../lib/keyboard';

/** The key that does the same as the button it stands on. */
export function KeyHint({ of }: { of: string | undefined }) {
  return of === undefined ? null : <kbd aria-hidden="true">{keyName(of)}</kbd>;
}
