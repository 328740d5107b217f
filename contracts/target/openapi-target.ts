import type { OpenAPIV3_1 } from 'openapi-types';
import { urlWithHoles } from '../lint/url-template.js';
import { isParameter, type Operation, operationsAt, operationsOf } from './operations.js';
import type { OpenApiFile } from './read-openapi.js';
import type { Target } from './target.js';

/**
 * A target that an OpenAPI document describes. A URL is of its API when its path is one of the document's, or when its host is
 * one of the document's servers or one to which such a URL goes.
 * @param urls the URLs of all calls of the package
 */
export function openApiTarget({ name, document }: OpenApiFile, urls: readonly string[]): Target {
  const operations = operationsOf(document).sort((a, b) => parameterCount(a) - parameterCount(b));
  const bases = basePaths(document);
  const belowBase = (path: string): string | undefined => {
    const below = bases.flatMap((base) => withoutBase(path, base) ?? []);
    return below.find((one) => operationsAt(operations, one).length > 0) ?? below[0];
  };
  const isKnown = (path: string | undefined): boolean =>
    path !== undefined && operationsAt(operations, path).length > 0;

  const parts = urls.map((url) => partsOf(urlWithHoles(url)));
  const hosts = new Set([
    ...(document.servers ?? []).map(({ url }) => partsOf(url).host),
    ...parts.filter(({ path }) => isKnown(belowBase(path))).map(({ host }) => host),
  ]);
  const speaks = parts.some(({ path }) => isKnown(belowBase(path)));
  return {
    name,
    notSimulated: speaks
      ? `scenarios run on simulated tenants of Jama; the package is held against the OpenAPI of ${name}`
      : `no call of the package goes to a path of ${name}; only what is true of every target was looked at`,
    openapi: document,
    operations,
    pathOf(url) {
      const { host, path } = partsOf(url);
      const below = belowBase(path);
      if (isKnown(below)) return below;
      if (!hosts.has(host) || host === '') return undefined;
      return mayBeKnown(operations, below ?? path) ? undefined : (below ?? path);
    },
    attributesOf: () => undefined,
    uniqueFieldsOf: () => undefined,
    nameFieldsOf: () => undefined,
    operationFor: () => undefined,
  };
}

interface UrlParts {
  /** Empty when the URL has none, or a placeholder in its place. */
  readonly host: string;
  readonly path: string;
}

/** Host and path of a URL in which expressions are `{}`; what stands before the first slash may be a placeholder. */
function partsOf(url: string): UrlParts {
  const [address = ''] = url.trim().split(/[?#]/);
  const [, host = '', path = ''] = /^(?:[a-z][\w+.-]*:\/\/)?([^/]*)(.*)$/is.exec(address) ?? [];
  return { host: /^[\w.-]+(?::\d+)?$/.test(host) ? host.toLowerCase() : '', path };
}

/** The paths of the document's servers, without a slash at the end; the longest first, and none at all. */
function basePaths({ servers = [] }: OpenAPIV3_1.Document): readonly (readonly string[])[] {
  const bases = servers.map(({ url, variables = {} }) => {
    const filled = url.replaceAll(/\{(\w+)\}/g, (hole, name: string) => variables[name]?.default ?? hole);
    return partsOf(filled.startsWith('/') ? `//-${filled}` : filled)
      .path.split('/')
      .filter(Boolean);
  });
  return [...bases, []].sort((a, b) => b.length - a.length);
}

function withoutBase(path: string, base: readonly string[]): string | undefined {
  const segments = path.split('/').filter(Boolean);
  const fits = base.every((part, index) => isParameter(part) || part === segments[index]);
  return fits ? `/${segments.slice(base.length).join('/')}` : undefined;
}

/** An expression may stand for several segments; then it is not known where the call goes. */
function mayBeKnown(operations: readonly Operation[], path: string): boolean {
  if (!path.includes('{}')) return false;
  const pattern = new RegExp(`^${path.split('{}').map(literal).join('.+')}$`);
  return operations.some(({ segments }) => pattern.test(`/${segments.join('/')}`));
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const parameterCount = ({ segments }: Operation): number =>
  segments.filter((segment) => segment.includes('{')).length;
