/** No second decision within this time: a key pressed twice must not decide on a record that nobody has read. */
export const DOUBLE_PRESS_MS = 250;

export class DoublePress {
  readonly #now: () => number;
  #until = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** True for a press that counts; those right after it do not. */
  counts(): boolean {
    if (this.#now() < this.#until) return false;
    this.#until = this.#now() + DOUBLE_PRESS_MS;
    return true;
  }
}
