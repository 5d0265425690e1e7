import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { AgreementPair, ReviewerAgreement } from '../api/schema';
import { renderAt } from '../test/render';
import { screeningServer } from '../test/screeningReview';
import { problem } from '../test/server';
import { decimals, interval } from './figures';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

const pair: AgreementPair = {
  first: { id: 'a', displayName: 'Ann' },
  second: { id: 'b', displayName: 'Bob' },
  measures: {
    items: 200,
    table: [
      [0, 12],
      [0, 188],
    ],
    skewed: true,
    percent: { value: 0.94, low: 0.898, high: 0.965 },
    kappa: { value: 0 },
    pabak: { value: 0.88, standardError: 0.03, low: 0.81, high: 0.95 },
    negativeAgreement: { value: 0.97, low: 0.9, high: 1.02 },
  },
  trend: [
    { from: 1, to: 100, until: '2026-03-01T00:00:00Z', percent: { value: 0.9 }, pabak: { value: 0.8 } },
    { from: 101, to: 200, until: '2026-03-02T00:00:00Z', percent: { value: 0.98 }, pabak: { value: 0.96 } },
  ],
  byReason: [{ reason: 'r1', both: 3, first: 1, second: 0, positiveAgreement: { value: 0.86 } }],
  confusions: [{ first: 'r1', second: 'r2', items: 2 }],
};

const divides = [
  { reason: 'r1', both: 6, againstInclusion: 1, againstOther: 1 },
  { reason: 'r2', both: 2, againstInclusion: 0, againstOther: 1 },
];

function at(id: string, agreement: object) {
  const server = screeningServer({
    id,
    roles: ['lead'],
    more: { [`GET /reviews/${id}/stages/title-abstract/agreement`]: agreement },
  });
  renderAt(`/reviews/${id}/agreement`);
  return server;
}

function answer(pairs: AgreementPair[]): { json: ReviewerAgreement } {
  return { json: { classes: ['include', 'exclude'], pairs, together: { raters: 2, items: 200 }, divides } };
}

it('shows kappa, PABAK, positive agreement and the table together, and what is undefined as such', async () => {
  at('agreement-1', answer([pair]));
  const measures = await screen.findByRole('table', { name: 'Measures' });
  const row = (name: RegExp) => within(measures).getByRole('row', { name }).textContent;
  expect(row(/^PABAK/)).toBe('PABAK0.880.81 – 0.95');
  expect(row(/^Cohen/)).toBe('Cohen’s kappa0.00');
  expect(row(/^Positive/)).toBe('Positive agreementn/a');
  const table = screen.getByRole('table', { name: 'Votes of both' });
  expect(within(table).getByRole('row', { name: /^Exclude/ }).textContent).toBe('Exclude0188');
});

it('warns where nearly all votes are alike', async () => {
  at('agreement-2', answer([pair]));
  expect(await screen.findByText(/Kappa is then low although the two agree/)).toBeDefined();
});

it('draws the trend and says its numbers', async () => {
  at('agreement-3', answer([pair]));
  expect(await screen.findByRole('img', { name: /^Over time/ })).toBeDefined();
  const numbers = screen.getByRole('table', { name: 'Over time', hidden: true });
  expect(within(numbers).getByRole('row', { name: /^101–200/, hidden: true }).textContent).toContain('0.98');
});

it('asks for other votes when they are chosen, and links to the same as a file', async () => {
  const server = at('agreement-4', answer([pair]));
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Votes' }), 'final');
  expect(screen.getByRole('link', { name: 'Measures as CSV' }).getAttribute('href')).toContain('votes=final');
  expect(server.calls('GET', /agreement/).length).toBeGreaterThan(1);
});

it('says to those who vote why they see nothing', async () => {
  at('agreement-5', problem(403, 'blinded', 'Not yet.'));
  expect(await screen.findByText('Not while you still vote')).toBeDefined();
  cleanup();
});

it('shows no interval above full agreement', () => {
  expect(interval({ value: 0.97, low: 0.9, high: 1.02 })).toBe('0.90 – 1.00');
  expect(interval({ value: 0 })).toBe('');
  expect(decimals(-0.05)).toBe('−0.05');
});

it('says over which reasons people part', async () => {
  at('agreement-divides', answer([pair]));
  const table = await screen.findByRole('table', { name: 'Over which criteria people part' });
  expect(within(table).getByRole('row', { name: /^Not randomised/ }).textContent).toBe(
    'Not randomised61125%',
  );
});
