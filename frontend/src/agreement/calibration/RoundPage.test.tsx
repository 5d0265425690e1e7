import { cleanup, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { CalibrationRound, CalibrationRoundWhole } from '../../api/schema';
import { renderAt } from '../../test/render';
import { record, screeningServer } from '../../test/screeningReview';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

const ann = { id: 'a', displayName: 'Ann' };
const bob = { id: 'b', displayName: 'Bob' };
const hidden: CalibrationRound = {
  id: 'round',
  number: 2,
  records: 2,
  seed: 5,
  protocolVersion: 1,
  openedBy: ann,
  openedAt: '2026-01-01T00:00:00Z',
};
const together = { raters: 2, items: 2, percent: 0.5, ac1: { value: 0.2, low: -0.5, high: 0.9 } };
const at = '2026-01-02T00:00:00Z';
const whole: CalibrationRoundWhole = {
  round: { ...hidden, revealedAt: at, agreement: together },
  items: [
    {
      itemId: 7,
      record: record(7),
      differs: true,
      votes: [
        { reviewer: ann, verdict: 'include', reasons: [], at },
        { reviewer: bob, verdict: 'exclude', reasons: ['r1'], at },
      ],
      messages: [{ id: 'm', author: bob, text: 'A cohort, not a trial', at }],
    },
    {
      itemId: 3,
      record: record(3),
      differs: false,
      votes: [{ reviewer: ann, verdict: 'maybe', reasons: [], at }],
      messages: [],
    },
  ],
  agreement: {
    classes: ['include', 'exclude'],
    pairs: [
      {
        first: ann,
        second: bob,
        measures: {
          items: 2,
          table: [
            [0, 1],
            [0, 1],
          ],
          skewed: false,
          percent: { value: 0.5 },
        },
        trend: [],
        byReason: [],
        confusions: [],
      },
    ],
    together,
    divides: [{ reason: 'r1', both: 1, againstInclusion: 3, againstOther: 0 }],
  },
};

it('shows the records on which people differ with everybody’s vote, and links to the criteria', async () => {
  const id = 'calibration-round-1';
  const address = `/reviews/${id}/calibration/round`;
  screeningServer({
    id,
    roles: ['lead'],
    more: { [`GET ${address}`]: { json: whole } },
  });
  renderAt(address);
  expect(await screen.findByText('Record 7')).toBeDefined();
  expect(screen.queryByText('Record 3')).toBeNull();
  expect(screen.getByText('1 of 2 records')).toBeDefined();
  expect(screen.getByText('A cohort, not a trial')).toBeDefined();
  expect(screen.getByText(/version 1 of the protocol; it is now at version 2/)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Amend the criteria' }).getAttribute('href')).toBe(
    `/reviews/${id}/protocol`,
  );
  expect(screen.queryByRole('img', { name: /^Over time/ })).toBeNull();
  const divides = screen.getByRole('table', { name: 'Over which criteria people part' });
  expect(within(divides).getByRole('row', { name: /^Not randomised/ }).textContent).toContain('75%');
  cleanup();
});

it('asks before it reveals', async () => {
  const id = 'calibration-round-2';
  const address = `/reviews/${id}/calibration/round`;
  const server = screeningServer({
    id,
    roles: ['lead'],
    more: {
      [`GET ${address}`]: { json: { round: hidden, items: [] } },
      [`PUT ${address}/reveal`]: { status: 204 },
    },
  });
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  renderAt(address);
  await userEvent.click(await screen.findByRole('button', { name: 'Reveal the votes' }));
  expect(server.calls('PUT', /reveal/)).toHaveLength(0);
  const dialog = await screen.findByRole('dialog', { hidden: true });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Reveal the votes', hidden: true }));
  expect(server.calls('PUT', /reveal/)).toHaveLength(1);
  cleanup();
});

it('lists the rounds with their measures, and opens another for a lead', async () => {
  const id = 'calibration-round-3';
  const server = screeningServer({
    id,
    roles: ['lead'],
    more: {
      [`GET /reviews/${id}/calibration`]: {
        json: {
          items: [
            { ...hidden, number: 1, revealedAt: at, agreement: together },
            { ...hidden, id: 'other' },
          ],
          candidates: [{ itemId: 12, record: record(12), comment: 'Is a cohort enough?' }],
        },
      },
    },
  });
  renderAt(`/reviews/${id}/calibration`);
  const table = await screen.findByRole('table', { name: 'Rounds' });
  expect(within(table).getByRole('row', { name: /^Round 1/ }).textContent).toContain('0.20 −0.50 – 0.90');
  expect(within(table).getByRole('row', { name: /^Round 2/ }).textContent).toContain('votes hidden');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Record 12' }));
  const size = screen.getByRole('textbox', { name: 'Records' });
  await userEvent.clear(size);
  expect(screen.getByRole('button', { name: 'Open the round' }).hasAttribute('disabled')).toBe(true);
  await userEvent.type(size, '25');
  await userEvent.click(screen.getByRole('button', { name: 'Open the round' }));
  const [put] = server.calls('PUT', /calibration\//);
  expect(put?.body).toMatchObject({ size: 25, chosen: [12] });
  cleanup();
});
