import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { setLanguage } from '../lib/i18n';
import { renderAt } from '../test/render';
import { leadSession, members, review, reviewId } from '../test/samples';
import { fakeServer } from '../test/server';

const base = `/reviews/${reviewId}`;
const event = {
  sequence: 7,
  at: '2026-01-02T10:00:00Z',
  actor: { id: 'account-lin', displayName: 'Lin' },
  type: 'records-added',
  payload: { count: 3 },
  hash: 'ab'.repeat(32),
};

function server(verification: object, events: object[] = [event]) {
  return fakeServer({
    'GET /session': { json: leadSession },
    [`GET ${base}`]: { json: review() },
    [`GET ${base}/members`]: { json: { items: members } },
    [`GET ${base}/ledger`]: { json: { items: events } },
    [`GET ${base}/ledger/verify`]: { json: verification },
  });
}

describe('audit', () => {
  it('names the first bad event and every row that disagrees', async () => {
    server({
      holds: false,
      events: 90,
      head: { sequence: 90, hash: 'cd' },
      firstBad: { sequence: 12, reason: 'The hash differs.' },
      differences: [{ table: 'vote', key: 'record 5', expected: 'exclude', found: 'include' }],
    });
    renderAt(`${base}/audit`);
    await userEvent.click(await screen.findByRole('button', { name: 'Verify the ledger' }));
    expect(await screen.findByText(/first bad event is number 12/)).toBeTruthy();
    expect(screen.getByRole('row', { name: /vote record 5 exclude include/ })).toBeTruthy();
  });

  it('says that the ledger holds even where counts are not for this person', async () => {
    server({ holds: true }, [{ at: event.at, type: 'source-described', payload: {} }]);
    renderAt(`${base}/audit`);
    await userEvent.click(await screen.findByRole('button', { name: 'Verify the ledger' }));
    expect(await screen.findByText('The ledger holds, and every table agrees with it.')).toBeTruthy();
    expect(screen.getByRole('cell', { name: /Source described/ })).toBeTruthy();
  });

  it('filters by what and who, in the address', async () => {
    const asked = server({ holds: true });
    const { router } = renderAt(`${base}/audit`);
    await userEvent.selectOptions(await screen.findByLabelText('What'), 'vote-cast');
    await waitFor(() =>
      expect(asked.calls('GET', `${base}/ledger`).at(-1)?.query.get('type')).toBe('vote-cast'),
    );
    expect(router.state.location.search).toBe('?type=vote-cast');
  });

  it('speaks Chinese', async () => {
    setLanguage('zh');
    server({ holds: true, events: 7, head: { sequence: 7, hash: 'ab' } });
    renderAt(`${base}/audit`);
    await userEvent.click(await screen.findByRole('button', { name: '核验账本' }));
    expect(await screen.findByText('账本完好。已重放 7 个事件，与各数据表完全一致。')).toBeTruthy();
    expect(screen.getByText('导入记录', { selector: 'p' })).toBeTruthy();
  });
});
