import { en, plural } from '../lib/i18n';

export const messages = {
  title: 'Audit',
  intro:
    'The ledger: everything that happened to this review, in order. Each event carries the fingerprint of all before it, so that nothing can be changed unseen.',
  verify: 'Verify the ledger',
  verifying: 'The chain is walked and replayed…',
  holds: (events: number) =>
    `The ledger holds. ${plural(events, '# event', '# events')} replayed; every table agrees.`,
  head: (sequence: number) => `Last event ${en(sequence)}, fingerprint`,
  fails: 'The ledger does not hold',
  firstBad: (sequence: number) => `The first bad event is number ${en(sequence)}.`,
  differencesTitle: (n: number) =>
    plural(n, '# row disagrees with the ledger', '# rows disagree with the ledger'),
  differencesText:
    'The ledger says one thing, the table another: something was changed behind the ledger’s back.',
  table: 'Table',
  key: 'Row',
  expected: 'By the ledger',
  found: 'In the table',
  whatToDo:
    'Tell the operator of the server. The ledger itself is the record; a backup shows when it changed.',
  events: 'Events',
  eventsCaption: 'Events of the ledger, newest first',
  number: 'No.',
  when: 'When',
  who: 'Who',
  what: 'What',
  hash: 'Fingerprint',
  content: 'Content',
  showContent: (n: number) => `Content of event ${n}`,
  server: 'the server',
  filterType: 'What',
  filterActor: 'Who',
  everything: 'Everything',
  everybody: 'Everybody',
  emptyTitle: 'Nothing yet',
  emptyText: 'What is done in this review is written here.',
  noneFits: 'No event fits these filters.',
  clear: 'Show all',
  blinded: 'You screen blinded: events that show votes of others are not listed for you.',
  types: {
    'review-created': 'Review made',
    'protocol-amended': 'Protocol changed',
    'member-appointed': 'Roles given',
    'member-dismissed': 'Member removed',
    'source-described': 'Source described',
    'records-added': 'Records imported',
    'records-withdrawn': 'Import withdrawn',
    'duplicates-found': 'Duplicates found',
    'records-merged': 'Records merged',
    'record-split': 'Record split off',
    'vote-cast': 'Vote',
    'vote-withdrawn': 'Vote withdrawn',
    'conflict-adjudicated': 'Conflict settled',
    'adjudication-withdrawn': 'Adjudication withdrawn',
    'retrieval-stated': 'Retrieval noted',
    'stage-closed': 'Stage closed',
    'stage-reopened': 'Stage reopened',
  },
};

export type AuditText = typeof messages;
