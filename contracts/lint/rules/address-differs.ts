import { exampleCall } from '../examples.js';
import { type FoundUrl, foundUrls } from '../found-urls.js';
import type { LintContext, Rule, RuleHit } from '../rule.js';
import { urlWithHoles } from '../url-template.js';

const base = 'http://localhost:8080/jama/rest/v1/users/${account.accountID}';
const update = { ...exampleCall, url: base };
const active = (url: string) => ({ call: [{ ...exampleCall, url: `${url}/active` }] });
const withEnable = (url: string) => ({
  UpdateAccountJSON: { call: [update] },
  DisableAccountJSON: active(base),
  RemoveAccountJSON: active(base),
  EnableAccountJSON: active(url),
});

export const addressDiffers: Rule = {
  id: 'address-differs',
  severity: 'error',
  title:
    'A URL goes to another address than all others for the same target: scheme, host, port or context path differ.',
  why: 'A tenant answers at one address; at another one there is nobody, or another tenant.',
  example: { trips: withEnable(base.replace('8080', '8081')), passes: withEnable(base) },
  *check(context) {
    const urls = foundUrls(context.package).filter(({ document }) => document.origin !== 'default');
    for (const group of sameTarget(context, urls).values()) yield* odd(group, context.target.name);
  },
};

/** A URL and the address that it goes to. */
interface Addressed extends FoundUrl {
  readonly address: string;
}

/**
 * The URLs by the target that they go to: those of the product that is known, and of all others those with one host name, since
 * an application may well be spread over several.
 */
function sameTarget({ target }: LintContext, urls: readonly FoundUrl[]): ReadonlyMap<string, Addressed[]> {
  const groups = new Map<string, Addressed[]>();
  for (const found of urls) {
    const url = urlWithHoles(found.url.trim());
    const own = target.addressOf?.(url);
    const [origin, host] = /^https?:\/\/([\w.-]+)(?::\d+)?(?=[/?#]|$)/i.exec(url.toLowerCase()) ?? [];
    if (origin === undefined || host === undefined || own?.includes('{}')) continue;
    const key = own === undefined ? host : '';
    groups.set(key, [...(groups.get(key) ?? []), { ...found, address: own ?? origin }]);
  }
  return groups;
}

/** Those that go elsewhere than at least three times as many others. */
function* odd(urls: readonly Addressed[], target: string): Generator<RuleHit> {
  const counts = new Map<string, number>();
  for (const { address } of urls) counts.set(address, (counts.get(address) ?? 0) + 1);
  const [[usual, most] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  for (const { document, pointer, url, address } of urls) {
    if (address === usual || (counts.get(address) ?? 0) * 3 > most) continue;
    yield {
      place: document.place(pointer),
      message: `This URL goes to ${address}, and ${most} others of the package to ${usual}.`,
      because: `${target} answers at one address; at another one there is nobody, or another tenant.`,
      remedy: `"url": "${usual}${url.trim().slice(address.length)}"`,
      breaks: [{ document: document.name, pointer: pointer.replace(/(\/http)?\/url$/, '') }],
    };
  }
}
