import { parse } from '@humanwhocodes/momoa';
/** Digits that a double may not keep. */
const MANY = 16;
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Whether a text has so many digits in a row; only every sixteenth character has to be looked at to rule it out. */
function hasManyDigits(text) {
    for (let at = MANY - 1; at < text.length; at += MANY) {
        if (!isDigit(text.charCodeAt(at)))
            continue;
        let first = at;
        while (first > 0 && isDigit(text.charCodeAt(first - 1)))
            first -= 1;
        let next = at + 1;
        while (next < text.length && isDigit(text.charCodeAt(next)))
            next += 1;
        if (next - first >= MANY)
            return true;
    }
    return false;
}
/** A whole number too long for a double; such ids must keep their digits. */
const LONG_NUMBER = /[:[,\s]-?\d{16,}\s*[,}\]]/;
function exact(node, text) {
    switch (node.type) {
        case 'Object': {
            const entries = node.members.map((member) => [member.name.type === 'String' ? member.name.value : '', exact(member.value, text)]);
            return Object.fromEntries(entries);
        }
        case 'Array':
            return node.elements.map((element) => exact(element.value, text));
        case 'Number': {
            const digits = text.slice(node.loc.start.offset, node.loc.end.offset);
            return /^-?\d{16,}$/.test(digits) && !Number.isSafeInteger(node.value) ? digits : node.value;
        }
        case 'String':
        case 'Boolean':
            return node.value;
        default:
            return null;
    }
}
/** Reads a response body as JSON. */
export function parseBody(text) {
    if (text.trim() === '')
        return { kind: 'none' };
    try {
        const value = JSON.parse(text);
        if (!hasManyDigits(text) || !LONG_NUMBER.test(text))
            return { kind: 'json', value };
        return { kind: 'json', value: exact(parse(text, { mode: 'json' }).body, text) };
    }
    catch {
        return { kind: 'broken' };
    }
}
