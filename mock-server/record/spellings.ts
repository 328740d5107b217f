/** A way in which a text may be written inside another one. */
export type Spelling = (text: string) => string;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const SPELLINGS: readonly Spelling[] = [
  (text) => text,
  (text) => percentEncoded(text),
  (text) => percentEncoded(text).replaceAll('%20', '+'),
  (text) => text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? one),
  (text) => JSON.stringify(text).slice(1, -1),
];

/** The different ways to write a text, each with what writes its replacement. */
export function spellingsOf(text: string): readonly (readonly [written: string, spelling: Spelling])[] {
  return [...new Map(SPELLINGS.map((spelling) => [spelling(text), spelling] as const).reverse())];
}

/** Half of a surrogate pair has no UTF-8, and so becomes a replacement character. */
function percentEncoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString('utf8'));
}
