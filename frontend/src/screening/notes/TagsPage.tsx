import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { reviewQuery } from '../../api/queries';
import type { Tag, TagKind } from '../../api/schema';
import { useFormat } from '../../lib/i18n';
import { newId } from '../../lib/ids';
import { useTitle } from '../../lib/title';
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  LinkButton,
  PageBody,
  PageHeader,
  ProblemNote,
  Select,
  TextArea,
  TextField,
} from '../../ui';
import { Loaded } from '../../ui/Loaded';
import { useScreeningMessages } from '../messages';
import { mergeTag, putTag, removeTag, tagsQuery } from './api';
import styles from './notes.module.css';

/** My tags and the review's: made, renamed, ordered, merged and deleted. */
export function TagsPage() {
  const { reviewId = '', stage = '' } = useParams();
  const text = useScreeningMessages().notes;
  const tags = useQuery(tagsQuery(reviewId));
  const lead = useQuery(reviewQuery(reviewId)).data?.roles.includes('lead') ?? false;
  useTitle(text.tagsTitle);
  return (
    <PageBody>
      <PageHeader
        title={text.tagsTitle}
        actions={<LinkButton to={`/reviews/${reviewId}/screening/${stage}`}>{text.back}</LinkButton>}
      >
        {text.tagsText}
      </PageHeader>
      <Loaded query={tags}>
        {(all) => (
          <>
            <TagList review={reviewId} stage={stage} tags={all} owner="member" changeable />
            <TagList review={reviewId} stage={stage} tags={all} owner="review" changeable={lead} />
          </>
        )}
      </Loaded>
    </PageBody>
  );
}

interface TagListProps {
  review: string;
  stage: string;
  tags: readonly Tag[];
  owner: Tag['owner'];
  changeable: boolean;
}

type Asked =
  | { readonly kind: 'rename'; readonly tag: Tag }
  | { readonly kind: 'options'; readonly tag: Tag }
  | { readonly kind: 'merge'; readonly tag: Tag }
  | { readonly kind: 'remove'; readonly tag: Tag };

function TagList({ review, stage, tags, owner, changeable }: TagListProps) {
  const text = useScreeningMessages().notes;
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<TagKind>('plain');
  const [options, setOptions] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const listed = tags.filter((tag) => tag.owner === owner);
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: ['review', review, 'annotation'] }),
  });

  /** The two change places. */
  function move(tag: Tag, by: 1 | -1) {
    const order = [...listed];
    const at = order.indexOf(tag);
    const other = order[at + by];
    if (other === undefined) return;
    order[at + by] = tag;
    order[at] = other;
    change.mutate(async () => {
      for (const [place, one] of order.entries())
        if (one.place !== place + 1) await putTag(review, { ...one, place: place + 1 });
    });
  }

  function make() {
    const place = Math.max(0, ...listed.map((tag) => tag.place)) + 1;
    const tag = { id: newId(), name: name.trim(), owner, place, kind, options: optionsIn(options) };
    change.mutate(() => putTag(review, tag), {
      onSuccess: () => {
        setName('');
        setOptions('');
      },
    });
  }

  return (
    <section aria-labelledby={`tags-${owner}`}>
      <h2 id={`tags-${owner}`}>{text.lists[owner]}</h2>
      {listed.length === 0 && <EmptyState title={text.none[owner]}>{text.noneText[owner]}</EmptyState>}
      <ul className={styles.tags}>
        {listed.map((tag, i) => (
          <li key={tag.id}>
            <span className={styles.name}>
              {tag.name} {tag.kind && tag.kind !== 'plain' && <Badge>{text.kindShort[tag.kind]}</Badge>}
              <Values review={review} stage={stage} tag={tag} />
            </span>
            <span className={styles.count}>{text.onRecords(tag.mine)}</span>
            <span className={styles.acts}>
              <LinkButton size="small" to={`/reviews/${review}/screening/${stage}/decisions?tag=${tag.id}`}>
                {text.decisions}
              </LinkButton>
              {changeable && (
                <>
                  <Button
                    size="small"
                    disabled={i === 0}
                    aria-label={text.up(tag.name)}
                    onClick={() => move(tag, -1)}
                  >
                    {'↑'}
                  </Button>
                  <Button
                    size="small"
                    disabled={i === listed.length - 1}
                    aria-label={text.down(tag.name)}
                    onClick={() => move(tag, 1)}
                  >
                    {'↓'}
                  </Button>
                  <Button
                    size="small"
                    aria-label={text.renameTag(tag.name)}
                    onClick={() => setAsked({ kind: 'rename', tag })}
                  >
                    {text.rename}
                  </Button>
                  {tag.kind === 'choice' && (
                    <Button
                      size="small"
                      aria-label={text.optionsOf(tag.name)}
                      onClick={() => setAsked({ kind: 'options', tag })}
                    >
                      {text.options}
                    </Button>
                  )}
                  <Button
                    size="small"
                    aria-label={text.mergeTag(tag.name)}
                    disabled={targets(tag, tags).length === 0}
                    onClick={() => setAsked({ kind: 'merge', tag })}
                  >
                    {text.merge}
                  </Button>
                  <Button
                    size="small"
                    aria-label={text.removeTag(tag.name)}
                    onClick={() => setAsked({ kind: 'remove', tag })}
                  >
                    {text.remove}
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {change.isError && <ProblemNote problem={change.error} />}
      {changeable && (
        <form
          className={styles.new}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') make();
          }}
        >
          <TextField label={text.newTag[owner]} value={name} maxLength={60} onChange={setName} />
          <Select
            label={text.kind}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: text.kinds[one] }))}
            onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? 'plain')}
          />
          {kind === 'choice' && (
            <TextArea
              label={text.options}
              hint={text.optionsHint}
              value={options}
              rows={3}
              onChange={setOptions}
            />
          )}
          <Button
            type="submit"
            busy={change.isPending}
            disabled={kind === 'choice' && optionsIn(options).length === 0}
          >
            {text.add}
          </Button>
        </form>
      )}
      {asked && (
        <AskedDialog
          asked={asked}
          targets={targets(asked.tag, tags)}
          onClose={() => setAsked(undefined)}
          onOptions={(now) => change.mutate(() => putTag(review, { ...asked.tag, options: now }))}
          onRename={(newName) => change.mutate(() => putTag(review, { ...asked.tag, name: newName }))}
          onMerge={(into) => change.mutate(() => mergeTag(review, asked.tag.id, into))}
          onRemove={() => change.mutate(() => removeTag(review, asked.tag.id))}
        />
      )}
    </section>
  );
}

const kinds: readonly TagKind[] = ['plain', 'choice', 'text'];

/** One a line, none twice. */
function optionsIn(typed: string): string[] {
  return [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** What a tag says on my records, each leading to the decisions on these. */
function Values({ review, stage, tag }: { review: string; stage: string; tag: Tag }) {
  const format = useFormat();
  const { values = [] } = tag;
  const { options = [] } = tag;
  const place = (value: string) => (options.includes(value) ? options.indexOf(value) : options.length);
  const shown =
    tag.kind === 'choice'
      ? [
          ...options
            .filter((one) => !values.some(({ value }) => value === one))
            .map((value) => ({ value, mine: 0 })),
          ...values,
        ].sort((a, b) => place(a.value) - place(b.value))
      : values;
  if (shown.length === 0) return null;
  return (
    <ul className={styles.values}>
      {shown.map(({ value, mine }) => (
        <li key={value}>
          <Link
            to={`/reviews/${review}/screening/${stage}/decisions?${new URLSearchParams({ tag: tag.id, value }).toString()}`}
          >
            {value}
          </Link>{' '}
          <span className={styles.count}>{format.number(mine)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a tag may merge into: one of its kind, and the review's only into another of the review's. */
function targets(tag: Tag, tags: readonly Tag[]): readonly Tag[] {
  return tags.filter(
    (other) =>
      other.id !== tag.id &&
      (other.kind ?? 'plain') === (tag.kind ?? 'plain') &&
      (tag.owner === 'member' || other.owner === 'review'),
  );
}

function AskedDialog({
  asked,
  targets: into,
  onClose,
  onRename,
  onOptions,
  onMerge,
  onRemove,
}: {
  asked: Asked;
  targets: readonly Tag[];
  onClose: () => void;
  onRename: (name: string) => void;
  onOptions: (options: string[]) => void;
  onMerge: (into: string) => void;
  onRemove: () => void;
}) {
  const text = useScreeningMessages().notes;
  const [name, setName] = useState(asked.tag.name);
  const [target, setTarget] = useState(into[0]?.id ?? '');
  const [options, setOptions] = useState(asked.tag.options?.join('\n') ?? '');
  const titles = {
    rename: text.renameTag,
    options: text.optionsOf,
    merge: text.mergeTag,
    remove: text.removeTag,
  };
  return (
    <Dialog title={titles[asked.kind](asked.tag.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.kind === 'rename' && name.trim() !== '') onRename(name.trim());
          if (asked.kind === 'options' && optionsIn(options).length > 0) onOptions(optionsIn(options));
          if (asked.kind === 'merge') onMerge(target);
          if (asked.kind === 'remove') onRemove();
          onClose();
        }}
      >
        {asked.kind === 'rename' && (
          <TextField label={text.newName} value={name} maxLength={60} onChange={setName} />
        )}
        {asked.kind === 'options' && (
          <TextArea
            label={text.options}
            hint={text.optionsChangeHint}
            value={options}
            rows={6}
            onChange={setOptions}
          />
        )}
        {asked.kind === 'merge' && (
          <Select
            label={text.mergeInto}
            hint={text.mergeHint}
            value={target}
            options={into.map((tag) => ({ value: tag.id, label: tag.name }))}
            onChange={setTarget}
          />
        )}
        {asked.kind === 'remove' && <p>{text.removeText(asked.tag.mine)}</p>}
        <p>
          <Button type="submit" kind="primary">
            {
              { rename: text.rename, options: text.saveOptions, merge: text.merge, remove: text.remove }[
                asked.kind
              ]
            }
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
