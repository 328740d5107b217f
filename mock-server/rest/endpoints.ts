import { one } from './envelope.js';
import type { Exchange } from './exchange.js';
import { NO_LINKS } from './links.js';
import type { Operation } from './operation.js';
import type { Reply } from './reply.js';
import { wireText } from './wire-text.js';

/** The names of the endpoints of one version, in alphabetical order [inferred: what an item of the list looks like]. */
export function endpoints(exchange: Exchange, operations: readonly Operation[]): Reply {
  exchange.relyOn('endpoints-list');
  const names = new Set(operations.map(({ path }) => path.split('/')[1]));
  return one(exchange, NO_LINKS, wireText(JSON.stringify([...names].sort())));
}

/** The versions of the API: `GET /rest` [inferred: the shape of an item]. */
export function versions(exchange: Exchange): Reply {
  exchange.relyOn('versions-list');
  const list = ['v1', 'latest'].map((name) => ({ name, href: `${exchange.base}/rest/${name}` }));
  return one(exchange, NO_LINKS, wireText(JSON.stringify(list)));
}
