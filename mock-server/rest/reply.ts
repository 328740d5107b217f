import type { WireText } from './wire-text.js';

/** An answer as data; `headers` are name and value in turns. */
export interface Reply {
  readonly status: number;
  readonly body: WireText;
  /** The body once more, to be put together when the journal is read: long bodies are not kept for it. */
  readonly recall?: () => WireText;
  readonly headers?: readonly string[];
  /** Replaces `application/json`. */
  readonly contentType?: string;
}
