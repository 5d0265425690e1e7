import type { ImportBatch, Member, Protocol, Review, Session } from '../api/schema';

export const reviewId = '0b8f1c1e-6a50-4d0a-9a5e-3f6f6d1f0001';

export const leadSession: Session = {
  signedIn: true,
  local: true,
  oidc: false,
  account: { id: 'account-lin', name: 'lin', displayName: 'Lin', language: 'en', administrator: true },
};

export function review(changed: Partial<Review> = {}): Review {
  return {
    id: reviewId,
    title: 'Stromal cells in arthritis',
    language: 'en',
    roles: ['lead'],
    blinded: false,
    stages: [
      { stage: 'title-abstract', state: 'open', since: '2026-01-01T00:00:00Z' },
      { stage: 'full-text', state: 'open', since: '2026-01-01T00:00:00Z' },
    ],
    rail: {
      protocol: { version: 3, done: true },
      import: { records: 120, waiting: 0 },
      duplicates: { clusters: 4, duplicates: 5 },
      'title-abstract': { total: 115, decided: 20 },
      'full-text': { total: 0, decided: 0 },
      conflicts: { titleAbstract: 2, fullText: 0 },
      flow: { included: 0 },
    },
    ...changed,
  };
}

export function protocol(changed: Partial<Protocol> = {}): Protocol {
  return {
    version: 3,
    question: {
      text: { en: 'Do they help?' },
      population: '',
      intervention: '',
      comparison: '',
      outcome: '',
      design: '',
    },
    registration: '',
    criteria: [
      { id: 'criterion-rct', kind: 'inclusion', text: { en: 'Randomised trial' } },
      { id: 'criterion-human', kind: 'inclusion', text: { en: 'Humans' } },
    ],
    reasons: [],
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
    highlights: [],
    amendments: [],
    ...changed,
  };
}

export function importOf(changed: Partial<ImportBatch> = {}): ImportBatch {
  return {
    id: 'import-cnki',
    fileName: 'cnki.txt',
    bytes: 4000,
    state: 'ready',
    format: 'cnki',
    charset: 'GB18030',
    bytesRead: 4000,
    records: 7931,
    quarantined: 7,
    guess: { database: 'CNKI' },
    createdAt: '2026-01-02T00:00:00Z',
    ...changed,
  };
}

export const members: Member[] = [
  {
    account: { id: 'account-lin', name: 'lin', displayName: 'Lin' },
    roles: ['lead'],
    since: '2026-01-01T00:00:00Z',
  },
  {
    account: { id: 'account-wei', name: 'wei', displayName: 'Wei' },
    roles: ['reviewer'],
    since: '2026-01-01T00:00:00Z',
  },
];
