import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { leadSession, review, reviewId } from '../test/samples';
import { fakeServer } from '../test/server';
import { numbersIn } from './fields';

const base = `/reviews/${reviewId}`;
const cluster = {
  representative: 12,
  members: [
    { record: { id: 12, title: 'A randomised trial', year: 2021 } },
    {
      record: { id: 345, title: 'A randomized trial', year: 2021 },
      rule: 'same-doi',
      reason: { en: 'Same DOI', zh: 'DOI 相同' },
      by: 'automatic',
    },
  ],
};

function server(more: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({
    'GET /session': { json: leadSession },
    [`GET ${base}`]: { json: review() },
    [`GET ${base}/duplicates/summary`]: {
      json: {
        records: 20,
        unique: 19,
        duplicates: 1,
        clusters: 1,
        withinSource: 0,
        betweenSources: 1,
        byRule: [{ rule: 'same-doi', count: 1 }],
      },
    },
    [`GET ${base}/duplicates`]: { json: { items: [cluster] } },
    ...more,
  });
}

describe('duplicates', () => {
  it('show why two records are thought the same, and only what differs', async () => {
    server();
    renderAt(`${base}/duplicates`);
    expect(await screen.findByText('Same DOI', { selector: 'b' })).toBeTruthy();
    expect(screen.getByText('s', { selector: 'del' })).toBeTruthy();
    expect(screen.getByText('z', { selector: 'ins' })).toBeTruthy();
    expect(screen.getByText('1 field is the same')).toBeTruthy();
  });

  it('are counted by who was how sure of them', async () => {
    server({
      [`GET ${base}/duplicates/summary`]: {
        json: {
          records: 100,
          unique: 60,
          duplicates: 40,
          clusters: 30,
          withinSource: 4,
          betweenSources: 36,
          byRule: [
            { rule: 'same-doi', count: 20 },
            { rule: 'same-in-everything', count: 1 },
            { rule: 'same-title-and-page', count: 13 },
            { rule: 'by-hand', count: 2 },
            { rule: 'accepted-same-title-other-page', count: 4 },
          ],
        },
      },
    });
    renderAt(`${base}/duplicates`);
    const number = async (name: string) =>
      (await screen.findByText(name, { selector: 'dt' })).nextElementSibling?.textContent;
    expect(await number('Exact')).toBe('21');
    expect(await number('Certain')).toBe('13');
    expect(await number('Judged by people')).toBe('6');
    expect(await number('Unique')).toBe('60');
  });

  it('are split from the keyboard alone', async () => {
    const asked = server();
    renderAt(`${base}/duplicates`);
    await screen.findByText('Same DOI', { selector: 'b' });
    fireEvent.keyDown(document.body, { code: 'KeyJ' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Cluster of record 12');
    fireEvent.keyDown(document.activeElement ?? document.body, { code: 'KeyS' });
    await waitFor(() => expect(asked.calls('PUT', /splits/)[0]?.body).toEqual({ recordId: 345 }));
    expect(await screen.findByText('Record 345 stands on its own again.')).toBeTruthy();
  });

  it('are merged by number after the records were shown', async () => {
    const asked = server({
      [`GET ${base}/records`]: {
        json: {
          items: [
            { id: 3, title: 'Three' },
            { id: 8, title: 'Eight' },
          ],
        },
      },
    });
    renderAt(`${base}/duplicates`);
    await userEvent.click(await screen.findByRole('button', { name: 'Merge records' }));
    await userEvent.type(screen.getByLabelText('Record numbers'), '3，8{Enter}');
    await userEvent.click(await screen.findByRole('radio', { name: /Eight/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Merge 2 records' }));
    await waitFor(() =>
      expect(asked.calls('PUT', /merges/)[0]?.body).toEqual({ representative: 8, members: [3, 8] }),
    );
  });

  it('take numbers as people type them', () => {
    expect(numbersIn('12, 40')).toEqual([12, 40]);
    expect(numbersIn('12、40；7')).toEqual([12, 40, 7]);
    expect([numbersIn('12'), numbersIn('12, 12'), numbersIn('12, x'), numbersIn('0, 1')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
