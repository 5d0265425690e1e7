/** Small choices kept in this browser: theme, language, shortcuts. A browser that refuses storage only forgets them. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`winnow-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`winnow-${name}`, value);
  } catch {
    // Private mode: the choice lasts until the page is closed.
  }
}
