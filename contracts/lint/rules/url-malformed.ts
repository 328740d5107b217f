import { isObject, type JsonValue, pointerTo } from '../../../connector/index.js';
import type { Finding } from '../../findings.js';
import { exampleCall } from '../examples.js';
import type { Rule } from '../rule.js';

export const urlMalformed: Rule = {
  id: 'url-malformed',
  severity: 'error',
  title: 'A URL has no scheme, a misspelt one, or a blank in it.',
  why: 'Such an address cannot be called; nothing is sent.',
  example: {
    trips: { UpdateAccountJSON: { call: [{ ...exampleCall, url: exampleCall.url.replace('http://', '') }] } },
    passes: { UpdateAccountJSON: { call: [exampleCall] } },
  },
  *check({ package: connectionPackage }) {
    for (const document of connectionPackage.documents.values()) {
      for (const { pointer, url } of urlsIn(document.value ?? null, '')) {
        const fault = faultOf(url);
        if (!fault) continue;
        yield {
          place: document.place(pointer),
          ...(fault.severity === undefined ? {} : { severity: fault.severity }),
          message: fault.message,
          remedy: `Write "${fault.mended}".`,
          breaks: [{ document: document.name, pointer: pointer.replace(/(\/http)?\/url$/, '') }],
        };
      }
    }
  },
};

interface FoundUrl {
  readonly pointer: string;
  readonly url: string;
}

/** Every text under a key `url`, in calls as in authentications. */
function urlsIn(value: JsonValue, pointer: string): FoundUrl[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => urlsIn(item, pointerTo(pointer, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = pointerTo(pointer, key);
    return key === 'url' && typeof child === 'string'
      ? [{ pointer: at, url: child }]
      : urlsIn(child ?? null, at);
  });
}

interface Fault extends Partial<Pick<Finding, 'severity'>> {
  readonly message: string;
  readonly mended: string;
}

/** Fill-ins of published packages are let be: `<URL>`, `@HOSTNAME@/api`, `https:///api`, `https:// .example.com`. */
function faultOf(url: string): Fault | undefined {
  const text = url.replaceAll(/\$\{[^}]*\}|<[^>]*>/g, '{}');
  if (/^\s|\s$/.test(url)) {
    // Whether EIC trims it is not documented.
    return {
      severity: 'warning',
      message: 'A blank stands before or after the URL.',
      mended: url.trim(),
    };
  }
  if (/^https?:\/\/[\s/]/i.test(text)) return undefined;
  const address = url.replace(/^[a-z]*:?\/*/i, '');
  if (/^[\w.-]+(?::\d+)?\//.test(text)) {
    return { message: 'The URL does not begin with https:// or http://.', mended: `https://${url}` };
  }
  if (/^(https?:\/?[^/]|https?\/\/|h?tt?ps?:\/\/|\/\/)/i.test(text) && !/^https?:\/\/[^/]/i.test(text)) {
    return { message: 'The URL begins with a scheme that is misspelt.', mended: `https://${address}` };
  }
  const blank = /^\S*\s\S*/.exec(text.split('?')[0] ?? '');
  return /^https?:/i.test(text) && blank
    ? { message: 'A blank stands in the address of the URL.', mended: url.replaceAll(/\s+/g, '') }
    : undefined;
}
