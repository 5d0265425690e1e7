import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Conflict, Policy, Role } from '../../api/schema';
import { renderAt } from '../../test/render';
import { record, screeningServer } from '../../test/screeningReview';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

let reviews = 0;

function conflict(itemId: number, since: string, mine = true): Conflict & { mine: boolean } {
  const vote = (voteId: string, displayName: string, reason: string) => ({
    voteId,
    reviewer: { id: displayName, displayName },
    verdict: 'exclude' as const,
    reasons: [reason],
    at: since,
  });
  const votes = [vote('a', 'Ann', 'r1'), vote('b', 'Bob', 'r2')];
  return { itemId, record: record(itemId), kind: 'reason', since, votes, mine };
}

async function opened(conflicts: readonly Conflict[]) {
  const server = atConflicts(conflicts, 'adjudicator', 'adjudicator');
  await screen.findByRole('heading', { level: 1 });
  return server;
}

function atConflicts(conflicts: readonly Conflict[], role: Role, conflictRule: Policy['conflictRule']) {
  reviews += 1;
  const id = `conflicts-${reviews}`;
  const server = screeningServer({
    id,
    roles: [role],
    policy: { conflictRule },
    more: { [`GET /reviews/${id}/stages/full-text/conflicts`]: { json: { items: conflicts } } },
  });
  renderAt(`/reviews/${id}/conflicts?stage=full-text`);
  return server;
}

function press(key: string) {
  const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
  fireEvent.keyDown(document.body, { key, code });
}

const shown = () => screen.getByRole('heading', { level: 1 }).textContent;

it('begins with the oldest conflict and shows both votes with their reasons', async () => {
  await opened([conflict(8, '2026-03-02T00:00:00Z'), conflict(7, '2026-03-01T00:00:00Z')]);
  expect(shown()).toBe('Record 7');
  const votes = screen.getByRole('group', { name: 'Votes' });
  expect(within(votes).getByText('Ann', { exact: false })).toBeDefined();
  expect(within(votes).getByText('Not randomised')).toBeDefined();
  expect(within(votes).getByText('No cells given')).toBeDefined();
});

it('shows what the voters noted beside their votes', async () => {
  const noted = {
    ...conflict(7, '2026-03-01T00:00:00Z'),
    notes: [
      { by: { id: 'Bob', displayName: 'Bob' }, text: 'Table 1 has no control.', at: '2026-03-01T00:00:00Z' },
    ],
  };
  await opened([noted]);
  const votes = screen.getByRole('group', { name: 'Votes' });
  const [ann, bob] = within(votes)
    .getAllByRole('listitem')
    .filter((one) => one.dataset['verdict']);
  expect(bob?.textContent).toContain('Table 1 has no control.');
  expect(ann?.textContent).not.toContain('Table 1');
});

it('shows what each voter quoted, and for which reason', async () => {
  const given = conflict(7, '2026-03-01T00:00:00Z');
  const [ann, bob] = given.votes;
  if (!ann || !bob) throw new Error('two votes');
  const quoted = {
    ...given,
    votes: [
      { ...ann, evidence: [{ quote: 'Allotted by birthday.', page: 3, reasonId: 'r1' }] },
      { ...bob, evidence: [{ quote: '未说明细胞来源', documentId: 'gone', page: 2 }] },
    ],
  };
  await opened([quoted]);
  const votes = screen.getByRole('group', { name: 'Votes' });
  const [first, second] = within(votes)
    .getAllByRole('listitem')
    .filter((one) => one.dataset['verdict']);
  expect(first?.textContent).toContain('Allotted by birthday.');
  expect(first?.textContent).toContain('page 3');
  expect(first?.textContent).toContain('for: Not randomised');
  expect(second?.textContent).toContain('未说明细胞来源');
  expect(second?.textContent).toContain('(document removed)');
});

it('settles with a number key and the comment, and takes the last one back', async () => {
  const server = await opened([conflict(7, '2026-03-01T00:00:00Z'), conflict(8, '2026-03-02T00:00:00Z')]);
  fireEvent.change(screen.getByRole('textbox', { name: /Comment/ }), {
    target: { value: ' Table 1 says so. ' },
  });
  press('2');
  expect(shown()).toBe('Record 8');
  await waitFor(() => expect(server.calls('PUT', /records\/7\/adjudications\//)).toHaveLength(1));
  const [sent] = server.calls('PUT', /adjudications/);
  expect(sent?.body).toEqual({ verdict: 'exclude', reasons: ['r2'], comment: 'Table 1 says so.' });
  press('z');
  expect(shown()).toBe('Record 7');
  await waitFor(() => expect(server.calls('DELETE', sent?.path ?? '')).toHaveLength(1));
});

it('does not let the key that settled one conflict settle the next', async () => {
  await opened([1, 2, 3].map((n) => conflict(n, `2026-03-0${n}T00:00:00Z`)));
  press('i');
  press('i');
  expect(shown()).toBe('Record 2');
});

it('leaves alone what this adjudicator voted on', async () => {
  const server = await opened([conflict(7, '2026-03-01T00:00:00Z', false)]);
  press('i');
  expect(shown()).toBe('Record 7');
  expect(screen.getByText('You voted on this record; somebody else settles it.')).toBeDefined();
  expect(server.calls('PUT', /records\/7\/adjudications/)).toEqual([]);
});

it('is closed to a reviewer, unless reviewers agree by consensus', async () => {
  atConflicts([conflict(7, '2026-03-01T00:00:00Z')], 'reviewer', 'adjudicator');
  expect(await screen.findByText('Conflicts are for adjudicators')).toBeDefined();
  cleanup();
  atConflicts([conflict(7, '2026-03-01T00:00:00Z')], 'reviewer', 'consensus');
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Record 7');
});

function withThread(itemId: number, thread: object) {
  reviews += 1;
  const id = `conflicts-${reviews}`;
  const at = `/reviews/${id}/stages/full-text`;
  const server = screeningServer({
    id,
    roles: ['adjudicator'],
    policy: { conflictRule: 'adjudicator' },
    more: {
      [`GET ${at}/conflicts`]: {
        json: {
          items: [conflict(itemId, '2026-03-01T00:00:00Z'), conflict(itemId + 1, '2026-03-02T00:00:00Z')],
        },
      },
      [`GET ${at}/records/${itemId}/thread`]: { json: thread },
    },
  });
  renderAt(`/reviews/${id}/conflicts?stage=full-text`);
  return server;
}

it('shows the discussion and sends a message with an id of its own', async () => {
  const server = withThread(7, {
    messages: [
      { id: 'm', author: { id: 'e', displayName: 'Eve' }, text: 'A protocol?', at: '2026-03-03T00:00:00Z' },
    ],
    returns: [],
  });
  expect(await screen.findByText('A protocol?')).toBeDefined();
  fireEvent.change(screen.getByRole('textbox', { name: 'Message' }), { target: { value: ' Yes. ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(server.calls('PUT', /records\/7\/thread\/messages\/.+/)).toHaveLength(1));
  expect(server.calls('PUT', /messages/)[0]?.body).toEqual({ text: 'Yes.' });
});

it('sends a conflict back to both and goes on to the next', async () => {
  const server = withThread(7, { messages: [], returns: [] });
  fireEvent.click(await screen.findByRole('button', { name: 'Send back to both' }));
  await waitFor(() => expect(shown()).toBe('Record 8'));
  expect(server.calls('PUT', /records\/7\/returns\/.+/)).toHaveLength(1);
  press('k');
  expect(screen.getByText('Sent back; both vote on it anew.')).toBeDefined();
});

it('takes the mark for unclear criteria away again', async () => {
  const server = withThread(7, {
    messages: [],
    returns: [],
    unclear: {
      by: { id: 'e', displayName: 'Eve' },
      comment: 'Is a protocol a trial?',
      at: '2026-03-03T00:00:00Z',
    },
  });
  expect(await screen.findByText(/the criteria are unclear here. Is a protocol a trial/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Criteria unclear', pressed: true }));
  await waitFor(() => expect(server.calls('DELETE', /records\/7\/unclear/)).toHaveLength(1));
});
