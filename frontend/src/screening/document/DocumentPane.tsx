import { lazy, Suspense, type ReactNode } from 'react';
import type { ReportDocument } from '../../api/schema';
import { Skeleton } from '../../ui';
import { useScreeningMessages } from '../messages';
import { contentAddress } from './api';
import styles from './document.module.css';
import type { Place } from './PdfView';
import type { Selected } from './quotes';

// The reader of PDFs is larger than the rest of the page together.
const PdfView = lazy(() => import('./PdfView'));

interface DocumentPaneProps {
  readonly review: string;
  readonly report: number;
  readonly document: ReportDocument;
  readonly goTo?: Place | undefined;
  readonly onSelect: (selected: Selected | undefined) => void;
  /** The record beside it. */
  readonly children: ReactNode;
}

/** A document of the report, with the record beside it. */
export function DocumentPane({ review, report, document, goTo, onSelect, children }: DocumentPaneProps) {
  const text = useScreeningMessages().document;
  const { id } = document;
  return (
    <div className={styles.beside}>
      <section className={styles.pane} aria-label={text.title}>
        <Suspense fallback={<Skeleton />}>
          <PdfView
            key={id}
            address={contentAddress(review, report, id)}
            name={document.fileName}
            goTo={goTo}
            onSelect={onSelect}
            documentId={id}
          />
        </Suspense>
      </section>
      <div>{children}</div>
    </div>
  );
}
