import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { ImportBatch, Page, QuarantinedRecord } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { Button, ProblemNote, Skeleton, TextArea } from '../ui';
import { commands, importsQuery, quarantineQuery } from './api';
import styles from './identification.module.css';
import { useText } from './messages';

/** The server keeps no more of a text that could not be read. */
const KEPT_CHARACTERS = 20_000;

/** What of a file could not be read; each record of it can be corrected on the spot. */
export function Quarantine({
  reviewId,
  batch,
  lead,
}: {
  reviewId: string;
  batch: ImportBatch;
  lead: boolean;
}) {
  const text = useText();
  const common = useCommon();
  const quarantine = useInfiniteQuery(quarantineQuery(reviewId, batch));
  if (quarantine.isError)
    return <ProblemNote problem={quarantine.error} onRetry={() => void quarantine.refetch()} />;
  if (!quarantine.data) return <Skeleton lines={2} />;
  const items = quarantine.data.pages.flatMap((page) => page.items);
  const open = lead && takesRepairs(batch);
  return (
    <section className={styles.section}>
      <h3>{text.quarantine}</h3>
      <p className={styles.muted}>
        {!open
          ? text.quarantineKept
          : batch.state === 'committed'
            ? text.quarantineLater
            : text.quarantineIntro}
      </p>
      <ul className={styles.imports}>
        {items.map((item) => (
          <li key={item.place} className={styles.quarantined}>
            <p>
              {item.line > 0 && <b className="num">{text.line(item.line)}</b>} {item.message}
            </p>
            {open && item.repairable ? (
              <Repair reviewId={reviewId} batch={batch} item={item} />
            ) : (
              item.raw !== '' && (
                <pre className={styles.raw} tabIndex={0} aria-label={text.line(item.line)}>
                  {item.raw}
                </pre>
              )
            )}
          </li>
        ))}
      </ul>
      {quarantine.hasNextPage && (
        <div>
          <Button busy={quarantine.isFetchingNextPage} onClick={() => void quarantine.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      )}
    </section>
  );
}

function takesRepairs(batch: ImportBatch): boolean {
  return (
    batch.state === 'ready' ||
    batch.state === 'committed' ||
    (batch.state === 'failed' && batch.problem?.code === 'no-records')
  );
}

function Repair({
  reviewId,
  batch,
  item,
}: {
  reviewId: string;
  batch: ImportBatch;
  item: QuarantinedRecord;
}) {
  const text = useText();
  const client = useQueryClient();
  const [corrected, setCorrected] = useState(item.raw);
  const repair = useMutation({
    mutationFn: () => commands.repair(reviewId, batch.id, item.place, corrected),
    onSuccess: (repaired) => {
      // Other corrections may be half written: the list is kept, less this record, instead of being asked for anew.
      const { queryKey } = quarantineQuery(reviewId, batch);
      const left = client.getQueryData(queryKey);
      if (left)
        client.setQueryData(quarantineQuery(reviewId, repaired).queryKey, {
          ...left,
          pages: left.pages.map((page) => without(page, item.place)),
        });
      client.setQueryData(importsQuery(reviewId).queryKey, (all) =>
        all ? { ...all, items: all.items.map((one) => (one.id === repaired.id ? repaired : one)) } : all,
      );
      if (repaired.state === 'committed') void client.invalidateQueries({ queryKey: ['review', reviewId] });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    repair.mutate();
  }
  return (
    <form className={styles.repair} onSubmit={submit} aria-label={text.repairOf(item.line)}>
      <TextArea
        label={text.rawText(item.line)}
        hint={item.raw.length >= KEPT_CHARACTERS ? text.rawCut : undefined}
        value={corrected}
        onChange={setCorrected}
        rows={Math.min(14, corrected.split('\n').length + 1)}
        spellCheck={false}
        dir="auto"
      />
      {repair.isError && <ProblemNote problem={repair.error} />}
      <div>
        <Button type="submit" size="small" busy={repair.isPending} disabled={corrected.trim() === ''}>
          {text.readAgainSubmit}
        </Button>
      </div>
    </form>
  );
}

function without(page: Page<QuarantinedRecord>, place: number): Page<QuarantinedRecord> {
  return { ...page, items: page.items.filter((one) => one.place !== place) };
}
