import { plural } from '../../lib/i18n';

export const outbox = {
  saved: 'saved',
  saving: (n: number) => plural(n, 'saving #', 'saving #'),
  offline: (n: number) => plural(n, 'offline, # kept here', 'offline, # kept here'),
  signedOut: (n: number) => plural(n, 'signed out, # kept here', 'signed out, # kept here'),
  otherAccount: (n: number) =>
    plural(n, 'another account is signed in, # kept here', 'another account is signed in, # kept here'),
  signIn: 'Sign in to send them',
  notStored: 'This browser stores nothing: keep the page open until everything is saved.',
  refused: (n: number) => plural(n, '# not accepted', '# not accepted'),
  refusedTitle: 'Decisions that the server did not accept',
  refusedText: 'They do not count. Nothing was dropped: read why, then try again or put them away.',
  tryAgain: 'Try again',
  understood: 'Put away',
  acts: {
    include: 'Include',
    exclude: 'Exclude',
    maybe: 'Maybe',
    withdraw: 'Take back',
    duplicate: 'Duplicate of another',
    'no-duplicate': 'Not a duplicate after all',
    sought: 'Sought',
    retrieved: 'Retrieved',
    later: 'Later',
    'not-later': 'Not later',
    note: 'Note',
    tag: 'Tag',
    untag: 'Take a tag off',
    mend: 'Mend record',
    'not-retrieved': 'Not retrieved',
  },
  why: {
    'stage-closed': 'The stage was closed before this arrived. A lead can open it again.',
    'already-adjudicated': 'The conflict about this record was settled before this arrived.',
    'not-screenable': 'The record was withdrawn or joined with a duplicate before this arrived.',
    'reason-needed': 'An exclusion at this stage needs a reason.',
    'role-needed': 'You do not have the role for this any more. A lead can give it to you.',
    'no-conflict': 'There is no conflict about this record any more.',
    'adjudication-decides': 'A settlement is include or exclude.',
    'not-found': 'The record or the review is no longer open to you.',
  },
  server: 'The server says:',
};

export type OutboxMessages = typeof outbox;
