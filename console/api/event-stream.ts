import { send } from './http.js';

/** One server-sent event. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** A stream tells the time every two seconds: one that is silent for so many milliseconds has lost its connection. */
const SILENCE = 10_000;

/**
 * Server-sent events of a path until it ends or is given up. (EventSource cannot send the admin token.)
 * @throws ApiProblem when it is refused; another error when the connection breaks, or nothing comes any more
 */
export async function* eventStream(path: string, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  const connection = new AbortController();
  const giveUp = () => connection.abort();
  signal.addEventListener('abort', giveUp);
  let silence = setTimeout(giveUp, SILENCE);
  try {
    const response = await send('GET', path, undefined, connection.signal);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let pending = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      clearTimeout(silence);
      silence = setTimeout(giveUp, SILENCE);
      const blocks = (pending + part.value).split('\n\n');
      pending = blocks.pop() ?? '';
      yield* blocks.flatMap((block) => parsed(block) ?? []);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', giveUp);
  }
}

/** A block of lines, or undefined for a comment or a setting. */
function parsed(block: string): StreamEvent | undefined {
  const fields = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line));
  const data = fields.flatMap((field) => (field?.[1] === 'data' ? [field[2] ?? ''] : []));
  if (data.length === 0) return undefined;
  return { type: fields.find((field) => field?.[1] === 'event')?.[2] ?? 'message', data: data.join('\n') };
}
