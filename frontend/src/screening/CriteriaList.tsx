import type { Criterion } from '../api/schema';
import { bilingual, useLanguage } from '../lib/i18n';
import { useScreeningMessages } from './messages';
import styles from './screening.module.css';

export function CriteriaList({ criteria }: { criteria: readonly Criterion[] }) {
  const text = useScreeningMessages();
  if (criteria.length === 0) return <p className={styles.small}>{text.noCriteria}</p>;
  const inclusion = criteria.filter((criterion) => criterion.kind === 'inclusion');
  const exclusion = criteria.filter((criterion) => criterion.kind === 'exclusion');
  return (
    <>
      <Part title={exclusion.length > 0 ? text.inclusion : undefined} criteria={inclusion} />
      <Part title={text.exclusion} criteria={exclusion} />
    </>
  );
}

function Part({ title, criteria }: { title: string | undefined; criteria: readonly Criterion[] }) {
  const language = useLanguage();
  if (criteria.length === 0) return null;
  return (
    <>
      {title !== undefined && <h3 className={styles.part}>{title}</h3>}
      <ol className={styles.criteria}>
        {criteria.map((criterion) => {
          const label = bilingual(criterion.text, language);
          return (
            <li key={criterion.id} lang={label?.lang}>
              {label?.text}
            </li>
          );
        })}
      </ol>
    </>
  );
}
