import { configure, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { record, screeningServer } from '../test/screeningReview';
import { problem, type Answer } from '../test/server';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

function lookupServer(id: string, answer: Answer) {
  return screeningServer({
    id,
    more: { [`GET /reviews/${id}/lookup`]: answer, [`GET /reviews/${id}/records/5`]: { json: record(5) } },
  });
}

const found: Answer = {
  json: {
    total: 1,
    items: [
      {
        record: record(5),
        highlights: {
          title: [
            { text: 'Record ', hit: false },
            { text: '5', hit: true },
          ],
          abstract: [[{ text: '<b>murine</b>', hit: true }]],
        },
      },
    ],
  },
};

it('marks the hits, shows their text as text, and opens the record', async () => {
  lookupServer('find-1', found);
  renderAt('/reviews/find-1/find?q=5');
  expect(await screen.findByText('1 record')).toBeDefined();
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '5',
    '<b>murine</b>',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Open: Record 5' }));
  const panel = await screen.findByRole('dialog', { name: 'Record 5' });
  expect(await within(panel).findByRole('heading', { name: 'Record 5', level: 2 })).toBeDefined();
});

it('lets a lead put a tag of the review on what was found, and nobody else', async () => {
  const tags: Answer = {
    json: {
      items: [
        { id: 'animals', name: 'Animals', owner: 'review', place: 1, mine: 0 },
        { id: 'own', name: 'My own', owner: 'member', place: 1, mine: 0 },
      ],
    },
  };
  const more = { 'GET /reviews/find-tag/lookup': found, 'GET /reviews/find-tag/tags': tags };
  const server = screeningServer({ id: 'find-tag', roles: ['lead'], more });
  const page = renderAt('/reviews/find-tag/find?q=5');
  const choice = await screen.findByLabelText('Put a tag of the review on these');
  expect(within(choice).queryByRole('option', { name: 'My own' })).toBeNull();
  fireEvent.change(choice, { target: { value: 'animals' } });
  fireEvent.click(screen.getByRole('button', { name: 'On the 1 record shown' }));
  expect(await screen.findByText('The tag is on 1 record.')).toBeDefined();
  expect(server.calls('PUT', '/reviews/find-tag/records/5/tags/animals')).toHaveLength(1);
  page.unmount();

  screeningServer({ id: 'find-tag', roles: ['reviewer'], more });
  renderAt('/reviews/find-tag/find?q=5');
  expect(await screen.findByText('1 record')).toBeDefined();
  expect(screen.queryByLabelText('Put a tag of the review on these')).toBeNull();
});

it('asks for what is typed', async () => {
  const server = lookupServer('find-2', { json: { total: 0, items: [] } });
  const { router } = renderAt('/reviews/find-2/find');
  const field = await screen.findByRole('searchbox', { name: 'Words to find' });
  fireEvent.change(field, { target: { value: ' 间充质 ' } });
  fireEvent.submit(field.closest('form') ?? field);
  expect(await screen.findByRole('heading', { name: 'No record has this' })).toBeDefined();
  expect(router.state.location.search).toBe(`?q=${encodeURIComponent('间充质')}`);
  expect(server.calls('GET', '/reviews/find-2/lookup')[0]?.query.get('q')).toBe('间充质');
});

it('says what is wrong with a query that is not understood', async () => {
  lookupServer('find-3', problem(422, 'query-not-understood', 'A parenthesis is not closed, at 5.'));
  renderAt('/reviews/find-3/find?q=(a');
  expect(await screen.findByText('A parenthesis is not closed, at 5.')).toBeDefined();
});
