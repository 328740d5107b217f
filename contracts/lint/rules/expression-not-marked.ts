import { pointerTo } from '../../../connector/index.js';
import { bodySkeleton } from '../body-skeleton.js';
import type { CallSite } from '../call-sites.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

const body = (httpParams: string) => ({ UpdateAccountJSON: { call: [{ ...exampleCall, httpParams }] } });

export const expressionNotMarked: Rule = {
  id: 'expression-not-marked',
  severity: 'error',
  title: 'A path to something that EIC binds stands in a text without ${ and }.',
  why: 'Only what stands between ${ and } is evaluated; anything else is sent as it is written.',
  example: { trips: body('{"title":"$(user.title)"}'), passes: body('{"title":"${user.title}"}') },
  *check({ calls }) {
    for (const site of calls) {
      for (const { pointer, text, start, end, path } of unmarked(site)) {
        yield {
          place: site.document.placeInString(pointer, start, end),
          message: `${text.slice(start, end)} is sent as it is written: it does not stand between \${ and }.`,
          remedy: `Write \${${path}}.`,
          breaks: [{ document: site.document.name, pointer: site.pointer }],
        };
      }
    }
  },
};

interface Unmarked {
  readonly pointer: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly path: string;
}

const roots = 'user|account|entitlementValue|task|userManager|managerAccount|endpoint|response';

/** `$(user.x)`, `{user.x}`, `{{user.x}}`, `%user.x%`, `$user.x` in a URL or a header, and a body's value that is a path and nothing else. */
function* unmarked({ pointer, httpPointer, url, params, call }: CallSite): Generator<Unmarked> {
  const texts: [string, string | undefined][] = [
    ['url', url],
    ['httpParams', params],
  ];
  const headers = (httpPointer === pointer ? call.httpHeaders : undefined) ?? {};
  for (const [name, value] of Object.entries(headers))
    if (typeof value === 'string') texts.push([`httpHeaders/${name}`, value]);
  const plain = new RegExp(
    `(?<![$\\w])(?:\\$?\\(|\\{|\\{\\{|%)\\s*(access_token|accountName|(?:${roots})\\.\\w+)\\s*(?:\\)|\\}\\}|\\}|%)`,
    'g',
  );
  for (const [key, text] of texts) {
    if (text === undefined) continue;
    for (const { 0: found, 1: path = '', index } of blanked(text).matchAll(plain)) {
      yield {
        pointer: pointerTo(httpPointer, ...key.split('/')),
        text,
        start: index,
        end: index + found.length,
        path,
      };
    }
  }
  const skeleton = params === undefined ? undefined : bodySkeleton(params);
  if (params === undefined || skeleton?.kind !== 'object') return;
  for (const { value } of skeleton.fields.values()) {
    if (value.kind !== 'literal' || typeof value.value !== 'string') continue;
    if (!new RegExp(`^(accountName|(${roots})\\.\\w+)$`).test(value.value)) continue;
    yield { pointer: pointerTo(httpPointer, 'httpParams'), text: params, ...value.at, path: value.value };
  }
}

/** The text with its expressions blanked out, so that what stands in them is not looked at. */
function blanked(text: string): string {
  return text.replaceAll(/\$\{[^}]*\}?/g, (expression) => ' '.repeat(expression.length));
}
