import { type ConnectionPackage, isObject, type JsonValue } from '../../connector/index.js';
import { urlWithHoles } from '../lint/url-template.js';
import { jamaTarget } from './jama.js';
import { openApiTarget } from './openapi-target.js';
import { operationsAt } from './operations.js';
import type { OpenApiFile } from './read-openapi.js';
import type { Target } from './target.js';
import { unknownTarget } from './unknown-target.js';

/**
 * The target that the calls of a package are held against: that of the OpenAPI document, if one is given; Jama, if the
 * package speaks to it; else one of which nothing is known.
 */
export function chooseTarget(connectionPackage: ConnectionPackage, given?: OpenApiFile): Target {
  const urls = [...connectionPackage.documents.values()]
    .filter(({ origin }) => origin !== 'default')
    .flatMap(({ value }) => addressesIn(value));
  if (given !== undefined) return openApiTarget(given, urls);
  return speaksToJama(urls) ? jamaTarget() : unknownTarget();
}

/**
 * Whether a package speaks to Jama: an address in it leads to a path that Jama's API has, or names Jama or its token endpoint.
 * A package without any address is taken for one.
 */
function speaksToJama(urls: readonly string[]): boolean {
  const jama = jamaTarget();
  return (
    urls.length === 0 ||
    urls.some((url) => {
      const path = jama.pathOf(urlWithHoles(url));
      const known = path !== undefined && operationsAt(jama.operations, path).length > 0;
      return known || /jama|\/rest\/oauth\/token/i.test(url);
    })
  );
}

/** Every text under a key `url`, wherever it stands. */
function addressesIn(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'url' && typeof child === 'string' ? [child] : addressesIn(child),
  );
}
