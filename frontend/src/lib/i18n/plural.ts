const english = new Intl.NumberFormat('en');
const englishPlural = new Intl.PluralRules('en');
const chinese = new Intl.NumberFormat('zh-CN');

/** `plural(3, '# record', '# records')` is `3 records`. */
export function plural(n: number, one: string, other: string): string {
  return (englishPlural.select(n) === 'one' ? one : other).replaceAll('#', english.format(n));
}

/** A number inside an English sentence. */
export function en(n: number): string {
  return english.format(n);
}

/** A number inside a Chinese sentence. */
export function zh(n: number): string {
  return chinese.format(n);
}
