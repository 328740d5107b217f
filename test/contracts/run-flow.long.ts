import { describe, expect, test } from '@jest/globals';
import { readPackage } from '../../connector/index.js';
import { flowReport, flowStatus, ownPlace, runFlow } from '../../contracts/index.js';

describe('runFlow', () => {
  test.each([
    ['import accounts', /120 new/],
    ['import access', /links\s+\d+ added/],
    ['create', /Complete/],
    ['update', /Complete/],
    ['enable', /Complete/],
    ['disable', /Complete/],
    ['remove', /Complete/],
    ['add-access', /Complete/],
    ['remove-access', /Complete/],
  ] as const)('%s against a tenant of its own', async (flow, expected) => {
    const place = await ownPlace();
    const { url: target, credentials, identities } = place;
    const identity = place.identityFor(flow);
    const entitlement = place.entitlementFor(flow);

    const run = await runFlow({
      package: await readPackage('fixtures/packages/jama-connect'),
      flow,
      target,
      credentials,
      identities,
      clock: { now: () => Date.UTC(2026, 0, 5) },
      ...(identity === undefined ? {} : { identity }),
      ...(entitlement === undefined ? {} : { entitlement }),
    });
    await place.close();

    expect(flowStatus(run)).toBe('ok');
    expect(flowReport(run, { color: false, trace: false })).toMatch(expected);
    expect(flowReport(run, { color: false, trace: true })).not.toContain(credentials.clientSecret);
  });
});
