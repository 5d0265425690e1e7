/** Commands that only open something: safe to carry out as soon as the record is there. */
const opening: ReadonlySet<string> = new Set(['note', 'tags', 'mend', 'duplicate', 'expand']);

/**
 * Keys that are pressed after another part of the queue was chosen and before its first record is shown. What only opens
 * something waits for the record. A decision does not: nobody decides on what they have not seen.
 */
export class EarlyKeys {
  #waiting: string | undefined;

  /** Whether the command waits for the record; otherwise the key has to be pressed again. */
  press(command: string): boolean {
    this.#waiting = opening.has(command) ? command : undefined;
    return this.#waiting !== undefined;
  }

  /** What waited; it is carried out once. */
  take(): string | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }
}
