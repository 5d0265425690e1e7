import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { leadSession, members, protocol, review, reviewId } from '../test/samples';
import { fakeServer, problem } from '../test/server';

const base = `/reviews/${reviewId}`;

function server(roles: ('lead' | 'reviewer')[], more: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({
    'GET /session': { json: leadSession },
    [`GET ${base}`]: { json: review({ roles }) },
    [`GET ${base}/members`]: { json: { items: members } },
    [`GET ${base}/protocol`]: { json: protocol() },
    ...more,
  });
}

describe('the team', () => {
  it('warns while there are fewer reviewers than votes needed', async () => {
    server(['lead']);
    renderAt(`${base}/team`);
    expect(await screen.findByText('There is 1 reviewer; 2 votes are needed on each record.')).toBeTruthy();
  });

  it('adds an account with roles', async () => {
    const asked = server(['lead'], {
      'GET /accounts': { json: { items: [{ id: 'account-chen', name: 'chen', displayName: '陈晨' }] } },
    });
    renderAt(`${base}/team`);
    await userEvent.type(await screen.findByLabelText('Name'), '陈晨');
    await userEvent.click(await screen.findByRole('button', { name: 'Add 陈晨' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Adjudicator'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add 陈晨' }));
    await waitFor(() =>
      expect(asked.calls('PUT', `${base}/members/account-chen`)[0]?.body).toEqual({
        roles: ['reviewer', 'adjudicator'],
      }),
    );
  });

  it('explains why the last lead cannot go', async () => {
    server(['lead'], { [`DELETE ${base}/members/account-lin`]: problem(409, 'last-lead', 'x') });
    renderAt(`${base}/team`);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Lin' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('A review needs a lead: name another one first.')).toBeTruthy();
  });

  it('hands the share of somebody who leaves to another reviewer, in every open stage, before they go', async () => {
    const account = (id: string, displayName: string) => ({ id, name: id, displayName });
    const team = [
      { account: account('ann', 'Ann'), roles: ['reviewer'], since: '2026-01-01T00:00:00Z' },
      { account: account('bob', 'Bob'), roles: ['reviewer', 'adjudicator'], since: '2026-01-01T00:00:00Z' },
      { account: account('eve', 'Eve'), roles: ['adjudicator'], since: '2026-01-01T00:00:00Z' },
    ];
    const asked = server(['lead'], { [`GET ${base}/members`]: { json: { items: team } } });
    renderAt(`${base}/team`);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Ann' }));
    const dialog = await screen.findByRole('dialog');
    const share = within(dialog).getByLabelText('What they have not voted on');
    expect(within(share).queryByRole('option', { name: /Eve/ })).toBeNull();
    await userEvent.selectOptions(share, 'Handed over to Bob');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));

    await waitFor(() => expect(asked.calls('DELETE', `${base}/members/ann`)).toHaveLength(1));
    const handed = asked.calls('PUT', /handovers\/ann$/);
    expect(handed.map(({ path }) => path)).toEqual([
      `${base}/stages/title-abstract/handovers/ann`,
      `${base}/stages/full-text/handovers/ann`,
    ]);
    expect(handed[0]?.body).toEqual({ to: 'bob' });
    expect(asked.calls('PUT', /voidances/)).toEqual([]);
  });

  it('tells others who can change it', async () => {
    server(['reviewer']);
    renderAt(`${base}/team`);
    expect(await screen.findByText('Leads: Lin')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Change roles/ })).toBeNull();
  });
});
