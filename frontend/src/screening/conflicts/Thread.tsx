import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../api/http';
import type { ConflictThread, StageId } from '../../api/schema';
import { useCommon, useFormat } from '../../lib/i18n';
import { newId } from '../../lib/ids';
import { Button, ProblemNote, TextArea } from '../../ui';
import { useScreeningMessages } from '../messages';
import styles from '../screening.module.css';

interface ThreadProps {
  review: string;
  stage: StageId;
  itemId: number;
  /** Whether this member may ask the voters to vote anew. */
  maySendBack: boolean;
  onSentBack: () => void;
}

/** What those to whom the votes are revealed say to each other; each message is an event. */
export function Thread({ review, stage, itemId, maySendBack, onSentBack }: ThreadProps) {
  const text = useScreeningMessages().conflicts;
  const common = useCommon();
  const format = useFormat();
  const client = useQueryClient();
  const [message, setMessage] = useState('');
  const at = `/reviews/${review}/stages/${stage}/records/${itemId}`;
  const key = ['review', review, 'screening', 'thread', stage, itemId];
  const thread = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<ConflictThread>(`${at}/thread`, { signal }),
  });
  const renew = () => client.invalidateQueries({ queryKey: key });
  const write = useMutation({
    mutationFn: ({ id, said }: { id: string; said: string }) =>
      http.put(`${at}/thread/messages/${id}`, { text: said }),
    onSuccess: () => {
      setMessage('');
      return renew();
    },
  });
  const sendBack = useMutation({
    mutationFn: (id: string) => http.put(`${at}/returns/${id}`, { comment: message.trim() }),
    onSuccess: onSentBack,
  });
  const mark = useMutation({
    mutationFn: (unclear: boolean) =>
      unclear ? http.put(`${at}/unclear`, { comment: message.trim() }) : http.delete(`${at}/unclear`),
    onSuccess: renew,
  });
  const problem = write.error ?? sendBack.error ?? mark.error;
  if (!thread.data) return null;
  const { messages, returns, unclear } = thread.data;
  return (
    <section aria-label={text.thread}>
      <h2 className={styles.sideHead}>{text.thread}</h2>
      <ol className={styles.messages} aria-live="polite">
        {returns.map((returned) => (
          <li key={returned.id}>
            <p>
              <b>{text.sentBackBy(returned.by.displayName)}</b>{' '}
              <span className={styles.small}>{format.dateTime(returned.at)}</span>
            </p>
            {returned.comment && <p>{returned.comment}</p>}
            {returned.votes.length > 0 && (
              <p className={styles.small}>
                {format.enumerate(
                  returned.votes.map(
                    (vote) => `${vote.reviewer.displayName}: ${common.verdict[vote.verdict]}`,
                  ),
                )}
              </p>
            )}
          </li>
        ))}
        {messages.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.author.displayName}</b> <span className={styles.small}>{format.dateTime(one.at)}</span>
            </p>
            <p>{one.text}</p>
          </li>
        ))}
      </ol>
      {unclear && <p className={styles.unclear}>{text.unclearBy(unclear.by.displayName, unclear.comment)}</p>}
      <TextArea label={text.message} hint={text.messageHint} value={message} onChange={setMessage} rows={2} />
      <div className={styles.threadActs}>
        <Button
          size="small"
          busy={write.isPending}
          disabled={message.trim() === ''}
          onClick={() => write.mutate({ id: newId(), said: message.trim() })}
        >
          {text.send}
        </Button>
        {maySendBack && (
          <Button size="small" busy={sendBack.isPending} onClick={() => sendBack.mutate(newId())}>
            {text.sendBack}
          </Button>
        )}
        <Button
          size="small"
          busy={mark.isPending}
          aria-pressed={unclear !== undefined}
          onClick={() => mark.mutate(unclear === undefined)}
        >
          {text.unclear}
        </Button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
