import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { QuarantinedRecord } from '../api/schema';
import { renderAt } from '../test/render';
import { importOf, leadSession, review, reviewId } from '../test/samples';
import { fakeServer, problem } from '../test/server';

const base = `/reviews/${reviewId}`;

function server(more: Parameters<typeof fakeServer>[0]) {
  return fakeServer({
    'GET /session': { json: leadSession },
    [`GET ${base}`]: { json: review() },
    [`GET ${base}/sources`]: { json: { items: [] } },
    [`GET ${base}/imports`]: { json: { items: [] } },
    [`GET ${base}/rounds`]: { json: { items: [{ number: 1, records: 0, known: 0, duplicates: 0, new: 0 }] } },
    ...more,
  });
}

function unread(changed: Partial<QuarantinedRecord> = {}): QuarantinedRecord {
  return {
    place: 1,
    line: 1204,
    code: 'no-end',
    message: 'No end mark.',
    raw: '%T Title',
    repairable: true,
    ...changed,
  };
}

describe('importing', () => {
  it('sends every chosen file under an id of its own, and one that fails does not stop the others', async () => {
    const files = [
      new File(['TY  - JOUR'], 'embase.ris'),
      new File(['x'], 'broken.ris'),
      new File(['TY  - JOUR'], 'scopus.ris'),
    ];
    let sent = 0;
    const asked = server({});
    const original = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      if (init?.method === 'PUT' && String(input).includes('/imports/')) {
        sent++;
        if (String(input).includes('broken')) {
          return new Response(JSON.stringify({ code: 'file-too-large', detail: 'The file is too large.' }), {
            status: 413,
          });
        }
        return new Response(JSON.stringify(importOf()), { status: 202 });
      }
      return original(input, init);
    };
    renderAt(`${base}/import`);
    await userEvent.upload(await screen.findByLabelText('Choose files', { selector: 'input' }), files);
    expect(await screen.findByText('The file is too large.')).toBeTruthy();
    await waitFor(() => expect(sent).toBe(3));
    expect(screen.queryByText('embase.ris')).toBeNull();
    expect(asked.calls('GET', `${base}/imports`).length).toBeGreaterThan(1);
  });

  it('says how many records could not be read, never only that it failed', async () => {
    server({ [`GET ${base}/imports`]: { json: { items: [importOf()] } } });
    renderAt(`${base}/import`);
    expect(await screen.findByText(/7,931 of 7,938 records were read/)).toBeTruthy();
  });

  it('describes the source, warns when the hits differ from the file, and commits', async () => {
    const asked = server({ [`GET ${base}/imports`]: { json: { items: [importOf()] } } });
    renderAt(`${base}/import`);
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('CNKI');
    await userEvent.type(screen.getByLabelText(/Hits reported/), '8,000');
    expect(await screen.findByText(/reported 8,000 hits, the file holds 7,938 records/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Commit 7,931 records' }));
    await waitFor(() => expect(asked.calls('PUT', /commitment$/)).toHaveLength(1));
    const [source] = asked.calls('PUT', /\/sources\//);
    const [commitment] = asked.calls('PUT', /commitment$/);
    expect(source?.body).toEqual({ kind: 'database', name: 'CNKI', hitsReported: 8000 });
    expect(source?.path.endsWith(JSON.stringify(commitment?.body).slice(13, -2))).toBe(true);
  });

  it('shows a record that could not be read with its line and raw text, as text', async () => {
    const raw = '%T <script>alert(1)</script>';
    server({
      [`GET ${base}/imports`]: { json: { items: [importOf()] } },
      [`GET ${base}/imports/import-cnki/quarantine`]: {
        json: { items: [unread({ raw })] },
      },
      [`GET ${base}/imports/import-cnki/preview`]: {
        json: { items: [{ id: 1, title: '针刺治疗坐骨神经痛' }] },
      },
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Details of cnki.txt' }));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Raw text from line 1,204')).value).toBe(raw);
    expect(screen.getByText('Line 1,204')).toBeTruthy();
    expect((await screen.findByText('针刺治疗坐骨神经痛')).getAttribute('lang')).toBe('zh-CN');
  });

  it('takes a corrected record off the list, raises the count, and keeps what is written elsewhere', async () => {
    const asked = server({
      [`GET ${base}/imports`]: { json: { items: [importOf()] } },
      [`GET ${base}/imports/import-cnki/quarantine`]: {
        json: { items: [unread(), unread({ place: 2, line: 1300, raw: '%T Other' })] },
      },
      [`PUT ${base}/imports/import-cnki/quarantine/1/repair`]: {
        json: importOf({ records: 7932, quarantined: 6 }),
      },
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Details of cnki.txt' }));
    await userEvent.type(await screen.findByLabelText('Raw text from line 1,300'), ' half');
    await userEvent.type(screen.getByLabelText('Raw text from line 1,204'), ' found');
    const form = screen.getByRole('form', { name: 'Correct the record of line 1,204' });
    await userEvent.click(within(form).getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText('7,932 records')).toBeTruthy();
    expect(screen.queryByText('Line 1,204')).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Raw text from line 1,300').value).toBe(
      '%T Other half',
    );
    expect(asked.calls('PUT', /repair$/)[0]?.body).toEqual({ text: '%T Title found' });
  });

  it('says beside the record why its correction still cannot be read, and keeps the text', async () => {
    server({
      [`GET ${base}/imports`]: { json: { items: [importOf()] } },
      [`GET ${base}/imports/import-cnki/quarantine`]: { json: { items: [unread()] } },
      [`PUT ${base}/imports/import-cnki/quarantine/1/repair`]: problem(
        422,
        'repair-unread',
        'No record begins in this text.',
      ),
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Details of cnki.txt' }));
    const form = await screen.findByRole('form', { name: 'Correct the record of line 1,204' });
    await userEvent.type(within(form).getByLabelText('Raw text from line 1,204'), ' x');
    await userEvent.click(within(form).getByRole('button', { name: 'Read again' }));
    expect(await within(form).findByText('No record begins in this text.')).toBeTruthy();
    expect(within(form).getByLabelText<HTMLTextAreaElement>('Raw text from line 1,204').value).toBe(
      '%T Title x',
    );
  });

  it('says that nobody knows the columns of a table, and has it read as a person says', async () => {
    const unknown = importOf({
      id: 'sent',
      fileName: 'liste.csv',
      state: 'failed',
      columns: 'unknown',
      problem: { code: 'unknown-columns', detail: 'The columns are not known: Titel, Jahr.' },
    });
    const asked = server({
      [`GET ${base}/imports`]: { json: { items: [{ ...unknown, id: 'before', fileName: 'alt.csv' }] } },
      [`GET ${base}/imports/before/columns`]: {
        json: {
          known: false,
          named: true,
          authorSeparator: '',
          columns: [
            { name: 'Titel', field: 'none', alike: 'title', samples: ['Yoga', 'Qigong'] },
            { name: 'Jahr', field: 'none', alike: 'year', samples: ['2019'] },
          ],
          fields: ['title', 'authors', 'year', 'none'],
        },
      },
      [`PUT ${base}/imports/before/reading`]: { json: unknown, status: 202 },
    });
    renderAt(`${base}/import`);
    expect(await screen.findByText('The columns are not known: Titel, Jahr.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Columns of alt.csv' }));
    const year = await screen.findByLabelText('Jahr');
    expect(screen.getByText('Yoga · Qigong')).toBeTruthy();
    await userEvent.selectOptions(year, 'Year or date');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText('Say which column is the title.')).toBeTruthy();
    expect(asked.calls('PUT', /reading$/)).toHaveLength(0);
    await userEvent.selectOptions(screen.getByLabelText('Titel'), 'Title');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.calls('PUT', /reading$/)[0]?.body).toEqual({
      columns: { header: ['Titel', 'Jahr'], fields: ['title', 'year'], authorSeparator: '' },
    });
  });

  it('shows a table without column names by the places and values of its columns', async () => {
    const unnamed = importOf({
      id: 'sent',
      fileName: 'liste.csv',
      state: 'failed',
      columns: 'unknown',
      problem: { code: 'no-column-names', detail: 'It begins with a record.' },
    });
    const asked = server({
      [`GET ${base}/imports`]: { json: { items: [{ ...unnamed, id: 'before', fileName: 'alt.csv' }] } },
      [`GET ${base}/imports/before/columns`]: {
        json: {
          known: false,
          named: false,
          authorSeparator: '',
          columns: [
            { name: 'Yoga for backs', field: 'none', alike: 'title', samples: ['Qigong for knees'] },
            { name: '2019', field: 'none', alike: 'year', samples: ['2020'] },
            { name: 'x', field: 'none', alike: 'none', samples: [] },
          ],
          fields: ['title', 'authors', 'year', 'none'],
        },
      },
      [`PUT ${base}/imports/before/reading`]: { json: unnamed, status: 202 },
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Columns of alt.csv' }));

    expect((await screen.findByLabelText<HTMLSelectElement>('Column 1')).value).toBe('title');
    expect(screen.getByText('Yoga for backs · Qigong for knees')).toBeTruthy();
    expect(screen.getByLabelText<HTMLSelectElement>('Column 2').value).toBe('year');
    expect(screen.getByText('It looks like the rows below it.')).toBeTruthy();

    const firstRow = screen.getByLabelText('The first row of the table');
    await userEvent.selectOptions(firstRow, 'names the columns');
    expect(screen.getByLabelText<HTMLSelectElement>('Yoga for backs').value).toBe('none');
    expect(screen.getByText('Qigong for knees')).toBeTruthy();
    await userEvent.selectOptions(firstRow, 'is a record already');

    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.calls('PUT', /reading$/)[0]?.body).toEqual({
      columns: {
        header: ['Yoga for backs', '2019', 'x'],
        fields: ['title', 'year', 'none'],
        authorSeparator: '',
        firstRowIsRecord: true,
      },
    });
  });

  it('opens the columns of a table that was just sent without being asked', async () => {
    const sent: string[] = [];
    server({});
    const original = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const path = String(input);
      if (init?.method === 'PUT') {
        sent.push(/imports\/([^?]+)/.exec(path)?.[1] ?? '');
        return new Response(JSON.stringify(importOf()), { status: 202 });
      }
      if (path.includes('/columns')) {
        return new Response(
          JSON.stringify({
            known: false,
            named: true,
            authorSeparator: '',
            columns: [{ name: 'Titel', field: 'none', alike: 'none', samples: [] }],
            fields: ['title', 'none'],
          }),
        );
      }
      if (path.includes('/imports?') && sent.length > 0) {
        return new Response(
          JSON.stringify({
            items: [
              importOf({ id: sent[0] ?? '', state: 'failed', columns: 'unknown', fileName: 'liste.csv' }),
            ],
          }),
        );
      }
      return original(input, init);
    };
    renderAt(`${base}/import`);
    await userEvent.upload(
      await screen.findByLabelText('Choose files', { selector: 'input' }),
      new File(['Titel;Jahr'], 'liste.csv'),
    );
    expect(await screen.findByText('What are the columns of liste.csv?')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('What are the columns of liste.csv?')).toBeNull());
  });

  it('takes a corrected record in after the commitment too', async () => {
    const committed = importOf({ state: 'committed', records: 7931, quarantined: 7 });
    const asked = server({
      [`GET ${base}/imports`]: { json: { items: [committed] } },
      [`GET ${base}/imports/import-cnki/quarantine`]: { json: { items: [unread()] } },
      [`PUT ${base}/imports/import-cnki/quarantine/1/repair`]: {
        json: { ...committed, records: 7932, quarantined: 6 },
      },
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Details of cnki.txt' }));
    expect(await screen.findByText(/then comes into the review with its source/)).toBeTruthy();
    const before = asked.calls('GET', `${base}/sources`).length;
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(asked.calls('PUT', /repair$/)).toHaveLength(1));
    await waitFor(() => expect(asked.calls('GET', `${base}/sources`).length).toBeGreaterThan(before));
  });

  it('groups the sources by round, and says what a round found, knew and added', async () => {
    const counts = { imports: 1, records: 5, withinSource: 0 };
    const completeness = { title: 5, abstract: 4, year: 5, doi: 3, authors: 5, language: 1 };
    const asked = server({
      [`GET ${base}/imports`]: { json: { items: [importOf({ state: 'committed' })] } },
      [`GET ${base}/sources`]: {
        json: {
          items: [
            { id: 'a', kind: 'database', name: 'PubMed', round: 1, ...counts, completeness },
            { id: 'b', kind: 'database', name: 'Embase', round: 2, ...counts, completeness },
          ],
        },
      },
      [`GET ${base}/rounds`]: {
        json: {
          items: [
            { number: 1, records: 5, known: 0, duplicates: 0, new: 5 },
            { number: 2, id: 'r', name: 'Update', records: 5, known: 2, duplicates: 1, new: 2 },
          ],
        },
      },
    });
    renderAt(`${base}/import`);
    const update = await screen.findByRole('region', { name: 'Round 2: Update' });
    expect(within(update).getByText('Embase')).toBeTruthy();
    expect(within(update).queryByText('PubMed')).toBeNull();
    expect(within(update).getByText('2 already known')).toBeTruthy();
    expect(within(update).getByText('2 new')).toBeTruthy();
    const table = screen.getByRole('table', { name: /Share of the records of each source/ });
    const row = within(table).getByRole('row', { name: /PubMed/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['5', '100%', '80%', '100%', '100%', '60%', '20%']);
    await userEvent.click(screen.getByRole('button', { name: 'Open a new search round' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open a new search round' }));
    expect(await within(dialog).findByText('Give the round a name.')).toBeTruthy();
    expect(asked.calls('PUT', /rounds/)).toHaveLength(0);
    await userEvent.type(within(dialog).getByLabelText('Name of the round'), 'Update 2027');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Open a new search round' }));
    await waitFor(() => expect(asked.calls('PUT', /rounds/)[0]?.body).toEqual({ name: 'Update 2027' }));
  });

  it('sends no further what is taken off the list, and goes on with the next file', async () => {
    server({});
    const sent: string[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const path = String(input);
      if (init?.method !== 'PUT') return original(input, init);
      if (path.includes('slow')) {
        return new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        });
      }
      sent.push(path);
      return new Response(JSON.stringify(importOf()), { status: 202 });
    };
    renderAt(`${base}/import`);
    await userEvent.upload(await screen.findByLabelText('Choose files', { selector: 'input' }), [
      new File(['x'], 'slow.ris'),
      new File(['x'], 'next.ris'),
    ]);
    await userEvent.click(await screen.findByRole('button', { name: 'Take slow.ris off the list' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(screen.queryByText('slow.ris')).toBeNull();
    expect(screen.queryByText(/did not reach the server/)).toBeNull();
  });

  it('only shows what could not be read once the import is withdrawn, or when it is no record', async () => {
    server({
      [`GET ${base}/imports`]: { json: { items: [importOf({ state: 'withdrawn' })] } },
      [`GET ${base}/imports/import-cnki/quarantine`]: { json: { items: [unread()] } },
    });
    const { unmount } = renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Details of cnki.txt' }));
    expect(await screen.findByText('%T Title')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    unmount();
    server({
      [`GET ${base}/imports`]: { json: { items: [importOf()] } },
      [`GET ${base}/imports/import-cnki/quarantine`]: {
        json: { items: [unread({ line: 0, raw: '', repairable: false, message: 'Not a text.' })] },
      },
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Details of cnki.txt' }));
    expect(await screen.findByText('Not a text.')).toBeTruthy();
    expect(screen.queryByLabelText(/Raw text/)).toBeNull();
  });

  it('withdraws only with a reason', async () => {
    const asked = server({
      [`GET ${base}/imports`]: { json: { items: [importOf({ state: 'committed' })] } },
    });
    renderAt(`${base}/import`);
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw cnki.txt' }));
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByText('Say why; it is kept in the ledger.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Reason'), 'Wrong search');
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    await waitFor(() =>
      expect(asked.calls('PUT', /withdrawal$/)[0]?.body).toEqual({ reason: 'Wrong search' }),
    );
  });

  it('keeps what was chosen and says why when the commitment is refused', async () => {
    server({
      [`GET ${base}/imports`]: { json: { items: [importOf()] } },
      [`PUT ${base}/imports/import-cnki/commitment`]: problem(
        409,
        'already-committed',
        'It was committed already.',
      ),
    });
    renderAt(`${base}/import`);
    await userEvent.type(await screen.findByLabelText(/Search strategy/), '间充质');
    globalThis.fetch = ((original) => async (input: RequestInfo | URL, init?: RequestInit) =>
      String(input).includes('/sources/') ? new Response(null, { status: 204 }) : original(input, init))(
      globalThis.fetch,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Commit 7,931 records' }));
    expect(await screen.findByText('It was committed already.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Search strategy/).value).toBe('间充质');
  });
});
