import type { ReactNode } from 'react';
import { useCommon, type Common } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { Button } from './Button';
import { Note } from './Note';
import styles from './ui.module.css';

/** An error in plain words: what happened, what was saved, what to do, a number to copy. Never a stack trace. */
export function ProblemNote({
  problem,
  onRetry,
  actions,
}: {
  problem: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
}) {
  const text = useCommon();
  const { title, detail } = inWords(problem, text);
  const errorId = problem instanceof Problem ? problem.errorId : undefined;
  return (
    <Note
      tone="bad"
      title={title}
      announce
      actions={
        (onRetry || actions) && (
          <>
            {onRetry && <Button onClick={onRetry}>{text.retry}</Button>}
            {actions}
          </>
        )
      }
    >
      {detail && <p>{detail}</p>}
      {problem instanceof Problem &&
        problem.errors.map((error) => (
          <p key={error.field + error.message}>
            {error.field}: {error.message}
          </p>
        ))}
      {errorId && (
        <p>
          {text.problem.errorId}: <span className={styles.errorId}>{errorId}</span>
        </p>
      )}
    </Note>
  );
}

function inWords(problem: unknown, { problem: text }: Common): { title: string; detail: string } {
  if (!(problem instanceof Problem)) return { title: text.unexpected, detail: text.unexpectedDetail };
  if (problem.unreachable)
    return { title: text.unreachable, detail: problem.detail || text.unreachableDetail };
  if (problem.status === 404) return { title: text.notFound, detail: problem.detail || text.notFoundDetail };
  if (problem.status === 403)
    return { title: text.forbidden, detail: problem.detail || text.forbiddenDetail };
  if (problem.status >= 500) return { title: text.unexpected, detail: text.unexpectedDetail };
  return { title: text.refused, detail: problem.detail };
}
