import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ReviewRecord, Tag } from '../../api/schema';
import { newId } from '../../lib/ids';
import { ProblemNote } from '../../ui';
import { focusRecord } from '../../ui/reader/focus';
import { useScreeningMessages } from '../messages';
import { putTag, tagsQuery } from './api';
import { offersFor, tagText, type Notebook, type Offer, type Remarks } from './notebook';
import styles from './notes.module.css';

interface NotesPanelProps {
  review: string;
  record: ReviewRecord;
  remarks: Remarks;
  notebook: Notebook;
  /** Which field the keyboard asked for; changes its number each time. */
  wanted: { readonly field: 'note' | 'tags'; readonly time: number } | undefined;
  noteKey: string | undefined;
  tagsKey: string | undefined;
}

/** My note and my tags on the record; of others only what the server lets me see. */
export function NotesPanel({ review, record, remarks, notebook, wanted, noteKey, tagsKey }: NotesPanelProps) {
  const text = useScreeningMessages().notes;
  const client = useQueryClient();
  const tags = useQuery(tagsQuery(review)).data ?? [];
  const [draft, setDraft] = useState(remarks.note);
  const [known, setKnown] = useState(remarks.note);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const note = useRef<HTMLTextAreaElement>(null);
  const tagField = useRef<HTMLInputElement>(null);
  const latest = useRef(draft);
  const title = record.title ?? '';

  // The note came from the server after the record was shown, and nobody has typed yet.
  if (remarks.note !== known) {
    setKnown(remarks.note);
    if (draft === known) setDraft(remarks.note);
  }

  useEffect(() => {
    latest.current = draft;
  });
  // A vote by its button leaves the record without leaving the field.
  useEffect(() => () => notebook.write(record.id, title, latest.current), [notebook, record.id, title]);

  useEffect(() => {
    if (wanted?.field === 'note') note.current?.focus();
    if (wanted?.field === 'tags') tagField.current?.focus();
  }, [wanted]);

  const matching = offersFor(tags, typed);
  const isNew =
    typed.trim() !== '' && !tags.some((tag) => same(tag.name, typed)) && !matching.some(isBeingTyped);
  const chosen = tags.filter((tag) => remarks.tags.has(tag.id));

  function toggle({ tag, value }: Offer) {
    if (value === undefined) {
      setTyped(`${tag.name}: `);
      tagField.current?.focus();
      return;
    }
    notebook.toggle(record.id, title, tag.id, value);
    setTyped('');
  }

  function isBeingTyped({ tag, value }: Offer): boolean {
    return tag.kind === 'text' && value !== undefined;
  }

  async function make() {
    const place = Math.max(0, ...tags.filter(({ owner }) => owner === 'member').map((tag) => tag.place)) + 1;
    const tag: Tag = { id: newId(), name: typed.trim(), owner: 'member', place, mine: 0 };
    try {
      await putTag(review, tag);
      setFailure(undefined);
      client.setQueryData(tagsQuery(review).queryKey, (before: Tag[] = []) => [...before, tag]);
      toggle({ tag, value: '' });
    } catch (problem) {
      setFailure(problem);
    }
  }

  return (
    <div className={styles.panel}>
      <label className={styles.head} htmlFor="my-note">
        {text.note} {noteKey !== undefined && <kbd aria-hidden="true">{noteKey}</kbd>}
      </label>
      <textarea
        id="my-note"
        ref={note}
        className={styles.note}
        rows={draft === '' ? 1 : 3}
        maxLength={10_000}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => notebook.write(record.id, title, draft)}
      />
      <label className={styles.head} htmlFor="my-tags">
        {text.tags} {tagsKey !== undefined && <kbd aria-hidden="true">{tagsKey}</kbd>}
      </label>
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={text.onThis}>
          {chosen.map((tag) => (
            <li key={tag.id}>
              <button
                type="button"
                aria-label={text.takeOff(tagText(tag.name, remarks.tags.get(tag.id)))}
                onClick={() => toggle({ tag, value: remarks.tags.get(tag.id) ?? '' })}
              >
                {tagText(tag.name, remarks.tags.get(tag.id))} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id="my-tags"
        ref={tagField}
        className={styles.field}
        value={typed}
        maxLength={60}
        autoComplete="off"
        aria-describedby="my-tags-hint"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          const [first] = matching;
          if (typed.trim() === '') focusRecord();
          else if (first) toggle(first);
          else void make();
        }}
      />
      {typed !== '' && (
        <ul className={styles.offered}>
          {matching.slice(0, 8).map((offer) => (
            <li key={`${offer.tag.id} ${offer.value ?? ''}`}>
              <button
                type="button"
                aria-pressed={remarks.tags.get(offer.tag.id) === offer.value}
                onClick={() => toggle(offer)}
              >
                {offer.value === undefined
                  ? text.typeText(offer.tag.name)
                  : tagText(offer.tag.name, offer.value)}
              </button>
            </li>
          ))}
          {isNew && (
            <li>
              <button type="button" onClick={() => void make()}>
                {text.make(typed.trim())}
              </button>
            </li>
          )}
        </ul>
      )}
      <p id="my-tags-hint" className={styles.hint}>
        {text.private} <Link to="tags">{text.manage}</Link>
      </p>
      {failure !== undefined && <ProblemNote problem={failure} />}
      {remarks.others.length > 0 && (
        <>
          <p className={styles.head}>{text.ofOthers}</p>
          <ul className={styles.others}>
            {remarks.others.map((other, i) => (
              <li key={i}>
                <b>{other.by}</b>: {other.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
