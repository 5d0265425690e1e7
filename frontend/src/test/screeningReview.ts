import type { Policy, Protocol, QueueItem, Review, ReviewRecord, Role } from '../api/schema';
import { fakeServer, problem, type Answer, type Asked } from './server';

export const protocol: Protocol = {
  version: 2,
  question: {
    text: { en: 'Do cells help?' },
    population: '',
    intervention: '',
    comparison: '',
    outcome: '',
    design: '',
  },
  criteria: [
    { id: 'c1', kind: 'inclusion', text: { en: 'Randomised controlled trial', zh: '随机对照试验' } },
  ],
  reasons: [
    { id: 'r1', label: { en: 'Not randomised', zh: '非随机' } },
    { id: 'r2', label: { en: 'No cells given', zh: '未使用细胞' } },
    { id: 'r3', label: { en: 'No outcome of interest', zh: '无相关结局' } },
  ],
  policy: {
    titleAbstractVotes: 2,
    fullTextVotes: 2,
    conflictRule: 'adjudicator',
    adjudicatorMayHaveVoted: false,
    order: 'random',
    reasonsAtTitleAbstract: false,
    mask: { authors: false, journal: false, year: false },
    countsForVotingLead: false,
    conflictVotesHidden: false,
  },
  highlights: [
    { group: 'include', terms: ['randomised'] },
    { group: 'exclude', terms: ['murine'] },
  ],
  registration: '',
  amendments: [],
};

export function reviewNamed(id: string, roles: Role[] = ['reviewer'], closed = false): Review {
  const mine = { mine: { voted: 0, remaining: 0 } };
  const since = '2026-01-01T00:00:00Z';
  return {
    id,
    title: 'Cells in lupus',
    language: 'en',
    roles,
    blinded: true,
    stages: [
      { stage: 'title-abstract', state: closed ? 'closed' : 'open', since },
      { stage: 'full-text', state: 'open', since },
    ],
    rail: {
      protocol: { version: 2, done: true },
      import: { records: 3, waiting: 0 },
      duplicates: { clusters: 0, duplicates: 0 },
      'title-abstract': mine,
      'full-text': mine,
    },
  };
}

export function record(id: number, more: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    id,
    title: `Record ${id}`,
    authors: ['Zhang W', 'Li M'],
    journal: 'Lupus',
    year: 2021,
    abstract: 'METHODS: Patients were randomized; a murine cohort apart.\nRESULTS: Good.',
    ...more,
  };
}

interface Scene {
  id: string;
  records?: readonly ReviewRecord[];
  roles?: Role[];
  closed?: boolean;
  policy?: Partial<Policy>;
  /** Why votes are refused; otherwise they are taken. */
  refusal?: string;
  more?: { [call: string]: Answer | ((asked: Asked) => Answer) };
}

/** A server with one review, whose queue offers what has no vote yet. */
export function screeningServer({
  id,
  records = [1, 2, 3].map((n) => record(n)),
  roles,
  closed,
  policy,
  refusal,
  more,
}: Scene) {
  const voted = new Map<string, number>();
  const queue = (asked: Asked): Answer => {
    const after = Number(asked.query.get('after') ?? 0);
    const open = records.filter((one) => one.id > after && ![...voted.values()].includes(one.id));
    const items = open.map((one): QueueItem => ({
      itemId: one.id,
      version: 2,
      record: one,
      position: `${one.id}`,
    }));
    return {
      json: {
        items,
        mine: { voted: voted.size, remaining: records.length - voted.size },
        criteriaVersion: 2,
      },
    };
  };
  const account = {
    id: `account-of-${id}`,
    name: 'ann',
    displayName: 'Ann',
    language: 'en',
    administrator: false,
  };
  const table: { [call: string]: Answer | ((asked: Asked) => Answer) } = {
    'GET /session': { json: { signedIn: true, account, local: true, oidc: false } },
    [`GET /reviews/${id}`]: { json: reviewNamed(id, roles, closed) },
    [`GET /reviews/${id}/protocol`]: {
      json: { ...protocol, policy: { ...protocol.policy, ...policy } },
      headers: { ETag: '"2"' },
    },
    [`GET /reviews/${id}/stages/title-abstract/queue`]: queue,
    [`GET /reviews/${id}/stages/full-text/queue`]: queue,
    ...more,
  };
  // Votes and adjudications carry ids of the client's own making.
  const withVotes = new Proxy(table, {
    get(known, call: string) {
      const made = /^(PUT|DELETE) .*\/records\/(\d+)\/(?:votes|adjudications)\/(.+)$/.exec(call);
      // The last vote of the test before may still arrive.
      if (!made || !call.includes(`/reviews/${id}/`)) return known[call];
      if (refusal !== undefined) return problem(409, refusal, 'Refused by the server.');
      const [, method, itemId, voteId = ''] = made;
      if (method === 'PUT') voted.set(voteId, Number(itemId));
      else voted.delete(voteId);
      return { status: 204 };
    },
  });
  return fakeServer(withVotes);
}
