import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { http } from '../api/http';
import type { Fragment as Piece, LookupHit, LookupResult } from '../api/schema';
import { languageOf, useCommon } from '../lib/i18n';
import { useTitle } from '../lib/title';
import { Badge, Button, EmptyState, Note, PageBody, PageHeader, ProblemNote, Skeleton } from '../ui';
import { RecordPanel } from '../ui/reader/RecordPanel';
import { useLookupMessages } from './messages';
import { TagShown } from './TagShown';
import styles from './lookup.module.css';

export function LookupPage() {
  const { reviewId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q')?.trim() ?? '';
  const text = useLookupMessages();
  useTitle(asked || text.title);
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      <Words key={asked} asked={asked} onAsk={(q) => setSearch(q === '' ? {} : { q })} />
      {asked === '' ? (
        <EmptyState title={text.start}>{text.startText}</EmptyState>
      ) : (
        <Found key={`${reviewId} ${asked}`} review={reviewId} asked={asked} />
      )}
    </PageBody>
  );
}

function Words({ asked, onAsk }: { asked: string; onAsk: (words: string) => void }) {
  const text = useLookupMessages();
  const [words, setWords] = useState(asked);
  function submit(event: FormEvent) {
    event.preventDefault();
    onAsk(words.trim());
  }
  return (
    <form onSubmit={submit} className={styles.form}>
      <div className={styles.words}>
        <input
          type="search"
          aria-label={text.words}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          autoComplete="off"
        />
        <Button type="submit" kind="primary">
          {text.find}
        </Button>
      </div>
      <details className={styles.help}>
        <summary>{text.help}</summary>
        <dl>
          {text.examples.map(({ write, finds }) => (
            <div key={write}>
              <dt>
                <button type="button" onClick={() => onAsk(write)}>
                  <code>{write}</code>
                </button>
              </dt>
              <dd>{finds}</dd>
            </div>
          ))}
        </dl>
      </details>
    </form>
  );
}

function Found({ review, asked }: { review: string; asked: string }) {
  const text = useLookupMessages();
  const common = useCommon();
  const [reading, setReading] = useState<number>();
  const query = useInfiniteQuery({
    queryKey: ['review', review, 'lookup', asked],
    queryFn: ({ pageParam, signal }) =>
      http.get<LookupResult>(`/reviews/${review}/lookup`, {
        query: { q: asked, cursor: pageParam, limit: 25 },
        signal,
      }),
    initialPageParam: cursorAtStart(),
    getNextPageParam: (last) => last.next,
  });
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />;
  const [first] = query.data.pages;
  const hits = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      {first?.problem && <Note tone="warn">{first.problem.detail}</Note>}
      {hits.length === 0 ? (
        !first?.problem && <EmptyState title={text.none}>{text.noneText}</EmptyState>
      ) : (
        <p role="status" className={styles.total}>
          {text.found(first?.total ?? hits.length)}
        </p>
      )}
      <TagShown review={review} records={hits.map(({ record }) => record.id)} />
      <ol className={styles.hits}>
        {hits.map((hit) => (
          <li key={hit.record.id}>
            <Hit hit={hit} onOpen={() => setReading(hit.record.id)} />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {common.more}
        </Button>
      )}
      {reading !== undefined && (
        <RecordPanel review={review} record={reading} onClose={() => setReading(undefined)} />
      )}
    </>
  );
}

function Hit({ hit, onOpen }: { hit: LookupHit; onOpen: () => void }) {
  const text = useLookupMessages();
  const common = useCommon();
  const { record, highlights, status } = hit;
  const title = record.title ?? record.titles?.en ?? record.titles?.zh ?? common.untitled(record.id);
  const pieces =
    highlights.title && highlights.title.length > 0 ? highlights.title : [{ text: title, hit: false }];
  const shown = pieces.map((piece) => piece.text).join('');
  const authors = record.authors ?? [];
  return (
    <>
      <h2 className={styles.title} lang={languageOf(shown)}>
        <button type="button" aria-label={text.open(shown)} onClick={onOpen}>
          <Pieces pieces={pieces} />
        </button>
      </h2>
      <p className={styles.meta}>
        {authors.length > 0 && (
          <span>
            {authors.slice(0, 3).join('; ')}
            {authors.length > 3 && ` ${common.moreAuthors(authors.length - 3)}`}
          </span>
        )}
        {record.journal && <span>{record.journal}</span>}
        {record.year !== undefined && <span className="num">{record.year}</span>}
        {record.duplicateOf !== undefined && <span>{text.duplicate(record.duplicateOf)}</span>}
        {status && <Badge>{status}</Badge>}
      </p>
      {highlights.abstract?.map((fragment, i) => (
        <p
          key={i}
          className={styles.fragment}
          lang={languageOf(fragment.map((piece) => piece.text).join(''))}
        >
          <Pieces pieces={fragment} />
        </p>
      ))}
    </>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, i) =>
    piece.hit ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>,
  );
}

function cursorAtStart(): string | undefined {
  return undefined;
}
