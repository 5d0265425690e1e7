export interface FieldError {
  field: string;
  message: string;
}

/** What the server, or the way to it, refused. `detail` is already in the user's language. */
export class Problem extends Error {
  readonly code: string;
  readonly detail: string;
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly errorId: string | undefined;
  /** The whole problem document, for the few codes that carry more (`current` of protocol-changed). */
  readonly body: unknown;

  constructor(given: {
    code: string;
    detail: string;
    status: number;
    errors?: readonly FieldError[] | undefined;
    errorId?: string | undefined;
    body?: unknown;
  }) {
    super(given.detail || given.code);
    this.name = 'Problem';
    this.code = given.code;
    this.detail = given.detail;
    this.status = given.status;
    this.errors = given.errors ?? [];
    this.errorId = given.errorId;
    this.body = given.body;
  }

  /** No answer: the server is away, or this machine is offline. */
  get unreachable(): boolean {
    return this.status === 0;
  }
}
