/** A piece of a string literal, up to its end or to an embedded value. */
export interface StringPart {
  readonly text: string;
  readonly end: 'closed' | 'value';
  /** Where the script goes on: after the terminator, or after the `$`. */
  readonly next: number;
}

type Fail = (message: string, at: number) => never;

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  $: '$',
  '\n': '',
};

/** Text of `'…'`, `"…"` and their triple forms; only double quotes take embedded values. */
export function readQuotedPart(text: string, from: number, terminator: string, fail: Fail): StringPart {
  const takesValues = terminator.startsWith('"');
  const pieces: string[] = [];
  let at = from;
  while (at < text.length) {
    if (text.startsWith(terminator, at)) {
      return { text: pieces.join(''), end: 'closed', next: at + terminator.length };
    }
    const c = text.charAt(at);
    if (c === '\\') {
      const sequence = readEscape(text, at, fail);
      pieces.push(sequence.text);
      at = sequence.next;
    } else if (c === '$' && takesValues) {
      if (!startsValue(text, at)) fail('illegal string body character after dollar sign', at);
      return { text: pieces.join(''), end: 'value', next: at + 1 };
    } else {
      if (c === '\n' && terminator.length === 1)
        fail(`expecting ${terminator}, found the end of the line`, at);
      if (c === '\uffff') fail('unexpected char: 0xFFFF', at);
      pieces.push(c);
      at++;
    }
  }
  return fail(`expecting ${terminator}, found end of template`, at);
}

function readEscape(text: string, from: number, fail: Fail): { text: string; next: number } {
  const c = text.charAt(from + 1);
  const simple = simpleEscapes[c];
  if (simple !== undefined) return { text: simple, next: from + 2 };
  const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(text.slice(from + 1, from + 4))?.[0];
  if (octal !== undefined) {
    return { text: String.fromCharCode(Number.parseInt(octal, 8)), next: from + 1 + octal.length };
  }
  return fail("unexpected char: '\\'", from);
}

/** Whether the `$` at this place begins `${…}` or `$name`. */
function startsValue(text: string, at: number): boolean {
  return /[{\p{L}_]/u.test(text.charAt(at + 1));
}

/** Text of `/…/`: only `\/` is an escape. */
export function readSlashyPart(text: string, from: number, fail: Fail): StringPart {
  const pieces: string[] = [];
  let at = from;
  while (at < text.length) {
    const c = text.charAt(at);
    const after = text.charAt(at + 1);
    if (c === '/') return { text: pieces.join(''), end: 'closed', next: at + 1 };
    if (c === '$' && startsValue(text, at)) return { text: pieces.join(''), end: 'value', next: at + 1 };
    if (c === '\uffff') fail('unexpected char: 0xFFFF', at);
    const escaped = c === '\\' && (after === '/' || after === '\n');
    if (!escaped) pieces.push(c);
    else if (after === '/') pieces.push('/');
    at += escaped ? 2 : 1;
  }
  return fail("expecting '/', found end of template", at);
}

/** Text of `$/…/$`: `$$` and `$/` are escapes. */
export function readDollarSlashyPart(text: string, from: number, fail: Fail): StringPart {
  const pieces: string[] = [];
  let at = from;
  while (at < text.length) {
    const c = text.charAt(at);
    const after = text.charAt(at + 1);
    if (c === '/' && after === '$') return { text: pieces.join(''), end: 'closed', next: at + 2 };
    if (c === '$' && startsValue(text, at)) return { text: pieces.join(''), end: 'value', next: at + 1 };
    const escaped = c === '$' && (after === '$' || after === '/');
    pieces.push(escaped ? after : c);
    at += escaped ? 2 : 1;
  }
  return fail("expecting '/$', found end of template", at);
}
