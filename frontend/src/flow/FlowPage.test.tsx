import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Flow, FlowCheck } from '../api/schema';
import { renderAt } from '../test/render';
import { record, screeningServer } from '../test/screeningReview';
import { problem } from '../test/server';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>' +
  '<g id="box2" data-box="database_results register_results"><text>Databases (n = 2)</text>' +
  '<g data-box="register_results"><text>Registers (n = 0)</text></g></g></svg>';

const flow: Flow = {
  boxes: { database_results: 2 },
  details: { databases: [], registers: [], reasons: [] },
  identities: [
    {
      id: 'I2',
      holds: true,
      difference: 0,
      formula: '2 = 2',
      label: { en: 'Screened = identified − removed' },
    },
    {
      id: 'I3',
      holds: false,
      difference: -5,
      formula: '47 ≠ 52',
      label: { en: 'Sought = screened − excluded' },
    },
  ],
  pending: { screening: 1, retrieval: 0, fullText: 0 },
  final: false,
  ledgerHead: { sequence: 12, hash: 'abc123' },
};

function flowServer(id: string) {
  const server = screeningServer({
    id,
    roles: ['lead'],
    more: {
      [`GET /reviews/${id}/flow`]: { json: flow },
      [`GET /reviews/${id}/flow.svg`]: { text: svg },
      [`GET /reviews/${id}/flow/database_results`]: {
        json: { unit: 'record', count: 2, items: [record(1), record(2)] },
      },
      [`GET /reviews/${id}/flow/register_results`]: { json: { unit: 'record', count: 0, items: [] } },
    },
  });
  renderAt(`/reviews/${id}/flow`);
  return server;
}

it('shows the drawing of the server, without what could run, and opens the list behind a box', async () => {
  flowServer('flow-1');
  const box = await screen.findByRole('button', { name: /Databases.*Registers/ });
  expect(document.querySelector('svg script')).toBeNull();
  fireEvent.keyDown(box, { key: 'Enter' });
  const list = await screen.findByRole('dialog', { name: 'Records from databases' });
  expect(await within(list).findByText('2 records')).toBeDefined();
  expect(within(list).getByText('Record 2')).toBeDefined();
  fireEvent.click(within(list).getByRole('button', { name: 'Records from registers' }));
  expect(await within(list).findByText('Nothing is in this box.')).toBeDefined();
});

it('opens the line that was clicked', async () => {
  flowServer('flow-2');
  fireEvent.click(await screen.findByText('Registers (n = 0)'));
  expect(await screen.findByRole('dialog', { name: 'Records from registers' })).toBeDefined();
});

it('says which identity does not hold, by how much, what is undecided and where the ledger stands', async () => {
  flowServer('flow-3');
  expect(await screen.findByText('does not hold, off by 5')).toBeDefined();
  expect(screen.getByText('47 ≠ 52')).toBeDefined();
  expect(screen.getByRole('button', { name: '1 record waits for screening' })).toBeDefined();
  expect(screen.getByText('abc123')).toBeDefined();
});

it('asks for the drawing again in the other language', async () => {
  const server = flowServer('flow-4');
  fireEvent.click(await screen.findByRole('button', { name: 'Chinese' }));
  await waitFor(() => {
    const languages = server.calls('GET', /flow\.svg/).map((call) => call.query.get('lang'));
    expect(languages).toEqual(['en', 'zh']);
  });
  expect(screen.getByRole('link', { name: 'Download as PDF' }).getAttribute('href')).toBe(
    '/api/v1/reviews/flow-4/flow.pdf?lang=zh',
  );
});

it('tells a blinded member why there is nothing to see', async () => {
  screeningServer({
    id: 'flow-5',
    more: { 'GET /reviews/flow-5/flow': problem(403, 'blinded', 'Not yet.') },
  });
  renderAt('/reviews/flow-5/flow');
  expect(await screen.findByRole('heading', { name: 'Not open while you are blinded' })).toBeDefined();
});

const check: FlowCheck = {
  identities: [
    {
      id: 'I3',
      holds: false,
      difference: -5,
      formula: '7,938 − 7,891 = 47',
      label: { en: 'Sought = screened − excluded' },
      explanations: [{ en: 'Five reports came from other methods.' }],
    },
  ],
  missing: { new_studies: 42 },
  authorQuery: { en: 'Dear authors' },
};

it('checks typed numbers and shows what does not add up, without a repair', async () => {
  const server = screeningServer({ id: 'check-1', more: { 'POST /flow-checks': { json: check } } });
  renderAt('/check-flow');
  const field = async (name: string) => screen.findByRole('textbox', { name });
  fireEvent.change(await field('Records screened'), { target: { value: '7,938' } });
  fireEvent.change(await field('Records excluded'), { target: { value: 'many' } });
  expect(screen.getByText('A whole number, please.')).toBeDefined();
  fireEvent.change(await field('Records excluded'), { target: { value: '7891' } });
  expect(await screen.findByText('Five reports came from other methods.')).toBeDefined();
  expect(screen.getByText('Dear authors')).toBeDefined();
  expect(screen.getByText('42')).toBeDefined();
  expect(server.calls('POST', '/flow-checks').map((call) => call.body)).toEqual([
    { records_screened: 7938, records_excluded: 7891 },
  ]);
});

it('fills the form from a pasted file', async () => {
  screeningServer({ id: 'check-2', more: { 'POST /flow-checks': { json: check } } });
  renderAt('/check-flow');
  const paste = await screen.findByRole('textbox', { name: /Paste JSON/ });
  fireEvent.change(paste, { target: { value: 'data,node,box,n\nrecords_screened,,box4,7938\nodd_row,,,1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Fill in from this' }));
  expect(screen.getByDisplayValue('7938')).toBeDefined();
  expect(screen.getByText(/Left out.*odd_row/)).toBeDefined();
});
