import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { leadSession, review, reviewId } from '../test/samples';
import { fakeServer, problem, type Answer } from '../test/server';
import { comparison, comparisonId, synthesisId } from '../test/synthesisSamples';

const path = `/reviews/${reviewId}`;

function server(more: { [call: string]: Answer } = {}) {
  return fakeServer({
    'GET /session': { json: leadSession },
    [`GET ${path}`]: { json: review() },
    [`GET ${path}/comparisons`]: { json: { items: [comparison()] } },
    ...more,
  });
}

describe('the overview of syntheses', () => {
  it('begins with a comparison, named in one language at least', async () => {
    const asked = server({ [`GET ${path}/comparisons`]: { json: { items: [] } } });
    renderAt(`${path}/synthesis`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add a comparison' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('A name in one of the languages is needed.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Name in Chinese'), '细胞对比安慰剂');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked.calls('PUT', /comparisons\/.+/)).toHaveLength(1));
    expect(asked.calls('PUT', /comparisons\/.+/)[0]?.body).toEqual({
      position: 1,
      name: { zh: '细胞对比安慰剂' },
      experimental: {},
      control: {},
    });
  });

  it('defines an outcome with usual settings for its data', async () => {
    const asked = server();
    renderAt(`${path}/synthesis`);
    await userEvent.click(await screen.findByRole('button', { name: 'Add an outcome' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Outcome'), 'Adverse events');
    await userEvent.selectOptions(within(dialog).getByLabelText('Effect measure'), 'PETO');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked.calls('PUT', /syntheses\/.+/)).toHaveLength(1));
    expect(asked.calls('PUT', /syntheses\/.+/)[0]?.body).toMatchObject({
      comparisonId,
      position: 2,
      outcome: { en: 'Adverse events' },
      data: 'dichotomous',
      settings: { measure: 'PETO', method: 'PETO', model: 'fixed' },
    });
  });

  it('marks what is prespecified and what has new numbers, and says what an export loses', async () => {
    const lost = 'Cells: Pain: the estimator of τ² (RevMan 5 has DerSimonian-Laird)';
    server({
      [`GET ${path}/syntheses/export/losses`]: { json: { items: [lost] } },
    });
    renderAt(`${path}/synthesis`);
    const row = (await screen.findByRole('link', { name: 'Pain at 12 months' })).closest('tr');
    if (!row) throw new Error('It is in a table.');
    expect(within(row).getByText('prespecified')).toBeTruthy();
    expect(within(row).getByText('new numbers')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Export…' }));
    expect(await screen.findByText(lost)).toBeTruthy();
    const href = () => screen.getByRole('link', { name: 'Download' }).getAttribute('href');
    expect(href()).toBe(`/api/v1${path}/syntheses/export?format=rm5`);
    await userEvent.selectOptions(screen.getByLabelText('Format'), 'script-meta');
    expect(href()).toBe(`/api/v1${path}/syntheses/script?tool=meta`);
  });

  it('shows what a file holds before it is taken over', async () => {
    const found = {
      comparisons: [{ name: 'Cells', outcomes: [{ name: 'Pain', measure: 'MD', rows: 12 }] }],
      problems: [{ line: 7, message: 'No such study.' }],
      notCarried: ['Main text'],
    };
    const asked = server();
    renderAt(`${path}/synthesis`);
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    const table = asked.asked;
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const answer = await real(input, init);
      return /imports\/[^/]+$/.test(new URL(String(input), 'http://x').pathname)
        ? new Response(JSON.stringify(found))
        : answer;
    };
    const file = new File(['<COCHRANE_REVIEW/>'], 'review.rm5');
    await userEvent.upload(screen.getByLabelText('Choose a file'), file);
    expect(await screen.findByText('1 comparison, 1 outcome, 12 rows of data')).toBeTruthy();
    expect(screen.getByText('Line 7: No such study.')).toBeTruthy();
    expect(screen.getByText('Main text')).toBeTruthy();
    expect(table.some((call) => call.path.endsWith('/commit'))).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Take over' }));
    await waitFor(() => expect(table.some((call) => call.path.endsWith('/commit'))).toBe(true));
    globalThis.fetch = real;
  });
});

describe('the summary of findings', () => {
  const none = { down: 0, reason: {} };
  const row = {
    synthesisId,
    version: 3,
    outcome: { en: 'Adverse events' },
    participants: 240,
    studies: 3,
    relative: { estimate: 0.8, lower: 0.6, upper: 1.1, measure: 'RR' },
    risks: [
      {
        assumed: 100,
        source: 'median',
        with: { per1000: 80, lower: 60, upper: 110 },
        difference: { per1000: -20, lower: -40, upper: 10 },
        numberNeeded: { en: 'NNTB 50 (NNTB 25 to ∞ to NNTH 100)', zh: 'NNTB 50（NNTB 25至∞至NNTH 100）' },
      },
    ],
    observational: false,
    judgements: {
      riskOfBias: none,
      inconsistency: none,
      indirectness: none,
      imprecision: { ...none, suggested: { down: 1, reason: { en: 'Wide interval.', zh: '区间宽。' } } },
      publicationBias: none,
    },
    notes: [],
    footnotes: [],
  };

  it('tells effects among a thousand people and takes a suggestion as a judgement', async () => {
    const asked = server({
      [`GET ${path}/summary-of-findings`]: { json: { items: [row] } },
      [`PUT ${path}/syntheses/${synthesisId}/certainty`]: problem(412, 'synthesis-changed', 'Changed', {
        current: { version: 4 },
      }),
    });
    renderAt(`${path}/synthesis/findings`);
    expect(await screen.findByText('20 fewer (−40 –\u2060 +10)')).toBeTruthy();
    expect(screen.getByText('NNTB 50 (NNTB 25 to ∞ to NNTH 100)')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Page to print (HTML)' }).getAttribute('href')).toContain(
      'summary-of-findings/table.html?comparison=',
    );
    expect(screen.getByText('not judged yet')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Judge Adverse events' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take the suggestion' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Somebody judged this outcome meanwhile/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(asked.calls('PUT', /certainty$/)).toHaveLength(2));
    const [first, second] = asked.calls('PUT', /certainty$/);
    expect([first, second].map((call) => call?.headers.get('If-Match'))).toEqual(['"3"', '"4"']);
    expect(second?.body).toEqual({
      judgements: {
        ...row.judgements,
        imprecision: { down: 1, reason: { en: 'Wide interval.', zh: '区间宽。' } },
      },
      observational: false,
      notes: [],
    });
  });
});
