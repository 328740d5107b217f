/** An answer as data. The body is already JSON; `headers` are name and value in turns. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: readonly string[];
  /** Replaces `application/json`. */
  readonly contentType?: string;
}
