import type { Tenant } from '../../tenant/tenant.js';
import { type AdminOperation, AdminProblem, type TenantCall, tenantOperation } from '../operation.js';
import { answer, closed, epochMs, listOf, text } from '../schemas.js';

interface ClockBody {
  readonly freeze?: true | number;
  readonly shift?: number;
  readonly advance?: number;
  readonly real?: true;
}

const clockOf = ({ clock }: Tenant): object => ({ now: clock.now(), ...clock.state() });

/** The clock of a tenant and the tokens that live by it. */
export const CLOCK_OPERATIONS: readonly AdminOperation<TenantCall>[] = [
  {
    method: 'GET',
    path: '/clock',
    operationId: 'getClock',
    summary: 'What time it is for the tenant',
    answer: { status: 200, schema: answer('Clock') },
    handle: ({ tenant }) => clockOf(tenant),
  },
  tenantOperation<ClockBody>({
    method: 'POST',
    path: '/clock',
    operationId: 'setClock',
    summary: 'Freeze, shift, advance or free the clock; exactly one of the fields',
    body: {
      ...closed(
        {
          freeze: { anyOf: [{ const: true }, epochMs], description: 'true for now, or epoch milliseconds' },
          shift: { type: 'integer', description: 'milliseconds ahead of real time' },
          advance: { type: 'integer', description: 'milliseconds from now' },
          real: { const: true },
        },
        ['freeze', 'shift', 'advance', 'real'],
      ),
      minProperties: 1,
      maxProperties: 1,
    },
    answer: { status: 200, schema: answer('Clock') },
    handle: ({ tenant, body: { freeze, shift, advance } }) => {
      const { clock } = tenant;
      if (freeze !== undefined) clock.freeze(freeze === true ? undefined : freeze);
      else if (shift !== undefined) clock.shift(shift);
      else if (advance !== undefined) clock.advance(advance);
      else clock.useReal();
      return clockOf(tenant);
    },
  }),
  {
    method: 'GET',
    path: '/tokens',
    operationId: 'getTokens',
    summary: 'The tokens that were issued, and what is left of each',
    answer: { status: 200, schema: listOf(answer('Token')) },
    handle: ({ tenant }) => {
      const now = tenant.clock.now();
      return tenant.tokens.list().map(({ id, issuedAt, expiresAt }) => ({
        id,
        issuedAt,
        expiresAt,
        leftMs: Math.max(0, expiresAt - now),
      }));
    },
  },
  tenantOperation<{ readonly id?: string }>({
    method: 'POST',
    path: '/tokens/expire',
    operationId: 'expireTokens',
    summary: 'End every token, or the one with this id',
    body: closed({ id: text }, ['id']),
    answer: { status: 204 },
    handle: ({ tenant, body }) => {
      if (body?.id === undefined) tenant.tokens.expireAll();
      else if (!tenant.tokens.expire(body.id))
        throw new AdminProblem(
          404,
          'token-unknown',
          'There is no token with this id; GET tokens lists them.',
        );
    },
  }),
];
