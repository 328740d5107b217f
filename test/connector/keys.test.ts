import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UNREAD_KEYS } from '../../connector/index.js';
import { connectorSchemas } from '../../contracts/index.js';

/** The code that reads connector JSONs; the list of keys that are not read is no reading. */
const code = readdirSync('connector', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^(template|unread-keys|semantics)/.test(file))
  .map((file) => readFileSync(join('connector', file), 'utf8'))
  .map((text) => text.replaceAll(/\/\*\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*/g, ''))
  .join('\n');

/** `json.key`, `'key'`, or `{ key }` taken out of an object. */
function isRead(key: string): boolean {
  return new RegExp(`\\.${key}\\b|'${key}'|[{,]\\s*${key}\\s*[,}]`).test(code);
}

/** The keys that a JSON Schema knows, wherever they stand. */
function keysOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) =>
    keyword === 'properties'
      ? [...Object.keys(value), ...Object.values(value).flatMap(keysOf)]
      : keysOf(value),
  );
}

const known = new Set(Object.values(connectorSchemas).flatMap(keysOf));
const unread = new Set(UNREAD_KEYS.map(({ key }) => key));

describe('the keys of connector JSONs', () => {
  test.each([...known].sort())('%s is read, or listed with the reason why it is not', (key) => {
    expect({ key, read: isRead(key) }).toEqual({ key, read: !unread.has(key) });
  });

  test('that are listed are keys that a schema knows', () => {
    expect([...unread].filter((key) => !known.has(key))).toEqual([]);
  });
});
