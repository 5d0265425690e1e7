import { useState, type ReactNode } from 'react';
import type { Policy, ReviewRecord } from '../../api/schema';
import { classes } from '../../lib/classes';
import type { Highlighter } from '../../lib/highlights';
import { languageOf, languageTag, useFormat } from '../../lib/i18n';
import { remember, remembered } from '../../lib/remembered';
import { doiAddress, pubMedAddress, webAddress, whereItAppeared } from '../recordText';
import { useReaderMessages } from './messages';
import { prepared, type PreparedText } from './prepared';
import { RecordText } from './RecordText';
import styles from './reader.module.css';

export type HighlightStrength = 'strong' | 'soft' | 'off';

interface ReaderProps {
  record: ReviewRecord;
  find: Highlighter;
  strength?: HighlightStrength;
  mask?: Policy['mask'];
  headingLevel?: 'h1' | 'h2';
  /** Opens what a missing abstract is pasted into. */
  onMend?: (() => void) | undefined;
}

const openToAll: Policy['mask'] = { authors: false, journal: false, year: false };

/** A record to be read: roomy, nothing that moves, both languages, the protocol's terms marked. */
export function RecordReader({
  record,
  find,
  strength = 'strong',
  mask = openToAll,
  headingLevel = 'h1',
  onMend,
}: ReaderProps) {
  const text = useReaderMessages();
  const { titles, abstracts, keywords } = prepared(record, find);
  const [title, ...otherTitles] = titles;
  const Heading = headingLevel;
  return (
    <div className={styles.reader} data-highlights={strength}>
      <Origin record={record} mask={mask} />
      <Heading
        className={styles.title}
        tabIndex={-1}
        data-record-heading
        lang={title && languageTag(title.language)}
      >
        {title ? <RecordText text={title} /> : text.untitled(record.id)}
      </Heading>
      {otherTitles.map((other) => (
        <p key={other.language} className={styles.second} lang={languageTag(other.language)}>
          <RecordText text={other} />
        </p>
      ))}
      {!mask.authors && record.authors && record.authors.length > 0 && (
        <Authors key={record.id} authors={record.authors} />
      )}
      {abstracts.length > 0 ? (
        <Abstracts key={`a${record.id}`} abstracts={abstracts} />
      ) : (
        <MissingAbstract record={record} onMend={onMend} />
      )}
      <Mended record={record} />
      {keywords.length > 0 && (
        <p className={styles.keywords}>
          {text.keywords}:{' '}
          {keywords.map((keyword, i) => (
            <span key={i} lang={languageOf(keyword.rich.text)}>
              {i > 0 && ' · '}
              <RecordText text={keyword} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Origin({ record, mask }: { record: ReviewRecord; mask: Policy['mask'] }) {
  const text = useReaderMessages();
  const format = useFormat();
  const sources = [...new Set((record.sources ?? []).map((source) => source.name))];
  const place = mask.journal ? '' : whereItAppeared(record);
  const url = webAddress(record.url);
  const hidden = [
    mask.authors && text.maskedAuthors,
    mask.journal && text.maskedJournal,
    mask.year && text.maskedYear,
  ].filter((what) => what !== false);
  return (
    <div className={styles.meta}>
      {sources.length > 0 && <span>{sources.join(', ')}</span>}
      {!mask.year && record.year !== undefined && <span className="num">{record.year}</span>}
      {place !== '' && <span lang={languageOf(place)}>{place}</span>}
      {record.type && <span>{text.types[record.type] ?? record.type}</span>}
      {record.doi && <Outside href={doiAddress(record.doi)}>{text.doi}</Outside>}
      {record.pmid && <Outside href={pubMedAddress(record.pmid)}>{'PubMed'}</Outside>}
      {url !== undefined && !record.doi && <Outside href={url}>{text.web}</Outside>}
      {hidden.length > 0 && <span className={styles.faint}>{text.masked(format.list(hidden))}</span>}
    </div>
  );
}

function Outside({ href, children }: { href: string; children: ReactNode }) {
  const text = useReaderMessages();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children} <span aria-hidden="true">↗</span>
      <span className="visually-hidden"> ({text.newTab})</span>
    </a>
  );
}

const FIRST_AUTHORS = 3;

function Authors({ authors }: { authors: readonly string[] }) {
  const text = useReaderMessages();
  const [all, setAll] = useState(false);
  const more = authors.length - FIRST_AUTHORS;
  const shown = all ? authors : authors.slice(0, FIRST_AUTHORS);
  return (
    <p className={styles.authors}>
      <span lang={languageOf(shown.join())}>{shown.join('; ')}</span>
      {more > 0 && (
        <button type="button" className={styles.quiet} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.lessAuthors : text.moreAuthors(more)}
        </button>
      )}
    </p>
  );
}

function Abstracts({ abstracts }: { abstracts: readonly PreparedText[] }) {
  const text = useReaderMessages();
  const [original, setOriginal] = useState(false);
  const [beside, setBeside] = useState(remembered('abstracts') !== 'below');
  const structured = abstracts.some(({ sections }) => sections.some(({ label }) => label !== undefined));
  const several = abstracts.length > 1;
  return (
    <>
      <div className={classes(styles.abstracts, several && beside && styles.beside)}>
        {abstracts.map((abstract, i) => (
          <div key={abstract.language + i} className={styles.abstract} lang={languageTag(abstract.language)}>
            {several && <p className={styles.which}>{text.abstractIn[abstract.language]}</p>}
            {original ? <Original text={abstract} /> : <Sections text={abstract} />}
          </div>
        ))}
      </div>
      {(structured || several) && (
        <p className={styles.views}>
          {structured && (
            <button
              type="button"
              className={styles.quiet}
              title={text.originalHint}
              onClick={() => setOriginal(!original)}
            >
              {original ? text.structured : text.original}
            </button>
          )}
          {several && (
            <button
              type="button"
              className={styles.quiet}
              onClick={() => {
                remember('abstracts', beside ? 'below' : 'beside');
                setBeside(!beside);
              }}
            >
              {beside ? text.oneBelow : text.sideBySide}
            </button>
          )}
        </p>
      )}
    </>
  );
}

function Original({ text }: { text: PreparedText }) {
  return (
    <p className={styles.original}>
      <RecordText text={text} />
    </p>
  );
}

function Sections({ text }: { text: PreparedText }) {
  return text.sections.map(({ label, start, end }) => (
    <div key={start} className={styles.section}>
      {label !== undefined && <p className={styles.label}>{label}</p>}
      <p>
        <RecordText text={text} from={start} to={end} />
      </p>
    </div>
  ));
}

/** Which texts a person put in, and where they are from. */
function Mended({ record }: { record: ReviewRecord }) {
  const text = useReaderMessages();
  const format = useFormat();
  if (!record.corrections?.length) return null;
  return (
    <ul className={styles.mended}>
      {record.corrections.map(({ field, origin, at }) => (
        <li key={field}>{text.mended(text.fields[field], origin ?? '', format.date(at))}</li>
      ))}
    </ul>
  );
}

function MissingAbstract({ record, onMend }: Pick<ReaderProps, 'record' | 'onMend'>) {
  const text = useReaderMessages();
  const title = record.title ?? record.titles?.en ?? record.titles?.zh ?? '';
  return (
    <div className={styles.missing}>
      <p>
        {text.missing}{' '}
        {onMend && (
          <button type="button" className={styles.quiet} onClick={onMend}>
            {text.paste}
          </button>
        )}
      </p>
      {title !== '' && (
        <p className={styles.meta}>
          {text.lookUp}
          {record.doi && <Outside href={doiAddress(record.doi)}>{text.publisher}</Outside>}
          <Outside
            href={
              record.pmid
                ? pubMedAddress(record.pmid)
                : `https://pubmed.ncbi.nlm.nih.gov/?term=${encodeURIComponent(title)}`
            }
          >
            {'PubMed'}
          </Outside>
          <Outside href={`https://kns.cnki.net/kns8s/defaultresult/index?kw=${encodeURIComponent(title)}`}>
            {'CNKI'}
          </Outside>
        </p>
      )}
    </div>
  );
}
