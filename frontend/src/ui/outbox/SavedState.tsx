import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useOutboxSnapshot } from '../../api/accountOutbox';
import type { Outbox, OutboxSnapshot, StoredCommand } from '../../api/outbox';
import { never } from '../../lib/never';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { useOutboxMessages, wordFor, type outboxMessages } from './messages';
import styles from './outbox.module.css';

type Text = (typeof outboxMessages)['en'];

/** Whether everything is with the server, and what the server did not accept. */
export function SavedState({ outbox }: { outbox: Outbox }) {
  const text = useOutboxMessages();
  const location = useLocation();
  const snapshot = useOutboxSnapshot(outbox);
  const [open, setOpen] = useState(false);
  const { state, refused, durable, unsent } = snapshot;
  const to = encodeURIComponent(location.pathname + location.search);
  return (
    <span className={styles.state}>
      {refused.length > 0 && (
        <button type="button" className={styles.refused} onClick={() => setOpen(true)}>
          {text.refused(refused.length)}
        </button>
      )}
      {!durable && unsent > 0 && <span className={styles.amber}>{text.notStored}</span>}
      <span role="status" className={styles[state]} data-outbox={state}>
        {inWords(snapshot, text)}
      </span>
      {(state === 'signed-out' || state === 'other-account') && (
        <Link to={`/sign-in?to=${to}`}>{text.signIn}</Link>
      )}
      {open && refused.length > 0 && (
        <Dialog title={text.refusedTitle} wide onClose={() => setOpen(false)}>
          <p>{text.refusedText}</p>
          <ul className={styles.list}>
            {refused.map((command) => (
              <Refused key={command.sequence} command={command} outbox={outbox} />
            ))}
          </ul>
        </Dialog>
      )}
    </span>
  );
}

function Refused({ command, outbox }: { command: StoredCommand; outbox: Outbox }) {
  const text = useOutboxMessages();
  const { about, refusal, sequence } = command;
  const why = wordFor(text.why, refusal?.code ?? '');
  return (
    <li>
      <p>
        <b>{wordFor(text.acts, about.act) ?? about.act}</b>: {about.title}
      </p>
      {why !== undefined && <p className={styles.why}>{why}</p>}
      {refusal?.detail && (
        <p className={styles.server}>
          {text.server} {refusal.detail}
        </p>
      )}
      <p className={styles.actions}>
        <Button size="small" onClick={() => void outbox.retry(sequence)}>
          {text.tryAgain}
        </Button>
        <Button size="small" onClick={() => void outbox.dismiss(sequence)}>
          {text.understood}
        </Button>
      </p>
    </li>
  );
}

function inWords({ state, unsent }: OutboxSnapshot, text: Text): string {
  switch (state) {
    case 'saved':
      return `✓ ${text.saved}`;
    case 'saving':
      return text.saving(unsent);
    case 'offline':
      return text.offline(unsent);
    case 'signed-out':
      return text.signedOut(unsent);
    case 'other-account':
      return text.otherAccount(unsent);
    default:
      return never(state);
  }
}
