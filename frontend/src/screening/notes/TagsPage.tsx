import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { reviewQuery } from '../../api/queries';
import type { Tag } from '../../api/schema';
import { newId } from '../../lib/ids';
import { useTitle } from '../../lib/title';
import {
  Button,
  Dialog,
  EmptyState,
  LinkButton,
  PageBody,
  PageHeader,
  ProblemNote,
  Select,
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
  | { readonly kind: 'merge'; readonly tag: Tag }
  | { readonly kind: 'remove'; readonly tag: Tag };

function TagList({ review, stage, tags, owner, changeable }: TagListProps) {
  const text = useScreeningMessages().notes;
  const client = useQueryClient();
  const [name, setName] = useState('');
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
    change.mutate(() => putTag(review, { id: newId(), name: name.trim(), owner, place }), {
      onSuccess: () => setName(''),
    });
  }

  return (
    <section aria-labelledby={`tags-${owner}`}>
      <h2 id={`tags-${owner}`}>{text.lists[owner]}</h2>
      {listed.length === 0 && <EmptyState title={text.none[owner]}>{text.noneText[owner]}</EmptyState>}
      <ul className={styles.tags}>
        {listed.map((tag, i) => (
          <li key={tag.id}>
            <span className={styles.name}>{tag.name}</span>
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
          <Button type="submit" busy={change.isPending}>
            {text.add}
          </Button>
        </form>
      )}
      {asked && (
        <AskedDialog
          asked={asked}
          targets={targets(asked.tag, tags)}
          onClose={() => setAsked(undefined)}
          onRename={(newName) => change.mutate(() => putTag(review, { ...asked.tag, name: newName }))}
          onMerge={(into) => change.mutate(() => mergeTag(review, asked.tag.id, into))}
          onRemove={() => change.mutate(() => removeTag(review, asked.tag.id))}
        />
      )}
    </section>
  );
}

/** What a tag may merge into: the review's only into another of the review's. */
function targets(tag: Tag, tags: readonly Tag[]): readonly Tag[] {
  return tags.filter((other) => other.id !== tag.id && (tag.owner === 'member' || other.owner === 'review'));
}

function AskedDialog({
  asked,
  targets: into,
  onClose,
  onRename,
  onMerge,
  onRemove,
}: {
  asked: Asked;
  targets: readonly Tag[];
  onClose: () => void;
  onRename: (name: string) => void;
  onMerge: (into: string) => void;
  onRemove: () => void;
}) {
  const text = useScreeningMessages().notes;
  const [name, setName] = useState(asked.tag.name);
  const [target, setTarget] = useState(into[0]?.id ?? '');
  const titles = { rename: text.renameTag, merge: text.mergeTag, remove: text.removeTag };
  return (
    <Dialog title={titles[asked.kind](asked.tag.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (asked.kind === 'rename' && name.trim() !== '') onRename(name.trim());
          if (asked.kind === 'merge') onMerge(target);
          if (asked.kind === 'remove') onRemove();
          onClose();
        }}
      >
        {asked.kind === 'rename' && (
          <TextField label={text.newName} value={name} maxLength={60} onChange={setName} />
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
            {{ rename: text.rename, merge: text.merge, remove: text.remove }[asked.kind]}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
