import { failure } from '../rest/envelope.js';
import type { Exchange } from '../rest/exchange.js';
import type { Reply } from '../rest/reply.js';

/** Refuse a call over the tenant's rate limit: 429 [documented], without Retry-After [inferred]. */
export function throttle(exchange: Exchange): Reply | undefined {
  return exchange.tenant.rateLimit.take() ? undefined : failure(exchange, 'too-many-calls');
}
