import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FlowCheck } from '../api/schema';
import { bilingual, useCommon, useFormat, useLanguage } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { Badge, Button, Card, EmptyState, Note, PageHeader, ProblemNote, TextArea, TextField } from '../ui';
import { checkQuery } from './api';
import { boxLabel, boxLines, type BoxLine } from './boxes';
import { useFlowMessages } from './messages';
import { checkable, listsReasons, numberIn, readPasted, type TypedFlow } from './publishedFlow';
import styles from './flow.module.css';

const parts: readonly BoxLine['part'][] = ['identification', 'screening', 'included', 'other', 'previous'];
const PAUSE_MS = 250;

/** As printed in Zeng L. et al., Stem Cell Res Ther 2025;16:65, and a summary of it; they do not add up. */
const published: TypedFlow = {
  database_results: '7938',
  records_excluded: '7891',
  dbr_assessed: '52',
  dbr_excluded: '10',
  new_studies: '42',
};

/** A published diagram, number by number, and what does not add up in it. */
export function CheckPage() {
  const text = useFlowMessages().checker;
  const language = useLanguage();
  const [typed, setTyped] = useState<TypedFlow>({});
  useTitle(text.title);
  return (
    <>
      <PageHeader
        title={text.title}
        actions={
          Object.keys(typed).length > 0 ? (
            <Button onClick={() => setTyped({})}>{text.clear}</Button>
          ) : (
            <Button onClick={() => setTyped(published)}>{text.published}</Button>
          )
        }
      >
        {text.intro}
      </PageHeader>
      <div className={styles.page}>
        <form className={styles.form} onSubmit={(event) => event.preventDefault()} aria-label={text.title}>
          {parts.map((part) => (
            <fieldset key={part}>
              <legend>{text.parts[part]}</legend>
              {boxLines
                .filter((line) => line.part === part)
                .map((line) => {
                  const value = typed[line.name] ?? '';
                  const problem = problemOf(line, value);
                  return (
                    <TextField
                      key={line.name}
                      label={bilingual(line.label, language)?.text ?? line.name}
                      name={line.name}
                      value={value}
                      inputMode={line.listsReasons ? 'text' : 'numeric'}
                      autoComplete="off"
                      {...(line.listsReasons && { hint: text.reasonsHint })}
                      {...(problem !== undefined && { error: text[problem] })}
                      onChange={(next) => setTyped({ ...typed, [line.name]: next })}
                    />
                  );
                })}
            </fieldset>
          ))}
          <Paste onRead={setTyped} />
        </form>
        <section aria-label={text.result} className={styles.aside}>
          <Result typed={typed} />
        </section>
      </div>
    </>
  );
}

function problemOf(line: BoxLine, value: string): 'notANumber' | 'notReasons' | undefined {
  if (value.trim() === '' || numberIn(value) !== undefined) return undefined;
  if (!line.listsReasons) return 'notANumber';
  return listsReasons(value) ? undefined : 'notReasons';
}

function Paste({ onRead }: { onRead: (typed: TypedFlow) => void }) {
  const text = useFlowMessages().checker;
  const format = useFormat();
  const [pasted, setPasted] = useState('');
  const [outcome, setOutcome] = useState<'unreadable' | readonly string[]>([]);
  function read() {
    const found = readPasted(pasted);
    setOutcome(found ? found.unknown : 'unreadable');
    if (found) onRead(found.values);
  }
  return (
    <fieldset>
      <legend>{text.paste}</legend>
      <TextArea label={text.paste} value={pasted} rows={4} onChange={setPasted} />
      <p className={styles.more}>
        <Button disabled={pasted.trim() === ''} onClick={read}>
          {text.pasteButton}
        </Button>
      </p>
      {outcome === 'unreadable' ? (
        <Note tone="bad" announce>
          {text.pasteUnknown}
        </Note>
      ) : (
        outcome.length > 0 && (
          <Note tone="warn" announce>
            {text.pasteRows(format.list(outcome))}
          </Note>
        )
      )}
    </fieldset>
  );
}

function Result({ typed }: { typed: TypedFlow }) {
  const text = useFlowMessages().checker;
  const usable = boxLines.every((line) => problemOf(line, typed[line.name] ?? '') === undefined);
  const numbers = useSettled(usable ? checkable(typed) : undefined);
  const enough = numbers !== undefined && Object.keys(numbers).length >= 2;
  const check = useQuery({ ...checkQuery(numbers ?? {}), enabled: enough });
  if (!enough) return <EmptyState title={text.nothing}>{text.nothingText}</EmptyState>;
  if (check.isError) return <ProblemNote problem={check.error} onRetry={() => void check.refetch()} />;
  if (!check.data) return <p role="status">{text.checking}</p>;
  return <Findings check={check.data} />;
}

/** The last usable numbers, once typing has paused. */
function useSettled(numbers: Readonly<Record<string, number | string>> | undefined) {
  const now = JSON.stringify(numbers);
  const [settled, setSettled] = useState(numbers);
  const before = JSON.stringify(settled);
  useEffect(() => {
    if (now === before || now === undefined) return undefined;
    const timer = setTimeout(() => setSettled(numbers), PAUSE_MS);
    return () => clearTimeout(timer);
    // Compared by content: the object is a new one at every keystroke.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [now, before]);
  return settled;
}

function Findings({ check }: { check: FlowCheck }) {
  const all = useFlowMessages();
  const text = all.checker;
  const language = useLanguage();
  const format = useFormat();
  const broken = check.identities.filter((identity) => !identity.holds);
  const missing = Object.entries(check.missing);
  return (
    <>
      {check.identities.length === 0 ? (
        <EmptyState title={text.nothing}>{text.nothingText}</EmptyState>
      ) : (
        <Note
          tone={broken.length > 0 ? 'bad' : 'good'}
          announce
          title={
            broken.length > 0
              ? text.someBroken(broken.length, check.identities.length)
              : text.allHold(check.identities.length)
          }
        />
      )}
      {[...broken, ...check.identities.filter((identity) => identity.holds)].map((identity) => {
        const label = bilingual(identity.label ?? {}, language);
        return (
          <div
            key={identity.id}
            className={styles.finding}
            data-identity={identity.id}
            data-holds={identity.holds}
          >
            <p>
              <Badge tone={identity.holds ? 'good' : 'bad'}>
                {identity.holds ? `✓ ${all.holds}` : `✗ ${all.off(identity.difference)}`}
              </Badge>{' '}
              {label && <span lang={label.lang}>{label.text}</span>}
            </p>
            <p className={styles.formula}>{identity.formula}</p>
            {identity.explanations.length > 0 && (
              <details open={!identity.holds}>
                <summary>{text.explanations}</summary>
                <ol>
                  {identity.explanations.map((explanation, i) => {
                    const words = bilingual(explanation, language);
                    return (
                      <li key={i} lang={words?.lang}>
                        {words?.text}
                      </li>
                    );
                  })}
                </ol>
              </details>
            )}
          </div>
        );
      })}
      {missing.length > 0 && (
        <Card>
          <h2>{text.missing}</h2>
          <ul className={styles.identities}>
            {missing.map(([name, value]) => (
              <li key={name}>
                <span>{bilingual(boxLabel(name), language)?.text}</span>
                <b className="num">{typeof value === 'number' ? format.number(value) : String(value)}</b>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {broken.length > 0 && <AuthorQuery check={check} />}
    </>
  );
}

function AuthorQuery({ check }: { check: FlowCheck }) {
  const text = useFlowMessages().checker;
  const common = useCommon();
  const language = useLanguage();
  const [copied, setCopied] = useState(false);
  const query = bilingual(check.authorQuery, language);
  if (!query) return null;
  return (
    <Card>
      <h2>{text.query}</h2>
      <p>{text.queryText}</p>
      <blockquote className={styles.query} lang={query.lang}>
        {query.text}
      </blockquote>
      <Button
        size="small"
        onClick={() => {
          void navigator.clipboard?.writeText(query.text).then(() => setCopied(true));
        }}
      >
        {copied ? common.copied : common.copy}
      </Button>
    </Card>
  );
}
