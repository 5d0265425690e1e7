import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { http } from '../api/http';
import type { LanguageCode, ReviewListItem } from '../api/schema';
import { useCommon, useFormat, useLanguage } from '../lib/i18n';
import { newId } from '../lib/ids';
import { never } from '../lib/never';
import { remembered } from '../lib/remembered';
import { useTitle } from '../lib/title';
import {
  Button,
  Dialog,
  EmptyState,
  LinkButton,
  Loaded,
  PageHeader,
  ProblemNote,
  Select,
  Table,
  TextField,
} from '../ui';
import { reviewsQuery } from './api';
import { useText } from './messages';
import type { ReviewText } from './messages.en';
import { resumeAt, workIn, type Work } from './nextWork';
import styles from './review.module.css';

export function HomePage() {
  const text = useText().home;
  const reviews = useQuery(reviewsQuery);
  const [creating, setCreating] = useState(false);
  useTitle(text.title);
  const create = (
    <Button kind={reviews.data?.items.length === 0 ? 'primary' : 'plain'} onClick={() => setCreating(true)}>
      {text.create}
    </Button>
  );
  return (
    <>
      <PageHeader title={text.title} />
      <Loaded query={reviews}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={text.emptyTitle} actions={create}>
              {text.emptyText}
            </EmptyState>
          ) : (
            <div className={styles.stack}>
              <Resume reviews={items} />
              <section className={styles.section} aria-labelledby="reviews">
                <div className={styles.sectionHead}>
                  <h2 id="reviews">{text.reviews}</h2>
                  {create}
                </div>
                <ReviewTable reviews={items} />
              </section>
            </div>
          )
        }
      </Loaded>
      {creating && <CreateReview onClose={() => setCreating(false)} />}
    </>
  );
}

function Resume({ reviews }: { reviews: readonly ReviewListItem[] }) {
  const text = useText().home;
  const next = resumeAt(reviews, remembered('resume'));
  if (!next) {
    return (
      <div className={styles.resume}>
        <div>
          <p className={styles.resumeCount}>{text.nothing}</p>
          <p className={styles.muted}>{text.nothingText}</p>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.resume}>
      <div>
        <p className={styles.resumeCount}>{countOf(next.work, text)}</p>
        <p className={styles.muted}>{next.review.title}</p>
      </div>
      <LinkButton to={next.work.to} kind="primary">
        {next.again ? text.resume : text.start}
      </LinkButton>
    </div>
  );
}

function countOf(work: Work, text: ReviewText['home']): string {
  switch (work.kind) {
    case 'title-abstract':
      return text.toScreen(work.count);
    case 'full-text':
      return text.toRead(work.count);
    case 'conflicts':
      return text.toSettle(work.count);
    default:
      return never(work.kind);
  }
}

function ReviewTable({ reviews }: { reviews: readonly ReviewListItem[] }) {
  const text = useText().home;
  const { role } = useCommon();
  const format = useFormat();
  return (
    <Table
      caption={text.reviewsCaption}
      rows={reviews}
      rowKey={(review) => review.id}
      columns={[
        {
          key: 'title',
          head: text.review,
          rowHeader: true,
          cell: (review) => <Link to={`/reviews/${review.id}`}>{review.title}</Link>,
        },
        {
          key: 'roles',
          head: text.roles,
          cell: (review) => format.enumerate(review.roles.map((one) => role[one])),
        },
        {
          key: 'open',
          head: text.open,
          cell: (review) => {
            const work = workIn(review);
            return work.length === 0 ? (
              <span className={styles.muted}>{text.noneOpen}</span>
            ) : (
              <ul className={styles.plainList}>
                {work.map((one) => (
                  <li key={one.kind}>
                    <Link to={one.to}>{countOf(one, text)}</Link>
                  </li>
                ))}
              </ul>
            );
          },
        },
        { key: 'made', head: text.made, cell: (review) => format.date(review.createdAt) },
      ]}
    />
  );
}

function CreateReview({ onClose }: { onClose: () => void }) {
  const text = useText().home;
  const common = useCommon();
  const navigate = useNavigate();
  const client = useQueryClient();
  // Made once, so that a second try after a lost answer makes no second review.
  const [id] = useState(newId);
  const [title, setTitle] = useState('');
  const pages = useLanguage();
  const [language, setLanguage] = useState<LanguageCode>(pages);
  const [missing, setMissing] = useState(false);
  const create = useMutation({
    mutationFn: () => http.put(`/reviews/${id}`, { title: title.trim(), language }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: reviewsQuery.queryKey });
      void navigate(`/reviews/${id}`);
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(title.trim() === '');
    if (title.trim() !== '') create.mutate();
  }
  return (
    <Dialog title={text.createTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={text.titleField}
          hint={text.titleHint}
          error={missing ? text.titleNeeded : undefined}
          value={title}
          onChange={setTitle}
          autoFocus
        />
        <Select
          label={text.language}
          hint={text.languageHint}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'en', label: common.english },
            { value: 'zh', label: common.chinese },
          ]}
        />
        {create.isError && <ProblemNote problem={create.error} />}
        <div className={styles.row}>
          <Button type="submit" kind="primary" busy={create.isPending}>
            {text.createSubmit}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
