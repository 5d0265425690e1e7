import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Role, Synthesis } from '../api/schema';
import { renderAt } from '../test/render';
import { leadSession, review, reviewId } from '../test/samples';
import { fakeServer, problem, type Asked } from '../test/server';
import { analysis, comparison, studyRow, synthesis, synthesisId } from '../test/synthesisSamples';

const path = `/reviews/${reviewId}/syntheses/${synthesisId}`;
const figure = `${path}/figures/forest`;

/** A server that keeps one synthesis, and refuses what was made on another version. */
function keeping(first: Synthesis, roles: Role[] = ['lead']) {
  const kept = { now: first };
  const put = (asked: Asked) => {
    if (asked.headers.get('If-Match') !== `"${kept.now.version}"`)
      return problem(412, 'synthesis-changed', 'Changed', { current: { version: kept.now.version } });
    if (typeof asked.body === 'object') Object.assign(kept.now, asked.body);
    kept.now = { ...kept.now, version: kept.now.version + 1 };
    return { json: kept.now };
  };
  const server = fakeServer({
    'GET /session': { json: leadSession },
    [`GET /reviews/${reviewId}`]: { json: review({ roles }) },
    [`GET /reviews/${reviewId}/comparisons`]: { json: { items: [comparison()] } },
    [`GET ${path}`]: () => ({ json: kept.now, headers: { ETag: `"${kept.now.version}"` } }),
    [`PUT ${path}`]: put,
    [`PUT ${path}/rows`]: put,
    [`GET ${path}/analysis`]: (asked) => ({
      json: analysis({
        model: asked.query.get('model') ?? '',
        pooled: { estimate: -1.25, lower: -2, upper: -0.5, statistic: -3, p: 0.0011 },
      }),
    }),
    [`GET ${figure}.svg`]: { text: '<svg xmlns="http://www.w3.org/2000/svg"><text>Li 2019</text></svg>' },
    [`GET ${figure}.json`]: { json: { title: 'Forest plot', description: 'Two studies.' } },
    [`GET ${figure}.csv`]: { text: 'Study,Weight\nLi 2019,60\n' },
  });
  return { kept, server };
}

async function opened() {
  renderAt(`/reviews/${reviewId}/synthesis/${synthesisId}`);
  return screen.findByRole('grid', { name: 'Data of the studies' });
}

function cell(column: string, row: number, study = '') {
  return screen.getByRole('textbox', { name: `${column}, row ${row}${study ? `, ${study}` : ''}` });
}

/** The text field of the active cell, whatever it is called. */
function field(grid: HTMLElement) {
  return within(grid).getByRole('textbox');
}

describe('a synthesis', () => {
  it('is edited like a spreadsheet: arrows, typing, Enter, undo, and saved as a whole', async () => {
    const { server } = keeping(synthesis());
    const grid = await opened();
    cell('Study', 1, 'Li 2019').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(cell('Mean, exp.', 1, 'Li 2019'));
    await userEvent.keyboard('3,5{Enter}');
    expect(document.activeElement).toBe(cell('Mean, exp.', 2, 'Wu 2020'));
    await userEvent.keyboard('9{Escape}');
    expect(field(grid)).toHaveProperty('value', '4');
    await userEvent.keyboard('{Delete}');
    expect(field(grid)).toHaveProperty('value', '');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field(grid)).toHaveProperty('value', '4');
    await userEvent.click(screen.getByRole('button', { name: 'Save data' }));
    await waitFor(() => expect(server.calls('PUT', `${path}/rows`)).toHaveLength(1));
    expect(server.calls('PUT', `${path}/rows`)[0]?.body).toMatchObject({
      rows: [
        { study: 'Li 2019', values: { m1i: '3,5' } },
        { study: 'Wu 2020', values: { m1i: '4' } },
      ],
    });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save data' })).toBeNull());
  });

  it('takes a block from a spreadsheet, with rows and columns that were not there', async () => {
    const { server } = keeping(synthesis({ rows: [], analysis: undefined, analysed: [] }));
    const grid = await opened();
    expect(screen.getByText('No numbers yet')).toBeTruthy();
    field(grid).focus();
    fireEvent.paste(field(grid), {
      clipboardData: {
        getData: () => 'Study\tMean 1\tSD 1\tTotal 1\tcountry\nLi 2019\t0,78\t1,2\t20\tChina\n',
      },
    });
    expect(
      await screen.findByText('1 row pasted, columns by their heads, new columns: country'),
    ).toBeTruthy();
    expect(within(grid).getByRole('columnheader', { name: 'country' })).toBeTruthy();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(server.calls('PUT', `${path}/rows`)).toHaveLength(1));
    expect(server.calls('PUT', `${path}/rows`)[0]?.body).toMatchObject({
      rows: [{ study: 'Li 2019', values: { m1i: '0,78', n1i: '20' }, properties: { country: 'China' } }],
    });
  });

  it('names bad cells, its own and those that the server found', async () => {
    const rows = [
      studyRow('Li 2019', {
        values: { m1i: 'about 3', sd1i: '0', n1i: '20', m2i: '5', sd2i: '1', n2i: '21' },
      }),
    ];
    const problems = [
      { row: 'Li 2019', number: 1, column: 'sd1i', code: 'x', message: 'An SD of 0 tells nothing.' },
    ];
    keeping(synthesis({ rows, problems, analysis: undefined }));
    const grid = await opened();
    expect(screen.getByText('2 cells to look at')).toBeTruthy();
    expect(within(grid).getByText('about 3').closest('td')?.getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Go to SD, exp., row 1, Li 2019' }));
    await waitFor(() => expect(document.activeElement).toBe(cell('SD, exp.', 1, 'Li 2019')));
    await userEvent.keyboard('1{Enter}');
    expect(screen.getByText('1 cell to look at')).toBeTruthy();
  });

  it('tries settings out at once and saves them with an explanation', async () => {
    const { server } = keeping(synthesis());
    await opened();
    const numbers = await screen.findByTestId('numbers');
    expect(within(numbers).getByText('−1.60')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Model'), 'fixed');
    expect(await screen.findByText('Model: Random effects → Fixed effect')).toBeTruthy();
    expect(await screen.findByText('−1.25')).toBeTruthy();
    expect(server.calls('GET', `${figure}.svg`).at(-1)?.query.get('model')).toBe('fixed');
    expect(server.calls('PUT', path)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(await screen.findByText('A change after data needs an explanation.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Why are the settings changed?'), 'As in the protocol');
    await userEvent.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => expect(server.calls('PUT', path)).toHaveLength(1));
    const [call] = server.calls('PUT', path);
    expect(call?.headers.get('If-Match')).toBe('"3"');
    expect(call?.body).toMatchObject({ settings: { model: 'fixed' }, explanation: 'As in the protocol' });
    await waitFor(() => expect(screen.queryByText('Tried out, not saved')).toBeNull());
  });

  it('shows what somebody else saved meanwhile, and puts both together', async () => {
    const { kept, server } = keeping(synthesis());
    const grid = await opened();
    cell('Study', 1, 'Li 2019').focus();
    await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}Adults{Enter}');
    const [first, second] = kept.now.rows;
    if (!first || !second) throw new Error('Two rows are there.');
    kept.now = {
      ...kept.now,
      version: 4,
      rows: [first, { ...second, values: { ...second.values, m1i: '4.4' } }],
    };
    await userEvent.click(screen.getByRole('button', { name: 'Save data' }));
    expect(await screen.findByText('Somebody saved other data meanwhile')).toBeTruthy();
    const table = screen.getByRole('region', { name: 'Nothing that you typed is lost. These cells differ:' });
    expect(within(table).getByText('Adults')).toBeTruthy();
    expect(within(table).getByText('4.4')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Put both together' }));
    await waitFor(() => expect(server.calls('PUT', `${path}/rows`)).toHaveLength(2));
    const again = server.calls('PUT', `${path}/rows`)[1];
    expect(again?.headers.get('If-Match')).toBe('"4"');
    expect(again?.body).toMatchObject({
      rows: [
        { study: 'Li 2019', subgroup: 'Adults' },
        { study: 'Wu 2020', values: { m1i: '4.4' } },
      ],
    });
    expect(await within(grid).findByText('4.4')).toBeTruthy();
  });

  it('says what changed since it was last seen, and marks it as seen', async () => {
    const seen = {
      inputs: 'b'.repeat(64),
      at: '2026-02-03T04:05:06Z',
      analysis: analysis({
        studies: [{ study: 'Li 2019', estimate: -3, lower: -4, upper: -2 }],
        pooled: { estimate: -3, lower: -4, upper: -2 },
      }),
      rows: [
        { id: 'Li 2019', study: 'Li 2019', change: 'changed' as const },
        { id: 'Wu 2020', study: 'Wu 2020', change: 'added' as const },
      ],
      settings: ['model'],
    };
    const { server } = keeping(synthesis({ seen }));
    await opened();
    expect(screen.getByText('Changed since you last looked')).toBeTruthy();
    expect(screen.getByText('Li 2019: −3.00 [−4.00, −2.00] → −2.00 [−2.98, −1.02]')).toBeTruthy();
    expect(screen.getByText('Wu 2020: new, −1.00 [−2.18, 0.18]')).toBeTruthy();
    expect(screen.getByText('Settings changed: Model')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Mark as seen' }));
    await waitFor(() => expect(server.calls('PUT', `${path}/seen`)).toHaveLength(1));
    expect(server.calls('PUT', `${path}/seen`)[0]?.body).toEqual({ inputs: 'a'.repeat(64) });
  });

  it('describes its figure and gives its numbers as a table', async () => {
    keeping(synthesis());
    await opened();
    expect(await screen.findByRole('img', { name: 'Forest plot. Two studies.' })).toBeTruthy();
    const shown = screen.getByText('The figure’s numbers as a table').closest('details');
    if (!shown) throw new Error('It can be opened.');
    shown.open = true;
    fireEvent(shown, new Event('toggle'));
    const table = await screen.findByRole('region', { name: 'The figure’s numbers as a table' });
    expect(within(table).getByText('60')).toBeTruthy();
    const forest = screen.getByRole('tab', { name: 'Forest' });
    forest.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Funnel' }).getAttribute('aria-selected')).toBe('true');
  });

  it('warns of people who count twice, and of what the server says of the analysis', async () => {
    const rows = [studyRow('Li 2019a', { trial: 'Li 2019' }), studyRow('Li 2019b', { trial: 'Li 2019' })];
    const warnings = [{ code: 'no-tau', en: 'τ² is 0.', zh: 'τ² 为 0。' }];
    keeping(
      synthesis({
        rows,
        doubleCounted: [{ trial: 'Li 2019', rows: ['Li 2019a', 'Li 2019b'] }],
        analysis: analysis({ warnings }),
      }),
    );
    await opened();
    expect(screen.getByText(/Li 2019 counts more than once \(Li 2019a, Li 2019b\)/)).toBeTruthy();
    expect(screen.getByText('τ² is 0.')).toBeTruthy();
  });

  it('says no number of all studies where subgroups alone have totals', async () => {
    const { pooled } = analysis();
    const subgroups = [{ label: 'early', k: 2, pooled: { ...pooled, estimate: -0.75 } }];
    keeping(synthesis({ analysis: analysis({ totals: 'subgroups', subgroups }) }));
    await opened();
    const numbers = await screen.findByTestId('numbers');
    expect(numbers.textContent).toContain('−0.75');
    expect(numbers.textContent).not.toContain('Pooled');
    expect(numbers.textContent).not.toContain('Heterogeneity');
  });

  it('is read and tried out by an observer, but not changed', async () => {
    keeping(synthesis(), ['observer']);
    const grid = await opened();
    expect(grid.getAttribute('aria-readonly')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Model'), 'fixed');
    expect(await screen.findByText('−1.25')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save settings' })).toBeNull();
  });
});
