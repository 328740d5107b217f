import type { Exchange } from './exchange.js';

import { type WireText, wireText } from './wire-text.js';

/** The `"links":{...}` member of an envelope, with `"linked":{...}` behind it where `include` asked for it. */
export type Links = WireText;

export const NO_LINKS = wireText('"links":{}');

/** One reference of a resource: where it stands (`data.project`), what it leads to, and how to read it from a record. */
export interface Reference<T> {
  readonly name: `data.${string}`;
  readonly type: 'projects' | 'users';
  idOf(record: T): number | null;
}

/** Answers of a resource without references, such as users [captured]. */
export function noLinks(exchange: Exchange): Links {
  if (!exchange.query.has('include')) return NO_LINKS;
  exchange.relyOn('include-unknown');
  return wireText('"links":{},"linked":{}');
}

/**
 * The links of the records of one answer, and the linked records that `include` asks for.
 * @param write gives the JSON of a linked record, or undefined if it does not exist
 */
export function linksOf<T>(
  exchange: Exchange,
  references: readonly Reference<T>[],
  records: readonly T[],
  write: (type: Reference<T>['type'], id: number) => WireText | undefined,
): Links {
  const present = references.filter(({ idOf }) => records.some((record) => idOf(record) !== null));
  const links = present.map(
    ({ name, type }) => [name, { type, href: `${exchange.api}/${type}/{${name}}` }] as const,
  );
  const head = wireText(`"links":${JSON.stringify(Object.fromEntries(links))}`);
  const asked = exchange.query.getAll('include');
  if (asked.length === 0) return head;
  if (asked.some((name) => !references.some((reference) => reference.name === name)))
    exchange.relyOn('include-unknown');

  const linked = new Map<string, Map<number, WireText>>();
  for (const { type, idOf } of present.filter(({ name }) => asked.includes(name))) {
    const ofType = linked.get(type) ?? new Map<number, WireText>();
    for (const id of records.map(idOf)) {
      const json = id === null ? undefined : write(type, id);
      if (id !== null && json !== undefined) ofType.set(id, json);
    }
    linked.set(type, ofType);
  }
  const types = [...linked].map(([type, ofType]) => {
    const members = [...ofType].map(([id, json]) => `"${id}":${json}`);
    return `"${type}":{${members.join(',')}}`;
  });
  return `${head},"linked":{${types.join(',')}}` as Links;
}
