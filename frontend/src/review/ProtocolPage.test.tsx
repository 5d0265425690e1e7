import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { leadSession, protocol, review, reviewId } from '../test/samples';
import { fakeServer, problem, type Asked } from '../test/server';

const path = `/reviews/${reviewId}/protocol`;

describe('the protocol', () => {
  it('moves a criterion from the keyboard, keeps the focus on it and says its new place', async () => {
    fakeServer({
      'GET /session': { json: leadSession },
      [`GET /reviews/${reviewId}`]: { json: review() },
      [`GET ${path}`]: { json: protocol(), headers: { ETag: '"3"' } },
    });
    renderAt(path);
    const down = await screen.findByRole('button', { name: 'Move Criterion 1 down' });
    down.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('Criterion 1 is now number 2 of 2')).toBeTruthy();
    const second = screen.getByRole('group', { name: 'Criterion 2' });
    expect(within(second).getByDisplayValue('Randomised trial')).toBeTruthy();
    expect(document.activeElement?.closest('li')?.contains(second)).toBe(true);
  });

  it('asks why before it saves an amendment', async () => {
    const server = fakeServer({
      'GET /session': { json: leadSession },
      [`GET /reviews/${reviewId}`]: { json: review() },
      [`GET ${path}`]: { json: protocol(), headers: { ETag: '"3"' } },
      [`PUT ${path}`]: { json: protocol({ version: 4 }) },
    });
    renderAt(path);
    await userEvent.type(await screen.findByLabelText('Registration number'), 'CRD42');
    await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
    expect(await screen.findByText('A change of a protocol needs an explanation.')).toBeTruthy();
    expect(server.calls('PUT', path)).toEqual([]);
    await userEvent.type(screen.getByLabelText('Why is the protocol changed?'), 'Registered');
    await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
    await waitFor(() => expect(server.calls('PUT', path)).toHaveLength(1));
    const [call] = server.calls('PUT', path);
    expect(call?.headers.get('If-Match')).toBe('"3"');
    expect(call?.body).toMatchObject({ registration: 'CRD42', explanation: 'Registered' });
  });

  it('shows what somebody else saved meanwhile, and keeps mine over it', async () => {
    let version = 3;
    function save(asked: Asked) {
      if (asked.headers.get('If-Match') !== `"${version}"`)
        return problem(412, 'protocol-changed', 'Changed');
      version++;
      return { json: {} };
    }
    const theirs = {
      registration: 'CRD-THEIRS',
      amendments: [{ version: 4, at: '2026-01-03T00:00:00Z', by: 'Wang', explanation: 'x' }],
    };
    const server = fakeServer({
      'GET /session': { json: leadSession },
      [`GET /reviews/${reviewId}`]: { json: review() },
      [`GET ${path}`]: () => ({
        json: protocol({ version, ...(version > 3 ? theirs : {}) }),
        headers: { ETag: `"${version}"` },
      }),
      [`PUT ${path}`]: save,
    });
    renderAt(path);
    await userEvent.type(await screen.findByLabelText('Registration number'), 'CRD-MINE');
    await userEvent.type(screen.getByLabelText('Why is the protocol changed?'), 'Registered');
    version = 4;
    await userEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
    expect(await screen.findByText('Wang saved version 4 meanwhile')).toBeTruthy();
    expect(screen.getByText('CRD-MINE')).toBeTruthy();
    expect(screen.getByText('CRD-THEIRS')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(server.calls('PUT', path)).toHaveLength(2));
    const again = server.calls('PUT', path)[1];
    expect(again?.headers.get('If-Match')).toBe('"4"');
    expect(again?.body).toMatchObject({ registration: 'CRD-MINE' });
  });

  it('is read by a reviewer, not changed', async () => {
    fakeServer({
      'GET /session': { json: leadSession },
      [`GET /reviews/${reviewId}`]: { json: review({ roles: ['reviewer'], blinded: true }) },
      [`GET ${path}`]: { json: protocol(), headers: { ETag: '"3"' } },
    });
    renderAt(path);
    expect(await screen.findByText('Randomised trial')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
  });
});
