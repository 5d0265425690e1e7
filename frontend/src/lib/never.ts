/** For the default of a switch over a union: a new case then fails the build. */
export function never(value: never): never {
  throw new Error(`Unforeseen value: ${JSON.stringify(value)}`);
}
