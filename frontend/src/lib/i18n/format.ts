import { useMemo } from 'react';
import { languageTag, useLanguage, type Language } from './language';

export interface Format {
  number(n: number): string;
  /** A share of one: 0.934 is 93 %. */
  percent(share: number): string;
  bytes(n: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  /** With seconds, for the ledger. */
  exactTime(iso: string): string;
  /** Joined with "and". */
  list(parts: readonly string[]): string;
  /** Only set apart, by the language's own comma. */
  enumerate(parts: readonly string[]): string;
}

const made = new Map<Language, Format>();

export function formatIn(language: Language): Format {
  const known = made.get(language);
  if (known) return known;
  const format = make(languageTag(language));
  made.set(language, format);
  return format;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatIn(language), [language]);
}

function make(tag: string): Format {
  const number = new Intl.NumberFormat(tag);
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const exactTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    number: (n) => number.format(n),
    percent: (share) => percent.format(share),
    bytes: (n) => {
      if (n < 1000) return `${number.format(n)} B`;
      if (n < 1_000_000) return `${decimal.format(n / 1000)} kB`;
      return `${decimal.format(n / 1_000_000)} MB`;
    },
    date: (iso) => valid(iso, date),
    dateTime: (iso) => valid(iso, dateTime),
    exactTime: (iso) => valid(iso, exactTime),
    list: (parts) => list.format(parts),
    enumerate: (parts) => parts.join(tag.startsWith('zh') ? '、' : ', '),
  };
}

function valid(iso: string, format: Intl.DateTimeFormat): string {
  // Engines read many other texts as some date or other.
  const at = /^\d{4}-\d{2}-\d{2}/.test(iso) ? new Date(iso) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? iso : format.format(at);
}
