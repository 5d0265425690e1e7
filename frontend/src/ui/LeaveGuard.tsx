import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from './Button';
import { Dialog } from './Dialog';
import styles from './ui.module.css';

/** Asks before changes are lost by going to another page or closing this one. */
export function LeaveGuard({
  dirty,
  title,
  question,
  discard,
  back,
}: {
  dirty: boolean;
  title: string;
  question: string;
  discard: string;
  back: string;
}) {
  const blocker = useBlocker(dirty);
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title={title} onClose={() => blocker.reset()}>
      <p>{question}</p>
      <div className={styles.leave}>
        <Button kind="danger" onClick={() => blocker.proceed()}>
          {discard}
        </Button>
        <Button onClick={() => blocker.reset()}>{back}</Button>
      </div>
    </Dialog>
  );
}
