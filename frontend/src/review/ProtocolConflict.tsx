import type { Protocol } from '../api/schema';
import { bilingual, useLanguage, type Language } from '../lib/i18n';
import { never } from '../lib/never';
import { Button, Note } from '../ui';
import { differingParts, draftOf, type Draft, type Part } from './draft';
import { useText } from './messages';
import type { ReviewText } from './messages.en';
import styles from './review.module.css';

/** Somebody saved a version while this draft was written: both are shown, nothing is lost, one is chosen. */
export function ProtocolConflict({
  mine,
  theirs,
  busy,
  onKeepMine,
  onKeepTheirs,
}: {
  mine: Draft;
  theirs: Protocol;
  busy: boolean;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
}) {
  const text = useText().protocol;
  const language = useLanguage();
  const other = draftOf(theirs);
  const differing = differingParts(mine, other);
  const who = theirs.amendments.find((one) => one.version === theirs.version)?.by ?? text.conflictWho;
  return (
    <Note
      tone="warn"
      announce
      title={text.conflictTitle(who, theirs.version)}
      actions={
        <>
          <Button kind="primary" busy={busy} onClick={onKeepMine}>
            {text.keepMine}
          </Button>
          <Button onClick={onKeepTheirs}>{text.keepTheirs}</Button>
        </>
      }
    >
      <p>{differing.length > 0 ? text.conflictText : text.conflictNothing}</p>
      {differing.map((part) => (
        <section key={part} className={styles.section}>
          <h3>{nameOf(part, text)}</h3>
          <div className={styles.difference}>
            <div className={styles.side}>
              <strong>{text.mine}</strong>
              <p>{inWords(mine, part, text, language)}</p>
            </div>
            <div className={styles.side}>
              <strong>{text.theirs}</strong>
              <p>{inWords(other, part, text, language)}</p>
            </div>
          </div>
        </section>
      ))}
      <p className={styles.muted}>{text.keepMineHint}</p>
    </Note>
  );
}

function nameOf(part: Part, text: ReviewText['protocol']): string {
  return part === 'registration' ? text.registration : text[part];
}

function inWords(draft: Draft, part: Part, text: ReviewText['protocol'], language: Language): string {
  switch (part) {
    case 'question': {
      const { text: sentence, ...elements } = draft.question;
      return [sentence.en, sentence.zh, ...Object.values(elements)].filter(Boolean).join('\n');
    }
    case 'registration':
      return draft.registration;
    case 'criteria':
      return draft.criteria
        .map(
          (one, i) =>
            `${i + 1}. ${bilingual(one.text, language)?.text ?? ''} (${one.kind === 'inclusion' ? text.inclusion : text.exclusion})`,
        )
        .join('\n');
    case 'reasons':
      return draft.reasons
        .map((one, i) => `${i + 1}. ${bilingual(one.label, language)?.text ?? ''}`)
        .join('\n');
    case 'policy':
      return policyInWords(draft.policy, text);
    case 'highlights':
      return draft.highlights
        .filter((group) => group.terms.some((term) => term.trim()))
        .map((group) => `${text.group[group.group]}: ${group.terms.join(', ')}`)
        .join('\n');
    default:
      return never(part);
  }
}

function policyInWords(policy: Draft['policy'], text: ReviewText['protocol']): string {
  const order = { random: text.orderRandom, import: text.orderImport, newest: text.orderNewest };
  const masked = [
    policy.mask.authors && text.maskAuthors,
    policy.mask.journal && text.maskJournal,
    policy.mask.year && text.maskYear,
  ].filter(Boolean);
  return [
    `${text.titleAbstractVotes}: ${policy.titleAbstractVotes}`,
    `${text.fullTextVotes}: ${policy.fullTextVotes}`,
    `${text.conflictRule}: ${policy.conflictRule === 'adjudicator' ? text.adjudicator : text.consensus}`,
    `${text.order}: ${order[policy.order]}`,
    policy.adjudicatorMayHaveVoted && text.adjudicatorMayHaveVoted,
    policy.conflictVotesHidden && text.conflictVotesHidden,
    policy.reasonsAtTitleAbstract && text.reasonsAtTitleAbstract,
    policy.countsForVotingLead && text.countsForVotingLead,
    masked.length > 0 && `${text.mask}: ${masked.join(', ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}
