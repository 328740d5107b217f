const simpleEscapes = {
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
export function readQuotedPart(text, from, terminator, fail) {
    const takesValues = terminator.startsWith('"');
    const pieces = [];
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
        }
        else if (c === '$' && takesValues) {
            if (!startsValue(text, at))
                fail('illegal string body character after dollar sign', at);
            return { text: pieces.join(''), end: 'value', next: at + 1 };
        }
        else {
            if (c === '\n' && terminator.length === 1)
                fail(`expecting ${terminator}, found a line break`, at);
            if (c === '\uffff')
                fail('unexpected char: 0xFFFF', at);
            pieces.push(c);
            at++;
        }
    }
    return fail(`expecting ${terminator}, found end of template`, at);
}
function readEscape(text, from, fail) {
    const c = text.charAt(from + 1);
    const simple = simpleEscapes[c];
    if (simple !== undefined)
        return { text: simple, next: from + 2 };
    const octal = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(text.slice(from + 1, from + 4))?.[0];
    if (octal !== undefined) {
        return { text: String.fromCharCode(Number.parseInt(octal, 8)), next: from + 1 + octal.length };
    }
    return fail("unexpected char: '\\'", from);
}
/** Whether the `$` at this place begins `${…}` or `$name`. */
function startsValue(text, at) {
    return /[{\p{L}_]/u.test(text.charAt(at + 1));
}
/** Text of `/…/`: only `\/` is an escape. */
export function readSlashyPart(text, from, fail) {
    const pieces = [];
    let at = from;
    while (at < text.length) {
        const c = text.charAt(at);
        const after = text.charAt(at + 1);
        if (c === '/')
            return { text: pieces.join(''), end: 'closed', next: at + 1 };
        if (c === '$' && startsValue(text, at))
            return { text: pieces.join(''), end: 'value', next: at + 1 };
        if (c === '\uffff')
            fail('unexpected char: 0xFFFF', at);
        const escaped = c === '\\' && (after === '/' || after === '\n');
        if (!escaped)
            pieces.push(c);
        else if (after === '/')
            pieces.push('/');
        at += escaped ? 2 : 1;
    }
    return fail("expecting '/', found end of template", at);
}
/** Text of `$/…/$`: `$$` and `$/` are escapes. */
export function readDollarSlashyPart(text, from, fail) {
    const pieces = [];
    let at = from;
    while (at < text.length) {
        const c = text.charAt(at);
        const after = text.charAt(at + 1);
        if (c === '/' && after === '$')
            return { text: pieces.join(''), end: 'closed', next: at + 2 };
        if (c === '$' && startsValue(text, at))
            return { text: pieces.join(''), end: 'value', next: at + 1 };
        const escaped = c === '$' && (after === '$' || after === '/');
        pieces.push(escaped ? after : c);
        at += escaped ? 2 : 1;
    }
    return fail("expecting '/$', found end of template", at);
}
