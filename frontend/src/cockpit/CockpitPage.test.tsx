import { configure, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Cockpit } from '../api/schema';
import { renderAt } from '../test/render';
import { screeningServer } from '../test/screeningReview';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

const since = '2026-03-01T00:00:00Z';

const cockpit: Cockpit = {
  blinded: false,
  paceDays: 7,
  stages: [
    {
      stage: 'title-abstract',
      closed: false,
      since,
      items: 40,
      reviewers: [
        { id: 'a', displayName: 'Ann', voted: 30, remaining: 10, lately: 12, lastVoteAt: since },
        { id: 'b', displayName: 'Bob', voted: 0, remaining: 40, lately: 0 },
      ],
      votesMissing: 50,
      halfScreened: 30,
      expectedOn: '2026-04-01T00:00:00Z',
      decided: 0,
      conflicts: [{ atMostDays: 1, conflicts: 0 }, { atMostDays: 7, conflicts: 3 }, { conflicts: 2 }],
    },
  ],
  warnings: [
    { code: 'no-abstract', count: 4 },
    { code: 'one-verdict', count: 120, displayName: 'Ann' },
  ],
};

function at(id: string, json: Cockpit) {
  const trend = {
    stretches: [
      { from: 1, to: 100, until: since, percent: 0.9, ac1: { value: 0.85 } },
      { from: 101, to: 130, until: since, percent: 0.8 },
    ],
  };
  const server = screeningServer({
    id,
    roles: ['lead'],
    more: {
      [`GET /reviews/${id}/cockpit`]: { json },
      [`GET /reviews/${id}/stages/title-abstract/agreement/trend`]: { json: trend },
    },
  });
  renderAt(`/reviews/${id}/progress`);
  return server;
}

it('tells what everybody has done, what is missing and when it will be there', async () => {
  at('cockpit-1', cockpit);
  const people = await screen.findByRole('table', { name: 'Reviewers' });
  expect(within(people).getByRole('row', { name: /^Ann/ }).textContent).toContain('301012');
  expect(within(people).getByRole('row', { name: /^Bob/ }).textContent).toContain('not yet');
  expect(screen.getByText(/50 votes are missing · 30 records are half screened · At the pace/)).toBeDefined();
});

it('lists conflicts by age and what should be looked at', async () => {
  at('cockpit-2', cockpit);
  const ages = await screen.findByRole('table', { name: 'Conflicts by age' });
  expect(within(ages).getByRole('row', { name: /^1 to 7 days/ }).textContent).toBe('1 to 7 days3');
  expect(within(ages).getByRole('row', { name: /^more than 7 days/ }).textContent).toBe('more than 7 days2');
  expect(screen.getByText('4 records have no abstract.')).toBeDefined();
  expect(screen.getByText('Ann gave the same decision on all 120 records.')).toBeDefined();
});

it('draws how agreement goes on, and says its numbers', async () => {
  at('cockpit-trend', cockpit);
  expect(await screen.findByRole('img', { name: 'Agreement so far' })).toBeDefined();
  expect(screen.getByText('0.80', { selector: 'b' })).toBeDefined();
  const numbers = screen.getByRole('table', { name: 'Agreement so far', hidden: true });
  expect(within(numbers).getByRole('row', { name: /^1–100/, hidden: true }).textContent).toContain(
    '0.900.85',
  );
  expect(within(numbers).getByRole('row', { name: /^101–130/, hidden: true }).textContent).toContain('0.80–');
});

it('says to a lead who votes what is left out', async () => {
  const known = { closed: false, since, items: 40, reviewers: [], votesMissing: 50, halfScreened: 30 };
  const server = at('cockpit-3', {
    blinded: true,
    paceDays: 7,
    stages: [{ stage: 'title-abstract', ...known }],
    warnings: [],
  });
  expect(await screen.findByText(/You vote, so this page tells how much was done/)).toBeDefined();
  expect(screen.queryByRole('table', { name: 'Conflicts by age' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Agreement and its trend' })).toBeNull();
  expect(server.calls('GET', /agreement\/trend/)).toEqual([]);
});
