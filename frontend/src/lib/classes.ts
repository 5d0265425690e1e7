export function classes(...names: (string | false | undefined)[]): string {
  return names.filter((name) => name).join(' ');
}
