import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AllocationOutlook, PartKind, StageId } from '../api/schema';
import { newId } from '../lib/ids';
import { useFormat } from '../lib/i18n';
import { Button, Checkbox, LinkButton, Note, Select, Table, TextField } from '../ui';
import { importsQuery, sourcesQuery, tagsQuery } from './api';
import { movedRow, type Draft, type DraftPart, type QuotaKind } from './draft';
import { useText } from './messages';
import styles from './sharing.module.css';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Whether they are a reviewer now. */
  readonly reviews: boolean;
}

interface PartProps {
  draft: Draft;
  people: readonly Person[];
  onChange: (draft: Draft) => void;
}

const quotaKinds: readonly QuotaKind[] = ['none', 'votes', 'percent'];
const partKinds: readonly PartKind[] = ['import', 'source', 'records', 'tag'];

export function PeoplePart({
  draft,
  people,
  onChange,
  stage,
  left,
}: PartProps & { stage: StageId; left: AllocationOutlook['quotas'] }) {
  const text = useText();
  const format = useFormat();
  const quotaOf = (id: string) => draft.quotas[id] ?? { kind: 'none' as const, amount: '' };
  const setQuota = (id: string, change: Partial<Draft['quotas'][string]>) =>
    onChange({ ...draft, quotas: { ...draft.quotas, [id]: { ...quotaOf(id), ...change } } });
  return (
    <section className={styles.part} aria-labelledby="people">
      <h2 id="people">{text.people}</h2>
      <Table
        caption={text.people}
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          { key: 'name', head: text.person, rowHeader: true, cell: ({ name }) => name },
          {
            key: 'experienced',
            head: text.experienced,
            cell: ({ id, name }) => (
              <input
                type="checkbox"
                className={styles.tick}
                aria-label={text.isExperienced(name)}
                checked={draft.experienced.includes(id)}
                onChange={() => onChange({ ...draft, experienced: toggled(draft.experienced, id) })}
              />
            ),
          },
          {
            key: 'quota',
            head: text.quota,
            cell: ({ id, name }) => (
              <span className={styles.quota}>
                {quotaOf(id).kind !== 'none' && (
                  <input
                    className={styles.amount}
                    inputMode="numeric"
                    aria-label={text.amountOf(name)}
                    value={quotaOf(id).amount}
                    onChange={(event) => setQuota(id, { amount: event.target.value })}
                  />
                )}
                <select
                  className={styles.kind}
                  aria-label={text.quotaOf(name)}
                  value={quotaOf(id).kind}
                  onChange={(event) => {
                    const kind = quotaKinds.find((one) => one === event.target.value);
                    if (kind) setQuota(id, { kind });
                  }}
                >
                  {quotaKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {text.quotaKinds[kind]}
                    </option>
                  ))}
                </select>
              </span>
            ),
          },
          {
            key: 'left',
            head: text.left,
            number: true,
            cell: ({ id }) => {
              const known = left.find(({ reviewer }) => reviewer.id === id);
              return known === undefined ? '' : format.number(known.left);
            },
          },
        ]}
      />
      {stage === 'full-text' && <p className={styles.muted}>{text.fullTextShare}</p>}
    </section>
  );
}

export function PairsPart({ draft, people, onChange }: PartProps) {
  const text = useText();
  const change = (key: string, side: 'first' | 'second', id: string) =>
    onChange({
      ...draft,
      apart: draft.apart.map((pair) => (pair.key === key ? { ...pair, [side]: id } : pair)),
    });
  return (
    <section className={styles.part} aria-labelledby="pairs">
      <h2 id="pairs">{text.pairs}</h2>
      <Checkbox
        label={text.experiencedInEachPair}
        hint={text.experiencedHint}
        checked={draft.experiencedInEachPair}
        onChange={(experiencedInEachPair) => onChange({ ...draft, experiencedInEachPair })}
      />
      {draft.experiencedInEachPair && draft.experienced.length === 0 && (
        <Note tone="warn">{text.noneExperienced}</Note>
      )}
      <h3>{text.apart}</h3>
      {draft.apart.map(({ key, first, second }, i) => (
        <div key={key} className={styles.rowOfFields} role="group" aria-label={text.apartRow(i + 1)}>
          <PersonSelect
            label={text.first}
            value={first}
            people={people}
            onChange={(id) => change(key, 'first', id)}
          />
          <PersonSelect
            label={text.second}
            value={second}
            people={people}
            onChange={(id) => change(key, 'second', id)}
          />
          <Button
            size="small"
            aria-label={text.remove(text.apartRow(i + 1))}
            onClick={() => onChange({ ...draft, apart: draft.apart.filter((pair) => pair.key !== key) })}
          >
            {text.removeShort}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            onChange({ ...draft, apart: [...draft.apart, { key: newId(), first: '', second: '' }] })
          }
        >
          {text.addApart}
        </Button>
      </div>
    </section>
  );
}

export function PartsPart({ draft, people, onChange, review }: PartProps & { review: string }) {
  const text = useText();
  const setParts = (parts: readonly DraftPart[]) => onChange({ ...draft, parts });
  const change = (key: string, part: Partial<DraftPart>) =>
    setParts(draft.parts.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <section className={styles.part} aria-labelledby="batches">
      <h2 id="batches">{text.parts}</h2>
      <p className={styles.muted}>{text.partsHint}</p>
      <ol className={styles.parts}>
        {draft.parts.map((part, i) => (
          <li key={part.key} role="group" aria-label={text.part(i + 1)}>
            <div className={styles.partHead}>
              <b>{text.part(i + 1)}</b>
              <span className={styles.row}>
                <Button
                  size="small"
                  disabled={i === 0}
                  aria-label={text.up(text.part(i + 1))}
                  onClick={() => setParts(movedRow(draft.parts, i, -1))}
                >
                  {'↑'}
                </Button>
                <Button
                  size="small"
                  disabled={i === draft.parts.length - 1}
                  aria-label={text.down(text.part(i + 1))}
                  onClick={() => setParts(movedRow(draft.parts, i, 1))}
                >
                  {'↓'}
                </Button>
                <Button
                  size="small"
                  aria-label={text.remove(text.part(i + 1))}
                  onClick={() => setParts(draft.parts.filter(({ key }) => key !== part.key))}
                >
                  {text.removeShort}
                </Button>
              </span>
            </div>
            <div className={styles.rowOfFields}>
              <Select
                label={text.by}
                value={part.kind}
                options={partKinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
                onChange={(kind) => change(part.key, { kind, target: '' })}
              />
              {part.kind === 'records' ? (
                <>
                  <TextField
                    label={text.from}
                    inputMode="numeric"
                    value={part.from}
                    onChange={(from) => change(part.key, { from })}
                  />
                  <TextField
                    label={text.to}
                    inputMode="numeric"
                    value={part.to}
                    onChange={(to) => change(part.key, { to })}
                  />
                </>
              ) : (
                <TargetSelect
                  review={review}
                  kind={part.kind}
                  value={part.target}
                  onChange={(target) => change(part.key, { target })}
                />
              )}
            </div>
            <fieldset className={styles.forWhom}>
              <legend>{text.forWhom}</legend>
              {people.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={part.reviewers.includes(id)}
                  onChange={() => change(part.key, { reviewers: toggled(part.reviewers, id) })}
                />
              ))}
            </fieldset>
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() =>
            setParts([
              ...draft.parts,
              { key: newId(), kind: 'import', target: '', from: '', to: '', reviewers: [] },
            ])
          }
        >
          {text.addPart}
        </Button>
        {draft.parts.some(({ kind }) => kind === 'tag') && (
          <>
            <LinkButton size="small" to={`/reviews/${review}/screening/title-abstract/tags`}>
              {text.toTags}
            </LinkButton>
            <LinkButton size="small" to={`/reviews/${review}/find`}>
              {text.toFind}
            </LinkButton>
          </>
        )}
      </div>
    </section>
  );
}

function TargetSelect({
  review,
  kind,
  value,
  onChange,
}: {
  review: string;
  kind: Exclude<PartKind, 'records'>;
  value: string;
  onChange: (id: string) => void;
}) {
  const text = useText();
  const imports = useQuery({ ...importsQuery(review), enabled: kind === 'import' });
  const sources = useQuery({ ...sourcesQuery(review), enabled: kind === 'source' });
  const tags = useQuery({ ...tagsQuery(review), enabled: kind === 'tag' });
  const options: readonly { value: string; label: string }[] | undefined = {
    import: imports.data?.items
      .filter(({ state }) => state === 'committed')
      .map(({ id, fileName }) => ({ value: id, label: fileName })),
    source: sources.data?.items.map(({ id, name }) => ({ value: id, label: name })),
    tag: tags.data
      ?.filter(({ owner }) => owner === 'review')
      .map(({ id, name }) => ({ value: id, label: name })),
  }[kind];
  const gone = value !== '' && options !== undefined && !options.some((one) => one.value === value);
  return (
    <Select
      label={text.which}
      hint={kind === 'tag' ? text.tagHint : undefined}
      value={value}
      options={[
        { value: '', label: text.choose },
        ...(options ?? []),
        ...(value !== '' && (gone || options === undefined) ? [{ value, label: gone ? text.gone : '' }] : []),
      ]}
      onChange={onChange}
    />
  );
}

export function HandoversPart({ draft, people, onChange }: PartProps) {
  const text = useText();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? text.former;
  const gave = draft.handovers.map((handover) => handover.from);
  return (
    <section className={styles.part} aria-labelledby="handovers">
      <h2 id="handovers">{text.handovers}</h2>
      <p className={styles.muted}>{text.handoversHint}</p>
      {draft.handovers.length > 0 && (
        <ul className={styles.handovers}>
          {draft.handovers.map((handover) => (
            <li key={handover.from}>
              <span>{text.handover(nameOf(handover.from), nameOf(handover.to))}</span>
              <Button
                size="small"
                aria-label={text.remove(text.handover(nameOf(handover.from), nameOf(handover.to)))}
                onClick={() =>
                  onChange({
                    ...draft,
                    handovers: draft.handovers.filter((one) => one.from !== handover.from),
                  })
                }
              >
                {text.removeShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.rowOfFields}>
        <PersonSelect
          label={text.handFrom}
          value={from}
          people={people.filter(({ id }) => !gave.includes(id))}
          onChange={setFrom}
        />
        <PersonSelect
          label={text.handTo}
          value={to}
          people={people.filter(({ id, reviews }) => reviews && id !== from && !gave.includes(id))}
          onChange={setTo}
        />
        <Button
          size="small"
          disabled={from === '' || to === '' || from === to}
          onClick={() => {
            onChange({ ...draft, handovers: [...draft.handovers, { from, to }] });
            setFrom('');
            setTo('');
          }}
        >
          {text.addHandover}
        </Button>
      </div>
    </section>
  );
}

function PersonSelect({
  label,
  value,
  people,
  onChange,
}: {
  label: string;
  value: string;
  people: readonly Person[];
  onChange: (id: string) => void;
}) {
  const text = useText();
  return (
    <Select
      label={label}
      value={value}
      options={[
        { value: '', label: text.choose },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
