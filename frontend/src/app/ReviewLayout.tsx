import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link, Outlet, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { reviewQuery } from '../api/queries';
import { useCommands } from '../lib/keyboard';
import { remember } from '../lib/remembered';
import { Loaded } from '../ui';
import styles from './app.module.css';
import { useText } from './messages';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useReviewStream } from './useReviewStream';

/**
 * Pages of one review: its name and search above, the pipeline on the left. Pages bring their own padding by the
 * class `page` of PageBody, since the screening page wants the whole area.
 */
export function ReviewLayout() {
  const { reviewId = '' } = useParams();
  const review = useQuery(reviewQuery(reviewId));
  const { pathname } = useLocation();
  useReviewStream(reviewId);
  useEffect(() => {
    // What "go on where you were" on the home page leads to.
    if (/\/(screening|conflicts)(\/|$)/.test(pathname)) remember('resume', pathname);
  }, [pathname]);
  return (
    <>
      <TopBar>
        {review.data && (
          <Link className={styles.where} to={`/reviews/${reviewId}`}>
            {review.data.title}
          </Link>
        )}
        <span className={styles.spring} />
        <Find key={reviewId} reviewId={reviewId} />
      </TopBar>
      <div className={styles.review}>
        <div className={styles.rail}>{review.data && <Rail review={review.data} />}</div>
        <main id="content" tabIndex={-1} className={styles.main}>
          {review.data ? (
            <Outlet />
          ) : (
            <div className={styles.page}>
              <Loaded query={review}>{() => null}</Loaded>
            </div>
          )}
        </main>
      </div>
    </>
  );
}

function Find({ reviewId }: { reviewId: string }) {
  const text = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [words, setWords] = useState(search.get('q') ?? '');
  const field = useRef<HTMLInputElement>(null);
  useCommands([{ id: 'find', label: text.find, key: 'Slash', run: () => field.current?.focus() }]);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (words.trim()) void navigate(`/reviews/${reviewId}/find?q=${encodeURIComponent(words.trim())}`);
  }
  return (
    <form className={styles.find} role="search" onSubmit={submit}>
      <input
        ref={field}
        type="search"
        value={words}
        aria-label={text.find}
        placeholder={`${text.find}  /`}
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  );
}
