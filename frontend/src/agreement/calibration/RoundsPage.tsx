import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { http } from '../../api/http';
import { calibrationQuery, reviewQuery } from '../../api/queries';
import type { CalibrationRound, CalibrationRounds, Measure } from '../../api/schema';
import { useFormat } from '../../lib/i18n';
import { newId } from '../../lib/ids';
import { useTitle } from '../../lib/title';
import { Button, Card, Checkbox, EmptyState, Loaded, PageBody, PageHeader, ProblemNote } from '../../ui';
import { Table, TextField, titlesOf } from '../../ui';
import { decimals, interval } from '../figures';
import { useAgreementMessages } from '../messages';
import styles from './calibration.module.css';

/** The rounds of calibration with what each came to, and for leads the opening of another. */
export function RoundsPage() {
  const { reviewId = '' } = useParams();
  const text = useAgreementMessages().calibration;
  const review = useQuery(reviewQuery(reviewId)).data;
  const rounds = useQuery(calibrationQuery(reviewId));
  const leads = review?.roles.includes('lead') ?? false;
  useTitle(text.title, review?.title);
  return (
    <PageBody>
      <PageHeader title={text.title}>{text.intro}</PageHeader>
      <Loaded query={rounds}>
        {({ items, candidates }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={text.none}>{leads ? text.noneText : text.noneYet}</EmptyState>
            ) : (
              <RoundTable review={reviewId} rounds={items} />
            )}
            {leads && <NewRound key={items.length} review={reviewId} candidates={candidates ?? []} />}
          </>
        )}
      </Loaded>
    </PageBody>
  );
}

function RoundTable({ review, rounds }: { review: string; rounds: readonly CalibrationRound[] }) {
  const all = useAgreementMessages();
  const text = all.calibration;
  const format = useFormat();
  const measured = (measure: Measure | undefined, round: CalibrationRound) =>
    round.revealedAt === undefined ? (
      ''
    ) : measure ? (
      <>
        {decimals(measure.value)} <span className={styles.small}>{interval(measure)}</span>
      </>
    ) : (
      <abbr title={all.undefinedHint}>{all.undefined}</abbr>
    );
  return (
    <Table
      caption={text.rounds}
      rows={rounds}
      rowKey={(round) => round.id}
      columns={[
        {
          key: 'round',
          head: text.title,
          rowHeader: true,
          cell: (round) => (
            <Link to={`/reviews/${review}/calibration/${round.id}`}>{text.round(round.number)}</Link>
          ),
        },
        { key: 'opened', head: text.opened, cell: (round) => format.date(round.openedAt) },
        { key: 'criteria', head: text.criteria, cell: (round) => text.version(round.protocolVersion) },
        {
          key: 'records',
          head: all.records,
          number: true,
          cell: (round) => format.number(round.records),
        },
        {
          key: 'state',
          head: text.state,
          cell: (round) =>
            round.revealedAt === undefined ? text.running : text.revealed(format.date(round.revealedAt)),
        },
        {
          key: 'percent',
          head: all.names.percent,
          number: true,
          cell: ({ agreement }) => (agreement?.percent === undefined ? '' : decimals(agreement.percent)),
        },
        {
          key: 'kappa',
          head: all.fleissKappa,
          number: true,
          cell: (round) => measured(round.agreement?.fleissKappa, round),
        },
        {
          key: 'ac1',
          head: all.names.ac1,
          number: true,
          cell: (round) => measured(round.agreement?.ac1, round),
        },
      ]}
    />
  );
}

const USUAL_SIZE = 30;
const LARGEST = 200;

function NewRound({
  review,
  candidates,
}: {
  review: string;
  candidates: NonNullable<CalibrationRounds['candidates']>;
}) {
  const text = useAgreementMessages().calibration;
  const client = useQueryClient();
  const navigate = useNavigate();
  const head = useId();
  const [id] = useState(newId);
  const [size, setSize] = useState(String(USUAL_SIZE));
  const [seed, setSeed] = useState(() => String(1 + Math.floor(Math.random() * 999_999)));
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const open = useMutation({
    mutationFn: () =>
      http.put(`/reviews/${review}/calibration/${id}`, { size: Number(size), seed: Number(seed), chosen }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['review', review] });
      await navigate(`/reviews/${review}/calibration/${id}`);
    },
  });
  const usable = isWhole(size, 1, LARGEST) && isWhole(seed, 0, 2 ** 31 - 1);
  return (
    <Card>
      <form
        className={styles.form}
        aria-labelledby={head}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        <h2 id={head}>{text.open}</h2>
        <div className={styles.fields}>
          <TextField
            label={text.size}
            hint={text.sizeHint}
            value={size}
            onChange={setSize}
            inputMode="numeric"
          />
          <TextField
            label={text.seed}
            hint={text.seedHint}
            value={seed}
            onChange={setSeed}
            inputMode="numeric"
          />
        </div>
        {candidates.length > 0 && (
          <fieldset className={styles.candidates}>
            <legend>{text.candidates}</legend>
            <p className={styles.small}>{text.candidatesHint}</p>
            {candidates.map(({ itemId, record, comment }) => (
              <Checkbox
                key={itemId}
                label={titlesOf(record).first ?? String(itemId)}
                hint={comment}
                checked={chosen.includes(itemId)}
                onChange={(ticked) =>
                  setChosen(ticked ? [...chosen, itemId] : chosen.filter((one) => one !== itemId))
                }
              />
            ))}
          </fieldset>
        )}
        {open.isError && <ProblemNote problem={open.error} />}
        <div>
          <Button type="submit" kind="primary" busy={open.isPending} disabled={!usable}>
            {text.start}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
