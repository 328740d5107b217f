/** A text as a regular expression that matches just this text. */
export function quoteRegExp(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
