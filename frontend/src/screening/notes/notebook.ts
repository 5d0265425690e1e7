import type { Outbox } from '../../api/outbox';
import type { OnRecord, Tag } from '../../api/schema';

/** What I see on a record besides the record itself. */
export interface Remarks {
  readonly note: string;
  /** My tags by id, with what they say here; plain ones say nothing. */
  readonly tags: ReadonlyMap<string, string>;
  /** Of others, once votes are revealed, and what I wrote on a duplicate of the record. */
  readonly others: readonly { readonly by: string; readonly text: string }[];
}

export const noRemarks: Remarks = { note: '', tags: new Map(), others: [] };

interface NotebookParts {
  readonly account: string;
  readonly review: string;
  readonly outbox: Pick<Outbox, 'add' | 'waiting'>;
  readonly fetch: (ids: readonly number[]) => Promise<readonly OnRecord[]>;
}

/** My notes and tags on the records that are here. A change shows at once and reaches the server by the outbox. */
export class Notebook {
  readonly #parts: NotebookParts;
  readonly #listeners = new Set<() => void>();
  readonly #asked = new Set<number>();
  readonly #changed = new Set<number>();
  #pages: ReadonlyMap<number, Remarks> = new Map();

  constructor(parts: NotebookParts) {
    this.#parts = parts;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  snapshot = (): ReadonlyMap<number, Remarks> => this.#pages;

  /** Fetches what is not here yet. A record whose remarks do not come is asked for again the next time. */
  want(ids: readonly number[]): void {
    const missing = ids.filter((id) => !this.#asked.has(id));
    if (missing.length === 0) return;
    missing.forEach((id) => this.#asked.add(id));
    void this.#fetch(missing);
  }

  write(record: number, title: string, note: string): void {
    const text = note.trim();
    if (text === this.#of(record).note) return;
    this.#change(record, { ...this.#of(record), note: text });
    this.#send('PUT', record, 'note', { text }, title, 'note');
  }

  /** Puts a tag on, or takes it off when it says the same already. */
  toggle(record: number, title: string, tag: string, value = ''): void {
    const tags = new Map(this.#of(record).tags);
    const off = tags.get(tag) === value;
    if (off) tags.delete(tag);
    else tags.set(tag, value);
    this.#change(record, { ...this.#of(record), tags });
    const body = value === '' ? {} : { value };
    this.#send(off ? 'DELETE' : 'PUT', record, `tags/${tag}`, body, title, off ? 'untag' : 'tag');
  }

  #of(record: number): Remarks {
    return this.#pages.get(record) ?? noRemarks;
  }

  #change(record: number, remarks: Remarks): void {
    this.#changed.add(record);
    this.#publish(new Map(this.#pages).set(record, remarks));
  }

  async #fetch(ids: readonly number[]): Promise<void> {
    try {
      const unsent = new Set(
        (await this.#parts.outbox.waiting()).map(({ lane }) => Number(lane.replace(this.#prefix, ''))),
      );
      const pages = new Map(this.#pages);
      for (const on of await this.#parts.fetch(ids)) {
        // What was changed here meanwhile, or has not reached the server, is newer than its answer.
        if (!this.#changed.has(on.recordId) && !unsent.has(on.recordId)) {
          pages.set(on.recordId, remarksOf(on, this.#parts.account));
        }
      }
      this.#publish(pages);
    } catch {
      ids.forEach((id) => this.#asked.delete(id));
    }
  }

  get #prefix(): string {
    return `${this.#parts.review}/remarks/`;
  }

  #send(
    method: 'PUT' | 'DELETE',
    record: number,
    what: string,
    body: unknown,
    title: string,
    act: string,
  ): void {
    void this.#parts.outbox.add({
      lane: `${this.#prefix}${record}`,
      method,
      path: `/reviews/${this.#parts.review}/records/${record}/${what}`,
      ...(method === 'PUT' && { body }),
      about: { title, act },
    });
  }

  #publish(pages: ReadonlyMap<number, Remarks>): void {
    this.#pages = pages;
    for (const listener of this.#listeners) listener();
  }
}

export function remarksOf(on: OnRecord, account: string): Remarks {
  const own = (note: OnRecord['notes'][number]) => note.by.id === account && note.recordId === on.recordId;
  return {
    note: on.notes.find(own)?.text ?? '',
    tags: new Map(on.tags.filter(({ by }) => by.id === account).map(({ id, value = '' }) => [id, value])),
    others: [
      ...on.notes.filter((note) => !own(note)).map(({ by, text }) => ({ by: by.displayName, text })),
      ...on.tags
        .filter(({ by }) => by.id !== account)
        .map(({ by, name, value }) => ({ by: by.displayName, text: `#${tagText(name, value)}` })),
    ],
  };
}

/** A tag with what it says. */
export function tagText(name: string, value = ''): string {
  return value === '' ? name : `${name}: ${value}`;
}

/** What Enter or a click does with a tag: it goes on with a value, or its text has still to be typed. */
export interface Offer {
  readonly tag: Tag;
  /** Absent while the text of the tag is missing. */
  readonly value?: string;
}

/**
 * Tags that hold what was typed, those that begin with it first. A choice is offered with each of its options; a text
 * is what follows the name and a colon.
 */
export function offersFor(tags: readonly Tag[], typed: string): readonly Offer[] {
  const wanted = typed.trim().toLowerCase();
  const all = tags.flatMap((tag): Offer[] => {
    if (tag.kind === 'choice') return (tag.options ?? []).map((value) => ({ tag, value }));
    return [tag.kind === 'text' ? textOffer(tag, typed) : { tag, value: '' }];
  });
  if (wanted === '') return all;
  const label = ({ tag, value }: Offer) => tagText(tag.name, value).toLowerCase();
  const asked = wanted.replace(/\s*[:：]\s*/, ': ');
  const fits = (offer: Offer) => label(offer).includes(asked) || isBegun(offer, typed);
  const begins = (offer: Offer) => (label(offer).startsWith(asked) || isBegun(offer, typed) ? 0 : 1);
  return all.filter(fits).sort((a, b) => begins(a) - begins(b));
}

/** The text that is typed behind a tag's name and a colon. */
function textOffer(tag: Tag, typed: string): Offer {
  const behind = isNamed(tag, typed)
    ? typed
        .trim()
        .slice(tag.name.length)
        .replace(/^\s*[:：]/, '')
        .trim()
    : '';
  return behind === '' ? { tag } : { tag, value: behind };
}

function isNamed({ name }: Tag, typed: string): boolean {
  const text = typed.trim();
  return text.toLowerCase().startsWith(name.toLowerCase()) && /^\s*[:：]/.test(text.slice(name.length));
}

function isBegun({ tag }: Offer, typed: string): boolean {
  return tag.kind === 'text' && isNamed(tag, typed);
}
