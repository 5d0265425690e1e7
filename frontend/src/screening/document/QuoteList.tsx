import { useEffect, useRef } from 'react';
import type { Evidence, Reason } from '../../api/schema';
import { bilingual, useLanguage } from '../../lib/i18n';
import { Button } from '../../ui';
import { KeyHint } from '../KeyHint';
import { useScreeningMessages } from '../messages';
import styles from './document.module.css';
import { LONGEST_QUOTE, type Draft, type Selected } from './quotes';

/** A draft from which something may have been taken away. */
type Changed = Omit<Draft, 'reasonId' | 'page'> & {
  readonly reasonId?: string | undefined;
  readonly page?: number | undefined;
};

interface QuoteListProps {
  readonly drafts: readonly Draft[];
  readonly selected: Selected | undefined;
  readonly reasons: readonly Reason[];
  readonly shownKey: string | undefined;
  readonly disabled: boolean;
  /** The quote that was begun by hand just now. */
  readonly begun: string | undefined;
  readonly onAdd: () => void;
  readonly onChange: (drafts: readonly Draft[]) => void;
  readonly onGo: (documentId: string, page: number) => void;
}

/** The quotes that will go with the decision on this report. */
export function QuoteList({
  drafts,
  selected,
  reasons,
  shownKey,
  disabled,
  begun,
  onAdd,
  onChange,
  onGo,
}: QuoteListProps) {
  const text = useScreeningMessages().document;
  const language = useLanguage();
  const last = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (begun !== undefined) last.current?.focus();
  }, [begun]);

  function change(key: string, { reasonId, page, ...rest }: Changed) {
    onChange(
      drafts.map((draft) =>
        draft.key === key
          ? { ...rest, ...(reasonId !== undefined && { reasonId }), ...(page !== undefined && { page }) }
          : draft,
      ),
    );
  }

  return (
    <div role="group" aria-label={text.quotes} className={styles.quotes}>
      <span className={styles.head}>
        {text.quotes} <KeyHint of={shownKey} />
      </span>
      {selected && (
        <>
          <p className={styles.selected}>{selected.quote}</p>
          <p className={styles.small} role="status">
            {text.selectedHint}
          </p>
        </>
      )}
      <ul>
        {drafts.map((draft, i) => (
          <li key={draft.key} className={styles.quote}>
            <textarea
              ref={i === drafts.length - 1 ? last : undefined}
              aria-label={text.quote(i + 1)}
              value={draft.quote}
              maxLength={LONGEST_QUOTE}
              onChange={(event) => change(draft.key, { ...draft, quote: event.target.value })}
            />
            <span className={styles.quoteRow}>
              <select
                aria-label={text.forReason(i + 1)}
                value={draft.reasonId ?? ''}
                onChange={(event) =>
                  change(draft.key, { ...draft, reasonId: event.target.value || undefined })
                }
              >
                <option value="">{text.forNoReason}</option>
                {reasons.map((reason) => (
                  <option key={reason.id} value={reason.id}>
                    {bilingual(reason.label, language)?.text}
                  </option>
                ))}
              </select>
              <PageOf draft={draft} onGo={onGo} onChange={(changed) => change(draft.key, changed)} />
              <Button
                size="small"
                kind="quiet"
                aria-label={text.removeQuote(i + 1)}
                onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
              >
                {'×'}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <span className={styles.acts}>
        <Button size="small" disabled={disabled} onClick={onAdd}>
          {selected ? text.keepSelected : text.typeQuote}
        </Button>
      </span>
    </div>
  );
}

function PageOf({
  draft,
  onGo,
  onChange,
}: {
  draft: Draft;
  onGo: QuoteListProps['onGo'];
  onChange: (changed: Changed) => void;
}) {
  const text = useScreeningMessages().document;
  const { documentId, page } = draft;
  if (documentId !== undefined && page !== undefined) {
    return (
      <Button size="small" kind="quiet" onClick={() => onGo(documentId, page)}>
        {text.pageNumber(page)}
      </Button>
    );
  }
  return (
    <label>
      {text.page}{' '}
      <input
        className={styles.pageNumber}
        inputMode="numeric"
        value={page ?? ''}
        onChange={(event) => {
          const typed = Number(event.target.value.replace(/\D/g, '').slice(0, 5));
          onChange({ ...draft, page: typed > 0 ? typed : undefined });
        }}
      />
    </label>
  );
}

/** Quotes that were given with a vote, each with the way to its page. */
export function GivenQuotes({
  evidence,
  reasons,
  known,
  onGo,
}: {
  evidence: readonly Evidence[];
  reasons: readonly Reason[];
  /** Documents that are there; one that was removed is not opened. */
  known?: readonly string[];
  onGo?: (documentId: string, page: number) => void;
}) {
  const text = useScreeningMessages().document;
  const language = useLanguage();
  return (
    <>
      {evidence.map(({ reasonId, documentId, page, quote }, i) => {
        const reason = bilingual(reasons.find(({ id }) => id === reasonId)?.label ?? {}, language);
        const opens = documentId !== undefined && page !== undefined && known?.includes(documentId);
        return (
          <blockquote key={i} className={styles.given}>
            <q>{quote}</q>{' '}
            {opens && onGo ? (
              <button type="button" onClick={() => onGo(documentId, page)}>
                {text.goToPage(page)}
              </button>
            ) : (
              page !== undefined && <span className={styles.for}>{text.pageNumber(page)}</span>
            )}
            {page !== undefined && reason ? ' · ' : ' '}
            {reason && (
              <span className={styles.for} lang={reason.lang}>
                {text.givenFor(reason.text)}
              </span>
            )}
            {documentId !== undefined && known && !known.includes(documentId) && (
              <span className={styles.for}> {text.documentGone}</span>
            )}
          </blockquote>
        );
      })}
    </>
  );
}
