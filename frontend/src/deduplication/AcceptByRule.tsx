import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuplicatesSummary } from '../api/schema';
import { bilingual, useCommon, useLanguage } from '../lib/i18n';
import { newId } from '../lib/ids';
import { Button, Dialog, Note, ProblemNote } from '../ui';
import { commands } from './api';
import styles from './deduplication.module.css';
import { ruleName, useText } from './messages';

type RuleCount = NonNullable<DuplicatesSummary['doubtfulByRule']>[number];

/** These ask because records contradict each other, so there is nothing to accept for all of them. */
const neverAtOnce = ['member-against', 'settled-cluster'];

/** Merges all pairs of one rule at once, after asking. */
export function AcceptByRule({
  reviewId,
  rules,
  onAsking,
}: {
  reviewId: string;
  rules: readonly RuleCount[];
  onAsking: (asking: boolean) => void;
}) {
  const text = useText();
  const common = useCommon();
  const language = useLanguage();
  const client = useQueryClient();
  const [asked, setAsked] = useState<RuleCount & { id: string }>();
  const accept = useMutation({
    mutationFn: ({ id, rule }: { id: string; rule: string }) => commands.accept(reviewId, id, rule),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', reviewId] });
      ask(undefined);
    },
  });
  function ask(rule: RuleCount | undefined) {
    setAsked(rule && { ...rule, id: newId() });
    onAsking(rule !== undefined);
  }
  const nameOf = ({ rule, reason }: RuleCount) => bilingual(reason, language)?.text ?? ruleName(rule, text);
  const offered = rules.filter(({ rule }) => !neverAtOnce.includes(rule));
  return (
    <>
      {accept.isSuccess && (
        <Note tone="good" announce>
          {text.accepted(accept.data.accepted, accept.data.left)}
        </Note>
      )}
      {offered.length > 0 && (
        <section className={styles.accept} aria-labelledby="accept-by-rule">
          <h2 id="accept-by-rule">{text.acceptTitle}</h2>
          <p className={styles.muted}>{text.acceptText}</p>
          <ul>
            {offered.map((rule) => (
              <li key={rule.rule}>
                <span>{nameOf(rule)}</span>
                <Button
                  size="small"
                  aria-label={`${text.acceptPairs(rule.count)}: ${nameOf(rule)}`}
                  onClick={() => {
                    accept.reset();
                    ask(rule);
                  }}
                >
                  {text.acceptPairs(rule.count)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked && (
        <Dialog title={text.acceptAsk(asked.count)} onClose={() => ask(undefined)}>
          <div className={styles.form}>
            <p>
              <b>{nameOf(asked)}</b>
            </p>
            <p>{text.acceptExplained}</p>
            {accept.isError && <ProblemNote problem={accept.error} />}
            <div className={styles.row}>
              <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate(asked)}>
                {text.acceptPairs(asked.count)}
              </Button>
              <Button onClick={() => ask(undefined)}>{common.cancel}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
