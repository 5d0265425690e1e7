import type { BilingualText, LanguageCode, ReviewRecord } from '../api/schema';
import { languageOf } from '../lib/i18n';

export interface LanguageText {
  readonly language: LanguageCode;
  readonly text: string;
}

/** The title in each language that the sources give, the record's own first. */
export function titleTexts(record: Pick<ReviewRecord, 'title' | 'titles'>): readonly LanguageText[] {
  return inBothLanguages(record.title, record.titles);
}

export function abstractTexts(record: Pick<ReviewRecord, 'abstract' | 'abstracts'>): readonly LanguageText[] {
  return inBothLanguages(record.abstract, record.abstracts);
}

function inBothLanguages(main: string | undefined, both: BilingualText = {}): readonly LanguageText[] {
  const given = [main ?? '', both.zh ?? '', both.en ?? ''].filter((text) => text.trim() !== '');
  const different = given.filter((text, i) => given.indexOf(text) === i);
  return different.map((text) => ({ language: languageCode(text, both), text }));
}

function languageCode(text: string, both: BilingualText): LanguageCode {
  if (text === both.en) return 'en';
  if (text === both.zh) return 'zh';
  return languageOf(text) === 'en' ? 'en' : 'zh';
}

/** "J Clin Trials 25(4): 233–239", from what there is. */
export function whereItAppeared({ journal, volume, issue, pages }: ReviewRecord): string {
  const number = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  const place = [journal, number].filter(Boolean).join(' ');
  return [place, pages?.replace('-', '–')].filter(Boolean).join(': ');
}

/** Only web addresses become links: a file may carry any text in its URL field. */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s"<>]+$/i.test(url) ? url : undefined;
}

export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi)}`;
}

export function pubMedAddress(pmid: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`;
}
