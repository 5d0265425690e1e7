import type { ReactNode } from 'react';
import { useScreeningMessages } from '../messages';
import { DocumentPane } from './DocumentPane';
import styles from './document.module.css';
import type { Reading } from './useReading';

/** The record alone, or with a document of its report beside it. */
export function Beside({
  review,
  report,
  reading,
  children,
}: {
  review: string;
  report: number;
  reading: Reading;
  children: ReactNode;
}) {
  const text = useScreeningMessages().document;
  const { document, goTo, missing, select } = reading;
  if (!document) {
    return (
      <>
        {missing && (
          <p role="status" className={styles.small}>
            {text.nothingToOpen}
          </p>
        )}
        {children}
      </>
    );
  }
  return (
    <DocumentPane review={review} report={report} document={document} goTo={goTo} onSelect={select}>
      {children}
    </DocumentPane>
  );
}
