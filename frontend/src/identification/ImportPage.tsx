import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { reviewQuery } from '../api/queries';
import type { ImportBatch } from '../api/schema';
import { useTitle } from '../lib/title';
import { EmptyState, Loaded, Note, PageBody, PageHeader } from '../ui';
import { asksForColumns, importsQuery } from './api';
import { ColumnsDialog } from './ColumnsDialog';
import { DropZone } from './DropZone';
import styles from './identification.module.css';
import { ImportRow } from './ImportRow';
import { useText } from './messages';
import { Sources } from './Sources';
import { Uploads } from './Uploads';
import { useUploads } from './useUploads';

export function ImportPage() {
  const { reviewId = '' } = useParams();
  const text = useText();
  const review = useQuery(reviewQuery(reviewId));
  const imports = useQuery(importsQuery(reviewId));
  const uploads = useUploads(reviewId);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  useTitle(text.title, review.data?.title);
  const lead = review.data?.roles.includes('lead') ?? false;
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      {lead ? <DropZone onFiles={uploads.add} /> : <Note>{text.onlyLead}</Note>}
      <Uploads uploads={uploads.uploads} onRetry={uploads.retry} onDismiss={uploads.dismiss} />
      <Loaded query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            uploads.uploads.length === 0 && (
              <EmptyState title={text.emptyTitle}>{lead ? text.emptyText : text.emptyTextOther}</EmptyState>
            )
          ) : (
            <>
              <Group title={text.toCheck} reviewId={reviewId} lead={lead} imports={items.filter(isOpen)} />
              <Sources reviewId={reviewId} lead={lead} />
              <Group
                title={text.imported}
                reviewId={reviewId}
                lead={lead}
                imports={items.filter((one) => one.state === 'committed')}
              />
              <Group title={text.set} reviewId={reviewId} lead={lead} imports={items.filter(isSetAside)} />
              {items
                .filter(
                  (one) => lead && asksForColumns(one) && uploads.sent.has(one.id) && !answered.has(one.id),
                )
                .slice(0, 1)
                .map((one) => (
                  <ColumnsDialog
                    key={one.id}
                    reviewId={reviewId}
                    batch={one}
                    onClose={() => setAnswered(new Set([...answered, one.id]))}
                  />
                ))}
            </>
          )
        }
      </Loaded>
    </PageBody>
  );
}

function isSetAside(batch: ImportBatch): boolean {
  return batch.state === 'discarded' || batch.state === 'withdrawn';
}

function isOpen(batch: ImportBatch): boolean {
  return batch.state !== 'committed' && !isSetAside(batch);
}

function Group({
  title,
  imports,
  reviewId,
  lead,
}: {
  title: string;
  imports: readonly ImportBatch[];
  reviewId: string;
  lead: boolean;
}) {
  if (imports.length === 0) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      <ul className={styles.imports}>
        {imports.map((batch) => (
          <ImportRow key={batch.id} reviewId={reviewId} batch={batch} lead={lead} />
        ))}
      </ul>
    </section>
  );
}
