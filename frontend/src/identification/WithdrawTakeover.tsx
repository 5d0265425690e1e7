import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportBatch, Takeover } from '../api/schema';
import { useCommon } from '../lib/i18n';
import { Button, Dialog, ProblemNote } from '../ui';
import { commands } from './api';
import styles from './identification.module.css';
import { useText } from './messages';

/** Takes all votes of a takeover back, when asked twice. */
export function WithdrawTakeover({
  reviewId,
  batch,
  takeover,
  onDone,
}: {
  reviewId: string;
  batch: ImportBatch;
  takeover: Takeover;
  onDone: () => Promise<void>;
}) {
  const text = useText().decisions;
  const common = useCommon();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => commands.withdrawTakeover(reviewId, batch.id, takeover.id),
    onSuccess: async () => {
      await onDone();
      setAsking(false);
    },
  });
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => setAsking(true)}>
        {text.withdraw}
      </Button>
      {asking && (
        <Dialog title={text.withdrawTitle(takeover.votes)} onClose={() => setAsking(false)}>
          <div className={styles.form}>
            <p>{text.withdrawText}</p>
            {withdraw.isError && <ProblemNote problem={withdraw.error} />}
            <div className={styles.row}>
              <Button kind="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
                {text.withdraw}
              </Button>
              <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
