import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { CalibrationRoundWhole } from '../../api/schema';
import { renderAt } from '../../test/render';
import { record, screeningServer } from '../../test/screeningReview';
import { problem } from '../../test/server';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

const whole: CalibrationRoundWhole = {
  round: {
    id: 'round',
    number: 1,
    records: 2,
    seed: 5,
    protocolVersion: 2,
    openedBy: { id: 'lea', displayName: 'Lea' },
    openedAt: '2026-01-01T00:00:00Z',
    voted: 0,
  },
  items: [
    { itemId: 7, record: record(7) },
    { itemId: 3, record: record(3) },
  ],
};

function at(id: string, answer: object = { status: 204 }) {
  const path = `/reviews/${id}/calibration/round`;
  const server = screeningServer({
    id,
    more: {
      [`GET ${path}`]: { json: whole },
      [`PUT ${path}/records/7/vote`]: answer,
      [`PUT ${path}/records/3/vote`]: answer,
    },
  });
  renderAt(`${path}/vote`);
  return server;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 300));

it('votes with the keys of screening, goes on, and says when all is done', async () => {
  const server = at('calibration-1');
  await screen.findByRole('heading', { name: 'Record 7' });
  await userEvent.keyboard('i');
  await screen.findByRole('heading', { name: 'Record 3' });
  // Keys pressed right after a vote are taken for the same press.
  await pause();
  await userEvent.keyboard('2');
  expect(await screen.findByText('You have voted on every record')).toBeDefined();
  await waitFor(() => expect(server.calls('PUT', /vote$/)).toHaveLength(2));
  expect(server.calls('PUT', /records\/7\/vote$/)[0]?.body).toEqual({ verdict: 'include', reasons: [] });
  expect(server.calls('PUT', /records\/3\/vote$/)[0]?.body).toEqual({ verdict: 'exclude', reasons: ['r2'] });
  cleanup();
});

it('takes a vote back that the server refuses, and says so', async () => {
  at('calibration-2', problem(409, 'calibration-revealed', 'The round is revealed.'));
  await screen.findByRole('heading', { name: 'Record 7' });
  await userEvent.keyboard('u');
  expect(await screen.findByText('The last vote was not recorded')).toBeDefined();
  expect(screen.getByText('0 of 2 voted')).toBeDefined();
  cleanup();
});
