import type { ImportText } from './messages.en';

export const charsets = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'Big5', 'windows-1252'] as const;

/** Formats that a file can be read in on demand; a workbook is one by its bytes or is none. */
export function formatChoices(text: ImportText): { value: string; label: string }[] {
  return Object.entries(text.formats)
    .filter(([value]) => value !== 'xlsx')
    .map(([value, label]) => ({ value, label }));
}

export const completenessFields = ['title', 'abstract', 'authors', 'year', 'doi', 'language'] as const;

/** The name of what a column is read as; one that this page does not know yet is shown as the server calls it. */
export function fieldName(id: string, text: ImportText): string {
  return Object.entries(text.columnFields).find(([known]) => known === id)?.[1] ?? id;
}

const separators = [';', ',', '|', '/', '、', ' and ', '\n'] as const;

/** What may stand between authors; one that was said before is offered though it is none of the usual ones. */
export function separatorChoices(text: ImportText, said: string): { value: string; label: string }[] {
  const known = separators.map((value) => ({ value, label: value === '\n' ? text.lineBreak : value.trim() }));
  return [
    { value: '', label: text.asRecognised },
    ...known,
    ...(said === '' || known.some(({ value }) => value === said) ? [] : [{ value: said, label: said }]),
  ];
}

/** The format's name for people; one that this page does not know yet is shown as the server calls it. */
export function formatName(id: string | undefined, text: ImportText): string | undefined {
  if (id === undefined) return undefined;
  return Object.entries(text.formats).find(([known]) => known === id)?.[1] ?? id;
}
