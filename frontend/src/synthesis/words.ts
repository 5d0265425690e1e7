/** The words for a code, or the code itself where the server knows one that this page has no words for. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
