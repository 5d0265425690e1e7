import type { LanguageCode, ReviewRecord } from '../../api/schema';
import { abstractSections, type Section } from '../../lib/abstractSections';
import { highlighter, type Highlighter, type HighlightGroupName, type Hit } from '../../lib/highlights';
import { richText, type RichText } from '../../lib/richText';
import { abstractTexts, titleTexts } from '../recordText';

/** A text of a record, worked out once: markup, highlights and, for an abstract, its parts. */
export interface PreparedText {
  readonly language: LanguageCode;
  readonly rich: RichText;
  readonly hits: readonly Hit[];
  readonly sections: readonly Section[];
}

export interface PreparedRecord {
  readonly titles: readonly PreparedText[];
  readonly abstracts: readonly PreparedText[];
  readonly keywords: readonly PreparedText[];
  readonly hits: readonly Hit[];
}

export const noHighlights: Highlighter = highlighter([]);

const known = new WeakMap<Highlighter, WeakMap<ReviewRecord, PreparedRecord>>();

/** Cheap the second time: the queue prepares records ahead, so that a key press only has to draw. */
export function prepared(record: ReviewRecord, find: Highlighter): PreparedRecord {
  const cache = known.get(find) ?? new WeakMap<ReviewRecord, PreparedRecord>();
  known.set(find, cache);
  const before = cache.get(record);
  if (before) return before;
  const made = prepare(record, find);
  cache.set(record, made);
  return made;
}

function prepare(record: ReviewRecord, find: Highlighter): PreparedRecord {
  const text = (source: { language: LanguageCode; text: string }): PreparedText => {
    const rich = richText(source.text);
    return { language: source.language, rich, hits: find(rich.text), sections: [] };
  };
  const titles = titleTexts(record).map(text);
  const abstracts = abstractTexts(record).map((source) => {
    const plain = text(source);
    return { ...plain, sections: abstractSections(plain.rich.text) };
  });
  const keywords = (record.keywords ?? []).map((keyword) => text({ language: 'en', text: keyword }));
  const hits = [...titles, ...abstracts, ...keywords].flatMap((one) => one.hits);
  return { titles, abstracts, keywords, hits };
}

export type { HighlightGroupName };
