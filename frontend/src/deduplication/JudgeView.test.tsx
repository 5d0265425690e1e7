import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Doubt, Role } from '../api/schema';
import { setLanguage } from '../lib/i18n';
import { renderAt } from '../test/render';
import { leadSession, review, reviewId } from '../test/samples';
import { fakeServer, problem, type Asked } from '../test/server';

const base = `/reviews/${reviewId}`;

function doubt(a: number, b: number): Doubt {
  return {
    a: { id: a, title: 'A randomised trial', year: 2021, pages: '101' },
    b: { id: b, title: 'A randomized trial', year: 2021, pages: '977' },
    score: 0.6,
    rule: 'same-title-other-page',
    reasons: [
      {
        rule: 'same-title-other-page',
        reason: { en: 'Same title, but another page', zh: '标题相同但页码不同' },
      },
    ],
    fields: [
      { field: 'title', agreement: 'same' },
      { field: 'year', agreement: 'same' },
      { field: 'page', agreement: 'different' },
      { field: 'doi', agreement: 'unknown' },
    ],
  };
}

/** A server that keeps what was judged, as the real one does. */
function server({
  pairs = [doubt(1, 2), doubt(3, 4), doubt(5, 6)],
  roles = ['lead'],
  more = {},
}: {
  pairs?: Doubt[];
  roles?: Role[];
  more?: Parameters<typeof fakeServer>[0];
} = {}) {
  const judged = new Map<string, string>();
  const open = () => pairs.filter((pair) => ![...judged.values()].includes(`${pair.a.id}-${pair.b.id}`));
  const table: Parameters<typeof fakeServer>[0] = {
    'GET /session': { json: leadSession },
    [`GET ${base}`]: { json: review({ roles }) },
    [`GET ${base}/duplicates/summary`]: () => ({
      json: {
        records: 20,
        unique: 20,
        duplicates: 0,
        clusters: 0,
        withinSource: 0,
        betweenSources: 0,
        byRule: [],
        doubtful: open().length,
        doubtfulByRule: [
          {
            rule: 'same-title-other-page',
            reason: { en: 'Same title, but another page', zh: '标题相同但页码不同' },
            count: open().length,
          },
        ],
      },
    }),
    [`GET ${base}/duplicates/candidates`]: () => ({ json: { items: open() } }),
    ...more,
  };
  const handlers = new Proxy(table, {
    get(known, call: string) {
      if (call.includes('/duplicates/acceptances/')) return { json: { accepted: 2, left: 1 } };
      const command = /^(PUT|DELETE) .*\/duplicates\/(merges|separations)\/(.+)$/.exec(call);
      if (!command || known[call]) return known[call];
      return (asked: Asked) => {
        const [, method, , id = ''] = command;
        if (method === 'DELETE') judged.delete(id);
        else judged.set(id, pairOf(asked.body));
        return { status: 204 };
      };
    },
  });
  return fakeServer(handlers);
}

/** The two numbers of a merge or of a separation, in the order in which they are sent. */
function pairOf(body: unknown): string {
  return (JSON.stringify(body).match(/\d+/g) ?? []).join('-');
}

const press = (code: string) => fireEvent.keyDown(document.activeElement ?? document.body, { code });

describe('doubtful duplicates', () => {
  it('come first, side by side, with the reason and what agrees', async () => {
    server();
    renderAt(`${base}/duplicates`);
    const card = await screen.findByRole('article', { name: 'Records 1 and 2' });
    expect(within(card).getByText('Same title, but another page')).toBeTruthy();
    expect(within(card).getByText('title, year')).toBeTruthy();
    expect(within(card).getByText('1 of 3')).toBeTruthy();
    expect(within(card).getByText('s', { selector: 'del' })).toBeTruthy();
    expect(within(card).getByText('z', { selector: 'ins' })).toBeTruthy();
    expect(document.activeElement).toBe(card);
  });

  it('are judged from the keyboard alone', async () => {
    const asked = server();
    renderAt(`${base}/duplicates`);
    await screen.findByRole('article', { name: 'Records 1 and 2' });
    press('KeyM');
    await screen.findByRole('article', { name: 'Records 3 and 4' });
    expect(screen.getByText('Records 1 and 2 were merged.')).toBeTruthy();
    press('KeyS');
    await screen.findByRole('article', { name: 'Records 5 and 6' });
    await waitFor(() => expect(asked.calls('PUT', /separations/)[0]?.body).toEqual({ a: 3, b: 4 }));
    expect(asked.calls('PUT', /merges/)[0]?.body).toEqual({ representative: 1, members: [2] });
    press('KeyM');
    expect(await screen.findByText('Nothing to judge')).toBeTruthy();
  });

  it('are passed over with J and Enter, and come round again', async () => {
    server();
    renderAt(`${base}/duplicates`);
    const card = await screen.findByRole('article', { name: 'Records 1 and 2' });
    press('KeyJ');
    const second = await screen.findByRole('article', { name: 'Records 3 and 4' });
    expect(card.isConnected).toBe(false);
    fireEvent.keyDown(second, { key: 'Enter', code: 'Enter' });
    await screen.findByRole('article', { name: 'Records 5 and 6' });
    press('KeyJ');
    await screen.findByRole('article', { name: 'Records 1 and 2' });
    press('KeyK');
    await screen.findByRole('article', { name: 'Records 5 and 6' });
  });

  it('are a question again when the last judgement is taken back, even the last of all', async () => {
    const asked = server({ pairs: [doubt(1, 2)] });
    renderAt(`${base}/duplicates`);
    await screen.findByRole('article', { name: 'Records 1 and 2' });
    press('KeyS');
    await screen.findByText('Nothing to judge');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', false),
    );
    press('KeyU');
    await screen.findByRole('article', { name: 'Records 1 and 2' });
    const [made] = asked.calls('PUT', /separations/);
    expect(asked.calls('DELETE', /separations/)[0]?.path).toBe(made?.path);
    expect(screen.getByText('Records 1 and 2 are to be judged again.')).toBeTruthy();
  });

  it('stand again when the server refuses a judgement', async () => {
    const refused = fakeServerRefusing();
    renderAt(`${base}/duplicates`);
    await screen.findByRole('article', { name: 'Records 1 and 2' });
    press('KeyM');
    expect(await screen.findByText('The import was withdrawn.')).toBeTruthy();
    expect(screen.getByRole('article', { name: 'Records 1 and 2' })).toBeTruthy();
    expect(refused.calls('PUT', /merges/)[0]?.body).toEqual({ representative: 9, members: [2] });
  });

  it('are only shown to an observer', async () => {
    const asked = server({ roles: ['observer'] });
    renderAt(`${base}/duplicates`);
    await screen.findByRole('article', { name: 'Records 1 and 2' });
    press('KeyM');
    press('KeyS');
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
    expect(screen.queryByText('Merge all pairs of a rule')).toBeNull();
    expect(asked.calls('PUT', /./)).toEqual([]);
  });

  it('of one rule are merged at once after asking', async () => {
    const asked = server();
    renderAt(`${base}/duplicates`);
    await userEvent.click(await screen.findByRole('button', { name: /^Merge all 3 pairs/ }));
    const dialog = screen.getByRole('dialog', { name: 'Merge 3 pairs at once?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Merge all 3 pairs' }));
    await waitFor(() =>
      expect(asked.calls('PUT', /acceptances/)[0]?.body).toEqual({ rule: 'same-title-other-page' }),
    );
    expect(await screen.findByText('2 pairs were merged; 1 is left to judge one by one.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('give their reasons in Chinese', async () => {
    server();
    setLanguage('zh');
    renderAt(`${base}/duplicates`);
    const card = await screen.findByRole('article', { name: '记录 1 与记录 2' });
    expect(within(card).getByText('标题相同但页码不同')).toBeTruthy();
    expect(within(card).getByText('标题、年份')).toBeTruthy();
  });

  function fakeServerRefusing() {
    const refusal = problem(422, 'records-not-mergeable', 'The import was withdrawn.');
    const pair = { ...doubt(1, 2), a: { ...doubt(1, 2).a, duplicateOf: 9 } };
    const table: Parameters<typeof fakeServer>[0] = {
      'GET /session': { json: leadSession },
      [`GET ${base}`]: { json: review() },
      [`GET ${base}/duplicates/summary`]: {
        json: {
          records: 2,
          unique: 2,
          duplicates: 0,
          clusters: 0,
          withinSource: 0,
          betweenSources: 0,
          byRule: [],
          doubtful: 1,
        },
      },
      [`GET ${base}/duplicates/candidates`]: { json: { items: [pair] } },
    };
    return fakeServer(
      new Proxy(table, {
        get: (known, call: string) => (call.startsWith('PUT') ? refusal : known[call]),
      }),
    );
  }
});

describe('two records', () => {
  const explained = {
    a: { id: 12, title: 'A randomised trial' },
    b: { id: 40, title: 'A randomized trial' },
    together: false,
    rule: 'other-doi',
    reason: { en: 'Other DOIs', zh: 'DOI 不同' },
    effect: 'keeps-apart',
    hindrance: {
      a: 13,
      b: 40,
      rule: 'separated-by-a-person',
      reason: { en: 'A person said that these are two entries', zh: '有人判定这是两个条目' },
    },
    fields: [{ field: 'doi', a: '10.1/a', b: '10.1/b', agreement: 'different' }],
  };

  it('are explained by their numbers: why they were not merged', async () => {
    const asked = server({ pairs: [], more: { [`GET ${base}/duplicates/why`]: { json: explained } } });
    renderAt(`${base}/duplicates`);
    await userEvent.click(await screen.findByRole('button', { name: 'Why not merged?' }));
    await userEvent.type(screen.getByLabelText('Two record numbers'), '12{Enter}');
    expect(screen.getByText('Give two different numbers.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Two record numbers'), '，40{Enter}');
    expect(await screen.findByText('They count as two entries.')).toBeTruthy();
    expect(screen.getByText('Other DOIs')).toBeTruthy();
    expect(screen.getByText('A person said that these are two entries')).toBeTruthy();
    expect(screen.getByText('10.1/b')).toBeTruthy();
    expect([...(asked.calls('GET', /why/)[0]?.query ?? [])]).toEqual([
      ['a', '12'],
      ['b', '40'],
    ]);
  });
});

describe('sources', () => {
  it('show what they found alone and together', async () => {
    server({
      more: {
        [`GET ${base}/duplicates/overlap`]: {
          json: {
            sources: [
              { sourceId: 's1', name: 'PubMed', records: 12, entries: 11, withinSource: 1, unique: 4 },
              { sourceId: 's2', name: 'Embase', records: 9, entries: 9, withinSource: 0, unique: 2 },
            ],
            pairs: [{ a: 's2', b: 's1', entries: 7 }],
          },
        },
      },
    });
    renderAt(`${base}/duplicates?view=overlap`);
    const pubmed = await screen.findByRole('row', { name: /^PubMed/ });
    const cells = within(pubmed)
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
    expect(cells).toEqual(['12', '1', '11', '4', '–', '7']);
  });
});
