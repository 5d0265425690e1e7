import { plural } from '../lib/i18n';

export const lookup = {
  title: 'Find in this review',
  intro:
    'Titles, abstracts, authors, journals, keywords and identifiers of all records, in English and Chinese.',
  words: 'Words to find',
  find: 'Find',
  found: (n: number) => plural(n, '# record', '# records'),
  tagShown: 'Put a tag of the review on these',
  chooseTag: 'Choose …',
  tagThem: (n: number) => plural(n, 'On the # record shown', 'On the # records shown'),
  tagged: (n: number) => plural(n, 'The tag is on # record.', 'The tag is on # records.'),
  none: 'No record has this',
  noneText: 'Try fewer words, the beginning of a word with * at the end, or another language.',
  start: 'What are you looking for?',
  startText: 'Type words, a title, a DOI or an author.',
  help: 'What can be written',
  examples: [
    { write: 'stem cell', finds: 'both words, in any form' },
    { write: '"stem cell"', finds: 'the phrase' },
    { write: 'mesench*', finds: 'words that begin like this' },
    { write: 'title:lupus', finds: 'only in the title; also abstract, author, journal, keyword' },
    { write: 'year:2015..2020', finds: 'a year, or from one to another' },
    { write: 'source:CNKI', finds: 'records of one source' },
    { write: 'doi:10.1000/xyz', finds: 'an identifier; also pmid' },
    { write: 'lupus OR 狼疮', finds: 'either' },
    { write: 'arthritis -mouse', finds: 'the first without the second' },
  ],
  open: (title: string) => `Open: ${title}`,
  duplicate: (id: number) => `duplicate of record ${id}`,
};

export type LookupMessages = typeof lookup;
