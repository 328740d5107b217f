import { linesOf } from './lines.js';
/** What one odd character in a JSON text is, and what to write instead. */
const CHARACTERS = [
    {
        test: /[“”„‟«»]/,
        message: 'a typographic quotation mark stands where JSON wants a straight one',
        remedy: 'Replace the mark with a straight double quote (").',
    },
    {
        test: /[‘’‚‛`']/,
        message: 'a single quotation mark stands where JSON wants a double one',
        remedy: 'Put keys and text values between straight double quotes (").',
    },
    {
        test: /\u00a0|\u2007|\u202f|\u200b|\u2060/,
        message: 'a non-breaking or zero-width space stands between the values',
        remedy: 'Replace it with an ordinary space; such characters come from web pages and documents.',
    },
    {
        test: /\//,
        message: 'a comment stands in the text, and JSON has none',
        remedy: 'Remove the comment.',
    },
];
/** The offset of the last character before `offset` that is no white space; -1 when there is none. */
function before(text, offset) {
    let at = Math.min(offset, text.length) - 1;
    while (at >= 0 && /\s/.test(text.charAt(at)))
        at -= 1;
    return at;
}
/** Why the text cannot be read on at `offset`, in words that say what to change. */
function describe(text, offset) {
    const found = text.charAt(offset);
    const previousAt = before(text, offset);
    const previous = text.charAt(previousAt);
    if ((found === '}' || found === ']') && previous === ',') {
        return {
            message: `a comma stands after the last ${found === '}' ? 'key' : 'element'}, before ${found}`,
            remedy: 'Remove the comma.',
            offset: previousAt,
        };
    }
    if (previousAt < 0 && offset >= text.length) {
        return { message: 'the text is empty', remedy: 'Write a JSON value.', offset };
    }
    if (offset >= text.length) {
        return {
            message: 'the text ends before the JSON does: a bracket, a brace or a quotation mark is not closed',
            remedy: 'Close what is open, or put back what was cut off.',
            offset: text.length,
        };
    }
    const odd = CHARACTERS.find(({ test }) => test.test(found));
    if (odd !== undefined)
        return { message: odd.message, remedy: odd.remedy, offset };
    if (/[\n\r\t]/.test(found)) {
        return {
            message: 'a line break or tab stands inside a text value, or its closing quotation mark is missing',
            remedy: 'Write \\n or \\t, or close the value with a double quote (").',
            offset,
        };
    }
    if (found === '"' && /["\dels}\]]/.test(previous)) {
        return {
            message: 'a comma is missing before this value, or a double quote inside a text value is not escaped',
            remedy: 'Put a comma before it, or write \\" for a quote inside a text value.',
            offset,
        };
    }
    if (found === ',' && previous === ',') {
        return { message: 'two commas follow each other', remedy: 'Remove one of them.', offset };
    }
    if (/[A-Za-z_$]/.test(found) && (previous === '{' || previous === ',' || previous === ':')) {
        return {
            message: 'a word without quotation marks stands where JSON wants a key or a value',
            remedy: 'Put it between straight double quotes (").',
            offset,
        };
    }
    return {
        message: `${JSON.stringify(found)} cannot stand here`,
        remedy: 'Look at this place and just before it: a quotation mark, comma, colon, bracket or brace is wrong.',
        offset,
    };
}
/** A friendly account of why `text` is not JSON; `offset` is where the reader gave up. */
export function jsonProblem(text, offset) {
    const cause = describe(text, offset);
    return { ...cause, ...linesOf(text).at(cause.offset) };
}
