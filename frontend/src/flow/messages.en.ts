import { en, plural } from '../lib/i18n';

export const flow = {
  title: 'PRISMA 2020 flow diagram',
  live: (events: number) =>
    `Live from ${plural(events, '# event', '# events')}. Choose a box to see its records.`,
  figureLanguage: 'Language of the figure',
  export: 'Export',
  download: (format: string) => `Download as ${format}`,
  openBox: (names: string) => `${names}: show the list`,
  unusable: 'The drawing that the server sent cannot be shown. The exports are not affected.',
  blinded: 'Not open while you are blinded',
  blindedText:
    'These numbers would tell how others have voted. A lead who does not vote can see them; they open when screening is done.',
  adds: 'Does it add up?',
  holds: 'holds',
  broken: 'does not hold',
  off: (difference: number) => `off by ${en(Math.abs(difference))}`,
  interim: 'Interim',
  interimText: 'Not final: something is undecided still.',
  final: 'Final',
  finalText: 'Both stages are closed and nothing is undecided.',
  pending: {
    screening: (n: number) => plural(n, '# record waits for screening', '# records wait for screening'),
    retrieval: (n: number) => plural(n, '# report waits for retrieval', '# reports wait for retrieval'),
    fullText: (n: number) => plural(n, '# report waits for assessment', '# reports wait for assessment'),
  },
  ledger: 'Built from the ledger up to',
  event: (sequence: number) => `event ${en(sequence)}`,
  toAudit: 'Verify',
  published: 'Check a published flow',
  publishedText: 'Type the numbers of a paper and see what does not add up.',
  units: {
    record: (n: number) => plural(n, '# record', '# records'),
    report: (n: number) => plural(n, '# report', '# reports'),
    study: (n: number) => plural(n, '# study', '# studies'),
  },
  lines: 'Lines of this box',
  emptyBox: 'Nothing is in this box.',
  checker: {
    title: 'Check a published flow',
    intro: 'Fill in what the paper gives, as much or as little as it is. Empty is not zero.',
    parts: {
      identification: 'Identification',
      screening: 'Screening',
      other: 'Other methods',
      previous: 'Previous version',
      included: 'Included',
    },
    reasonsHint: 'A number, or “Reason, 5; Other reason, 3”',
    notANumber: 'A whole number, please.',
    notReasons: 'A number, or reasons each with its number: “Reason, 5; Other reason, 3”.',
    paste: 'Paste JSON or the CSV of the PRISMA2020 package',
    pasteButton: 'Fill in from this',
    pasteUnknown: 'No numbers of a flow diagram were found in this text.',
    pasteRows: (rows: string) => `Left out, since they are no lines of the diagram: ${rows}`,
    published: 'Try the numbers of Zeng 2025',
    clear: 'Clear all',
    nothing: 'Nothing to check yet',
    nothingText:
      'Two numbers that belong together are enough, for example records screened and records excluded.',
    allHold: (n: number) =>
      plural(n, 'The one identity that can be checked holds.', 'All # identities that can be checked hold.'),
    someBroken: (broken: number, n: number) =>
      `${plural(broken, '# of', '# of')} ${en(n)} identities ${broken === 1 ? 'does' : 'do'} not hold.`,
    explanations: 'What could explain it',
    missing: 'Follow from the others',
    noneMissing: 'No missing number follows from the others.',
    query: 'Text for the authors',
    queryText: 'No repair is claimed: only the authors know which number is right.',
    checking: 'Checking',
    result: 'Result',
  },
};

export type FlowMessages = typeof flow;
