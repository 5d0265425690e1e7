import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { address } from '../api/http';
import { reviewQuery } from '../api/queries';
import type { Flow, LanguageCode } from '../api/schema';
import { bilingual, useCommon, useLanguage } from '../lib/i18n';
import { Problem } from '../lib/problem';
import { useTitle } from '../lib/title';
import {
  Badge,
  Card,
  EmptyState,
  LinkButton,
  Loaded,
  Note,
  PageBody,
  PageHeader,
  PlainLinkButton,
} from '../ui';
import { SvgFigure } from '../ui/figure/SvgFigure';
import { figureQuery, flowKey, flowQuery } from './api';
import { BoxList } from './BoxList';
import { useFlowMessages } from './messages';
import styles from './flow.module.css';

const formats = ['svg', 'pdf', 'png', 'csv'] as const;
const figureLanguages: readonly LanguageCode[] = ['en', 'zh'];

/** The figure itself is the page: what is seen is what is exported. */
export function FlowPage() {
  const { reviewId = '' } = useParams();
  const text = useFlowMessages();
  const common = useCommon();
  const language = useLanguage();
  const [chosen, setChosen] = useState<LanguageCode>();
  const lang = chosen ?? language;
  const [open, setOpen] = useState<{ names: readonly string[]; meant: string | undefined }>();
  const review = useQuery(reviewQuery(reviewId));
  const flow = useQuery(flowQuery(reviewId));
  const figure = useQuery(figureQuery(reviewId, lang));
  useTitle(text.title, review.data?.title);
  useFollowing(reviewId, review.dataUpdatedAt);
  const partLabel = useCallback((read: string) => text.openBox(read), [text]);
  if (flow.error instanceof Problem && flow.error.code === 'blinded') {
    return (
      <PageBody>
        <EmptyState
          title={text.blinded}
          actions={
            <LinkButton to="/check-flow" kind="primary">
              {text.published}
            </LinkButton>
          }
        >
          {text.blindedText}
        </EmptyState>
      </PageBody>
    );
  }
  return (
    <PageBody>
      <PageHeader title={text.title}>{flow.data && text.live(flow.data.ledgerHead.sequence)}</PageHeader>
      <div className={styles.page}>
        <section aria-label={text.title}>
          <div className={styles.tools}>
            <span role="group" aria-label={text.export} className={styles.group}>
              {formats.map((format) => (
                <PlainLinkButton
                  key={format}
                  href={address(`/reviews/${reviewId}/flow.${format}`, { lang })}
                  download
                  size="small"
                >
                  <span className="visually-hidden">{text.download(format.toUpperCase())}</span>
                  <span aria-hidden="true">{format.toUpperCase()} ↓</span>
                </PlainLinkButton>
              ))}
            </span>
            <span role="group" aria-label={text.figureLanguage} className={styles.group}>
              {figureLanguages.map((one) => (
                <button
                  key={one}
                  type="button"
                  className={styles.choice}
                  aria-pressed={one === lang}
                  onClick={() => setChosen(one)}
                >
                  {one === 'en' ? common.english : common.chinese}
                </button>
              ))}
            </span>
          </div>
          <Loaded query={figure} lines={12}>
            {(svg) => (
              <SvgFigure
                source={svg}
                partLabel={partLabel}
                unusable={text.unusable}
                onOpen={(names, meant) => setOpen({ names, meant })}
              />
            )}
          </Loaded>
        </section>
        <aside className={styles.aside}>
          <Loaded query={flow}>{(data) => <Numbers flow={data} review={reviewId} onOpen={setOpen} />}</Loaded>
          <Card>
            <h2>{text.published}</h2>
            <p>{text.publishedText}</p>
            <p className={styles.more}>
              <LinkButton to="/check-flow" size="small">
                {text.published}
              </LinkButton>
            </p>
          </Card>
        </aside>
      </div>
      {open && (
        <BoxList
          key={open.names.join()}
          review={reviewId}
          names={open.names}
          first={open.meant}
          onClose={() => setOpen(undefined)}
        />
      )}
    </PageBody>
  );
}

/** Every event of the review refreshes the review itself; the figure follows it. */
function useFollowing(review: string, changedAt: number): void {
  const client = useQueryClient();
  const seen = useRef(changedAt);
  useEffect(() => {
    if (changedAt === seen.current) return;
    const first = seen.current === 0;
    seen.current = changedAt;
    if (!first) void client.invalidateQueries({ queryKey: flowKey(review) });
  }, [client, review, changedAt]);
}

function Numbers({
  flow,
  review,
  onOpen,
}: {
  flow: Flow;
  review: string;
  onOpen: (box: { names: readonly string[]; meant: undefined }) => void;
}) {
  const text = useFlowMessages();
  const language = useLanguage();
  const waiting = [
    { box: 'pending_screening', n: flow.pending.screening, words: text.pending.screening },
    { box: 'pending_retrieval', n: flow.pending.retrieval, words: text.pending.retrieval },
    { box: 'pending_full_text', n: flow.pending.fullText, words: text.pending.fullText },
  ].filter(({ n }) => n > 0);
  return (
    <>
      <Note tone={flow.final ? 'good' : 'warn'} title={flow.final ? text.final : text.interim}>
        <p>{flow.final ? text.finalText : text.interimText}</p>
        {waiting.length > 0 && (
          <ul className={styles.pending}>
            {waiting.map(({ box, n, words }) => (
              <li key={box}>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => onOpen({ names: [box], meant: undefined })}
                >
                  {words(n)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Note>
      <Card>
        <h2>{text.adds}</h2>
        <ul className={styles.identities}>
          {flow.identities.map((identity) => {
            const label = bilingual(identity.label, language);
            return (
              <li key={identity.id} data-identity={identity.id} data-holds={identity.holds}>
                <span lang={label?.lang}>{label?.text ?? identity.id}</span>
                <Badge tone={identity.holds ? 'good' : 'bad'}>
                  <span aria-hidden="true">
                    {identity.holds ? '✓' : `✗ ${text.off(identity.difference)}`}
                  </span>
                  <span className="visually-hidden">
                    {identity.holds ? text.holds : `${text.broken}, ${text.off(identity.difference)}`}
                  </span>
                </Badge>
                <small>{identity.formula}</small>
              </li>
            );
          })}
        </ul>
      </Card>
      <Card>
        <h2>{text.ledger}</h2>
        <p className="num">{text.event(flow.ledgerHead.sequence)}</p>
        <p className={styles.hash}>{flow.ledgerHead.hash}</p>
        <p className={styles.more}>
          <LinkButton to={`/reviews/${review}/audit`} size="small">
            {text.toAudit}
          </LinkButton>
        </p>
      </Card>
    </>
  );
}
