import { exampleCall } from '../examples.js';
import { type FoundUrl, foundUrls } from '../found-urls.js';
import type { Rule, RuleHit } from '../rule.js';
import { urlWithHoles } from '../url-template.js';

const withUrl = (url: string) => ({ UpdateAccountJSON: { call: [{ ...exampleCall, url }] } });

export const urlMalformed: Rule = {
  id: 'url-malformed',
  severity: 'error',
  title: 'A URL is not written as URLs are.',
  why: 'The request cannot be sent, or goes to another address than the one that was meant.',
  example: {
    trips: withUrl('htp://localhost:8080/jama/rest/v1//users/${account.accountID}'),
    passes: withUrl('http://localhost:8080/jama/rest/v1/users/${account.accountID}'),
  },
  *check({ package: connectionPackage }) {
    const urls = foundUrls(connectionPackage);
    const scheme = usualScheme(urls);
    for (const { document, pointer, url } of urls) {
      const fault = url.trim() === '' ? undefined : faultOf(url, scheme);
      if (!fault) continue;
      yield {
        place: document.place(pointer),
        breaks: [{ document: document.name, pointer: pointer.replace(/(\/http)?\/url$/, '') }],
        ...fault,
      };
    }
  },
};

interface Fault extends Pick<RuleHit, 'message' | 'severity'> {
  readonly remedy: string | ((url: string, scheme: string) => string);
  /** Of the URL with each expression as `{}`. */
  readonly test: (holed: string, url: string) => boolean;
}

/** The path of a URL with its host, without its scheme. */
const pathOf = (holed: string) => addressOf(holed).replace(/^[a-z]+:\/\//i, '');
const addressOf = (holed: string) => holed.split('?')[0] ?? '';

/** What can be wrong with a URL, most telling first [documented: RFC 3986]. */
const faults: readonly Fault[] = [
  {
    // A package is often passed on without the host, for its reader to fill in.
    severity: 'warning',
    test: (holed) => /^\s*https?:\/\/(?:[\s/]|$)/i.test(holed),
    message: 'The URL has no host.',
    remedy: 'Write the host after https://.',
  },
  {
    // Not in what is filled in by hand: `https://<domain name>/rest`.
    test: (holed) => /\S\s+\S/.test(addressOf(holed).replace(/<[^<>/]*>/g, '<>')),
    message: 'There is a blank in the URL.',
    remedy: 'Take the blank out, or write %20.',
  },
  {
    test: (holed) => /:\/\/.*:\/\//.test(addressOf(holed)),
    message: 'The URL has two schemes.',
    remedy: 'Write https:// or http:// once.',
  },
  {
    test: (holed) => !startsWell(holed),
    message: 'The URL does not begin with https:// or http://.',
    remedy: (url, scheme) => `"url": "${scheme}://${url.trim().replace(/^(?:[a-z]+:)?\/+/i, '')}"`,
  },
  {
    test: (holed) => addressOf(holed).includes('\\'),
    message: 'There is a backslash in the URL.',
    remedy: 'Write / for each \\.',
  },
  {
    test: (holed) => holed.includes('&amp;'),
    message: '"&amp;" is how HTML writes &; in a URL it begins a parameter "amp;...".',
    remedy: 'Write &.',
  },
  {
    test: (holed) => holed.split('?').length > 2,
    message: 'The URL has two question marks.',
    remedy: 'Write & before every further parameter.',
  },
  {
    test: (holed) => !holed.includes('?') && /&[\w.-]+=/.test(holed),
    message: 'The query has no question mark before it.',
    remedy: 'Write ? before the first parameter.',
  },
  {
    test: (holed) =>
      /[$#]\(\w+\)|#\{\w+\}|\$\w+\}|(?<!\{)\{(?:id|account\w*|entitlement\w*)\}(?!\})/.test(holed),
    message: 'A part of the URL looks like an expression and is sent as it is.',
    remedy: 'Write ${...}; EIC replaces nothing else.',
  },
  {
    severity: 'warning',
    test: (_, url) => url.trim() !== url,
    message: 'The URL begins or ends with a blank; that EIC takes it off is not documented.',
    remedy: 'Take the blank out.',
  },
  {
    severity: 'warning',
    test: (holed) => pathOf(holed).includes('//'),
    message: 'The path has an empty step: two slashes in a row.',
    remedy: 'Write what belongs there, or one slash.',
  },
];

function faultOf(url: string, scheme: string): Pick<RuleHit, 'message' | 'remedy' | 'severity'> | undefined {
  const fault = faults.find(({ test }) => test(urlWithHoles(url), url));
  if (!fault) return undefined;
  const { test: _test, remedy, ...words } = fault;
  return { ...words, remedy: typeof remedy === 'string' ? remedy : remedy(url, scheme) };
}

/** A scheme, or something that stands for the address: an expression, or a name that is filled in by hand. */
function startsWell(holed: string): boolean {
  return /^\s*(?:https?:\/\/[^/]|[@<{[%#])/i.test(holed);
}

/** The scheme that most URLs of a package have. */
function usualScheme(urls: readonly FoundUrl[]): string {
  const plain = urls.filter(({ url }) => url.startsWith('http://')).length;
  return plain > urls.length / 2 ? 'http' : 'https';
}
