/** Reads a stream until it has what is wanted, then leaves. */
export async function readUntil(url: string, wanted: (text: string) => boolean): Promise<string> {
  const leave = new AbortController();
  const response = await fetch(url, { signal: leave.signal });
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (wanted(text)) break;
  }
  leave.abort();
  return text;
}

/** What the events of a type carry. */
export const dataOf = <T>(text: string, type: string): T[] =>
  [...text.matchAll(new RegExp(`event: ${type}\\ndata: (.*)\\n`, 'g'))].map(([, data]) =>
    JSON.parse(data ?? ''),
  );
