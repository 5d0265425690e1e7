import 'fake-indexeddb/auto';
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { setLanguage } from '../lib/i18n';
import { renderAt } from '../test/render';
import { record, screeningServer } from '../test/screeningReview';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

let reviews = 0;

function newReview(): string {
  reviews += 1;
  return `screening-${reviews}`;
}

async function opened(id: string, stage = 'title-abstract') {
  const page = renderAt(`/reviews/${id}/screening/${stage}`);
  await screen.findByRole('heading', { level: 1, name: /Record 1/ });
  return page;
}

function press(key: string, more: KeyboardEventInit & { keyCode?: number } = {}) {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code, ...more });
}

const shown = () => screen.getByRole('heading', { level: 1 }).textContent;
const pause = () => new Promise((resolve) => setTimeout(resolve, 260));

it('shows the next record at once, has the focus on its heading, and sends the vote', async () => {
  const id = newReview();
  const server = screeningServer({ id });
  await opened(id);
  press('i');
  expect(shown()).toBe('Record 2');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  await waitFor(() => expect(server.calls('PUT', new RegExp(`${id}/.*/records/1/votes/`))).toHaveLength(1));
  const [vote] = server.calls('PUT', new RegExp(`${id}/.*/records/1/votes/`));
  expect(vote?.body).toMatchObject({ verdict: 'include', version: 2, reasons: [] });
  expect(vote?.headers.get('X-Winnow-Request')).toBe('1');
  expect(screen.getByText('1 of 3')).toBeDefined();
});

it('takes a vote back with Z and gives it again with Shift+Z', async () => {
  const id = newReview();
  const server = screeningServer({ id });
  await opened(id);
  press('e');
  expect(screen.getByText('excluded “Record 1”')).toBeDefined();
  press('z');
  expect(shown()).toBe('Record 1');
  await waitFor(() =>
    expect(server.calls('DELETE', new RegExp(`${id}/.*/records/1/votes/`))).toHaveLength(1),
  );
  press('Z', { shiftKey: true, code: 'KeyZ' });
  expect(shown()).toBe('Record 2');
});

it('does not decide twice for a key pressed twice, held, or taken by an input method', async () => {
  const id = newReview();
  screeningServer({ id });
  await opened(id);
  press('e');
  press('e');
  expect(shown()).toBe('Record 2');
  await pause();
  press('e', { repeat: true });
  press('Process', { code: 'KeyE', keyCode: 229 });
  expect(shown()).toBe('Record 2');
  expect(screen.getByText(/Chinese input is on/)).toBeDefined();
  press('u');
  expect(shown()).toBe('Record 3');
});

it('asks for a reason at full text and excludes with the number of one', async () => {
  const id = newReview();
  const server = screeningServer({ id });
  await opened(id, 'full-text');
  press('e');
  expect(shown()).toBe('Record 1');
  expect(screen.getByText(/an exclusion needs one/)).toBeDefined();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Also fails: No outcome of interest' }));
  press('2');
  expect(shown()).toBe('Record 2');
  const votes = () => server.calls('PUT', new RegExp(`${id}/.*/votes/`));
  await waitFor(() => expect(votes()).toHaveLength(1));
  expect(votes()[0]?.body).toMatchObject({ verdict: 'exclude', reasons: ['r2', 'r3'] });
});

it('sends a typed quote with the exclusion, and finds it again after undo', async () => {
  const id = newReview();
  const server = screeningServer({ id });
  await opened(id, 'full-text');
  press('q');
  const quote = screen.getByLabelText('Quote 1');
  expect(document.activeElement).toBe(quote);
  fireEvent.change(quote, { target: { value: ' Patients were allotted by birthday. ' } });
  fireEvent.change(screen.getByLabelText('Page'), { target: { value: '3' } });
  fireEvent.change(screen.getByLabelText('What quote 1 is given for'), { target: { value: 'r2' } });
  press('Escape', { code: 'Escape' });
  press('2');
  const votes = () => server.calls('PUT', new RegExp(`${id}/.*/votes/`));
  await waitFor(() => expect(votes()).toHaveLength(1));
  expect(votes()[0]?.body).toMatchObject({
    verdict: 'exclude',
    reasons: ['r2'],
    evidence: [{ reasonId: 'r2', page: 3, quote: 'Patients were allotted by birthday.' }],
  });
  expect(screen.queryByLabelText('Quote 1')).toBeNull();
  press('z');
  expect(screen.getByLabelText('Quote 1')).toBeDefined();
});

it('marks the terms of the protocol and counts them, and H turns the marks off', async () => {
  const id = newReview();
  screeningServer({ id });
  await opened(id);
  const marked = [...document.querySelectorAll('mark')].map((mark) => [
    mark.dataset['group'],
    mark.textContent,
  ]);
  expect(marked).toEqual([
    ['include', 'randomized'],
    ['exclude', 'murine'],
  ]);
  const legend = screen.getByRole('list', { name: 'Highlighted terms' });
  expect(
    within(legend)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['include 1', 'exclude 1']);
  press('h');
  press('h');
  expect(document.querySelector('[data-highlights]')?.getAttribute('data-highlights')).toBe('off');
});

it('shows markup of a source as text and runs none of it', async () => {
  const id = newReview();
  const title = 'Record 1 <img src=x onerror=alert(1)> CD4<sup>+</sup>';
  screeningServer({ id, records: [record(1, { title, abstract: '<script>alert(2)</script>' })] });
  await opened(id);
  expect(shown()).toBe('Record 1 <img src=x onerror=alert(1)> CD4+');
  expect(document.querySelector('h1 sup')?.textContent).toBe('+');
  expect(document.querySelector('h1 img, section script')).toBeNull();
});

it('sets a structured abstract in parts, with the original one click away', async () => {
  const id = newReview();
  screeningServer({ id });
  await opened(id);
  expect(screen.getByText('METHODS')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'As received' }));
  expect(screen.queryByText('METHODS')).toBeNull();
  expect(document.querySelector('section')?.textContent).toContain('METHODS: Patients');
});

it('says where to look when no source has an abstract, and still takes a vote', async () => {
  const id = newReview();
  screeningServer({ id, records: [record(1, { abstract: undefined }), record(2)] });
  await opened(id);
  expect(screen.getByText('No abstract in any source.')).toBeDefined();
  press('e');
  expect(shown()).toBe('Record 2');
});

it('hides what the protocol masks', async () => {
  const id = newReview();
  screeningServer({ id, policy: { mask: { authors: true, journal: true, year: true } } });
  await opened(id);
  expect(screen.queryByText(/Zhang/)).toBeNull();
  expect(screen.queryByText('Lupus')).toBeNull();
  expect(screen.queryByText('2021')).toBeNull();
  expect(screen.getByText('Hidden by the protocol: authors, journal, and year')).toBeDefined();
});

it('says that all is done, and where to go on', async () => {
  const id = newReview();
  screeningServer({ id, records: [record(1)] });
  await opened(id);
  press('i');
  expect(
    await screen.findByRole('heading', { name: 'You have screened the one record here.' }),
  ).toBeDefined();
  expect(screen.getByRole('link', { name: 'To the overview' })).toBeDefined();
});

it('keeps a refused vote and explains it', async () => {
  const id = newReview();
  screeningServer({ id, refusal: 'not-screenable' });
  await opened(id);
  press('i');
  fireEvent.click(await screen.findByRole('button', { name: '1 not accepted' }));
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByText('Record 1', { exact: false })).toBeDefined();
  expect(within(dialog).getByText(/joined with a duplicate/)).toBeDefined();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Put away' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '1 not accepted' })).toBeNull());
});

it('lets the user change a key and switch single keys off', async () => {
  const id = newReview();
  screeningServer({ id });
  await opened(id);
  press('?', { code: 'Slash', shiftKey: true });
  const sheet = screen.getByRole('dialog', { name: 'Keys' });
  fireEvent.click(within(sheet).getByRole('button', { name: 'Change the key for: Include' }));
  press('e');
  expect(within(sheet).getByText('E already does “Exclude”.')).toBeDefined();
  press('r');
  fireEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
  press('i');
  expect(shown()).toBe('Record 1');
  press('r');
  expect(shown()).toBe('Record 2');
  press('?', { code: 'Slash', shiftKey: true });
  fireEvent.click(screen.getByRole('checkbox', { name: /single key/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await pause();
  press('r');
  expect(shown()).toBe('Record 2');
});

it('explains a closed stage and a missing role', async () => {
  const closed = newReview();
  screeningServer({ id: closed, closed: true });
  const page = renderAt(`/reviews/${closed}/screening/title-abstract`);
  expect(await screen.findByRole('heading', { name: 'This stage is closed' })).toBeDefined();
  page.unmount();
  const observed = newReview();
  screeningServer({ id: observed, roles: ['observer'] });
  renderAt(`/reviews/${observed}/screening/title-abstract`);
  expect(await screen.findByRole('heading', { name: 'Screening is for reviewers' })).toBeDefined();
});

it('joins the record to its original with D, the nearest records first, and takes that back with Z', async () => {
  const id = newReview();
  const hits = [1, 3, 7].map((n) => ({ record: record(n), highlights: {} }));
  const server = screeningServer({
    id,
    more: { [`GET /reviews/${id}/lookup`]: { json: { total: 3, items: hits } } },
  });
  await opened(id);
  press('d');
  const panel = await screen.findByRole('dialog', { name: 'Duplicate of …' });
  await within(panel).findByRole('button', { name: 'Same as “Record 7”' });
  expect(server.calls('GET', `/reviews/${id}/lookup`)[0]?.query.get('q')).toBe('title:record');
  expect(within(panel).queryByRole('button', { name: 'Same as “Record 1”' })).toBeNull();

  fireEvent.change(within(panel).getByLabelText('Search'), { target: { value: 'lupus' } });
  await waitFor(() =>
    expect(server.calls('GET', `/reviews/${id}/lookup`).at(-1)?.query.get('q')).toBe('lupus'),
  );
  fireEvent.click(await within(panel).findByRole('button', { name: 'Same as “Record 7”' }));
  expect(shown()).toBe('Record 2');
  expect(screen.queryByRole('dialog')).toBeNull();
  const merges = new RegExp(`${id}/duplicates/merges/`);
  await waitFor(() => expect(server.calls('PUT', merges)).toHaveLength(1));
  expect(server.calls('PUT', merges)[0]?.body).toEqual({
    representative: 7,
    members: [1],
    stage: 'title-abstract',
  });
  expect(screen.getByText('duplicate “Record 1”')).toBeDefined();
  press('z');
  expect(shown()).toBe('Record 1');
  await waitFor(() => expect(server.calls('DELETE', merges)).toHaveLength(1));
});

it('does not decide on a record that is not there yet, says so, and opens the note once it is', async () => {
  const id = newReview();
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = screeningServer({ id });
  await opened(id);
  const fetching = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (String(input).includes('only=no-abstract')) await gate;
    return fetching(input, init);
  });
  await userEvent.selectOptions(screen.getByLabelText('Part of the queue'), 'only=no-abstract');
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1, name: /Record 1/ })).toBeNull());
  press('e');
  expect(screen.getByText(/That key came before the record/)).toBeDefined();
  press('n');
  expect(screen.queryByText(/That key came before the record/)).toBeNull();
  release();
  await screen.findByRole('heading', { level: 1, name: /Record 1/ });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Note/ })));
  expect(server.calls('PUT', new RegExp(`${id}/.*/votes/`))).toEqual([]);
});

it('finds a report that could not be had again, and puts it back without a vote', async () => {
  const id = newReview();
  const missing = {
    items: [{ itemId: 4, version: 2, record: record(4), position: '4', retrieval: 'not-retrieved' }],
    mine: { voted: 0, remaining: 1 },
    criteriaVersion: 2,
  };
  const server = screeningServer({
    id,
    more: {
      [`GET /reviews/${id}/stages/full-text/queue`]: (asked) =>
        asked.query.get('only') === 'not-retrieved' && asked.query.get('after') === null
          ? { json: missing }
          : { json: { items: [], mine: { voted: 0, remaining: 0 }, criteriaVersion: 2 } },
    },
  });
  renderAt(`/reviews/${id}/screening/full-text?only=not-retrieved`);
  await screen.findByRole('heading', { level: 1, name: /Record 4/ });
  expect(screen.getByText(/Nobody votes on it while it is not retrieved/)).toBeDefined();
  press('i');
  expect(shown()).toBe('Record 4');
  fireEvent.click(screen.getByRole('button', { name: 'Sought' }));
  expect(screen.getByText('It is back in the queue, for everybody.')).toBeDefined();
  await waitFor(() => expect(server.calls('PUT', `/reviews/${id}/reports/4/retrieval`)).toHaveLength(1));
  expect(server.calls('PUT', new RegExp(`${id}/.*/votes/`))).toEqual([]);
});

it('gives back with a vote by which rules the record was handed out, and says what they leave', async () => {
  const id = newReview();
  let offered = true;
  const server = screeningServer({
    id,
    more: {
      [`GET /reviews/${id}/stages/title-abstract/queue`]: () => {
        const items = offered
          ? [{ itemId: 1, version: 2, record: record(1), position: '1', allocation: 4 }]
          : [];
        offered = false;
        return {
          json: {
            items,
            mine: { voted: 0, remaining: 1 },
            share: items.length > 0 ? { state: 'open', left: 1 } : { state: 'quota-reached', left: 0 },
            criteriaVersion: 2,
          },
        };
      },
    },
  });
  await opened(id);
  press('i');
  expect(await screen.findByRole('heading', { name: 'Your share is done' })).toBeDefined();
  await waitFor(() => expect(server.calls('PUT', new RegExp(`${id}/.*/votes/`))).toHaveLength(1));
  expect(server.calls('PUT', new RegExp(`${id}/.*/votes/`))[0]?.body).toMatchObject({ allocation: 4 });
});

it('speaks Chinese', async () => {
  const id = newReview();
  screeningServer({ id });
  setLanguage('zh');
  await opened(id);
  expect(screen.getByRole('button', { name: '纳入' })).toBeDefined();
  expect(screen.getByText('随机对照试验')).toBeDefined();
});
