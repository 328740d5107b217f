import { Router } from 'express';
import type { FaultRule } from '../tenant/faults.js';
import type { TenantState } from '../tenant/state.js';
import type { Tenant } from '../tenant/tenant.js';
import { problem } from './problem.js';

/** What the admin API offers for one tenant, below `/__admin/tenants/{name}`. */
export function tenantRoutes(tenant: Tenant): Router {
  const snapshots = new Map<string, TenantState>();
  const routes = Router();

  routes.get('/', (_, response) => {
    response.json(describeTenant(tenant));
  });
  routes.post('/reset', async (_, response) => {
    tenant.reset();
    await tenant.saved();
    response.status(204).end();
  });

  routes.get('/snapshots', (_, response) => {
    response.json([...snapshots.keys()]);
  });
  routes.put('/snapshots/:name', ({ params }, response) => {
    snapshots.set(params.name, tenant.snapshot());
    response.status(204).end();
  });
  routes.post('/snapshots/:name/restore', async ({ params }, response) => {
    const snapshot = snapshots.get(params.name);
    if (snapshot === undefined) {
      problem(response, 404, 'snapshot-unknown', `There is no snapshot "${params.name}".`);
      return;
    }
    tenant.restore(snapshot);
    await tenant.saved();
    response.status(204).end();
  });

  routes.get('/clock', (_, response) => {
    response.json({ now: tenant.clock.now(), ...tenant.clock.state() });
  });
  routes.post('/clock', ({ body }, response) => {
    const { freeze, shift, advance, real } = body ?? {};
    if (freeze === true) tenant.clock.freeze();
    else if (Number.isSafeInteger(freeze)) tenant.clock.freeze(freeze);
    else if (Number.isSafeInteger(shift)) tenant.clock.shift(shift);
    else if (Number.isSafeInteger(advance)) tenant.clock.advance(advance);
    else if (real === true) tenant.clock.useReal();
    else {
      const detail =
        'Send one of {"freeze":true}, {"freeze":EPOCH_MS}, {"shift":MS}, {"advance":MS}, {"real":true}.';
      problem(response, 400, 'clock-invalid', detail);
      return;
    }
    response.json({ now: tenant.clock.now(), ...tenant.clock.state() });
  });

  routes.get('/tokens', (_, response) => {
    const now = tenant.clock.now();
    const view = tenant.tokens.list().map(({ id, issuedAt, expiresAt }) => ({
      id,
      issuedAt,
      expiresAt,
      leftMs: Math.max(0, expiresAt - now),
    }));
    response.json(view);
  });
  routes.post('/tokens/expire', ({ body }, response) => {
    const id: unknown = body?.id;
    if (id === undefined) tenant.tokens.expireAll();
    else if (typeof id !== 'string' || !tenant.tokens.expire(id)) {
      problem(response, 404, 'token-unknown', 'There is no token with this id; GET tokens lists them.');
      return;
    }
    response.status(204).end();
  });

  routes.get('/faults', (_, response) => {
    response.json(tenant.faults.list());
  });
  routes.post('/faults', ({ body }, response) => {
    if (typeof body?.effect !== 'object' || body.effect === null) {
      problem(
        response,
        400,
        'fault-invalid',
        'A fault is {"match":{...},"effect":{...},"times":N}; effect is required.',
      );
      return;
    }
    response.status(201).json(tenant.faults.add(body as FaultRule));
  });
  routes.delete('/faults', (_, response) => {
    tenant.faults.clear();
    response.status(204).end();
  });

  routes.get('/requests', (_, response) => {
    response.json({ count: tenant.traffic.count, requests: tenant.traffic.entries() });
  });
  routes.delete('/requests', (_, response) => {
    tenant.traffic.clear();
    response.status(204).end();
  });
  return routes;
}

/** A tenant in numbers, without secrets. */
export function describeTenant(tenant: Tenant): object {
  return {
    name: tenant.name,
    profile: tenant.profile.name,
    users: tenant.users.list().length,
    usergroups: tenant.usergroups.list().length,
    projects: tenant.projects.list().length,
    requests: tenant.traffic.count,
  };
}
