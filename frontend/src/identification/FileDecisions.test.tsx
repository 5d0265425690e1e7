import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FileDecisions, Takeover } from '../api/schema';
import { renderAt } from '../test/render';
import { importOf, leadSession, members, protocol, review, reviewId } from '../test/samples';
import { fakeServer, problem } from '../test/server';

const base = `/reviews/${reviewId}`;
const path = `${base}/imports/import-rayyan/decisions`;

const found: FileDecisions = {
  tools: ['rayyan'],
  records: 4,
  decisions: 3,
  people: [
    { person: 'Eva', verdicts: [{ text: 'Included', count: 1 }] },
    { person: 'Mia', verdicts: [{ text: 'Excluded', count: 2 }] },
  ],
  verdicts: [
    { verdict: 'Excluded', count: 2, means: 'exclude' },
    { verdict: 'Included', count: 1, means: 'include' },
  ],
  reasons: [],
  labels: [{ text: 'pilot', count: 1 }],
  notes: 2,
  limits: ['Rayyan does not write at which stage a decision was made.'],
  takeovers: [],
};

const taken: Takeover = {
  id: 'takeover-1',
  stage: 'title-abstract',
  votes: 1204,
  notCarried: 13,
  left: [{ code: 'voted-here', text: 'The person has voted on it here', count: 13 }],
  by: 'Lin',
  at: '2026-02-01T00:00:00Z',
  withdrawn: false,
};

function server(
  state: 'ready' | 'committed',
  decisions: FileDecisions,
  more: Parameters<typeof fakeServer>[0] = {},
) {
  return fakeServer({
    'GET /session': { json: leadSession },
    [`GET ${base}`]: { json: review() },
    [`GET ${base}/sources`]: { json: { items: [] } },
    [`GET ${base}/members`]: { json: { items: members } },
    [`GET ${base}/protocol`]: { json: protocol(), headers: { ETag: '"3"' } },
    [`GET ${base}/imports`]: {
      json: {
        items: [importOf({ id: 'import-rayyan', fileName: 'rayyan.ris', state, quarantined: 0 })],
      },
    },
    [`GET ${base}/imports/import-rayyan/preview`]: { json: { items: [] } },
    [`GET ${path}`]: { json: decisions },
    ...more,
  });
}

async function opened() {
  renderAt(`${base}/import`);
  await userEvent.click(await screen.findByRole('button', { name: 'Details of rayyan.ris' }));
  return screen.findByRole('region', { name: 'Decisions in this file' });
}

describe('decisions that a file brings along', () => {
  it('are reported before the file is committed, and cannot be taken over yet', async () => {
    server('ready', found);
    renderAt(`${base}/import`);
    const section = await screen.findByRole('region', { name: 'Decisions in this file' });
    expect(
      within(section).getByText(/4 records say how they were screened in Rayyan: 3 decisions/),
    ).toBeTruthy();
    const table = within(section).getByRole('region', { name: 'Who decided what' });
    expect(within(table).getByRole('row', { name: /Mia 2 0/ })).toBeTruthy();
    expect(
      within(section).getByText('Rayyan does not write at which stage a decision was made.'),
    ).toBeTruthy();
    expect(within(section).queryByRole('button', { name: 'Take over as votes' })).toBeNull();
  });

  it('become votes only of whom and as what the lead maps', async () => {
    const asked = server('committed', found);
    const section = await opened();
    const submit = await within(section).findByRole('button', { name: 'Take over as votes' });
    await userEvent.click(submit);
    expect(within(section).getByRole('alert').textContent).toBe('Map at least one person and one verdict.');
    expect(asked.calls('PUT', /takeovers/)).toEqual([]);

    await userEvent.selectOptions(within(section).getByLabelText('Mia'), 'Wei');
    await userEvent.selectOptions(within(section).getByLabelText('Included (1)'), 'Not taken over');
    await userEvent.click(submit);
    await waitFor(() => expect(asked.calls('PUT', /takeovers/)).toHaveLength(1));
    expect(asked.calls('PUT', /takeovers/)[0]?.body).toEqual({
      stage: 'title-abstract',
      people: [{ person: 'Mia', account: 'account-wei' }],
      verdicts: [{ verdict: 'Excluded', means: 'exclude' }],
      reasons: [],
    });
  });

  it('show what was taken over, what was not, and can be taken back as a whole', async () => {
    const asked = server('committed', { ...found, takeovers: [taken] });
    const section = await opened();
    expect(
      await within(section).findByText(
        '1,204 votes taken over (Title and abstract); 13 decisions could not be carried.',
      ),
    ).toBeTruthy();
    expect(
      within(section).getByRole('link', { name: 'What was not carried (CSV)' }).getAttribute('href'),
    ).toBe(`/api/v1${path}/takeovers/takeover-1/not-carried.csv`);
    await userEvent.click(within(section).getByRole('button', { name: 'Take these votes back' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take these votes back' }));
    await waitFor(() => expect(asked.calls('DELETE', `${path}/takeovers/takeover-1`)).toHaveLength(1));
  });

  it('are not shown to a lead who votes blinded', async () => {
    server('committed', found, {
      [`GET ${path}`]: problem(403, 'blinded', 'Open to you when screening is closed.'),
    });
    const section = await opened();
    expect(await within(section).findByText('Open to you when screening is closed.')).toBeTruthy();
  });

  it('are no topic for a file of a database', async () => {
    server('ready', { ...found, tools: [], records: 0, decisions: 0, people: [], verdicts: [] });
    renderAt(`${base}/import`);
    expect(await screen.findByRole('button', { name: /Commit 7,931 records/ })).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Decisions in this file' })).toBeNull());
  });
});
