import { differences } from '../lib/differences';
import { languageOf } from '../lib/i18n';
import styles from './deduplication.module.css';
import type { FieldPair } from './fields';
import { useText } from './messages';

/** One field of two records side by side, with the characters marked that only one of them has. */
export function DifferenceRow({ pair }: { pair: FieldPair }) {
  const text = useText();
  const pieces = differences(pair.there, pair.here);
  const missing = <span className={styles.muted}>{text.missing}</span>;
  return (
    <tr>
      <th scope="row">{text.fields[pair.field]}</th>
      <td lang={languageOf(pair.there)}>
        {pair.there === ''
          ? missing
          : pieces.map((piece, i) =>
              piece.kind === 'removed' && pair.here !== '' ? (
                <del key={i}>{piece.text}</del>
              ) : piece.kind === 'added' ? null : (
                <span key={i}>{piece.text}</span>
              ),
            )}
      </td>
      <td lang={languageOf(pair.here)}>
        {pair.here === ''
          ? missing
          : pieces.map((piece, i) =>
              piece.kind === 'added' && pair.there !== '' ? (
                <ins key={i}>{piece.text}</ins>
              ) : piece.kind === 'removed' ? null : (
                <span key={i}>{piece.text}</span>
              ),
            )}
      </td>
    </tr>
  );
}
