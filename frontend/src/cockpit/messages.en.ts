import { en, plural } from '../lib/i18n';

export const cockpit = {
  title: 'Progress',
  intro: 'How far everybody has come. It renews itself as the team works.',
  blinded:
    'You vote, so this page tells how much was done and nothing of what was said: decisions, conflicts, agreement and full texts appear when screening is closed.',
  stages: { 'title-abstract': 'Title and abstract', 'full-text': 'Full text' },
  closed: (date: string) => `closed since ${date}`,
  progress: (decided: string, items: string) => `${decided} of ${items} decided`,
  missing: (n: number) => plural(n, '# vote is missing', '# votes are missing'),
  half: (n: number) => plural(n, '# record is half screened', '# records are half screened'),
  expected: (date: string, days: number) => `At the pace of the last ${en(days)} days: done on ${date}`,
  noPace: (days: number) => `Nobody voted in the last ${en(days)} days, so no end can be told.`,
  complete: 'Every vote is there.',
  reviewers: 'Reviewers',
  reviewer: 'Reviewer',
  voted: 'Voted on',
  remaining: 'Left',
  lately: (days: number) => `Last ${en(days)} days`,
  lastVote: 'Last vote',
  never: 'not yet',
  former: 'Former reviewers',
  formerText: 'They review no more; their votes were kept and count.',
  conflicts: 'Conflicts by age',
  age: 'Waiting for',
  atMost: (from: number, to: number) =>
    from === 0 ? plural(to, 'up to # day', 'up to # days') : `${en(from)} to ${en(to)} days`,
  longer: (days: number) => `more than ${en(days)} days`,
  count: 'Conflicts',
  toConflicts: 'To the conflicts',
  toAgreement: 'Agreement and its trend',
  toSharing: 'Sharing out the work',
  trend: 'Agreement so far',
  trendText: (from: string, to: string) =>
    `Share of pairs of first votes that agree, and Gwet's AC1, in stretches of the records that two or more have voted on, from ${from} to ${to}.`,
  trendLines: { percent: 'Agreement', ac1: 'AC1' },
  trendRecords: 'Records',
  trendNone: 'Nothing yet that two have voted on.',
  toStage: 'Close or reopen a stage',
  warnings: 'To look at',
  warning: {
    'few-reviewers': (n: number) =>
      plural(
        n,
        '# more reviewer is needed for the votes that the protocol asks for.',
        '# more reviewers are needed for the votes that the protocol asks for.',
      ),
    'no-criteria': () => 'The protocol has no eligibility criteria yet.',
    'no-abstract': (n: number) => plural(n, '# record has no abstract.', '# records have no abstract.'),
    'no-title': (n: number) => plural(n, '# record has no title.', '# records have no title.'),
    'no-year': (n: number) =>
      plural(n, '# record has no year of publication.', '# records have no year of publication.'),
    'odd-year': (n: number) =>
      plural(
        n,
        '# record has a year before 1665 or after next year.',
        '# records have a year before 1665 or after next year.',
      ),
    quarantined: (n: number) =>
      plural(
        n,
        '# record of an import could not be read and is in quarantine.',
        '# records of imports could not be read and are in quarantine.',
      ),
    'no-reasons': (n: number) =>
      plural(
        n,
        '# report waits for full-text screening, and the protocol lists no reasons for exclusion.',
        '# reports wait for full-text screening, and the protocol lists no reasons for exclusion.',
      ),
    stuck: (n: number) =>
      plural(
        n,
        '# record cannot be finished by anybody whom the rules on sharing out permit.',
        '# records cannot be finished by anybody whom the rules on sharing out permit.',
      ),
    'votes-without-anybody': (n: number) =>
      plural(n, 'The quotas leave # vote to nobody.', 'The quotas leave # votes to nobody.'),
    'criteria-unclear': (n: number) =>
      plural(n, 'The criteria were unclear on # record.', 'The criteria were unclear on # records.'),
    'one-verdict': (n: number, name: string) => `${name} gave the same decision on all ${en(n)} records.`,
  },
};

export type CockpitMessages = typeof cockpit;
