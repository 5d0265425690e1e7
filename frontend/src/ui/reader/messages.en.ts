import { plural } from '../../lib/i18n';

/** Of RIS, and of what is read into its words. */
const types: Readonly<Record<string, string>> = {
  JOUR: 'Journal article',
  JFULL: 'Journal',
  BOOK: 'Book',
  EBOOK: 'E-book',
  CHAP: 'Book chapter',
  ECHAP: 'Book chapter',
  CONF: 'Conference proceedings',
  CPAPER: 'Conference paper',
  ABST: 'Abstract',
  THES: 'Thesis',
  RPRT: 'Report',
  ELEC: 'Web page',
  EJOUR: 'Journal article',
  INPR: 'Article in press',
  MGZN: 'Magazine article',
  NEWS: 'Newspaper article',
  UNPB: 'Unpublished work',
  PAT: 'Patent',
  DATA: 'Data set',
  GEN: 'Other',
};

export const reader = {
  untitled: (id: number) => `Record ${id}, without a title`,
  moreAuthors: (n: number) => plural(n, '+# more author', '+# more authors'),
  lessAuthors: 'fewer authors',
  keywords: 'Keywords',
  abstractIn: { en: 'English abstract', zh: 'Chinese abstract' },
  original: 'As received',
  structured: 'By section',
  originalHint: 'The abstract exactly as the source gave it',
  sideBySide: 'Side by side',
  oneBelow: 'One below the other',
  missing: 'No abstract in any source.',
  paste: 'Paste it',
  mended: (field: string, origin: string, date: string) =>
    origin === ''
      ? `${field}: put in by hand on ${date}`
      : `${field}: put in by hand on ${date}, from: ${origin}`,
  fields: {
    'title-en': 'English title',
    'title-zh': 'Chinese title',
    'abstract-en': 'English abstract',
    'abstract-zh': 'Chinese abstract',
  },
  lookUp: 'Look it up:',
  publisher: 'Publisher',
  masked: (what: string) => `Hidden by the protocol: ${what}`,
  maskedAuthors: 'authors',
  maskedJournal: 'journal',
  maskedYear: 'year',
  types,
  doi: 'DOI',
  web: 'Web page',
  newTab: 'opens a new tab',
  record: (id: number) => `Record ${id}`,
  source: 'As imported',
  hideSource: 'Hide',
  groups: {
    include: 'include',
    exclude: 'exclude',
    population: 'population',
    intervention: 'intervention',
    comparison: 'comparison',
    outcome: 'outcome',
  },
  hits: 'Highlighted terms',
};

export type ReaderMessages = typeof reader;
