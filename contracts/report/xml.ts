const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text that may stand in XML and HTML, in content and in attributes alike. Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"']/g, (one) => entities[one] ?? one);
}

/** Attributes with a leading space each; line breaks survive as character references. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeText(String(value)).replace(/\s/g, reference)}"`)
    .join('');
}

/** An XML element: its children are elements that are ready, or a text. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number>>,
  children: readonly string[] | string,
): string {
  const open = `<${name}${attributes(values)}`;
  if (typeof children === 'string') return `${open}>${escapeText(children)}</${name}>`;
  if (children.length === 0) return `${open}/>`;
  return `${open}>\n${children.join('\n')}\n</${name}>`;
}

function reference(space: string): string {
  return space === ' ' ? space : `&#${space.codePointAt(0)};`;
}
