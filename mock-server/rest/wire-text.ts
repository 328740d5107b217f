declare const utf8: unique symbol;

/**
 * Text as it goes over the wire: UTF-8, one character of the string for each byte. Such strings are joined and sent without
 * being encoded again, which makes a page several times cheaper, and their length is the Content-Length.
 */
export type WireText = string & { readonly [utf8]: true };

/** An empty body. */
export const NO_BODY = '' as WireText;

export function wireText(text: string): WireText {
  return (isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1')) as WireText;
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);
