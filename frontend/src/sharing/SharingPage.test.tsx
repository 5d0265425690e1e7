import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { AllocationOutlook, AllocationVersion, Member } from '../api/schema';
import { renderAt } from '../test/render';
import { screeningServer } from '../test/screeningReview';
import { problem, type Answer } from '../test/server';

// The machines that run this may be busy.
configure({ asyncUtilTimeout: 20_000 });

const none: AllocationVersion = {
  version: 0,
  experienced: [],
  experiencedInEachPair: false,
  apart: [],
  quotas: [],
  parts: [],
  handovers: [],
};
const fine: AllocationOutlook = { stuck: [], votesWithoutAnybody: 0, quotas: [] };

function member(name: string): Member {
  const account = { id: name.toLowerCase(), name: name.toLowerCase(), displayName: name };
  return { account, roles: ['reviewer'], since: '2026-01-01T00:00:00Z' };
}

function at(
  id: string,
  rules: AllocationVersion = none,
  outlook: AllocationOutlook = fine,
  saved: Answer = { json: { ...rules, version: rules.version + 1 } },
  now: () => AllocationVersion = () => rules,
) {
  const stage = `/reviews/${id}/stages/title-abstract/allocation`;
  const server = screeningServer({
    id,
    roles: ['lead'],
    more: {
      [`GET ${stage}`]: () => ({ json: now(), headers: { ETag: `"${now().version}"` } }),
      [`PUT ${stage}`]: saved,
      [`GET ${stage}/outlook`]: { json: outlook },
      [`GET /reviews/${id}/members`]: { json: { items: [member('Ann'), member('Bob'), member('Cat')] } },
      [`GET /reviews/${id}/tags`]: {
        json: { items: [{ id: 'animals', name: 'Animals', owner: 'review', place: 1, mine: 0 }] },
      },
    },
  });
  renderAt(`/reviews/${id}/sharing`);
  return server;
}

it('saves who is experienced, who is kept apart, a quota and a batch over the version that was read', async () => {
  const server = at('sharing-1', { ...none, version: 3 });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('checkbox', { name: 'Ann is experienced' }));
  await user.click(
    screen.getByRole('checkbox', { name: 'At least one experienced reviewer on each record' }),
  );
  await user.click(screen.getByRole('button', { name: 'Add a pair' }));
  const pair = screen.getByRole('group', { name: 'Pair 1' });
  await user.selectOptions(within(pair).getByLabelText('One'), 'Ann');
  await user.selectOptions(within(pair).getByLabelText('The other'), 'Bob');
  await user.selectOptions(screen.getByLabelText('Quota of Cat'), '% of the records');
  fireEvent.change(screen.getByLabelText('How many for Cat'), { target: { value: '20' } });
  await user.click(screen.getByRole('button', { name: 'Add a batch' }));
  const batch = screen.getByRole('group', { name: 'Batch 1' });
  await user.selectOptions(within(batch).getByLabelText('By'), 'tag of the review');
  await waitFor(() => expect(within(batch).getByRole('option', { name: 'Animals' })).toBeDefined());
  await user.selectOptions(within(batch).getByLabelText('Which'), 'Animals');
  await user.click(within(batch).getByRole('checkbox', { name: 'Cat' }));
  await user.click(screen.getByRole('button', { name: 'Save the rules' }));

  await waitFor(() => expect(server.calls('PUT', /allocation$/)).toHaveLength(1));
  const [sent] = server.calls('PUT', /allocation$/);
  expect(sent?.headers.get('If-Match')).toBe('"3"');
  expect(sent?.body).toEqual({
    experienced: ['ann'],
    experiencedInEachPair: true,
    apart: [{ first: 'ann', second: 'bob' }],
    quotas: [{ reviewer: 'cat', percent: 20 }],
    parts: [{ kind: 'tag', id: 'animals', reviewers: ['cat'] }],
    handovers: [],
  });
});

it('says what is missing and sends nothing', async () => {
  const server = at('sharing-2');
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Add a batch' }));
  await user.click(screen.getByRole('button', { name: 'Save the rules' }));
  expect(screen.getByText(/Something is missing/)).toBeDefined();
  expect(server.calls('PUT', /allocation$/)).toEqual([]);
});

it('shows what nobody who may can finish, with who has voted, and names who left', async () => {
  at(
    'sharing-3',
    { ...none, version: 1, parts: [{ kind: 'records', from: 1, to: 9, reviewers: ['eve'] }] },
    {
      stuck: [{ part: 0, voters: [{ id: 'eve', displayName: 'Eve' }], count: 3, records: [1, 2, 3] }],
      votesWithoutAnybody: 5,
      againstRules: 2,
      quotas: [],
    },
  );
  const stuck = await screen.findByRole('table', { name: /3 records can be finished by nobody/ });
  expect(within(stuck).getByRole('row', { name: /^Batch 1/ }).textContent).toBe('Batch 1Eve31, 2, 3');
  expect(screen.getByText('The quotas leave 5 votes to nobody.')).toBeDefined();
  expect(screen.getByText(/2 records were finished by people/)).toBeDefined();
  expect(screen.getByRole('checkbox', { name: 'Eve (former member)' })).toBeDefined();
});

it('keeps what was edited when somebody else has saved, and offers the rules of now', async () => {
  let now = none;
  const refused = problem(412, 'allocation-changed', 'Version 1 was saved meanwhile.');
  at('sharing-4', none, fine, refused, () => now);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('checkbox', { name: 'Bob is experienced' }));
  await user.click(screen.getByRole('button', { name: 'Save the rules' }));
  expect(await screen.findByText('Version 1 was saved meanwhile.')).toBeDefined();
  expect(screen.getByRole('checkbox', { name: 'Bob is experienced', checked: true })).toBeDefined();
  now = { ...none, version: 1, experienced: ['cat'] };
  await user.click(screen.getByRole('button', { name: 'Load the rules of now' }));
  expect(await screen.findByRole('checkbox', { name: 'Cat is experienced', checked: true })).toBeDefined();
  expect(screen.getByRole('checkbox', { name: 'Bob is experienced', checked: false })).toBeDefined();
});

it('hands a share over and takes it back', async () => {
  const server = at('sharing-5', { ...none, version: 1, handovers: [{ from: 'ann', to: 'bob' }] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Remove: Ann → Bob' }));
  await user.selectOptions(screen.getByLabelText('Share of'), 'Cat');
  await user.selectOptions(screen.getByLabelText('Goes to'), 'Ann');
  await user.click(screen.getByRole('button', { name: 'Hand over' }));
  await user.click(screen.getByRole('button', { name: 'Save the rules' }));
  await waitFor(() => expect(server.calls('PUT', /allocation$/)).toHaveLength(1));
  expect(server.calls('PUT', /allocation$/)[0]?.body).toMatchObject({
    handovers: [{ from: 'cat', to: 'ann' }],
  });
});

it('is for leads', async () => {
  const id = 'sharing-6';
  screeningServer({ id, roles: ['reviewer'] });
  renderAt(`/reviews/${id}/sharing`);
  expect(await screen.findByRole('heading', { name: 'Only a lead shares out the work' })).toBeDefined();
});
