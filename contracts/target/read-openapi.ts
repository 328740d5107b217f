import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenAPIV3_1 } from 'openapi-types';
import { normalised } from './normalised.js';

/** An OpenAPI document and the name under which messages speak of what it describes. */
export interface OpenApiFile {
  readonly name: string;
  readonly document: OpenAPIV3_1.Document;
}

/** An OpenAPI document that cannot be used. */
export class OpenApiError extends Error {
  override readonly name = 'OpenApiError';

  constructor(
    readonly code: 'openapi-unreadable' | 'openapi-invalid',
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/**
 * Reads an OpenAPI document of version 3.0 or 3.1, as JSON or YAML.
 * @throws OpenApiError when the file cannot be read, is no such document, or refers to what it does not hold
 */
export async function readOpenApi(file: string): Promise<OpenApiFile> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new OpenApiError(
      'openapi-unreadable',
      `${file} cannot be read: ${error.message}`,
      'Give --openapi a file that exists.',
    );
  });
  const document = await parsed(file, text);
  const version = isRecord(document) ? document.openapi : undefined;
  if (!isRecord(document) || typeof version !== 'string' || !/^3\.[01]\./.test(version)) {
    const old = isRecord(document) && String(document.swagger).startsWith('2.');
    throw new OpenApiError(
      'openapi-invalid',
      `${file} is ${old ? 'a description of Swagger 2.0' : 'no OpenAPI document of version 3.0 or 3.1'}.`,
      old ? 'Convert it: npx swagger2openapi FILE.' : 'It begins with "openapi": "3.1.0".',
    );
  }
  if (!isRecord(document.paths) || Object.keys(document.paths).length === 0) {
    throw new OpenApiError(
      'openapi-invalid',
      `${file} has no paths.`,
      'Give the document that describes the API.',
    );
  }
  refuseOpenReferences(file, document);
  const title = isRecord(document.info) && typeof document.info.title === 'string' ? document.info.title : '';
  return { name: title || basename(file), document: normalised(document) as unknown as OpenAPIV3_1.Document };
}

/** YAML knows all of JSON. It is loaded only when it is wanted. */
async function parsed(file: string, text: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const before = text.slice(0, error.pos[0]).split('\n');
    throw new OpenApiError(
      'openapi-invalid',
      `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}  ${error.message}`,
      'Mend the file; it must be JSON or YAML.',
    );
  }
  return document.toJS({ maxAliasCount: 1000 });
}

/** Every reference must lead to a place in the document itself, and not round in a circle. */
function refuseOpenReferences(file: string, document: Readonly<Record<string, unknown>>): void {
  for (const reference of referencesIn(document)) {
    const seen = new Set<string>();
    let at: unknown = { $ref: reference };
    while (isRecord(at) && typeof at.$ref === 'string') {
      const { $ref } = at;
      if (!$ref.startsWith('#/')) {
        throw new OpenApiError(
          'openapi-invalid',
          `${file} refers to ${$ref}, which is not in it.`,
          'Bundle it into one file: npx @redocly/cli bundle FILE.',
        );
      }
      if (seen.has($ref)) at = undefined;
      else at = valueAt(document, $ref);
      if (at === undefined) {
        throw new OpenApiError(
          'openapi-invalid',
          `${file} refers to ${$ref}, which leads to nothing.`,
          'Add what is missing, or mend the reference.',
        );
      }
      seen.add($ref);
    }
  }
}

function referencesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isRecord(node)) return;
    if (typeof node.$ref === 'string') found.add(node.$ref);
    Object.values(node).forEach(visit);
  };
  visit(value);
  return found;
}

function valueAt(document: unknown, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, key) => (isRecord(node) || Array.isArray(node) ? Reflect.get(node, key) : undefined),
      document,
    );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
