import { expect, it, vi } from 'vitest';
import type { Command, StoredCommand } from '../../api/outbox';
import type { OnRecord, Tag } from '../../api/schema';
import { Notebook, noRemarks, offersFor, remarksOf } from './notebook';

const ann = { id: 'ann', displayName: 'Ann' };
const bob = { id: 'bob', displayName: 'Bob' };

function notebookOf(answers: readonly OnRecord[], waiting: readonly StoredCommand[] = []) {
  const added: Command[] = [];
  const fetch = vi.fn(async (ids: readonly number[]) => answers.filter((on) => ids.includes(on.recordId)));
  const notebook = new Notebook({
    account: 'ann',
    review: 'r',
    outbox: { add: async (command) => void added.push(command), waiting: async () => waiting },
    fetch,
  });
  return { notebook, added, fetch, of: (id: number) => notebook.snapshot().get(id) ?? noRemarks };
}

function noted(recordId: number, text: string): OnRecord {
  return { recordId, notes: [{ recordId, by: ann, text, at: '2026-01-01T00:00:00Z' }], tags: [] };
}

it('shows a note at once and sends it once', () => {
  const { notebook, added, of } = notebookOf([]);
  notebook.write(4, 'A trial', ' ask the authors ');
  notebook.write(4, 'A trial', 'ask the authors');
  expect(of(4).note).toBe('ask the authors');
  expect(added).toMatchObject([
    {
      lane: 'r/remarks/4',
      method: 'PUT',
      path: '/reviews/r/records/4/note',
      body: { text: 'ask the authors' },
    },
  ]);
});

it('puts a tag on and takes it off in the same lane', () => {
  const { notebook, added, of } = notebookOf([]);
  notebook.toggle(4, 'A trial', 't1');
  expect([...of(4).tags.keys()]).toEqual(['t1']);
  notebook.toggle(4, 'A trial', 't1');
  expect([...of(4).tags]).toEqual([]);
  expect(added.map(({ method, lane, path }) => [method, lane, path])).toEqual([
    ['PUT', 'r/remarks/4', '/reviews/r/records/4/tags/t1'],
    ['DELETE', 'r/remarks/4', '/reviews/r/records/4/tags/t1'],
  ]);
});

it('asks for each record once, and again for those that did not come', async () => {
  const { notebook, fetch, of } = notebookOf([noted(1, 'first')]);
  fetch.mockRejectedValueOnce(new Error('no network'));
  notebook.want([1, 2]);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => {
    notebook.want([1, 2]);
    expect(of(1).note).toBe('first');
  });
  expect(fetch).toHaveBeenCalledTimes(2);
});

it('keeps what was written meanwhile or has not been sent over an older answer', async () => {
  const unsent: StoredCommand = {
    sequence: 1,
    addedAt: 0,
    lane: 'r/remarks/2',
    method: 'PUT',
    path: '/reviews/r/records/2/note',
    about: { title: '', act: 'note' },
  };
  const { notebook, of } = notebookOf([noted(1, 'old'), noted(2, 'old'), noted(3, 'old')], [unsent]);
  notebook.want([1, 2, 3]);
  notebook.write(1, '', 'new');
  await vi.waitFor(() => expect(of(3).note).toBe('old'));
  expect([of(1).note, of(2).note]).toEqual(['new', '']);
});

it('tells mine from what others wrote, and from what I wrote on a duplicate', () => {
  const remarks = remarksOf(
    {
      recordId: 1,
      notes: [
        { recordId: 1, by: ann, text: 'mine', at: '' },
        { recordId: 7, by: ann, text: 'on the duplicate', at: '' },
        { recordId: 1, by: bob, text: 'his', at: '' },
      ],
      tags: [
        { id: 't1', name: 'Children', by: ann },
        { id: 't1', name: 'Children', by: bob },
      ],
    },
    'ann',
  );
  expect(remarks.note).toBe('mine');
  expect([...remarks.tags.keys()]).toEqual(['t1']);
  expect(remarks.others.map(({ text }) => text)).toEqual(['on the duplicate', 'his', '#Children']);
});

it('gives a tag another value and takes it off with the same', () => {
  const { notebook, added, of } = notebookOf([]);
  notebook.toggle(4, 'A trial', 't1', 'low');
  notebook.toggle(4, 'A trial', 't1', 'high');
  expect(of(4).tags.get('t1')).toBe('high');
  notebook.toggle(4, 'A trial', 't1', 'high');
  expect(of(4).tags.has('t1')).toBe(false);
  expect(added.map(({ method, body }) => [method, body])).toEqual([
    ['PUT', { value: 'low' }],
    ['PUT', { value: 'high' }],
    ['DELETE', undefined],
  ]);
});

function tagNamed(name: string, more: Partial<Tag> = {}): Tag {
  return { id: name, name, owner: 'member', place: 1, mine: 0, ...more };
}

const offered = (tags: readonly Tag[], typed: string) =>
  offersFor(tags, typed).map(({ tag, value }) => [tag.name, value]);

it('offers tags that begin with what is typed before those that only hold it', () => {
  const tags = ['Preschool children', 'Children', 'Adults'].map((name) => tagNamed(name));
  expect(offered(tags, ' CHI').map(([name]) => name)).toEqual(['Children', 'Preschool children']);
  expect(offered(tags, '')).toHaveLength(3);
});

it('offers a choice with each option, and a text behind a colon of either width', () => {
  const tags = [
    tagNamed('Risk', { kind: 'choice', options: ['low', 'high'] }),
    tagNamed('Country', { kind: 'text' }),
  ];
  expect(offered(tags, 'risk')).toEqual([
    ['Risk', 'low'],
    ['Risk', 'high'],
  ]);
  expect(offered(tags, 'Risk:hi')).toEqual([['Risk', 'high']]);
  expect(offered(tags, 'high')).toEqual([['Risk', 'high']]);
  expect(offered(tags, 'cou')).toEqual([['Country', undefined]]);
  expect(offered(tags, 'country：中国')).toEqual([['Country', '中国']]);
  expect(offered(tags, 'Country: ')).toEqual([['Country', undefined]]);
});
