import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { DocumentKind, ReportDocument, RetrievalState } from '../../api/schema';
import { newId } from '../../lib/ids';
import { useFormat } from '../../lib/i18n';
import { Button, Dialog, ProblemNote } from '../../ui';
import { KeyHint } from '../KeyHint';
import { useScreeningMessages } from '../messages';
import { addDocument, contentAddress, documentsQuery, removeDocument } from './api';
import styles from './document.module.css';

interface DocumentListProps {
  readonly review: string;
  readonly report: number;
  /** The document that is open beside the record. */
  readonly openId: string | undefined;
  readonly shownKey: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  /** Absent where how far the search has come is not said. */
  readonly state?: RetrievalState | undefined;
  readonly onRetrieved?: (() => void) | undefined;
}

/** The documents of a report: opened, added by a choice of files or a drop, removed. */
export function DocumentList({
  review,
  report,
  openId,
  shownKey,
  onOpen,
  state,
  onRetrieved,
}: DocumentListProps) {
  const text = useScreeningMessages().document;
  const format = useFormat();
  const client = useQueryClient();
  const query = documentsQuery(review, report);
  const documents = useQuery(query);
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [added, setAdded] = useState(false);
  const [over, setOver] = useState(false);
  const [leaving, setLeaving] = useState<ReportDocument>();
  const there = documents.data ?? [];

  async function add(files: readonly File[]) {
    setFailure(undefined);
    setSending(files.length);
    for (const [i, file] of files.entries()) {
      try {
        const kind: DocumentKind = there.length + i === 0 ? 'main' : 'supplement';
        const document = await addDocument(review, report, newId(), kind, file);
        client.setQueryData(query.queryKey, (before: ReportDocument[] = []) => [...before, document]);
        setAdded(true);
      } catch (problem) {
        setFailure(problem);
      }
      setSending(files.length - 1 - i);
    }
    await client.invalidateQueries({ queryKey: query.queryKey });
  }

  async function remove(document: ReportDocument) {
    setLeaving(undefined);
    try {
      await removeDocument(review, report, document.id);
      setFailure(undefined);
      if (openId === document.id) onOpen(undefined);
    } catch (problem) {
      setFailure(problem);
    }
    await client.invalidateQueries({ queryKey: query.queryKey });
  }

  return (
    <div
      role="group"
      aria-label={text.documents}
      className={styles.documents}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void add([...event.dataTransfer.files]);
      }}
    >
      <span className={styles.head}>
        {text.documents} <KeyHint of={shownKey} />
      </span>
      {there.length > 0 && (
        <ul>
          {there.map((document) => (
            <li key={document.id}>
              <button
                type="button"
                className={styles.open}
                aria-pressed={openId === document.id}
                onClick={() => onOpen(openId === document.id ? undefined : document.id)}
              >
                {document.fileName}{' '}
                <span className={styles.small}>
                  {text.kinds[document.kind]} · {text.size(format.number(Math.ceil(document.bytes / 1024)))}
                </span>
              </button>
              <a
                className={styles.download}
                href={contentAddress(review, report, document.id)}
                aria-label={text.downloadThis(document.fileName)}
                download
              >
                {'↓'}
              </a>
              {document.mayRemove && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={text.removeThis(document.fileName)}
                  onClick={() => setLeaving(document)}
                >
                  {'×'}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {documents.isSuccess && there.length === 0 && <p className={styles.small}>{text.none}</p>}
      {documents.isError && <p className={styles.small}>{text.notReachable}</p>}
      <span className={styles.acts}>
        <Button size="small" busy={sending > 0} onClick={() => chooser.current?.click()}>
          {text.add}
        </Button>
        <span role="status" className={styles.small}>
          {sending > 0 ? text.sending(sending) : ''}
        </span>
      </span>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="application/pdf,.pdf"
        aria-label={text.add}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {added && state !== undefined && state !== 'retrieved' && onRetrieved && (
        <p className={styles.small}>
          {text.stateIt}{' '}
          <Button size="small" onClick={onRetrieved}>
            {text.markRetrieved}
          </Button>
        </p>
      )}
      {failure !== undefined && <ProblemNote problem={failure} />}
      {leaving && (
        <Dialog title={text.removeThis(leaving.fileName)} onClose={() => setLeaving(undefined)}>
          <p>{text.removeText}</p>
          <p>
            <Button kind="primary" onClick={() => void remove(leaving)}>
              {text.remove}
            </Button>
          </p>
        </Dialog>
      )}
    </div>
  );
}
