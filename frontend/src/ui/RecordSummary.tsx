import type { ReviewRecord } from '../api/schema';
import { languageOf, useCommon, useFormat } from '../lib/i18n';
import styles from './ui.module.css';

/** A record in a list: title, the title in the other language, first authors, journal and year. */
export function RecordSummary({ record }: { record: ReviewRecord }) {
  const text = useCommon();
  const format = useFormat();
  const { first, second } = titlesOf(record);
  const authors = record.authors ?? [];
  const place = [
    record.journal,
    record.volume && (record.issue ? `${record.volume}(${record.issue})` : record.volume),
    record.pages,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div>
      <p className={styles.recordTitle} lang={first && languageOf(first)}>
        {first ?? text.untitled(record.id)}
      </p>
      {second && (
        <p className={styles.recordSecond} lang={languageOf(second)}>
          {second}
        </p>
      )}
      <p className={styles.recordMeta}>
        {authors.length > 0 && (
          <span>
            {authors.slice(0, 3).join('; ')}
            {authors.length > 3 && ` ${text.moreAuthors(authors.length - 3)}`}
          </span>
        )}
        {place && <span>{place}</span>}
        {record.year !== undefined && <span className="num">{record.year}</span>}
        {record.sources && record.sources.length > 0 && (
          <span>{format.enumerate(record.sources.map((source) => source.name))}</span>
        )}
      </p>
    </div>
  );
}

/** The title as the source gives it, and the one in the other language if there is one. */
export function titlesOf(record: Pick<ReviewRecord, 'title' | 'titles'>): {
  first: string | undefined;
  second: string | undefined;
} {
  const all = [record.title, record.titles?.zh, record.titles?.en].filter(
    (title) => title !== undefined && title.trim() !== '',
  );
  const first = all[0];
  return { first, second: all.find((title) => title !== first) };
}
