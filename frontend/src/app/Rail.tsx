import { NavLink } from 'react-router';
import type { Review, StageId } from '../api/schema';
import { useFormat } from '../lib/i18n';
import styles from './app.module.css';
import { useText } from './messages';

interface Step {
  to: string;
  label: string;
  open?: number | undefined;
  done?: boolean;
}

/** The order of the rail is the order of the work; a stage that is done looks done. */
export function Rail({ review }: { review: Review }) {
  const text = useText();
  const { rail, roles } = review;
  // The server leaves them out for whoever has none to settle, whatever the others voted.
  const seesConflicts = rail.conflicts !== undefined;
  const work: Step[] = [
    { to: 'protocol', label: text.steps.protocol, done: rail.protocol.done },
    {
      to: 'import',
      label: text.steps.import,
      open: rail.import.waiting,
      done: rail.import.records > 0 && rail.import.waiting === 0,
    },
    {
      to: 'duplicates',
      label: text.steps.duplicates,
      done: rail.import.records > 0,
    },
    ...(rail.calibration
      ? [{ to: 'calibration', label: text.steps.calibration, open: rail.calibration.open }]
      : []),
    screeningStep('title-abstract', text.steps.screening),
    ...(seesConflicts
      ? [
          {
            to: 'conflicts',
            label: text.steps.conflicts,
            open: (rail.conflicts?.titleAbstract ?? 0) + (rail.conflicts?.fullText ?? 0),
          },
        ]
      : []),
    screeningStep('full-text', text.steps.fullTexts),
    ...(review.blinded ? [] : [{ to: 'agreement', label: text.steps.agreement }]),
    { to: 'synthesis', label: text.steps.synthesis },
    ...(review.blinded ? [] : [{ to: 'flow', label: text.steps.flow }]),
  ];
  const about: Step[] = [
    ...(roles.includes('lead') || roles.includes('observer')
      ? [{ to: 'progress', label: text.steps.progress }]
      : []),
    ...(roles.includes('lead') ? [{ to: 'sharing', label: text.steps.sharing }] : []),
    { to: 'team', label: text.steps.team },
    { to: 'audit', label: text.steps.audit },
  ];

  function screeningStep(stage: StageId, label: string): Step {
    const mine = rail[stage].mine ?? { voted: 0, remaining: 0 };
    const closed = review.stages.some((one) => one.stage === stage && one.state === 'closed');
    return {
      to: `screening/${stage}`,
      label,
      open: mine.remaining,
      done: closed || (mine.voted > 0 && mine.remaining === 0),
    };
  }

  return (
    <nav aria-label={text.rail}>
      <ul>
        <Entry base={`/reviews/${review.id}`} step={{ to: '', label: text.steps.overview }} />
        {work.map((step) => (
          <Entry key={step.to} base={`/reviews/${review.id}`} step={step} />
        ))}
      </ul>
      <hr />
      <ul>
        {about.map((step) => (
          <Entry key={step.to} base={`/reviews/${review.id}`} step={step} />
        ))}
      </ul>
    </nav>
  );
}

function Entry({ base, step }: { base: string; step: Step }) {
  const text = useText();
  const format = useFormat();
  return (
    <li>
      <NavLink className={styles.step} to={step.to ? `${base}/${step.to}` : base} end={step.to === ''}>
        <span className={styles.tick} aria-hidden="true">
          {step.done ? '✓' : ''}
        </span>
        {step.label}
        {step.done && <span className="visually-hidden">, {text.done}</span>}
        {step.open ? (
          <span className={styles.count}>
            <span aria-hidden="true">{format.number(step.open)}</span>
            <span className="visually-hidden">{text.open(format.number(step.open))}</span>
          </span>
        ) : null}
      </NavLink>
    </li>
  );
}
