import type { ImportText } from './messages.en';

export const charsets = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'Big5', 'windows-1252'] as const;

/** Formats that a file can be read in on demand; a workbook is one by its bytes or is none. */
export function formatChoices(text: ImportText): { value: string; label: string }[] {
  return Object.entries(text.formats)
    .filter(([value]) => value !== 'xlsx')
    .map(([value, label]) => ({ value, label }));
}

/** The format's name for people; one that this page does not know yet is shown as the server calls it. */
export function formatName(id: string | undefined, text: ImportText): string | undefined {
  if (id === undefined) return undefined;
  return Object.entries(text.formats).find(([known]) => known === id)?.[1] ?? id;
}
